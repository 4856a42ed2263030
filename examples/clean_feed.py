"""Make a feed ready for an index: strip datelines and disclaimers from the texts and keep them as fields.

Without a source it reads ``feed.jsonl`` beside this file. A source is a file of JSON Lines (``text``, and ``published``
if it is known; other fields are kept), a text file or a folder of them. Each record comes out as a line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

import mediaparse
from arguments import Arguments
from feeds import SHIPPED, SOURCES, BadRecordError, raw_records, read_record
from mediaparse import Article, Dateline, Disclaimer, Span


def main() -> None:
    parser = Arguments(description="Strip datelines and disclaimers from a feed, and keep them as fields.")
    parser.add_argument("source", nargs="?", default=SHIPPED, type=Path, help=SOURCES)
    given = parser.parse_args()
    try:
        for raw in raw_records(given.source):
            try:
                record = read_record(raw)
            except BadRecordError as error:
                print(f"{raw.where}: {error}; left out", file=sys.stderr)
                continue
            article = mediaparse.parse(record.text, published=record.published)
            # Escaped, so that neither the terminal's encoding nor a lone surrogate can stop the feed.
            print(json.dumps(record.fields | cleaned(article)))
    except BrokenPipeError:
        # Python flushes standard output once more at exit, which would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        parser.error(f"cannot read {error.filename}: {error.strerror}")


def cleaned(article: Article) -> dict[str, object]:
    """The text without its datelines and disclaimers, and what they said."""
    return {
        "text": without(article.text, (*article.datelines, *article.disclaimers)),
        "datelines": [dateline_fields(dateline) for dateline in article.datelines],
        "disclaimers": [disclaimer_fields(disclaimer) for disclaimer in article.disclaimers],
    }


def dateline_fields(dateline: Dateline) -> dict[str, object]:
    """What an index asks a dateline for."""
    date = dateline.date.as_date() if dateline.date else None
    return {
        "text": dateline.text,
        "places": [place.name for place in dateline.places],
        "date": date.isoformat() if date else None,
        "agencies": [agency.id for agency in dateline.agencies],
    }


def disclaimer_fields(disclaimer: Disclaimer) -> dict[str, object]:
    """What an index asks a disclaimer for."""
    return {
        "text": disclaimer.text,
        "kind": disclaimer.kind,
        "jurisdictions": disclaimer.jurisdictions,
        "target": disclaimer.target.text if disclaimer.target else None,
    }


def without(text: str, spans: Iterable[Span]) -> str:
    """``text`` without ``spans``, and without the blanks, the comma and the empty lines that they would leave behind.

    >>> text = "The group (outlawed in Russia), he said, fell."
    >>> without(text, [Span(10, 30, text[10:30])])
    'The group, he said, fell.'
    """
    kept, end = "", 0
    for span in sorted(spans, key=lambda span: span.start):
        kept = joined(kept, text[end : span.start])
        end = max(end, span.end)
    return joined(kept, text[end:]).strip()


def joined(before: str, after: str) -> str:
    """Two pieces of a text, between which something was taken out."""
    left, right = before.rstrip(), after.lstrip()
    gaps = before[len(left) :], after[: len(after) - len(right)]
    if any("\n" in gap for gap in gaps):
        return left + max(gaps, key=lambda gap: gap.count("\n")) + right
    if left.endswith(",") and right.startswith(","):
        return left + right[1:]
    return left + (" " if any(gaps) and not right.startswith((",", ".", ";", ":", "!", "?", ")")) else "") + right


if __name__ == "__main__":
    main()

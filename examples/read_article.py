"""Read a news article and report its dateline, who said what, its disclaimers and its quantities.

Without a path it reads ``wire_story.txt`` beside this file; ``-`` stands for standard input.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from itertools import zip_longest
from shutil import get_terminal_size
from textwrap import wrap

import mediaparse
from arguments import Arguments, add_article, read_article
from mediaparse import Article, Attribution, AttributionKind, Dateline, Disclaimer, PartialDate, Quantity
from mediaparse.export import to_dict

WIDEST, NARROWEST = 100, 40


def main() -> None:
    parser = Arguments(
        description="Report the dateline, the statements, the disclaimers and the quantities of an article."
    )
    add_article(parser)
    parser.add_argument("--json", action="store_true", help="print everything that was found, with offsets, as JSON")
    given = parser.parse_args()
    text, published = read_article(parser, given)
    article = mediaparse.parse(text, published=published)
    if given.json:
        write(json.dumps(to_dict(article), ensure_ascii=False, indent=2), encoding="utf-8")
    else:
        width = min(max(get_terminal_size().columns, NARROWEST), WIDEST)
        write("\n".join(report(article, width, bold=sys.stdout.isatty() and "NO_COLOR" not in os.environ)))


def write(output: str, encoding: str | None = None) -> None:
    """Print ``output``: what the terminal cannot show becomes a question mark, a closed pipe is no error."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors="replace")
    try:
        print(output, flush=True)
    except BrokenPipeError:
        # Python flushes standard output once more at exit, which would fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def report(article: Article, width: int, bold: bool = False) -> Iterator[str]:
    """The lines of the report, none wider than ``width``."""
    sections = {
        "Dateline": [line for dateline in article.datelines for line in dateline_lines(dateline, width)],
        "Who said what": list(speaker_lines(article.attributions, width)),
        "Disclaimers": [line for disclaimer in article.disclaimers for line in disclaimer_lines(disclaimer, width)],
        "Quantities": list(quantity_lines(article.quantities, width)),
    }
    for number, (title, lines) in enumerate(sections.items()):
        if number:
            yield ""
        yield f"\033[1m{title}\033[0m" if bold else title
        yield "─" * width
        yield from lines or ["none found"]


def dateline_lines(dateline: Dateline, width: int) -> Iterator[str]:
    """The dateline as it stands, then what it says."""
    rows = []
    for place in dateline.places:
        rows.append(("place", ", ".join(filter(None, (place.name, place.region))) + bracketed(place.country)))
    if dateline.date is not None:
        rows.append(("date", date_in_full(dateline.date)))
    for agency in dateline.agencies:
        rows.append(("agency", agency.name + bracketed(agency.country)))
    yield from wrap(flat(dateline.text), width)
    yield from table(rows, width)


def date_in_full(date: PartialDate) -> str:
    """The date as a calendar has it, or as the dateline has it where no year is known."""
    settled = date.as_date()
    if settled is None:
        return date.text + bracketed(None if date.year else "no year stated")
    return str(settled) + bracketed("the year from --published" if date.inferred else None)


def speaker_lines(attributions: Iterable[Attribution], width: int) -> Iterator[str]:
    """Each speaker, in the order of their first statements, with what was said."""
    said: dict[str, list[Attribution]] = {}
    for attribution in attributions:
        said.setdefault(speaker_name(attribution), []).append(attribution)
    for number, (name, statements) in enumerate(said.items()):
        if number:
            yield ""
        roles = [statement.speaker.role for statement in statements if statement.speaker and statement.speaker.role]
        yield from wrap(flat(", ".join([name, *sorted(roles, key=len)[-1:]])), width)
        yield from table([(cue(statement), content(statement)) for statement in statements], width)


def speaker_name(attribution: Attribution) -> str:
    """The speaker's fullest name, or the words for a speaker to whom the article gives none."""
    if attribution.speaker is None:
        return "(nobody named)"
    return attribution.speaker.name or attribution.speaker.text


def cue(attribution: Attribution) -> str:
    """The words that mark the statement, or an ellipsis."""
    return attribution.cue.text if attribution.cue else "…"


def content(attribution: Attribution) -> str:
    """What was said, its pieces joined; direct speech in quotation marks."""
    said = " … ".join(piece.text for piece in attribution.content)
    return f"“{said}”" if attribution.kind is AttributionKind.DIRECT else said


def disclaimer_lines(disclaimer: Disclaimer, width: int) -> Iterator[str]:
    """The kind of mark and who asks for it, its words, and what it marks."""
    yield from wrap(disclaimer.kind.replace("_", " ") + bracketed(", ".join(disclaimer.jurisdictions)), width)
    rows = [("says", disclaimer.text)]
    if disclaimer.target is not None:
        rows.append(("marks", disclaimer.target.text))
    yield from table(rows, width)


def quantity_lines(quantities: Sequence[Quantity], width: int) -> Iterator[str]:
    """A table of the quantities: value, unit, what is counted or measured, the words of the text."""
    if not quantities:
        return
    rows = [("value", "unit", "of what", "in the text")]
    for found in quantities:
        unit = found.unit.name if found.unit else ""
        rows.append((value(found), unit, found.noun.text if found.noun else "", found.text))
    yield from table(rows, width)


def value(quantity: Quantity) -> str:
    """Comparator, value or range, and change."""
    ends = [f"{end:,f}" for end in (quantity.value, quantity.upper) if end is not None]
    return quantity.comparator.words + " to ".join(ends) + bracketed(quantity.change)


def bracketed(text: str | None) -> str:
    """``text`` in brackets behind a space, or nothing."""
    return f" ({text})" if text else ""


def flat(text: str) -> str:
    """``text`` on one line, without the characters that would move a terminal's cursor."""
    return "".join(filter(str.isprintable, " ".join(text.split())))


def table(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    """``rows`` in columns two spaces apart; the widest column gives way and wraps its cells."""
    rows = [tuple(map(flat, row)) for row in rows]
    sizes = [max(map(len, column)) for column in zip(*rows, strict=True)]
    while sum(sizes) + 2 * len(sizes) > width:
        sizes[sizes.index(max(sizes))] -= 1
    for row in rows:
        cells = [wrap(cell, size) if cell else [] for cell, size in zip(row, sizes, strict=True)]
        for pieces in zip_longest(*cells, fillvalue=""):
            yield "".join(f"  {piece:{size}}" for piece, size in zip(pieces, sizes, strict=True)).rstrip()


if __name__ == "__main__":
    main()

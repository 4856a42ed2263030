"""Prints the errors of the attribution finder on a gold file, by class and by rule.

    python -m tests.attributions.errors GOLD.jsonl [--class missed] [--rule closing] [--show 20]

GOLD has a JSON object a line: ``text`` and ``attributions``, each with ``source``, ``cue`` and
``content`` as lists of [start, end]. A found attribution is paired with the gold one whose
content it shares most of. Classes: ``right``; ``span`` (the speaker overlaps, not exactly);
``speaker`` (somebody else); ``content`` (less than half shared); ``missed``; ``false``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from mediaparse import attributions
from mediaparse.attributions import Attribution

Spans = list[tuple[int, int]]


class Gold(NamedTuple):
    """An attribution of the gold file."""

    source: Spans
    cue: Spans
    content: Spans


def covered(spans: Spans) -> set[int]:
    """The offsets in ``spans``."""
    return {at for start, end in spans for at in range(start, end)}


def content_of(found: Attribution) -> Spans:
    """The pieces of ``found`` as pairs of offsets."""
    return [(piece.start, piece.end) for piece in found.content]


def judge(text: str, gold: list[Gold]) -> list[tuple[str, Gold | None, Attribution | None]]:
    """Each gold and each found attribution with its class."""
    found = list(attributions.find(text))
    wanted = [covered(item.content) for item in gold]
    got = [covered(content_of(item)) for item in found]
    pairs = []
    for i, one in enumerate(wanted):
        for j, two in enumerate(got):
            shared = len(one & two)
            if shared and 2 * shared >= min(len(one), len(two)):
                pairs.append((-shared / len(one | two), i, j))
    judged: list[tuple[str, Gold | None, Attribution | None]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for negative, i, j in sorted(pairs):
        if i in used_gold or j in used_found:
            continue
        used_gold.add(i)
        used_found.add(j)
        judged.append((compare(gold[i], found[j], -negative), gold[i], found[j]))
    judged += [("missed", item, None) for i, item in enumerate(gold) if i not in used_gold]
    judged += [("false", None, item) for j, item in enumerate(found) if j not in used_found]
    return judged


def compare(gold: Gold, found: Attribution, overlap: float) -> str:
    """The class of a pair."""
    speaker = [] if found.speaker is None else [(found.speaker.start, found.speaker.end)]
    if bool(gold.source) != bool(speaker) or (speaker and not covered(gold.source) & covered(speaker)):
        return "speaker"
    if overlap < 0.5:
        return "content"
    return "right" if gold.source == speaker else "span"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--class", dest="wanted", help="show errors of this class")
    parser.add_argument("--rule", default="", help="only of rules that begin so")
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    classes: Counter[str] = Counter()
    rules: defaultdict[str, Counter[str]] = defaultdict(Counter)
    shown = 0
    for line in options.gold.read_text("utf-8").splitlines():
        document = json.loads(line)
        text = document["text"]
        gold = [
            Gold(*([(start, end) for start, end in item.get(role) or []] for role in Gold._fields))
            for item in document["attributions"]
        ]
        for kind, wanted, found in judge(text, gold):
            classes[kind] += 1
            if found is not None:
                rules[found.rule][kind] += 1
            if (
                kind == options.wanted
                and shown < options.show
                and (found is None or found.rule.startswith(options.rule))
            ):
                shown += 1
                print(f"{document.get('id', '')}: {found.rule if found else ''}")
                if wanted is not None:
                    print("   gold ", " | ".join(" … ".join(text[s:e] for s, e in spans)[:160] for spans in wanted))
                if found is not None:
                    parts = [found.speaker, found.cue, *found.content]
                    print("   found", " | ".join(part.text[:160] if part else "-" for part in parts))
    if not options.wanted:
        print(dict(classes))
        for rule, counts in sorted(rules.items(), key=lambda item: -sum(item[1].values())):
            print(f"{rule:20}", dict(counts))


if __name__ == "__main__":
    main()

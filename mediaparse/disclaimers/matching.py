"""From a scan to matches: trigger words, the pieces of text round them, the wordings that stand there."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from mediaparse.disclaimers.lexicon import DisclaimerLexicon, DisclaimerRule, Wording
from mediaparse.disclaimers.piece import Piece, piece
from mediaparse.scan import Scan

_REACH = 240  # parts (words and gaps) on either side of a trigger: more than any formula is long


@frozen
class Match:
    """A wording of ``rule`` from token ``first`` to token ``last`` of its piece, both included."""

    first: int
    last: int
    rule: DisclaimerRule


def pieces(scan: Scan, lexicon: DisclaimerLexicon) -> Iterator[tuple[Piece, list[Match]]]:
    """The pieces of the text that hold a wording, and the wordings there, sorted."""
    triggers = lexicon.triggers
    if triggers.keys().isdisjoint(scan.parts):
        return
    for first, last, wordings in _windows(scan, triggers):
        cut = piece(scan, first, last, lexicon.vocabulary)
        matches = _matches(cut, wordings)
        if matches:
            yield cut, matches


def _windows(scan: Scan, triggers: dict[str, tuple[Wording, ...]]) -> Iterator[tuple[int, int, list[Wording]]]:
    """Stretches of parts round the triggers, those that touch joined, with the wordings to look for in each."""
    parts = scan.parts
    first = last = -1
    wanted: dict[int, Wording] = {}
    for at, part in enumerate(parts):
        if part not in triggers:
            continue
        if at - _REACH > last and wanted:
            yield first, last, list(wanted.values())
            wanted = {}
        if not wanted:
            first = max(at - _REACH, 0)
        last = min(at + _REACH, len(parts))
        wanted.update((id(wording), wording) for wording in triggers[part])
    if wanted:
        yield first, last, list(wanted.values())


def _matches(cut: Piece, wordings: list[Wording]) -> list[Match]:
    """Where ``wordings`` match, the longest first where several begin at one token."""
    found: list[Match] = []
    for wording in wordings:
        for match in wording.pattern.finditer(cut.codes):
            last = match.end() - 1
            while last > match.start() and cut.codes[last] == "\n":
                last -= 1
            found.append(Match(match.start(), last, wording.rule))
    return sorted(found, key=lambda match: (match.first, -match.last, match.rule.id))

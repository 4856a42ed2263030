"""From a scan to matches: key words, the pieces of text round them, the wordings that stand there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import compress

from attrs import frozen

from mediaparse.disclaimers.lexicon import DisclaimerLexicon, DisclaimerRule, Use, Wording
from mediaparse.disclaimers.piece import Piece, piece
from mediaparse.scan import Scan

_REACH = 240  # parts (words and gaps) on either side of a key word: more than any formula is long
_STATUS_REACH = 110
_ASIDE_REACH = 100


@frozen
class Match:
    """A wording of ``rule`` from token ``first`` to token ``last`` of its piece, both included."""

    first: int
    last: int
    rule: DisclaimerRule


def pieces(scan: Scan, lexicon: DisclaimerLexicon) -> Iterator[tuple[Piece, list[Match]]]:
    """The pieces of the text that hold a wording, and the wordings there, sorted."""
    keys = _keys(scan, lexicon)
    for first, last, wordings in _windows(scan, keys, lexicon) if keys else ():
        cut = piece(scan, first, last, lexicon.vocabulary)
        matches = _matches(cut, wordings)
        if matches:
            yield cut, matches


def _keys(scan: Scan, lexicon: DisclaimerLexicon) -> dict[str, list[Wording]]:
    """Each word of the text that is the key of a wording all of whose needs the text has."""
    words = set(scan.parts[::2])
    shown = lexicon.keys.keys() & words
    if not shown:
        return {}
    signs = lexicon.signs
    numbers = {number for word in signs.keys() & words for number in signs[word]}
    found: dict[str, list[Wording]] = {}
    for word in shown:
        for number in lexicon.keys[word]:
            possible = [wording for wording in lexicon.wordings[number] if wording.needs <= numbers]
            if possible:
                found.setdefault(word, []).extend(possible)
    return found


def _windows(
    scan: Scan, keys: dict[str, list[Wording]], lexicon: DisclaimerLexicon
) -> Iterator[tuple[int, int, list[Wording]]]:
    """Stretches of parts round the keys, those that touch joined, with the wordings to look for in each."""
    parts = scan.parts
    is_aside = {word: all(each.rule.use is Use.EXACT for each in wordings) for word, wordings in keys.items()}
    reaches = {word: max(map(_reach, wordings)) for word, wordings in keys.items()}
    first = last = -1
    wanted: dict[int, Wording] = {}
    for at in compress(range(0, len(parts), 2), map(keys.__contains__, parts[::2])):
        part = parts[at]
        if is_aside[part] and not _in_aside(parts, at):
            continue
        begin, end = _in_paragraph(scan, at, reaches[part])
        possible = keys[part]
        if reaches[part] == _REACH:
            possible = _possible(parts[begin:end], possible, lexicon)
            if not possible:
                continue
        if begin > last and wanted:
            yield first, last, list(wanted.values())
            wanted = {}
        if not wanted:
            first = begin
        last = max(last, end)
        wanted.update((id(wording), wording) for wording in possible)
    if wanted:
        yield first, last, list(wanted.values())


def _in_paragraph(scan: Scan, at: int, reach: int) -> tuple[int, int]:
    """The parts up to ``reach`` from part ``at`` that lie in its paragraph: no wording runs over its end."""
    paragraphs = scan.paragraphs
    start, stop = paragraphs[bisect_right(paragraphs, (scan.offsets[at], len(scan.text))) - 1]
    return max(at - reach, scan.part_at(start)), min(at + reach, scan.part_at(stop) + 1, len(scan.parts))


def _possible(parts: tuple[str, ...], wordings: list[Wording], lexicon: DisclaimerLexicon) -> list[Wording]:
    """Those of ``wordings`` all of whose needs the words of ``parts`` meet."""
    signs = lexicon.signs
    numbers = {number for word in signs.keys() & set(parts) for number in signs[word]}
    return [wording for wording in wordings if wording.needs <= numbers]


def _reach(wording: Wording) -> int:
    """How many parts on either side of a key word can be of what ``wording`` makes."""
    if wording.rule.use is Use.EXACT:
        return _ASIDE_REACH
    return _STATUS_REACH if wording.rule.use.states else _REACH


def _in_aside(parts: tuple[str, ...], at: int) -> bool:
    """Is there a bracket within three words of ``at``, as the key of an aside has it, and no lone name in it: (AP)?"""
    if not any(mark in gap for gap in parts[max(at - 5, 0) : at + 6] for mark in "()[]"):
        return False
    lone = at > 0 and parts[at - 1][-1:] in ("(", "[") and parts[at + 1 : at + 2] and parts[at + 1][:1] in (")", "]")
    return not (lone and parts[at][:1].isupper())


def _matches(cut: Piece, wordings: list[Wording]) -> list[Match]:
    """Where ``wordings`` match, the longest first where several begin at one token."""
    found: list[Match] = []
    for wording in wordings:
        for match in wording.pattern.finditer(cut.codes):
            found.append(Match(match.start(), match.end() - 1, wording.rule))
    return sorted(found, key=lambda match: (match.first, -match.last, match.rule.id))

"""From a scan to matches: key words, the pieces of text round them, the wordings that stand there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress
from typing import NamedTuple

from mediaparse.disclaimers.lexicon import DisclaimerLexicon, DisclaimerRule, Wording
from mediaparse.disclaimers.piece import Piece, piece
from mediaparse.scan import Scan

_SHORT = 160  # parts: a wording that is no longer is cheaper to look for than what stands round it to read
_FEW = 3  # words: more are found sooner by a look at every word of the text
_OPENERS = frozenset(".!?…。\n\u2028\u2029([{（【/")
_SIGN = "©"
_BRACKETS = frozenset("()[]")
_ASIDE = 200  # parts of an aside before its key
_ENDING = 4  # characters from bracket to bracket of another ending of a word: признан(-а), person(s)


class Wanted(NamedTuple):
    """A part that is a key of ``wordings``, which may stand round it."""

    at: int
    wordings: Sequence[Wording]


class Match(NamedTuple):
    """A wording of ``rule`` from token ``first`` to token ``last`` of its piece, both included."""

    first: int
    last: int
    rule: DisclaimerRule


def pieces(scan: Scan, wanted: Iterable[Wanted], lexicon: DisclaimerLexicon) -> Iterator[tuple[Piece, list[Match]]]:
    """The pieces of the text round ``wanted`` that hold a wording, and the wordings there, sorted."""
    for first, last, wordings in _windows(scan, wanted):
        cut = piece(scan, first, last, lexicon.vocabulary)
        matches = matches_of(cut, wordings)
        if matches:
            yield cut, matches


def wanted(scan: Scan, lexicon: DisclaimerLexicon) -> Iterator[Wanted]:
    """Each part that is a key of wordings whose other needs stand near it, and those wordings; in order."""
    plain = _plain(scan) | _behind_sign(scan) if _SIGN in scan.text else _plain(scan)
    keys = _keys(scan, plain, lexicon)
    if not keys:
        return
    parts = scan.parts
    for at in _places(scan, keys):
        possible, in_brackets = keys[parts[at]]
        if in_brackets and not (_in_aside(parts, at) and _is_open(scan, at)):
            continue
        wordings = possible
        if all(wording.needs or wording.opens for wording in possible):  # else what stands there is read in any case
            wordings = [wording for wording in possible if _may_stand(wording, parts, at, plain, lexicon)]
        if wordings and (in_brackets or (wordings := _there(scan, at, wordings, lexicon))):
            yield Wanted(at, wordings)


def _keys(
    scan: Scan, plain: Mapping[str, str], lexicon: DisclaimerLexicon
) -> dict[str, tuple[Sequence[Wording], bool]]:
    """The keys that the text has, as it writes them, with those of their wordings whose needs are in the text.

    Beside them stands whether all of those are asides in brackets.
    """
    words = scan.vocabulary.union(plain.values()) if plain else scan.vocabulary
    met: dict[int, bool] = {}
    found: dict[str, tuple[Sequence[Wording], bool]] = {}
    for key in lexicon.keys.keys() & words:
        wordings = []
        for wording in lexicon.looked_for(key):
            for need in wording.needs:
                if need not in met:
                    met[need] = not lexicon.words(need).isdisjoint(words)
                if not met[need]:
                    break
            else:
                wordings.append(wording)
        if wordings:
            found[key] = wordings, all(wording.in_brackets for wording in wordings)
    for spelt, word in plain.items():
        if word in found:
            found[spelt] = _both(found[spelt], found[word]) if spelt in found else found[word]
    return found


def _both(one: tuple[Sequence[Wording], bool], other: tuple[Sequence[Wording], bool]) -> tuple[Sequence[Wording], bool]:
    return (*one[0], *other[0]), one[1] and other[1]


def _places(scan: Scan, keys: Collection[str]) -> Iterable[int]:
    """The parts that are one of ``keys``, in order; a few are looked for one by one."""
    if len(keys) <= _FEW:
        return sorted(chain.from_iterable(map(scan.places, keys)))
    return compress(range(0, len(scan.parts), 2), map(keys.__contains__, scan.parts[::2]))


def _may_stand(
    wording: Wording, parts: tuple[str, ...], at: int, plain: Mapping[str, str], lexicon: DisclaimerLexicon
) -> bool:
    """Are the needs of ``wording`` met near the key at ``at``, and does something open there that must?"""
    if wording.needs:
        near = parts[max(at - wording.before, 0) : at + wording.behind + 1 : 2]
        if plain:
            near += tuple(plain[word] for word in near if word in plain)
        for need in wording.needs:
            if lexicon.words(need).isdisjoint(near):
                return False
    return not wording.opens or _opens(parts, at, wording.before)


def _there(scan: Scan, at: int, wordings: Sequence[Wording], lexicon: DisclaimerLexicon) -> Sequence[Wording]:
    """Those of ``wordings`` that stand round part ``at``; all, where one is too long to be looked for at once."""
    if max([each.before + each.behind for each in wordings]) > _SHORT:
        return wordings
    first, behind = max(at - max([each.before for each in wordings]), 0), max([each.behind for each in wordings])
    codes = piece(scan, first, min(at + behind + 1, len(scan.parts)), lexicon.vocabulary).codes
    return [wording for wording in wordings if wording.may_match(codes) and wording.pattern.search(codes)]


def _plain(scan: Scan) -> dict[str, str]:
    """The words of the text that have a ё or the emphasis of Markdown, each to the same with an е, without emphasis."""
    odd = {word for mark in "ёЁ_" if mark in scan.text for word in scan.vocabulary if mark in word}
    return {word: word.replace("ё", "е").replace("Ё", "Е").strip("_") for word in odd}


def _behind_sign(scan: Scan) -> dict[str, str]:
    """The words behind a copyright sign, each to the sign: it is no word, and is looked for by them."""
    text = scan.text
    signs = (at for at, mark in enumerate(text) if mark == _SIGN)
    return {word: _SIGN for at in signs for word in scan.parts[scan.part_at(at) + 1 :][:1] if word}


def _windows(scan: Scan, wanted: Iterable[Wanted]) -> Iterator[tuple[int, int, Iterable[Wording]]]:
    """Stretches of parts round the keys, those that touch joined, with the wordings to look for in each."""
    first = last = -1
    looked_for: dict[Wording, None] = {}
    for at, wordings in wanted:
        begin, end = in_paragraph(scan, at, wordings)
        if begin > last and looked_for:
            yield first, last, looked_for
            looked_for = {}
        if not looked_for:
            first = begin
        first, last = min(first, begin), max(last, end)
        looked_for |= dict.fromkeys(wordings)
    if looked_for:
        yield first, last, looked_for


def paragraph_of(scan: Scan, at: int) -> int:
    """The number of the paragraph that holds part ``at``."""
    return bisect_right(scan.paragraphs, (scan.offsets[at], len(scan.text))) - 1


def in_paragraph(scan: Scan, at: int, wordings: Iterable[Wording]) -> tuple[int, int]:
    """The parts within reach of ``wordings`` at part ``at`` that lie in its paragraph: none runs over its end."""
    reach = max([wording.reach for wording in wordings])
    start, stop = scan.paragraphs[paragraph_of(scan, at)]
    return max(at - reach, scan.part_at(start)), min(at + reach, scan.part_at(stop) + 1, len(scan.parts))


def _in_aside(parts: tuple[str, ...], at: int) -> bool:
    """Is there a bracket within three words of ``at``, as the key of an aside has it, and no lone name in it: (AP)?"""
    if _BRACKETS.isdisjoint("".join(parts[max(at - 5, 0) : at + 6])):
        return False
    lone = at > 0 and parts[at - 1][-1:] in ("(", "[") and parts[at + 1 : at + 2] and parts[at + 1][:1] in (")", "]")
    return not (lone and parts[at][:1].isupper())


def _is_open(scan: Scan, at: int) -> bool:
    """Is a bracket open at part ``at``, as far as an aside reaches?"""
    before = scan.text[scan.offsets[max(at - _ASIDE, 0)] : scan.offsets[at]]
    opening, closing = max(map(before.rfind, "([{（【")), max(map(before.rfind, ")]}）】"))
    if opening > closing or opening < closing <= opening + _ENDING:
        return True
    return "/" in before[closing + 1 :]  # /which can be a bracket/


def _opens(parts: tuple[str, ...], at: int, reach: int) -> bool:
    """Can what holds the word at ``at`` and reaches back so far open a sentence, a line or brackets?"""
    begin = max(at - reach, 0)
    before = parts[begin:at]
    return begin == 0 or not _OPENERS.isdisjoint("".join(before[1::2])) or any(map(str.isupper, before[::2]))


def matches_of(cut: Piece, wordings: Iterable[Wording]) -> list[Match]:
    """Where ``wordings`` match, the longest first where several begin at one token."""
    found: list[Match] = []
    for wording in wordings:
        for match in wording.pattern.finditer(cut.codes) if wording.may_match(cut.codes) else ():
            found.append(Match(match.start(), match.end() - 1, wording.rule))
    return sorted(found, key=lambda match: (match.first, -match.last, match.rule.id))

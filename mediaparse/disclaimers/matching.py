"""From a scan to matches: key words, the pieces of text round them, the wordings that stand there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from mediaparse.disclaimers.lexicon import DisclaimerLexicon, DisclaimerRule, Use, Wording
from mediaparse.disclaimers.piece import Piece, piece
from mediaparse.scan import Scan

_REACH = 240  # parts (words and gaps) on either side of a key word: more than any formula is long
_STATUS_REACH = 110
_ASIDE_REACH = 100
_SHORT = 160  # parts: a wording that is no longer is cheaper to look for than what stands round it to read
_OPENERS = frozenset(".!?…。\n\u2028\u2029([{（【/")
_BRACKETS = frozenset("()[]")


class Match(NamedTuple):
    """A wording of ``rule`` from token ``first`` to token ``last`` of its piece, both included."""

    first: int
    last: int
    rule: DisclaimerRule


def pieces(scan: Scan, lexicon: DisclaimerLexicon) -> Iterator[tuple[Piece, list[Match]]]:
    """The pieces of the text that hold a wording, and the wordings there, sorted."""
    wanted = sorted(_wanted(scan, lexicon), key=lambda found: found[0])
    for first, last, wordings in _windows(scan, wanted):
        cut = piece(scan, first, last, lexicon.vocabulary)
        matches = _matches(cut, wordings)
        if matches:
            yield cut, matches


def _wanted(scan: Scan, lexicon: DisclaimerLexicon) -> Iterator[tuple[int, list[Wording]]]:
    """Each part that is a key of wordings whose other needs stand near it, and those wordings."""
    plain = _plain(scan)
    words = scan.vocabulary.union(plain.values()) if plain else scan.vocabulary
    met: dict[int, bool] = {}
    for word in lexicon.keys.keys() & words:
        possible = _possible(words, lexicon.keys[word], lexicon, met)
        if not possible:
            continue
        asides = all(wording.rule.use is Use.EXACT for wording in possible)
        before, behind = _reach_of(possible, _ASIDE_REACH if asides else _REACH)
        for spelt in (word, *(spelt for spelt, of in plain.items() if of == word)):
            for at in scan.places(spelt):
                if asides and not _in_aside(scan.parts, at):
                    continue
                near = scan.parts[max(at - before, 0) : at + behind + 1 : 2]
                if plain:
                    near += tuple(map(plain.__getitem__, plain.keys() & frozenset(near)))
                if found := _there(scan, at, _possible(near, possible, lexicon, {}), lexicon):
                    yield at, found


def _reach_of(wordings: list[Wording], most: int) -> tuple[int, int]:
    """How many parts before and behind their key ``wordings`` can reach, ``most`` at most."""
    return (
        min(max((wording.before for wording in wordings), default=0), most),
        min(max((wording.behind for wording in wordings), default=0), most),
    )


def _there(scan: Scan, at: int, wordings: list[Wording], lexicon: DisclaimerLexicon) -> list[Wording]:
    """Those of ``wordings`` that stand round part ``at``; all, where one is too long to be looked for at once."""
    wordings = [wording for wording in wordings if not wording.opens or _opens(scan.parts, at, wording.before)]
    if not wordings or any(wording.before + wording.behind > _SHORT for wording in wordings):
        return wordings
    before, behind = _reach_of(wordings, _SHORT)
    codes = piece(scan, max(at - before, 0), min(at + behind + 1, len(scan.parts)), lexicon.vocabulary).codes
    return [wording for wording in wordings if wording.pattern.search(codes)]


def _plain(scan: Scan) -> dict[str, str]:
    """The words of the text that have a ё or the emphasis of Markdown, each to the same with an е, without emphasis."""
    odd = {word for mark in "ёЁ_" if mark in scan.text for word in scan.vocabulary if mark in word}
    return {word: word.replace("ё", "е").replace("Ё", "Е").strip("_") for word in odd}


def _possible(
    words: Collection[str], wordings: Iterable[Wording], lexicon: DisclaimerLexicon, met: dict[int, bool]
) -> list[Wording]:
    """Those of ``wordings`` all of whose needs ``words`` meet; ``met`` keeps which it does."""
    found = []
    for wording in wordings:
        for need in wording.needs:
            if need not in met:
                met[need] = not lexicon.words(need).isdisjoint(words)
            if not met[need]:
                break
        else:
            found.append(wording)
    return found


def _windows(scan: Scan, wanted: Iterable[tuple[int, list[Wording]]]) -> Iterator[tuple[int, int, list[Wording]]]:
    """Stretches of parts round the keys, those that touch joined, with the wordings to look for in each."""
    first = last = -1
    looked_for: dict[int, Wording] = {}
    for at, wordings in wanted:
        begin, end = _in_paragraph(scan, at, max(map(_reach, wordings)))
        if begin > last and looked_for:
            yield first, last, list(looked_for.values())
            looked_for = {}
        if not looked_for:
            first = begin
        first, last = min(first, begin), max(last, end)
        looked_for.update((id(wording), wording) for wording in wordings)
    if looked_for:
        yield first, last, list(looked_for.values())


def _in_paragraph(scan: Scan, at: int, reach: int) -> tuple[int, int]:
    """The parts up to ``reach`` from part ``at`` that lie in its paragraph: no wording runs over its end."""
    paragraphs = scan.paragraphs
    start, stop = paragraphs[bisect_right(paragraphs, (scan.offsets[at], len(scan.text))) - 1]
    return max(at - reach, scan.part_at(start)), min(at + reach, scan.part_at(stop) + 1, len(scan.parts))


def _reach(wording: Wording) -> int:
    """How many parts on either side of a key word can be of what ``wording`` makes."""
    if wording.rule.use is Use.EXACT:
        return _ASIDE_REACH
    return _STATUS_REACH if wording.rule.use.states else _REACH


def _in_aside(parts: tuple[str, ...], at: int) -> bool:
    """Is there a bracket within three words of ``at``, as the key of an aside has it, and no lone name in it: (AP)?"""
    if _BRACKETS.isdisjoint("".join(parts[max(at - 5, 0) : at + 6])):
        return False
    lone = at > 0 and parts[at - 1][-1:] in ("(", "[") and parts[at + 1 : at + 2] and parts[at + 1][:1] in (")", "]")
    return not (lone and parts[at][:1].isupper())


def _opens(parts: tuple[str, ...], at: int, reach: int) -> bool:
    """Can what holds the word at ``at`` and reaches back so far open a sentence, a line or brackets?"""
    begin = max(at - reach, 0)
    before = parts[begin:at]
    return begin == 0 or not _OPENERS.isdisjoint("".join(before[1::2])) or any(map(str.isupper, before[::2]))


def _matches(cut: Piece, wordings: list[Wording]) -> list[Match]:
    """Where ``wordings`` match, the longest first where several begin at one token."""
    found: list[Match] = []
    for wording in wordings:
        for match in wording.pattern.finditer(cut.codes):
            found.append(Match(match.start(), match.end() - 1, wording.rule))
    return sorted(found, key=lambda match: (match.first, -match.last, match.rule.id))

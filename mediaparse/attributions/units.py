"""One unit, a sentence with its quotations whole: its statements."""

from __future__ import annotations

from mediaparse.attributions import grammar, speakers
from mediaparse.attributions.closings import closing
from mediaparse.attributions.cues import Hit
from mediaparse.attributions.openings import opening
from mediaparse.attributions.phrases import AS
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.statements import Statement
from mediaparse.attributions.words import is_a
from mediaparse.patterns import pattern

_EDITORS = ("Editor", "Editors")
_MARK = pattern("[,~Q]")
_LEARNED = frozenset(("learned", "learnt"))
_HOUSE = pattern(r",(?:d )?N(?:[ .&'\-]N){0,4} (?:a )?[ev]\Z")
_HOUSE_REACH = 40  # tokens of ", the house has learned"
_LAST = 40  # cues of one sentence that are looked at for the one that closes it


def read_unit(folded: Skeleton, unit: Unit, hits: list[Hit]) -> list[Statement]:
    """The statements of one unit, in order of their cues."""
    words = folded.words
    if words[unit.start] in _EDITORS and _is_note(folded, unit):
        return []
    if words[unit.end - 1] in _LEARNED:
        unit = _without_house(folded, unit)
    marked, limit = _marked(folded, unit, hits[-1].group), unit.end
    for hit in reversed(hits[-_LAST:]):
        if hit.group > marked or hit.form.lemma == "according to":
            last = closing(folded, unit, hit, limit)
            if last is not None:
                return [last] if len(hits) == 1 else _with_others(folded, unit, hits, hits.index(hit), last)
        limit = hit.group
    return _openings(folded, unit, hits, 0, None)


def _with_others(folded: Skeleton, unit: Unit, hits: list[Hit], number: int, last: Statement) -> list[Statement]:
    """The statement ``last``, which the cue of that number closes, with those of the cues before and behind it."""
    if number and (parted := _parted(folded, unit, hits, number, last)) is not None:
        return parted
    if number and (first := _own_cue(folded, unit, hits, last)) is not None:
        return [first, *_openings(folded, unit, hits, 1, first)]
    return [*_ahead(folded, unit, hits[:number], last), last, *_openings(folded, unit, hits, number + 1, last)]


def _without_house(folded: Skeleton, unit: Unit) -> Unit:
    """``Prices rose, Ruiz said, BelTA has learned``: the unit without the house's word for itself at its end."""
    house = _HOUSE.search(folded.letters, max(unit.start, unit.end - _HOUSE_REACH), unit.end)
    return Unit(unit.start, house.start(), unit.paragraph) if house else unit


def _is_note(folded: Skeleton, unit: Unit) -> bool:
    """ "Editor's note: ...": the house itself speaks."""
    words, start = folded.words, unit.start
    return "note" in (words[start + 2].lower(), words[start + 4].lower())


def _own_cue(folded: Skeleton, unit: Unit, hits: list[Hit], last: Statement) -> Statement | None:
    """``"A," she said, as the crowd cheered``: the quotation has a cue of its own, nearer than that of ``last``."""
    start, end = last.pieces[0]
    if start != unit.start or end - start < 3 or folded.letters[start] != "Q" or last.rule == "according-to":
        return None
    first = closing(folded, unit, hits[0], hits[1].group)
    return first if first is not None and first.pieces[0] == (start, start + 1) else None


def _ahead(folded: Skeleton, unit: Unit, hits: list[Hit], last: Statement) -> list[Statement]:
    """``Ruiz said prices rose - "They doubled," he said``: the statements before the one that closes the unit."""
    begin = last.pieces[0][0]
    if not hits or begin <= unit.start + 2:
        return []
    return _openings(folded, Unit(unit.start, begin - 1, unit.paragraph), hits, 0, None)


def _marked(folded: Skeleton, unit: Unit, last: int) -> int:
    """The first token before ``last`` that tells that something is said before a cue: a comma, a quotation, "as"."""
    letters, start = folded.letters, unit.start
    letter = letters[start]
    if letter == "Q" or (letter in "pcN" and folded.words[start + 2 if letter == "c" else start] in AS):
        return start
    mark = _MARK.search(letters, start, last)
    return mark.start() if mark else last


def _parted(folded: Skeleton, unit: Unit, hits: list[Hit], number: int, last: Statement) -> list[Statement] | None:
    """``"A," she said, but, in her own way, "B," said Ruiz``: two quotations, two statements."""
    letters, (start, end) = folded.letters, last.pieces[0]
    if end - start < 3 or letters[start] != "Q" or letters[end - 1] != "Q":
        return None
    hit = hits[0]
    comma = letters.find(",", hit.end, end)
    if comma < 0:
        return None
    first = closing(folded, Unit(unit.start, comma, unit.paragraph), hit, comma)
    if first is None or first.pieces != ((start, start + 1),):
        return None
    second = last.of((end - 1, end), *last.pieces[1:])
    return [first, second, *_openings(folded, unit, hits, number + 1, second)]


def _openings(folded: Skeleton, unit: Unit, hits: list[Hit], first: int, last: Statement | None) -> list[Statement]:
    """The statements whose content stands behind their cue; what stands in another's content is part of it."""
    found: list[Statement] = []
    covered = unit.start if last is None else last.pieces[-1][1]
    for number in range(first, len(hits)):
        hit = hits[number]
        if hit.word < covered or (number + 1 < len(hits) and _describes(folded, unit, hit, hits[number + 1])):
            continue
        statement = opening(folded, unit, hit, hits[number + 1 : number + _LAST], last)
        if statement is not None:
            found.append(statement)
            last = statement
            covered = statement.pieces[-1][1] if statement.pieces else unit.end
    return found


def _describes(folded: Skeleton, unit: Unit, hit: Hit, later: Hit) -> bool:
    """Does the verb only tell whose the next one is: "a letter written by the mayor said", "wrote a note saying"?"""
    letters, end = folded.letters, later.group - 1
    if later.form.tense == "ing" and not later.finite:
        return _makes_speak(folded, hit, later)
    if hit.end >= end or hit.form.tense != "past" or hit.group < hit.word or letters[hit.word - 2] not in "nN":
        return False
    tells = later.form.lemma == "say" or letters[later.end + 1] == "s"
    if not (tells and later.finite) or later.form.also_noun or folded.words[later.end + 1] == "to":
        return False
    between = grammar.ADVERBIALS.fullmatch(letters, hit.end, end) is not None
    return between and speakers.before(folded, unit, later.group) is not None


def _makes_speak(folded: Skeleton, hit: Hit, later: Hit) -> bool:
    """ "Cited Ruiz as saying", "wrote a note saying": what is cited or written says it."""
    letters, end = folded.letters, later.group - 1
    if folded.words[end - 1] == "as":
        return is_a("quoting", folded.words[hit.word])
    written = later.form.lemma == "say" and is_a("making texts", hit.form.lemma) and letters[hit.end + 1] == "d"
    return written and not letters[hit.end : end].rstrip(grammar.PHRASAL)

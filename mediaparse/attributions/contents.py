"""Contents: where what is said begins before its cue, and where it ends behind it."""

from __future__ import annotations

import re

from mediaparse.attributions import speakers
from mediaparse.attributions.agreement import agrees
from mediaparse.attributions.cues import Hit
from mediaparse.attributions.follows import Follow
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.statements import Piece
from mediaparse.attributions.words import is_a, kinds
from mediaparse.patterns import pattern

_REACH = 400  # tokens in which another statement is looked for
_WHEN = pattern(r" (?:p )?m(?: [0n])?\Z")
_VENUE = pattern(r" p (?:d )?(?:[neNrg0][ '\-]){0,4}n\Z")
# A semicolon, ", but he", ", and has": here the writer goes on. A set in front is searched for in one go.
_TURN_MARK = r"[;,](?:(?<=;)|(?=c (?:h|a|v|e p|r [av])|p [av]|s g )|(?<=Q,)(?=[gr]))"
_TURN = pattern(_TURN_MARK)
_TURN_OR_JOINED = pattern(rf"{_TURN_MARK}|(?<=Q) (?=c [ve])")  # '" and gave'
# Behind an object ("praised the plan"): a comma that joins no list.
_AFTER_OBJECT = pattern(r";|~|,(?=[cgsrphav])| (?=c (?:r|a|v))|(?<=Q) (?=c e )")
_VERB_JOINED = pattern(" (?=c [av])")
# The comma behind a quotation, unless another goes on.
_AFTER_QUOTATION = pattern(r"(?<=Q),(?!(?:c )?Q)|;|~")
_FINITE = pattern("[ave]")
_RELATIVE = pattern(r"[Nn1] s (?:[ar] ){0,3}[aven](?: [nNd]){0,1} \Z")  # "the man who has denied "
_ASKED = frozenset(("Asked", "When", "If"))
_INTRODUCED = pattern("(?:c )?[sp]")
_BACKSHIFTED = frozenset(("had", "would", "could", "might"))
_CONTRAST = frozenset(("while", "whereas", "though", "although"))


def before(folded: Skeleton, unit: Unit, end: int) -> Piece | None:
    """What the unit says before the comma or quotation that stands before token ``end``."""
    letters, words, start = folded.letters, folded.words, unit.start
    if start == end - 2 and letters[start] == "Q":
        return (start, end - 1)
    asked = words[start] in _ASKED and (words[start] == "Asked" or words[start + 2] == "asked")
    if letters[end - 2] == "Q" and end - 4 >= start and _parts(letters, start, end - 3, asked):
        return (end - 2, end - 1)
    if asked:
        return None
    return (start, end - 1) if end - 1 > start else None


def _parts(letters: str, start: int, mark: int, asked: bool) -> bool:
    """Does the mark, after a question also a comma, part the quotation behind it from the words before it?"""
    return letters[mark] in (":(," if asked else ":(") or (letters[mark] == "~" and "Q" not in letters[start:mark])


def behind(folded: Skeleton, unit: Unit, follow: Follow, later: list[Hit], closes: str, takes_object: bool) -> int:
    """The gap where the content ends that ``follow`` begins.

    It ends where another statement begins ("..., adding that", "... and said"), where the writer
    goes on about the speaker ("but declined to", ", but he"), and with the relative clause that it is of.
    """
    letters, start = folded.letters, follow.at
    end = _to_next_statement(folded, unit, start, later, takes_object) if later else unit.end
    if closes:
        mark = letters.find(closes, start, end)
        end = mark if mark > 0 else end
    if follow.kind == "quote":
        end = _first(_AFTER_QUOTATION, letters, start, start, end)
    elif follow.kind in ("noun", "clause") and takes_object:
        end = _first(_AFTER_OBJECT, letters, start, start + 1, end)
    else:
        joined = letters.find("Q c ", start, end) >= 0
        end = _first(_TURN_OR_JOINED if joined else _TURN, letters, start, start + 2, end)
        if follow.kind == "clause":
            end = _before_next_verb(letters, start, end)
    return _without_venue(folded, start, end, follow.kind == "noun")


def _before_next_verb(letters: str, start: int, end: int) -> int:
    """In "confirmed the death but gave" no clause follows the cue: its object, and the speaker's next verb."""
    joined = _VERB_JOINED.search(letters, start, end)
    return joined.start() if joined and not _FINITE.search(letters, start, joined.start()) else end


def _first(turns: re.Pattern[str], letters: str, start: int, after: int, end: int) -> int:
    """Where the first of ``turns`` stands outside brackets, or ``end``."""
    turn = turns.search(letters, after, end)
    if turn is not None and letters.rfind("(", start, turn.start()) > letters.rfind(")", start, turn.start()):
        closed = letters.find(")", turn.start(), end)
        turn = turns.search(letters, closed, end) if closed > 0 else turn
    return turn.start() if turn else end


def _without_venue(folded: Skeleton, start: int, end: int, timed: bool) -> int:
    """Leave off where the statement was made: "... in a statement", and behind an object also when."""
    letters, words = folded.letters, folded.words
    if timed:
        when = _WHEN.search(letters, max(start + 1, end - 8), end)
        end = when.start() if when else end
    floor = max(start + 1, end - 12)
    if kinds()["venue"].isdisjoint(words[end - 1 : floor : -2]):
        return end
    for at in range(end - 1, floor, -2):
        if is_a("venue", words[at]):
            venue = _VENUE.search(letters, max(start + 1, at - 9), at + 1)
            return venue.start() if venue and letters[at + 1 : at + 3] not in (" n", " N", "-n") else end
    return end


def _to_next_statement(folded: Skeleton, unit: Unit, start: int, later: list[Hit], takes_object: bool) -> int:
    """The gap where a statement of its own begins behind ``start``, with the "and" or the subject before its cue.

    It is the end of the unit where none of the ``later`` cues has one.
    """
    letters = folded.letters
    for hit in later:
        if hit.word <= start + 2:
            continue
        if hit.word - start > _REACH:
            break
        gap = hit.group - 1
        if hit.form.tense == "ing" and letters[gap] == ",":
            return gap
        if hit.form.tense == "ing" and letters[hit.group - 2] == "c" and hit.group - 3 > start:
            return hit.group - 3
        if hit.form.lemma == "according to" and letters[gap] == ",":
            return gap
        if not hit.finite:
            continue
        if letters[hit.group - 2] == "c" and hit.group - 3 > start and folded.words[hit.group - 2] != "or":
            if _carries_on(folded, start, hit):
                continue
            return hit.group - 3
        mention = speakers.before(folded, unit, hit.group)
        if mention is None:
            continue
        if mention[0] < start and _RELATIVE.search(letters, mention[0], start) and agrees(folded, hit, mention):
            return hit.group - 1  # "the man who denied it said"
        if mention[0] - 3 <= start or (hit.form.tense == "base" and not agrees(folded, hit, mention)):
            continue
        joined = letters[mention[0] - 3] == " " and folded.words[mention[0] - 2] == "and"  # "said he and Ruiz promised"
        if joined and not takes_object and not _FINITE.search(letters, start, mention[0] - 2):
            continue
        if letters[mention[0] - 2] == "c" or letters[mention[0] - 1] in ";~":
            return mention[0] - 3 if letters[mention[0] - 2] == "c" else mention[0] - 1
        if folded.words[mention[0] - 2] in _CONTRAST and letters[mention[0] - 3] == ",":
            return mention[0] - 3
        if letters[mention[0] - 1] == "," and _INTRODUCED.match(letters, unit.start):
            return mention[0] - 1
    return unit.end


def _carries_on(folded: Skeleton, start: int, hit: Hit) -> bool:
    """In "said he had called and had asked for help" the cue is said too; in "and would not say when" it is not."""
    words, joint = folded.words, hit.group - 2
    if words[joint] != "and" or words[hit.group] not in _BACKSHIFTED or (hit.negated and "that" in hit.form.governs):
        return False
    return not _BACKSHIFTED.isdisjoint(words[start:joint:2])

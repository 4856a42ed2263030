"""Speakers: the noun phrase before or after a cue, with the titles, appositions and relative clauses that belong to it."""

from __future__ import annotations

import re
from functools import cache

from mediaparse.attributions.grammar import (
    BASE,
    PARTY,
    PHRASE,
    SPACE,
    clause_subject,
    ends_in_phrase,
    ends_in_single_phrase,
    phrase,
)
from mediaparse.attributions.skeleton import Skeleton, Unit

_REACH = 90  # tokens that a mention may be long
_SELF = frozenset(("himself", "herself", "themselves", "itself"))
_DETACHED = "prg"  # an inserted "in a statement", "however", "speaking on Monday" is no part of the mention

_HEAD = re.compile("[Nn]")
Mention = tuple[int, int]  # first token, gap after the last


def before(folded: Skeleton, unit: Unit, group: int) -> Mention | None:
    """The subject that ends where the verb group starts."""
    letters, words = folded.letters, folded.words
    low = max(unit.start, group - _REACH)
    if group - 2 < low:
        return None
    while letters[group - 2] in "h" and words[group - 2] in _SELF and group - 4 >= low:
        group -= 2
    gap = letters[group - 1]
    last = group - 2
    if gap in ",":
        return _with_apposition(folded, low, group - 1)
    if gap not in " )¶":
        return None
    if letters[last] == "h":
        return (last, last + 1)
    if letters[last] == "s":
        return (last, last + 1) if words[last] in ("who", "which", "that", "Who") and last - 2 >= low else None
    if letters[last] == "m" and last - 4 >= low and letters[last - 2] == "p":
        return before(folded, unit, last - 2)
    return _phrase_up_to(folded, low, group)


def of_clause(folded: Skeleton, unit: Unit, end: int) -> Mention | None:
    """The subject of the clause with which the unit begins, where its verb stands before ``end``."""
    match = clause_subject().match(folded.letters, unit.start, end)
    return match.span(1) if match else None


def _phrase_up_to(folded: Skeleton, low: int, end: int) -> Mention | None:
    """The longest noun phrase of tokens ``low`` to ``end``, its gap included."""
    letters = folded.letters
    match = ends_in_phrase().search(letters, low, end)
    if match is None:
        return None
    start = match.start()
    start += (start - low) % 2 and 1
    if not _at_boundary(folded, low, start) and " c " in letters[start:end]:
        match = ends_in_single_phrase().search(letters, low, end)
        if match is None:
            return None
        start = match.start()
    return (start, end - 1)


def _at_boundary(folded: Skeleton, low: int, start: int) -> bool:
    return start <= low or folded.letters[start - 1] in ",;:—(¶" or folded.letters[start - 2] in "csQ"


def _with_apposition(folded: Skeleton, low: int, comma: int) -> Mention | None:
    """ "Ana Ruiz, head of the union, " and "the union's head, Ana Ruiz, ": what stands before the comma at ``comma``."""
    letters = folded.letters
    end = comma
    for _ in range(3):
        previous = letters.rfind(",", low, end)
        if previous < 0:
            return None
        kind = letters[previous + 1]
        mention = _named(folded, low, previous)
        if mention is not None:
            return mention if kind in _DETACHED else (mention[0], comma)
        end = previous
    return None


def _named(folded: Skeleton, low: int, comma: int) -> Mention | None:
    """The noun phrase before ``comma``, where a mention can begin there."""
    letters = folded.letters
    if letters[comma - 1] == "h":
        return (comma - 1, comma) if comma - 2 < low or letters[comma - 2] in ",;—" else None
    match = _ends_at_comma().search(letters, low, comma + 1)
    if match is None or not _at_boundary(folded, low, match.start()):
        return None
    return (match.start(), comma) if _HEAD.search(match.group()) else None


@cache
def _ends_at_comma() -> re.Pattern[str]:
    return re.compile(rf"{PHRASE}{PARTY}[,)]\Z")


@cache
def _apposition() -> re.Pattern[str]:
    """What may follow a name after a comma, up to the next comma or the end."""
    return re.compile(rf",(?:(?:d|0|n|N|1|r{SPACE}d|r{SPACE}N|r{SPACE}n)[^,;:Q—]{{0,120}}|s{SPACE}[^;:—]{{0,160}})")


def after(folded: Skeleton, unit: Unit, gap: int) -> Mention | None:
    """The subject that follows an inverted cue ("said Ana Ruiz, head of the union")."""
    letters = folded.letters
    if letters[gap] not in " ¶":
        return None
    if letters[gap + 1] == "h":
        return (gap + 1, gap + 2)
    match = phrase().match(letters, gap + 1, unit.end + 1)
    if match is None or not re.search("[nNd1]", match.group()):
        return None
    end = match.end()
    if end < len(letters) and letters[end] == ")":
        pass
    start = gap + 1
    while end < unit.end and letters[end] == ",":
        apposition = _apposition().match(letters, end, unit.end)
        if apposition is None:
            break
        end = apposition.end()
        if end % 2 == start % 2:
            end -= 1
    return (start, end)

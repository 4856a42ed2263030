"""Whom a sentence is about: the people in it that a later "he" or "the senator" can take up."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator
from math import inf

from mediaparse.attributions.lexicon import given_names
from mediaparse.attributions.resolution.names import runs
from mediaparse.attributions.resolution.people import Cast, Person
from mediaparse.scan import Scan

_REACH = 120  # parts of a sentence in which its people are looked for
_FRONT = 60  # parts that a clause before the subject has at most
_VERBS = frozenset("vae")
_BYLINE = 200  # characters
_BY = ("By ", "by ", "BY ")
_OBJECT = frozenset((" N", " d"))  # the letters of what may be an object, the gap before it included
_ALONE = frozenset(("N a", "N v", "N e"))


def first_part(scanned: Scan, sentence: int) -> int:
    """The part of a sentence's first word; after the last sentence, the end of the text."""
    if sentence >= len(scanned.sentences):
        return len(scanned.parts)
    start = bisect_right(scanned.offsets, scanned.sentences[sentence][0]) - 1
    return start + start % 2


def begins_with(scanned: Scan, start: int, words: Container[str]) -> bool:
    """Is the word at ``start``, or that behind a "but" or "and" there, one of ``words``?"""
    if scanned.classes[start] == "c":
        start = min(start + 2, len(scanned.parts) - 1)
    return scanned.parts[start].casefold() in words


def is_byline(scanned: Scan, sentence: int) -> bool:
    """Does the sentence name the writer: "By Jo Berg, PA"?"""
    start, end = scanned.sentences[sentence]
    if not scanned.text.startswith(_BY, start) or end > start + _BYLINE:
        return False
    return _VERBS.isdisjoint(scanned.classes[first_part(scanned, sentence) : first_part(scanned, sentence + 1)])


def is_first_name(cast: Cast, sentence: int, start: int, gender: str) -> bool:
    """Is the word at ``start`` a given name of ``gender``, nobody's surname, and the subject: "Olena has left."?"""
    scanned = cast.scanned
    word = scanned.parts[start].casefold()
    if given_names().get(word) != gender or word in cast.by_surname:
        return False
    alone = scanned.classes[start : start + 3] in _ALONE and scanned.parts[start + 1][0] == " "
    return alone and scanned.sentences[sentence][0] == scanned.offsets[start]


def people(cast: Cast, start: int, end: int) -> Iterator[Person]:
    """Everybody whom the sentence between two parts names outside its quotations."""
    scanned = cast.scanned
    for run in runs(scanned, start, min(end, start + _REACH)):
        if (person := cast.person_at(run)) is not None and not _quoted(scanned, run[0]):
            yield person


def subjects(cast: Cast, start: int, end: int) -> Iterator[Person]:
    """The people of the sentence between two parts, after a fronted clause, that no preposition governs.

    >>> from mediaparse.attributions.lexicon import builtin_lexicon
    >>> from mediaparse.attributions.resolution.people import cast
    >>> from mediaparse.scan import scan
    >>> text = scan("After a call from Ivan Berg, Ana Ruiz thanked Jo Lund in a letter to Kim Dahl.")
    >>> [person.name for person in subjects(cast(text, builtin_lexicon(), frozenset()), 0, len(text.parts))]
    ['Ana Ruiz', 'Jo Lund']
    """
    scanned = cast.scanned
    if _all_quoted(scanned, start, end):
        return
    letters, end = scanned.classes, min(end, start + _REACH)
    if start < end and (letters[start] in "psge" or scanned.parts[start].endswith("ing")):
        comma = letters.find(",", start, min(end, start + _FRONT))
        if comma > 0 and (letters[start] != "p" or _VERBS.isdisjoint(letters[start:comma])):
            start = comma + 1
    yield from _ungoverned(cast, start, end, owners=False)


def subjects_before(cast: Cast, sentence: int, part: int) -> Iterator[Person]:
    """The people of a sentence before ``part`` that no preposition governs."""
    yield from _ungoverned(cast, max(first_part(cast.scanned, sentence), part - _REACH), part, owners=True)


def antecedent(cast: Cast, sentence: int, part: int) -> Person | None:
    """Whom "who" at ``part`` takes up: the name right before it, or before the apposition that it follows."""
    scanned, found = cast.scanned, None
    start = max(first_part(scanned, sentence), part - _REACH)
    for run in runs(scanned, start, part):
        between = scanned.classes[run[-1] + 1 : part]
        if between in (" ", ",", "~") or (between[:2] == ",d" and between[-1] == "," and between.count(",") == 2):
            found = cast.person_at(run) or found
    return found


def run_before(cast: Cast, sentence: int, part: int) -> list[int] | None:
    """The parts of the name that ends at the comma or dash before ``part``."""
    start = max(first_part(cast.scanned, sentence), part - _REACH)
    last = max(runs(cast.scanned, start, part), default=None)
    return last if last is not None and cast.scanned.classes[last[-1] + 1 : part] in (",", "~") else None


def addressed(cast: Cast, part: int) -> Person | None:
    """Whom the verb behind ``part`` has as its object: "told Berg"; its subject is somebody else."""
    letters = cast.scanned.classes
    if letters[part + 2 : part + 4] not in _OBJECT or letters[part] != " ":
        return None
    run = next(runs(cast.scanned, part + 3, part + 12), None)
    return cast.person_at(run) if run is not None and run[0] == part + 3 else None


def _ungoverned(cast: Cast, start: int, end: int, *, owners: bool) -> Iterator[Person]:
    """The people between two parts that no preposition governs; with ``owners`` also Berg of "Berg's house"."""
    scanned, governed = cast.scanned, False
    letters = scanned.classes
    for run in runs(scanned, start + start % 2, end):
        ahead = letters[run[0] - 2] if run[0] > 1 else ""
        governed = ahead in ("p", "o") or (governed and ahead == "c") or (not owners and _owns(scanned, run[-1] + 1))
        if not governed and (person := cast.person_at(run)) is not None and not _quoted(scanned, run[0]):
            yield person


def _owns(scanned: Scan, end: int) -> bool:
    """Is the name that ends at ``end`` an owner's: "Berg's house"?"""
    return scanned.classes.startswith("'n ", end) and scanned.parts[end + 1] == "s"


def _all_quoted(scanned: Scan, start: int, end: int) -> bool:
    """Do the words from part ``start`` up to ``end`` stand within one quotation?"""
    offsets = scanned.offsets
    at = bisect_right(scanned.quotations, (offsets[start], inf)) - 1
    return at >= 0 and offsets[end - 1] < scanned.quotations[at].end


def _quoted(scanned: Scan, part: int) -> bool:
    """Does the part stand inside a quotation?"""
    offset = scanned.offsets[part]
    at = bisect_right(scanned.quotations, (offset, inf)) - 1
    return at >= 0 and offset < scanned.quotations[at].end

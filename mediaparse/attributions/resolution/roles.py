"""What the text says that its people are: the titles before their names and the appositions on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from mediaparse.attributions.lexicon import Title, TitleKind
from mediaparse.attributions.resolution.names import Naming
from mediaparse.attributions.resolution.people import Cast, Person
from mediaparse.scan import Scan

_REACH = 30
_INSIDE = frozenset(" -'¶&")


@frozen(eq=False)
class Role:
    """A description of ``person`` from part ``start`` up to part ``end``, with its words in lower case."""

    person: Person
    start: int
    end: int
    words: tuple[str, ...]


def roles(scanned: Scan, cast: Cast, titled: Mapping[str, Title]) -> dict[str, list[Role]]:
    """Every role of every person, by each title in it and by the words that can stand for that title."""
    found: dict[str, list[Role]] = {}
    for person in {id(person): person for person in cast.namings.values()}.values():
        for naming in person.namings:
            for start, end in _descriptions(scanned, naming, titled):
                add(found, scanned, titled, person, start, end)
    return found


def add(
    found: dict[str, list[Role]], scanned: Scan, titled: Mapping[str, Title], person: Person, start: int, end: int
) -> None:
    """Enter the description of ``person`` from part ``start`` up to ``end`` where a title is its chief word."""
    parts, letters = scanned.parts, scanned.classes
    role = Role(person, start, end, tuple(word.casefold() for word in parts[start:end:2]))
    core = min((at for at in range(start, end) if letters[at] in "posv,"), default=end)
    heads: set[str] = set()
    for at in range(start, core, 2):
        title = titled.get(parts[at].casefold())
        if title is not None and title.kind is not TitleKind.GROUP:
            heads.update((title.word.casefold().split()[-1], parts[at].casefold(), *title.also))
    for head in heads:
        found.setdefault(head, []).append(role)


def _descriptions(scanned: Scan, naming: Naming, titled: Mapping[str, Title]) -> Iterator[tuple[int, int]]:
    """Where the text says what ``naming`` is: part indices of the first word and after the last."""
    start = _before(scanned, naming, titled)
    if start < naming.start:
        yield start, naming.start - 1
    yield from _after(scanned, naming, titled)
    if start > 1 and scanned.classes[start - 1] == ",":
        yield from _ahead(scanned, start, titled)


def _before(scanned: Scan, naming: Naming, titled: Mapping[str, Title]) -> int:
    """The first word of the title before the name: "former Maryland governor", "secretary of state"."""
    parts, letters, at = scanned.parts, scanned.classes, naming.first
    if at >= 6 and letters[at - 5 : at] == " o n " and parts[at - 6].casefold() in titled:
        at -= 6
    elif at == naming.start and not (at > 1 and letters[at - 1] == " " and parts[at - 2].casefold() in titled):
        return at
    floor = max(0, at - _REACH)
    while at - 2 >= floor and letters[at - 1] in _INSIDE and letters[at - 2] in "nNeg0":
        at -= 2
    return at


def _after(scanned: Scan, naming: Naming, titled: Mapping[str, Title]) -> Iterator[tuple[int, int]]:
    """The appositions behind the name, an age and a party passed over: "Jo Berg, 63, a retired bus driver"."""
    parts, letters, at = scanned.parts, scanned.classes, naming.end
    limit = min(len(parts), at + _REACH)
    while at < limit and letters[at] == "(":
        at = letters.find(")", at, limit)
        if at < 0:
            return
    while at + 1 < limit and letters[at] in ",)" and "," in parts[at]:
        stop = next((end for end in range(at + 1, limit) if letters[end] in ',.(;:—"¶sa'), limit)
        stop -= 1 - stop % 2
        if letters[at + 1] != "0" or stop > at + 2:
            if letters[at + 1] in "pvsahrc0" or not _titled(scanned, at + 1, stop, titled):
                return
            yield at + 1, stop
            return
        at = stop


def _ahead(scanned: Scan, start: int, titled: Mapping[str, Title]) -> Iterator[tuple[int, int]]:
    """The description that the name itself is an apposition to: "a spokesman for the port, Jo Berg"."""
    letters, at, first = scanned.classes, start - 1, -1
    floor = max(1, start - _REACH)
    while at - 1 >= floor and letters[at - 1] in "nNego0p1d" and (at == start - 1 or letters[at] in _INSIDE):
        at -= 2
        if letters[at + 1] == "d":
            first = at + 1
    if first < 0:
        first = at + 1
    if first < start - 1 and _titled(scanned, first, start - 1, titled):
        yield first, start - 1


def _titled(scanned: Scan, start: int, end: int, titled: Mapping[str, Title]) -> bool:
    """Is there a title before the first preposition?"""
    for at in range(start, end, 2):
        if scanned.classes[at] in "po":
            return False
        title = titled.get(scanned.parts[at].casefold())
        if title is not None and title.kind not in (TitleKind.GROUP, TitleKind.MODIFIER):
            return True
    return False

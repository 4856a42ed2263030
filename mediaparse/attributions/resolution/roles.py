"""What the text says that its people are: the titles before their names and the appositions on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mediaparse.attributions.lexicon import UNTITLED, Title, TitleKind, organization_words
from mediaparse.attributions.resolution.names import Naming, office_before
from mediaparse.attributions.resolution.people import Cast, Person
from mediaparse.attributions.words import is_a, kinds
from mediaparse.patterns import pattern
from mediaparse.scan import Scan
from mediaparse.scan.sentences import abbreviations

# As far from a name, in parts, as its descriptions are looked for.
_REACH = 30
_ENDS = frozenset(".!?…")
_STOP = pattern('[,(;:~"¶sa.)]')  # a dot or a bracket only where it ends the sentence
_BESIDE = frozenset("(,)")  # the gaps with which an apposition can begin
_JOINS = frozenset(" -'&")
_AFTER_CHIEF = pattern("[posv,]")
_CHAIR = ("chair", "chairman", "chairwoman", "chairperson")
_COUNSEL = (("KC",), ("QC",))
_TELLING = frozenset((("in",), ("prosecuting",), *_COUNSEL))  # what begins the words behind a name that tell a title
_BARRISTER = ("barrister", "lawyer")
# As many holders of one title are told apart.
_MOST = 40
# Kinds that say nothing of what somebody is.
_UNTELLING = UNTITLED | {TitleKind.HONORIFIC}

# Words for somebody of whose title a text has told more: its kind.
_BROAD = {
    "official": (TitleKind.OFFICE, TitleKind.POST, TitleKind.RANK),
    "expert": (TitleKind.TRADE, TitleKind.POST, TitleKind.HONORIFIC),
}


Description = tuple[int, int]  # the parts of its first word and after its last


class Holding:
    """Somebody's hold on a title, since part ``start``; ``words`` are those of all descriptions, in lower case."""

    __slots__ = ("start", "words")

    def __init__(self, start: int, words: frozenset[str]) -> None:
        self.start = start
        self.words = words

    def shares(self, word: str) -> bool:
        """Is ``word`` one of theirs, or the adjective or the noun of one ("Russian", "Russia")?"""
        return word in self.words or (len(word) > 4 and word[:5] in {other[:5] for other in self.words})


def holders(cast: Cast, titled: Mapping[str, Title]) -> dict[str, dict[Person, Holding]]:
    """Who holds each title, and each word that can stand for that title."""
    found: dict[str, dict[Person, Holding]] = {}
    for person in cast.people:
        for naming in person.namings:
            for start, end in _descriptions(cast.scanned, naming, titled):
                enter(found, cast.scanned, titled, person, start, end, _origin(cast.scanned, naming))
            for head in _told_beside(cast.scanned, naming):
                found.setdefault(head, {}).setdefault(person, Holding(naming.start, frozenset()))
    return found


def _told_beside(scanned: Scan, naming: Naming) -> Iterator[str]:
    """Titles that no title tells: "with Jo Berg in the chair", "chaired by Jo Berg", "Jo Berg KC, prosecuting, "."""
    parts, end, first = scanned.parts, naming.end, naming.first
    if parts[end + 1 : end + 2] not in _TELLING and parts[first - 2] != "by":
        return
    if parts[end + 1 : end + 6 : 2] == ("in", "the", "chair") or parts[max(0, first - 4) : first : 2] == (
        "chaired",
        "by",
    ):
        yield from _CHAIR
    if parts[end + 1 : end + 2] in _COUNSEL:
        yield from _BARRISTER
        end += 2
    if parts[end + 1 : end + 2] == ("prosecuting",):
        yield "prosecutor"


def enter(
    found: dict[str, dict[Person, Holding]],
    scanned: Scan,
    titled: Mapping[str, Title],
    person: Person,
    start: int,
    end: int,
    origin: tuple[str, ...] = (),
) -> None:
    """Add the description of ``person`` from part ``start`` up to ``end`` to the holders."""
    words = frozenset(map(str.casefold, (*scanned.parts[start:end:2], *origin)))
    for head in _heads(scanned, titled, start, end):
        people = found.setdefault(head, {})
        if (known := people.get(person)) is not None:
            known.words |= words
            known.start = min(known.start, start)
        elif len(people) < _MOST:
            people[person] = Holding(start, words)


def describe(scanned: Scan, person: Person, titled: Mapping[str, Title]) -> Description | None:
    """Where the text first says what ``person`` is."""
    for naming in person.namings:
        for start, end in _descriptions(scanned, naming, titled):
            words = (word.casefold() for word in scanned.parts[start:end:2])
            kinds = {titled[word].kind for word in words if word in titled}
            if not kinds <= _UNTELLING:
                return start, end
    return None


def is_broader(word: str, role: str | None, titled: Mapping[str, Title]) -> bool | None:
    """Is ``word`` another for who has ``role``: "the official" for a mayor? None where it is none that can be."""
    if word == "diplomat":
        return role is not None and not kinds()["of diplomats"].isdisjoint(role.casefold().split())
    if word not in _BROAD:
        return None
    told = map(titled.get, role.casefold().replace("-", " ").split()) if role else ()
    return any(title is not None and title.kind in _BROAD[word] for title in told)


def is_kin(scanned: Scan, person: Person, titled: Mapping[str, Title]) -> bool:
    """Is ``person`` brought in as a relative of somebody else: "her husband, Jo Berg"?"""
    for start, end in _descriptions(scanned, person.namings[0], titled):
        title = titled.get(scanned.parts[_chief(scanned, start, end)].casefold())
        if title is not None and title.kind == "kin":
            return True
    return False


def apposed(scanned: Scan, naming: Naming, titled: Mapping[str, Title], limit: int) -> Description | None:
    """The apposition behind the name, an age and a party passed over: "Jo Berg, 63, a retired bus driver"."""
    letters, at = scanned.classes, naming.end
    if letters[at : at + 1] not in _BESIDE:
        return None
    parts, limit = scanned.parts, min(len(letters), at + _REACH, limit)
    if at < limit and letters[at] == "(":
        at = letters.find(")", at, limit)
    while at > 0 and at + 1 < limit and letters[at] in ",)" and "," in parts[at]:
        stop = limit
        for mark in _STOP.finditer(letters, at + 1, limit):
            if mark.group() not in ".)" or _stops(parts, mark.start()):
                stop = mark.start()
                break
        stop -= 1 - stop % 2
        if letters[at + 1] != "0" or stop > at + 2:
            if (
                letters[at + 1] not in "pvsahrc0"
                and parts[at + 1] != "whose"
                and _titled(scanned, at + 1, stop, titled)
            ):
                return at + 1, stop
            return None
        at = stop
    return None


def _stops(parts: tuple[str, ...], gap: int) -> bool:
    """Does the gap end a sentence: no dot of "George W. Berg" or "St. Paul"?"""
    before = parts[gap - 1]
    return parts[gap][:1] in _ENDS and len(before) != 1 and abbreviations().get(before) != "name"


def _heads(scanned: Scan, titled: Mapping[str, Title], start: int, end: int) -> set[str]:
    """The titles of a description, of "Minister of Ports, Major General" two, and the words that can stand for them."""
    comma = scanned.classes.find(",", start, end)
    if comma > start:
        return _heads(scanned, titled, start, comma) | _heads(scanned, titled, comma + 1, end)
    parts, chief = scanned.parts, _chief(scanned, start, end)
    heads: set[str] = set()
    for at in range(start, chief + 1, 2):
        word = parts[at].casefold()
        title = titled.get(word)
        if title is not None and title.kind not in UNTITLED and (at == chief or parts[at][0].isupper()):
            heads.update((title.word.casefold().split()[-1], word, *title.also))
    phrase = titled.get(" ".join(parts[max(start, chief - 2) : chief + 1 : 2]).casefold())
    if phrase is not None:
        heads.update(phrase.also)
    return heads


def _descriptions(scanned: Scan, naming: Naming, titled: Mapping[str, Title]) -> Iterator[Description]:
    """Where the text says what ``naming`` is."""
    start = _before(scanned, naming, titled)
    if start < naming.start:
        yield start, naming.start
    if (behind := apposed(scanned, naming, titled, len(scanned.parts))) is not None:
        yield behind
    if start > 1 and scanned.classes[start - 1] == "," and (ahead := _ahead(scanned, start, titled)) is not None:
        yield ahead


def _before(scanned: Scan, naming: Naming, titled: Mapping[str, Title]) -> int:
    """The first word of the title before the name: "former Maryland governor", "secretary of state"."""
    parts, letters, at = scanned.parts, scanned.classes, naming.first
    if at == naming.start and letters[at - 1] != " ":
        return at
    if at >= 6 and letters.startswith(" o n ", at - 5) and parts[at - 6].casefold() in titled:
        at -= 6
    elif at < naming.start and (office := office_before(scanned, at, titled)) >= 0:
        at = office
    elif at == naming.start and not (at > 1 and parts[at - 1] == " " and parts[at - 2].casefold() in titled):
        return at
    plain = "nN0" if at == naming.start else "N"
    floor = max(0, at - _REACH)
    while at - 2 >= floor and (letters[at - 1] in _JOINS or _is_behind_initials(parts, at)):
        if parts[at - 1][0] == ".":
            at -= 2
        elif parts[at - 2].casefold() not in titled and letters[at - 2] not in plain:
            if not _is_of_body(scanned, at, titled):
                break
            at -= 2
        at -= 2
    if at > 1 and parts[at - 2] == "to" and parts[at].casefold() not in titled:
        at += 2  # a verb: "to face challenger Jo Berg"
    return at


def _is_behind_initials(parts: tuple[str, ...], at: int) -> bool:
    """Does "U.S." or "U.N." stand before the word at ``at``?"""
    lettered = at > 3 and parts[at - 1] == ". " and parts[at - 3] == "."
    return lettered and is_a("place in initials", parts[at - 4] + parts[at - 2])


def _is_of_body(scanned: Scan, at: int, titled: Mapping[str, Title]) -> bool:
    """Does a body's name go on at ``at``, behind its "of": "England Governor" in "Bank of England Governor Berg"?"""
    parts = scanned.parts
    named = scanned.classes.startswith("N o N N", at - 4) and parts[at].casefold() not in titled
    return named and at >= 4 and parts[at - 4].casefold() in organization_words()


def _ahead(scanned: Scan, start: int, titled: Mapping[str, Title]) -> Description | None:
    """The description that the name itself is an apposition to: "a spokesman for the port, Jo Berg"."""
    letters, at, first = scanned.classes, start - 1, -1
    floor = max(1, start - _REACH)
    while at - 1 >= floor and letters[at - 1] in "nNego0p1d" and (at == start - 1 or letters[at] in _JOINS):
        at -= 2
        if letters[at + 1] == "d":
            first = at + 1
    if first < 0:
        first = at + 1
    governed = first > 1 and letters[first - 1] == " " and letters[first - 2] in "po"
    if first < start - 1 and not governed and _titled(scanned, first, start - 1, titled):
        return first, start - 1
    return None


def _origin(scanned: Scan, naming: Naming) -> tuple[str, ...]:
    """Where a politician is from: "Sen. Jo Berg of Ohio", "Sen. Jo Berg, R-Ohio"."""
    parts, letters, end = scanned.parts, scanned.classes, naming.end
    if letters[end : end + 4] == " o N":
        return tuple(parts[end + 3 : end + 6 : 2])
    if letters[end : end + 1] in (",", "(") and letters[end + 2 : end + 3] == "-":
        return (parts[end + 3],)
    return ()


def _titled(scanned: Scan, start: int, end: int, titled: Mapping[str, Title]) -> bool:
    """Is the chief word from part ``start`` up to ``end`` a title?"""
    title = titled.get(scanned.parts[_chief(scanned, start, end)].casefold())
    return title is not None and title.kind not in UNTITLED


def _chief(scanned: Scan, start: int, end: int) -> int:
    """The chief word of the phrase from part ``start`` up to ``end``: the last before a preposition.

    That within the name of a body is none: "the Bank of England governor".
    """
    first = start + 2 if scanned.classes[start] == "d" else start
    if scanned.classes.startswith("N o N ", first) and scanned.parts[first].casefold() in organization_words():
        start = first + 4
    for mark in _AFTER_CHIEF.finditer(scanned.classes, start + 1, end):
        at = mark.start()
        if mark.group() != "v" or scanned.parts[at].islower():
            return max(start, at - 1 if at % 2 else at - 2)
    return max(start, end - 1 - (end + 1) % 2)

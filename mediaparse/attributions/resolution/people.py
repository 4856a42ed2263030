"""The cast of an article: its people and organisations, each with every form of the name that the text gives."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import Factory, define

from mediaparse.attributions.lexicon import AttributionLexicon, Title, TitleKind
from mediaparse.attributions.resolution.names import Naming, given_names, read, runs
from mediaparse.scan import Scan

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@define(eq=False)
class Person:
    """Somebody whom the article names; ``name`` is the fullest form, ``words`` its words in lower case."""

    name: str
    words: tuple[str, ...]
    namings: list[Naming] = Factory(list)
    honorific: str | None = None

    @property
    def gender(self) -> str | None:
        """``m`` or ``f`` by honorific, given name or title; None where none tells."""
        if self.honorific is not None:
            return self.honorific
        told = given_names().get(self.words[0], "-") if len(self.words) > 1 or not self.namings[0].titles else "-"
        if told != "-":
            return told
        return next((title.gender for naming in self.namings for title in naming.titles if title.gender), None)


@define(eq=False)
class Cast:
    """The people of an article by surname and by first name, its organisations by first word and by initials."""

    namings: dict[int, Person] = Factory(dict)
    by_surname: dict[str, list[Person]] = Factory(dict)
    by_first: dict[str, list[Person]] = Factory(dict)
    bodies: dict[str, list[str]] = Factory(dict)

    def named(self, words: tuple[str, ...]) -> list[Person]:
        """Whom ``words``, a surname, a first name or a fuller name in lower case, can mean."""
        people = self.by_surname.get(surname(words), ())
        found = [person for person in people if _one_person(person.words, words)]
        if not found and len(words) == 1:
            return self.by_first.get(words[0], [])
        return found


def cast(scanned: Scan, lexicon: AttributionLexicon, wanted: frozenset[str]) -> Cast:
    """Read the whole text for names; ``wanted`` are the words, in lower case, that mentions name speakers by."""
    found = Cast()
    titled: Mapping[str, Title] = lexicon.title_words
    parts = scanned.parts
    for run in runs(scanned, 0, len(parts)):
        if len(run) == 1:
            continue
        naming = read(scanned, run, titled)
        if naming is None:
            continue
        if naming.person or (parts[run[-1]].casefold() in wanted and len(naming.words) > 1):
            _add(found, naming, scanned)
    return found


def surname(words: tuple[str, ...]) -> str:
    """The last of ``words`` that is no suffix."""
    return words[-2] if len(words) > 1 and words[-1] in _SUFFIXES else words[-1]


def _add(found: Cast, naming: Naming, scanned: Scan) -> None:
    words = tuple(word.casefold() for word in naming.words)
    key = surname(words)
    honorific = next((t.gender for t in naming.titles if t.kind is TitleKind.HONORIFIC and t.gender), None)
    people = found.by_surname.setdefault(key, [])
    fits = [person for person in people if _one_person(person.words, words) and _agree(person.honorific, honorific)]
    if len(fits) > 1 and honorific is not None:
        fits = [person for person in fits if person.gender == honorific] or fits
    if not fits:
        person = Person(_written(scanned, naming), words)
        people.append(person)
    else:
        person = fits[0]
        if len(fits) > 1:
            return
        if len(words) > len(person.words):
            person.name, person.words = _written(scanned, naming), words
    if len(words) > 1:
        firsts = found.by_first.setdefault(words[0], [])
        if person not in firsts:
            firsts.append(person)
    person.honorific = person.honorific or honorific
    person.namings.append(naming)
    found.namings[naming.start] = person


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _one_person(full: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Can two names with the same surname be one person's?"""
    if len(words) == 1 or len(full) == 1:
        return True
    one, other = full[0], words[0]
    if one == other or one in words or other in full:
        return True
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(short) in (1, 3, 4, 5, 6, 7)


def _written(scanned: Scan, naming: Naming) -> str:
    start, end = scanned.offsets[naming.start], scanned.offsets[naming.end]
    return " ".join(scanned.text[start:end].split())

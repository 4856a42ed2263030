"""The cast of an article: the people that it names, each with every place where it does."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cached_property

from mediaparse.attributions.lexicon import AttributionLexicon, Title, given_names, organization_words
from mediaparse.attributions.resolution.names import (
    SUFFIXES,
    Naming,
    age_behind,
    aged_alone,
    behind_field,
    nicknamed,
    office_before,
    read,
    surname,
    telling_runs,
    title_of,
    told_beside,
)
from mediaparse.scan import Scan

# As many bearers of one surname are told apart.
_MOST = 40


class Person:
    """Somebody whom the article names; ``name`` is the fullest form, ``words`` its words in lower case.

    ``told`` says that a title or a given name tells that this is a person.
    """

    def __init__(self, name: str, words: tuple[str, ...], told: bool = True) -> None:
        self.name = name
        self.words = words
        self.told = told
        self.namings: list[Naming] = []
        self.honorific: str | None = None
        self.title_gender: str | None = None
        self.role: str | None = None

    @cached_property
    def gender(self) -> str | None:
        """``m`` or ``f`` by honorific, given name or title, once the cast is whole; None where none tells."""
        return _gender(self)

    def may_be(self, gender: str) -> bool:
        """Can a pronoun of ``gender`` mean this person?"""
        return self.gender in (gender, None)


class Cast:
    """The people of an article, by the part where a name of theirs begins, by surname, first name and inner names.

    An inner name can be what its bearer is called by: "Sanchez" of "Pedro Sanchez Castejon", "Lula" of "Lula da Silva".
    """

    def __init__(self, scanned: Scan) -> None:
        self.scanned = scanned
        self.people: list[Person] = []
        self.by_part: dict[int, Person] = {}
        self.by_surname: dict[str, list[Person]] = {}
        self.by_first: dict[str, list[Person]] = {}
        self.by_inner: dict[str, list[Person]] = {}
        self.nicknamed: dict[int, Naming] = {}

    def named(self, naming: Naming) -> list[Person]:
        """Whom a surname, a first name or a fuller name can mean."""
        words, last = naming.folded, surname(naming.words).casefold()
        found = [person for person in self.by_surname.get(last, ()) if _one_person(person.words, words)]
        if not found and len(words) == 1:
            return self.by_first.get(words[0]) or self.by_inner.get(words[0], [])
        return found

    def person_at(self, run: list[int]) -> Person | None:
        """Whom a run of capitalised words names, in full or by a surname that one person bears."""
        if not self.by_part.keys().isdisjoint(run):
            return next(self.by_part[index] for index in run if index in self.by_part)
        words = self.scanned.parts[run[0] : run[-1] + 1 : 2]
        people = self.by_surname.get(surname(words).casefold(), ())
        return people[0] if len(people) == 1 else None

    def enter_alone(self, part: int) -> Person | None:
        """Whom a word that is a name by itself means: who has it for a first name or a surname, or a new person."""
        if part not in self.by_part:
            word = self.scanned.parts[part]
            naming = Naming(part, part, part + 1, (word,), (word.casefold(),), (), True)
            namesakes = self.by_first.get(word.casefold(), ())
            if len(namesakes) == 1:
                namesakes[0].namings.append(naming)
                self.by_part[part] = namesakes[0]
            elif not namesakes:
                self.enter(naming)
        return self.by_part.get(part)

    def enter(self, naming: Naming) -> None:
        """Add a naming to the person whom it means, or a new person; to nobody where several fit."""
        words, honorific = naming.folded, naming.honorific if naming.titles else None
        bearers = self.by_surname.setdefault(surname(naming.words).casefold(), [])
        fits = [person for person in bearers if _one_person(person.words, words)]
        if len(words) == 1 and not bearers:
            bearers += [
                person for person in self._called(words[0]) if honorific is None or _gender(person) in (honorific, None)
            ]
            fits = bearers
        if honorific is not None:
            fits = [person for person in fits if (person.honorific or _gender(person)) in (honorific, None)]
            if len(fits) > 1:
                fits = [person for person in fits if _gender(person) == honorific] or fits
        if len(fits) > 1 or len(bearers) == _MOST:
            return
        if fits:
            person = fits[0]
            person.told = person.told or naming.person
            more = len(words) > len(person.words)
        else:
            person, more = Person("", (), naming.person), True
            self.people.append(person)
            bearers.append(person)
        if more:
            if len(words) > 1 >= len(person.words):
                self.by_first.setdefault(words[0], []).append(person)
            for word in words[1:-1]:
                known_so = self.by_inner.setdefault(word, [])
                if person not in known_so:
                    known_so.append(person)
            person.name, person.words = _written(self.scanned, naming), words
        if naming.titles:
            person.honorific = person.honorific or honorific
            person.title_gender = person.title_gender or next((t.gender for t in naming.titles if t.gender), None)
        person.namings.append(naming)
        self.by_part[naming.start] = person

    def enter_spouse(self, naming: Naming) -> None:
        """Add the "Ian" of "Ian and Sue Ward", where ``naming`` is the second of the two."""
        parts, letters, at = self.scanned.parts, self.scanned.classes, naming.start - 4
        if (
            at < 0
            or naming.titles
            or len(naming.words) != 2
            or not letters.startswith("N c N", at)
            or letters[at - 2 : at] == "N "
        ):
            return
        first, names = parts[at], given_names()
        known = first.casefold() in names and first.casefold() not in self.by_surname
        if known and naming.folded[0] in names:
            words = first, naming.words[1]
            self.enter(Naming(at, at, at + 1, words, tuple(map(str.casefold, words)), (), True))

    def _called(self, word: str) -> list[Person]:
        """Whom the text has named in full with ``word`` for a first or an inner name, which are many a family's."""
        return self.by_first.get(word) or ([] if word in given_names() else self.by_inner.get(word, []))


def surnames_in(texts: Set[str]) -> frozenset[str]:
    """The last words of names, as short mentions tell them; "Li" that of "Li Weimin, the engineer," too."""
    heads = [text.partition(",")[0] for text in texts]
    short = [head.rpartition(" ")[2] for head in heads if head.count(" ") < 2]
    surnames = {*short, *map(str.capitalize, short), *[word.rpartition("-")[2] for word in short if "-" in word]}
    for text in [text for text in texts if "," in text]:
        first, _, last = text.partition(",")[0].partition(" ")
        if first in surnames:
            surnames.add(last)
    return frozenset(surnames)


def cast(scanned: Scan, lexicon: AttributionLexicon, surnames: frozenset[str]) -> Cast:
    """The people of a text; a name that no title and no given name tells counts where its last word is in ``surnames``.

    >>> from mediaparse.attributions.lexicon import builtin_lexicon
    >>> from mediaparse.scan import scan
    >>> text = "Mayor Ana Ruiz met Ana Lucia Ruiz's guest, Kofi Oyelaran. The Oslo Opera House was full."
    >>> [person.name for person in cast(scan(text), builtin_lexicon(), frozenset()).people]
    ['Ana Lucia Ruiz', 'Kofi Oyelaran']
    """
    found = Cast(scanned)
    titled, names, bodies = lexicon.title_words, given_names(), organization_words()
    body = _headline_end(scanned)
    for run in telling_runs(scanned, lexicon, surnames):
        if scanned.parts[run[-1]].casefold() in bodies:
            continue
        naming = read(scanned, run, titled)
        if naming is None or (run[0] < body and (naming.folded[0] not in names or len(naming.words) > 2)):
            continue
        if not naming.person and len(naming.words) > 2 and office_before(scanned, naming.first, titled) >= 0:
            naming = behind_field(scanned, naming, titled) or naming
        if naming.person or (
            _called(scanned, naming, surnames, titled) and bodies.isdisjoint((naming := _behind_body(naming)).folded)
        ):
            found.enter_spouse(naming)
            found.enter(naming)
    for naming in nicknamed(scanned):
        found.enter(naming)
        found.nicknamed[naming.end - 1] = naming
    for part in aged_alone(scanned, titled):
        found.enter_alone(part)
    return found


def _called(scanned: Scan, naming: Naming, surnames: frozenset[str], titled: Mapping[str, Title]) -> bool:
    """Is a name that nothing in it tells a person's: does a mention call somebody so, or what stands around it?"""
    called = surname(naming.words) in surnames or told_beside(scanned, naming.start, naming.end, titled)
    return called and title_of(naming.folded[0], titled) is None


def _behind_body(naming: Naming) -> Naming:
    """The name in "Urban Development Aigul Berg": what stands behind the last word that no person's name holds."""
    bodies, words = organization_words(), naming.words
    last = max((at for at, word in enumerate(naming.folded) if word in bodies), default=-1) + 1
    if last == 0 or len(words) - last < 2:
        return naming
    start = naming.end - 2 * (len(words) - last) + 1
    return Naming(naming.first, start, naming.end, words[last:], naming.folded[last:], naming.titles, False)


def of_age(cast: Cast, age: str, recent: Person | None) -> Person | None:
    """Whom "the 41-year-old" means: the only one of that age, or ``recent``, who spoke last, if of no other age."""
    ages = {person: _age(cast.scanned, person) for person in cast.people}
    same = [person for person, told in ages.items() if told == age]
    if len(same) == 1:
        return same[0]
    return recent if not same and recent is not None and not ages.get(recent) else None


def _age(scanned: Scan, person: Person) -> str:
    """The age that the text first tells behind the name of ``person``, or nothing."""
    return next(filter(None, (age_behind(scanned, naming.end) for naming in person.namings)), "")


def _gender(person: Person) -> str | None:
    """``m`` or ``f``: what "Mr" or "Mrs" tells, else the given name, else the title."""
    if person.honorific is not None:
        return person.honorific
    if len(person.words) > 1 or not person.namings[0].titles:
        told = given_names().get(person.words[0], "-")
        if told != "-":
            return told
    return person.title_gender


def _headline_end(scanned: Scan) -> int:
    """The part after a headline in which every word has a capital, so that a capital tells no name."""
    start = 0
    for _, end in scanned.paragraphs[:3]:
        stop = scanned.part_at(end - 1)
        letters = scanned.classes[start:stop]
        if "n" in letters or "v" in letters or letters.count("N") < 4:
            break
        start = stop
    return start


def _one_person(full: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Can two names with the same surname be one person's: "Tim Kaine" and "Timothy M. Kaine"?"""
    if len(words) == 1 or len(full) == 1:
        return True
    if (full[-1] == "sr") != (words[-1] == "sr"):
        return False
    one, other = full[0], words[0]
    return one in words or other in full or one.startswith(other) or other.startswith(one)


def _written(scanned: Scan, naming: Naming) -> str:
    """The name as the text writes it, on one line, the dot of a last "Jr." included."""
    if naming.end - naming.start < len(naming.words):  # "Ian" of "Ian and Sue Ward"
        return " ".join(naming.words)
    start, end = scanned.offsets[naming.start], scanned.offsets[naming.end]
    if naming.folded[-1] in SUFFIXES and scanned.text[end : end + 1] == ".":
        end += 1
    return " ".join(scanned.text[start:end].split())

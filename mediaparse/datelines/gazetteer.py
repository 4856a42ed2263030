"""Places that are known: regions and their countries, cities that stand alone, cities as evidence."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import chain

from mediaparse.data import read_tsv
from mediaparse.datelines.names import fold
from mediaparse.patterns import pattern

# What may be a town's, behind its name: "Kettle Creek's mayor", "Kettle Creek High School".
_BEHIND_TOWN = pattern(r"(?:['’]s)? ((?:High )?[A-Za-z]{1,20})\b")
_ENGLISH_SPEAKING = ("US", "CA", "GB", "IE", "AU", "NZ")


@cache
def _regions() -> dict[str, frozenset[str]]:
    rows = read_tsv(__package__, "regions.tsv")
    return _by_name((country, names) for kind, country, names in rows if kind != "code")


def _by_name(rows: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Folded name to the countries that have one so called, from rows of a country and its names."""
    countries: dict[str, frozenset[str]] = {}
    for country, names in rows:
        here = frozenset((country,))
        for name in fold(names).split("|"):
            countries[name] = countries[name] | here if name in countries else here
    return countries


@cache
def _codes() -> dict[str, tuple[str, ...]]:
    countries: dict[str, tuple[str, ...]] = {}
    for kind, country, name in read_tsv(__package__, "regions.tsv"):
        if kind == "code":
            countries[name] = (*countries.get(name, ()), country)
    return countries


@cache
def _standalone() -> dict[str, str]:
    return {
        alias: country
        for name, country, others in read_tsv(__package__, "standalone.tsv")
        for alias in (fold(name), *fold(others).split("|"))
        if alias
    }


@cache
def _cities() -> frozenset[str]:
    found = {name for _, names in read_tsv(__package__, "cities.tsv") for name in fold(names).split("|")}
    return frozenset(found.union(_standalone()))


@cache
def _countries_of_cities() -> dict[str, frozenset[str]]:
    alone = ((country, name) for name, country in _standalone().items())
    return _by_name(chain(alone, ((country, names) for country, names in read_tsv(__package__, "cities.tsv"))))


@cache
def _surnames() -> frozenset[str]:
    english, others = set[str](), set(_standalone())
    for country, names in read_tsv(__package__, "cities.tsv"):
        (english if country in _ENGLISH_SPEAKING else others).update(fold(names).split("|"))
    return frozenset(english - others)


@cache
def _kinds() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, _, words in read_tsv(__package__, "labels.tsv"):
        found.setdefault(kind, []).extend(words.split("|"))
    return found


@cache
def _unplaced(kind: str) -> frozenset[str]:
    return frozenset(map(fold, _kinds()[kind]))


@cache
def _before_town() -> tuple[str, ...]:
    return tuple(f" {words} " for words in _kinds()["before a town"])


def is_city(name: str) -> bool:
    """Is ``name`` a city that is known? It may be a person, too: this is evidence, no more.

    >>> is_city("NUEVA DELHI"), is_city("EXCLUSIVE")
    (True, False)
    """
    folded = fold(name)
    return folded in _cities() or (folded.endswith("city") and folded[:-4] in _cities())


def countries_of_city(name: str) -> frozenset[str]:
    """The countries that have a city called ``name``: evidence, where one name may mean two things.

    >>> sorted(countries_of_city("Hyderabad"))
    ['IN', 'PK']
    """
    return _countries_of_cities().get(fold(name), frozenset())


def lies_in(city: str, region: str) -> bool:
    """Is ``region`` the country of ``city`` or a state of it, and no city itself?

    >>> lies_in("TUNIS", "Tunisia"), lies_in("PARIS", "London"), lies_in("PARIS", "Tunisia")
    (True, False, False)
    """
    countries = _regions().get(_region_key(region), frozenset())
    return not is_city(region) and not countries.isdisjoint(countries_of_city(city))


def is_surname(name: str) -> bool:
    """May ``name`` be a speaker's in an English transcript, though a town bears it?

    >>> is_surname("JACKSON"), is_surname("KARACHI"), is_surname("LONDON")
    (True, False, False)
    """
    return fold(name) in _surnames()


def is_region(name: str) -> bool:
    """Is ``name`` a country, a state or a province, or the code of one?

    >>> is_region("W.Va."), is_region("VA"), is_region("Va")
    (True, True, True)
    """
    return _region_key(name) in _regions() or name in _codes()


def is_division(region: str) -> bool:
    """Does a region that no table need have name what kind of one it is?

    >>> is_division("Sumy Oblast"), is_division("Kyiv")
    (True, False)
    """
    name, _, kind = region.rpartition(" ")
    return bool(name) and fold(kind) in _unplaced("division")


def _region_key(name: str) -> str:
    """``name`` as the table has it, without the article of "the United States"."""
    return fold(name[4:] if name.startswith(("the ", "The ")) and fold(name) not in _regions() else name)


def is_label(word: str) -> bool:
    """Does ``word`` label a line ("UPDATE", "INTERVIEW")?"""
    return fold(word) in _unplaced("label")


def is_opener(word: str) -> bool:
    """Does ``word`` open a sentence or stand before a place in one ("In", "The")?"""
    return fold(word) in _unplaced("opener")


def is_given_name(name: str) -> bool:
    """Is ``name`` a person's, too, and settles no country by itself?

    >>> is_given_name("Nancy"), is_given_name("Sidney"), is_given_name("Lagos")
    (True, False, False)
    """
    return fold(name) in _unplaced("given")


def is_institution(word: str) -> bool:
    """Is ``word`` one for an institution or an office ("Party", "Minister")?"""
    return fold(word) in _unplaced("institution")


def is_staff(word: str) -> bool:
    """Does ``word`` say that a paper's own people sign ("Staff Reporter")?"""
    return fold(word) in _unplaced("staff")


def is_of_town(text: str, start: int, end: int) -> bool:
    """Do the words beside the name from ``start`` to ``end`` say that it is a town's?

    >>> is_of_town("Two Kettle Creek police officers", 4, 16), is_of_town("A Kettle Creek of tears", 2, 14)
    (True, False)
    """
    behind = _BEHIND_TOWN.match(text, end)
    return text.endswith(_before_town(), 0, start) or (behind is not None and behind[1] in _kinds()["behind a town"])


def country_of(place: str, regions: tuple[str, ...], homes: tuple[str, ...]) -> str | None:
    """The country of ``place``: as its ``regions`` say or, where it stands alone, as its name does; else None.

    ``homes`` are the agencies' countries: they settle what a code such as "PA" or "SC" stands for.

    >>> country_of("Paris", ("Texas",), ()), country_of("Paris", (), ()), country_of("Springfield", (), ())
    ('US', 'FR', None)
    """
    if not regions:
        return _standalone().get(fold(place)) or None
    for region in reversed(regions):
        if codes := _codes().get(region):
            return next((code for code in codes if code in homes), codes[0])
        if len(countries := _regions().get(_region_key(region), frozenset())) == 1:
            return next(iter(countries))
        if (alone := _standalone().get(fold(place))) in countries:
            return alone
    return None

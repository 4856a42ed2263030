"""What the dateline finder knows: the agencies, and how each of them is found in a text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from attrs import astuple, frozen

from mediaparse.data import read_tables, read_text
from mediaparse.datelines.names import fold
from mediaparse.datelines.types import Agency
from mediaparse.entries import check_countries, check_words
from mediaparse.patterns import pattern
from mediaparse.values import Knowledge, Value

_WORD = pattern(r"\w+")
# Up to this length a name is read only as it is written: "ST", "AA" and "PA" are words otherwise.
_SHORT = 3

BUILTIN = "builtin.json"
"""The agencies and their names; ``python -m mediaparse.datelines.lexicon`` writes the file anew."""


@frozen(eq=False, repr=False)
class AgencyEntry(Value):
    """An agency as a row of knowledge: the agency, and the names that it signs with in any script.

    ``languages`` (ISO 639-1) settle a month's name that two languages share. ``styles`` are
    the styles of ``styles.toml`` that it uses; those that look like prose (``tag``, ``bare``,
    ``agency-as-place``) are read only where they stand here. ``seen`` says where its
    datelines can be read. ``homes`` are the countries whose places tell it from an agency
    that signs alike, where they are others than its own.

    >>> AgencyEntry(Agency("acme", "Acme News", "US"), ("Acme News", "ACN")).id
    'acme'
    """

    agency: Agency
    aliases: tuple[str, ...]
    languages: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()
    seen: str = ""
    homes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The agency's id; an id may stand in a registry once."""
        return self.agency.id

    def check(self) -> None:
        """Raise ``ValueError``, naming the agency, where it signs with no name or what is no word, or has a style or
        a country that there is not."""
        name = f"agency {self.id!r}"
        check_words(name, (self.agency.name, *self.aliases))
        check_countries(name, (self.agency.country, *self.homes))
        if not self.aliases:
            raise ValueError(f"{name} has no aliases: it would never be found")
        for style in self.styles:
            if style not in styles():
                raise ValueError(f"{name}: there is no style {style!r}; the styles are {', '.join(styles())}")


@frozen(eq=False, repr=False, slots=False)
class DatelineLexicon(Knowledge):
    """All that the dateline finder knows."""

    agencies: tuple[AgencyEntry, ...]

    @cached_property
    def _tables(self) -> Tables:
        return _builtin()[1] if self.agencies is builtin_agencies() else _tables(self.agencies)

    def signed(self, name: str) -> AgencyEntry | None:
        """The agency that signs as ``name``, whatever its letter case and punctuation; of several the one that is
        so called, else the first.

        >>> builtin_lexicon().signed("GLOBE NEWSWIRE").agency.name
        'GlobeNewswire'
        """
        key = fold(name)
        number = self._tables.signers.get(key)
        if number is None or name.strip() not in self._tables.typings.get(key, (name.strip(),)):
            return None
        return self.agencies[number]

    @cached_property
    def sharers(self) -> frozenset[str]:
        """The ids of the agencies that share a name with another."""
        return frozenset(self.agencies[number].id for numbers in self._tables.shared.values() for number in numbers)

    def namesakes(self, name: str) -> tuple[AgencyEntry, ...]:
        """The agencies that sign as ``name``, where several do, in their order; else none.

        >>> [entry.agency.country for entry in builtin_lexicon().namesakes("BNA")]
        ['BH', 'AF']
        """
        return tuple(self.agencies[number] for number in self._tables.shared.get(fold(name), ()))

    def is_signed(self, name: str) -> bool:
        """Does an agency sign as ``name``?"""
        return self.signed(name) is not None

    @cached_property
    def triggers(self) -> frozenset[str]:
        """The first word of every name, an article left out, as written and in capitals."""
        return frozenset(self._tables.triggers)

    @cached_property
    def small_triggers(self) -> frozenset[str]:
        """The first word of every name in small letters, as in a text that has no capitals."""
        return frozenset(self._tables.small_triggers)

    @cached_property
    def han(self) -> frozenset[str]:
        """The names in Chinese characters and kana, which a text writes without a space behind them."""
        return frozenset(a for entry in self.agencies for a in entry.aliases if a[0] >= "\u3040" and a[0] < "\uac00")

    @cached_property
    def han_openings(self) -> frozenset[str]:
        """The first characters of those."""
        return frozenset(name[0] for name in self.han)


@cache
def styles() -> tuple[str, ...]:
    """The ids of ``styles.toml``."""
    return tuple(read_tables(__package__, "styles.toml"))


class Tables(NamedTuple):
    """The names of some agencies, in a form that JSON can hold; an agency is its number (see ``DatelineLexicon``)."""

    signers: Mapping[str, int]
    """Folded name, to the agency that signs with it: the last that is so called, else the first."""
    shared: Mapping[str, Sequence[int]]
    """Folded name, to the agencies that sign with it, where several do."""
    typings: Mapping[str, Sequence[str]]
    """Folded name, to its typings, where only those are read."""
    triggers: Sequence[str]
    small_triggers: Sequence[str]


def _tables(agencies: Sequence[AgencyEntry]) -> Tables:
    signers: dict[str, tuple[int, ...]] = {}
    typings: dict[str, list[str]] = {}
    words: dict[str, None] = {}
    small: dict[str, None] = {}
    for number, entry in enumerate(agencies):
        for alias in entry.aliases:
            key = fold(alias)
            others = signers.get(key, ())
            if number not in others:
                signers[key] = (number, *others) if alias == entry.agency.name else (*others, number)
            if len(alias) <= _SHORT:
                typings.setdefault(key, []).extend(dict.fromkeys((alias, alias.upper())))
            if found := _WORD.findall(alias):
                word = found[found[0] == "The" and len(found) > 1]
                words |= {word: None, word.upper(): None}
                small[found[0].lower()] = None
    shared = {key: numbers for key, numbers in signers.items() if len(numbers) > 1}
    return Tables({key: numbers[0] for key, numbers in signers.items()}, shared, typings, [*words], [*small])


def source_agencies() -> Iterable[AgencyEntry]:
    """The agencies as ``agencies.toml`` writes them."""
    for id, row in read_tables(__package__, "agencies.toml").items():
        yield AgencyEntry(
            Agency(id, row["name"], row.get("country")),
            (row["name"], *row.get("aliases", ())),
            tuple(row.get("languages", ())),
            tuple(row.get("styles", ())),
            row.get("seen", ""),
            tuple(row.get("homes", ())),
        )


def source_builtin() -> str:
    """What the file ``BUILTIN`` must say."""
    agencies = tuple(source_agencies())
    known = {"agencies": list(map(astuple, agencies)), "tables": _tables(agencies)}
    return json.dumps(known) + "\n"


@cache
def _builtin() -> tuple[tuple[AgencyEntry, ...], Tables]:
    known = json.loads(read_text(__package__, BUILTIN))
    return tuple(
        AgencyEntry(Agency(*agency), tuple(aliases), tuple(languages), tuple(styles), seen, tuple(homes))
        for agency, aliases, languages, styles, seen, homes in known["agencies"]
    ), Tables(*known["tables"])


def builtin_agencies() -> tuple[AgencyEntry, ...]:
    """The agencies of ``agencies.toml``."""
    return _builtin()[0]


@cache
def builtin_lexicon() -> DatelineLexicon:
    """What the finder knows without a registry."""
    return DatelineLexicon(builtin_agencies())


if __name__ == "__main__":
    from pathlib import Path

    Path(__file__).with_name(BUILTIN).write_text(source_builtin(), "utf-8")

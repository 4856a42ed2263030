"""What the dateline finder knows: the agencies, and how each of them is found in a text."""

from __future__ import annotations

from functools import cache, cached_property
from itertools import chain

from attrs import frozen

from mediaparse.data import read_tables
from mediaparse.datelines.names import fold
from mediaparse.datelines.types import Agency
from mediaparse.entries import check_countries, check_words
from mediaparse.patterns import pattern
from mediaparse.values import Knowledge, Value

_WORD = pattern(r"\w+")
# Up to this length a name is read only as it is written: "ST", "AA" and "PA" are words otherwise.
_SHORT = 3


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
    def _signers(self) -> dict[str, tuple[AgencyEntry, ...]]:
        """Folded name to the agencies that sign with it, the last that is so called first."""
        found: dict[str, tuple[AgencyEntry, ...]] = {}
        for entry in self.agencies:
            for alias in entry.aliases:
                key = fold(alias)
                others = found.get(key, ())
                if entry not in others:
                    found[key] = (entry, *others) if alias == entry.agency.name else (*others, entry)
        return found

    @cached_property
    def _typings(self) -> dict[str, frozenset[str]]:
        """Folded name to its typings, where only those are read."""
        found: dict[str, frozenset[str]] = {}
        for alias in chain.from_iterable(entry.aliases for entry in self.agencies):
            if len(alias) <= _SHORT:
                key = fold(alias)
                found[key] = found.get(key, frozenset()).union((alias, alias.upper()))
        return found

    def signed(self, name: str) -> AgencyEntry | None:
        """The agency that signs as ``name``, whatever its letter case and punctuation; of several the one that is
        so called, else the first.

        >>> builtin_lexicon().signed("GLOBE NEWSWIRE").agency.name
        'GlobeNewswire'
        """
        key = fold(name)
        entries = self._signers.get(key)
        return entries[0] if entries and (key not in self._typings or name.strip() in self._typings[key]) else None

    @cached_property
    def sharers(self) -> frozenset[str]:
        """The ids of the agencies that share a name with another."""
        return frozenset(one.id for entries in self._signers.values() if len(entries) > 1 for one in entries)

    def namesakes(self, name: str) -> tuple[AgencyEntry, ...]:
        """The agencies that sign as ``name``, where several do, in their order; else none.

        >>> [entry.agency.country for entry in builtin_lexicon().namesakes("BNA")]
        ['BH', 'AF']
        """
        entries = self._signers.get(fold(name), ())
        return entries if len(entries) > 1 else ()

    def is_signed(self, name: str) -> bool:
        """Does an agency sign as ``name``?"""
        return self.signed(name) is not None

    @cached_property
    def triggers(self) -> frozenset[str]:
        """The first word of every name, an article left out, as written and in capitals."""
        words = (found[found[0] == "The" and len(found) > 1] for found in self._words)
        return frozenset(chain.from_iterable((word, word.upper()) for word in words))

    @cached_property
    def small_triggers(self) -> frozenset[str]:
        """The first word of every name in small letters, as in a text that has no capitals."""
        return frozenset(words[0].lower() for words in self._words)

    @cached_property
    def _words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(words) for entry in self.agencies for a in entry.aliases if (words := _WORD.findall(a)))

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


@cache
def builtin_agencies() -> tuple[AgencyEntry, ...]:
    """The agencies of ``agencies.toml``."""
    return tuple(
        AgencyEntry(
            Agency(id, row["name"], row.get("country")),
            (row["name"], *row.get("aliases", ())),
            tuple(row.get("languages", ())),
            tuple(row.get("styles", ())),
            row.get("seen", ""),
            tuple(row.get("homes", ())),
        )
        for id, row in read_tables(__package__, "agencies.toml").items()
    )


@cache
def builtin_lexicon() -> DatelineLexicon:
    """What the finder knows without a registry."""
    return DatelineLexicon(builtin_agencies())

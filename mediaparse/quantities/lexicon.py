"""What the quantity finder knows: units, with the words and signs that name them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, cached_property
from itertools import chain
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from attrs import frozen

from mediaparse.data import read_text
from mediaparse.quantities.numerals import scales
from mediaparse.quantities.unit import Unit, UnitEntry, is_code
from mediaparse.quantities.words import kinds
from mediaparse.values import Knowledge

if TYPE_CHECKING:
    from mediaparse.quantities.compiling import Tables

_GLUED = frozenset(("glued", "negative"))  # licences of a letter that no blank parts from its number


@frozen(eq=False, repr=False, slots=False)
class QuantityLexicon(Knowledge):
    """All that the quantity finder knows."""

    units: tuple[UnitEntry, ...]

    @cached_property
    def by_name(self) -> dict[str, Unit]:
        """Unit name to unit."""
        return {entry.unit.name: entry.unit for entry in self.units}

    @cached_property
    def _tables(self) -> Tables:
        if self.units is builtin_units():
            return _builtin()[1]
        from mediaparse.quantities.compiling import tables  # those of what is built in are made ahead

        return tables(self.units)

    def _named(self, numbers: Mapping[str, int]) -> dict[str, Unit]:
        units = self.units
        return {word: units[number].unit for word, number in numbers.items()}

    @cached_property
    def words(self) -> dict[str, Unit]:
        """Lower-case words, spaces for hyphens, singular or plural, to the unit that they name."""
        return self._named(self._tables.words)

    @cached_property
    def symbols(self) -> dict[str, Unit]:
        """What stands after a number and is read as it is, to the unit."""
        return self._named(self._tables.symbols)

    @cached_property
    def signs(self) -> dict[str, Unit]:
        """What stands before a sum to the currency; with a dollar sign also in upper case ("hk$ 5")."""
        return self._named(self._tables.signs)

    @cached_property
    def codes(self) -> dict[str, Unit]:
        """What of them can also stand after a sum: all but single Latin letters ("R500m")."""
        return {sign: unit for sign, unit in self.signs.items() if is_code(sign)}

    @cached_property
    def belonging(self) -> frozenset[str]:
        """The words behind a number that can belong to it: units, scales, what opens a bound or a share."""
        apart = (symbol for symbol, units in self.licensed.items() if any(near - _GLUED for _, near in units))
        named = (self.words, self.symbols, apart, self.signs)
        return frozenset((*chain.from_iterable(named), *_no_measures()))

    @cached_property
    def measures(self) -> dict[str, Unit]:
        """Words in small letters, and "%", that behind a number are a unit; degrees, which can be below zero, apart."""
        measures = self._named(self._tables.measures)
        return {word: measures[word] for word in measures.keys() - _no_measures()}

    @cached_property
    def sign_endings(self) -> frozenset[str]:
        """The last two characters of what stands before a sum."""
        return frozenset(sign[-2:] for sign in self.signs)

    @cached_property
    def licensed(self) -> dict[str, tuple[tuple[Unit, frozenset[str]], ...]]:
        """Single letters to the units they can be, each with the words that license it."""
        found: dict[str, tuple[tuple[Unit, frozenset[str]], ...]] = {}
        for entry in self.units:
            for symbol, words in entry.near:
                found[symbol] = (*found.get(symbol, ()), (entry.unit, words))
        return {symbol: tuple(sorted(units, key=lambda unit: not unit[1])) for symbol, units in found.items()}

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """First word of the units' words and symbols of several words to the number of words in the longest."""
        return self._tables.longest

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first two words of each of them, with a blank between."""
        return frozenset(self._tables.openings)


@cache
def _no_measures() -> frozenset[str]:
    """The words behind a number that can belong to it and are no unit: scales, and what opens a bound or a share."""
    return frozenset((*scales(), *kinds()["opening"]))


@cache
def _builtin() -> tuple[tuple[UnitEntry, ...], Tables]:
    """The built-in units and their tables, as ``builtin.json`` has them."""
    known = json.loads(read_text(__package__, "builtin.json"))
    tables = SimpleNamespace(**known["tables"])  # the module of ``Tables`` is one of what compiles
    return tuple(_entry(*row) for row in known["units"]), cast("Tables", tables)


def _entry(unit: list[Any], *rows: list[Any]) -> UnitEntry:
    surfaces, symbols, signs, near = map(tuple, rows)
    return UnitEntry(Unit(*unit), surfaces, symbols, signs, tuple((letter, frozenset(by)) for letter, by in near))


def builtin_units() -> tuple[UnitEntry, ...]:
    """The units of ``units.tsv``, ``currencies.tsv`` and ``news_units.tsv``, a row for each name."""
    return _builtin()[0]


@cache
def builtin_lexicon() -> QuantityLexicon:
    """What the finder knows without a registry."""
    return QuantityLexicon(builtin_units())

"""What the quantity finder knows: units, with the words and signs that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain

from attrs import evolve, frozen

from mediaparse.data import read_tsv
from mediaparse.quantities.numerals import scales
from mediaparse.quantities.unit import Unit
from mediaparse.quantities.words import kinds
from mediaparse.values import Knowledge, Value

_GLUED = frozenset(("glued", "negative"))  # licences of a letter that no blank parts from its number
DEGREES = ("temperature", "angle")


@frozen(eq=False, repr=False)
class UnitEntry(Value):
    """A unit as a row of knowledge: the unit, and the words and signs that name it.

    ``surfaces`` are words ("kilometer"; plurals in -s follow by rule, others are given),
    read in any case and with or without hyphens. ``symbols`` stand after a number and are
    read as they are ("km"), ``signs`` stand before one ("$", "RM") or after it ("5 €").
    A symbol of a single letter that has ``near`` is read only beside one of those words.

    >>> UnitEntry(Unit("smoot", dimension="length"), ("smoot",)).id
    'smoot'
    """

    unit: Unit
    surfaces: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    near: tuple[tuple[str, frozenset[str]], ...] = ()

    @property
    def id(self) -> str:
        """The unit's name; it may stand in a registry once."""
        return self.unit.name


@frozen(eq=False, repr=False, slots=False)
class QuantityLexicon(Knowledge):
    """All that the quantity finder knows."""

    units: tuple[UnitEntry, ...]

    @cached_property
    def by_name(self) -> dict[str, Unit]:
        """Unit name to unit."""
        return {entry.unit.name: entry.unit for entry in self.units}

    @cached_property
    def words(self) -> dict[str, Unit]:
        """Lower-case words, spaces for hyphens, singular or plural, to the unit that they name."""
        found: dict[str, Unit] = {}
        for entry in self.units:
            for surface in entry.surfaces:
                key = surface.lower().replace("-", " ")
                for form in (key, *_plurals(key)):
                    found.setdefault(form, entry.unit)
        return found

    @cached_property
    def symbols(self) -> dict[str, Unit]:
        """What stands after a number and is read as it is, to the unit."""
        found: dict[str, Unit] = {}
        for entry in self.units:
            found |= {symbol: entry.unit for symbol in entry.symbols if symbol not in found}
        for entry in self.units:
            found |= {sign: entry.unit for sign in entry.signs if sign in self.codes and sign not in found}
        return found

    @cached_property
    def signs(self) -> dict[str, Unit]:
        """What stands before a sum to the currency; with a dollar sign also in upper case ("hk$ 5")."""
        found: dict[str, Unit] = {}
        for entry in self.units:
            for sign in entry.signs:
                found.setdefault(sign, entry.unit)
                if "$" in sign:
                    found.setdefault(sign.upper(), entry.unit)
        return found

    @cached_property
    def codes(self) -> dict[str, Unit]:
        """What of them can also stand after a sum: all but single Latin letters ("R500m")."""
        return {
            sign: unit for sign, unit in self.signs.items() if len(sign) > 1 or not (sign.isalpha() and sign.isascii())
        }

    @cached_property
    def belonging(self) -> frozenset[str]:
        """The words behind a number that can belong to it: units, scales, what opens a bound or a share."""
        apart = (symbol for symbol, units in self.licensed.items() if any(near - _GLUED for _, near in units))
        named = (self.words, self.symbols, apart, self.signs)
        return frozenset((*chain.from_iterable(named), *_no_measures()))

    @cached_property
    def measures(self) -> dict[str, Unit]:
        """Words in small letters, and "%", that behind a number are a unit; degrees, which can be below zero, apart."""
        named = {word: unit for word, unit in (self.words | self.symbols).items() if unit.dimension not in DEGREES}
        return {word: named[word] for word in named.keys() - _no_measures() if word.islower() or word == "%"}

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
    def longest(self) -> dict[str, int]:
        """First word of the units' words and symbols of several words to the number of words in the longest."""
        found: dict[str, int] = {}
        for key in self._of_several_words:
            words = key.replace(".", " ").lower().split() or [key]
            if len(words) > found.get(words[0], 0):
                found[words[0]] = len(words)
        return found

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first two words of each of them, with a blank between."""
        return frozenset(" ".join(key.lower().split(" ", 2)[:2]) for key in self._of_several_words)

    @cached_property
    def _of_several_words(self) -> list[str]:
        return [key for key in (*self.words, *self.symbols) if " " in key or "." in key]


@cache
def _no_measures() -> frozenset[str]:
    """The words behind a number that can belong to it and are no unit: scales, and what opens a bound or a share."""
    return frozenset((*scales(), *kinds()["opening"]))


@cache
def builtin_units() -> tuple[UnitEntry, ...]:
    """The units of ``units.tsv``, ``currencies.tsv`` and ``news_units.tsv``, a row for each name."""
    entries: dict[str, UnitEntry] = {}
    for entry in (*_money(), *_news(), *_quantulum()):
        known = entries.get(entry.id)
        entries[entry.id] = entry if known is None else _merged(known, entry)
    for symbol, name, near in read_tsv(__package__, "licences.tsv"):
        known = entries[name]
        entries[name] = evolve(known, near=(*known.near, (symbol, frozenset(_several(near)))))
    return tuple(entries.values())


@cache
def builtin_lexicon() -> QuantityLexicon:
    """What the finder knows without a registry."""
    return QuantityLexicon(builtin_units())


def _quantulum() -> Iterator[UnitEntry]:
    withheld = {word for word, _ in read_tsv(__package__, "withheld.tsv")}

    def usable(cell: str) -> tuple[str, ...]:
        return tuple(item for item in _several(cell) if item not in withheld)

    for name, symbol, dimension, code, uri, words, symbols in read_tsv(__package__, "units.tsv"):
        signs = usable(symbols) if dimension == "currency" else ()
        unit = Unit(name, symbol or None, dimension, code or None, uri or None)
        yield UnitEntry(unit, usable(words), () if signs else usable(symbols), signs)


def _news() -> Iterator[UnitEntry]:
    for name, symbol, dimension, words, symbols in read_tsv(__package__, "news_units.tsv"):
        yield UnitEntry(Unit(name, symbol or None, dimension), _several(words), _several(symbols))


def _money() -> Iterator[UnitEntry]:
    for name, symbol, code, words, signs, symbols in read_tsv(__package__, "currencies.tsv"):
        unit = Unit(name, symbol or None, "currency", code or None)
        yield UnitEntry(unit, _several(words), _several(symbols), _several(signs))


def _merged(known: UnitEntry, more: UnitEntry) -> UnitEntry:
    """One entry for two rows of one name; the unit's URI is the one that a row has."""
    return UnitEntry(
        evolve(known.unit, uri=known.unit.uri or more.unit.uri),
        _union(known.surfaces, more.surfaces),
        _union(known.symbols, more.symbols),
        _union(known.signs, more.signs),
    )


def _union(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _plurals(words: str) -> tuple[str, ...]:
    """The plurals of a unit's words: of the first word ("miles per hour") and of the last ("square miles")."""
    head, space, rest = words.partition(" ")
    plurals = [f"{head}s {rest}"] if space else []
    if words.endswith("y") and words[-2:-1] not in "aeo":
        plurals.append(words[:-1] + "ies")
    elif not words.endswith("s"):
        plurals.append(words + ("es" if words.endswith(("ch", "sh", "x")) else "s"))
    return tuple(plurals)

"""From the tables of units to what a text is searched for: the file ``BUILTIN``, and the same for plugins' units.

``python -m mediaparse.quantities.compiling`` writes the file anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from attrs import astuple, evolve

from mediaparse.data import read_tsv
from mediaparse.quantities.unit import DEGREES, Unit, UnitEntry, is_code

BUILTIN = "builtin.json"
"""The units and their words as ``QuantityLexicon`` reads them."""


class Tables(NamedTuple):
    """The words of some units, in a form that JSON can hold; a unit is its number (see ``QuantityLexicon``)."""

    words: Mapping[str, int]
    symbols: Mapping[str, int]
    signs: Mapping[str, int]
    measures: Mapping[str, int]
    longest: Mapping[str, int]
    openings: Sequence[str]


def tables(units: Sequence[UnitEntry]) -> Tables:
    """The words that name ``units``; of two units the first has the word."""
    words: dict[str, int] = {}
    symbols: dict[str, int] = {}
    signs: dict[str, int] = {}
    for number, entry in enumerate(units):
        for surface in entry.surfaces:
            key = surface.lower().replace("-", " ")
            for form in (key, *_plurals(key)):
                words.setdefault(form, number)
        for symbol in entry.symbols:
            symbols.setdefault(symbol, number)
        for sign in entry.signs:
            signs.setdefault(sign, number)
            if "$" in sign:
                signs.setdefault(sign.upper(), number)
    for number, entry in enumerate(units):
        for sign in filter(is_code, entry.signs):
            symbols.setdefault(sign, number)
    several = [key for key in (*words, *symbols) if " " in key or "." in key]
    openings = dict.fromkeys(" ".join(key.lower().split(" ", 2)[:2]) for key in several)
    return Tables(words, symbols, signs, _measures(units, words | symbols), _longest(several), [*openings])


def _measures(units: Sequence[UnitEntry], named: Mapping[str, int]) -> dict[str, int]:
    """The words that are looked up as they stand: those in small letters, of no degrees."""
    return {
        word: number
        for word, number in named.items()
        if units[number].unit.dimension not in DEGREES and (word.islower() or word == "%")
    }


def _longest(several: Iterable[str]) -> dict[str, int]:
    """First word to how many the longest has that begins with it."""
    found: dict[str, int] = {}
    for key in several:
        words = key.replace(".", " ").lower().split() or [key]
        if len(words) > found.get(words[0], 0):
            found[words[0]] = len(words)
    return found


def source_units() -> tuple[UnitEntry, ...]:
    """The units as the TSV files write them."""
    entries: dict[str, UnitEntry] = {}
    for entry in (*_money(), *_news(), *_quantulum()):
        known = entries.get(entry.id)
        entries[entry.id] = entry if known is None else _merged(known, entry)
    for symbol, name, near in read_tsv(__package__, "licences.tsv"):
        known = entries[name]
        entries[name] = evolve(known, near=(*known.near, (symbol, frozenset(_several(near)))))
    return tuple(entries.values())


def source_builtin() -> str:
    """What the file ``BUILTIN`` must say."""
    units = source_units()
    rows = [
        (
            astuple(entry.unit),
            entry.surfaces,
            entry.symbols,
            entry.signs,
            [(by, sorted(near)) for by, near in entry.near],
        )
        for entry in units
    ]
    return json.dumps({"units": rows, "tables": tables(units)._asdict()}) + "\n"


def _quantulum() -> Iterator[UnitEntry]:
    """The units of ``units.tsv`` without the words that ``withheld.tsv`` holds back."""
    withheld = {word for word, _ in read_tsv(__package__, "withheld.tsv")}

    def usable(cell: str) -> tuple[str, ...]:
        return tuple(item for item in _several(cell) if item not in withheld)

    for name, symbol, dimension, code, uri, words, symbols in read_tsv(__package__, "units.tsv"):
        signs = usable(symbols) if dimension == "currency" else ()
        unit = Unit(name, symbol or None, dimension, code or None, uri or None)
        yield UnitEntry(unit, usable(words), () if signs else usable(symbols), signs)


def _news() -> Iterator[UnitEntry]:
    """The units of ``news_units.tsv``."""
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


if __name__ == "__main__":
    from pathlib import Path

    Path(__file__).with_name(BUILTIN).write_text(source_builtin(), "utf-8")

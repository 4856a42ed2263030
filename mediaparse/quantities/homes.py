"""Homes: whose money it is that several countries call by one name ("Rs 2 lakh", "3,000 pesos"), by the text's country.

A text of a house at home names its country, and not its money's ("a fine of Rs 5,000", from Karachi).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from attrs import evolve

from mediaparse.data import read_tsv
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.types import Quantity
from mediaparse.quantities.unit import Unit
from mediaparse.scan import Scan


def at_home(scan: Scan, quantities: tuple[Quantity, ...], lexicon: QuantityLexicon) -> tuple[Quantity, ...]:
    """``quantities``, shared money as that of the country which the text names first.

    >>> from mediaparse.quantities import find
    >>> [found.unit.name for found in find("KARACHI: The fare is Rs50, that to India INR400. It was 40 rupees.")]
    ['pakistani rupee', 'indian rupee', 'pakistani rupee']
    """
    names = {
        _money(found.unit)
        for found in quantities
        if found.unit is not None and found.unit.dimension.startswith("currency")
    }
    if not names:
        return quantities
    shared = _homes()
    meant = {name: money for name in names & shared.keys() if (money := _first_named(scan, shared[name], lexicon))}
    if not meant:
        return quantities
    return tuple(_settled(found, scan.text[found.start : found.end], meant) for found in quantities)


@cache
def _homes() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """The shared money to the money that it can be, each with the words that name its country."""
    found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for name, money, words in read_tsv(__package__, "shared_money.tsv"):
        typed = tuple(form for word in words.split() for form in (word, word.upper()))
        found[name] = (*found.get(name, ()), (money, typed))
    return found


def _money(unit: Unit) -> str:
    """What a unit is money of, without what it is paid by."""
    return unit.name.partition(" per ")[0]


def _first_named(scan: Scan, homes: Iterable[tuple[str, tuple[str, ...]]], lexicon: QuantityLexicon) -> Unit | None:
    """The money of the country that the text names first, or None."""
    named = (
        (index, money)
        for money, words in homes
        for word in scan.vocabulary.intersection(words)
        for index in scan.places(word)
    )
    return lexicon.by_name.get(min(named, default=(0, ""))[1])


def _settled(found: Quantity, text: str, meant: dict[str, Unit]) -> Quantity:
    """``found``, which is ``text``, in the money that is meant, unless its code stands with it ("AED300")."""
    unit = found.unit
    money = None if unit is None else meant.get(_money(unit))
    if unit is None or money is None or (unit.code is not None and unit.code in text):
        return found
    per = unit.name[len(_money(unit)) :]
    symbol = unit.symbol and money.symbol and money.symbol + "".join(unit.symbol.partition("/")[1:] if per else ())
    return evolve(found, unit=evolve(unit, name=money.name + per, symbol=symbol, code=money.code, uri=money.uri))

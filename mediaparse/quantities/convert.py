"""Conversion between the units of one dimension, in exact fractions."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from functools import cache

from mediaparse.data import read_tsv
from mediaparse.quantities.lexicon import builtin_lexicon
from mediaparse.quantities.unit import Unit

_ROUNDED = Context(prec=28)


def unit_named(name: str) -> Unit:
    """The built-in unit of that name, symbol or word.

    >>> unit_named("km²").name, unit_named("miles").name
    ('square kilometre', 'mile')

    Raises ``ValueError`` where there is none.
    """
    known = builtin_lexicon()
    unit = known.by_name.get(name) or known.symbols.get(name) or known.words.get(name.lower().replace("-", " "))
    if unit is None and name in known.licensed:
        unit = known.licensed[name][0][0]
    if unit is None:
        raise ValueError(f"no unit is called {name!r}")
    return unit


def converted(value: Decimal, of: Unit, to: Unit) -> Decimal:
    """``value`` of one unit in another, rounded to 28 digits.

    >>> converted(Decimal("11"), unit_named("km"), unit_named("m"))
    Decimal('11000')
    >>> converted(Decimal("-40"), unit_named("°C"), unit_named("°F"))
    Decimal('-40')

    Raises ``ValueError`` where the two have not one dimension, or where one has no fixed
    size (a month, a currency).
    """
    if of.dimension != to.dimension:
        raise ValueError(f"{of.name} is a unit of {of.dimension}, {to.name} one of {to.dimension}")
    if of == to or (of.code is not None and of.code == to.code):
        return value
    (factor, zero), (other, other_zero) = _size(of), _size(to)
    exact = (Fraction(value) + zero) * factor / other - other_zero
    result = _ROUNDED.divide(Decimal(exact.numerator), Decimal(exact.denominator))
    return result.quantize(Decimal(1)) if exact.denominator == 1 and abs(exact) < 10**28 else result


@cache
def _factors() -> dict[str, tuple[Fraction, Fraction]]:
    return {name: (Fraction(factor), Fraction(zero)) for name, factor, zero in read_tsv(__package__, "factors.tsv")}


def _size(unit: Unit) -> tuple[Fraction, Fraction]:
    """How many base units ``unit`` is, and what is added to a reading in it; a rate's is that of its parts."""
    if unit.name in _factors():
        return _factors()[unit.name]
    of, per, by = unit.name.partition(" per ")
    if not per or of not in _factors() or by not in _factors():
        raise ValueError(f"{unit.name} has no fixed size")
    return _factors()[of][0] / _factors()[by][0], Fraction(0)

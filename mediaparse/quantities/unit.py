"""What a unit of measurement or a currency is, and a row of knowledge of one."""

from __future__ import annotations

from attrs import frozen

from mediaparse.values import Value

DEGREES = ("temperature", "angle")
"""The dimensions of degrees."""


@frozen(eq=False, repr=False)
class Unit(Value):
    """A unit of measurement or a currency; it has no span of its own, it is knowledge.

    ``name``, ``dimension`` and ``uri`` are quantulum3's where it knows the unit ("square
    kilometre", "area", "Square_kilometre"), ``code`` is ISO 4217 for money. A rate is
    named by its parts ("dollar per barrel") and has their dimensions ("currency per volume").
    """

    name: str
    symbol: str | None = None
    dimension: str = "dimensionless"
    code: str | None = None
    uri: str | None = None


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


def is_code(sign: str) -> bool:
    """Can ``sign`` also stand after a sum?"""
    return len(sign) > 1 or not (sign.isalpha() and sign.isascii())

"""What a quantity is made of: value or range, comparator, change, unit, counted noun."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from mediaparse.arguments import check
from mediaparse.quantities.unit import Unit
from mediaparse.spans import Found, Span

if TYPE_CHECKING:
    from mediaparse.quantities.interchange import PintQuantity, PintRegistry, QuantulumQuantity

__all__ = ["Change", "Comparator", "Quantity", "Unit"]


class Comparator(StrEnum):
    """How the value bounds what is meant."""

    EQUAL = "="
    ABOUT = "~"
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="

    @property
    def words(self) -> str:
        """The words before the number, with the blank behind them; none for an equal one.

        >>> Comparator.MORE.words
        'more than '
        """
        from mediaparse.quantities.wording import COMPARATORS  # which finding does without

        return COMPARATORS[self]


class Change(StrEnum):
    """The direction of a movement whose size the quantity is."""

    UP = "up"
    DOWN = "down"


@frozen(eq=False, repr=False)
class Quantity(Found):
    """A number with what it counts or measures.

    ``upper`` is a range's other end, in the order of the text ("fell from 208 to 193");
    ``noun`` what is counted ("suicide bombers") or measured ("roads" in "246 kilometers of
    roads"), ``unit`` what it is measured in. As a string it reads as one would say it.

    >>> from mediaparse import quantities
    >>> found = quantities.find("They killed more than 550 terrorists.")[0]
    >>> str(found)
    'more than 550 terrorists'
    """

    value: Decimal
    upper: Decimal | None
    comparator: Comparator
    change: Change | None
    unit: Unit | None
    noun: Span | None

    def __str__(self) -> str:
        """The quantity as one would say it."""
        from mediaparse.quantities.wording import worded

        noun = None if self.noun is None else " ".join(self.noun.text.split())
        return worded(self.value, self.upper, self.comparator, self.change, self.unit, noun, self.rule == "fraction")

    def to(self, unit: Unit | str) -> Quantity:
        """The same quantity in another unit of its dimension, given itself or by its name, symbol or word.

        The span and the text stay those of the find; values are rounded to 28 digits.

        >>> from mediaparse import quantities
        >>> found = quantities.find("It moved 11 kilometers in 5 to 7 days.")
        >>> found[0].to("metre").value, str(found[1].to("hour"))
        (Decimal('11000'), '120 to 168 hours')

        Raises ``ValueError`` where the quantity has no unit, where the unit is unknown or of
        another dimension, and where one of the two has no fixed size (a month, a currency).
        """
        from mediaparse.quantities.convert import converted, unit_named  # takes fractions, which finding does without

        check("unit", unit, (Unit, str), "a Unit or the name of one")
        if self.unit is None:
            raise ValueError(f"{self.text!r} has no unit")
        target = unit_named(unit) if isinstance(unit, str) else unit
        upper = None if self.upper is None else converted(self.upper, self.unit, target)
        return evolve(self, value=converted(self.value, self.unit, target), upper=upper, unit=target)

    def to_quantulum(self) -> QuantulumQuantity:
        """The quantity as an object of quantulum3; a range becomes its middle with an uncertainty.

        Importing quantulum3 and its tables takes some seconds the first time.
        """
        from mediaparse.quantities.interchange import quantulum_quantity

        return quantulum_quantity(self.value, self.upper, self.unit, self.text, (self.start, self.end))

    def to_pint(self, registry: PintRegistry | None = None) -> PintQuantity:
        """The value as a quantity of pint, of ``registry`` or of a new one with ``Decimal`` numbers.

        Needs the extra: ``pip install "mediaparse-news[pint]"``. Raises ``ImportError``
        without it and ``ValueError`` where pint has no such unit (a currency, say).
        """
        from mediaparse.quantities.interchange import pint_quantity

        return pint_quantity(self.value, self.unit, registry)

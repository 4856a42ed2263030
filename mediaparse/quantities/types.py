"""What a quantity is made of: value or range, comparator, change, unit, counted noun."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from mediaparse.quantities.unit import Unit
from mediaparse.spans import Found, Span

__all__ = ["Change", "Comparator", "Quantity", "Unit"]


class Comparator(StrEnum):
    """How the value bounds what is meant."""

    EQUAL = "="
    ABOUT = "~"
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="


class Change(StrEnum):
    """The direction of a movement whose size the quantity is."""

    UP = "up"
    DOWN = "down"


@frozen
class Quantity(Found):
    """A number with what it counts or measures.

    ``upper`` is a range's other end, in the order of the text ("fell from 208 to 193");
    ``noun`` what is counted ("suicide bombers") or measured ("roads" in "246 kilometers of
    roads"), ``unit`` what it is measured in.
    """

    value: Decimal
    upper: Decimal | None
    comparator: Comparator
    change: Change | None
    unit: Unit | None
    noun: Span | None

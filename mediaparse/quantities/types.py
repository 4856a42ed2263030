"""What a quantity is made of: value or range, comparator, change, unit, counted noun."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from mediaparse.spans import Found, Span


class Comparator(StrEnum):
    """How the value bounds what is meant."""

    EQUAL = "="
    ABOUT = "~"
    MORE = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="


class Change(StrEnum):
    """The direction of a movement whose size or level the quantity is."""

    UP = "up"
    DOWN = "down"


@frozen
class Unit:
    """A unit of measurement or a currency; it has no span of its own, it is knowledge.

    ``name`` and ``dimension`` are quantulum3's ("square kilometre", "area"), ``code`` is
    ISO 4217 for money.
    """

    name: str
    symbol: str | None
    dimension: str
    code: str | None
    uri: str | None


@frozen
class Quantity(Found):
    """A number with what it counts or measures.

    ``upper`` is a range's other end; ``noun`` what is counted ("suicide bombers") or
    measured ("roads" in "246 kilometers of roads").
    """

    value: Decimal
    upper: Decimal | None
    comparator: Comparator
    change: Change | None
    unit: Unit | None
    noun: Span | None

"""What a unit of measurement or a currency is."""

from __future__ import annotations

from attrs import frozen

from mediaparse.values import Value


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

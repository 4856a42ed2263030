"""Interchange: a quantity as an object of quantulum3 or of pint, both imported only here and only when asked."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from mediaparse.patterns import pattern
from mediaparse.quantities.unit import Unit


class QuantulumUnit(Protocol):
    """What is used of ``quantulum3.classes.Unit``."""

    name: str
    uri: str | None
    currency_code: str | None


class QuantulumQuantity(Protocol):
    """What is used of ``quantulum3.classes.Quantity``."""

    value: float
    unit: QuantulumUnit
    surface: str | None
    span: tuple[int, int] | None
    uncertainty: float | None


class PintQuantity(Protocol):
    """What is used of ``pint.Quantity``."""

    @property
    def magnitude(self) -> Decimal:
        """The number."""

    @property
    def units(self) -> object:
        """The unit."""


class PintRegistry(Protocol):
    """What is used of ``pint.UnitRegistry``."""

    def Quantity(self, value: Decimal, units: str) -> PintQuantity:  # noqa: N802
        """A quantity of this registry."""


_PINT_NAMES = {
    "percentage": "percent", "pound-mass": "pound", "tonne": "metric_ton", "ton": "short_ton", "count": "dimensionless",
    "degree Celsius": "degree_Celsius", "degree fahrenheit": "degree_Fahrenheit", "degree angle": "degree",
    "light-year": "light_year", "parts-per-million": "ppm", "newton metre": "newton * metre",
    "pound-foot": "pound_force * foot", "revolutions per minute": "revolutions_per_minute", "barrel": "oil_barrel",
}  # fmt: skip
_POWERS = {"square": 2, "cubic": 3}
_PRODUCT = pattern(r"(\w+)[ -](hour|second)")


def quantulum_quantity(
    value: Decimal, upper: Decimal | None, unit: Unit | None, text: str, span: tuple[int, int]
) -> QuantulumQuantity:
    """quantulum3's object: a range is its middle with an uncertainty, as quantulum3 has it."""
    from quantulum3 import classes  # type: ignore[import-untyped]

    low, high = float(value), float(value if upper is None else upper)
    uncertainty = None if upper is None else abs(high - low) / 2
    found: QuantulumQuantity = classes.Quantity((low + high) / 2, _quantulum_unit(unit), text, span, uncertainty)
    return found


def _quantulum_unit(unit: Unit | None) -> QuantulumUnit:
    """The unit of quantulum3 of that name, or one that is made for it."""
    from quantulum3 import classes, load

    known: dict[str, QuantulumUnit] = load.units().names
    name = "dimensionless" if unit is None else unit.name
    if unit is None or name in known:
        return known[name]
    of, _, by = unit.name.partition(" per ")
    dimensions = [{"base": of, "power": 1}] + ([{"base": by, "power": -1}] if by else [])
    entity = load.entities().names.get(unit.dimension) or classes.Entity("unknown")
    made: QuantulumUnit = classes.Unit(unit.name, entity, [], unit.uri, [], dimensions, unit.code)
    return made


def pint_quantity(value: Decimal, unit: Unit | None, registry: PintRegistry | None) -> PintQuantity:
    """pint's object, of ``registry`` or of a new one whose numbers are ``Decimal``.

    Raises ``ImportError`` where pint is not installed and ``ValueError`` where pint knows no such unit.
    """
    try:
        import pint
    except ImportError as error:
        raise ImportError("to_pint needs pint: python -m pip install 'mediaparse-news[pint]'") from error
    units: PintRegistry = pint.UnitRegistry(non_int_type=Decimal) if registry is None else registry
    if unit is None:
        return units.Quantity(value, "dimensionless")
    try:
        return units.Quantity(value, " / ".join(map(_pint_name, unit.name.split(" per "))))
    except (pint.UndefinedUnitError, pint.DefinitionSyntaxError, AttributeError) as error:
        raise ValueError(f"pint knows no unit {unit.name!r}") from error


def _pint_name(name: str) -> str:
    """The name, or the product of names, by which pint knows a unit."""
    if name in _PINT_NAMES:
        return _PINT_NAMES[name]
    first, _, rest = name.partition(" ")
    if first in _POWERS:
        return f"{rest} ** {_POWERS[first]}"
    if product := _PRODUCT.fullmatch(name):
        return f"{product[1]} * {product[2]}"
    return name.replace(" ", "_").replace("-", "_")

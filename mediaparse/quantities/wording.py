"""Wording: a quantity as one would say it."""

from __future__ import annotations

from decimal import Context, Decimal

from mediaparse.quantities.unit import Unit

COMPARATORS = {"=": "", "~": "about ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most "}
"""The words before a number that say how it bounds what is meant."""
_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_SMALL = Decimal("0.001")
_EXACT = Context(prec=60)
_PLURALS = {
    "foot": "feet", "square foot": "square feet", "cubic foot": "cubic feet", "pound-foot": "pound-feet",
    "inch": "inches", "penny": "pence", "century": "centuries", "stone": "stone", "count": "times",
    "percentage": "percent", "degree angle": "degrees", "degree Celsius": "degrees Celsius",
    "degree fahrenheit": "degrees Fahrenheit", "pound sterling": "pounds", "pound-mass": "pounds",
    "united states dollar": "US dollars", "year of age": "years old", "month of age": "months old",
    "week of age": "weeks old", "day of age": "days old",
}  # fmt: skip
_SINGULARS = {
    "percentage": "percent", "count": "time", "degree angle": "degree", "pound sterling": "pound",
    "pound-mass": "pound", "united states dollar": "US dollar", "year of age": "year old", "month of age": "month old",
    "week of age": "week old", "day of age": "day old", "degree fahrenheit": "degree Fahrenheit",
}  # fmt: skip
_INVARIABLE = ("hertz", "yen", "yuan", "baht", "rand", "won", "ringgit", "kelvin", "horsepower", "siemens", "sen")


def worded(
    value: Decimal, upper: Decimal | None, comparator: str, change: str | None, unit: Unit | None, noun: str | None
) -> str:
    """A quantity in words and figures.

    >>> worded(Decimal(550), None, ">", None, None, "terrorists")
    'more than 550 terrorists'
    >>> worded(Decimal("1.5E9"), Decimal("2E9"), "=", "up", Unit("dollar"), None)
    'up 1.5 billion to 2 billion dollars'
    """
    number = said(value) if upper is None else f"{said(value)} to {said(upper)}"
    one = upper is None and abs(value) == 1
    what = noun or ""
    if unit is not None:
        what = unit_said(unit, one)
        if noun is not None and not unit.dimension.startswith("count"):
            what += f" of {noun}"
    return f"{change + ' ' if change else ''}{COMPARATORS[comparator]}{number} {what}".rstrip()


def said(number: Decimal) -> str:
    """A number with its thousands marked and its millions named.

    >>> [said(Decimal(number)) for number in ("53478", "1200000000", "1.10", "0.3333333333", "-5")]
    ['53,478', '1.2 billion', '1.10', '0.3333', '-5']
    """
    for scale, name in _SCALES:
        if abs(number) >= scale:
            scaled = _EXACT.divide(number, scale).normalize(_EXACT)
            return f"{scaled:,f} {name}" if _decimals(scaled) <= 3 else f"{number:,f}"
    return f"{round(number, 4):,f}" if _decimals(number) > 6 and abs(number) > _SMALL else f"{number:,}"


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def unit_said(unit: Unit, one: bool) -> str:
    """The unit's name as it is said of one or of several.

    >>> unit_said(Unit("barrel per day"), False), unit_said(Unit("percentage"), True)
    ('barrels per day', 'percent')
    """
    of, per, by = unit.name.partition(" per ")
    return (_SINGULARS.get(of, of) if one else _plural(of)) + per + by


def _plural(name: str) -> str:
    if name in _PLURALS:
        return _PLURALS[name]
    return name if name.endswith(_INVARIABLE) or name.startswith(("per ", "parts-")) or not name else name + "s"

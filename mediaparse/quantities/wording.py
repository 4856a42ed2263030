"""Wording: a quantity as one would say it."""

from __future__ import annotations

from decimal import Context, Decimal
from functools import cache

from mediaparse.data import read_tsv
from mediaparse.quantities.unit import Unit
from mediaparse.quantities.words import is_a, kinds

COMPARATORS = {"=": "", "~": "about ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most "}
"""The words before a number that say how it bounds what is meant."""
_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_SMALL = Decimal("0.001")
_EXACT = Context(prec=60)
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PARTS = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    6: "sixth",
    7: "seventh",
    8: "eighth",
    9: "ninth",
    10: "tenth",
}
_CLOSE = Decimal("1e-9")


def worded(
    value: Decimal,
    upper: Decimal | None,
    comparator: str,
    change: str | None,
    unit: Unit | None,
    noun: str | None,
    part: bool = False,
) -> str:
    """A quantity in words and figures; ``part`` says that it is a part of a whole.

    >>> worded(Decimal(550), None, ">", None, None, "terrorists")
    'more than 550 terrorists'
    >>> worded(Decimal("1.5E9"), Decimal("2E9"), "=", "up", Unit("dollar"), None)
    'up 1.5 billion to 2 billion dollars'
    """
    number = said(value) if upper is None else f"{said(value)} to {said(upper)}"
    one = upper is None and abs(value) == 1
    what = noun or ""
    if unit is not None:
        what = unit_said(unit, one, noun)
    elif part and upper is None and (share := part_said(value)):
        number, what = share, f"of {noun}" if noun else ""
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
    """How many decimals the number is written with."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def part_said(value: Decimal) -> str | None:
    """A part in words, up to tenths; None where it is none of them.

    >>> part_said(Decimal("0.5")), part_said(Decimal("0.6666666667")), part_said(Decimal("0.37"))
    ('half', 'two-thirds', None)
    """
    from fractions import Fraction  # finding does without

    exact = Fraction(value)
    part = exact.limit_denominator(10)
    if abs(exact - part) > _CLOSE or not 0 < part < 1:
        return None
    name = _PARTS[part.denominator]
    if part.numerator == 1:
        return name if name == "half" else f"a {name}"
    return f"{_NUMBERS[part.numerator]}-{name}s"


def unit_said(unit: Unit, one: bool, noun: str | None = None) -> str:
    """The unit's name as it is said of one or of several, with what it measures.

    >>> unit_said(Unit("barrel per day"), False), unit_said(Unit("barrel per day"), False, "oil")
    ('barrels per day', 'barrels of oil per day')
    >>> unit_said(Unit("percentage"), True), unit_said(Unit("sri lankan rupee", dimension="currency"), False)
    ('percent', 'Sri Lankan rupees')
    >>> unit_said(Unit("acre foot"), False), unit_said(Unit("pollen count"), False)
    ('acre feet', 'pollen counts')
    """
    of, per, by = unit.name.partition(" per ")
    if unit.dimension.startswith("currency") and of not in _said():
        of = _country(of)
    measured = f" of {noun}" if noun is not None and not unit.dimension.startswith("count") else ""
    return (_said().get(of, (of,))[0] if one else _plural(of)) + measured + per + by


def _country(money: str) -> str:
    """The name of a currency with its country in capitals, as one writes it."""
    *country, name = money.split(" ")
    return " ".join(
        [*(word.upper() if is_a("initials of money", word) else word.capitalize() for word in country), name]
    )


def _plural(name: str) -> str:
    """The plural of the name of a unit."""
    if name in _said():
        return _said()[name][1]
    last = name.rpartition(" ")[2]
    one, several = _said().get(last, ("", ""))
    if one == last:  # "acre foot"; but a "pollen count" is not said as a count
        return name.removesuffix(last) + several
    plain = name.endswith(tuple(kinds()["without plural"])) or name.startswith(("per ", "parts-"))
    return name if plain or not name else name + "s"


@cache
def _said() -> dict[str, tuple[str, str]]:
    """Name of a unit to what is said of one and of several, where it is another word."""
    return {name: (one, several) for name, one, several in read_tsv(__package__, "plurals.tsv")}

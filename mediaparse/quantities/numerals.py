"""Numerals: what a number is, and the words and the exact arithmetic that all numbers share."""

from __future__ import annotations

from decimal import Context, Decimal
from functools import cache

from mediaparse.data import read_tsv
from mediaparse.patterns import pattern
from mediaparse.quantities.records import Record

SPELLED = frozenset(("words", "part", "fold", "vague"))
"""The forms of the numbers that are written in words."""
EXACT = Context(prec=60)
ROUNDED = Context(prec=28)
_SCALE = pattern(r"(\n|[ \u00a0-]{0,2})([A-Za-z]{1,11})\b")
_SCALE_INITIALS = frozenset("bcdhlmqtBCDHLMQT")
_HUGE = 40  # digits, beyond which a number keeps its exponent
_THOUSAND = 1000


class Numeral(Record):
    """A number as a text writes it.

    ``form`` is ``figures``, ``range`` ("5-7") or ``fraction`` ("1/4") in figures, ``words``,
    ``part`` ("two-thirds"), ``fold`` ("sixfold") or ``vague`` ("dozens") in words; ``upper`` is
    the other end of a range and of a vague plural. ``mantissa`` is the number before
    its scale ("1.2" in "1.2 million").
    """

    __slots__ = ("end", "form", "mantissa", "start", "upper", "value")

    def __init__(
        self, start: int, end: int, value: Decimal, upper: Decimal | None, form: str, mantissa: Decimal
    ) -> None:
        self.start = start
        self.end = end
        self.value = value
        self.upper = upper
        self.form = form
        self.mantissa = mantissa

    @property
    def scaled(self) -> bool:
        """Has it a scale ("million", "bn"), from a thousand on?"""
        return self.mantissa != self.value and self.value >= _THOUSAND


@cache
def table() -> dict[str, tuple[str, Decimal]]:
    """Number word to its kind and its value (see ``numbers.tsv``)."""
    return {word: (kind, Decimal(value)) for word, kind, value in read_tsv(__package__, "numbers.tsv")}


@cache
def scales() -> dict[str, Decimal]:
    """The words and abbreviations that multiply the number before them."""
    return {word: value for word, (kind, value) in table().items() if kind in ("scale", "abbreviation")}


def times(value: Decimal, scale: Decimal) -> Decimal:
    """``value`` times ``scale``, without decimals where it is whole; no context of the caller's counts.

    >>> times(Decimal("1.20"), Decimal(1000000))
    Decimal('1200000')
    """
    product = EXACT.multiply(value, scale)
    if product.adjusted() > _HUGE or product != product.to_integral_value():
        return product
    return product.quantize(Decimal(1), context=EXACT)


def scaled(numeral: Numeral, scale: Decimal, end: int) -> Numeral:
    """``numeral`` with a scale that ends at ``end``."""
    upper = None if numeral.upper is None else times(numeral.upper, scale)
    return Numeral(numeral.start, end, times(numeral.value, scale), upper, numeral.form, numeral.mantissa)


def scale_after(text: str, end: int) -> tuple[Decimal, int] | None:
    """The scale, a word or an abbreviation, that follows figures at ``end``, and where it ends.

    >>> scale_after("1.2 million barrels", 3)
    (Decimal('1000000'), 11)
    """
    following = text[end : end + 2].lstrip(" -\n\u00a0")
    match = _SCALE.match(text, end) if not following or following[0] in _SCALE_INITIALS else None
    if match is None:
        return None
    kind, value = table().get(match[2].lower(), ("", Decimal(0)))
    if kind == "scale" or (kind == "abbreviation" and "-" not in match[1]):
        return value, match.end()
    return None

"""Joins: two amounts that are one range or one sum, and amounts that share a unit."""

from __future__ import annotations

import re
from decimal import Context, Decimal

from attrs import evolve

from mediaparse.quantities.amounts import Amount
from mediaparse.quantities.changes import change_of

_TO = re.compile(r"(?: ?[-–—] ?|[ \n]to[ \n]|-to-| to ?-|- to )\Z")
_UP_TO = re.compile(r" (?:up|down|on up) to \Z")
_AND = re.compile(r",? and (?:about |around )?\Z")
_OR = re.compile(r" or \Z")
_FAR_TO = re.compile(r" (?:[^.,;:()\n\d]|\d{1,2}[.:]\d\d ?[ap]m){2,45} to \Z")
_FROM = re.compile(r"\b[Ff]rom (?:about |around |up to |as (?:low|little|few) as |just |an? |roughly |under |over )?\Z")
_BETWEEN = re.compile(r"\b[Bb]etween (?:about |around |roughly )?\Z")
_SHARED = re.compile(r"(?:,? (?:and|or)|/) ?\Z|, \Z")
_SUM = re.compile(r" (?:and )?\Z|, \Z")
_STOP = re.compile(r" ?(?:[.,;:!?)]|$|\n)")
_AGED = re.compile(r"\b(?:aged?|ages)(?: between| from)? \Z")
_CENTS = frozenset(("cent", "penny", "centavo", "rappen", "sen"))
_EXACT = Context(prec=60)


def joined(text: str, amounts: list[Amount]) -> list[Amount]:
    """``amounts`` with sums, ranges and shared units made.

    >>> from mediaparse.quantities.amounts import amount_of
    >>> from mediaparse.quantities.lexicon import builtin_lexicon
    >>> from mediaparse.quantities.numerals import figures
    >>> text = "from $75 to $45, 5 and 6 kg, 10 dollars and 30 cents"
    >>> amounts = [amount_of(text, numeral, builtin_lexicon()) for numeral in figures(text)]
    >>> [(str(found.value), found.upper and str(found.upper), found.unit.name) for found in joined(text, amounts)]
    [('75', '45', 'dollar'), ('5', None, 'kilogram'), ('6', None, 'kilogram'), ('10.30', None, 'dollar')]
    """
    return _sharing(text, [amount for amount in _pairs(text, amounts) if not _bracket(text, amount)])


def _bracket(text: str, amount: Amount) -> bool:
    """Is a range the name of an age group ("women aged 25 to 54")?"""
    return (
        amount.upper is not None
        and amount.unit is None
        and _AGED.search(text[max(0, amount.start - 15) : amount.start]) is not None
    )


def _pairs(text: str, amounts: list[Amount]) -> list[Amount]:
    found: list[Amount] = []
    for amount in amounts:
        if found and (one := _sum(text, found[-1], amount) or _range(text, found[-1], amount)):
            found[-1] = one
        else:
            found.append(amount)
    return found


def _sum(text: str, first: Amount, second: Amount) -> Amount | None:
    """ "3 dollars 50 cents", "15 dollars and 50." """
    if first.unit is None or first.unit.dimension != "currency" or first.upper is not None or second.upper is not None:
        return None
    if (
        first.value != first.value.to_integral_value()
        or not 0 < second.value < 100
        or not _between(text, first, second, _SUM)
    ):
        return None
    if second.unit is not None:
        if second.unit.name not in _CENTS or first.unit.name in _CENTS:
            return None
    elif first.end == first.number_end or not _STOP.match(text, second.end) or second.form == "fraction":
        return None
    value = first.value + _EXACT.multiply(second.value, Decimal("0.01"))
    return evolve(first, end=second.end, value=value, mantissa=value)


def _range(text: str, first: Amount, second: Amount) -> Amount | None:
    if first.upper is not None or second.upper is not None or second.start - first.end > 60:
        return None
    if not _alike(first, second):
        return None
    lead = text[max(0, first.start - 20) : first.start]
    leads_from, leads_between = _FROM.search(lead), _BETWEEN.search(lead)
    if leads_from and (
        _between(text, first, second, _TO)
        or _between(text, first, second, _UP_TO)
        or _between(text, first, second, _FAR_TO)
    ):
        return _ranged(first, second, first.start)
    if leads_between and (_between(text, first, second, _AND) or _between(text, first, second, _TO)):
        return _ranged(
            first, second, first.start - len("between ") if lead.lower().endswith("between ") else first.start
        )
    if _between(text, first, second, _TO) and _spans(text, first, second):
        return _ranged(first, second, first.start)
    consecutive = second.value - first.value == 1 and first.unit is None and second.start == second.number_start
    if _between(text, first, second, _OR) and consecutive and not first.is_scaled:
        return _ranged(first, second, first.start)
    return None


def _between(text: str, first: Amount, second: Amount, pattern: re.Pattern[str]) -> bool:
    return (
        pattern.match(text, first.end, second.start) is not None
        and pattern.fullmatch(text, first.end, second.start) is not None
    )


def _alike(first: Amount, second: Amount) -> bool:
    if first.form in ("vague", "fraction") or second.form in ("vague", "fraction"):
        return first.form == second.form == "fraction"
    if first.unit is None or second.unit is None:
        return True
    one, other = first.unit.name, second.unit.name
    return one == other or other.startswith(one + " per ") or {one, other} == {"dollar", "united states dollar"}


def _spans(text: str, first: Amount, second: Amount) -> bool:
    """Is "X to Y" a range, and not a movement of X to the level Y?"""
    if first.unit is not None and second.unit is None:
        return False
    if first.unit is not None and first.unit.name == "percentage" and first.value >= second.value:  # shares of a poll
        return False
    if change_of(text, first.start, first.start, first.unit or second.unit) is None:
        return first.value < second.value or first.unit is not None
    percent = second.unit is not None and second.unit.name == "percentage"
    return percent and first.value < second.value


def _ranged(first: Amount, second: Amount, start: int) -> Amount:
    value = first.value
    if second.is_scaled and not first.is_scaled and abs(first.mantissa) < 1000 and (first.mantissa < second.mantissa):
        scale = second.value / second.mantissa
        value = _EXACT.multiply(value, scale)
        value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    unit = second.unit or first.unit
    return evolve(
        first,
        start=start,
        end=second.end,
        number_end=second.number_end,
        value=value,
        upper=second.value,
        mantissa=second.mantissa,
        unit=unit,
        form="range",
    )


def _sharing(text: str, amounts: list[Amount]) -> list[Amount]:
    """A bare number before "and" or "or" has the unit of the amount behind ("5 and 6 kg", "8 or $9")."""
    found = list(amounts)
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        if first.unit is not None or second.unit is None or first.form == "fraction":
            continue
        between = text[first.end : second.start]
        if _SHARED.fullmatch(between) and (between != ", " or _listed(text, found, at + 1)):
            found[at] = evolve(first, unit=second.unit)
    return found


def _listed(text: str, amounts: list[Amount], at: int) -> bool:
    """Does the list go on behind the amount at ``at`` with an amount of the same unit?"""
    if at + 1 >= len(amounts):
        return False
    first, second = amounts[at], amounts[at + 1]
    return first.unit == second.unit and _SHARED.fullmatch(text[first.end : second.start]) is not None

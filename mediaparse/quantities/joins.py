"""Joins: two amounts that are one range or one sum, and amounts that share a unit."""

from __future__ import annotations

import re
from decimal import Decimal
from operator import attrgetter, sub

from mediaparse.patterns import pattern
from mediaparse.quantities.amounts import Amount
from mediaparse.quantities.changes import change_before
from mediaparse.quantities.context import bare, begin_of, words_before
from mediaparse.quantities.nouns import form
from mediaparse.quantities.numerals import EXACT, ROUNDED
from mediaparse.quantities.words import is_a
from mediaparse.scan.wordclasses import class_of

_TO = pattern(r"(?: ?[-–—] ?|[ \n]to[ \n]|-to-| to ?-|- to )")
_FROM_TO = pattern(r"(?: ?[-–—] ?|[ \n](?:(?:up|down|on up) )?to[ \n]|-to-)")
# "from $210 at 9.30am on Monday to $190": what stands between has no mark and no figures but a time or a year.
_FAR_TO = pattern(r" (?:[^.,;:()\n\d]|\d{1,2}[.:]\d\d ?[ap]m|in \d{4}){1,45} to ")
_AND = pattern(r",?[ \n]and[ \n](?:about |around )?")
_OR = pattern(r"[ \n]or[ \n]")
_LIST = pattern(r"(?:,? (?:and|or)|/) ?|, | ?[x×] ?| by ")
# All that the patterns here match, but for "from", without the marks and blanks around it.
_JOINTS = frozenset((
    "", "to", "up to", "down to", "on up to", "and", "and about", "and around", "or", "in", "in every", "out of",
    "out of every",
))  # fmt: skip
_MARKS = " \n,-–—"
_LONGEST_LINK = len(", and ")
_SUM = pattern(r" (?:and )?|, ")
_FEET = pattern(r"(?:,? |-|, and | and |)")
_LESSER = {("foot", "inch"): Decimal(12), ("stone", "pound-mass"): Decimal(14)}
_RATIO = pattern(r"(?: (?P<noun>[a-z]{3,20}))? (?:in|out of)(?: every)? ")
_RATIO_ENDS = (" in ", " out of ", " every ")
_STOP = pattern(r" ?(?:[.,;:!?)]|$|\n)")
_HEDGES = frozenset(("about", "around", "roughly", "just", "a", "an", "under", "over"))
_CENTS = frozenset(("cent", "penny", "centavo", "rappen", "sen", "paise"))
_FROM = frozenset(("from", "From"))
_START = attrgetter("start")
_END = attrgetter("end")
_NEAR = 16  # characters between the two numbers of a range
_FARTHEST = 60  # such characters behind "from"
_UNSCALED = 1000  # from here on, a first number needs no scale of the second: "from 1,500 to 2 million"
_TEN = Decimal(10)
_WHOLES = frozenset(map(Decimal, (12, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000)))


def joined(text: str, amounts: list[Amount]) -> list[Amount]:
    """``amounts`` with sums, ranges and shared units made.

    >>> from mediaparse.quantities.amounts import amount_of
    >>> from mediaparse.quantities.lexicon import builtin_lexicon
    >>> from mediaparse.quantities.figures import figures
    >>> text = "from $75 to $45, 5 and 6 kg, 10 dollars and 30 cents"
    >>> amounts = [amount_of(text, numeral, builtin_lexicon()) for numeral in figures(text)]
    >>> [(str(found.value), found.upper and str(found.upper), found.unit.name) for found in joined(text, amounts)]
    [('75', '45', 'dollar'), ('5', None, 'kilogram'), ('6', None, 'kilogram'), ('10.30', None, 'dollar')]
    """
    found: list[Amount] = []
    for amount in amounts:
        if not found or not _near(text, found[-1], amount):
            found.append(amount)
        elif one := _united(text, found[-1], amount):
            found[-1] = one
        elif text[found[-1].end : amount.start] == "-to-":  # "by 5-to-4 votes"
            found.pop()
        else:
            found.append(amount)
    return [amount for amount in _sharing(text, found) if amount.upper is None or not _age_group(amount)]


def _near(text: str, first: Amount, second: Amount) -> bool:
    """Can the two be one, by what parts them: a word or two, or more of them behind "from"?"""
    apart = second.start - first.end
    if apart > _FARTHEST:
        return False
    gap = text[first.end : second.start]
    if gap.strip(_MARKS) in _JOINTS:
        return True
    if gap.endswith(_RATIO_ENDS):
        return first.form == "words"
    return gap.endswith(" to ") and (apart <= _NEAR or not _FROM.isdisjoint(first.lead[-3:]))


def _united(text: str, first: Amount, second: Amount) -> Amount | None:
    """The one amount that the two are, or None."""
    return (
        _sum(text, first, second)
        or _height(text, first, second)
        or _ratio(text, first, second)
        or _range(text, first, second)
    )


def _sum(text: str, first: Amount, second: Amount) -> Amount | None:
    """One sum of two coins: "3 dollars 50 cents", "15 dollars and 50."."""
    if first.unit is None or first.unit.dimension != "currency" or first.upper or second.upper:
        return None
    if not _SUM.fullmatch(text, first.end, second.start) or not 0 < second.value < 100:
        return None
    if first.value != first.value.to_integral_value() or first.unit.name in _CENTS:
        return None
    if second.unit is None:
        if first.end == first.numeral.end or second.form == "part" or not _STOP.match(text, second.end):
            return None
    elif second.unit.name not in _CENTS:
        return None
    value = EXACT.add(first.value, EXACT.multiply(second.value, Decimal("0.01")))
    return first.replaced(end=second.end, value=value)


def _height(text: str, first: Amount, second: Amount) -> Amount | None:
    """One measure in the lesser of two units: "6 feet 4 inches", "5ft 7in", "8st 4lb"."""
    if first.unit is None or second.unit is None or first.upper or second.upper:
        return None
    parts = _LESSER.get((first.unit.name, second.unit.name))
    if parts is None or second.value >= parts or not _FEET.fullmatch(text, first.end, second.start):
        return None
    if first.value != first.value.to_integral_value():
        return None
    value = EXACT.add(EXACT.multiply(first.value, parts), second.value)
    return second.replaced(start=first.start, value=value, lead=first.lead, bound=first.bound or second.bound)


def _ratio(text: str, first: Amount, second: Amount) -> Amount | None:
    """The share that "three in 10", "one out of every five" or "one child in three" is."""
    ratio = _RATIO.fullmatch(text, first.end, second.start) if first.unit is None else None
    if ratio is None or (ratio["noun"] is not None and not _shared(ratio["noun"], first, second)):
        return None
    if second.unit is not None and second.unit.dimension == "time":
        return None
    one, all_ = first.value, second.value
    if first.upper or second.upper or not 0 < one < all_ or (all_ > _TEN and all_ not in _WHOLES):
        return None
    if one != one.to_integral_value():
        return None
    return first.replaced(end=second.numeral.end, value=ROUNDED.divide(one, all_), form="part", unit=None)


def _shared(noun: str, first: Amount, second: Amount) -> bool:
    """Is ``noun`` of a whole, of which ``second`` counts nothing else ("one child in three is", but "two wins in six
    games")?"""
    if first.form != "words" or second.unit is not None or is_a("event", noun):
        return False
    if (form(noun) == "plural") != (first.value > 1):
        return False
    after = second.follower
    return after is not None and (not after or form(after) == "verb" or class_of(after) in "apv")


def _range(text: str, first: Amount, second: Amount) -> Amount | None:
    """The range from ``first`` to ``second``, where the words between and before say that it is one."""
    lead = first.lead
    if first.upper is not None or second.upper is not None or not _alike(first, second):
        return None
    while lead and bare(lead[-1]) in _HEDGES:
        lead = lead[:-1]
    opener = bare(lead[-1]) if lead else ""
    if opener == "to" and len(lead) > 2 and [bare(word) for word in lead[-3:-1]] == ["from", "up"]:
        opener = "from"

    def between(joint: re.Pattern[str]) -> bool:
        return joint.fullmatch(text, first.end, second.start) is not None

    if opener == "from" and (between(_FROM_TO) or (first.unit is not None and between(_FAR_TO))):
        return _ranged(first, second)
    if opener == "between" and (between(_AND) or between(_TO)):
        ranged = _ranged(first, second)
        if bare(first.lead[-1]) != "between":
            return ranged
        start = begin_of(text, first.start, 1)
        return ranged.replaced(start=start, lead=words_before(text, start))
    if between(_TO) and _spans(first, second):
        return _ranged(first, second)
    if first.unit is None and not first.numeral.scaled and _estimates(first, second) and between(_OR):
        return _ranged(first, second)
    return None


def _estimates(first: Amount, second: Amount) -> bool:
    """Are two neighbours one estimate ("three or four years", "two or three million"), and not two prices?"""
    money = second.unit is not None and second.unit.dimension == "currency"
    return not money and EXACT.subtract(second.numeral.mantissa, first.value) == 1


def _alike(first: Amount, second: Amount) -> bool:
    """Can the two be ends of one range?"""
    if first.form in ("vague", "part", "fold") or second.form in ("vague", "part", "fold"):
        return first.form == second.form == "part"
    if first.unit is None or second.unit is None:
        return True
    one, other = first.unit.name, second.unit.name
    rated = other.startswith(one + " per ") or one.startswith(other + " per ")
    return one == other or rated or {one, other} == {"dollar", "united states dollar"}


def _spans(first: Amount, second: Amount) -> bool:
    """Is "X to Y" a range, and not a movement of X to the level Y or the shares of a poll?"""
    unit = first.unit or second.unit
    if first.unit is not None and second.unit is None:
        return False
    if unit is not None and unit.name == "percentage":
        return first.value < second.value
    moved = change_before(first.lead, unit) is not None
    if moved and first.unit is None and bare(first.lead[-1]) == "by":  # "rose by 10 to 20 cents"
        return first.value < second.value
    return not moved and (first.value < second.value or first.unit is not None)


def _ranged(first: Amount, second: Amount) -> Amount:
    """One amount from both; a scale that only the second has is also the first's ("$10 to $15 billion")."""
    value, low, high = first.value, first.numeral, second.numeral
    if high.mantissa != high.value and low.mantissa == low.value < high.mantissa and low.value < _UNSCALED:
        value = EXACT.multiply(value, EXACT.divide(high.value, high.mantissa))
        value = value.quantize(Decimal(1), context=EXACT) if value == value.to_integral_value() else value
    unit = second.unit or first.unit
    if first.unit is not None and unit is not None and first.unit.name.startswith(unit.name + " per "):
        unit = first.unit
    bound = first.bound or second.bound
    return first.replaced(
        end=second.end, numeral=high, value=value, upper=second.value, unit=unit, form="range", bound=bound
    )


def _sharing(text: str, amounts: list[Amount]) -> list[Amount]:
    """``amounts``; a bare number has the unit of the next ("5 and 6 kg") or an age before ("aged 5 and 8")."""
    found = list(amounts)
    gaps = map(sub, map(_START, found[1:]), map(_END, found))
    linked = [at for at, gap in enumerate(gaps) if gap <= _LONGEST_LINK]
    for at in reversed(linked):
        first, second = found[at], found[at + 1]
        if first.unit is not None or second.unit is None or first.form in ("part", "vague"):
            continue
        link = _LIST.fullmatch(text, first.end, second.start)
        if link is not None and (link.group() != ", " or _listed(text, found, at + 1)):
            found[at] = first.replaced(unit=second.unit)
    for at in linked:
        first, second = found[at], found[at + 1]
        aged = first.unit is not None and first.unit.dimension == "age" and first.end == first.numeral.end
        if aged and second.unit is None and _LIST.fullmatch(text, first.end, second.start):
            found[at + 1] = second.replaced(unit=first.unit)
    return found


def _listed(text: str, amounts: list[Amount], at: int) -> bool:
    """Does the list go on behind the amount at ``at`` with an amount of the same unit?"""
    if at + 1 >= len(amounts):
        return False
    first, second = amounts[at], amounts[at + 1]
    return first.unit == second.unit and _LIST.fullmatch(text, first.end, second.start) is not None


def _age_group(amount: Amount) -> bool:
    """Is a range the name of an age group ("women aged 25 to 54")?"""
    return amount.unit is None and not {"age", "aged", "ages"}.isdisjoint(map(bare, amount.lead[-2:]))

"""What a quantity takes over from the one before: the same size in another unit, and an elided unit or noun."""

from __future__ import annotations

from attrs import evolve

from mediaparse.patterns import pattern
from mediaparse.quantities.elided import shares
from mediaparse.quantities.nouns import singular
from mediaparse.quantities.types import Comparator, Quantity
from mediaparse.quantities.unit import Unit

_CONVERTED = pattern(r" \(| ?/ ?")
_OR = pattern(r",? or ")
_LONGEST_LINK = len(", or ")
_COMPARED = pattern(
    r"[^.;\n\u2029]{0,48}[ ,](?:compared (?:with|to)|(?:up|down) from|including|versus|vs\.?)[ \n](?:an average of )?"
    r"|,? (?:from|against)[ \n]"
)
_REACHED = pattern(r" to (?:(?:close|end|finish|settle|trade) at )?| at ")
_SENTENCE = pattern(r"[.!?;]\s")
_WHOLE = 100  # percent: no share is larger
_SHARES = frozenset(("percentage", "percentage point"))


def restated(text: str, quantities: list[Quantity]) -> tuple[Quantity, ...]:
    """``quantities``, each with what it takes over from the one before.

    A conversion has the comparator and the change of what it converts, a number that is
    compared with the one before counts or measures the same.

    >>> import mediaparse.quantities
    >>> text = "It lost 190 points, or 0.6%, over 100 km (62 miles) off, up from 2.4 million."
    >>> found = mediaparse.quantities.find(text)
    >>> [str(quantity) for quantity in found]
    ['down 190 points', 'down 0.6 percent', 'more than 100 kilometres', 'more than 62 miles', '2.4 million miles']
    """
    found = quantities[:1]
    for quantity in quantities[1:]:
        if quantity.rule == "number":
            quantity = _people(text, found, _level(text, found, quantity))
        first = found[-1]
        if quantity.unit is None:
            quantity = quantity if quantity.noun is not None else _elliptic(text, first, quantity)
        elif quantity.rule == "rate" or quantity.start - first.end <= _LONGEST_LINK:
            quantity = _measured(text, first, quantity, quantity.unit)
        found.append(quantity)
    return tuple(found)


def _level(text: str, found: list[Quantity], second: Quantity) -> Quantity:
    """``second`` in points where it is the level of an index that moved, and points were spoken of in the sentence."""
    first = found[-1]
    moved = first.change is not None and first.unit is not None and first.unit.name in _SHARES
    if not moved or not _REACHED.fullmatch(text, first.end, second.start):
        return second
    for earlier in found[-2:-5:-1]:
        points = earlier.unit is not None and earlier.unit.dimension == "point"
        if points and ". " not in text[earlier.end : first.start]:
            return evolve(second, unit=earlier.unit)
    return second


def _people(text: str, found: list[Quantity], second: Quantity) -> Quantity:
    """``second`` with the noun of the number that it stands beside: "68 people who left and 95 who stayed"."""
    if not text.startswith(" who ", second.end):
        return second
    for earlier in found[:-4:-1]:
        beside = earlier.noun is not None and text.startswith(" who ", earlier.end)
        if beside and not _SENTENCE.search(text, earlier.end, second.start):
            return evolve(second, noun=earlier.noun)
    return second


def _measured(text: str, first: Quantity, second: Quantity, unit: Unit) -> Quantity:
    """``second`` in the ``unit`` that it has, with what it takes over from ``first``, which stands before it."""
    if second.rule == "rate" and first.noun is not None and _COMPARED.fullmatch(text, first.end, second.start):
        return _per(text[first.noun.start : first.noun.end], second)
    if second.comparator != Comparator.EQUAL or second.change is not None:
        return second
    converts = first.unit is not None and first.unit.dimension == unit.dimension and first.unit != unit
    if converts and _CONVERTED.fullmatch(text, first.end, second.start):
        return evolve(second, comparator=first.comparator, change=first.change)
    if first.change is not None and _OR.fullmatch(text, first.end, second.start):
        return evolve(second, change=first.change)
    return second


def _per(noun: str, second: Quantity) -> Quantity:
    """``second`` by the noun that its rate leaves out: "22 thefts, compared with 20 per week"."""
    if second.unit is None or not second.unit.name.startswith("per "):
        return second
    name = f"{singular(noun)} {second.unit.name}"
    return evolve(second, unit=Unit(name, dimension=second.unit.dimension))


def _elliptic(text: str, first: Quantity, second: Quantity) -> Quantity:
    """``second`` with the unit or the noun that it leaves out.

    "460 cars, compared with 63"; "rose 64 points to 4,577".
    """
    share = first.unit is not None and first.unit.name in _SHARES
    if second.rule != "number" or (share and second.value > _WHOLE) or text.startswith(" of ", second.end):
        return second
    points = first.unit is not None and first.unit.dimension != "currency" and not share
    reached = first.change is not None and (points or first.unit is None) and text[first.end : second.start] == " to "
    compared = reached or _COMPARED.fullmatch(text, first.end, second.start) is not None
    if not compared and not shares(text, first, second.start, second.end):
        return second
    return evolve(second, unit=first.unit, noun=first.noun)

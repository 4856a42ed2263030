"""Restated quantities: the same size said twice, in another unit, moves and is bounded as the first."""

from __future__ import annotations

import re

from attrs import evolve

from mediaparse.quantities.types import Comparator, Quantity

_OR = re.compile(r",? or ")


def restated(text: str, quantities: list[Quantity]) -> tuple[Quantity, ...]:
    """``quantities``, those that restate the one before with its comparator and change.

    >>> import mediaparse.quantities
    >>> found = mediaparse.quantities.find("The index lost 190 points, or 0.6%, over 100 km (62 miles) off.")
    >>> [(str(quantity.value), quantity.change, str(quantity.comparator)) for quantity in found][1::2]
    [('0.6', <Change.DOWN: 'down'>, '='), ('62', None, '>')]
    """
    found: list[Quantity] = []
    for quantity in quantities:
        if found and quantity.unit is not None and quantity.comparator == Comparator.EQUAL and quantity.change is None:
            quantity = _restating(text, found[-1], quantity)
        found.append(quantity)
    return tuple(found)


def _restating(text: str, first: Quantity, second: Quantity) -> Quantity:
    assert second.unit is not None
    between = text[first.end : second.start]
    if first.unit is None and first.change is None:
        return second
    same = first.unit is not None and first.unit.dimension == second.unit.dimension
    if same and (between in (" (", " / ", "/") and first.unit != second.unit):
        return evolve(second, comparator=first.comparator, change=first.change)
    if _OR.fullmatch(between) and first.change is not None:
        return evolve(second, change=first.change)
    return second

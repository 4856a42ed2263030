"""Changes: the verb of movement that governs the size of a movement."""

from __future__ import annotations

import re
from functools import cache

from mediaparse.data import read_tsv
from mediaparse.quantities.comparators import words_before
from mediaparse.quantities.types import Change
from mediaparse.quantities.unit import Unit

_BETWEEN = frozenset(
    "by just only further even sharply slightly roughly as much well still nearly".split()
)
_NOT_MOVING = frozenset(
    "gave give gives giving picked made make set took put came sign signed racked ran build built pick clean".split()
)
_OWNERSHIP = frozenset(
    "lost lose loses losing gain gains gained gaining added shed sheds drop drops dropped dropping down up".split()
)

_AFTER = re.compile(r" (higher|lower)\b(?! than)")


@cache
def _table() -> dict[str, Change]:
    return {word: Change(change) for word, change in read_tsv(__package__, "changes.tsv")}


def change_of(text: str, start: int, end: int, unit: Unit | None) -> Change | None:
    """The direction of the movement whose size the quantity between ``start`` and ``end`` is.

    >>> change_of("Shares fell 1.1 percent", 12, 23, Unit("percentage"))
    <Change.DOWN: 'down'>
    """
    if following := _AFTER.match(text, end):
        return _table()[following[1]]
    words = [word for word, _ in words_before(text, start)]
    by = False
    while words and words[-1] in _BETWEEN:
        by = by or words[-1] == "by"
        words.pop()
    if not words:
        return None
    if by:
        return next((_table()[word] for word in reversed(words[-3:]) if word in _table()), None)
    word = words[-1]
    if word not in _table() or (unit is None and word in _OWNERSHIP):
        return None
    if word == "up" and len(words) > 1 and words[-2] in _NOT_MOVING:
        return None
    return _table()[word]

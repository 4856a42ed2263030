"""Changes: the verb of movement that governs the size of a movement."""

from __future__ import annotations

import re
from functools import cache

from mediaparse.data import read_tsv
from mediaparse.quantities.context import bare
from mediaparse.quantities.types import Change
from mediaparse.quantities.unit import Unit
from mediaparse.quantities.words import is_a

_AFTER = re.compile(r" (higher|lower)\b(?! than)")
_REACH = 3


@cache
def _table() -> dict[str, Change]:
    return {word: Change(change) for word, change in read_tsv(__package__, "changes.tsv")}


def change_before(lead: tuple[str, ...], unit: Unit | None) -> Change | None:
    """The direction of the movement whose size the quantity behind the words ``lead`` is.

    Directly behind its verb ("fell 2 percent"), or with "by" up to three words from it ("cut its
    forecast by 2 percent" has no verb of movement, "sales grew sharply by 2 percent" has).

    >>> change_before(("Shares", "fell"), Unit("percentage")), change_before(("rose", "to"), None)
    (<Change.DOWN: 'down'>, None)
    """
    words = [bare(word) for word in lead[-6:]]
    by = False
    while words and is_a("before size", words[-1]):
        by = words.pop() == "by" or by
    if not words:
        return None
    if by:
        return next((_table()[word] for word in reversed(words[-_REACH:]) if word in _table()), None)
    change = _table().get(words[-1])
    if change is None or (unit is None and is_a("ownership", words[-1])):
        return None
    if words[-1] == "up" and len(words) > 1 and is_a("phrasal", words[-2]):
        return None
    return change


def change_after(text: str, end: int) -> Change | None:
    """The direction that "higher" or "lower" behind the quantity names ("ended 2 percent lower").

    >>> change_after("It ended 2 percent lower.", 18)
    <Change.DOWN: 'down'>
    """
    following = _AFTER.match(text, end)
    return None if following is None else _table()[following[1]]

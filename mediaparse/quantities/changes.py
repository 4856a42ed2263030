"""Changes: the verb of movement that governs the size of a movement."""

from __future__ import annotations

from functools import cache

from mediaparse.data import read_tsv
from mediaparse.patterns import pattern
from mediaparse.quantities.context import bare
from mediaparse.quantities.types import Change
from mediaparse.quantities.unit import Unit
from mediaparse.quantities.words import is_a, kinds

_AFTER = pattern(r" (higher|lower)\b(?! than)| (up|down)(?=[.,;)]|$| (?:on|at|against|year|this|since)\b)")
_LEVELS = frozenset(("percentage", "percentage point", "basis point", "point"))  # of which alone "up" is said behind
_REACH = 5  # words from "by" to its verb


@cache
def _verbs() -> tuple[dict[str, Change], dict[str, Change]]:
    """The verbs that stand right before a size, and those that "by" may part from it, which are more."""
    directions = {str(change): change for change in Change}
    rows = [(word, directions[change], reach) for word, change, reach in read_tsv(__package__, "changes.tsv")]
    return {word: change for word, change, reach in rows if reach == "any"}, {word: change for word, change, _ in rows}


@cache
def leading() -> frozenset[str]:
    """The words that can stand right before the size of a movement."""
    return kinds()["before size"] | _verbs()[0].keys() | {"from"}


def change_before(lead: tuple[str, ...], unit: Unit | None, ranged: bool = False) -> Change | None:
    """The direction of the movement whose size the quantity behind the words ``lead`` is.

    Directly behind its verb ("fell 2 percent"), or with "by" up to five words from it ("cut its
    key rate by 25 basis points"). A range is a movement also behind "from" ("fell from 75 to 45").

    >>> change_before(("Shares", "fell"), Unit("percentage")), change_before(("rose", "to"), None)
    (<Change.DOWN: 'down'>, None)
    """
    if not lead or bare(lead[-1]) not in leading():
        return None
    at, by = len(lead) - 1, False
    if ranged and lead[-1] == "from":
        at -= 1
    passed = kinds()["before size"]
    while at >= 0 and (word := bare(lead[at])) in passed:
        at, by = at - 1, by or word == "by"
    if at < 0:
        return None
    if by:
        with_by, margins = _verbs()[1], kinds()["margin"]
        near = map(bare, reversed(lead[max(0, at + 1 - _REACH) : at + 1]))
        verb = next((word for word in near if word in with_by or word in margins), "")
        return None if verb in margins else with_by.get(verb)
    change = _verbs()[0].get(word)
    if change is None or (unit is None and is_a("ownership", word)):
        return None
    return None if word == "up" and at and is_a("phrasal", bare(lead[at - 1])) else change


def change_after(text: str, end: int, unit: Unit | None) -> Change | None:
    """The direction that "higher" or "up" and their like behind the quantity name ("ended 2 percent lower").

    >>> change_after("It ended 2 percent lower.", 18, Unit("percentage"))
    <Change.DOWN: 'down'>
    """
    following = _AFTER.match(text, end) if text.startswith((" h", " l", " u", " d"), end) else None
    if following is None or (following[2] and (unit is None or unit.name not in _LEVELS)):
        return None
    return _verbs()[0][following[1] or following[2]]

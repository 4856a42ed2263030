"""Elisions: a bare number whose noun the text leaves out, as it is plain from what stands around it."""

from __future__ import annotations

from collections.abc import Sequence

from mediaparse.patterns import pattern
from mediaparse.quantities.amounts import Amount
from mediaparse.quantities.context import bare
from mediaparse.quantities.dates import year
from mediaparse.quantities.types import Quantity
from mediaparse.quantities.words import is_a

_WORD = pattern(r" ([a-z]+)(?!\w)")
_PARALLEL = pattern(
    r"[^.;:()\n\u2029\d]{0,60}(?:in \d{4})?(?:,? and |, |,? but |,? while )(?:about |some |another |nearly )?"
)
_PLACED = pattern(
    r" (?:from|in|at|on|who|were|had|have|for|by|last|next|this|across)\b(?! (?:the )?\d| all\b| total\b)"
)
# "Jones scored 22 points and Smith added 14", "She has 182 delegates. Ruiz has 28"
_SCORED = pattern(
    r"[^\n\u2029]{0,60}[^\W\d_] (?:added|has|had|needs|needed|won|scored|got|received|contributed|chipped in(?: with)?"
    r"|finished with) "
)
_SHARED = pattern(r",? (?:and )?(?:[A-Z][\w.’'-]{0,20} ){1,3}(?:at|with) ")  # "Lund at 30 percent and Ruiz at 25"
_SCORED_END = pattern(r"[.,;]|$| (?:and|to|for|in|on|off|as|while|apiece|each)\b")
_MORE = pattern(r" (?:more|fewer)(?: ([a-z]{2,20})\b|(?=[.,;:!?)]|$))")
_SIZED = pattern(r"[^.;:()\n\u2029]{0,40}(?:,| and) ")
_COUNTS = ("count", "number")
_ENDS = (".", "!", "?", ":", ";", ",", ".”", '."', ",”", ',"', "—", "--")


def is_elided(text: str, amount: Amount, lead: tuple[str, ...], found: Sequence[Quantity]) -> bool:
    """Does a bare number, which stands behind ``lead`` and the quantities ``found``, count what the text leaves out?

    "Three abstained", "the toll rose to 41", "nine dead", "killed 12", "an option for 30 more",
    "1,200 came from Ghana and 300 from Togo".
    """
    if amount.form not in ("figures", "words") or amount.value < 2 or amount.value != amount.value.to_integral_value():
        return False
    if year(text[amount.start : amount.end]):
        return False
    following = _WORD.match(text, amount.end)
    word = following[1] if following else ""
    last = bare(lead[-1]) if lead else ""
    if is_a("state", word) or is_a("harm", last) or text.startswith(" on board", amount.end):
        return True
    if is_a("fate", word) and (not last or is_a("before fate", last) or last.endswith(_ENDS)):
        return True
    if (more := _MORE.match(text, amount.end)) and (more[1] is None or _goes_on(more[1])):
        return True
    if found and shares(text, found[-1], amount.start, amount.end):
        return True
    level = is_a("reaching", last) or (last == "at" and len(lead) > 1 and is_a("staying", bare(lead[-2])))
    return level and _counts(lead)


def _goes_on(word: str) -> bool:
    """Is there no noun in ``word`` behind "more": "nine more than the runner-up", "six more died"?"""
    return word in ("than", "would", "will") or is_a("fate", word) or word.endswith("ed")


def shares(text: str, first: Quantity, start: int, end: int) -> bool:
    """Does the bare number between ``start`` and ``end`` share what ``first`` counts or measures?

    "1,200 boats from Ghana and 300 from Togo", "300 metres long, 48 wide".
    """
    if start - first.end > 80:
        return False
    following = _WORD.match(text, end)
    if following is not None and is_a("extent", following[1]):
        long = first.unit is not None and first.unit.dimension == "length"
        return long and _SIZED.fullmatch(text, first.end, start) is not None
    points = first.unit is not None and first.unit.dimension == "point"
    if (first.rule in _COUNTS or points) and _SCORED.fullmatch(text, first.end, start):
        return _SCORED_END.match(text, end) is not None
    if first.unit is not None and first.unit.name == "percentage" and _SHARED.fullmatch(text, first.end, start):
        return _SCORED_END.match(text, end) is not None
    if first.upper is not None or not _PLACED.match(text, end):
        return False
    return _PARALLEL.fullmatch(text, first.end, start) is not None


def _counts(lead: tuple[str, ...]) -> bool:
    """Is a total spoken of in the same clause ("the toll rose to", "bringing the number of dead to")?"""
    for word in reversed(lead):
        if word.endswith(_ENDS):
            return False
        if is_a("total", bare(word)):
            return True
    return False

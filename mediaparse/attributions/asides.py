"""Asides: "(declared a foreign agent by the ministry)" behind a name, which grammar looks past."""

from __future__ import annotations

import sys
from bisect import bisect_right

from mediaparse.scan.quotations import Quotation

_OPENS = "(e "
_VERBAL = "avenr"  # what the verb of the name before the bracket begins with; "says" is an n
_SHORT = 8  # tokens; grammar reads a shorter bracket as it does a party: "(outlawed in Norland)"
_LONGEST = 400  # characters

Aside = tuple[int, int]  # the gaps with its brackets


def asides(text: str, letters: str, offsets: list[int]) -> list[Aside]:
    """The brackets behind a name that begin with a participle, a comma or a verb behind them."""
    found = []
    first = letters.find(_OPENS)
    while first > 0:
        closes = text.find(")", offsets[first], offsets[first] + _LONGEST)
        last = bisect_right(offsets, closes, first) - 1
        behind_name = letters[first - 1] in "nNQ" and (letters[last] == "," or letters[last + 1] in _VERBAL)
        if last % 2 == 1 and last - first > _SHORT and behind_name and "\n" not in text[offsets[first] : closes + 1]:
            found.append((first, last))
            first = last
        first = letters.find(_OPENS, first + 1)
    return found


def fold(
    found: list[Aside], text: str, letters: str, words: list[str], offsets: list[int]
) -> tuple[str, list[str], list[int]]:
    """The letters, words and offsets with each aside as one gap."""
    pieces: list[str] = []
    told: list[str] = []
    kept: list[int] = []
    done = 0
    for first, last in found:
        pieces += letters[done:first], " " if letters[last] == ")" else letters[last]
        told += words[done:first]
        told.append(text[offsets[first] : offsets[last + 1]])
        kept += offsets[done : first + 1]
        done = last + 1
    return "".join(pieces) + letters[done:], told + words[done:], kept + offsets[done:]


def moved(found: list[Aside], quotations: dict[int, Quotation]) -> dict[int, Quotation]:
    """The quotations by the tokens where they stand once the asides are folded, without those within them."""
    there: dict[int, Quotation] = {}
    left = iter([*found, (sys.maxsize, sys.maxsize)])
    (first, last), shift = next(left), 0
    for at, quotation in quotations.items():
        while at > last:
            shift += last - first
            first, last = next(left)
        if at < first:
            there[at - shift] = quotation
    return there

"""Comparators: the words and signs beside a number that bound it or make it approximate."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from mediaparse.data import read_tsv
from mediaparse.quantities.types import Comparator

_TOKENS = re.compile(r"[^\s(\"“‘]+")
_SIGNS = {"~": "~", "≈": "~", ">": ">", "<": "<", "≥": ">=", "≤": "<="}
_AFTER = re.compile(
    r"(?P<plus>\+)(?!\d)|[ -](?P<one>plus|odd)(?=[ -]|$)|,? (?P<two>(?:or|and) (?:more|above|over|up|less|fewer|under|below|older|younger|so))\b(?! than)"
)
_WINDOW = 40
_LONGEST = 4
_DURING = frozenset(
    (
        "for",
        "after",
        "in",
        "of",
        "at",
        "to",
        "by",
        "with",
        "than",
        "just",
        "well",
        "is",
        "was",
        "were",
        "took",
        "takes",
        "lasted",
        "last",
        "from",
    )
)
_EMPHATIC = frozenset(("as many as", "as much as"))


@cache
def _table(place: str) -> dict[str, Comparator]:
    return {
        words: Comparator(sign) for words, where, sign in read_tsv(__package__, "comparators.tsv") if where == place
    }


def words_before(text: str, start: int) -> list[tuple[str, int]]:
    """The words right before ``start`` in lower case, with their offsets, the nearest last."""
    begin = max(0, start - _WINDOW)
    window = text[begin:start]
    if not window or not window[-1].isspace():
        return []
    return [(match.group().lower(), begin + match.start()) for match in _TOKENS.finditer(window)]


def comparator_before(text: str, start: int, value: Decimal, lasts: bool) -> tuple[Comparator, int] | None:
    """The comparator that ends where the quantity starts, and where it begins.

    ``lasts`` says that the quantity is a time: "over two days" can mean during them.

    >>> comparator_before("killing more than 550 men", 18, Decimal(550), False)
    (<Comparator.MORE: '>'>, 8)
    """
    if start and (sign := _SIGNS.get(text[start - 1])):
        return Comparator(sign), start - 1
    if start > 1 and text[start - 1] == " " and (sign := _SIGNS.get(text[start - 2])):
        return Comparator(sign), start - 2
    if text[max(0, start - 4) : start].lower() == "sub-":
        return Comparator.LESS, start - 4
    before = words_before(text, start)
    table = _table("before")
    for count in range(min(_LONGEST, len(before)), 0, -1):
        words = " ".join(word for word, _ in before[-count:])
        if words in table:
            preceding = before[-count - 1][0] if len(before) > count else ""
            return _weighed(words, table[words], before[-count][1], preceding, value, lasts)
    return None


def _weighed(
    words: str, comparator: Comparator, start: int, preceding: str, value: Decimal, lasts: bool
) -> tuple[Comparator, int] | None:
    if words == "over" and lasts and preceding not in _DURING:
        return None
    if words == "up to" and preceding in ("back", "edged", "inched", "ticked", "moved", "went", "inching"):
        return None
    if words in _EMPHATIC and not _round(value):
        return Comparator.EQUAL, start
    return comparator, start


def _round(value: Decimal) -> bool:
    """Is it a round number? "As many as 53,478" stresses an exact count, "as many as 500" bounds a guess."""
    return len(str(value.normalize().as_tuple().digits)) and len(value.normalize().as_tuple().digits) <= 2


def comparator_after(text: str, end: int) -> tuple[Comparator, int] | None:
    """The comparator behind a number or its unit ("or more", "-plus", "-odd"), and where it ends.

    >>> comparator_after("one hundred and more sorties", 11)
    (<Comparator.AT_LEAST: '>='>, 20)
    """
    match = _AFTER.match(text, end)
    if match is None:
        return None
    words = "plus" if match["plus"] else match["one"] or match["two"]
    return _table("after")[words], match.end()

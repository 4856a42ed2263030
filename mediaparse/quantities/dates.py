"""Dates and times: figures that are the day, the year or the hour, and no quantity."""

from __future__ import annotations

import re
from functools import cache

from mediaparse.patterns import pattern
from mediaparse.quantities.words import is_a, kinds

_AFTER = pattern(r"(?P<gap>[ \u00a0]?)-?(?P<word>[^\W\d_](?:[\w.’']{0,20}\w)?)(?!\w)")
_CHAIN = pattern(
    r"(?P<word>[^\W\d_]+)\.? \d{1,2}(?:(?:st|nd|rd|th)?(?:,| and| or| to|,? and| ?[-–])? ?\d{1,2}){0,3},? ?"
    r"(?:and|or|to|-|–|through|until)? ?\Z"
)
_CHAINING = frozenset(("and", "or", "to", "-", "–", "through", "until"))
_LOCAL = pattern(r" time\b|[.,;:)]|$")
_VERBS = frozenset(("may", "march", "mar"))


def month(word: str, dated: bool = False) -> bool:
    """Is ``word`` the name of a month? The verbs "march" and "may" only with a capital, or where a date is sure.

    >>> month("Dec"), month("may"), month("may", dated=True)
    (True, False, True)
    """
    lower = word.lower().rstrip(".")
    return is_a("month", lower) and (dated or word[0].isupper() or lower not in _VERBS)


def year(figures: str) -> bool:
    """Have the figures the shape of a year?

    >>> year("2018"), year("2,018"), year("5835")
    (True, False, False)
    """
    return len(figures) == 4 and figures.isdigit() and "1000" <= figures <= "2100"


def dated(text: str, start: int, end: int, lead: tuple[str, ...], follower: str | None = None) -> bool:
    """Is the number between ``start`` and ``end`` part of a date or a time of day, by the words around it?

    ``follower`` is the word behind it where that is known, empty for a mark.

    >>> dated("On May 5 he", 7, 8, ("On", "May")), dated("at 5 p.m.", 3, 4, ("at",)), dated("the 5 men", 4, 5, ("the",))
    (True, True, False)
    """
    if follower is None:
        following = text[end : end + 1]
        after = _AFTER.match(text, end) if following in " -\u00a0" or following.isalpha() else None
    else:
        after = _AFTER.match(text, end) if follower in _dating() else None
    if after is not None:
        figures = text[start:end]
        if _dates(after["word"], after["gap"], figures) and not _lasts(text, after, figures):
            return True
    if not lead:
        return False
    word = lead[-1]
    if word.lower().rstrip(".") in kinds()["month"]:
        return month(word, dated=len(lead) > 1 and lead[-2].lower() in ("on", "by"))
    if not (word[0].isdigit() or (word in _CHAINING and len(lead) > 1 and lead[-2][0].isdigit())):
        return False
    return _chained(text, start, text[start:end])


def _dates(word: str, gap: str, figures: str) -> bool:
    """Does ``word`` make a time of day or a date of the number before it ("5 p.m.", "0401 GMT", "7am", "7 May")?"""
    lower = word.lower()
    if lower not in _dating():
        return False
    if is_a("clock", lower):
        return (word.islower() or word.isupper()) and (word != "AM" or gap != "")
    return gap != "" and month(word) and _day(figures)


def _lasts(text: str, after: re.Match[str], figures: str) -> bool:
    """Is the word no clock's, for all that ("5 hrs", but "1430 hrs"; "50 local teachers", but "at 5 local time")?"""
    word = after["word"]
    return (word == "hrs" and len(figures) != 4) or (word == "local" and not _LOCAL.match(text, after.end()))


@cache
def _dating() -> frozenset[str]:
    """The words that make a date or a time of day of the number before them."""
    return kinds()["clock"] | kinds()["month"]


def _chained(text: str, start: int, figures: str) -> bool:
    """Does the number go on a row of days ("December 3 and 4", "July 4, 2016")?"""
    days = _CHAIN.search(text[max(0, start - 40) : start])
    if days is None or not month(days["word"]):
        return False
    return year(figures) or not days.group().rstrip().endswith(",")


def _day(figures: str) -> bool:
    return figures.isdigit() and len(figures) <= 2 and 1 <= int(figures) <= 31

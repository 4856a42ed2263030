"""Dates as datelines write them: the shapes, the names of months, and the year that ``published`` settles."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from mediaparse.data import read_tsv
from mediaparse.datelines.foreign import month_of
from mediaparse.datelines.names import LETTER, fold, fold_all
from mediaparse.datelines.types import PartialDate
from mediaparse.patterns import pattern

# A blank, or the end of a wrapped line; never a blank line.
_S = r"[^\S\n]{0,3}+\n?+[^\S\n]{0,3}+"
_NAME = rf"(?P<month>{LETTER}{{2,14}}+)\.?+"
# With the ending of an ordinal; "5 d." is Lithuanian.
_DAY = r"(?<!\d)(?P<day>[0-3]?\d)(?!\d|[.,–-]\d)(?:st|nd|rd|th|ST|ND|RD|TH|er|ER|[ºª°]|[ \xa0]d\.)?"
# In the figures of Europe, of the Arabs, of Persia, of Hindi and of Bengali.
_CENTURY = "(?:19|20|١٩|٢٠|۱۹|۲۰|१९|२०|১৯|২০)"
_YEAR = (
    rf"(?:(?:,?{_S}(?:del? )?|[/-])(?P<year>{_CENTURY}\d\d)(?!\w|[.,]\d)"
    r"(?:[ \xa0]?(?:года|год|р|г|r)\b\.?+|[ \xa0]م(?=\s))?)?"
)
# "december 5., kedd" is Hungarian.
_MONTH_FIRST = pattern(rf"{_NAME}{_S}{_DAY}(?:\.(?=,))?{_YEAR}")
_DAY_FIRST = tuple(
    pattern(shape)
    for shape in (
        rf"{_DAY}[.-]?+{_S}(?:de\s|di\s|of\s|d['’])?{_NAME}{_YEAR}",
        rf"(?P<year>(?:19|20)\d\d)\.?+{_S}{_NAME}{_S}{_DAY}\.?+",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)(?!\d)",
        r"(?<!\d)(?P<day>[0-3]?\d)(?P<mark>[./])(?P<month>[01]?\d)(?:(?P=mark)(?P<year>(?:19|20)?\d\d)(?!\d)|(?=\s?[()]|\Z))",
        r"(?<!\d)(?P<month>[01]?\d)(?:월| сарын) ?(?P<day>[0-3]?\d)(?P<year>)일?",
        r"(?<!\d)(?P<day>[0-3]?\d)-(?P<month>[01]?\d)-(?P<year>(?:19|20)\d\d)(?!\d)",
        r"(?<!\d)(?P<day>[0-3]?\d) - (?P<month>[01]?\d)(?P<year>)(?=\s?\()",
    )
)
_WEEKDAY = rf"{LETTER}{{1,14}}+(?:-{LETTER}{{1,8}}+)?"
_BEFORE = pattern(rf"(?:le|el|am|den|في|فى)\s(?=\d)|(?:(?:le|el|am|den)\s)?(?P<weekday>{_WEEKDAY})\.?+,?[ \xa0]{{1,3}}")
_WEEKDAY_AFTER = pattern(rf",?[ \xa0]{{1,2}}\(?({_WEEKDAY})\)?+")
_TIME = pattern(
    r",?[ \xa0]{0,2}(?:[/–—-][ \xa0]?)?\d{1,2}(?:[:.]\d\d(?::\d\d)?|h(?:\d\d)?\b)"
    r"(?:\s?(?:[ap]\.?m\.?|[AP]M|GMT|UTC|IST|EST|EDT|CES?T)\b){0,2}"
)
_DAY_ALONE = pattern(r"(?<!\d)[0-3]?\d(?=\s?\()")


class DateText(NamedTuple):
    """A date as it stands in the text: ``month`` is its name or its figures, empty where there is none."""

    start: int
    end: int
    year: int | None
    month: str
    day: int


@cache
def _months() -> dict[str, tuple[tuple[str, int], ...]]:
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    rows = read_tsv(__package__, "months.tsv")
    for (language, number, _), names in zip(rows, _folded(rows), strict=True):
        for name in names.split("|"):
            found[name] = (*found.get(name, ()), (language, int(number)))
    return found


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(name for names in _folded(read_tsv(__package__, "weekdays.tsv")) for name in names.split("|"))


def _folded(rows: list[tuple[str, ...]]) -> list[str]:
    """The last cells of ``rows``, the names in them folded: all at once, which takes a fifth of the time."""
    return fold_all("||".join(row[-1] for row in rows)).split("||")


def is_month(name: str) -> bool:
    """Is ``name`` a month in a language that the table knows?"""
    return fold(name) in _months()


def is_weekday(name: str) -> bool:
    """Is ``name`` a weekday in a language that the table knows?"""
    return fold(name) in _weekdays()


def read_date(text: str, at: int, *, unknown_month: bool = False) -> DateText | None:
    """The date that begins at ``at``, a weekday before it and a time behind it included.

    ``unknown_month`` lets a word stand for a month that the table does not know.

    >>> read_date("PARIS, 21 jan 2019 (AFP) -", 7)
    DateText(start=7, end=18, year=2019, month='jan', day=21)
    """
    if not text[at : at + 1].isalnum():
        return None
    shape = _shape(text, at, unknown_month)
    if shape is None:
        before = _BEFORE.match(text, at)
        if before and (not before["weekday"] or is_weekday(before["weekday"])):
            shape = _shape(text, before.end(), unknown_month)
    if shape is None:
        return None
    end = shape.end()
    if text[end : end + 1] in (",", " ", "/", "("):
        if (weekday := _WEEKDAY_AFTER.match(text, end)) and is_weekday(weekday[1]):
            end = weekday.end()
        if time := _TIME.match(text, end):
            end = time.end()
    year = int(shape["year"]) if shape["year"] else None
    return DateText(
        at, end, year + 2000 if year is not None and year < 100 else year, shape["month"], int(shape["day"])
    )


def _shape(text: str, at: int, unknown_month: bool) -> re.Match[str] | None:
    """Day, month and year at ``at`` in one of the shapes, if they are ones."""
    for shape in _DAY_FIRST if text[at : at + 1].isdigit() else (_MONTH_FIRST,):
        if (match := shape.match(text, at)) and 1 <= int(match["day"]) <= 31:
            month = match["month"]
            if month.isdigit() or is_month(month) or unknown_month:
                return match
    return None


def read_day(text: str, at: int) -> DateText | None:
    """The day alone, before a bracket ("MADRID, 05 (SERVIMEDIA)")."""
    match = _DAY_ALONE.match(text, at)
    return DateText(at, match.end(), None, "", int(match[0])) if match and 1 <= int(match[0]) <= 31 else None


def settle(text: str, date: DateText, languages: tuple[str, ...], published: dt.date | None) -> PartialDate | None:
    """``date`` with its month as a number, and its year from ``published`` where the text states none.

    None where the month is none in any language of the tables and of dateparser.
    """
    span = (date.start, date.end, text[date.start : date.end])
    if not date.month:
        return PartialDate(*span, date.year, None, date.day, False)
    month = _month_number(date, languages)
    if month is None:
        return None
    if date.year is not None or published is None:
        return PartialDate(*span, date.year, month, date.day, False)
    year = nearest_year(month, date.day, published)
    return PartialDate(*span, year, month, date.day, year is not None)


def nearest_year(month: int, day: int, published: dt.date) -> int | None:
    """The year that puts ``month`` and ``day`` nearest to ``published``.

    >>> nearest_year(12, 30, dt.date(2018, 1, 2))
    2017
    """
    found: list[tuple[int, int]] = []
    for year in range(published.year - 1, published.year + 2):
        try:
            found.append((abs(dt.date(year, month, day).toordinal() - published.toordinal()), year))
        except ValueError:
            continue
    return min(found)[1] if found else None


def _month_number(date: DateText, languages: tuple[str, ...]) -> int | None:
    if date.month.isdigit():
        return int(date.month) if 1 <= int(date.month) <= 12 else None
    known = _months().get(fold(date.month))
    if known is None:
        return month_of(date.day, date.month)
    if len(known) == 1:
        return known[0][1]
    return next((number for language, number in known if language in languages), known[0][1])

"""Look-alikes: figures that are no quantity, but part of a date, a time, a name or a reference."""

from __future__ import annotations

import re
from decimal import Decimal

from mediaparse.quantities.amounts import Amount
from mediaparse.quantities.comparators import comparator_before
from mediaparse.quantities.words import is_a
from mediaparse.scan.wordclasses import table

_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_](?:[\w'’.&-]*\w)?)(?P<dot>\.?)(?P<gap>[ \u00a0\n]{1,2}|, )(?:the )?\Z")
_DAYS_BEFORE = re.compile(
    r"(?P<word>[^\W\d_]+)\.? \d{1,2}(?: ?(?:,|and|or|to|-|–|,? and) ?\d{1,2}){0,3},? ?(?:and|or|to|-|–|through|until)? ?\Z"
)
_AFTER = re.compile(r"(?P<gap>[ \u00a0]?)-?(?P<word>[^\W\d_](?:[\w.’']*\w)?)")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|s|ers?|[’']s)\b")
_MONTHS = frozenset(
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september "
    "october november december".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split())
_ADDRESS = re.compile(r" (?:[A-Z]\w*\.? ){1,3}(\w+)")
_JOINED_BEFORE = re.compile(r"(?P<word>[^\W_][\w.&]*)[-–]\Z")
_NAME_DASH = re.compile(r"\b[A-Z][A-Z]+ \Z")
_PREFIXES = frozenset(
    ("sub", "minus", "to", "now", "plus", "nearly", "about", "some", "of", "and", "or", "under", "over")
)
_DETERMINED = re.compile(r"\b(?:every|each|per|this|that|last|one|next|past)[ \n]\Z", re.I)
_LEADS_YEAR = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ee]arly|[Ll]ate|mid|fiscal|circa|A\.?D\.?|B\.?C\.?|between) \Z"
)


def month(word: str, before: bool = False) -> bool:
    """Is ``word`` the name of a month? The verbs "march" and "may" only with a capital, or before a day.

    >>> month("Dec"), month("may"), month("may", before=True)
    (True, False, True)
    """
    lower = word.lower()
    return lower in _MONTHS and (word[0].isupper() or before or lower not in ("march", "may", "mar", "sun"))


def glued(text: str, start: int, end: int) -> bool:
    """Does the number stick to letters that make a name or an ordinal of it ("F-16", "22M3", "10th", "1990s")?"""
    if _ORDINAL.match(text, end):
        return True
    if not start:
        return False
    before = text[start - 1]
    if before.isalnum() or before in "#@_" or (before in "'’" and not _opens(text, start - 1)):
        return True
    if before in "/\\+." and start > 1 and not text[start - 2].isspace():
        return True
    if text[start] == "-" and _NAME_DASH.search(text[max(0, start - 16) : start]):
        return True
    joined = _JOINED_BEFORE.search(text[max(0, start - 16) : start])
    return joined is not None and joined["word"].lower() not in _PREFIXES


def _opens(text: str, mark: int) -> bool:
    return mark == 0 or text[mark - 1] in " (\n"


def calendar(text: str, start: int, end: int) -> bool:
    """Is the number the day or the year of a date, or a time of day?"""
    after = _AFTER.match(text, end)
    if after is not None:
        word = after["word"]
        if is_a("clock", word.lower()) and (word.islower() or word.isupper()):
            return word.lower() not in ("et", "am") or after["gap"] != "" or word == "am"
        if month(word) and after["gap"] and _day(text[start:end]):
            return True
    before = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    if before is not None:
        word = before["word"]
        if month(word, text[end : end + 1] in ", .;)" or not text[end:].strip()):
            return word.islower() is False or text[max(0, start - 24) : start].lower().endswith(
                (f"on {word} ", f"by {word} ")
            )
        if word in ("May", "March"):
            return True
    return chained(text, start)


def chained(text: str, start: int) -> bool:
    """Does the number go on a row of days ("December 3 and 4", "July 4, 2016")?"""
    days = _DAYS_BEFORE.search(text[max(0, start - 40) : start])
    if days is None or not month(days["word"]):
        return False
    return not days.group().rstrip().endswith(",") or year(text, start, start + 4)


def _day(figures: str) -> bool:
    return figures.isdigit() and 1 <= int(figures) <= 31


def year(text: str, start: int, end: int) -> bool:
    """Has the number the shape of a year?

    >>> year("in 2018", 3, 7), year("2,018 men", 0, 5)
    (True, False)
    """
    figures = text[start:end]
    return len(figures) == 4 and figures.isdigit() and "1000" <= figures <= "2100"


def labelled(text: str, start: int, end: int) -> bool:
    """Does the word before the number make a name or a reference of it ("page 5", "Game 6", "Nasdaq 100")?"""
    before = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    if before is None or "," in before["gap"] or "\n" in before["gap"]:
        return False
    word = before["word"]
    if is_a("label", word.lower()):
        return _DETERMINED.search(text[max(0, start - 36) : start - len(before.group())]) is None
    named = word[0].isupper() and table()[word] == "N" or word[:1].islower() and word[1:2].isupper()
    return named and not before["dot"] and not _begins(text, start - len(before.group()))


def _begins(text: str, start: int) -> bool:
    """Does a sentence begin at ``start``, as far as the mark before it says?"""
    return not text[:start].strip() if start < 4 else text[start - 2 : start] in (". ", "! ", "? ", "\n\n", ": ", '" ')


def addressed(text: str, end: int) -> bool:
    """Is the number that of a house ("10 Downing Street")?"""
    match = _ADDRESS.match(text, end)
    return match is not None and is_a("street", match[1])


def is_lookalike(text: str, amount: Amount) -> bool:
    """Are the figures of ``amount`` no quantity, by what stands around them?"""
    start, end = amount.number_start, amount.number_end
    signed = amount.start < start and amount.unit is not None
    if amount.form in ("words", "vague", "fraction") and text[start].isalpha():
        if amount.value == 1 and text[start - 3 : start] in ("at ", "At "):  # "at one point", "at one time"
            return True
        return _titled(text, start, end) or (amount.unit is None and labelled(text, start, end))
    if not signed and glued(text, amount.start, end) or _ORDINAL.match(text, end):
        return True
    if amount.unit is None and text[end : end + 1].isalpha():
        return True
    if signed:
        return False
    if amount.unit is None or amount.unit.dimension == "time":
        if calendar(text, start, end):
            return True
    if amount.form == "range" and _season_or_score(text, amount):
        return True
    if year(text, start, end):
        return (
            amount.unit is None
            and _is_year(text, start)
            or _LEADS_YEAR.search(text[max(0, start - 12) : start]) is not None
        )
    return amount.unit is None and (labelled(text, start, end) or addressed(text, end))


def _season_or_score(text: str, amount: Amount) -> bool:
    assert amount.upper is not None
    if year(text, amount.number_start, amount.number_start + 4) and amount.unit is None:
        return True
    return amount.unit is None and amount.value >= amount.upper


def _is_year(text: str, start: int) -> bool:
    if comparator_before(text, start, Decimal(0), True):
        return False
    if int(text[start : start + 4]) >= 1600:
        return True
    return _LEADS_YEAR.search(text[max(0, start - 12) : start]) is not None


def _titled(text: str, start: int, end: int) -> bool:
    """Is a number word with a capital part of a name ("Formula One", "the Big Ten")?"""
    if text[start].islower() or text[start : start + 2].isupper():
        return False
    before = text[max(0, start - 3) : start]
    return not (
        not before.strip() or before[-2:] in (". ", "? ", "! ", ": ") or before[-1:] in '"“‘(\n' or "\n" in before
    )

"""Places as datelines write them: one or several, with regions behind commas and in brackets."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from mediaparse.datelines.dates import is_month, is_weekday
from mediaparse.datelines.gazetteer import is_city, is_institution, is_label, is_opener, is_region, lies_in
from mediaparse.datelines.names import LETTER, is_small, particles
from mediaparse.patterns import pattern

_LIMIT = 6
_GAP = r"([ \t\xa0]{1,3}|(?<=\.)(?=[^\W\d_]))?"
# A word of a name and the gap behind it: "N'DJAMENA", "AIX-EN-PROVENCE", "ST." before another, "MINNEAPOLIS-ST.".
_WORD = pattern(
    r"((?:['’](?=[sStT][ -]))?"
    r"(?:(?:ST|STE|STA|STO|MT|FT|PT|Ste?|Sta|Sto|Mt|Ft|Pt)\.(?=\s?[^\W\d_])"
    r"|D\.\s?[CF]\.(?!\w)"
    rf"|{LETTER}{{1,41}}+(?:['’ʼ`‑-]{LETTER}{{1,40}}+){{0,6}}(?:(?<=-ST)\.(?= [^\W\d_])|['’]?+)))"
    rf"{_GAP}"
)
# The river or the land behind a German town: "Frankfurt a. M.", "Rothenburg o.d.T.", "Freiburg i. Br."
_SUFFIX = pattern(r"(?:/Main|[ \xa0]?\(?[aio]\.[ \xa0]?(?:d\.[ \xa0]?)?[A-Z][a-z]?\.?\)?)")
# "Calif.", "N.J.", "W. Va.", "Kuala-Lumpur"
_REGION_WORD = pattern(
    rf"([^\W\d_a-z]{LETTER}{{0,40}}+(?:[.'’-]{LETTER}{{1,41}}+){{0,6}}\.?+"
    r"|(?:of|and|the|do|da|de|del|la|du|et|y|e)(?=\s[^\W\d_a-z])|&)"
    rf"{_GAP}"
)
_COMMA = pattern(r"[ \t\xa0]{0,2},[ \t\xa0]{0,3}\n?[ \t\xa0]{0,3}")
_BRACKET = pattern(r",?[ \t\xa0]{0,3}(?:\(([^()\[\]\n]{2,40})\)|\[([^()\[\]\n]{2,40})\])")
# "Tamale (N/R)": the regions of Ghana.
_SLASHED_REGION = pattern(r"[A-Z]{1,2}/[A-Z]{1,2}")
# "ДУБАЙ /ОАЭ/, 5 декабря"
_IN_SLASHES = pattern(r"[ \xa0]/([^\W\d_][^/\n]{1,40})/(?=, ?\d)")
# "KOBANE, on the Turkish border (AP)"
_DESCRIBED = pattern(
    r",[ \xa0]((?:on|near|off|outside|aboard|in|at) [^,.;:()/–—\n-]{3,50}?)[ \xa0]?(?=\(([^()\n]{2,40})\))"
)
_MORE = pattern(r"[ \xa0]{0,2}(?:[,(\[.]|\d)")
_JOINER = pattern(
    r"[ \t\xa0]{0,2}/[ \t\xa0]{0,2}\n?"
    r"|(?:[ \xa0]{1,2}|\n)(?:and|AND|And|&|y|Y|et|ET|und|UND|e|E|и|И|dan|DAN|ve|VE)(?:[ \xa0]{1,2}|\n)"
)
# A dash between two cities that both stand before the date or the house: "MILAN - ROME, Dec 5 (Reuters) -".
_DASHED_PAIR = pattern(r"[ \xa0]{1,2}[-–—][ \xa0]{1,2}(?=[^\W\d_a-z])")
_HEAD_AHEAD = pattern(r"(?:, ?[^:;(\n–—-]{3,24})?[ \xa0]?[(/]\D|, ?[^:;(\n–—-]{3,24}[ \xa0](?:--?|[–—])\s")
_AND = r",?\s(?:and|AND|And|&|y|et|und|e|и)\s"
_LISTED = r"[^\W\d_a-z][^,:;()/\d\n–—-]{2,30}"
_AND_AHEAD = pattern(rf"(?:,\s?{_LISTED})?{_AND}")
_LIST_AHEAD = pattern(rf"{_LISTED}(?:,\s?{_LISTED})?{_AND}")

_NO_NAME = frozenset(("and", "y", "e", "et", "und", "и", "dan", "ve", "في", "فى"))
# What a month has behind it ("day"), or a weekday.
_DATE_AHEAD = pattern(rf"(?P<day>\.?[ \xa0]{{0,3}}\n?\d)|,?[ \xa0]{{0,2}}\s(?:\d|{LETTER}{{3,12}}\.?\s\d)")


class PlaceText(NamedTuple):
    """A place as it stands in the text: its name, and its regions behind it."""

    start: int
    name_end: int
    end: int
    regions: tuple[str, ...]


def read_places(text: str, at: int, signed: Callable[[str], object], *, lower: bool = False) -> tuple[PlaceText, ...]:
    """The places that begin at ``at``, none where no place begins there.

    ``signed`` tells an agency's name, which is no region; ``lower`` lets a name be typed small.

    >>> [text.regions for text in read_places("NEW YORK AND MAINZ, Germany--", 0, str.isdigit)]
    [(), ('Germany',)]
    """
    found: list[PlaceText] = []
    while len(found) < _LIMIT:
        name_end = _read_name(text, at, lower=lower)
        if name_end is None or signed(text[at:name_end]):
            break
        if "-" in text[at:name_end] and (hyphen := _hyphen_between(text, at, name_end)):
            found.append(PlaceText(at, hyphen, hyphen, ()))
            at = hyphen + 1
        comma = _COMMA.match(text, name_end)
        listed = comma if comma and _lists_cities(text, comma.end()) else None
        regions, end = ((), name_end) if listed else _read_regions(text, name_end, signed)
        if text[name_end : name_end + 1] == "/" and (country_end := _slashed_country(text, at, name_end)):
            regions, end = (text[name_end + 1 : country_end],), country_end
        found.append(PlaceText(at, name_end, end, regions))
        joiner = listed or _JOINER.match(text, end) or _dashed_pair(text, at, end)
        if not joiner or _signature_follows(text, joiner.end(), signed):
            break
        at = joiner.end()
    return tuple(found)


def _read_name(text: str, at: int, *, lower: bool) -> int | None:
    """Where the name that begins at ``at`` ends."""
    first = match = _WORD.match(text, at)
    if not first:
        return None
    end, words = at, 0
    while match and words < _LIMIT:
        word, stop = match[1], match.end(1)
        if words and (_is_date(text, match) or word.casefold() in _NO_NAME):
            break
        if lower or not is_small(word) or (words and is_city(text[at:stop])):  # "Mexico city"
            end = stop
        elif not (words and word.rstrip("'’") in particles()):
            break
        words += 1
        match = None if match[2] is None else _WORD.match(text, match.end())
    if suffix := _SUFFIX.match(text, end):
        end = suffix.end()
    if end < at + 2:
        return None
    name = text[at:end]
    return end if (not _is_date(text, first) and _reads_as_place(name)) or is_city(name) else None


def _is_date(text: str, match: re.Match[str]) -> bool:
    """Is the word a weekday, or a month before its day? "JANEIRO" alone is none."""
    ahead = _DATE_AHEAD.match(text, match.end(1))
    if not ahead:
        return False
    name = match[1].rstrip(".")
    return is_weekday(name) or (ahead["day"] is not None and is_month(name))


def _reads_as_place(name: str) -> bool:
    """No byline ("Can ÇELİK"), no label ("UPDATE"), no beginning of a sentence ("In London")."""
    words = name.split()
    if any(map(is_label, words)) or is_weekday(name):
        return False
    if name.isupper():
        return True
    shouted = [word.isupper() and len(word) > 2 for word in words]
    if any(map(is_institution, words)) or (any(shouted) and not shouted[0]):
        return False
    if any("-" in word and word.split("-")[0].isupper() and word.split("-")[-1].islower() for word in words):
        return False
    return not is_opener(words[0])


def _read_regions(text: str, at: int, signed: Callable[[str], object]) -> tuple[tuple[str, ...], int]:
    """The regions behind a name that ends at ``at``, and where they end."""
    regions: list[str] = []
    while len(regions) < 3:
        ahead = text[at : at + 3]
        if "(" in ahead or "[" in ahead:
            bracket = _BRACKET.match(text, at)
            if not bracket or not _is_region_bracket(text, bracket, signed):
                break
            regions.append(bracket[1] or bracket[2])
            at = bracket.end()
        elif "/" in ahead and (slashed := _IN_SLASHES.match(text, at)) and not signed(slashed[1]):
            regions.append(slashed[1])
            at = slashed.end()
        elif "," not in ahead or not (comma := _COMMA.match(text, at)):
            break
        elif end := _read_region(text, comma.end(), signed):
            regions.append(text[comma.end() : end])
            at = end
        elif (described := _DESCRIBED.match(text, at)) and signed(described[2]):
            regions.append(described[1])
            at = described.end(1)
        else:
            break
    return tuple(regions), at


def _is_region_bracket(text: str, bracket: re.Match[str], signed: Callable[[str], object]) -> bool:
    """Does the bracket hold a region, and not the agency?"""
    content = bracket[1] or bracket[2]
    if signed(content) or any(character.isdigit() for character in content):
        return False
    if _SLASHED_REGION.fullmatch(content):
        return not any(map(signed, content.split("/")))
    if is_region(content):
        return True
    return not is_small(content) and "/" not in content and _MORE.match(text, bracket.end()) is not None


def _read_region(text: str, at: int, signed: Callable[[str], object]) -> int | None:
    """Where the region that begins at ``at`` ends; the longest that is known, else all its words."""
    ends: list[int] = []
    known = None
    match = _REGION_WORD.match(text, at)
    while match and len(ends) < 5:
        word, end = match[1], match.end(1)
        if _is_date(text, match) or not (word[0].isupper() or word.islower() or word == "&"):
            break
        if "-" in word and signed(word.split("-")[0]):
            break
        ends.append(end)
        if word[0].isupper() and is_region(text[at:end]):
            known = end
        match = None if match[2] is None else _REGION_WORD.match(text, match.end())
    if known or not ends:
        return known
    return (
        None
        if signed(text[at : ends[-1]]) or is_label(text[at : ends[0]]) or is_opener(text[at : ends[0]])
        else ends[-1]
    )


def _slashed_country(text: str, at: int, name_end: int) -> int | None:
    """Where the country behind a slash ends ("TUNIS/Tunisia"), if the place lies in it."""
    end = _read_name(text, name_end + 1, lower=False) if text[name_end : name_end + 1] == "/" else None
    return end if end and lies_in(text[at:name_end], text[name_end + 1 : end]) else None


def _lists_cities(text: str, at: int) -> bool:
    """Does a list of cities go on behind a comma ("NEW YORK, LONDON and BEIJING")?"""
    word = _WORD.match(text, at)
    if not word or _is_date(text, word) or not _LIST_AHEAD.match(text, at):  # mostly a date, which is soonest told
        return False
    end = _read_name(text, at, lower=False)
    if end is None or is_region(text[at:end]):
        return False
    return _AND_AHEAD.match(text, end) is not None and is_city(text[at:end])


def _hyphen_between(text: str, at: int, name_end: int) -> int | None:
    """Where the hyphen stands between two cities ("MILAN-ROME (Reuters)"); none within a name ("WILKES-BARRE")."""
    hyphen = text.index("-", at, name_end)
    two = is_city(text[at:hyphen]) and is_city(text[hyphen + 1 : name_end]) and not is_city(text[at:name_end])
    return hyphen if two else None


def _dashed_pair(text: str, at: int, end: int) -> re.Match[str] | None:
    """The dash behind the city at ``at`` where a second one stands, and the rest of a head behind that."""
    dash = _DASHED_PAIR.match(text, end)
    second = _read_name(text, dash.end(), lower=False) if dash and is_city(text[at:end]) else None
    paired = second is not None and dash is not None and is_city(text[dash.end() : second])
    return dash if paired and second is not None and _HEAD_AHEAD.match(text, second) else None


def _signature_follows(text: str, at: int, signed: Callable[[str], object]) -> bool:
    """Does a house's name, or a figure, stand behind the slash?"""
    rest, closed, _ = text[at : at + 60].partition("/")
    rest = rest.strip()
    if not rest or rest[0].isdigit() or signed(rest):
        return True
    return bool(closed) and any(map(signed, rest.split()))

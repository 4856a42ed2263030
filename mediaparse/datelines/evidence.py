"""Evidence: what makes the head of a paragraph a dateline, and the name of the rule that says so."""

from __future__ import annotations

import regex

from mediaparse.datelines.dates import DateText
from mediaparse.datelines.gazetteer import is_city, is_region
from mediaparse.datelines.places import PlaceText
from mediaparse.datelines.signatures import Signature

_BODY = regex.compile(r"[\s'\"“”«»„‘’*•-]*+(?P<first>[\p{L}\p{N}$€£<(\[（《【#@&])")
_LEAD = regex.compile(r"\s{0,3}((?:[^\n]|\n(?!\s*\n)){0,200})")
_SMALL_WORDS = regex.compile(r"\b\p{Ll}[\p{L}\p{M}]+")


def rule_of(
    text: str,
    start: int,
    end: int,
    places: tuple[PlaceText, ...],
    date: DateText | None,
    signature: Signature | None,
    closing: str,
) -> str | None:
    """The style of a dateline with these parts, None where they make none."""
    body = _BODY.match(text, end)
    if signature is not None and signature.form != "unknown":
        return _signed(text, end, places, date, signature, closing, body)
    if body is None or closing in ("", ".", "=", "/"):
        return None
    if signature is not None:
        return "unknown-house" if _firm(text, places, date) else None
    if places and date:
        return "place-date" if _dated(text, places) and _has_small_words(text, end, 1) else None
    if places:
        return "place" if _bare_place(text, places, end, closing) else None
    return "date" if _is_lead(text, start) and _sentence(text, end) and closing not in (":", ".") else None


def _signed(
    text: str,
    end: int,
    places: tuple[PlaceText, ...],
    date: DateText | None,
    signature: Signature,
    closing: str,
    body: regex.Match[str] | None,
) -> str | None:
    form = signature.form
    if form in ("tag", "agency-as-place"):
        return form if body and closing else None
    if form == "bare":
        return form if closing else None
    first = body["first"] if body else ""
    if not places and not date:
        return "agency-first" if body and (closing not in ("", ".", ":") or (_is_lead(text, signature.start) and _sentence(text, end) and not closing and first.isupper())) else None
    if closing in ("", ".") and form == "bracket":
        if not closing and (first.islower() or not _has_small_words(text, end, 2)):
            return None
        if not date and places and not _is_shouted(text, places) and not is_city(_name(text, places[0])) and text[places[-1].end] != ",":
            return None
    return form


def _firm(text: str, places: tuple[PlaceText, ...], date: DateText | None) -> bool:
    """Are the places surely places? Then a bracket behind them is a house, known or not."""
    last = places[-1]
    return bool(date) or is_city(_name(text, last)) or any(map(is_region, last.regions))


def _dated(text: str, places: tuple[PlaceText, ...]) -> bool:
    """Is a place with a date a dateline? Known, or set off by a comma and either in capitals or one word."""
    if _firm(text, places, None):
        return True
    set_off = text[places[-1].end : places[-1].end + 2].lstrip()[:1] in (",", ".")
    return set_off and (_is_shouted(text, places) or " " not in _name(text, places[0]))


def _bare_place(text: str, places: tuple[PlaceText, ...], end: int, closing: str) -> bool:
    """Is a place alone a dateline? Only one that is known, before a sentence."""
    return _firm(text, places, None) and _sentence(text, end)


def _sentence(text: str, end: int) -> bool:
    """Does a sentence in lower case stand behind the dateline?"""
    lead = _LEAD.match(text, end)
    return lead is not None and len(lead[1]) >= 40 and _has_small_words(text, end, 4)


def _has_small_words(text: str, end: int, least: int) -> bool:
    """Are there words in lower case behind the dateline, and not a headline in capitals?"""
    lead = _LEAD.match(text, end)
    return lead is not None and len(_SMALL_WORDS.findall(lead[1])) >= least


def _is_lead(text: str, start: int) -> bool:
    """Is this the first paragraph?"""
    return not text[:start].strip()


def _is_shouted(text: str, places: tuple[PlaceText, ...]) -> bool:
    return all(_name(text, place).isupper() for place in places)


def _name(text: str, place: PlaceText) -> str:
    return text[place.start : place.name_end]

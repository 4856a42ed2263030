"""The grammar of a dateline: places, date, agency, closing mark, in the orders that houses write them."""

from __future__ import annotations

from mediaparse.datelines.dates import DateText, read_date, read_day
from mediaparse.datelines.evidence import are_sure, rule_of
from mediaparse.datelines.heads import Head
from mediaparse.datelines.lexicon import DatelineLexicon
from mediaparse.datelines.places import PlaceText, read_places
from mediaparse.datelines.signatures import (
    Signature,
    may_be_tag,
    read_barred,
    read_domain,
    read_signature,
    read_tag,
    read_unknown,
)
from mediaparse.patterns import pattern

# What may stand between two parts: a blank, a comma, a full stop ("Москва. 9 декабря."), a line end.
_GAP = pattern(r"[ \t\xa0\u3000]{0,3}[,.]?[ \t\xa0\u3000]{0,3}\n?[ \t\xa0\u3000]{0,3}")
# A dash between two parts: "WASHINGTON — (AP) —", "PRINCETON, N.J.--(BUSINESS WIRE)--".
_DASHED = pattern(r"[ \t\xa0]{0,2},?[ \t\xa0]{0,2}(?:--|[-‒–—―−])[ \t\xa0]{0,2}")
_TAG_END = pattern(r"[ \t\xa0]{1,2}(?:--?|[‒–—―−])(?=\s)")
_DASH = r"(?:-{1,3}|[‐‑‒–—―−_]{1,2})"
_END = pattern(
    rf"[ \t\xa0]{{0,2}}(?:[.,]?[ \t\xa0]{{0,2}}(?:{_DASH}(?:[ \t\xa0]{{1,2}}{_DASH})?|:|…)|=|/"
    r"|[ \t\xa0]{1,2}\|(?=\s)|\.(?=\s|\Z))"
)
_BRACKET_AHEAD = pattern(r"[ \t\xa0]{0,2}[(/\[]")
_COLON_BRACKET = pattern(r"[ \xa0]{0,2}:[ \xa0]{1,2}(?=\()")
_SLASHED = pattern(r"[ \xa0]{0,2}/[ \xa0]{0,2}")
_OPENED = pattern(r"[ \xa0]{1,2}\(")
_CLOSED = pattern(r"\)(?=[ \xa0]{0,2}(?:--|[‒–—―−-]))")
_COLON = pattern(r"[ \xa0]{0,2}:[ \xa0]{1,2}(?=\w)")
_CLOSING_DASH = pattern(r"[ \t\xa0]{0,2}(?:--|[-‒–—―−])")
_BEHIND_DATE = pattern(r"[ \t\xa0]{0,2}(?:--|[-‒–—―−])|[ \xa0]?\(")
_OPENERS = frozenset("([（［【/-–—")  # of a signature that is not bare
_ENCLOSED = ((_DASHED, _BEHIND_DATE), (_SLASHED, _SLASHED), (_OPENED, _CLOSED), (_COLON, _BRACKET_AHEAD))


def read_head(text: str, at: int, lexicon: DatelineLexicon, *, lower: bool = False) -> Head | None:
    """The dateline that begins at ``at``, or None."""
    if text[at : at + 1] in ("(", "["):
        head = _agency_first(text, at, lexicon) or _bracketed_place(text, at, lexicon)
    else:
        head = _tagged(text, at, lexicon) or _parts(text, at, lexicon, lower=lower)
    rule = rule_of(text, head) if head else None
    if head is None or rule is None:
        return None
    return Head(*head[:-1], rule)


def _parts(text: str, at: int, lexicon: DatelineLexicon, *, lower: bool = False) -> Head | None:
    """Places, date and signature in any order of the latter two, and the closing mark."""
    places = read_places(text, at, lexicon.signed, lower=lower)
    end = places[-1].end if places else at
    date: DateText | None = None
    signature: Signature | None = None
    while not (date and signature):
        start = _GAP.match(text, end).end()  # type: ignore[union-attr]
        if date is None and (dated := read_date(text, start)):
            date, end = dated, dated.end
        elif signature is None and (found := _signature(text, end, start, lexicon, places, date)):
            signature, end = found, found.end
            date = date or found.date
        elif date is None and (
            dated := _enclosed_date(text, end) or (_unread_date(text, start, lexicon) if places else None)
        ):
            date, end = dated, dated.end + text.startswith(")", dated.end)
        elif date and not places and (behind := _placed_after(text, end, lexicon)):
            places, end = behind, behind[-1].end
        else:
            break
    if not (places or date):
        return None
    closing, end = _close(text, end)
    if not closing and date and signature and signature.form == "bare" and text[end : end + 1] in ("", "\n"):
        closing = "\n"
    return Head(at, end, places, date, signature, closing, "")


def _placed_after(text: str, end: int, lexicon: DatelineLexicon) -> tuple[PlaceText, ...]:
    """The places behind a date that opens the dateline ("5 декабря, Минск /БЕЛТА/.", "May 3, 2020 — OSLO (AP) —"),
    before a bracket."""
    gap = _DASHED.match(text, end) or _GAP.match(text, end)
    places = read_places(text, gap.end(), lexicon.signed) if gap else ()
    return places if places and _BRACKET_AHEAD.match(text, places[-1].end) else ()


def _signature(
    text: str, end: int, start: int, lexicon: DatelineLexicon, places: tuple[PlaceText, ...], date: DateText | None
) -> Signature | None:
    """The signature behind a part that ends at ``end``, with a dash or a colon before it or none."""
    placed = bool(places)
    sure = placed and (date is not None or bool(places[-1].regions))
    if found := read_signature(text, start, lexicon, sure=sure):
        return found
    mark = text[end : end + 3].lstrip()[:1]
    if placed and mark == "|" and (barred := read_barred(text, end, lexicon)):
        return barred
    if mark == ":" and (colon := _COLON_BRACKET.match(text, end)):  # "KARACHI: (APP)"
        return read_signature(text, colon.end(), lexicon) if placed else None
    if dashed := _DASHED.match(text, end):
        at = dashed.end()
        if text[at : at + 1] in _OPENERS and (found := read_signature(text, at, lexicon)):
            return found
        found = read_unknown(text, at, dated=date is not None) if placed else None
        found = found or read_tag(text, at, lexicon, None)  # "ANKARA - AA -"
        return found if found and _CLOSING_DASH.match(text, found.end) else None
    return read_unknown(text, start, dated=date is not None) if placed else None


def _unread_date(text: str, at: int, lexicon: DatelineLexicon) -> DateText | None:
    """A day alone, or with a word that no table knows as a month, where an agency in brackets stands behind."""
    date = read_day(text, at) or read_date(text, at, unknown_month=True)
    ahead = _BRACKET_AHEAD.match(text, date.end) if date else None
    return date if ahead and read_signature(text, ahead.end() - 1, lexicon) else None


def _enclosed_date(text: str, end: int) -> DateText | None:
    """The date between two dashes or slashes, in brackets before a dash, or behind a colon before brackets: "DENVER -
    March 16 -", "Doha / March 16 / QNA /", "NEW YORK, NY (March 16, 2024) –", "LAHORE: March 16 (APP)"."""
    for opening, closing in _ENCLOSED:
        if before := opening.match(text, end):
            date = read_date(text, before.end())
            return date if date and closing.match(text, date.end) else None
    return None


def _close(text: str, at: int) -> tuple[str, int]:
    """The closing mark behind ``at`` and where it ends; without one, ``at``."""
    match = _END.match(text, at)
    return (match.group().strip(), match.end()) if match else ("", at)


def _agency_first(text: str, at: int, lexicon: DatelineLexicon) -> Head | None:
    """ "(ANSA) - ROMA, 6 LUG -", "(Bloomberg) --", "(Belga)"; a feed's note before a dateline is none of it."""
    signature = read_signature(text, at, lexicon)
    if signature is None:
        return None
    closing, end = _close(text, signature.end)
    alone = Head(at, end, (), signature.date, signature, closing, "")
    start = _GAP.match(text, end).end()  # type: ignore[union-attr]
    behind = _parts(text, start, lexicon)
    if behind and behind.signature:
        return behind
    if behind and behind.places and behind.closing and (not closing or are_sure(text, behind.places, behind.date)):
        return behind._replace(start=at, signature=signature, date=signature.date or behind.date)
    return alone


def _bracketed_place(text: str, at: int, lexicon: DatelineLexicon) -> Head | None:
    """ "(Moscow) –", "(New York, December 7, 2017) –": the place and the date in the bracket, the house not named."""
    places = read_places(text, at + 1, lexicon.signed)
    if not places:
        return None
    end = places[-1].end
    date = read_date(text, _GAP.match(text, end).end())  # type: ignore[union-attr]
    end = date.end if date else end
    if text[end : end + 1] != ")":
        return None
    closing, end = _close(text, end + 1)
    return Head(at, end, places, date, None, closing, "bracketed-place")


def _tag_before_place(text: str, at: int, signature: Signature, lexicon: DatelineLexicon) -> Head | None:
    """ "TEMPO.CO, Jakarta -": the house, a comma, the place."""
    start = _GAP.match(text, signature.end).end()  # type: ignore[union-attr]
    behind = _parts(text, start, lexicon) if text[signature.end : signature.end + 1] == "," else None
    if not behind or not behind.places or not behind.closing or behind.signature:
        return None
    return behind._replace(start=at, signature=signature)


def _tagged(text: str, at: int, lexicon: DatelineLexicon) -> Head | None:
    """ "AP -", "SPACE.com - TORONTO, Canada --", "Canadian Press - VANCOUVER (CP) -"; "ТАСС, 5 декабря."."""
    if not may_be_tag(text, at, lexicon):
        return None
    if signature := read_tag(text, at, lexicon, "tag") or read_domain(text, at):
        dash = _TAG_END.match(text, signature.end)
        if not dash:
            return _tag_before_place(text, at, signature, lexicon)
        start = _GAP.match(text, dash.end()).end()  # type: ignore[union-attr]
        behind = _parts(text, start, lexicon)
        if behind and behind.places and behind.closing and rule_of(text, behind):
            return behind._replace(start=at, signature=behind.signature or signature)
        return Head(at, dash.end(), (), None, signature, dash.group().strip(), "")
    if signature := read_tag(text, at, lexicon, "agency-as-place"):
        start = _GAP.match(text, signature.end).end()  # type: ignore[union-attr]
        if start > signature.end and (date := read_date(text, start)):
            closing, end = _close(text, date.end)
            return Head(at, end, (), date, signature, closing, "")
    return None

"""Signatures: the agency of a dateline in round, square and slash brackets, behind a dash, or bare."""

from __future__ import annotations

from typing import NamedTuple

from mediaparse.datelines.dates import DateText, read_date
from mediaparse.datelines.gazetteer import is_city, is_label, is_staff
from mediaparse.datelines.lexicon import AgencyEntry, DatelineLexicon
from mediaparse.datelines.names import fold
from mediaparse.datelines.types import Agency
from mediaparse.patterns import pattern

_BRACKET = pattern(r"[(\[（［【]\s?([^()\[\]（）［］【】]{1,80}?)\s{0,2}[)\]）］】]")
_UNCLOSED = pattern(r"\(([\w.]{2,20})\s?(?=[-_–—](?:\s|\Z))")
_SLASH = pattern(r"/[ \xa0]?([^/\n]{1,60}?)[ \xa0]?/")
_SLASH_DATE = pattern(r"[ \xa0]{0,2}(?=[^\W_])")
_BARRED = pattern(r"[ \xa0]\|[ \xa0]([^|\n]{2,40}?)(?=[ \xa0]\|\s)")
_SLASH_END = pattern(r"[ \xa0]?/")
_DASH = pattern(r"[-–—]\s?([^\W\d_][^.,/()\n]{1,30}?)(?:,\s[^\W\d_a-z][^.,/()\n]{2,40})?\.(?=\s|\Z)")
_BARE = pattern(r"[^\W_][^\s,:;()/–—]{0,40}+")
_QUOTED = pattern(r"[«“]([^«»“”\n]{2,40})[»”](?=[ \xa0]{0,2}[-–—])")
_BEFORE_LEAD = pattern(r"[ \xa0]{0,2}[:|‒–—―−-]|\. ")
_FIRST_WORD = pattern(r"\w{1,40}+")
_PIECES = pattern(r"\s?[/|,=]\s?|\s[-–—]\s|\s(?:and|und|y|et|e|&)\s|\s(?=\d{1,2}[./])")
# "(mit dpa)", "(©NTB)"
_WITH = pattern(r"(?:mit|with|avec|con|com|met)\s|©\s?")
# A house that is not in the lexicon: an acronym, a name of few words, the address of a site.
_HOUSE = (
    r"(?:\d{1,4} )?[\p{Lu}\d][\p{Lu}\d&.'-]{1,9}(?:[ /-]\p{Lu}?[\p{L}\d]{1,12}){0,2}"
    r"|(?:The )?\p{Lu}[\p{L}\d]{1,20}+(?: \p{Lu}[\p{L}\d]{1,20}+){0,3}"
    r"|[\w-]{2,20}\.(?:com|org|net|ru|tv)"
)
_SLASHED_ACRONYM = pattern(r"/[ \xa0]?([^\W\d_][\w.-]{2,20})[ \xa0]?/")
# A district of a city by its Roman number: "Paris (XVIIIe)".
_DISTRICT = pattern(r"[IVX]{1,6}(?:e|er|ème|o|a)?")
_PARTNER = pattern(r"[^\W_]{2,9}|[^\W\d_a-z][^\W_]{1,11} \d{1,2}")
_DOMAIN = pattern(r"[\w-]{2,20}\.(?i:com|net|org|co\.id|co|id)(?=,? )")
_CALL_LETTERS = pattern(r"[KW][A-Z]{2,3}(?:-(?:TV|FM|AM|DT|LD))?|(?:FOX|ABC|CBS|NBC|CW|PBS|Fox)[ -]?\d{1,2}")


# The agencies, their languages, and the date that stands with them.
_Named = tuple[tuple[Agency, ...], tuple[str, ...], DateText | None]


class Signature(NamedTuple):
    """The agencies that sign, in the order of the text, and a date that stands inside with them."""

    start: int
    end: int
    agencies: tuple[Agency, ...]
    languages: tuple[str, ...]
    date: DateText | None
    form: str


def read_signature(text: str, at: int, lexicon: DatelineLexicon, *, sure: bool = False) -> Signature | None:
    """The signature of known agencies that begins at ``at``, in whatever form.

    Behind a place with a date or a region (``sure``) an acronym may stand bare whosever it is.
    """
    first = text[at : at + 1]
    if first in ("(", "[", "（", "［", "【"):
        return _read_bracket(text, at, lexicon)
    if first == "/":
        return _read_slash(text, at, lexicon)
    if first in ("-", "–", "—"):
        return _read_dash(text, at, lexicon, sure)
    return _read_bare(text, at, lexicon, sure)


def read_unknown(text: str, at: int, *, dated: bool) -> Signature | None:
    """A bracket in the agency's slot that holds a house which the lexicon does not know ("(WLOS)"); behind a date
    slashes that hold an acronym, too."""
    if text[at : at + 1] not in ("(", "/"):
        return None
    if dated and (slashed := _SLASHED_ACRONYM.match(text, at)) and slashed[1].isupper():
        return Signature(at, slashed.end(), (_unknown(slashed[1]),), (), None, "unknown")
    match = _BRACKET.match(text, at)
    if not match or match[0][0] != "(":
        return None
    import regex  # slow to import, and seldom wanted

    if not regex.fullmatch(_HOUSE, match[1]):
        return None
    if (date := read_date(text, at + 1)) and date.end == match.end(1):  # "GENEVA (28 May 2024) –"
        return None
    if match[1].isdigit() or _DISTRICT.fullmatch(match[1]) or is_label(match[1]):
        return None
    house = () if is_staff(match[1].split()[-1]) else (_unknown(match[1]),)  # "LAHORE (Staff Reporter)"
    return Signature(at, match.end(), house, (), None, "unknown")


def may_be_tag(text: str, at: int, lexicon: DatelineLexicon) -> bool:
    """Is the first word at ``at`` that of an agency's name, or may it be that of a site's address?"""
    first = _FIRST_WORD.match(text, at)
    return first is not None and (
        first[0].lower() in lexicon.small_triggers or text[first.end() : first.end() + 1] in (".", "-")
    )


def read_barred(text: str, at: int, lexicon: DatelineLexicon) -> Signature | None:
    """The house between two bars ("Kampala, Uganda | URN |"), of which the second closes the dateline."""
    match = _BARRED.match(text, at)
    if not match:
        return None
    if named := _named(match[1], match.start(1), lexicon):
        return Signature(at, match.end(), *named, "bracket")
    return Signature(at, match.end(), (_unknown(match[1]),), (), None, "unknown") if match[1].isupper() else None


def read_tag(text: str, at: int, lexicon: DatelineLexicon, style: str | None) -> Signature | None:
    """The name of an agency without brackets, of a house that has ``style``, of any house where that is None."""
    found = _longest(text, at, lexicon)
    if not found or (style is not None and not found.has(style)):
        return None
    return found.signature(at, style or "bare")


def read_domain(text: str, at: int) -> Signature | None:
    """The address of a site at the head of a line ("SPACE.com -"), of a house that the lexicon does not know."""
    match = _DOMAIN.match(text, at)
    return Signature(at, match.end(), (_unknown(match.group()),), (), None, "domain") if match else None


def _read_bracket(text: str, at: int, lexicon: DatelineLexicon) -> Signature | None:
    match = _BRACKET.match(text, at)
    if match and "\n\n" not in match[0] and (named := _named(match[1], match.start(1), lexicon)):
        return Signature(at, match.end(), *named, "bracket")
    if (unclosed := _UNCLOSED.match(text, at)) and (entry := lexicon.signed(unclosed[1])):
        return Signature(at, unclosed.end(1), (entry.agency,), entry.languages, None, "bracket")
    return None


def _read_slash(text: str, at: int, lexicon: DatelineLexicon) -> Signature | None:
    match = _SLASH.match(text, at)
    if not match:
        return None
    named = _named(match[1], match.start(1), lexicon)
    if not named:
        agencies = [entry for word in match[1].split() if (entry := lexicon.signed(word))]  # "/Корр. ТАСС Иван Петров/"
        if not agencies:
            return None
        return Signature(at, match.end(), (agencies[0].agency,), agencies[0].languages, None, "slash")
    behind = _SLASH_DATE.match(text, match.end())
    date = read_date(text, behind.end()) if behind and named[2] is None else None
    if date and (closing := _SLASH_END.match(text, date.end)):  # "/ ACCESSWIRE / July 30, 2024 /"
        return Signature(at, closing.end(), named[0], named[1], date, "slash")
    return Signature(at, match.end(), *named, "slash")


def _read_dash(text: str, at: int, lexicon: DatelineLexicon, sure: bool) -> Signature | None:
    match = _DASH.match(text, at)
    entry = lexicon.signed(match[1]) if match else None
    if not match or entry is None or not ("dash" in entry.styles or (sure and match[1].isupper())):
        return None
    return Signature(at, match.end(), (entry.agency,), entry.languages, None, "dash")


def _read_bare(text: str, at: int, lexicon: DatelineLexicon, sure: bool) -> Signature | None:
    if text[at : at + 1] in ("«", "“") and (quoted := _QUOTED.match(text, at)):  # "Алматы. 4 сентября. «Интерфакс» -"
        entry = lexicon.signed(quoted[1])
        if entry is None or not (sure or "bare" in entry.styles):
            return None
        return Signature(at, quoted.end(), (entry.agency,), entry.languages, None, "bare")
    found = _longest(text, at, lexicon)
    if not found:
        return None
    lead = _BEFORE_LEAD.match(text, found.end)
    if sure and not lead and found.has("bare-open"):
        return found.signature(at, "bare-open")
    if not found.has("bare"):
        acronym = text[at : found.end]
        stopped = lead is None or (lead[0] == ". " and text[at - 2 : at] != ". ")  # "Київ. 5 грудня. УНН. Уряд …"
        if not sure or not acronym.isupper() or len(acronym) <= 2 or stopped:
            return None
    return found.signature(at, "bare")


class _Name(NamedTuple):
    """A name without brackets, where it ends, and the agencies that sign with it, the likeliest first."""

    end: int
    signers: tuple[AgencyEntry, ...]

    def has(self, style: str) -> bool:
        """Has one of the agencies the style?"""
        return any(style in entry.styles for entry in self.signers)

    def signature(self, start: int, form: str) -> Signature:
        """The signature that the name makes."""
        entry = self.signers[0]
        return Signature(start, self.end, (entry.agency,), entry.languages, None, form)


def _longest(text: str, at: int, lexicon: DatelineLexicon) -> _Name | None:
    """The longest name of up to four words at ``at`` that an agency signs with."""
    first = _FIRST_WORD.match(text, at)
    if not first or first[0].lower() not in lexicon.small_triggers:
        return None
    ends: list[int] = []
    position = at
    while len(ends) < 4 and (match := _BARE.match(text, position)):
        word = match.group()
        ends.append(match.start() + len(word.rstrip("-.")))
        if "-" in word and not word.partition("-")[2].isupper():  # "SANA-The", not "ИНТЕРФАКС-ЮГ"
            ends.append(match.start() + word.index("-"))
        position = match.end() + 1
        if text[match.end() : position] != " ":
            break
    for end in sorted(ends, reverse=True):
        if entry := lexicon.signed(text[at:end]):
            return _Name(end, lexicon.namesakes(text[at:end]) or (entry,))
    return None


def _named(content: str, at: int, lexicon: DatelineLexicon) -> _Named | None:
    """The agencies and the date of which ``content`` consists, which begins at ``at`` in the text."""
    if entry := lexicon.signed(content):
        return (entry.agency,), entry.languages, None
    rest, date = _cut_date(content, at)
    agencies: list[Agency] = []
    languages: tuple[str, ...] = ()
    known = False
    for piece in filter(None, _PIECES.split(_WITH.sub("", rest, count=1))):
        if entries := _entries(piece, lexicon):
            agencies.extend(entry.agency for entry in entries)
            languages += entries[0].languages
            known = True
        elif _PARTNER.fullmatch(piece) and not (is_city(piece) or any(map(is_label, piece.split()))):
            if not (piece.islower() and len(piece) < 4):  # "dpa/lni", a desk or who wrote it
                agencies.append(_unknown(piece))
        else:
            return None
    return (tuple(dict.fromkeys(agencies)), languages, date) if known else None


def _cut_date(content: str, at: int) -> tuple[str, DateText | None]:
    """``content`` without the date in it, and that date, placed in the text where ``content`` begins at ``at``."""
    starts = [0, *(cut.end() for cut in _PIECES.finditer(content))]
    for start in starts:
        if date := read_date(content, start):
            placed = date._replace(start=at + date.start, end=at + date.end)
            return (content[:start] + content[date.end :]).strip(" /-–—,|"), placed
    return content, None


def _entries(piece: str, lexicon: DatelineLexicon) -> tuple[AgencyEntry, ...]:
    """The agency that signs as ``piece``, or those whose names a hyphen joins ("PRNewswire-AsiaNet")."""
    if entry := lexicon.signed(piece):
        return (entry,)
    joined = tuple(filter(None, map(lexicon.signed, piece.split("-"))))
    return joined if len(joined) > piece.count("-") else ()


def _unknown(name: str) -> Agency:
    """A house by the name that it signs with; call letters are American by the rules of the FCC."""
    return Agency(fold(name), name, "US" if _CALL_LETTERS.fullmatch(name) else None)

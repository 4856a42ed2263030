"""Evidence: what makes the head of a paragraph a dateline, and the name of the rule that says so."""

from __future__ import annotations

from itertools import islice

from mediaparse.datelines.dates import DateText, read_date
from mediaparse.datelines.gazetteer import (
    is_city,
    is_division,
    is_given_name,
    is_of_town,
    is_opener,
    is_region,
    is_surname,
)
from mediaparse.datelines.heads import Head
from mediaparse.datelines.names import LETTER, is_small, title_case
from mediaparse.datelines.places import PlaceText
from mediaparse.datelines.signatures import Signature
from mediaparse.patterns import pattern

# The body begins in the dateline's own paragraph.
_BODY = pattern(r"[^\S\n]*+\n?(?:[^\S\n]|['\"“”«»„‘’*•-]){0,40}(?P<first>[^\W_]|[$€£<(\[（《【#@&])")
_BLANK = pattern(r"\s*+")
_FIRST_WORDS = pattern(r"([^\s:,.]{2,20}(?: [^\s:,.]{2,20}){0,2})(:)?")
_SECOND_DAY = pattern(r"[ \xa0]{0,2}\d{1,2}(?:st|nd|rd|th)?[:,;)]")
_COLON = pattern(r"[^\n.:!?]{2,40}:")
# The two sides of a game or of a journey: "Roma - Lazio, …", "Chelsea - Arsenal 2:1".
_PAIRED = pattern(r"([^\s:,.]{2,20}(?: [^\s:,.]{2,20})?)(?:[,.] | (?P<score>\d{1,2}[:–-]\d)?)")
_WORDS = pattern(r"\w+")
_BLANK_LINE = pattern(r"\n[ \t\r\xa0]*+\n")
# A line with a hyphen that is shorter is a title ("BRUSSELS - Council agrees on a budget"), no lead.
_LEAD_LENGTH = 80
# A first sentence in capitals: "PARIS — SAINT-GERMAIN. So fans call …", two names and no lead.
_SHOUT = pattern(r"(?=[^\W\d_]{3})(?:[^\W\d_a-z]|-){4,40}\. ")
_INSTITUTION = pattern(r"(?:[A-Z][\w.-]+ ){1,3}?(?:High School|Hospital|College|University|Institute)\b")
_LONG_DASHES = frozenset(("—", "–", "--"))
_STORY = 4_000  # how far a story is read for another mention of the town
# How a list of people goes on behind a name: "Nancy - The singer, who …", "Austin – I never …".
_OF_PERSON = pattern(
    r"(?:I|He|She|His|Her|My)\b"
    r"|(?:The|A|An|Our) (?:[\w-]{1,20} ){0,3}?[\w-]{2,20}(?:er|or|ist|ess|ian|man|mum|mom|girl|boy)(?:,| who(?:se)?\b)"
)
_SMALL_WORD = pattern(rf"\b(?<!{LETTER})[^\W\d_A-Z]{LETTER}+")


def rule_of(text: str, head: Head) -> str | None:
    """The style of a dateline with these parts, None where they make none."""
    body = _BODY.match(text, head.end)
    if head.signature is not None and head.signature.form != "unknown":
        return _signed(text, head, head.signature, body["first"] if body else "")
    if body is None:
        return None
    if head.rule == "bracketed-place":
        return head.rule if _bracketed(text, head) else None
    if head.closing in ("", ".", "=", "/") or (head.closing == "|" and head.signature is None):
        return "place-date" if _dated_with_stop(text, head, body["first"]) else None
    if head.signature is not None:
        return "unknown-house" if _is_house(text, head, head.signature, body["first"]) else None
    if head.places and head.date:
        if head.closing == ":" and is_small(body["first"]):
            return None  # "Madrid, 22 de noviembre de 1975: un niño mira …", the scene of a feature
        if _SECOND_DAY.match(text, head.end):
            return None  # "BERLIN, June 3 - 5: The fair …"
        return "place-date" if _dated(text, head.places) and _has_small_words(_lead(text, head.end), 1) else None
    if is_small(body["first"]):
        return None
    if head.places:
        return "place" if _place_alone(text, head, body.start("first")) else None
    dated = head.date is not None and head.date.year is not None and head.closing != ":"
    return "date" if dated and _is_lead(text, head.start) and _sentence(text, head.end) else None


def _signed(text: str, head: Head, signature: Signature, first: str) -> str | None:
    """The style of a dateline that a known agency signs; ``first`` is the first character behind it."""
    form, closing = signature.form, head.closing
    if form == "domain":
        return "tag" if first.isupper() and closing and _is_lead(text, head.start) else None
    if form == "tag" and _spells_out(text, head):
        return None
    if form in ("tag", "agency-as-place"):
        return form if first and (closing or text[head.end - 1] == ".") else None
    if form == "bare-open":  # "Baku, March 28, AZERTAC The …"
        return "bare" if head.places and head.date and first and not is_small(first) else None
    if form == "bare":
        return form if closing else None
    if not head.places and not head.date:
        if not first or closing in (".", ":"):
            return None
        return "agency-first" if closing or _unclosed_lead(text, head, first) else None
    if form == "bracket" and signature.start == head.start:
        return "agency-first"
    if form == "bracket" and not closing and not first:
        return form if head.places and head.date and _is_lead(text, head.start) else None
    if form == "bracket" and not closing and (first.islower() or not _has_small_words(_lead(text, head.end), 2)):
        return None
    ends = {"bracket": ("",), "slash": ("", ".")}.get(form, ())
    if closing in ends and not head.date and not _stands_off(text, head.places):
        return None  # "Анна Серова /ТАСС/", a credit
    if form == "bracket" and closing == "." and not first.isupper():
        return None
    return form


def _is_house(text: str, head: Head, signature: Signature, first: str) -> bool:
    """Does a house that nobody knows sign? Not "(Sandy)" in "Alexandria (Sandy) -", one word behind a bare name."""
    if head.date or head.places[-1].regions or _is_shouted(text, head.places):
        return are_sure(text, head.places, head.date)
    named = signature.agencies[0].name if signature.agencies else ""
    return are_sure(text, head.places, None) and not is_small(first) and not (named.istitle() and named.isalpha())


def _spells_out(text: str, head: Head) -> bool:
    """Is the tag short for the words behind it ("AP - Action Plan")?"""
    tag = text[head.start : head.end].strip(" -–—")
    words = _WORDS.findall(text[head.end : head.end + 100])
    return tag.isupper() and tag == "".join(word[0] for word in words[: len(tag)])


def _unclosed_lead(text: str, head: Head, first: str) -> bool:
    """Does "(Belga)" open the text, before a sentence?"""
    return first.isupper() and _is_lead(text, head.start) and _sentence(text, head.end)


def _dated_with_stop(text: str, head: Head, first: str) -> bool:
    """ "BAKU, Azerbaijan, December 5.", in capitals and with its country; "Lima, nov. 22.", a city that is known with
    its month cut short and no year: both before a new sentence."""
    date = head.date
    if not head.places or not date or head.signature or not first.isupper() or text[head.end - 1] != ".":
        return False
    formal = any(map(is_region, head.places[-1].regions)) and _is_shouted(text, head.places)
    cut_short = date.year is None and f"{date.month}." in text[date.start : head.end] and len(date.month) < 5
    brief = cut_short and len(head.places) == 1 and is_city(_name(text, head.places[0]))
    return (formal or brief) and _sentence(text, head.end)


def _place_alone(text: str, head: Head, body: int) -> bool:
    """Is a place alone a dateline? One that is known, before a sentence; no caption ("LONDON - MARCH 3: Players …"),
    no connection ("Paris - London: two hours"), no speaker in a transcript ("JACKSON: I never said …")."""
    known = are_sure(text, head.places, None) or _is_spoken_of(text, head)
    if not known or not _sentence(text, head.end) or _is_title(text, head):
        return False
    if _SHOUT.match(text, body) or (head.closing == "-" and _is_compound(text, head.places, body)):
        return False
    if head.closing == ":" and not head.places[-1].regions and is_surname(_name(text, head.places[-1])):
        return False
    if _is_person(text, head.places, body):
        return False
    date = read_date(text, body)
    return not (date and text[date.end : date.end + 1] == ":") and not _is_connection(text, head.places, body)


def _is_spoken_of(text: str, head: Head) -> bool:
    """Is a place in capitals before a long dash, known to no table, a town by its region ("HLYBOKE, Sumy Oblast") or by
    what follows ("Kettle Creek police")?"""
    if len(head.places) > 1 or head.closing not in _LONG_DASHES or not _is_shouted(text, head.places):
        return False
    if any(map(is_division, head.places[0].regions)):
        return True
    town = title_case(_name(text, head.places[0]))
    at = text.find(town, head.end, head.end + _STORY)
    while at >= 0:
        if is_of_town(text, at, at + len(town)):
            return True
        at = text.find(town, at + len(town), head.end + _STORY)
    return False


def _is_person(text: str, places: tuple[PlaceText, ...], body: int) -> bool:
    """Is a given name that a town bears, too, a person's? Typed with small letters, and a person is told of behind."""
    alone = len(places) == 1 and not places[0].regions and not _is_shouted(text, places)
    return alone and is_given_name(_name(text, places[0])) and _OF_PERSON.match(text, body) is not None


def _is_compound(text: str, places: tuple[PlaceText, ...], body: int) -> bool:
    """Is the city the first half of an institution's name ("New York - Presbyterian Hospital said …")?"""
    return _INSTITUTION.match(text, body) is not None and not _is_shouted(text, places)


def _is_connection(text: str, places: tuple[PlaceText, ...], body: int) -> bool:
    """Does a second city stand behind the dash, and a colon behind it? "Paris - London: two hours", "Hamburg – Bremen
    in 40 Minuten: …"; in capitals the first is a dateline unless the colon stands right behind the second."""
    pair = None if _is_shouted(text, places) else _PAIRED.match(text, body)
    if pair and (pair["score"] or is_city(pair[1]) or is_region(pair[1])):
        return True
    first = _FIRST_WORDS.match(text, body)
    if not first or (not first[2] and (_is_shouted(text, places) or not _COLON.match(text, body))):
        return False
    words = first[1].split()
    return any(is_city(" ".join(words[:count])) for count in ((len(words),) if first[2] else (1, 2, 3)))


def _stands_off(text: str, places: tuple[PlaceText, ...]) -> bool:
    """Does a place before "(AGENCY)" without a dash stand off from prose? In capitals, known, or before a comma."""
    return (
        _is_shouted(text, places) or is_city(_name(text, places[0])) or text[places[-1].end : places[-1].end + 1] == ","
    )


def _bracketed(text: str, head: Head) -> bool:
    """Is "(Moscow)" a dateline? Before a dash, or at the head of the text; a place that is known, before a sentence."""
    dash = head.closing not in ("", ".", "=", "/", ":")
    return (dash or _is_lead(text, head.start)) and are_sure(text, head.places, head.date) and _sentence(text, head.end)


def are_sure(text: str, places: tuple[PlaceText, ...], date: DateText | None) -> bool:
    """Are the places surely places? Then a bracket behind them is a house, known or not."""
    last = places[-1]
    return bool(date) or is_city(_name(text, last)) or any(map(is_region, last.regions))


def _dated(text: str, places: tuple[PlaceText, ...]) -> bool:
    """Is a place with a date a dateline? Known, or set off by a comma and either in capitals or one word."""
    if are_sure(text, places, None):
        return True
    words = _name(text, places[0]).split()
    if len(words) > 1 and any(map(is_opener, words)):
        return False
    set_off = text[places[-1].end : places[-1].end + 2].lstrip()[:1] in (",", ".")
    return set_off and (_is_shouted(text, places) or " " not in _name(text, places[0]))


def _is_title(text: str, head: Head) -> bool:
    """Is the line with the hyphen too short for a lead?"""
    return head.closing == "-" and len(_lead(text, head.end)) < _LEAD_LENGTH


def _sentence(text: str, end: int) -> bool:
    """Does a sentence in lower case stand behind the dateline?"""
    lead = _lead(text, end)
    return len(lead) >= 40 and _has_small_words(lead, 4)


def _has_small_words(lead: str, least: int) -> bool:
    """Are there words in lower case, of two letters and more, behind the dateline, and not a headline in capitals?"""
    small = (word for word in _SMALL_WORD.finditer(lead) if not word[0][0].isupper())
    return next(islice(small, least - 1, None), None) is not None


def _lead(text: str, end: int) -> str:
    """The first 200 characters of the dateline's paragraph behind it."""
    return _BLANK_LINE.split(text[end : end + 200], maxsplit=1)[0].strip()


def _is_lead(text: str, start: int) -> bool:
    """Is this the first paragraph?"""
    return _BLANK.match(text).end() >= start  # type: ignore[union-attr]


def _is_shouted(text: str, places: tuple[PlaceText, ...]) -> bool:
    return all(_name(text, place).isupper() for place in places)


def _name(text: str, place: PlaceText) -> str:
    return text[place.start : place.name_end]

"""Chinese, Japanese and Korean datelines, whose parts no spaces divide.

"新华社北京9月2日电（记者…）", "（中央社記者王小明台北5日電）",
"【ロンドン共同】", "[東京 7日 ロイター] -", "(서울=연합뉴스) … 기자 =".
"""

from __future__ import annotations

import regex

from mediaparse.datelines.dates import DateText
from mediaparse.datelines.gazetteer import is_city, is_label
from mediaparse.datelines.heads import Head
from mediaparse.datelines.lexicon import AgencyEntry, DatelineLexicon
from mediaparse.datelines.places import PlaceText
from mediaparse.datelines.signatures import Signature

_CHINESE = regex.compile(
    r"(?:(?P<month>\d{1,2})月)?(?<!\d)(?P<day>\d{1,2})日"
    r"(?P<wire>(?:[上下]午|早|晚|午夜|深夜)?(?:[综綜外]|[\p{Han}]{0,3}[专專])?[电電讯訊](?![话話视視影力子台脑腦站])|(?=[综綜]合[\p{Han}]{2,6}[)）]))"
)
_CHINESE_PLACE = regex.compile(r"[\p{Han}·、/]{2,16}")
_REPORTERS = regex.compile(r"(?:记者|記者)[\p{Han}、·\s]{2,20}")
_REPORTER_BRACKET = regex.compile(
    r"[ \u3000]{0,3}[（(][^（）()\n]{0,4}(?:记者|記者|通讯员|编辑|作者|實習|实习)[^（）()\n]{0,50}[）)]"
)
_OWN = ("本报", "本報", "本网", "本台", "本社")
_BEFORE = regex.compile(r"(?:\A|[\s（(【《\[。！？」』”…：:]|[据據])\Z")

_JAPANESE = regex.compile(r"[【\[［]([^【】\[\]［］\n]{2,40})[】\]］](?:[ \u3000]{0,2}[-‐‑–—－―])?")
_JAPANESE_DATE = regex.compile(r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日")
_HANGUL = regex.compile(r"\p{Hangul}")
_TOKEN = regex.compile(r"[^\s\u3000＝=・/]+")

_KOREAN = regex.compile(
    r"[(\[【〔（]\s?(?P<places>[^()\[\]【】〔〕=\n]{1,30}?)\s?[=＝]\s?(?P<houses>[^()\[\]【】〔〕=\n]{2,20}?)\s?[)\]】〕）]"
)
_KOREAN_REPORTER = regex.compile(r"[ \xa0]{0,2}(?:[\p{Hangul}][\p{Hangul}·, ]{1,40})?[ \xa0]{0,2}[=＝]")
_KOREAN_PLACE = regex.compile(r"[^\s·,/、]+")


def read_chinese(text: str, at: int, stop: int, lexicon: DatelineLexicon) -> Head | None:
    """The Chinese dateline whose date ("9月2日电") begins in the line between ``at`` and ``stop``."""
    openings = lexicon.han_openings.union("本")  # "本报", the paper itself
    for dated in _CHINESE.finditer(text, at, stop):
        for start in range(max(at, dated.start() - 40), dated.start() - 1):
            house = _house_at(text, start, lexicon) if text[start] in openings else None
            if house is None or not _BEFORE.search(text[max(0, start - 1) : start]):
                continue
            entry, length = house
            if head := _chinese_head(text, start, start + length, dated, entry):
                return head
    return None


def _house_at(text: str, at: int, lexicon: DatelineLexicon) -> tuple[AgencyEntry | None, int] | None:
    """The house that signs at ``at``, and the length of its name; the paper itself ("本报") is none of the agencies."""
    for length in range(8, 1, -1):
        name = text[at : at + length]
        if name in lexicon.han:
            return lexicon.signed(name), length
        if name in _OWN:
            return None, length
    return None


def _chinese_head(text: str, start: int, at: int, dated: regex.Match[str], entry: AgencyEntry | None) -> Head | None:
    reporters = _REPORTERS.fullmatch(text, at, dated.start())
    if reporters:
        at = _place_after_reporters(text, at, dated.start())
    if at < dated.start() and not _CHINESE_PLACE.fullmatch(text, at, dated.start()):
        return None
    end = dated.end()
    bracketed = start > 0 and text[start - 1] in "（("
    closing = regex.compile(r"[^（）()\n]{0,10}[）)]").match(text, end) if bracketed else None
    if closing:
        start, end = start - 1, closing.end()
    elif not dated["wire"]:
        return None
    elif reporter := _REPORTER_BRACKET.match(text, end):
        end = reporter.end()
    return Head(
        start, end, _split(text, at, dated.start(), "、/"), _date(dated), _signature(entry, start, end), "电", "chinese"
    )


def _place_after_reporters(text: str, at: int, stop: int) -> int:
    """Where the place begins behind "記者王小明": a city that is known, else behind a name of three characters."""
    for length in (6, 5, 4, 3, 2):
        if stop - length > at + 2 and is_city(text[stop - length : stop]):
            return stop - length
    return min(stop - 2, at + 5)


def read_japanese(text: str, at: int, lexicon: DatelineLexicon) -> Head | None:
    """The Japanese dateline in brackets that begins at ``at``."""
    match = _JAPANESE.match(text, at)
    if not match or _HANGUL.search(match[1]):
        return None
    dated = _JAPANESE_DATE.search(text, match.start(1), match.end(1))
    entries: list[AgencyEntry] = []
    places: list[PlaceText] = []
    for token in _TOKEN.finditer(text, match.start(1), match.end(1)):
        start, end = token.span()
        if dated and start <= dated.start() < end:
            if dated.start() == start and dated.end() == end:
                continue
            start, end = (start, dated.start()) if dated.start() > start else (dated.end(), end)
        if entries and text[start - 1] in "＝=":
            break  # the correspondent's name
        house, (start, end) = _cut_house(text, start, end, lexicon)
        if house:
            entries.append(house)
        if start < end:
            places.append(PlaceText(start, end, end, ()))
    named = [text[place.start : place.end] for place in places]
    if not entries:
        if not (len(places) == 2 and is_city(named[0]) and text[places[0].end] in "＝="):
            return None
        places = places[:1]  # "【ロンドン＝山田太郎】": the paper's own correspondent
    elif len(places) > 2 or not (dated or places):
        return None
    agencies = tuple(entry.agency for entry in entries)
    languages = ("ja",)
    signature = Signature(at, match.end(), agencies, languages, None, "japanese") if agencies else None
    return Head(at, match.end(), tuple(places), _date(dated) if dated else None, signature, "】", "japanese")


def _cut_house(text: str, start: int, end: int, lexicon: DatelineLexicon) -> tuple[AgencyEntry | None, tuple[int, int]]:
    """The house that a token is, ends with or begins with, and what is left of the token."""
    if entry := lexicon.signed(text[start:end]):
        return entry, (end, end)
    for cut in range(start + 2, end - 1):
        if text[cut:end] in lexicon.han or (text[cut:end].isascii() and lexicon.signed(text[cut:end])):
            return lexicon.signed(text[cut:end]), (start, cut)
    for cut in range(end - 2, start + 1, -1):
        if text[start:cut] in lexicon.han and is_city(text[cut:end]):
            return lexicon.signed(text[start:cut]), (cut, end)
    return None, (start, end)


def read_korean(text: str, at: int, lexicon: DatelineLexicon) -> Head | None:
    """The Korean dateline in brackets that begins at ``at``, the reporter behind it included."""
    match = _KOREAN.match(text, at)
    if not match:
        return None
    houses = [lexicon.signed(name.strip()) for name in regex.split(r"[/·,]", match["houses"])]
    entries = [entry for entry in houses if entry]
    if not entries:
        return None
    places: list[PlaceText] = []
    for token in _KOREAN_PLACE.finditer(text, *match.span("places")):
        if entry := lexicon.signed(token.group()):
            entries.insert(0, entry)
        else:
            places.append(PlaceText(token.start(), token.end(), token.end(), ()))
    if any(is_label(text[place.start : place.end]) for place in places):
        return None
    end = match.end()
    if reporter := _KOREAN_REPORTER.match(text, end):
        end = reporter.end()
    agencies = tuple(entry.agency for entry in entries)
    signature = Signature(at, end, agencies, ("ko",), None, "korean")
    return Head(at, end, tuple(places), None, signature, "=", "korean")


def _signature(entry: AgencyEntry | None, start: int, end: int) -> Signature | None:
    return Signature(start, end, (entry.agency,), entry.languages, None, "chinese") if entry else None


def _split(text: str, start: int, end: int, marks: str) -> tuple[PlaceText, ...]:
    found = regex.finditer(rf"[^{marks}]+", text, pos=start, endpos=end)
    return tuple(PlaceText(match.start(), match.end(), match.end(), ()) for match in found)


def _date(dated: regex.Match[str]) -> DateText:
    start = dated.start("month") if dated["month"] else dated.start("day")
    return DateText(start, dated.end("day") + 1, None, dated["month"] or "", int(dated["day"]))

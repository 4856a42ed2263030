"""Odd text: what pages, feeds and editors do to a text changes neither what is found nor that spans are of the text."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

import mediaparse
from mediaparse import Article, Found, Span, disclaimers, quantities
from tests.promises import hold

ROOT = Path(__file__).parent.parent
STORIES = {
    "wire": (ROOT / "examples" / "wire_story.txt").read_text("utf-8"),
    "odds": (
        "SÃO PAULO, May 4 (Reuters) - Rain closed 12 roads & 3 bridges, Mayor José Núñez said.\n\n"
        '"We lost 2,500 square metres of quay," said Núñez, who met members of the Islamic State terror group '
        "(outlawed in Russia).\n\nIt cost at least $1.5 million — a third more than in 2019 — according to the city's "
        "semi-annual report. Temperatures fell to -5 °C.\n"
    ),
}
ENTITIES = str.maketrans({"&": "&amp;", '"': "&quot;", "'": "&#39;", "—": "&#x2014;", "é": "&eacute;"})

Change = Callable[[str], str]
CHANGES: dict[str, Change] = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "next line": lambda text: text.replace("\n", "\x85"),
    "line separator": lambda text: text.replace("\n", "\u2028"),
    "no-break space": lambda text: text.replace(" ", "\u00a0"),
    "thin space": lambda text: text.replace(" ", "\u2009"),
    "narrow no-break space": lambda text: re.sub(r"(?<=\d) | (?=\d)", "\u202f", text),
    "byte order mark": lambda text: "\ufeff" + text,
    "zero-width space behind": lambda text: text.replace(" ", " \u200b"),
    "zero-width space before": lambda text: text.replace(" ", "\u200b "),
    "zero-width space everywhere": lambda text: "\u200b".join(text),
    "joiner": lambda text: re.sub("([a-z]{4})(?=[a-z]{4})", "\\1\u200c", text),
    "soft hyphen": lambda text: re.sub("([a-z]{4})(?=[a-z]{4})", "\\1\u00ad", text),
    "mark of direction": lambda text: re.sub('(?=["(“])', "\u200e", text),
    "isolate": lambda text: f"\u2067{text}\u2069",
    "split accents": lambda text: unicodedata.normalize("NFD", text),
    "hyphen": lambda text: re.sub(r"(?<=\w)-(?=\w)", "\u2010", text),
    "no-break hyphen": lambda text: re.sub(r"(?<=\w)-(?=\w)", "\u2011", text),
    "entities": lambda text: text.translate(ENTITIES),
    "entities twice": lambda text: text.translate(ENTITIES).replace("&", "&amp;"),
    "entity of a space": lambda text: re.sub(r"(?<=\d) | (?=\d)", "&nbsp;", text),
}
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2066-\u2069\ufeff]")


def shown(text: str) -> str:
    """``text`` as a reader sees it."""
    text = unicodedata.normalize("NFKC", _UNSEEN.sub("", html.unescape(html.unescape(text))))
    return " ".join(text.replace("\u2010", "-").split())


def told(value: object) -> object:
    """``value`` without offsets, each text in it as a reader sees it."""
    match value:
        case Span():
            names = (name for cls in type(value).__mro__ for name in getattr(cls, "__slots__", ()))
            return {name: told(getattr(value, name)) for name in names if name not in ("start", "end", "__weakref__")}
        case tuple():
            return [told(item) for item in value]
        case str():
            return shown(value)
    return value


def finds(article: Article) -> tuple[tuple[Found, ...], ...]:
    return article.datelines, article.attributions, article.disclaimers, article.quantities


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("story", STORIES)
def test_what_a_reader_does_not_see_changes_no_find(story: str, change: str) -> None:
    text = STORIES[story]
    changed = CHANGES[change](text)
    article = mediaparse.parse(changed)
    for found in finds(article):
        hold(changed, found)
    assert told(finds(article)) == told(finds(mediaparse.parse(text)))


def test_one_of_the_stories_has_every_kind_of_find() -> None:
    assert all(finds(mediaparse.parse(STORIES["odds"])))


def test_a_find_begins_and_ends_with_what_is_seen() -> None:
    text = "\u200bThe quay is \u200b5\u00a0k\u00adm\u200b long, 6 &lt; 7."
    five, *_ = quantities.find(text)
    assert (five.start, five.text) == (14, "5\u00a0k\u00adm")
    marked = "\u200e«Ансор»\u200f\u00a0(запрещена\u00a0в\u00a0РФ)\u200b закрыта."
    [mark] = disclaimers.find(marked)
    assert (mark.text, mark.start) == ("(запрещена\u00a0в\u00a0РФ)", 10)
    assert mark.target is not None
    assert mark.target.text == "Ансор"


@pytest.mark.parametrize(
    "text",
    [
        "0hectare of r\x0bl",
        "They sold 5 tons of sea\u00a0salt.",
        "“No,” Ana\u00a0Ruiz said. “Never,” she said.\n\n“Not once.”",
        "He met the Reed\u00a0League (outlawed in Russia).",
    ],
)
def test_what_a_find_names_elsewhere_is_of_the_text_too(text: str) -> None:
    for found in finds(mediaparse.parse(text)):
        hold(text, found)


@pytest.mark.parametrize(
    "text",
    ["AT&T; and R&D; grew 5%.", "&; &# &#; &amp &nosuch; &#1114112; &#xD800; &#0;5 km", "\u0301\u0301 5 km\u0301"],
)
def test_what_only_looks_like_an_entity_stays(text: str) -> None:
    for found in finds(mediaparse.parse(text)):
        hold(text, found)


def test_capitals_alone_keep_every_span() -> None:
    for text in STORIES.values():
        for found in finds(mediaparse.parse(text.upper())):
            hold(text.upper(), found)


LONG = {
    "a line of ten million characters": "rain fell " * 1_000_000,
    "a word of ten million": "a" * 10_000_000,
    "100,000 empty lines": "\n" * 100_000,
    "100,000 empty lines of Windows": "\r\n" * 100_000,
    "100,000 lines of a space": " \n" * 100_000,
    "100,000 no-break spaces": "\u00a0" * 100_000,
    "100,000 emoji": "😀👨\u200d👩\u200d👧❤️" * 12_500,
    "100,000 accents": "e" + "\u0301" * 100_000,
    "100,000 entities cut off": "&amp" * 100_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_long_text_between_sentences_hides_none_of_them(text: str) -> None:
    text = f"LIMA, March 3 (Reuters) - Rain fell.\n\n{text}\n\n“It fell for 5 days,” Mayor Ana Ruiz said."
    article = mediaparse.parse(text)
    assert [found.text for found in article.datelines] == ["LIMA, March 3 (Reuters) -"]
    assert [found.content[0].text for found in article.attributions] == ["It fell for 5 days,"]
    assert [found.text for found in article.quantities] == ["5 days"]
    for found in finds(article):
        hold(text, found)


ODD_PLACES = "RO{c}ME, May{c}4 ({c}Reuters) -{c}Ra{c}in. “{c}5{c} k{c}m,{c}” Ana{c} Ruiz {c}said{c}."


@pytest.mark.parametrize("plane", [0, 1, 2, 3, 14, 15, 16])
def test_every_block_stands_in_words_numbers_and_quotations(plane: int) -> None:
    """Every 23rd character of the planes that have any, surrogates and unassigned ones too, where a finder looks."""
    for block in range(plane * 0x10000, (plane + 1) * 0x10000, 0x200):
        odd = map(chr, range(block, block + 0x200, 23))
        text = "\n\n".join(ODD_PLACES.format(c=character) for character in odd)
        for found in finds(mediaparse.parse(text)):
            hold(text, found)

"""The page as a parser reads it: everything is there, well nested, and nothing of the text is markup."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from attrs import define, evolve, field
from hypothesis import given

from mediaparse import Article
from mediaparse.article import Extra
from mediaparse.export import to_html
from tests.export.articles import ARTICLES, EMPTY, FULL, HOSTILE, all_of, articles

VOID = {"meta", "link", "input"}


@define
class Element:
    """An element of the page."""

    name: str
    attributes: dict[str, str | None]
    children: list[Element | str] = field(factory=list)

    def all(self, name: str = "", **attributes: str) -> Iterator[Element]:
        """Each element below with this name and these attributes, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                if name in ("", child.name) and attributes.items() <= child.attributes.items():
                    yield child
                yield from child.all(name, **attributes)

    def one(self, name: str = "", **attributes: str) -> Element:
        [found] = self.all(name, **attributes)
        return found

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class Reader(HTMLParser):
    """A parser that takes no tag without its end."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        assert len(element.attributes) == len(attrs)
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def read(article: Article, **options: str) -> Element:
    reader = Reader()
    reader.feed(to_html(article, **options))
    reader.close()
    [page] = reader.open
    return page


def story(article: Article) -> Element:
    return read(article).one("article", id="story")


def visible(text: str) -> list[str]:
    return re.sub("[\x00\ud800\ufffe\x7f\x1b\x85]", "\ufffd", text).split()


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_the_words_are_those_of_the_text(article: Article) -> None:
    assert story(article).text.split() == visible(article.text)


@given(articles())
def test_the_words_are_those_of_the_text_whatever_was_found(article: Article) -> None:
    assert story(article).text.split() == visible(article.text)


def test_every_find_is_marked_and_has_its_note() -> None:
    page = read(FULL)
    stops = [mark for mark in page.all("mark") if "id" in mark.attributes]
    assert Counter(mark.attributes["data-kind"] for mark in stops) == {
        "datelines": 2,
        "attributions": 3,
        "disclaimers": 1,
        "quantities": 3,
        "extra-0": 2,
    }
    identifiers = [element.attributes["id"] for element in page.all() if "id" in element.attributes]
    assert len(set(identifiers)) == len(identifiers)
    for mark in stops:
        assert mark.attributes["tabindex"] == "0"
        assert mark.attributes["aria-describedby"] == f"about-{mark.attributes['id']}"
        assert mark.attributes["aria-describedby"] in identifiers


def test_a_mark_that_is_cut_is_reached_by_keyboard_once() -> None:
    pieces = list(story(FULL).all("mark", **{"data-find": "extra-0-1"}))
    assert " ".join(mark.text for mark in pieces).split() == ["people", "sailed.", '"Nobody']
    assert [("id" in mark.attributes, "tabindex" in mark.attributes) for mark in pieces] == [
        (True, True),
        *[(False, False)] * (len(pieces) - 1),
    ]
    assert len(pieces) > 2


def test_a_quotation_has_a_mark_for_each_piece_and_for_cue_and_speaker() -> None:
    marks = list(story(FULL).all("mark", **{"data-find": "attributions-1"}))
    assert {mark.attributes["class"] for mark in marks} == {
        "attributions main",
        "attributions cue",
        "attributions speaker",
    }
    assert {mark.attributes["data-speaker"] for mark in marks} == {"0"}


def test_speakers_with_what_they_said() -> None:
    page = read(FULL)
    buttons = list(page.all("button"))
    assert [button.text for button in buttons] == ["Ingrid Solberg1Transport Minister", "He1"]
    lights = {mark.attributes["data-speaker"] for mark in page.all("mark") if "data-speaker" in mark.attributes}
    assert lights == {button.attributes["data-lights"] for button in buttons}


def test_a_plugin_may_find_attributions_and_quantities_too() -> None:
    found = Extra((("rumours", FULL.attributions), ("guesses", FULL.quantities)))
    page = read(evolve(FULL, attributions=(), quantities=(), extra=found))
    assert not list(page.all("button"))
    assert not list(page.all("table"))
    assert {mark.attributes["data-kind"] for mark in page.all("mark")} >= {"extra-0", "extra-1"}
    assert not [mark for mark in page.all("mark") if "data-speaker" in mark.attributes]


def test_the_legend_has_every_kind_with_its_number() -> None:
    legend = read(FULL).one("ul", **{"class": "legend"})
    numbers = [count.text for count in legend.all("span", **{"class": "count"})]
    assert numbers == ["2", "3", "1", "3", "2", "0"]
    assert len({box.attributes["data-switch"] for box in legend.all("input")}) == 6


def test_the_table_of_quantities_leads_to_their_places() -> None:
    page = read(FULL)
    rows = [[cell.text for cell in row.all("td")] for row in page.one("tbody").all("tr")]
    assert rows == [
        ["at most 1,200", "", "people", "up to 1,200 people"],
        ["1,200,000 to 2,500,000 (up)", "United States dollar (USD)", "", "1.20\tto 2.5 million dollars"],
        ["9", "metre (m)", "", "9 metres"],
    ]
    for link in page.one("tbody").all("a"):
        assert page.one("mark", id=str(link.attributes["href"])[1:])


def test_a_note_says_everything_of_its_find() -> None:
    note = read(FULL).one("div", id="about-attributions-2")
    assert [(row.one("dt").text, row.one("dd").text) for row in note.one("dl").all("div")] == [
        ("speaker", "He"),
        ("cue", "would not say (say)"),
        ("negated", "yes"),
        ("speech", "indirect"),
        ("rule", "subject"),
    ]
    plugin = read(FULL).one("div", id="about-extra-0-1")
    assert [(row.one("dt").text, row.one("dd").text) for row in plugin.one("dl").all("div")] == [
        ("class", "class"),
        ("killed", "0"),
        ("share", "0.50"),
        ("source", "the ministry"),
        ("day", "2023-03-03"),
        ("names", "Anna & Bo, <Cy>"),
        ("tally", "a <tally>, drowned"),
        ("sure", "yes"),
        ("rule", "counts"),
    ]


def test_title_and_date() -> None:
    page = read(FULL, title='</title><b>"Ferry"')
    assert page.one("title").text == page.one("h1").text == '</title><b>"Ferry"'
    assert page.one("p", **{"class": "published"}).text == "Published 2023-03-04"


def test_nothing_found_is_a_page_too() -> None:
    page = read(EMPTY)
    assert [note.text for note in page.all("p", **{"class": "none"})] == [
        "Nobody is quoted.",
        "No quantities were found.",
    ]
    assert not list(page.all("mark"))


@pytest.mark.parametrize("words", [" ".join(HOSTILE.text.split()), "\ud83d\udea2 \U0001f6a2", "{{7*7}} ${story} $$ %s"])
def test_a_hostile_text_adds_no_element_and_no_attribute(words: str) -> None:
    harmless = [(element.name, sorted(element.attributes)) for element in read(all_of("word"), title="word").all()]
    assert [
        (element.name, sorted(element.attributes)) for element in read(all_of(words), title=words).all()
    ] == harmless


def test_no_word_of_the_text_becomes_a_name() -> None:
    page = read(HOSTILE)
    for element in page.all():
        for name, value in element.attributes.items():
            assert re.fullmatch(r"[a-z-]+", name)
            assert "alert" not in (value or "")


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_the_page_can_be_written_and_holds_no_character_that_html_forbids(article: Article) -> None:
    written = to_html(article)
    written.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]", written)


def test_the_policy_allows_the_own_style_and_script_alone() -> None:
    page = read(HOSTILE)
    policy = page.one("meta", **{"http-equiv": "Content-Security-Policy"}).attributes["content"]
    assert policy
    assert policy.startswith("default-src 'none'; ")
    for name, directive in (("style", "style-src"), ("script", "script-src")):
        digest = b64encode(sha256(page.one(name).text.encode()).digest()).decode()
        assert f"; {directive} 'sha256-{digest}'; " in policy
    assert "unsafe" not in policy


def test_the_page_loads_nothing() -> None:
    written = to_html(FULL)
    assert not re.search(r"https?:|url\(|@import|\bsrc=", written)
    page = read(FULL)
    assert [link.attributes["href"] for link in page.all("link")] == ["data:,"]
    assert all(str(link.attributes["href"]).startswith("#") for link in page.all("a"))

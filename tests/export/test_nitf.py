"""NITF, held to what its DTD allows of the elements that are used."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree

import pytest
from attrs import evolve, frozen
from hypothesis import given

from mediaparse import Article
from mediaparse.export import to_nitf
from tests.export.articles import ARTICLES, EMPTY, FULL, articles


@frozen
class Model:
    """What an element may hold, in this order where it cannot hold text, and its attributes."""

    children: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    text: bool = False


ENRICHED = ("chron", "location", "money", "num", "org", "person", "q")
# From the DTD of the IPTC, version 3.6: the elements that are used, and those that may stand beside them.
DTD: Mapping[str, Model] = {
    "nitf": Model(("head", "body"), ("version",)),
    "head": Model(("title", "docdata")),
    "title": Model(text=True),
    "docdata": Model(("date.issue",)),
    "date.issue": Model(attributes=("norm",)),
    "body": Model(("body.head", "body.content")),
    "body.head": Model(("hedline", "byline", "dateline")),
    "body.content": Model(("p", "block")),
    "block": Model(("dateline", "p")),
    "dateline": Model(("location", "story.date"), text=True),
    "location": Model(("city", "region", "country"), ("location-code", "code-source"), text=True),
    "story.date": Model(attributes=("norm",), text=True),
    "p": Model(ENRICHED, ("lede",), text=True),
    "q": Model(ENRICHED, ("quote-source",), text=True),
    "num": Model(("frac", "sub", "sup"), ("units", "decimal-ch", "thousands-ch"), text=True),
    "money": Model((), ("unit", "date"), text=True),
}


def check(element: ElementTree.Element) -> None:
    model = DTD[element.tag]
    children = [child.tag for child in element]
    assert set(children) <= set(model.children), element.tag
    assert set(element.attrib) <= set(model.attributes), element.tag
    if not model.text:
        assert not "".join([element.text or "", *(child.tail or "" for child in element)]).strip(), element.tag
        assert children == sorted(children, key=model.children.index), element.tag
    for child in element:
        check(child)


def read(article: Article, title: str | None = None) -> ElementTree.Element:
    document = to_nitf(article, title=title)
    root = ElementTree.fromstring(document.encode("utf-8"))
    check(root)
    return root


def words(text: str) -> list[str]:
    return "".join(character if character not in "\x00\ufffd" else " " for character in text).split()


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_the_dtd_allows_it(article: Article) -> None:
    read(article, title="<Ferry> \x00")


@given(articles())
def test_no_word_is_lost_whatever_was_found(article: Article) -> None:
    assert words("".join(read(article).itertext())) == words(article.text)


def test_no_word_of_a_round_up_is_lost() -> None:
    first = FULL.datelines[0].text
    assert words("".join(read(FULL).itertext())) == words(first + "\n" + FULL.text.replace(first, "\n"))


def test_head_and_datelines() -> None:
    root = read(FULL, title="Ferry & sea")
    assert root.get("version") == "-//IPTC//DTD NITF 3.6//EN"
    assert root.findtext("head/title") == "Ferry & sea"
    [issued] = root.findall("head/docdata/date.issue")
    assert issued.get("norm") == "20230304"
    [dateline] = root.findall("body/body.head/dateline")
    assert "".join(dateline.itertext()) == "OSLO, March 3 (Reuters) -"
    assert dateline.findtext("location") == "OSLO"
    assert [(date.text, date.get("norm")) for date in dateline.iter("story.date")] == [("March 3", "20230303")]
    [block] = root.findall("body/body.content/block")
    assert [child.tag for child in block] == ["dateline", "p"]
    assert block.findtext("dateline/location") == "BERGEN"


def test_a_date_without_a_year_has_no_norm() -> None:
    [dateline, *_] = FULL.datelines
    assert dateline.date
    partial = evolve(FULL, datelines=(evolve(dateline, date=evolve(dateline.date, year=None)),))
    [date] = read(partial).iter("story.date")
    assert date.attrib == {}


def test_quotations_and_numbers() -> None:
    root = read(FULL)
    assert [("".join(q.itertext()), q.get("quote-source")) for q in root.iter("q")] == [
        ("The sea is calm,\u2028", "Ingrid Solberg"),
        ("and up to 1,200 people\nsailed.", "Ingrid Solberg"),
        ("Nobody drowned.", "Ingrid Solberg"),
    ]
    assert [(num.text, num.attrib) for num in root.iter("num")] == [
        ("up to 1,200 people", {}),
        ("9 metres", {"units": "metre"}),
    ]
    assert [(sum_.text, sum_.attrib) for sum_ in root.iter("money")] == [
        ("1.20\tto 2.5 million dollars", {"unit": "USD"}),
    ]


def test_a_number_that_crosses_a_quotation_is_not_marked() -> None:
    [number, *_] = FULL.quantities
    start, end = FULL.text.index("said, "), number.end
    crossing = evolve(FULL, quantities=(evolve(number, start=start, end=end, text=FULL.text[start:end]),))
    root = read(crossing)
    assert not list(root.iter("num"))
    assert len(list(root.iter("q"))) == 3


def test_an_empty_article_is_a_document() -> None:
    assert "".join(read(EMPTY).itertext()).strip() == ""

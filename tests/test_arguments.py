"""What is handed over in place of what is wanted: each error says what was given and what is wanted."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable
from pathlib import PurePosixPath as Path

import pytest

import mediaparse
from mediaparse import Found, Quantity, export, quantities
from mediaparse.export import from_dict, from_jsonl, to_dict, to_jsonl

ARTICLE = mediaparse.parse("OSLO, March 3 (Reuters) - The pass is 4 km long, Ana Ruiz said.")
[LENGTH] = ARTICLE.quantities
RECORD = to_dict(ARTICLE)
FINDERS: dict[str, Callable[..., object]] = {
    "parse": mediaparse.parse,
    "datelines": mediaparse.datelines.find,
    "attributions": mediaparse.attributions.find,
    "disclaimers": mediaparse.disclaimers.find,
    "quantities": quantities.find,
}


@pytest.mark.parametrize("given", [b"Rain.", Path("rain.txt"), None, 5, ["Rain."], iter("Rain."), ARTICLE])
@pytest.mark.parametrize("find", FINDERS.values(), ids=FINDERS)
def test_what_is_no_text(find: Callable[..., object], given: object) -> None:
    with pytest.raises(TypeError, match=f"^text must be a str, not {type(given).__name__}$"):
        find(given)


@pytest.mark.parametrize("given", [[], {}, "casualties", object(), ARTICLE])
@pytest.mark.parametrize("find", FINDERS.values(), ids=FINDERS)
def test_what_is_no_registry(find: Callable[..., object], given: object) -> None:
    with pytest.raises(TypeError, match=f"^registry must be a Registry or None, not {type(given).__name__}$"):
        find("Rain.", registry=given)


@pytest.mark.parametrize("given", ["2023-03-04", 2023, (2023, 3, 4), 1677888000.0])
@pytest.mark.parametrize("find", [mediaparse.parse, mediaparse.datelines.find])
def test_what_is_no_date(find: Callable[..., object], given: object) -> None:
    with pytest.raises(TypeError, match=rf"^published must be a datetime\.date or None, not {type(given).__name__}$"):
        find("Rain.", published=given)


@pytest.mark.parametrize("zone", [None, dt.UTC])
def test_of_a_moment_the_day_counts(zone: dt.tzinfo | None) -> None:
    moment, day = dt.datetime(2023, 3, 4, 23, 59, tzinfo=zone), dt.date(2023, 3, 4)
    article = mediaparse.parse(ARTICLE.text, published=moment)
    assert type(article.published) is dt.date
    assert article == mediaparse.parse(ARTICLE.text, published=day) == from_dict(to_dict(article))
    assert mediaparse.datelines.find(ARTICLE.text, published=moment) == article.datelines


WRONG: dict[str, Callable[[], object]] = {
    "result_type must be a type such as Quantity, not str": lambda: ARTICLE.get("Quantity"),  # type: ignore[arg-type]
    "result_type must be a type such as Quantity, not Quantity": lambda: ARTICLE.get(LENGTH),  # type: ignore[arg-type]
    "name must be a str, not Speaker": lambda: ARTICLE.said_by(ARTICLE.attributions[0].speaker),  # type: ignore[arg-type]
    "unit must be a Unit or the name of one, not NoneType": lambda: LENGTH.to(None),  # type: ignore[arg-type]
    "article must be an Article, not str": lambda: to_dict("Rain."),  # type: ignore[arg-type]
    "article must be an Article, not dict": lambda: export.to_html(RECORD),  # type: ignore[arg-type]
    "article must be an Article, not NoneType": lambda: export.to_brat(None),  # type: ignore[arg-type]
    "article must be an Article, not list": lambda: export.to_nitf([ARTICLE]),  # type: ignore[arg-type]
    "article must be an Article, not tuple": lambda: export.to_web_annotations((), "urn:x"),  # type: ignore[arg-type]
    "article must be an Article, not the class Article": lambda: export.to_spacy(mediaparse.Article, None),  # type: ignore[arg-type]
    "nlp must be a pipeline of spaCy such as spacy.blank('en'), not str": lambda: export.to_spacy(ARTICLE, "en"),  # type: ignore[arg-type]
    "source must be a str, the address of the text, not NoneType": lambda: export.to_web_annotations(ARTICLE, None),  # type: ignore[arg-type]
    "title must be a str, not NoneType": lambda: export.to_html(ARTICLE, title=None),  # type: ignore[arg-type]
    "title must be a str or None, not int": lambda: export.to_nitf(ARTICLE, title=5),  # type: ignore[arg-type]
    "text must be a str, not Article": lambda: export.utf16_offsets(ARTICLE),  # type: ignore[arg-type]
    "text must be a str, not bytes": lambda: export.utf8_offsets(b"Rain."),  # type: ignore[arg-type]
    "table must be a table such as utf16_offsets(text), not str": lambda: export.code_point_offset("Rain.", 1),  # type: ignore[arg-type]
    "record must be a mapping, not str": lambda: from_dict("{}"),  # type: ignore[arg-type]
    "registry must be a Registry or None, not list": lambda: from_dict(RECORD, registry=[]),  # type: ignore[arg-type]
    "types must be an iterable of the types of finds, not the class Found": lambda: from_dict(RECORD, types=Found),  # type: ignore[arg-type]
    "each of types must be a type of find, not str": lambda: from_dict(RECORD, types=["Casualty"]),  # type: ignore[list-item]
    "articles must be an iterable of Article, not Article": lambda: next(to_jsonl(ARTICLE)),  # type: ignore[arg-type]
    "each of articles must be an Article, not dict": lambda: next(to_jsonl([RECORD])),  # type: ignore[list-item]
    "lines must be an open file or another iterable of lines, not str": lambda: next(from_jsonl("articles.jsonl")),
    "lines must be an open file or another iterable of lines, not PurePosixPath": lambda: next(from_jsonl(Path("a"))),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("message", list(WRONG))
def test_what_is_of_another_type(message: str) -> None:
    with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
        WRONG[message]()


def test_pint_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pint", None)
    with pytest.raises(ImportError, match=r"to_pint needs pint: python -m pip install 'mediaparse-news\[pint\]'"):
        LENGTH.to_pint()


def test_a_line_of_another_record() -> None:
    with pytest.raises(ValueError, match=r"it has no schema_version, but \['article', 'source'\]"):
        from_dict({"source": "feed.jsonl:1", "article": RECORD})


def test_a_type_is_asked_for_by_itself() -> None:
    assert ARTICLE.get(Quantity) == (LENGTH,)

"""What holds of every text: no error, spans that slice, order, sameness, independence of what stands around."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mediaparse
from mediaparse import Article, attributions, datelines, disclaimers, quantities
from tests.cases import cases
from tests.news import News, news, told_by
from tests.promises import hold
from tests.spans import moved
from tests.test_odd_text import CHANGES, finds, told

PIECES = tuple(json.loads(Path(__file__).with_name("pieces.json").read_text("utf-8")))
NEWS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
CASES = tuple(case.text[:500] for case in cases())


@st.composite
def garbled(draw: st.DrawFn) -> str:
    """The text of a case, pieces of it lost, doubled, in capitals or another's, and broken off somewhere."""
    text = draw(st.sampled_from(CASES))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 30)))
        piece = text[start:end]
        text = text[:start] + draw(st.sampled_from(("", piece * 2, piece.upper(), *PIECES))) + text[end:]
    return text[: draw(st.integers(0, len(text)))] if draw(st.booleans()) else text


TEXTS = st.one_of(st.text(max_size=300), NEWS, garbled())
PUBLISHED = dt.date(2024, 1, 5)

ordinary = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> Article:
    return mediaparse.parse(text, published=PUBLISHED)


@given(TEXTS)
@ordinary
def test_every_span_is_of_the_text_and_finds_are_sorted_and_name_their_rule(text: str) -> None:
    for found in finds(read(text)):
        hold(text, found)


@given(TEXTS)
@ordinary
def test_a_finder_alone_finds_what_parse_finds(text: str) -> None:
    article = read(text)
    assert datelines.find(text, published=PUBLISHED) == article.datelines
    assert attributions.find(text) == article.attributions
    assert disclaimers.find(text) == article.disclaimers
    assert quantities.find(text) == article.quantities


@given(TEXTS)
@ordinary
def test_an_article_is_a_value(text: str) -> None:
    article = read(text)
    assert read(text) == article
    assert hash(read(text)) == hash(article)
    assert pickle.loads(pickle.dumps(article)) == article


@given(NEWS, st.integers(min_value=1, max_value=5))
@ordinary
def test_blank_lines_before_only_shift_offsets(text: str, lines: int) -> None:
    padded = read("\n" * lines + text)
    article = read(text)
    for name in ("datelines", "attributions", "disclaimers", "quantities"):
        assert getattr(padded, name) == moved(getattr(article, name), lines)


@given(NEWS)
@ordinary
def test_a_paragraph_after_changes_nothing_before_it(text: str) -> None:
    closed = text.rstrip() + " End of report."
    alone = read(closed)
    longer = read(closed + "\n\nRain fell on the hills.")
    for name in ("datelines", "disclaimers", "quantities"):
        before = tuple(found for found in getattr(longer, name) if found.start < len(closed))
        assert before == getattr(alone, name)


@given(st.lists(NEWS, min_size=2, max_size=8))
@settings(max_examples=25, deadline=None)
def test_threads_find_the_same(texts: list[str]) -> None:
    alone = [read(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(read, texts)) == alone
    assert [read(text) for text in reversed(texts)] == alone[::-1]


@pytest.mark.parametrize("wrong", [None, b"MOSCOW", 5, ["text"]])
def test_what_is_no_text_is_a_type_error(wrong: object) -> None:
    for call in (mediaparse.parse, datelines.find, attributions.find, disclaimers.find, quantities.find):
        with pytest.raises(TypeError, match=f"text must be a str, not {type(wrong).__name__}"):
            call(wrong)  # type: ignore[arg-type]


def test_what_is_no_date_or_registry_is_a_type_error() -> None:
    with pytest.raises(TypeError, match=r"published must be a datetime.date or None, not str"):
        mediaparse.parse("", published="2024-01-05")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="registry must be a Registry or None, not dict"):
        mediaparse.parse("", registry={})  # type: ignore[arg-type]


@given(news())
@settings(max_examples=60, deadline=None)
def test_made_up_news_is_read_as_it_was_written(article: News) -> None:
    assert told_by(read(article.text)) == article.told


@given(news(), st.sampled_from(list(CHANGES)))
@settings(max_examples=40, deadline=None)
def test_so_is_what_pages_and_feeds_make_of_it(article: News, change: str) -> None:
    changed = read(CHANGES[change](article.text))
    assert told(finds(changed)) == told(finds(read(article.text)))

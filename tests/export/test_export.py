"""The package as a whole: what it costs those who do not use it, and that it leaves its article alone."""

from __future__ import annotations

import datetime as dt
import pickle
import subprocess
import sys
import timeit
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

import mediaparse
from mediaparse import Article, export
from tests.export.articles import ARTICLES, FULL
from tests.test_properties import TEXTS


def loaded_by(code: str) -> set[str]:
    """The modules that are there after ``code`` has run in a new interpreter."""
    report = f"{code}; import sys; print(*sys.modules)"
    return set(
        subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True).stdout.split()
    )


def test_who_imports_mediaparse_pays_for_no_format() -> None:
    loaded = loaded_by("import mediaparse; mediaparse.parse('Prices rose 2 percent.')")
    assert not {"cattrs", "mediaparse.export"} & loaded


def test_who_imports_the_formats_does_not_need_spacy() -> None:
    assert "spacy" not in loaded_by("import mediaparse.export")


def test_every_public_name_says_what_it_is() -> None:
    assert not [name for name in export.__all__ if not getattr(export, name).__doc__]


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_a_format_is_a_function_of_the_article_alone(article: Article) -> None:
    before = pickle.dumps(article)
    for function in (export.to_dict, export.to_brat, export.to_html, export.to_nitf):
        assert function(article) == function(pickle.loads(before))
    assert pickle.dumps(article) == before


def test_the_text_of_a_find_is_in_every_format() -> None:
    words = FULL.disclaimers[0].text
    for written in (export.to_brat(FULL).ann, export.to_html(FULL), export.to_nitf(FULL), str(export.to_dict(FULL))):
        assert words in written
    assert words in str(export.to_web_annotations(FULL, "urn:x"))


@given(TEXTS)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_article_that_was_read_has_every_format(text: str) -> None:
    article = mediaparse.parse(text, published=dt.date(2024, 1, 5))
    assert list(export.from_jsonl(export.to_jsonl([article]))) == [article]
    ElementTree.fromstring(export.to_nitf(article).encode())
    export.to_html(article).encode()
    assert export.to_brat(article).txt == text
    assert len(export.to_web_annotations(article, "urn:x")) == len(article.get(mediaparse.Found))


@pytest.mark.parametrize("end", ["\n\n", " "], ids=["paragraphs", "one line"])
@pytest.mark.parametrize("function", [export.to_html, export.to_nitf, export.to_brat, export.to_dict])
def test_eight_times_the_article_takes_no_more_than_its_share_of_time(
    function: Callable[[Article], object], end: str
) -> None:
    short, long = (mediaparse.parse(('"It is 9 metres," Anna Berg said.' + end) * times) for times in (40, 320))

    def seconds(article: Article) -> float:
        return min(timeit.repeat(lambda: function(article), number=1, repeat=3))

    assert seconds(long) < 24 * seconds(short) + 0.05

"""spaCy's own classes hold what was found."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from mediaparse import Article, Comparator, Quantity
from mediaparse.export import to_spacy
from tests.export.articles import ARTICLES, FULL

spacy = pytest.importorskip("spacy", reason="spaCy is not installed (the extra spacy)")
DOCS = Path(__file__).parents[2] / "docs" / "formats.md"


def test_each_find_is_a_span_of_its_group() -> None:
    doc = to_spacy(FULL, spacy.blank("en"))
    assert doc.text == FULL.text
    for name in ("datelines", "attributions", "disclaimers", "quantities"):
        finds, spans = getattr(FULL, name), doc.spans[f"mediaparse.{name}"]
        assert [span.text for span in spans] == [found.text for found in finds]
        assert [span.id for span in spans] == list(range(len(finds)))
        assert {span.label_ for span in spans} == {type(found).__name__.upper() for found in finds}


def test_what_a_find_holds_is_a_span_with_the_index_of_its_find() -> None:
    doc = to_spacy(FULL, spacy.blank("en"))
    content = doc.spans["mediaparse.attributions.content"]
    assert [(span.id, span.label_) for span in content] == [(0, "CONTENT")] * 3 + [(1, "CONTENT"), (2, "CONTENT")]
    assert [(span.id, span.text) for span in doc.spans["mediaparse.attributions.speaker"]] == [
        (0, "Ingrid Solberg"),
        (1, "He"),
    ]


def test_finds_of_plugins_stand_under_the_name_of_their_extractor() -> None:
    doc = to_spacy(FULL, spacy.blank("en"))
    [name, nothing] = FULL.extra
    assert [span.label_ for span in doc.spans[f"mediaparse.extra.{name}"]] == ["CASUALTY", "CASUALTY"]
    assert len(doc.spans[f"mediaparse.extra.{nothing}"]) == 0


def test_a_span_inside_of_a_token_takes_the_token() -> None:
    text = "It lasted 54hours."
    hours = Quantity(10, 12, "54", "count", Decimal(54), None, Comparator.EQUAL, None, None, None)
    doc = to_spacy(Article(text, None, (), (), (), (hours,)), spacy.blank("de"))
    assert [span.text for span in doc.spans["mediaparse.quantities"]] == ["54hours"]


@pytest.mark.parametrize("article", [ARTICLES["empty"], ARTICLES["blank"]], ids=["empty", "blank"])
def test_an_article_without_words(article: Article) -> None:
    doc = to_spacy(article, spacy.blank("en"))
    assert doc.text == article.text


def test_the_groups_are_kept_by_a_file_and_by_the_rest_of_a_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = nlp(to_spacy(FULL, nlp))
    assert len(list(doc.sents)) > 1
    read = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [(span.text, span.label_, span.id) for span in read.spans["mediaparse.quantities"]] == [
        (found.text, "QUANTITY", index) for index, found in enumerate(FULL.quantities)
    ]


def test_the_example_of_the_documentation(capsys: pytest.CaptureFixture[str]) -> None:
    section = DOCS.read_text("utf-8").partition("\n## spaCy\n")[2]
    [code, output] = re.findall(r"```(?:python|text)\n(.*?)```", section, re.DOTALL)[:2]
    exec(compile(code, str(DOCS), "exec"), {})
    assert capsys.readouterr().out == output

"""An article a line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mediaparse import Article
from mediaparse.export import from_jsonl, to_dict, to_jsonl
from tests.export.articles import ARTICLES, EMPTY, FULL, Casualty, all_of, registry


def test_a_file_of_articles_there_and_back(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(to_jsonl(ARTICLES.values()))
    with path.open(encoding="utf-8") as file:
        assert list(from_jsonl(file, types=iter([Casualty]))) == list(ARTICLES.values())
    with path.open(encoding="utf-8") as file:
        assert list(from_jsonl(file, registry=registry())) == list(ARTICLES.values())


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_a_line_is_the_json_of_the_record(article: Article) -> None:
    [line] = to_jsonl([article])
    assert json.loads(line) == to_dict(article)


@pytest.mark.parametrize("end", ["\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"])
def test_nothing_in_a_text_ends_its_line(end: str) -> None:
    [line] = to_jsonl([all_of(f"Rain{end}fell")])
    assert line.splitlines() == [line.removesuffix("\n")]


def test_letters_are_written_as_they_are() -> None:
    [line] = to_jsonl([all_of("Zürich 🚢 «Рига»")])
    assert "Zürich 🚢 «Рига»" in line


def test_a_lone_surrogate_can_be_written() -> None:
    article = all_of("caf\udce9")
    [line] = to_jsonl([article])
    assert list(from_jsonl([line.encode("utf-8").decode("utf-8")], types=[Casualty])) == [article]


def test_a_pair_of_surrogates_would_become_one_character() -> None:
    with pytest.raises(ValueError, match="the text has a surrogate pair as two characters at 3"):
        list(to_jsonl([all_of("abc\ud83d\udea2")]))


def test_blank_lines_are_passed_over_and_lines_read_one_at_a_time() -> None:
    articles = from_jsonl(["\n", *to_jsonl([EMPTY]), "  \n", "not JSON"])
    assert next(articles) == EMPTY
    with pytest.raises(ValueError, match="line 4: Expecting value"):
        next(articles)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("[]", "line 2: record must be a mapping, not list"),
        ('{"schema_version": 7}', "line 2: schema_version must be 1, not 7"),
        (next(to_jsonl([FULL])), "line 2: extra.*name it in types"),
    ],
)
def test_a_line_that_is_no_article_is_told_by_number(line: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        list(from_jsonl([*to_jsonl([EMPTY]), line]))

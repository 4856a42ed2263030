"""brat standoff, read by the rules of brat: https://brat.nlplab.org/standoff.html"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from attrs import evolve, frozen
from hypothesis import given

from mediaparse import Article, DisclaimerKind
from mediaparse.export import Standoff, to_brat
from tests.export.articles import ARTICLES, EMPTY, FULL, HOSTILE, articles

DOCS = Path(__file__).parents[2] / "docs" / "formats.md"
TEXT_BOUND = re.compile(r"(T[1-9]\d*)\t([A-Za-z0-9_-]+) (\d+ \d+(?:;\d+ \d+)*)\t([^\t]+)")
RELATION = re.compile(r"(R[1-9]\d*)\t([A-Za-z0-9_-]+) Arg1:(T\d+) Arg2:(T\d+)")
ATTRIBUTE = re.compile(r"(A[1-9]\d*)\t([A-Za-z0-9_-]+) (T\d+)(?: (\S+))?")
NOTE = re.compile(r"(#[1-9]\d*)\tAnnotatorNotes (T\d+)\t([^\t]+)")


@frozen
class Annotations:
    """What stands in an ``.ann`` file; each kind by identifier."""

    spans: dict[str, tuple[str, list[tuple[int, int]]]]
    relations: list[tuple[str, str, str]]
    attributes: list[tuple[str, str, str]]
    notes: dict[str, str]


def read(standoff: Standoff) -> Annotations:
    """The annotations, each line checked against the text."""
    found = Annotations({}, [], [], {})
    seen = set()
    # brat reads its files by all the line ends that Unicode has.
    for line in standoff.ann.splitlines():
        if match := TEXT_BOUND.fullmatch(line):
            pieces = [(int(start), int(end)) for start, end in (pair.split() for pair in match[3].split(";"))]
            assert all(0 <= start < end <= len(standoff.txt) for start, end in pieces)
            assert " ".join(standoff.txt[start:end] for start, end in pieces) == match[4]
            found.spans[match[1]] = match[2], pieces
        elif match := RELATION.fullmatch(line):
            assert {match[3], match[4]} <= found.spans.keys()
            found.relations.append((match[2], match[3], match[4]))
        elif match := ATTRIBUTE.fullmatch(line):
            assert match[3] in found.spans
            found.attributes.append((match[2], match[3], match[4]))
        else:
            match = NOTE.fullmatch(line)
            assert match, line
            assert match[2] in found.spans
            found.notes[match[2]] = match[3]
        assert match[1] not in seen
        seen.add(match[1])
    return found


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_every_line_follows_the_rules(article: Article) -> None:
    standoff = to_brat(article)
    assert standoff.txt == article.text
    read(standoff)


@given(articles())
def test_every_line_follows_the_rules_whatever_was_found(article: Article) -> None:
    read(to_brat(article))


def test_nothing_found_is_an_empty_file() -> None:
    assert to_brat(EMPTY) == Standoff("", "")


def test_each_find_and_each_span_of_it_is_an_annotation() -> None:
    assert Counter(kind for kind, _ in read(to_brat(FULL)).spans.values()) == {
        "Dateline": 2,
        "Place": 2,
        "Date": 2,
        "Attribution": 3,
        "Cue": 2,
        "Speaker": 2,
        "Disclaimer": 1,
        "Target": 1,
        "Quantity": 3,
        "Noun": 1,
        "Casualty": 2,
        "Words": 1,
    }


def test_a_split_quotation_is_discontinuous_and_breaks_at_line_ends_and_tabs() -> None:
    standoff = to_brat(FULL)
    said = [pieces for kind, pieces in read(standoff).spans.values() if kind == "Attribution"]
    words = [[standoff.txt[start:end] for start, end in pieces] for pieces in said]
    assert words[0] == ["The sea is calm,", "and up to 1,200 people", "sailed.", "Nobody drowned."]
    assert words[1] == ["who paid 1.20", "to 2.5 million dollars"]


def test_the_configuration_in_the_documentation_names_every_type() -> None:
    configuration = re.findall(r"^(\w+)(?:\t|$)", DOCS.read_text("utf-8").partition("[entities]")[2], re.MULTILINE)
    for article in (evolve(FULL, extra=EMPTY.extra), evolve(HOSTILE, extra=EMPTY.extra)):
        found = read(to_brat(article))
        used = {name for name, *_ in (*found.spans.values(), *found.relations, *found.attributes)}
        assert used <= set(configuration)
    assert {str(value) for value in DisclaimerKind} <= set(re.findall(r"[a-z_]+", DOCS.read_text("utf-8")))


def test_relations_attributes_and_notes() -> None:
    found = read(to_brat(FULL))

    def words(identifier: str) -> str:
        return FULL.text[slice(*found.spans[identifier][1][0])]

    assert ("Attribution_speaker", "The sea is calm,", "Ingrid Solberg") in [
        (name, words(one), words(other)) for name, one, other in found.relations
    ]
    assert ("Disclaimer_target", "(outlawed in Russia)", "the Islamic State") in [
        (name, words(one), words(other)) for name, one, other in found.relations
    ]
    assert [(name, value) for name, _, value in found.attributes] == [
        ("Kind", "direct"),
        ("Kind", "indirect"),
        ("Kind", "mixed"),
        ("Kind", "banned_organization"),
        ("Change", "up"),
        ("Source", "police"),
    ]
    assert "value: 1,200,000 to 2,500,000; unit: United States dollar (USD); change: up" in found.notes.values()

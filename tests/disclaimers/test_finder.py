"""What rows of cases cannot say: authors of asides, footnotes far from their names, order, odd texts."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mediaparse.disclaimers import DisclaimerKind, find
from mediaparse.disclaimers.words import word_classes


def test_an_aside_names_the_agency_that_signs_it() -> None:
    [aside] = find("The UAV (unmanned aerial vehicle - TASS) was found.")
    assert aside.author is not None
    assert aside.author.text == "TASS"
    assert aside.target is not None
    assert aside.target.text == "UAV"


def test_an_aside_is_read_from_its_own_bracket() -> None:
    [aside] = find("Guests of Oyat (in Karelia) met Azov (an old name of the person(s) named - TASS) at noon.")
    assert aside.text == "(an old name of the person(s) named - TASS)"
    assert find("The ferry left Oyat (in Karelia), an old port - TASS) wrote.") == ()


def test_an_aside_of_the_editor_has_no_agency() -> None:
    [aside] = find("Он назвал ВСУ (вооружённые силы - ред.) слабыми.")
    assert aside.author is None


def test_a_footnote_finds_its_name_however_far_above() -> None:
    text = "Пост вышел в Chirp*.\n\n" + "Дождь шёл три дня.\n\n" * 500 + "*Запрещён на территории РФ."
    [note] = find(text)
    assert note.target is not None
    assert note.target.text == "Chirp"


def test_stars_tell_two_footnotes_apart() -> None:
    text = "Лига* спорит с Унией**.\n\n* Признана иноагентом.\n** Признана нежелательной организацией."
    assert [note.target.text for note in find(text) if note.target] == ["Лига", "Унией"]


def test_finds_do_not_overlap() -> None:
    text = (
        "Лига (признана иноагентом - прим. ТАСС) и Уния (запрещена в РФ) молчат.\n\n© 2024 Quay. All rights reserved."
    )
    found = find(text)
    assert [mark.kind for mark in found] == [
        DisclaimerKind.FOREIGN_AGENT, DisclaimerKind.BANNED_ORGANIZATION, DisclaimerKind.COPYRIGHT
    ]  # fmt: skip
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "(запрещена в РФ",
        "запрещена в РФ)",
        "\0(outlawed in Russia)\0",
        "\ud800 (outlawed in Russia) \udfff",
        "* * * outlawed in Russia * * *",
        "«««« (запрещена в РФ) »»»»",
        ")" * 2000 + "(запрещена в РФ)",
        "(" * 2000 + "запрещена в РФ" + ")" * 2000,
        "*" * 2000 + "запрещена в РФ",
        "U.S. (banned in the U.S.)",
        "¹ ² ³ запрещена в РФ ¹",
    ],
)
def test_odd_texts_raise_nothing(text: str) -> None:
    assert all(text[mark.start : mark.end] == mark.text for mark in find(text))


def test_a_text_of_one_long_line_is_read() -> None:
    [mark] = find("rain " * 200_000 + "fell on IS (outlawed in Russia) " + "rain " * 200_000)
    assert mark.text == "(outlawed in Russia)"


PIECES = (
    tuple(
        form
        for name in (
            "country",
            "banned_ru_full",
            "designated_short",
            "terrorist_other",
            "agent",
            "org",
            "minister",
            "made",
        )
        for form in sorted(word_classes().forms[name])[::9]
    )
    + tuple("()[]«»\"—-,.:\n/©'¹*")
    + ("(а)", "U.S.", "- TASS)", "прим. ред.)", "presumed innocent until", "\ud800")
)


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " "])), max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_order_of_a_formulas_words_is_read(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    for mark in find(text):
        assert text[mark.start : mark.end] == mark.text
        assert mark.target is None or text[mark.target.start : mark.target.end] == mark.target.text

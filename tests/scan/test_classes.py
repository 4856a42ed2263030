"""Word classes: what a word or a gap that the table lacks is by its shape."""

from __future__ import annotations

import pytest

from mediaparse.scan import scan
from mediaparse.scan.wordclasses import class_of


@pytest.mark.parametrize(
    ("part", "letter"),
    [
        ("quay", "n"), ("Quay", "N"), ("Élan", "N"), ("élan", "n"), ("мост", "n"), ("橋", "n"), ("_", "n"),
        ("eBay", "N"),
        ("mooring", "g"), ("moored", "e"), ("lately", "r"), ("1917", "0"), ("٣", "0"), ("ⅷ", "0"), ("½", "0"),
        (" (", "("), (". (", "("), (".\n", "¶"), (", “", '"'), ("!", "."), (" -- ", "~"), ("\xa0", " "), ("@", "*"),
    ],
)  # fmt: skip
def test_a_part_is_classed_by_its_shape(part: str, letter: str) -> None:
    assert class_of(part) == letter
    assert letter in scan(f"the{part}" if not part[0].isalnum() else f"the {part}").classes


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("In May Theresa May met Mrs. May.", "p m N N v N.N._"),
        ("On May 5 Obama May 6 left", "p m 0 N m 0 v"),
        ("May said: May 5 is near May.", "N v:m 0 a p m._"),
        ("The Fed met the Met", "d N v d N"),
        ("AT&T and Steve King", "N&N c N N"),
        ("Nothing a king does", "n d n a"),
        ("Rose King Says No: Reed Left", "N N v d:N N"),
    ],
)
def test_what_is_a_name_only_with_a_capital(text: str, classes: str) -> None:
    assert scan(text).classes == classes


def test_a_word_that_stands_twice_is_classed_alike() -> None:
    assert scan("Tugs moored. Tugs moored.").classes == "N e.N e._"


def test_a_run_of_marks_ends_one_sentence() -> None:
    text = "Really?!... Yes."
    assert [text[start:end] for start, end in scan(text).sentences] == ["Really?!...", "Yes."]


def test_a_name_with_a_capital_within_begins_a_sentence() -> None:
    text = "Sales rose. eBay grew fast."
    assert [text[start:end] for start, end in scan(text).sentences] == ["Sales rose.", text[12:]]


@pytest.mark.parametrize(
    "odd", ["5\xa0km.\u2003Rain\u2010proof\u2028now", "\xa0", "a\r\nb\rc", "so\xadft", "x\u202f\u200by"]
)
def test_the_plain_copy_is_cut_as_any_text(odd: str) -> None:
    copied = scan(odd)
    assert copied.text != odd
    assert (copied.parts, copied.offsets) == (scan(copied.text).parts, scan(copied.text).offsets)


def test_russian_abbreviations_end_no_sentence() -> None:
    text = "Завод на ул. Мира закрыт. Это решил суд им. Ленина."
    assert [text[start:end] for start, end in scan(text).sentences] == [text[:25], text[26:]]

"""Paragraphs: a line that is wrapped, and a line that ends."""

from __future__ import annotations

import pytest

from mediaparse.scan.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell on Salem.\nThe river rose.", ["Rain fell on Salem.", "The river rose."]),
        ("Rain fell on\nSalem.", ["Rain fell on\nSalem."]),
        ("He spoke in the U.S.\nand in Canada.", ["He spoke in the U.S.\nand in Canada."]),
        ('"It rained,"\nsaid Ana Ruiz.', ['"It rained,"\nsaid Ana Ruiz.']),
        ("They met Gen.\nIvan Petrov.", ["They met Gen.\nIvan Petrov."]),
        ("He came to the U.S.\nHis son did not.", ["He came to the U.S.", "His son did not."]),
        ("It sold the plant to Berg Co.\nLee said so.", ["It sold the plant to Berg Co.", "Lee said so."]),
        ("Hail fell.\n\nand rain.", ["Hail fell.", "and rain."]),
        ("Hail fell.\n   and rain.", ["Hail fell.", "and rain."]),
        (".\nA", [".", "A"]),
    ],
)
def test_where_one_ends(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected

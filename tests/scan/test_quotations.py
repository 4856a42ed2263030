"""Quotation marks paired: every kind, nested, unclosed, and what only looks like one."""

from __future__ import annotations

import pytest

from mediaparse.scan import scan


def inner(text: str) -> list[str]:
    return [text[one.inner_start : one.inner_end] for one in scan(text).quotations]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('He said "no" and "yes".', ["no", "yes"]),
        ("He said “no” and “yes”.", ["no", "yes"]),
        ("He said ''no'' and ''yes''.", ["no", "yes"]),
        ("He said ``no'' twice.", ["no"]),
        ("He said «no» twice.", ["no"]),
        ("He said „no“ twice.", ["no"]),
        ("彼は「いいえ」と言った。", ["いいえ"]),
        ("He said ‘no’ twice.", ["no"]),
        ("He said 'no' twice.", ["no"]),
        ("“He told me ‘never’ and left,” she said.", ["He told me ‘never’ and left,"]),
        ("''He told me 'never' and left,'' she said.", ["He told me 'never' and left,"]),
        ("The dog's bone and the dogs' bones.", []),
        ("It’s the ministers’ plan.", []),
        ('He said “no" twice.', ["no"]),
        ("", []),
    ],
)
def test_pairs(text: str, wanted: list[str]) -> None:
    assert inner(text) == wanted


def test_an_unclosed_one_ends_with_its_paragraph() -> None:
    text = '"We were lucky.\n\n"We were not," she said.'
    first, second = scan(text).quotations
    assert (first.closed, text[first.inner_start : first.inner_end]) == (False, "We were lucky.")
    assert second.closed


def test_spans_hold_the_marks() -> None:
    text = "He said ''no'' twice."
    [one] = scan(text).quotations
    assert text[one.start : one.end] == "''no''"

"""What is promised of the finds of every text, whatever it holds."""

from __future__ import annotations

from mediaparse import Found
from tests.spans import spans_of


def hold(text: str, finds: tuple[Found, ...]) -> None:
    """Fail where a span of ``finds`` is not of ``text``, where they are out of order, or lack a rule."""
    for span in spans_of(finds):
        assert 0 <= span.start <= span.end <= len(text), span
        assert text[span.start : span.end] == span.text, span
    assert [found.start for found in finds] == sorted(found.start for found in finds), finds
    assert all(found.rule for found in finds), finds

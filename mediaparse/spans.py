"""Span and Found: everything that mediaparse returns is a piece of the text."""

from __future__ import annotations

from attrs import frozen


@frozen
class Span:
    """A piece of a text: ``text[span.start:span.end] == span.text``.

    ``start`` and ``end`` count code points, ``end`` exclusive. ``text`` is the
    piece itself; the article is not held.

    >>> cut("MOSCOW, December 7. /TASS/.", 8, 18)
    Span(start=8, end=18, text='December 7')
    """

    start: int
    end: int
    text: str


@frozen
class Found(Span):
    """A span that a rule found; ``rule`` is that rule's name.

    The base of ``Dateline``, ``Attribution``, ``Disclaimer`` and ``Quantity``,
    and of the results of a plugin's extractor.
    """

    rule: str


def cut(text: str, start: int, end: int) -> Span:
    """The span of ``text`` from ``start`` to ``end`` (code points, ``end`` exclusive)."""
    return Span(start, end, text[start:end])

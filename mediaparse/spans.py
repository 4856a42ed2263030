"""Span and Found: everything that mediaparse returns is a piece of the text."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import fields, frozen, has

from mediaparse.values import Value


@frozen(eq=False, repr=False)
class Span(Value):
    """A piece of a text: ``text[span.start:span.end] == span.text``.

    ``start`` and ``end`` count code points, ``end`` exclusive. ``text`` is the
    piece itself; the article is not held.

    >>> cut("MOSCOW, December 7. /TASS/.", 8, 18)
    Span(start=8, end=18, text='December 7')
    """

    start: int
    end: int
    text: str


@frozen(eq=False, repr=False)
class Found(Span):
    """A span that a rule found; ``rule`` is that rule's name.

    The base of ``Dateline``, ``Attribution``, ``Disclaimer`` and ``Quantity``,
    and of the results of a plugin's extractor.
    """

    rule: str


def cut(text: str, start: int, end: int) -> Span:
    """The span of ``text`` from ``start`` to ``end`` (code points, ``end`` exclusive)."""
    return Span(start, end, text[start:end])


def is_of(text: str, span: Span) -> bool:
    """Is ``span`` a piece of ``text``?"""
    return 0 <= span.start <= span.end <= len(text) and text[span.start : span.end] == span.text


def parts(found: Found) -> Iterator[tuple[str, Span]]:
    """Each span that ``found`` holds, at any depth, under the name of its field."""
    for field in fields(type(found)):
        yield from _spans(field.name, getattr(found, field.name))


def _spans(name: str, value: object) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield name, value
    if isinstance(value, (tuple, list)):
        for item in value:
            yield from _spans(name, item)
    elif has(kind := type(value)):
        for field in fields(kind):
            yield from _spans(field.name, getattr(value, field.name))

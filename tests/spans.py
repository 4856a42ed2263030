"""Walking through results: every span that a find holds, at any depth."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from mediaparse import Span
from mediaparse.article import Extra


def spans_of(value: object) -> Iterator[Span]:
    """``value`` itself where it is a span, and each span in its fields, items and values."""
    if isinstance(value, Span):
        yield value
    if isinstance(value, Extra):
        for found in value.values():
            yield from spans_of(found)
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            yield from spans_of(getattr(value, field.name))


def moved(value: object, by: int) -> object:
    """``value`` with every offset in it moved by ``by``."""
    if isinstance(value, tuple):
        return tuple(moved(item, by) for item in value)
    kind = type(value)
    if not attrs.has(kind):
        return value
    changes = {field.name: moved(getattr(value, field.name), by) for field in attrs.fields(kind)}
    if isinstance(value, Span):
        changes |= {"start": value.start + by, "end": value.end + by}
    return attrs.evolve(value, **changes)  # type: ignore[misc]

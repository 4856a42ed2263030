"""Value: what the library's types have in common besides their fields."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter

from attrs import AttrsInstance, fields


class Value:
    """A frozen attrs class that is equal, hashed and written by its fields.

    attrs would write the same three methods for each class anew, and that is most of what a class costs at every
    start; so classes of the library say ``@frozen(eq=False, repr=False)`` and inherit them.

    >>> from mediaparse.spans import Span
    >>> Span(0, 4, "Oslo") == Span(0, 4, "Oslo"), Span(0, 4, "Oslo")
    (True, Span(start=0, end=4, text='Oslo'))
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        kind: type = type(self)
        values = _values(kind)
        if type(other) is not kind:
            return NotImplemented
        return self is other or values(self) == values(other)

    def __hash__(self) -> int:
        kind: type = type(self)
        return hash((kind, _values(kind)(self)))

    def __repr__(self) -> str:
        kind: type = type(self)
        return f"{kind.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in _names(kind))})"


class Knowledge(Value):
    """What a finder knows: a value that keeps tables, each a cached property made when a text first needs it.

    With slots attrs would compile a method more for each class and every attribute would take longer, so these say
    ``slots=False``, too; a pickle holds the fields alone.
    """

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        kind: type = type(self)
        return kind, tuple(getattr(self, name) for name in _names(kind))


@cache
def _names(kind: type[AttrsInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _values(kind: type[AttrsInstance]) -> Callable[[object], object]:
    return attrgetter(*_names(kind))

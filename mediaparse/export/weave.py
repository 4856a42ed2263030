"""Marks that nest and cross, as elements that only nest: for HTML and XML, whose elements cannot cross."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Generic, TypeAlias, TypeVar

from attrs import frozen

L = TypeVar("L")


@frozen
class Mark(Generic[L]):
    """A stretch of a text that is to stand in one element; ``label`` says which."""

    start: int
    end: int
    label: L


@frozen
class Text:
    """A stretch of the text itself."""

    start: int
    end: int


@frozen
class Open(Generic[L]):
    """The start tag of a mark, or of its next piece where it was closed to let another end."""

    mark: Mark[L]


@frozen
class Close(Generic[L]):
    """The end tag of a mark."""

    mark: Mark[L]


Event: TypeAlias = Text | Open[L] | Close[L]


def weave(start: int, end: int, marks: Iterable[Mark[L]]) -> Iterator[Event[L]]:
    """The text from ``start`` to ``end`` with the tags of ``marks``, well nested, in order.

    Marks are clipped to the text, and empty ones left out. Of two that start together the longer
    one is outside, and of two that are the same stretch the one that was given first.

    >>> tags = {Open: "<{0.mark.label}>", Close: "</{0.mark.label}>", Text: "{0.start}-{0.end}"}
    >>> events = weave(0, 9, [Mark(0, 5, "a"), Mark(3, 9, "b")])
    >>> print(*(tags[type(event)].format(event) for event in events))
    <a> 0-3 <b> 3-5 </b> </a> <b> 5-9 </b>
    """
    clipped = [(max(mark.start, start), min(mark.end, end), mark) for mark in marks]
    waiting = [piece for piece in reversed(clipped) if piece[0] < piece[1]]
    waiting.sort(key=lambda piece: (-piece[0], piece[1]))
    opened: list[tuple[int, int, Mark[L]]] = []
    at = start
    for boundary in sorted({start, end, *(piece[0] for piece in waiting), *(piece[1] for piece in waiting)}):
        if at < boundary:
            yield Text(at, boundary)
        at = boundary
        outermost = next((depth for depth, piece in enumerate(opened) if piece[1] == at), len(opened))
        closed, opened = opened[outermost:], opened[:outermost]
        for piece in reversed(closed):
            yield Close(piece[2])
        opening = [piece for piece in closed if piece[1] > at]
        while waiting and waiting[-1][0] == at:
            opening.append(waiting.pop())
        for piece in sorted(opening, key=lambda piece: -piece[1]):
            yield Open(piece[2])
            opened.append(piece)


def share(stretches: Iterable[tuple[int, int]], marks: Iterable[Mark[L]]) -> Iterator[list[Mark[L]]]:
    """For each of ``stretches`` of a text, which are in order, those of ``marks`` that reach into it.

    >>> [[mark.label for mark in near] for near in share([(0, 4), (6, 9)], [Mark(3, 7, "a"), Mark(8, 9, "b")])]
    [['a'], ['a', 'b']]
    """
    waiting = deque(sorted(marks, key=lambda mark: mark.start))
    begun: list[Mark[L]] = []
    for start, end in stretches:
        while waiting and waiting[0].start < end:
            begun.append(waiting.popleft())
        begun = [mark for mark in begun if mark.end > start]
        yield begun

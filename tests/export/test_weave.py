"""Marks that cross become elements that nest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mediaparse.export.weave import Close, Event, Mark, Open, Text, weave

ENDS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted)


@given(st.lists(ENDS, max_size=8), ENDS)
def test_every_offset_stands_in_its_marks_and_in_no_other(ends: list[list[int]], bounds: list[int]) -> None:
    start, end = bounds
    marks = [Mark(begin, stop, number) for number, (begin, stop) in enumerate(ends)]
    opened: list[Mark[int]] = []
    at = start
    for event in weave(start, end, marks):
        match event:
            case Open(mark):
                opened.append(mark)
            case Close(mark):
                assert opened.pop() == mark
            case Text(begin, stop):
                assert begin == at < stop
                for offset in range(begin, stop):
                    assert sorted(mark.label for mark in opened) == [
                        mark.label for mark in marks if mark.start <= offset < mark.end
                    ]
                at = stop
    assert at == end
    assert not opened


def written(*ends: tuple[int, int]) -> str:
    def tag(event: Event[str]) -> str:
        match event:
            case Open(mark):
                return f"<{mark.label}>"
            case Close(mark):
                return f"</{mark.label}>"
            case Text(begin, stop):
                return "0123456789"[begin:stop]

    return "".join(map(tag, weave(0, 10, [Mark(*pair, label) for pair, label in zip(ends, "abc", strict=False)])))


def test_what_starts_together_has_the_longer_outside() -> None:
    assert written((2, 4), (2, 8)) == "01<b><a>23</a>4567</b>89"


def test_what_ends_together_is_closed_from_the_inside() -> None:
    assert written((2, 8), (5, 8)) == "01<a>234<b>567</b></a>89"


def test_of_two_that_cross_the_later_is_cut() -> None:
    assert written((1, 5), (3, 8), (5, 6)) == "0<a>12<b>34</b></a><b><c>5</c>67</b>89"


def test_neighbours_do_not_touch_and_empty_marks_are_nothing() -> None:
    assert written((0, 3), (3, 10), (4, 4)) == "<a>012</a><b>3456789</b>"

"""Quotation marks paired into quotations: straight, curly, doubled apostrophes, guillemets, low, CJK, single."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile(r"[\"“”„‟«»「」『』'‘’`](?!(?<=[^\W_]['‘’])[^\W_])")  # no apostrophe inside a word
_CLOSER = {"“": "”", "„": "“”‟", "«": "»", "»": "«", "「": "」", "『": "』", "``": ("''",), "‘": "’", "'": "'’"}
_EITHER = frozenset(('"', "''"))
_SINGLE = frozenset("'‘’")


class Quotation(NamedTuple):
    """A quotation with its marks, from ``start`` to ``end``; the words in it from ``inner_start`` to ``inner_end``.

    ``closed`` is False where nothing closes it before its paragraph ends: ``end`` is then the paragraph's.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


def quotations(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[Quotation, ...]:
    """The outermost quotations of each paragraph, in order; those inside another are part of it.

    Marks with nothing between them quote nothing.

    >>> text = "“He said ‘no’,” she wrote. ''Maybe.''"
    >>> [text[q.inner_start : q.inner_end] for q in quotations(text, ((0, len(text)),))]
    ['He said ‘no’,', 'Maybe.']
    """
    return tuple([found for found in _pair(text, paragraphs) if text[found.inner_start : found.inner_end].strip()])


def _pair(text: str, paragraphs: tuple[tuple[int, int], ...]) -> Iterator[Quotation]:
    marks = _marks(text)
    found = next(marks, None)
    for start, end in paragraphs:
        opened: tuple[int, int, str] | None = None
        single: tuple[int, int] | None = None
        while found is not None and found[0] < end:
            at, mark = found
            after = at + len(mark)
            found = next(marks, None)
            if opened is None:
                if mark in _SINGLE:
                    if at == start or (not text[at - 1].isalnum() and text[at - 1] not in ".,!?"):
                        single = single or (at, after)
                    elif single is not None:
                        yield Quotation(single[0], after, single[1], at, True)
                        single = None
                elif mark in _CLOSER or (mark in _EITHER and _can_open(text, at, after, end)):
                    opened, single = (at, after, mark), None
            elif _closes(mark, opened[2], text, at):
                yield Quotation(opened[0], after, opened[1], at, True)
                opened = None
        if opened is not None:
            yield Quotation(opened[0], end, opened[1], end, False)


def _marks(text: str) -> Iterator[tuple[int, str]]:
    """Where each mark stands, two apostrophes as one mark, those inside words left out."""
    done = 0
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if at < done:
            continue
        if mark in "'`" and text[at + 1 : at + 2] == mark:
            done = at + 2
            yield at, mark * 2
        elif mark not in _SINGLE:
            if mark != "`":
                yield at, mark
        else:
            before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
            opens = mark != "’" and behind.isalnum() and not before.isalnum()
            closes = mark != "‘" and not behind.isalnum() and before != "" and not before.isspace()
            if opens or closes:
                yield at, mark


def _can_open(text: str, at: int, after: int, end: int) -> bool:
    return after < end and not text[after].isspace() and not (at and text[at - 1].isalnum())


def _closes(mark: str, opener: str, text: str, at: int) -> bool:
    """Does ``mark`` close what ``opener`` opened? A straight mark behind a space opens a nested one."""
    if opener in _EITHER:
        return mark == opener or mark == "”"
    if mark in _CLOSER[opener]:
        return True
    return opener == "“" and mark in ('"', "“") and not (text[at - 1] == "“" or text[at - 1].isspace())

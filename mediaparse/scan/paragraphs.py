"""Paragraphs: where one ends and the next begins, in text from feeds, archives and pages."""

from __future__ import annotations

import re

# A blank line, or a line that starts with an indent as on the old wires, or a line end after a full stop.
# A single line end inside a sentence is a wrapped line.
_BREAK = re.compile(r"\n[ \t\r]*+\n\s*+|\n(?=[ \t]{2,}+\S)\s*+|(?<=[.!?:…\"”’»)\]])[ \t\r]*+\n\s*+|\u2029\s*+")


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each paragraph of ``text``, white space around it left out.

    >>> paragraphs("Rain is due.\\n\\nIt may\\nlast.")
    ((0, 12), (14, 26))
    """
    found = []
    start = 0
    for match in _BREAK.finditer(text):
        found.append((start, match.start()))
        start = match.end()
    found.append((start, len(text)))
    return tuple(trimmed for begin, end in found if (trimmed := trim(text, begin, end))[0] < trimmed[1])


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """``start`` and ``end`` moved inward over white space."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())

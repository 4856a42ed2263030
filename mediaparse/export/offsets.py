"""Offsets for those who do not count code points: UTF-16 units (JavaScript, Java, C#) or UTF-8 bytes (Go, Rust, C)."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from mediaparse.arguments import check, wrong


def utf16_offsets(text: str) -> Sequence[int]:
    """A table that has, at each offset in code points, the offset in UTF-16 units.

    >>> text = "🚢 sank"
    >>> table = utf16_offsets(text)
    >>> start = text.index("sank")
    >>> start, table[start], table[len(text)]
    (2, 3, 7)
    """
    check("text", text, str, "a str")
    if max(text, default="") <= "\uffff":
        return range(len(text) + 1)
    return array("Q", accumulate((1 + (character > "\uffff") for character in text), initial=0))


def utf8_offsets(text: str) -> Sequence[int]:
    """A table that has, at each offset in code points, the offset in UTF-8 bytes; a lone surrogate counts three.

    >>> text = "Zürich grew"
    >>> table = utf8_offsets(text)
    >>> start = text.index("grew")
    >>> table[start], text.encode()[table[start]:]
    (8, b'grew')
    """
    check("text", text, str, "a str")
    if text.isascii():
        return range(len(text) + 1)
    return array("Q", accumulate(map(_bytes, text), initial=0))


def code_point_offset(table: Sequence[int], offset: int) -> int:
    """The way back: the offset in code points that has ``offset`` in ``table``.

    >>> code_point_offset(utf16_offsets("🚢 sank"), 3)
    2

    Raises ``ValueError`` where ``offset`` is outside the text or inside of a character.
    """
    if isinstance(table, str):
        raise wrong("table", table, "a table such as utf16_offsets(text)")
    index = bisect_left(table, offset)
    if index == len(table) or table[index] != offset:
        raise ValueError(f"no character of the text starts or ends at offset {offset}")
    return index


def _bytes(character: str) -> int:
    """How many bytes UTF-8 takes for ``character``."""
    return 1 + (character > "\x7f") + (character > "\u07ff") + (character > "\uffff")

"""Paragraphs: where one ends and the next begins, in text from feeds, archives and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mediaparse.patterns import pattern
from mediaparse.scan.sentences import abbreviations

_LINE = re.compile(r"\n\s*+")
_LINE_OR_PARAGRAPH = pattern(r"[\n\u2029]\s*+")  # a set takes six times as long to look for
_ENDINGS = frozenset('.!?:…"”’»)]')  # a line that ends so ends its paragraph; other single line ends wrap a line
_LONGEST = 12  # characters of an abbreviation, and more
_BLANK = re.compile(r"\n[ \t\r]*+\n")
_INDENT = re.compile(r"\n[ \t]{2,}+\S")  # as on the old wires


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each paragraph of ``text``, white space around it left out.

    A paragraph ends at a blank line, before an indented line, and with a line whose last
    character can end a sentence, unless the next begins in lower case or the full stop is
    that of "Mr.": such a line is only wrapped.

    >>> paragraphs("Rain is due.\\n\\nIt may\\nlast.")
    ((0, 12), (14, 26))
    """
    found = []
    start = len(text) - len(text.lstrip())
    for end, after in (*_breaks(text), (len(text), 0)):
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            found.append((start, end))
        start = after
    return tuple(found)


def last_begin(text: str) -> int:
    """Where the last paragraph of ``text``, which ends in no white space, begins; 0 where it is the first.

    >>> last_begin("Rain is due.\\n\\nIt may")
    14
    """
    return max((after for _, after in _breaks(text)), default=0)


def _breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where a paragraph of ``text`` ends and the next begins, white space between them."""
    start = 0
    for match in (_LINE_OR_PARAGRAPH if "\u2029" in text else _LINE).finditer(text):
        end, after = match.span()
        if _ends(text, start, end, after):
            yield end, after
            start = after


def _ends(text: str, start: int, at: int, after: int) -> bool:
    """Does the line that ends at ``at`` end its paragraph, the next beginning at ``after``?"""
    if text[at] == "\u2029" or (
        after > at + 1 and (text[at + 1] == "\n" or _BLANK.match(text, at) or _INDENT.match(text, at))
    ):
        return True
    at -= 1
    while at > start and text[at] in " \t\r":
        at -= 1
    if at < start or text[at] not in _ENDINGS or text[after : after + 1].islower():
        return False
    return text[at] != "." or not _abbreviated(text, start, at)


def _abbreviated(text: str, start: int, stop: int) -> bool:
    """Does the full stop at ``stop`` shorten a title, which a name follows?"""
    word = text[max(start, stop - _LONGEST) : stop].rsplit(None, 1)[-1:]
    return bool(word) and abbreviations().get(word[0]) == "name"

"""The plain copy of a text: what pages, feeds and editors leave in it, and nobody reads, is taken out or made usual."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from attrs import fields

from mediaparse.patterns import pattern
from mediaparse.spans import Span

S = TypeVar("S", bound=Span)

_UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f"
_LINE_ENDS = "\r\x0b\x0c\x85\u2028"
_HYPHENS = "\u2010\u2011"
_ACCENTS = "\u0300-\u036f"
_ASCII_MARKS = "\r\x0b\x0c&"
_MARKS = f"{_UNSEEN}{_SPACES}{_LINE_ENDS}{_HYPHENS}{_ACCENTS}&"
_MARK = pattern(f"[{_MARKS}]")
# A set in front is searched for in one go; what is said of some of its marks stands behind. A joiner is spelling in
# Persian, in the scripts of India and among emoji; an ampersand is often written twice: "&amp;quot;".
_ODD = pattern(
    f"[{_MARKS}](?:(?<![\\r\u200c\u200d{_ACCENTS}&])"
    r"|(?<=\r)(?!\n)"
    "|(?<=[\u200c\u200d])(?![\u0600-\u0dff\u2190-\u2bff\U0001f000-\U0010ffff])"
    f"|(?<=[^\\W\\d_][{_ACCENTS}])[{_ACCENTS}]{{0,3}}"
    r"|(?<=&)(?:amp;){0,3}(?P<entity>#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
_COMBINING = frozenset(map(chr, range(0x300, 0x370)))
_RANGE = pattern("(.)-(.)")


# Start and end in the copy, and of what stands there in the original. A plain tuple of numbers is nothing to the
# garbage collector, and a text can have a change at every character.
Change = tuple[int, int, int, int]


class Original:
    """The text of which a plain copy was read, and where the copy differs from it."""

    __slots__ = ("_changes", "_plain_starts", "_text")

    def __init__(self, text: str, changes: list[Change]) -> None:
        self._text = text
        self._changes = changes
        self._plain_starts = [change[0] for change in changes]

    def restored(self, finds: tuple[S, ...]) -> tuple[S, ...]:
        """``finds`` of the copy with the spans that they have in the original."""
        return tuple(map(self._span, finds))

    def _span(self, found: S) -> S:
        start = self._start(found.start)
        end = self._end(found.end) if found.start < found.end else start
        kind = type(found)
        rest = [self._value(getattr(found, name)) for name in _behind_text(kind)]  # type: ignore[arg-type]
        return kind(start, end, self._text[start:end], *rest)

    def _value(self, value: object) -> object:
        if isinstance(value, Span):
            return self._span(value)
        return tuple([self._value(item) for item in value]) if isinstance(value, tuple) else value

    def _start(self, at: int) -> int:
        """Where the character at ``at`` of the copy begins."""
        before = bisect_right(self._plain_starts, at) - 1
        if before < 0:
            return at
        _, plain_end, start, end = self._changes[before]
        return start if at < plain_end else end + at - plain_end

    def _end(self, at: int) -> int:
        """Where the character before ``at`` of the copy ends."""
        before = bisect_left(self._plain_starts, at) - 1
        if before < 0:
            return at
        _, plain_end, _, end = self._changes[before]
        return end if at <= plain_end else end + at - plain_end


@cache
def _behind_text(kind: type[Span]) -> tuple[str, ...]:
    """The fields of the type ``kind`` behind those of a span."""
    return tuple(field.name for field in fields(kind))[len(fields(Span)) :]


@cache
def _usual_marks() -> dict[str, str]:
    """Mark to what stands in the copy for it."""
    groups = ((_UNSEEN, ""), (_SPACES, " "), (_LINE_ENDS, "\n"), (_HYPHENS, "-"))
    return {mark: usual for marks, usual in groups for mark in _RANGE.sub(_spelled_out, marks)}


def _spelled_out(marks: re.Match[str]) -> str:
    return "".join(map(chr, range(ord(marks[1]), ord(marks[2]) + 1)))


def is_odd(text: str, gaps: Iterable[str]) -> bool:
    """Can ``text``, or one of its ``gaps``, hold what the plain copy does without?"""
    if text.isascii():
        return any(mark in text for mark in _ASCII_MARKS)
    return _MARK.search(" ".join(set(gaps))) is not None


def plain(text: str) -> tuple[str, list[Change]]:
    """The plain copy of ``text``, and where it differs.

    Marks that cannot be seen go; the many spaces, hyphens and line ends become the usual ones;
    accents join their letters; entities of HTML become what they stand for.

    >>> text = "5\\u00a0km &quot;or so&quot;"
    >>> copy, changes = plain(text)
    >>> copy
    '5 km "or so"'
    >>> Original(text, changes).restored((Span(5, 12, '"or so"'),))
    (Span(start=5, end=22, text='&quot;or so&quot;'),)
    """
    pieces: list[str] = []
    changes: list[Change] = []
    done = length = 0
    for match in _ODD.finditer(text):
        start, end = match.span()
        if match.group()[0] in _COMBINING:
            start -= 1
        usual = _usual(text[start:end], match["entity"])
        if usual == text[start:end]:
            continue
        pieces += text[done:start], usual
        length += start - done + len(usual)
        changes.append((length - len(usual), length, start, end))
        done = end
    return "".join(pieces) + text[done:], changes


def moves(changes: Iterable[Change]) -> bool:
    """Does one of ``changes`` take something out, so that what stands behind it has another offset?"""
    return any(plain_end - plain_start != end - start for plain_start, plain_end, start, end in changes)


def mend(parts: list[str], text: str, offsets: tuple[int, ...], changes: Iterable[Change]) -> None:
    """Make ``parts`` of the original those of its copy ``text``, where nothing moves."""
    for start, *_ in changes:
        part = bisect_right(offsets, start) - 1
        parts[part] = text[offsets[part] : offsets[part + 1]]


def _usual(written: str, entity: str | None = None) -> str:
    """What stands in the copy for ``written``."""
    if entity:
        from html import unescape  # its table takes time to import

        meant = unescape(f"&{entity};")
        return meant if meant[0] == "&" else "".join(map(_usual, meant))
    if written[-1] in _COMBINING:
        return unicodedata.normalize("NFC", written)
    return _usual_marks().get(written, written)

"""brat standoff: a ``.txt`` and a ``.ann`` file, for the annotation tool brat and all that reads its format.

https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

import attrs

from mediaparse.arguments import check
from mediaparse.article import Article
from mediaparse.attributions.types import Attribution
from mediaparse.export.details import details
from mediaparse.export.finds import groups
from mediaparse.spans import Found, Span, parts

# The columns of a line are set off by tabs and annotations by line ends, so no span may hold either:
# brat has such spans in pieces. These are the line ends of str.splitlines, by which brat reads a file.
_PIECE = re.compile(r"[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_-]")
_VALUE = re.compile(r"[A-Za-z0-9_-]+")


@attrs.frozen
class Standoff:
    """The two files of a document: ``txt`` is the article's text as it stands, ``ann`` the annotations.

    Write both in UTF-8 and with ``newline=""``, for brat counts every character.
    """

    txt: str
    ann: str


def to_brat(article: Article) -> Standoff:
    r"""The article for brat: text-bound annotations, relations, attributes, notes.

    A find is a text-bound annotation of its type, an attribution that of its content, in as many
    pieces as it has. The spans that it holds (cue, speaker, target, place, ...) are annotations
    too, each with a relation from the find to it. A value of an enumeration is an attribute, and
    all that is said in words is a note. A find without a visible character is left out.

    >>> import mediaparse
    >>> print(to_brat(mediaparse.parse("The pass is 4,000 metres high.")).ann.expandtabs(4))
    T1  Quantity 12 24  4,000 metres
    #1  AnnotatorNotes T1   value: 4,000; unit: metre (m)
    <BLANKLINE>
    """
    check("article", article, Article, "an Article")
    return Standoff(article.text, "".join(f"{line}\n" for line in _Lines(article.text).of(article)))


@attrs.define
class _Lines:
    """The lines of an ``.ann`` file, and how many of each letter have been written."""

    text: str
    written: dict[str, int] = attrs.field(factory=dict)

    def of(self, article: Article) -> Iterator[str]:
        for _, finds in groups(article):
            for found in finds:
                yield from self.find(found)

    def find(self, found: Found) -> Iterator[str]:
        spans = list(parts(found))
        whole: Sequence[Span] = (found,)
        if isinstance(found, Attribution):
            whole = found.content
            spans = [(name, span) for name, span in spans if name != "content"]
        mark = self.text_bound(type(found).__name__, whole)
        if mark is None:
            return
        own, line = mark
        yield line
        for name, span in spans:
            role = "place" if name == "places" else name
            if part := self.text_bound(role.capitalize(), (span,)):
                yield part[1]
                yield f"{self.next('R')}\t{_name(f'{type(found).__name__}_{role}')} Arg1:{own} Arg2:{part[0]}"
        for field in attrs.fields(type(found)):
            value = getattr(found, field.name)
            if isinstance(value, StrEnum) and _VALUE.fullmatch(value):
                yield f"{self.next('A')}\t{_name(field.name.capitalize())} {own} {value}"
        if note := "; ".join(f"{label}: {' '.join(value.split())}" for label, value in details(found)):
            yield f"{self.next('#')}\tAnnotatorNotes {own}\t{note}"

    def text_bound(self, kind: str, spans: Sequence[Span]) -> tuple[str, str] | None:
        """Identifier and line of an annotation of ``spans``, or None where there is nothing to see."""
        pieces = [
            (span.start + piece.start(), span.start + piece.end())
            for span in spans
            for piece in _PIECE.finditer(span.text)
            if not piece[0].isspace()
        ]
        if not pieces:
            return None
        identifier = self.next("T")
        offsets = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(self.text[start:end] for start, end in pieces)
        return identifier, f"{identifier}\t{_name(kind)} {offsets}\t{words}"

    def next(self, letter: str) -> str:
        """The next identifier that starts with ``letter``."""
        self.written[letter] = self.written.get(letter, 0) + 1
        return f"{letter}{self.written[letter]}"


def _name(name: str) -> str:
    """``name`` in the letters that brat allows for types."""
    return _NOT_IN_A_NAME.sub("_", name)

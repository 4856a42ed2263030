"""NITF 3.6, the News Industry Text Format of the IPTC: dateline, quotations and numbers marked in the text.

https://iptc.org/std/NITF/3.6/documentation/nitf-3-6.html
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from types import NoneType
from xml.sax.saxutils import escape, quoteattr

from attrs import frozen

from mediaparse.arguments import check
from mediaparse.article import Article
from mediaparse.attributions.types import Attribution, AttributionKind
from mediaparse.datelines.types import Dateline
from mediaparse.export.details import speaker_name
from mediaparse.export.weave import Close, Mark, Open, Text, share, weave
from mediaparse.quantities.types import Quantity
from mediaparse.scan.paragraphs import paragraphs

VERSION = "-//IPTC//DTD NITF 3.6//EN"
# What XML 1.0 has no place for, even as a character reference.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@frozen
class Element:
    """The name and the attributes of an element."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()


def to_nitf(article: Article, *, title: str | None = None) -> str:
    """The article as an NITF 3.6 document.

    The first dateline is the ``<dateline>`` of ``<body.head>``; each further one opens a ``<block>``
    of its own. Direct speech is ``<q>`` with its speaker as ``quote-source``, a sum of money ``<money>``,
    any other quantity ``<num>`` with its unit. Each paragraph is a ``<p>``; what XML cannot hold (NUL, lone
    surrogates) becomes U+FFFD.

    >>> import mediaparse
    >>> print(to_nitf(mediaparse.parse("The pass is 4,000 metres high."), title="Passes"))
    <?xml version="1.0" encoding="UTF-8"?>
    <nitf version="-//IPTC//DTD NITF 3.6//EN">
    <head><title>Passes</title></head>
    <body>
    <body.content>
    <p>The pass is <num units="metre">4,000 metres</num> high.</p>
    </body.content>
    </body>
    </nitf>
    <BLANKLINE>
    """
    check("article", article, Article, "an Article")
    check("title", title, (str, NoneType), "a str or None")
    return "".join(f"{line}\n" for line in _lines(article, title))


def _lines(article: Article, title: str | None) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f"<nitf version={quoteattr(VERSION)}>"
    yield f"<head>{''.join(_head(article, title))}</head>"
    yield "<body>"
    if article.datelines:
        yield f"<body.head>{_dateline(article.text, article.datelines[0])}</body.head>"
    yield "<body.content>"
    quotations = list(_quotations(article.attributions))
    marks = [*quotations, *_leaves(map(_number, article.quantities), quotations)]
    sections = list(_sections(article))
    near = share((stretch for _, stretches in sections for stretch in stretches), marks)
    for dateline, stretches in sections:
        if dateline is not None:
            yield f"<block>{_dateline(article.text, dateline)}"
        for (start, end), touching in zip(stretches, near, strict=False):
            yield f"<p>{_inline(article.text, start, end, touching)}</p>"
        if dateline is not None:
            yield "</block>"
    yield "</body.content>"
    yield "</body>"
    yield "</nitf>"


def _sections(article: Article) -> Iterator[tuple[Dateline | None, list[tuple[int, int]]]]:
    """The paragraphs before the second dateline, then each further dateline with those that follow it."""
    text, further = article.text, article.datelines[1:]
    ends = [*(dateline.start for dateline in further), len(text)]
    if article.datelines:
        first = article.datelines[0]
        yield None, [*_stretches(text, 0, first.start), *_stretches(text, first.end, ends[0])]
    else:
        yield None, list(_stretches(text, 0, len(text)))
    for dateline, end in zip(further, ends[1:], strict=True):
        yield dateline, list(_stretches(text, dateline.end, end))


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph between ``start`` and ``end``."""
    for begin, stop in paragraphs(text[start:end]):
        yield start + begin, start + stop


def _head(article: Article, title: str | None) -> Iterator[str]:
    if title is not None:
        yield f"<title>{_escaped(title)}</title>"
    if article.published is not None:
        yield f'<docdata><date.issue norm="{_norm(article.published)}"/></docdata>'


def _dateline(text: str, dateline: Dateline) -> str:
    """The words of the dateline with its places and its date marked."""
    marks = [Mark(place.start, place.end, Element("location")) for place in dateline.places]
    if dateline.date is not None:
        settled = dateline.date.as_date()
        attributes = () if settled is None else (("norm", _norm(settled)),)
        marks.append(Mark(dateline.date.start, dateline.date.end, Element("story.date", attributes)))
    return f"<dateline>{_inline(text, dateline.start, dateline.end, _leaves(marks))}</dateline>"


def _norm(day: dt.date) -> str:
    """The day as ISO 8601 has it without marks."""
    return day.isoformat()[:10].replace("-", "")


def _quotations(attributions: Iterable[Attribution]) -> Iterator[Mark[Element]]:
    """Direct speech; what is only partly quoted is not marked, for its content is not all the speaker's words."""
    for said in attributions:
        if said.kind is AttributionKind.DIRECT:
            source = () if said.speaker is None else (("quote-source", speaker_name(said.speaker)),)
            for piece in said.content:
                yield Mark(piece.start, piece.end, Element("q", source))


def _number(found: Quantity) -> Mark[Element]:
    element = Element("num")
    if found.unit is not None and found.unit.code is not None:
        element = Element("money", (("unit", found.unit.code),))
    elif found.unit is not None:
        element = Element("num", (("units", found.unit.name),))
    return Mark(found.start, found.end, element)


def _leaves(marks: Iterable[Mark[Element]], around: Iterable[Mark[Element]] = ()) -> Iterator[Mark[Element]]:
    """Those of ``marks`` that hold no other element, as the DTD wants it: no other leaf, no piece of ``around``."""
    edges = sorted({edge for mark in around for edge in (mark.start, mark.end)})
    taken = 0
    for mark in sorted(marks, key=lambda mark: mark.start):
        if taken <= mark.start and bisect_right(edges, mark.start) == bisect_left(edges, mark.end):
            yield mark
            taken = mark.end


def _inline(text: str, start: int, end: int, marks: Iterable[Mark[Element]]) -> str:
    """The text from ``start`` to ``end`` with the elements of ``marks``."""
    pieces = []
    for event in weave(start, end, marks):
        match event:
            case Text(begin, stop):
                pieces.append(_escaped(text[begin:stop]))
            case Open(Mark(_, _, element)):
                attributes = "".join(f" {name}={quoteattr(_legal(value))}" for name, value in element.attributes)
                pieces.append(f"<{element.name}{attributes}>")
            case Close(Mark(_, _, element)):
                pieces.append(f"</{element.name}>")
    return "".join(pieces)


def _escaped(text: str) -> str:
    return escape(_legal(text), {"\r": "&#13;"})


def _legal(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)

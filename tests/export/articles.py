"""Articles made by hand, with everything that a format has to cope with, and generated ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum

from attrs import frozen
from hypothesis import strategies as st

from mediaparse import (
    Agency,
    Article,
    Attribution,
    AttributionKind,
    Change,
    Comparator,
    Cue,
    Dateline,
    Disclaimer,
    DisclaimerKind,
    Extractor,
    Found,
    PartialDate,
    Place,
    Quantity,
    Registry,
    ResolvedBy,
    Span,
    Speaker,
    Unit,
    build_registry,
    hookimpl,
)
from mediaparse.article import Extra
from mediaparse.spans import cut


class Source(StrEnum):
    """Who counted."""

    POLICE = "police"
    MINISTRY = "the ministry"


@frozen
class Tally:
    """A value of a plugin that is no span, but holds one."""

    label: str
    words: Span


@frozen
class Casualty(Found):
    """A find of a plugin, with fields of every sort."""

    class_: str
    killed: int
    share: Decimal
    source: Source
    day: dt.date | None
    names: tuple[str, ...]
    tally: Tally | None
    sure: bool


METRE = Unit("metre", "m", "length", None, "https://en.wikipedia.org/wiki/Metre")
DOLLAR = Unit("United States dollar", "$", "currency", "USD", None)

TEXT = """🚢 Ferry sails <again> & again

OSLO, March 3 (Reuters) - "The sea is calm,\u2028" Ingrid Solberg said, "and up to 1,200 people
sailed.

"Nobody drowned." He would not say who paid 1.20\tto 2.5 million dollars to the Islamic State (outlawed in Russia).

BERGEN, Norway, May 2, 2023 — Waves of 9 metres hit the port."""


def span(words: str, start: int = 0) -> tuple[int, int, str]:
    """Start, end and text of the first ``words`` in TEXT from ``start`` on."""
    at = TEXT.index(words, start)
    return at, at + len(words), words


def piece(words: str) -> Span:
    return Span(*span(words))


def stretch(first: str, last: str) -> tuple[int, int, str]:
    """Start, end and text of TEXT from ``first`` to ``last``."""
    start, (_, end, _) = TEXT.index(first), span(last)
    return start, end, TEXT[start:end]


def quantity(words: str, value: str, upper: str | None = None, **fields: object) -> Quantity:
    plain: dict[str, object] = {"comparator": Comparator.EQUAL, "change": None, "unit": None, "noun": None}
    ends = Decimal(value), None if upper is None else Decimal(upper)
    return Quantity(*span(words), "count", *ends, **plain | fields)  # type: ignore[arg-type]


SOLBERG = Speaker(*span("Ingrid Solberg"), "Ingrid Solberg", "Transport Minister", ResolvedBy.NAME)
HE = Speaker(*span("He"), None, None, None)
REUTERS = Agency("reuters", "Reuters", "GB")

# A quotation that is split, goes over two paragraphs, and crosses the find of a plugin; a dateline in the middle.
FULL = Article(
    text=TEXT,
    published=dt.date(2023, 3, 4),
    datelines=(
        Dateline(
            *span("OSLO, March 3 (Reuters) -"),
            "agency in brackets",
            (Place(*span("OSLO"), "Oslo", None, None),),
            PartialDate(*span("March 3"), 2023, 3, 3, True),
            (REUTERS,),
        ),
        Dateline(
            *span("BERGEN, Norway, May 2, 2023 —"),
            "place and date",
            (Place(*span("BERGEN"), "Bergen", "Norway", "NO"),),
            PartialDate(*span("May 2, 2023"), 2023, 5, 2, False),
            (),
        ),
    ),
    attributions=(
        Attribution(
            *stretch("The sea", "drowned."),
            "split",
            AttributionKind.DIRECT,
            (
                piece("The sea is calm,\u2028"),
                piece("and up to 1,200 people\nsailed."),
                piece("Nobody drowned."),
            ),
            Cue(*span("said"), "say", False),
            SOLBERG,
            False,
        ),
        Attribution(
            *stretch("He would", "dollars"),
            "subject",
            AttributionKind.INDIRECT,
            (piece("who paid 1.20\tto 2.5 million dollars"),),
            Cue(*span("would not say"), "say", True),
            HE,
            True,
        ),
        Attribution(
            *stretch("Waves", "port"),
            "continuation",
            AttributionKind.MIXED,
            (piece("Waves of 9 metres hit the port"),),
            None,
            None,
            True,
        ),
    ),
    disclaimers=(
        Disclaimer(
            *span("(outlawed in Russia)"),
            "banned",
            DisclaimerKind.BANNED_ORGANIZATION,
            ("RU",),
            piece("the Islamic State"),
        ),
    ),
    quantities=(
        quantity("up to 1,200 people", "1200", comparator=Comparator.AT_MOST, noun=piece("people")),
        quantity("1.20\tto 2.5 million dollars", "1.20E+6", "2.5E+6", unit=DOLLAR, change=Change.UP),
        quantity("9 metres", "9", unit=METRE),
    ),
    extra=Extra(
        (
            (
                'casualties"><script>alert(1)</script>',
                (
                    Casualty(
                        *stretch("people", "Nobody"),
                        "counts",
                        "class",
                        0,
                        Decimal("0.50"),
                        Source.MINISTRY,
                        dt.date(2023, 3, 3),
                        ("Anna & Bo", "<Cy>"),
                        Tally("a <tally>", piece("drowned")),
                        True,
                    ),
                    Casualty(
                        *span("drowned"), "counts", "", 12, Decimal("-1E+3"), Source.POLICE, None, (), None, False
                    ),
                ),
            ),
            ("nothing", ()),
        )
    ),
)

HOSTILE_TEXT = (
    '</script></style></p></mark><script>alert("text")</script><img src=x onerror=alert(1)> &amp; &lt;b&gt; '
    "\x00 \ud800 \x1b[2J \u202eevil\u202c ]]> --> ' \" ` \ufffe \x7f \x85 { } $title ${policy}\r\n\r\n<!-- "
)


def all_of(text: str) -> Article:
    """An article in which every find, of every kind, is the whole of ``text``, and every word of it that text."""
    whole = 0, len(text), text
    return Article(
        text=text,
        published=None,
        datelines=(
            Dateline(
                *whole,
                text,
                (Place(*whole, text, text, text),),
                PartialDate(*whole, None, 2, 30, False),
                (Agency(text, text, text),),
            ),
        ),
        attributions=(
            Attribution(
                *whole,
                text,
                AttributionKind.DIRECT,
                (Span(*whole),),
                Cue(*whole, text, True),
                Speaker(*whole, text, text, ResolvedBy.ROLE),
                True,
            ),
        ),
        disclaimers=(Disclaimer(*whole, text, DisclaimerKind.SPONSORED, (text,), Span(*whole)),),
        quantities=(
            Quantity(
                *whole,
                text,
                Decimal("1E+999"),
                None,
                Comparator.LESS,
                Change.DOWN,
                Unit(text, text, text, None, text),
                Span(*whole),
            ),
        ),
        extra=Extra(
            (
                (
                    text,
                    (
                        Casualty(
                            *whole,
                            text,
                            text,
                            -1,
                            Decimal(0),
                            Source.POLICE,
                            None,
                            (text,),
                            Tally(text, Span(*whole)),
                            True,
                        ),
                    ),
                ),
            )
        ),
    )


EMPTY = Article("", None, (), (), (), ())
HOSTILE = all_of(HOSTILE_TEXT)
ARTICLES = {"full": FULL, "empty": EMPTY, "hostile": HOSTILE, "blank": all_of(" \n\t ")}


def registry() -> Registry:
    """A registry that knows the type of the plugin's finds."""

    class Plugin:
        @hookimpl
        def mediaparse_extractors(self) -> Iterable[Extractor]:
            return [
                Extractor(name, Casualty, lambda article: ()) for article in ARTICLES.values() for name in article.extra
            ]

    return build_registry([Plugin()])


VALUES = st.decimals(allow_nan=False, allow_infinity=False)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article of any text, with finds anywhere: nested, crossing, empty, over paragraphs."""
    text = draw(st.text(st.sampled_from("ab <&\"'\n\r\t\u2028🚢é\x00"), max_size=60))
    offsets = st.integers(0, len(text))
    spans = st.tuples(offsets, offsets).map(sorted).map(lambda ends: cut(text, *ends))
    parts = draw(st.lists(spans, max_size=8))
    whole = [(part.start, part.end, part.text) for part in sorted(parts, key=lambda part: part.start)]
    said = sorted(draw(st.lists(spans, min_size=1, max_size=3)), key=lambda part: part.start)
    bounds = cut(text, said[0].start, max(part.end for part in said))
    return Article(
        text=text,
        published=draw(st.none() | st.dates()),
        datelines=(),
        attributions=(
            Attribution(
                bounds.start, bounds.end, bounds.text, "r", AttributionKind.DIRECT, tuple(said), None, None, True
            ),
        ),
        disclaimers=(),
        quantities=tuple(
            Quantity(*where, "r", draw(VALUES), None, Comparator.EQUAL, None, None, None) for where in whole
        ),
    )

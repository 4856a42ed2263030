"""The article itself, with its finds marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from mediaparse.attributions.types import Attribution
from mediaparse.export.html.kinds import Entry, Kind
from mediaparse.export.html.markup import Html, element, join, start_tag, text
from mediaparse.export.weave import Close, Mark, Open, Text, share, weave
from mediaparse.scan.paragraphs import paragraphs

# The part of a find that stands for the whole of it; an attribution has a cue and a speaker beside.
MAIN = "main"


@frozen
class Label:
    """What a mark is: of which find, and in which part of it."""

    entry: Entry
    part: str


def story(article_text: str, kinds: Iterable[Kind]) -> Html:
    """The paragraphs of the text with an element for each find, in pieces where finds cross or go on."""
    marks = [mark for kind in kinds for entry in kind.entries for mark in _marks(entry)]
    stretches = paragraphs(article_text)
    stops: set[str] = set()
    return join(
        *(
            element("p", *_paragraph(article_text, start, end, near, stops), dir="auto")
            for (start, end), near in zip(stretches, share(stretches, marks), strict=True)
        )
    )


def _marks(entry: Entry) -> Iterator[Mark[Label]]:
    """The marks of a find: of an attribution its content, cue and speaker, of any other the whole."""
    found = entry.found
    if not isinstance(found, Attribution):
        yield Mark(found.start, found.end, Label(entry, MAIN))
        return
    for piece in found.content:
        yield Mark(piece.start, piece.end, Label(entry, MAIN))
    if found.cue is not None:
        yield Mark(found.cue.start, found.cue.end, Label(entry, "cue"))
    if found.speaker is not None:
        yield Mark(found.speaker.start, found.speaker.end, Label(entry, "speaker"))


def _paragraph(
    article_text: str, start: int, end: int, marks: Iterable[Mark[Label]], stops: set[str]
) -> Iterator[Html]:
    """The pieces of a paragraph; ``stops`` are the finds that the keyboard has a place to stop at."""
    for event in weave(start, end, marks):
        match event:
            case Text(begin, stop):
                yield text(article_text[begin:stop])
            case Open(Mark(_, _, label)):
                stop_here = label.part == MAIN and label.entry.id not in stops
                if stop_here:
                    stops.add(label.entry.id)
                yield _start(label, stop_here)
            case Close():
                yield Html("</mark>")


def _start(label: Label, stop: bool) -> Html:
    """The start tag of a mark; where ``stop`` is true, keyboard and links reach it."""
    entry = label.entry
    return start_tag(
        "mark",
        class_=f"{entry.style} {label.part}",
        id=stop and entry.id,
        tabindex=stop and "0",
        aria_describedby=stop and f"about-{entry.id}",
        data_kind=entry.kind,
        data_find=entry.id,
        data_speaker=entry.speaker is not None and str(entry.speaker),
    )

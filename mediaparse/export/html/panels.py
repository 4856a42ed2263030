"""What stands beside and below the article: the legend, the speakers, the quantities, what is said of each find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mediaparse.export.details import amount, details, unit_name
from mediaparse.export.html.kinds import Kind, Speaker
from mediaparse.export.html.markup import EMPTY, Html, element, join, start_tag, text
from mediaparse.quantities.types import Quantity

# The parts of an attribution, each of which is drawn in its own way.
_PARTS = (("main", "what was said"), ("speaker", "speaker"), ("cue", "words of saying"))


def legend(kinds: Iterable[Kind]) -> Html:
    """A switch for each kind, drawn as its marks are, with the number of its finds."""
    return element("ul", *(_switch(kind) for kind in kinds), class_="legend")


def _switch(kind: Kind) -> Html:
    of_parts = kind.id == "attributions"
    return element(
        "li",
        element(
            "label",
            start_tag("input", type="checkbox", checked=True, data_switch=kind.id),
            element("span", text(kind.name) if of_parts else _sample(kind, "main", kind.name), class_="name"),
            element("span", text(str(len(kind.entries))), class_="count"),
        ),
        element("p", *(_sample(kind, *part) for part in _PARTS), class_="samples") if of_parts else EMPTY,
    )


def _sample(kind: Kind, part: str, words: str) -> Html:
    return element("span", text(words), class_=f"sample {kind.style} {part}")


def speaker_list(speakers: Sequence[Speaker]) -> Html:
    """A button for each speaker, which lights up what that speaker said."""
    if not speakers:
        return element("p", text("Nobody is quoted."), class_="none")
    return element(
        "ul",
        *(element("li", _speaker(index, speaker)) for index, speaker in enumerate(speakers)),
        class_="speakers",
    )


def _speaker(index: int, speaker: Speaker) -> Html:
    return element(
        "button",
        element("span", text(speaker.name), class_="name", dir="auto"),
        element("span", text(str(len(speaker.said))), class_="count"),
        element("span", text(speaker.role), class_="role", dir="auto") if speaker.role else EMPTY,
        type="button",
        aria_pressed="false",
        data_lights=str(index),
    )


def quantity_table(kind: Kind) -> Html:
    """The quantities with their values and units, each with a link to its place."""
    if not kind.entries:
        return element("p", text("No quantities were found."), class_="none")
    columns = ("value", "unit", "of what", "in the text")
    head = element("tr", *(element("th", text(column), scope="col") for column in columns))
    rows = [
        element("tr", *_cells(entry.found, entry.id)) for entry in kind.entries if isinstance(entry.found, Quantity)
    ]
    return element("table", element("thead", head), element("tbody", join(*rows)))


def _cells(found: Quantity, identifier: str) -> Iterator[Html]:
    change = f" ({found.change})" if found.change else ""
    yield element("td", text(amount(found) + change), class_="value")
    yield element("td", text(unit_name(found.unit) if found.unit else ""))
    yield element("td", text(found.noun.text if found.noun else ""), dir="auto")
    yield element("td", element("a", text(found.text), href=f"#{identifier}"), dir="auto")


def notes(kinds: Iterable[Kind]) -> Html:
    """What is said of each find; hidden, for the page shows it beside the mark."""
    written = []
    for kind in kinds:
        for entry in kind.entries:
            rows = [*details(entry.found), ("rule", entry.found.rule)]
            written.append(
                element(
                    "div",
                    element("p", text(type(entry.found).__name__), class_=f"what {entry.style}"),
                    element(
                        "dl",
                        *(element("div", element("dt", text(a)), element("dd", text(b), dir="auto")) for a, b in rows),
                    ),
                    id=f"about-{entry.id}",
                )
            )
    return element("div", join(*written), id="notes", hidden=True)

"""Who said what in many articles: a table of speakers with counts and sample quotations, and a chart.

Without a source it reads ``feed.jsonl`` beside this file. A source is a file of JSON Lines (``text``, and ``published``
if it is known), a text file or a folder of them. The chart (PNG, SVG or PDF, by its name) needs matplotlib.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from shutil import get_terminal_size
from textwrap import shorten

from attrs import define, field

import mediaparse
from arguments import Arguments
from feeds import SHIPPED, SOURCES, BadRecordError, raw_records, read_record
from mediaparse import Article, Attribution, AttributionKind

LONGEST_NAME = 24
NARROWEST = 72


@define
class Voice:
    """One speaker in all articles: statements and articles counted, and a quotation."""

    name: str
    direct: int = 0
    indirect: int = 0
    articles: set[str] = field(factory=set)
    sample: str = ""

    @property
    def statements(self) -> int:
        """How often this speaker is quoted or reported."""
        return self.direct + self.indirect

    def add(self, said: Attribution, where: str) -> None:
        """Count one statement; the longest direct one is the sample."""
        self.articles.add(where)
        if said.kind is AttributionKind.INDIRECT:
            self.indirect += 1
            return
        self.direct += 1
        quotation = " … ".join(piece.text for piece in said.content)
        if said.kind is AttributionKind.DIRECT and len(quotation) > len(self.sample):
            self.sample = quotation


def main() -> None:
    parser = Arguments(description="Report who is quoted in a feed, how often, and with what words.")
    parser.add_argument("source", nargs="?", default=SHIPPED, type=Path, help=SOURCES)
    parser.add_argument("--top", type=int, default=20, metavar="N", help="show the N who say most (20)")
    parser.add_argument("--chart", type=Path, metavar="FILE", help="draw them too: chart.png, chart.svg or chart.pdf")
    given = parser.parse_args()
    if given.top < 1:
        parser.error("--top must be at least 1")
    try:
        voices = ranked(articles(given.source))[: given.top]
    except OSError as error:
        parser.error(f"cannot read {error.filename}: {error.strerror}")
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    print("\n".join(table(voices, max(NARROWEST, get_terminal_size().columns))))
    if given.chart:
        try:
            draw(voices, given.chart)
        except ImportError:
            parser.error("--chart needs matplotlib: python -m pip install 'mediaparse-news[examples]'")
        except (OSError, ValueError) as error:
            parser.error(f"cannot write {given.chart}: {error}")


def articles(source: Path) -> Iterator[tuple[str, Article]]:
    """Each record's place and article; a bad record is reported and left out."""
    for raw in raw_records(source):
        try:
            record = read_record(raw)
        except BadRecordError as error:
            print(f"{raw.where}: {error}; left out", file=sys.stderr)
            continue
        yield raw.where, mediaparse.parse(record.text, published=record.published)


def ranked(read: Iterable[tuple[str, Article]]) -> list[Voice]:
    """The speakers whom the articles name, those who say most first.

    Two articles mean the same speaker where they give the same name.
    """
    voices: dict[str, Voice] = {}
    for where, article in read:
        for said in article.attributions:
            if said.speaker and said.speaker.name:
                name = said.speaker.name
                voices.setdefault(name.casefold(), Voice(name)).add(said, where)
    return sorted(voices.values(), key=lambda voice: (-voice.statements, voice.name))


def table(voices: Sequence[Voice], width: int) -> Iterator[str]:
    """A line for each speaker, none wider than ``width``."""
    names = [shortened(voice.name) for voice in voices]
    widest = max(map(len, ["speaker", *names]))
    yield f"{'speaker':{widest}}  said  quoted  articles  in their words"
    for name, voice in zip(names, voices, strict=True):
        line = f"{name:{widest}}  {voice.statements:4}  {voice.direct:6}  {len(voice.articles):8}  "
        yield (line + shorten(printable(voice.sample), width - len(line), placeholder=" …")).rstrip()


def shortened(name: str) -> str:
    """``name`` as the table and the chart have room for it."""
    return shorten(printable(name), LONGEST_NAME, placeholder="…")


def printable(text: str) -> str:
    """``text`` without the characters that would move a terminal's cursor."""
    return "".join(filter(str.isprintable, " ".join(text.split())))


def draw(voices: Sequence[Voice], path: Path) -> None:
    """A bar for each speaker: what is quoted, and what is told in the writer's words."""
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    rows = range(len(voices))
    direct = [voice.direct for voice in voices]
    figure = Figure(figsize=(8, 1.2 + 0.35 * len(voices)), layout="constrained")
    axes = figure.add_subplot()
    axes.barh(rows, direct, color="#1f6f8b", label="quoted")
    axes.barh(rows, [voice.indirect for voice in voices], left=direct, color="#b9d6df", label="in other words")
    axes.set_yticks(rows, [shortened(voice.name) for voice in voices], parse_math=False)
    axes.invert_yaxis()
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_xlabel("statements")
    axes.legend(frameon=False)
    figure.savefig(path, dpi=150)


if __name__ == "__main__":
    main()

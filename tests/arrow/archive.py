"""An archive of generated articles, each of them another."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

PLACES = ("OSLO", "BERGEN, Norway", "DUSHANBE", "TROMSO")
NAMES = ("Ingrid Solberg", "Lars Dahl", "Dana Orazova", "Farhod Saidov", "Maria Lunde")
MARKS = ("Borealis", "the Reed League (outlawed in Russia)", "the harbour board")


def records(count: int) -> Iterator[dict[str, str]]:
    """So many articles, as records of a feed."""
    for number in range(count):
        name = NAMES[number % len(NAMES)]
        yield {
            "key": f"story-{number:05}",
            "text": (
                f"{PLACES[number % len(PLACES)]}, March {number % 28 + 1} (Reuters) - About {number + 2:,} crates left,"
                f' {name} said.\n\n"We wait for {MARKS[number % len(MARKS)]}," she added.'
            ),
            "published": f"2023-03-{number % 28 + 1:02}",
        }


def write_jsonl(path: Path, count: int) -> None:
    """The archive as JSON Lines."""
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records(count)), "utf-8")


def write_parquet(path: Path, count: int, rows: int) -> None:
    """The archive as Parquet, in row groups of so many ``rows``."""
    pq.write_table(pa.Table.from_pylist(list(records(count))), path, row_group_size=rows)

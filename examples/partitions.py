"""An archive in parts: each part of a source becomes a Parquet file of ``mediaparse.arrow.SCHEMA``.

What a worker needs to read one part, and nothing of the engine that hands out the parts.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from feeds import BadRecordError, Raw, read_record
from mediaparse.arrow import SCHEMA, parse_batch
from mediaparse.recipe import Recipe

PARTITION_BYTES = 8_000_000
BATCH_ROWS = 500
PLAN = "_plan.json"  # readers of a folder of Parquet pass over names that begin so


class Partition(NamedTuple):
    """Part of a file: the lines that begin from byte ``start`` up to ``end``, or the row groups of that range."""

    path: str
    start: int
    end: int


class Task(NamedTuple):
    """How to read: what the fields of a record are called, and with which plugins.

    Without an ``id`` a line is named by its file and the byte where it begins, a row of Parquet not at all.
    """

    text: str
    published: str
    id: str | None
    plugins: Recipe


class Done(NamedTuple):
    """How many rows a partition has, and how many of them an error."""

    rows: int
    errors: int


class ChangedSourceError(Exception):
    """The output is of another source, or the source has changed."""


def partitions(source: Path) -> Iterator[Partition]:
    """The parts of a file or of the files below a folder: some megabytes of lines, or a row group of Parquet."""
    found = sorted(path for path in source.rglob("*") if path.suffix in (".jsonl", ".parquet") and path.is_file())
    for path in found if source.is_dir() else [source]:
        if path.suffix == ".parquet":
            size, step = pq.read_metadata(path).num_row_groups, 1
        else:
            size, step = path.stat().st_size, PARTITION_BYTES
        for start in range(0, size, step):
            yield Partition(str(path.resolve()), start, min(start + step, size))


def missing(output: Path, plan: Iterable[Partition], task: Task) -> Mapping[Path, Partition]:
    """The files that the folder ``output`` lacks, with what belongs into each; the first time all of them.

    The plan is written down beside them. Raises ``ChangedSourceError`` where an earlier one was another.
    """
    parts = list(plan)
    output.mkdir(parents=True, exist_ok=True)
    written, wanted = output / PLAN, json.dumps([*parts, task[:3], str(task.plugins)], indent=1)
    if not written.exists():
        whole(written, lambda path: path.write_text(wanted, "utf-8"))
    elif written.read_text("utf-8") != wanted:
        raise ChangedSourceError
    files = {output.resolve() / f"part-{number:06}.parquet": partition for number, partition in enumerate(parts)}
    return {path: partition for path, partition in files.items() if not path.exists()}


def read_partition(partition: Partition, target: Path, task: Task) -> Done:
    """Read one part and write its file: twice perhaps, where a worker died, and to the same end."""
    batches = parquet_batches if partition.path.endswith(".parquet") else json_batches
    table = pa.Table.from_batches(batches(partition, task), SCHEMA)
    whole(target, lambda path: pq.write_table(table, path))
    return Done(table.num_rows, table.num_rows - table["error"].null_count)


def parquet_batches(partition: Partition, task: Task) -> Iterator[pa.RecordBatch]:
    """The articles of row groups."""
    with pq.ParquetFile(partition.path) as file:
        published = task.published if task.published in file.schema_arrow.names else None
        for batch in file.iter_batches(BATCH_ROWS, range(partition.start, partition.end)):
            yield parse_batch(batch, text=task.text, published=published, id=task.id, registry=task.plugins)


def json_batches(partition: Partition, task: Task) -> Iterator[pa.RecordBatch]:
    """The articles of lines."""
    chunk: list[Raw] = []
    for raw in lines(partition):
        chunk.append(raw)
        if len(chunk) == BATCH_ROWS:
            yield json_batch(chunk, task)
            chunk = []
    yield json_batch(chunk, task)


def lines(partition: Partition) -> Iterator[Raw]:
    """The lines that begin in the partition, blank ones left out."""
    path = Path(partition.path)
    with path.open("rb") as file:
        if partition.start:
            file.seek(partition.start - 1)
            file.readline()
        while (at := file.tell()) < partition.end:
            line = file.readline()
            if line.strip():
                yield Raw(f"{path.name}@{at}", line, True)


def json_batch(chunk: Iterable[Raw], task: Task) -> pa.RecordBatch:
    """A row for each line; where it holds no record, its error is the complaint."""
    rows = [json_row(raw, task) for raw in chunk]
    batch = pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
    read = parse_batch(batch, published="published", id="id", registry=task.plugins)
    errors = [row["error"] or error for row, error in zip(rows, read["error"].to_pylist(), strict=True)]
    return read.set_column(SCHEMA.get_field_index("error"), SCHEMA.field("error"), pa.array(errors, pa.string()))


def json_row(raw: Raw, task: Task) -> dict[str, object]:
    """What a line holds, or its complaint."""
    try:
        record = read_record(raw, text=task.text, published=task.published)
    except BadRecordError as error:
        return {"id": raw.where, "error": str(error)}
    name = raw.where if task.id is None else record.fields.get(task.id)
    return {
        "id": None if name is None else str(name),
        "text": record.text,
        "published": record.published,
        "error": None,
    }


def whole(path: Path, write: Callable[[Path], object]) -> None:
    """Let ``write`` make the file at ``path``: it stands there complete or not at all."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write(unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def counted(output: Path) -> Done:
    """The rows of all files in the folder ``output``, and those with an error."""
    columns = [pq.read_table(path, columns=["error"])["error"] for path in sorted(output.glob("part-*.parquet"))]
    return Done(sum(map(len, columns)), sum(len(column) - column.null_count for column in columns))

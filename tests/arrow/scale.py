"""Articles a second by engine and number of processes: ``python -m tests.arrow.scale [ARTICLES]``.

Every engine reads the same Parquet file of generated articles and writes Parquet. Its processes are started, and have
read a few articles, before the clock runs.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client, LocalCluster

from corpus_dask import results
from mediaparse import parse
from mediaparse.arrow import SCHEMA, parse_batch, to_arrow
from mediaparse.recipe import recipe
from partitions import Partition, Task, missing, partitions, read_partition
from tests.arrow.archive import records

PLAIN = recipe(entry_points=False)
TASK = Task("text", "published", "key", PLAIN)
# An article of the archive is made of so many generated stories: some two thousand characters.
STORIES = 12
Run = Callable[[Path, Path], None]


def write_archive(path: Path, count: int) -> int:
    """So many articles as Parquet, 40 row groups of them; their characters."""
    stories = list(records(count * STORIES))
    texts = ["\n\n".join(story["text"] for story in stories[i * STORIES : (i + 1) * STORIES]) for i in range(count)]
    table = pa.table({"key": [f"{i}" for i in range(count)], "text": texts, "published": ["2023-03-04"] * count})
    pq.write_table(table, path, row_group_size=max(count // 40, 1))
    return sum(map(len, texts))


def todo(source: Path, target: Path) -> dict[Path, Partition]:
    return dict(missing(target, partitions(source), TASK))


def plain_loop(source: Path, target: Path) -> None:
    for path, partition in todo(source, target).items():
        read_partition(partition, path, TASK)


def pool(processes: int) -> Iterator[Run]:
    with ProcessPoolExecutor(processes) as executor:

        def run(source: Path, target: Path) -> None:
            work = todo(source, target)
            list(executor.map(read_partition, work.values(), work, [TASK] * len(work)))

        yield run


def dask(processes: int) -> Iterator[Run]:
    with (
        LocalCluster(n_workers=processes, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield lambda source, target: [None for _ in results(client, todo(source, target), TASK)].clear()


def spark(processes: int) -> Iterator[Run]:
    import corpus_spark  # the one engine that the tests do without

    session = corpus_spark.session(f"local[{processes}]")
    session.sparkContext.setLogLevel("ERROR")

    def run(source: Path, target: Path) -> None:
        stories = session.read.parquet(str(source)).repartition(2 * processes)
        articles = corpus_spark.read(stories, text="text", published="published", id="key", plugins=PLAIN)
        articles.write.parquet(str(target))

    yield run
    session.stop()


def with_duckdb(source: Path, target: Path) -> None:
    with duckdb.connect() as reading, duckdb.connect() as writing:
        batches = reading.sql(f"FROM '{source}'").to_arrow_reader(500)
        read = (parse_batch(batch, published="published", id="key") for batch in batches)
        writing.register("articles", pa.RecordBatchReader.from_batches(SCHEMA, read))
        writing.sql(f"COPY (FROM articles) TO '{target}'")


def with_polars(source: Path, target: Path) -> None:
    batches = pl.read_parquet(source).to_arrow().to_batches(max_chunksize=500)
    read = [parse_batch(batch, published="published", id="key") for batch in batches]
    found = pl.from_arrow(pa.Table.from_batches(read, SCHEMA))
    assert isinstance(found, pl.DataFrame)
    found.write_parquet(target)


def alone(run: Run) -> Iterator[Run]:
    yield run


ENGINES: list[tuple[str, int, Callable[[], Iterator[Run]]]] = [
    ("a plain loop", 1, lambda: alone(plain_loop)),
    ("DuckDB", 1, lambda: alone(with_duckdb)),
    ("Polars", 1, lambda: alone(with_polars)),
    ("a pool of processes", 2, lambda: pool(2)),
    ("Dask", 1, lambda: dask(1)),
    ("Dask", 2, lambda: dask(2)),
    ("Spark", 1, lambda: spark(1)),
    ("Spark", 2, lambda: spark(2)),
]


def seconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def where_the_time_goes(source: Path) -> None:
    """One process: the parts of the work, in shares of the whole."""
    texts: list[str] = pq.read_table(source)["text"].to_pylist()
    parsing = seconds(lambda: [parse(text) for text in texts])
    articles = [parse(text) for text in texts]
    rows = seconds(lambda: to_arrow(articles))
    table = pa.Table.from_batches([to_arrow(articles)])
    reading = seconds(lambda: pq.read_table(source)["text"].to_pylist())
    with tempfile.TemporaryDirectory() as folder:
        writing = seconds(lambda: pq.write_table(table, f"{folder}/out.parquet"))
        size = Path(folder, "out.parquet").stat().st_size
    whole = parsing + rows + reading + writing
    for name, spent in (
        ("parse", parsing),
        ("rows of Arrow", rows),
        ("reading Parquet", reading),
        ("writing", writing),
    ):
        print(f"{name:20}{spent / whole:7.1%}")
    print(f"{source.stat().st_size / len(texts):,.0f} bytes of Parquet an article in, {size / len(texts):,.0f} out,")
    print(f"{table.nbytes / len(texts):,.0f} bytes of Arrow")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few, many = folder / "few.parquet", folder / "many.parquet"
        write_archive(few, 80)
        print(f"{count:,} articles of {write_archive(many, count) / count:,.0f} characters")
        base = 0.0
        for number, (engine, processes, start) in enumerate(ENGINES):
            for run in start():
                run(few, folder / f"few-{number}")
                rate = count / seconds(lambda: run(many, folder / f"many-{number}"))  # noqa: B023
                base = base or rate
                print(f"{engine:20}{processes:3}{rate:9,.0f} articles/s{rate / base:7.2f}", flush=True)
        where_the_time_goes(many)


if __name__ == "__main__":
    main()

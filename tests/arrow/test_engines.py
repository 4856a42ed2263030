"""Every engine writes the rows that a plain loop writes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections import Counter
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from distributed import Client, LocalCluster

from corpus_dask import results
from mediaparse.arrow import SCHEMA, parse_batch
from mediaparse.recipe import recipe
from partitions import Task, counted, missing, partitions, read_partition
from tests.arrow.archive import write_jsonl, write_parquet

COUNT = 240
PLAIN = recipe(entry_points=False)
TASK = Task("text", "published", "key", PLAIN)
Rows = list[dict[str, object]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    write_parquet(folder / "archive.parquet", COUNT, rows=50)
    return folder


def rows(output: Path) -> Rows:
    """The rows of a file or a folder of Parquet, in the order of their ids."""
    found: Rows = pq.read_table(output).to_pylist()
    return sorted(found, key=lambda row: str(row["id"]))


@pytest.fixture(scope="module")
def expected(archive: Path) -> Rows:
    """What a plain loop writes."""
    target = archive.parent / "plain.parquet"
    with pq.ParquetFile(archive / "archive.parquet") as file, pq.ParquetWriter(target, SCHEMA) as writer:
        for batch in file.iter_batches(100):
            writer.write_batch(parse_batch(batch, published="published", id="key"))
    made = rows(target)
    assert len(made) == COUNT
    assert made[7]["id"] == "story-00007"
    assert made[7]["quantities"][0]["text"] == "About 9 crates"  # type: ignore[index]
    return made


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_dask(archive: Path, tmp_path: Path, expected: Rows, format: str) -> None:
    source = archive / "archive.parquet"
    if format == "jsonl":
        write_jsonl(source := tmp_path / "archive.jsonl", COUNT)
    plan = list(partitions(source))
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        done = list(results(client, missing(tmp_path / "out", plan, TASK), TASK))
    assert sum(part.rows for part in done) == COUNT
    assert rows(tmp_path / "out") == expected


def test_duckdb(archive: Path, tmp_path: Path, expected: Rows) -> None:
    with duckdb.connect() as reading, duckdb.connect() as writing:
        source = reading.sql(f"FROM '{archive}/*.parquet'").to_arrow_reader(100)
        articles = pa.RecordBatchReader.from_batches(
            SCHEMA, (parse_batch(batch, published="published", id="key") for batch in source)
        )
        writing.register("articles", articles)
        writing.sql(f"COPY (FROM articles) TO '{tmp_path}/out.parquet'")
    assert rows(tmp_path / "out.parquet") == expected


def test_polars(archive: Path, tmp_path: Path, expected: Rows) -> None:
    def read(frame: pl.DataFrame) -> pl.DataFrame:
        articles = [parse_batch(batch, published="published", id="key") for batch in frame.to_arrow().to_batches()]
        found = pl.from_arrow(pa.Table.from_batches(articles, SCHEMA))
        assert isinstance(found, pl.DataFrame)
        return found

    read(pl.read_parquet(archive / "archive.parquet")).write_parquet(tmp_path / "out.parquet")
    assert rows(tmp_path / "out.parquet") == expected


def has_java() -> bool:
    """Is there a Java that Spark takes?"""
    if shutil.which("java") is None:
        return False
    said = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr
    return int(said.partition('"')[2].partition(".")[0] or 0) >= 17


@pytest.mark.skipif(not has_java(), reason="Spark needs Java 17")
@pytest.mark.filterwarnings("ignore")
def test_spark(archive: Path, tmp_path: Path, expected: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed")
    import corpus_spark

    monkeypatch.setenv("PYTHONPATH", str(Path(corpus_spark.__file__).parent), prepend=os.pathsep)
    session = corpus_spark.session("local[2]")
    try:
        records = corpus_spark.load(session, str(archive))
        read = corpus_spark.read(records, text="text", published="published", id="key", plugins=PLAIN)
        read.write.parquet(str(tmp_path / "out"))
    finally:
        session.stop()
    assert rows(tmp_path / "out") == expected


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.filterwarnings("ignore")
def test_a_worker_that_dies_loses_nothing(tmp_path: Path) -> None:
    count, output = 20_000, tmp_path / "out"
    write_parquet(tmp_path / "archive.parquet", count, rows=500)
    plan = list(partitions(tmp_path / "archive.parquet"))
    assert len(plan) == 40
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        workers = client.run(os.getpid)
        assert len(set(workers.values())) == 2
        for number, _ in enumerate(results(client, missing(output, plan, TASK), TASK), 1):
            if number == 12:
                os.kill(min(workers.values()), signal.SIGKILL)
    found = Counter(row["id"] for row in pq.read_table(output, columns=["id"]).to_pylist())
    assert len(found) == count
    assert set(found.values()) == {1}
    assert not [path for path in output.iterdir() if path.name.startswith(".")]


def test_a_run_that_was_stopped_goes_on(archive: Path, tmp_path: Path, expected: Rows) -> None:
    plan = list(partitions(archive))
    todo = missing(tmp_path / "out", plan, TASK)
    assert len(todo) == 5
    for target, partition in list(todo.items())[:3]:
        read_partition(partition, target, TASK)
    rest = missing(tmp_path / "out", plan, TASK)
    assert rest == dict(list(todo.items())[3:])
    for target, partition in rest.items():
        read_partition(partition, target, TASK)
    assert rows(tmp_path / "out") == expected
    assert counted(tmp_path / "out") == (COUNT, 0)


def test_lines_are_cut_into_parts_without_loss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_jsonl(tmp_path / "archive.jsonl", 30)
    whole = rows_of(tmp_path, "whole")
    assert [row["id"] for row in whole] == [f"story-{number:05}" for number in range(30)]
    for size in (100, 333, 4000):
        monkeypatch.setattr("partitions.PARTITION_BYTES", size)
        assert rows_of(tmp_path, f"cut-{size}") == whole


def rows_of(folder: Path, name: str) -> Rows:
    todo = missing(folder / name, partitions(folder / "archive.jsonl"), TASK)
    for target, partition in todo.items():
        read_partition(partition, target, TASK)
    return rows(folder / name)

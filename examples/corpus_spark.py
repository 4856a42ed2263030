"""Read an archive with Spark: a file or folder of JSON Lines or Parquet in, a folder of Parquet out.

Without a source it reads ``feed.jsonl`` beside this file, on all cores of this machine; ``spark-submit`` runs it on a
cluster. Each record becomes a row of ``mediaparse.arrow.PLAIN_SCHEMA``; one that cannot be read says why in its column
``error``.

Needs Java 17 or later and ``pip install "mediaparse-news[arrow]" pyspark pandas``.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pyarrow as pa
from pyspark.errors import AnalysisException, PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from arguments import Arguments
from feeds import SHIPPED
from mediaparse import PluginError
from mediaparse.arrow import PLAIN_SCHEMA, parse_batch, plain
from mediaparse.recipe import Recipe, recipe


def main() -> None:
    parser = Arguments(description="Read an archive with Spark.")
    parser.add_argument("source", nargs="?", default=str(SHIPPED), help="a .jsonl or .parquet file, or a folder")
    parser.add_argument("-o", "--output", help="a folder that is not there yet; SOURCE.spark in this folder without")
    parser.add_argument("--master", default="local[*]", help="where Spark runs")
    parser.add_argument("--text", default="text", help="the column of the text")
    parser.add_argument("--published", help="the column of the date; published, where there is one, without")
    parser.add_argument("--id", help="the column that names a record")
    parser.add_argument("--plugins", nargs="*", default=(), metavar="NAME", help="installed plugins to read with")
    given = parser.parse_args()
    output = given.output or f"{Path(given.source).resolve().stem}.spark"
    try:
        plugins = recipe(entry_points=given.plugins)
        spark = session(given.master)
        spark.sparkContext.setLogLevel("ERROR")
        records = load(spark, given.source)
        published = given.published or ("published" if "published" in records.columns else None)
        articles = read(records, text=given.text, published=published, id=given.id, plugins=plugins)
        articles.write.parquet(output)
        done = spark.read.parquet(output)
        print(f"{output}: {done.count():,} rows; with an error: {done.filter('error is not null').count():,}")
    except (AnalysisException, PluginError) as error:
        parser.error(str(error).partition("\n")[0])
    except PySparkException as error:
        parser.exit(1, f"{parser.prog}: {error}\n")


def session(master: str) -> SparkSession:
    """A session; its workers on this machine run this Python, where nothing else is set."""
    if master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return SparkSession.builder.master(master).appName("mediaparse").getOrCreate()


def load(spark: SparkSession, source: str) -> DataFrame:
    """The records of a file, or of the files below a folder."""
    parquet = source.endswith(".parquet") or any(Path(source).rglob("*.parquet"))
    reader = spark.read.option("recursiveFileLookup", True)
    return reader.parquet(source) if parquet else reader.json(source)


def read(records: DataFrame, *, text: str, published: str | None, id: str | None, plugins: Recipe) -> DataFrame:
    """A row for each record, read where it lies."""
    wanted = [column for column in (text, published, id) if column is not None]
    parse = partial(read_batches, text=text, published=published, id=id, plugins=plugins)
    schema = from_arrow_schema(PLAIN_SCHEMA)
    assert isinstance(schema, StructType)
    return records.select(*wanted).mapInArrow(parse, schema)


def read_batches(
    batches: Iterable[pa.RecordBatch], *, text: str, published: str | None, id: str | None, plugins: Recipe
) -> Iterator[pa.RecordBatch]:
    """Each batch read; runs in a worker."""
    for batch in batches:
        yield plain(parse_batch(batch, text=text, published=published, id=id, registry=plugins))


if __name__ == "__main__":
    main()

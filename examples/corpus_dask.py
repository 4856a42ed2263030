"""Read an archive with Dask: a file or folder of JSON Lines or Parquet in, a folder of Parquet out.

Without a source it reads ``feed.jsonl`` beside this file. Each part of the source becomes a Parquet file with a row for
each record (``mediaparse.arrow.SCHEMA``); a record that cannot be read says why in its column ``error``. A file of the
output stands there when it is complete: a part whose worker dies is read again by another, and a run that was stopped
goes on with the parts that are missing.

Needs ``pip install "mediaparse-news[arrow]" "dask[distributed]"``.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from distributed import Client, LocalCluster, as_completed

from arguments import Arguments
from feeds import SHIPPED
from mediaparse import PluginError
from mediaparse.recipe import recipe
from partitions import ChangedSourceError, Done, Partition, Task, counted, missing, partitions, read_partition


def main() -> None:
    parser = Arguments(description="Read an archive with Dask; run it again to go on where it was stopped.")
    parser.add_argument("source", nargs="?", default=SHIPPED, type=Path, help="a .jsonl or .parquet file, or a folder")
    parser.add_argument("-o", "--output", type=Path, help="a folder; SOURCE.mediaparse in this folder without")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, metavar="N", help="processes; one a core")
    parser.add_argument("--text", default="text", help="the field of the text")
    parser.add_argument("--published", default="published", help="the field of the date")
    parser.add_argument("--id", help="the field that names a record")
    parser.add_argument("--plugins", nargs="*", default=(), metavar="NAME", help="installed plugins to read with")
    given = parser.parse_args()
    if given.workers < 1:
        parser.error("--workers must be at least 1")
    output = given.output or Path(f"{given.source.resolve().stem}.mediaparse")
    try:
        task = Task(given.text, given.published, given.id, recipe(entry_points=given.plugins))
        plan = list(partitions(given.source))
        if not plan:
            parser.error(f"{given.source} has no .jsonl and no .parquet file with a record")
        read_all(plan, output, task, given.workers)
    except KeyboardInterrupt:
        parser.exit(130, f"{parser.prog}: stopped; run it again to go on\n")
    except ChangedSourceError:
        parser.error(f"{output} is of another source, or the source has changed; remove it to begin anew")
    except (PluginError, KeyError) as error:
        parser.error(str(error.args[0]))
    except OSError as error:
        parser.error(f"{error.filename}: {error.strerror}")
    done = counted(output)
    print(f"{output}: {done.rows:,} rows; with an error: {done.errors:,}")


def read_all(plan: list[Partition], output: Path, task: Task, workers: int) -> None:
    """Read what ``output`` lacks, on ``workers`` processes, and show how far they are."""
    todo = missing(output, plan, task)
    if not todo:
        return
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        started, rows = time.monotonic(), 0
        for number, done in enumerate(results(client, todo, task), 1):
            rows += done.rows
            elapsed = time.monotonic() - started
            left = elapsed / number * (len(todo) - number)
            complete = f"{len(plan) - len(todo) + number} of {len(plan)} parts"
            print(f"{complete}, {rows / elapsed:,.0f} rows/s, {left:,.0f} s left", file=sys.stderr)


def results(client: Client, todo: Mapping[Path, Partition], task: Task) -> Iterator[Done]:
    """Each part as a worker is done with it."""
    futures = [
        client.submit(read_partition, partition, target, task, pure=False, retries=2)
        for target, partition in todo.items()
    ]
    for future in as_completed(futures):
        yield future.result()


if __name__ == "__main__":
    main()

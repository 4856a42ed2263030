"""Read a large corpus on all cores: a folder or a file of JSON Lines in, JSON Lines out.

Without a source it reads ``feed.jsonl`` beside this file. Each article becomes a line
``{"source": ..., "article": ...}``, in the order of the source; ``mediaparse.export.from_dict`` takes what stands under
``article``. A bad record is reported and left out.

The output appears when it is complete. Until then, what is done stands in a file of the same name with ``.part`` behind
it, and a run that was stopped goes on from there, if the source has not changed.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import parent_process
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import mediaparse
from arguments import Arguments
from feeds import SHIPPED, SOURCES, BadRecordError, Raw, raw_records, read_record, text_files
from mediaparse.export import to_jsonl

CHUNK_BYTES = 30_000
BAR = 24


class Chunk(NamedTuple):
    """What a worker made of some records: lines of output, how many, of how many bytes; and what it left out."""

    lines: bytes
    articles: int
    size: int
    left_out: list[str]


class Earlier(NamedTuple):
    """What earlier runs have done: so many articles, the last of them the one at ``where``."""

    articles: int
    where: str
    text: str


class ChangedSourceError(Exception):
    """The source is not the one of which the earlier runs read the first part."""


def main() -> None:
    parser = Arguments(description="Read a large corpus on all cores; run it again to go on where it was stopped.")
    parser.add_argument("source", nargs="?", default=SHIPPED, type=Path, help=SOURCES)
    parser.add_argument(
        "-o", "--output", type=Path, help="where to write; SOURCE.mediaparse.jsonl in this folder without"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes; one a core")
    given = parser.parse_args()
    if given.jobs < 1:
        parser.error("--jobs must be at least 1")
    output = given.output or Path(f"{given.source.resolve().stem}.mediaparse.jsonl")
    if output.is_dir():
        parser.error(f"{output} is a folder; name a file in it")
    if output.resolve() == given.source.resolve():
        parser.error("the output would replace the source")
    part = output.with_name(output.name + ".part")
    signal.signal(signal.SIGTERM, interrupt)
    try:
        progress = Progress(size_of(given.source))
        read_corpus(given.source, part, given.jobs, progress)
        part.replace(output)
    except KeyboardInterrupt:
        parser.exit(130, f"{parser.prog}: stopped; run it again to go on from {part}\n")
    except BrokenProcessPool:
        parser.exit(1, f"{parser.prog}: a process died; run it again to go on from {part}\n")
    except ChangedSourceError:
        parser.error(f"{part} is of another source, or the source has changed; remove it to begin anew")
    except OSError as error:
        parser.error(f"{error.filename or part}: {error.strerror}")
    print(f"{output}: {progress.earlier + progress.articles:,} articles; left out: {progress.left_out:,}")


def interrupt(signum: int, frame: FrameType | None) -> None:
    """Stop as with Ctrl-C."""
    raise KeyboardInterrupt


def read_corpus(source: Path, part: Path, jobs: int, progress: Progress) -> None:
    """Write a line for each record of ``source`` that ``part`` does not have yet."""
    records = raw_records(source)
    if earlier := earlier_runs(part):
        progress.earlier = earlier.articles
        progress.skipped = skip(records, earlier)
    with part.open("ab") as file:
        for chunk in in_order(chunks(records), jobs):
            file.write(chunk.lines)
            file.flush()
            progress.add(chunk)
        os.fsync(file.fileno())
    progress.clear()


def earlier_runs(part: Path) -> Earlier | None:
    """What earlier runs have done, half a line at the end cut off; None where they have done nothing."""
    if not part.exists():
        return None
    articles, size, last = 0, 0, b""
    with part.open("rb+") as file:
        for line in file:
            if line.endswith(b"\n"):
                articles, size, last = articles + 1, size + len(line), line
        file.truncate(size)
    if not last:
        return None
    try:
        done = json.loads(last)
        return Earlier(articles, done["source"], done["article"]["text"])
    except (ValueError, KeyError, TypeError) as error:
        raise ChangedSourceError from error


def skip(records: Iterator[Raw], earlier: Earlier) -> int:
    """Pass over the records up to the last that earlier runs have read; the bytes passed over."""
    size = 0
    for raw in records:
        size += len(raw.data)
        if raw.where == earlier.where:
            try:
                if read_record(raw).text == earlier.text:
                    return size
            except BadRecordError:
                break
    raise ChangedSourceError


def chunks(records: Iterable[Raw]) -> Iterator[list[Raw]]:
    """The records in portions that are worth the way to a worker."""
    chunk: list[Raw] = []
    size = 0
    for raw in records:
        chunk.append(raw)
        size += len(raw.data)
        if size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def in_order(portions: Iterable[list[Raw]], jobs: int) -> Iterator[Chunk]:
    """Each portion read, in order; no more of them in memory than keep the workers busy."""
    with ProcessPoolExecutor(jobs, initializer=start_worker) as pool:
        waiting: deque[Future[Chunk]] = deque()
        try:
            for portion in portions:
                waiting.append(pool.submit(read_chunk, portion))
                if len(waiting) > 3 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)


def start_worker() -> None:
    """Leave Ctrl-C to the parent, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait for the parent's end, and end."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def read_chunk(portion: list[Raw]) -> Chunk:
    """Read some records; runs in a worker."""
    lines, left_out = [], []
    for raw in portion:
        try:
            record = read_record(raw)
            [line] = to_jsonl([mediaparse.parse(record.text, published=record.published)])
        except ValueError as error:
            left_out.append(f"{raw.where}: {error}; left out")
        else:
            lines.append(f'{{"source":{json.dumps(raw.where)},"article":{line.rstrip()}}}\n')
    return Chunk("".join(lines).encode(), len(lines), sum(len(raw.data) for raw in portion), left_out)


def size_of(source: Path) -> int:
    """The bytes to read."""
    return sum(path.stat().st_size for path in (text_files(source) if source.is_dir() else [source]))


class Progress:
    """Counts what is done, and shows it on a terminal: a bar, articles a second, the time left."""

    def __init__(self, total: int) -> None:
        self.total = max(total, 1)
        self.earlier = self.skipped = self.articles = self.size = self.left_out = 0
        self.shown = sys.stderr.isatty()
        self.started = time.monotonic()

    def add(self, chunk: Chunk) -> None:
        """Count ``chunk``, report what it left out, and draw the bar anew."""
        self.articles += chunk.articles
        self.size += chunk.size
        self.left_out += len(chunk.left_out)
        self.clear()
        for complaint in chunk.left_out:
            print(complaint, file=sys.stderr)
        if self.shown:
            print(self, end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the bar away."""
        if self.shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)

    def __str__(self) -> str:
        elapsed = max(time.monotonic() - self.started, 0.001)
        share = min((self.skipped + self.size) / self.total, 1.0)
        left = elapsed * (self.total - self.skipped - self.size) / max(self.size, 1)
        bar = ("█" * round(BAR * share)).ljust(BAR, "░")
        return f"{bar} {share:4.0%}  {self.articles / elapsed:,.0f} articles/s  {in_time(left)} left"


def in_time(seconds: float) -> str:
    """A time as a reader says it.

    >>> in_time(42), in_time(200), in_time(7300)
    ('42 s', '3 min 20 s', '2 h 1 min')
    """
    minutes, rest = divmod(max(round(seconds), 0), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


if __name__ == "__main__":
    main()

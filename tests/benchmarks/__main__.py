"""Run the benchmarks and print the tables of ``docs/performance.md``: ``python -m tests.benchmarks``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.benchmarks import readers, starts

OPTIONS = ("--benchmark-timer=time.process_time", "--benchmark-max-time=0.3", "--benchmark-columns=median,iqr,rounds")


def tables(results: list[dict[str, Any]], spent: dict[str, float]) -> Iterator[str]:
    """The tables, line by line, of pytest-benchmark's results and of the starts."""
    cost = {(one["extra_info"]["reader"], one["extra_info"]["size"]): one["stats"]["median"] for one in results}
    sizes = list(readers.TEXTS)
    yield "| | " + " | ".join(f"{size}, {len(readers.TEXTS[size]):,} characters" for size in sizes) + " |"
    yield "|---" + "|---:" * len(sizes) + "|"
    for name in dict.fromkeys(reader for reader, _ in cost):
        cells = [_passes(cost.get((name, size)), cost[readers.UNIT, size]) for size in sizes]
        yield f"| {name} | " + " | ".join(cells) + " |"
    speeds = [len(readers.TEXTS[size]) / cost["`mediaparse.parse`", size] / 1e6 for size in sizes]
    yield "| `mediaparse.parse`, million characters a second | " + " | ".join(f"{speed:.2f}" for speed in speeds) + " |"
    yield ""
    yield "| | starts | ms |"
    yield "|---|---:|---:|"
    for name, seconds in spent.items():
        yield f"| {name} | {seconds / spent[starts.UNIT]:.1f} | {seconds * 1e3:.0f} |"


def _passes(seconds: float | None, unit: float) -> str:
    return "" if seconds is None else f"{seconds / unit:,.1f}" if seconds < 100 * unit else f"{seconds / unit:,.0f}"


def main() -> int:
    """Run, print, and hand on pytest's code."""
    with TemporaryDirectory() as folder:
        written = Path(folder) / "results.json"
        benches = str(Path(__file__).with_name("bench_readers.py"))
        code = pytest.main([benches, "-q", f"--benchmark-json={written}", *OPTIONS, *sys.argv[1:]])
        if code:
            return code
        print(*tables(json.loads(written.read_text("utf-8"))["benchmarks"], starts.starts()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

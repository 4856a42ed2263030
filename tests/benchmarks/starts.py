"""Cold starts: what a fresh Python costs that imports mediaparse and reads one article."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from statistics import median

from tests.benchmarks.readers import STORY, TEXTS

UNIT = "`import attrs, regex`"
STARTS = {
    UNIT: "import attrs, regex",
    "`import mediaparse`": "import mediaparse",
    "mediaparse and the first article": f"import mediaparse; mediaparse.parse({STORY!r})",
    "quantulum3 and the first sentence": f"from quantulum3 import parser; parser.parse({TEXTS['short']!r})",
    "dateparser and the first sentence": f"from dateparser.search import search_dates as s; s({TEXTS['short']!r})",
    "`import spacy`": "import spacy",
}


def starts(times: int = 7) -> dict[str, float]:
    """Median seconds of processor time of each of ``STARTS`` whose imports are there, all in turn ``times`` times."""
    spent = {name: [cost] for name, code in STARTS.items() if (cost := _cost(code)) is not None}
    for _ in range(times):
        for name, costs in spent.items():
            costs.append(_cost(STARTS[name]) or 0.0)
    return {name: median(costs[1:]) for name, costs in spent.items()}


def _cost(code: str) -> float | None:
    # Bytecode is kept, as it is where a package is installed.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=kept)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        return None
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

"""The page about datelines is what the data say."""

from __future__ import annotations

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_tables_are_made_from_the_data() -> None:
    page = runpy.run_path(str(DOCS / "generate_datelines.py"))["page"]
    written = (DOCS / "datelines.md").read_text("utf-8")
    assert page(written) == written, "run: python docs/generate_datelines.py"

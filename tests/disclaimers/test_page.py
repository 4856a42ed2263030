"""The tables of docs/disclaimers.md are those that the data give."""

from __future__ import annotations

import runpy
from pathlib import Path

from mediaparse.disclaimers import find

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_the_page_is_that_of_the_data() -> None:
    page = runpy.run_path(str(DOCS / "generate_disclaimers.py"))["page"]
    written = (DOCS / "disclaimers.md").read_text("utf-8")
    assert page(written) == written, "run: python docs/generate_disclaimers.py"


def test_its_examples_are_of_their_kinds() -> None:
    examples = runpy.run_path(str(DOCS / "generate_disclaimers.py"))["EXAMPLES"]
    for kind, example in examples.items():
        text = f"The Quay {example}" if example.startswith("(") and kind != "syndication" else example
        assert [str(found.kind) for found in find(text)] == [kind], example

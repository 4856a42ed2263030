"""The examples of the kinds on the page about disclaimers are found."""

from __future__ import annotations

import runpy
from pathlib import Path

from mediaparse.disclaimers import find

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_its_examples_are_of_their_kinds() -> None:
    examples = runpy.run_path(str(DOCS / "generate_tables.py"))["EXAMPLES"]
    for kind, example in examples.items():
        text = f"The Quay {example}" if example.startswith("(") and kind != "syndication" else example
        assert [str(found.kind) for found in find(text)] == [kind], example

"""Write ``mediaparse/export/article.schema.json`` anew from the types: ``python -m tests.export.regenerate_schema``.

A change that a reader of old records cannot take asks for a new ``SCHEMA_VERSION`` as well.
"""

from __future__ import annotations

import json
from pathlib import Path

import mediaparse.export
from mediaparse.export import json_schema

PATH = Path(mediaparse.export.__file__).with_name("article.schema.json")


def published() -> str:
    """The schema as it is written down."""
    return json.dumps(json_schema(), indent=2) + "\n"


if __name__ == "__main__":
    PATH.write_text(published(), "utf-8")

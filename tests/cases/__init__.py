"""The cases: rows of data that say what a person finds in a text.

``tests/cases/<finder>/{wild,negative,synthetic,known_failures}.jsonl``, a row a line:
``{"text": ..., "find": [{field: value, ...}, ...], "because": ...}`` and, for datelines,
``"published"``. A field that a row leaves out is not compared.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import attrs

from mediaparse import attributions, datelines, disclaimers, quantities
from mediaparse.spans import Found, Span

HERE = Path(__file__).parent


@attrs.frozen
class Case:
    """One row: a text and what is to be found in it; ``known_failure`` where it is not found yet."""

    finder: str
    place: str
    text: str
    published: dt.date | None
    find: list[dict[str, object]]
    known_failure: bool


def cases() -> Iterator[Case]:
    """Every row of every file, in order."""
    for path in sorted(HERE.glob("*/*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            row = json.loads(line)
            if unknown := row.keys() - {"text", "find", "because", "published"}:
                raise ValueError(f"{path}:{number}: unknown keys {sorted(unknown)}")
            published = dt.date.fromisoformat(row["published"]) if "published" in row else None
            place = f"{path.parent.name}/{path.name}:{number}"
            yield Case(path.parent.name, place, row["text"], published, row["find"], path.stem == "known_failures")


def found_in(case: Case) -> tuple[Found, ...]:
    """What the case's finder finds in its text."""
    match case.finder:
        case "datelines":
            return datelines.find(case.text, published=case.published)
        case "attributions":
            return attributions.find(case.text)
        case "disclaimers":
            return disclaimers.find(case.text)
        case "quantities":
            return quantities.find(case.text)
    raise ValueError(f"no finder {case.finder!r}")


def agrees(found: object, wanted: object) -> bool:
    """Is ``found`` what a row says?

    An object of a row is held field by field, a list item by item; a string stands for a
    span's text, for the name of an agency or a unit, and for a number or a date as written.
    """
    match wanted:
        case dict():
            return found is not None and all(agrees(getattr(found, key), value) for key, value in wanted.items())
        case list():
            return isinstance(found, tuple) and len(found) == len(wanted) and all(map(agrees, found, wanted))
        case str() if isinstance(found, Span):
            return found.text == wanted
        case str() if isinstance(found, Decimal):
            return str(found) == wanted
        case str() if attrs.has(type(found)):
            return bool(getattr(found, "name") == wanted)  # noqa: B009
    return found == wanted

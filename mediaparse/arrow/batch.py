"""parse_batch: a record batch of texts in, a record batch of articles out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress

import pyarrow as pa

from mediaparse.arrow.rows import Row, row
from mediaparse.arrow.schema import SCHEMA
from mediaparse.errors import PluginError
from mediaparse.pipeline import parse
from mediaparse.recipe import Recipe
from mediaparse.registry import Registry

_EMPTY: Row = dict.fromkeys(SCHEMA.names)


def parse_batch(
    batch: pa.RecordBatch,
    *,
    text: str = "text",
    published: str | None = None,
    id: str | None = None,
    registry: Registry | Recipe | None = None,
) -> pa.RecordBatch:
    """Read the articles of ``batch``: a row of ``SCHEMA`` for each of its rows, in their order.

    ``text``, ``published`` and ``id`` name columns of ``batch``. A date may be a date, a timestamp or a
    string that begins with one (2017-12-07); an id is written as a string. A row that cannot be read has
    null for its finds and says why in ``error``: a text that is null or no text, a date that is none,
    a plugin that failed. The function can be pickled with its arguments, keeps nothing between two
    batches and needs memory for one batch.

    >>> import pyarrow as pa
    >>> batch = pa.RecordBatch.from_pydict({"body": ["The pass is 4,000 metres high.", None]})
    >>> read = parse_batch(batch, text="body")
    >>> read["quantities"][0][0]["value"].as_py().normalize(), read["error"].to_pylist()
    (Decimal('4E+3'), [None, 'text must be a str, not null'])

    Raises ``KeyError`` where ``batch`` lacks a named column, ``TypeError`` where it is no record batch,
    and ``PluginError`` where this process cannot make the registry of a recipe.
    """
    if not isinstance(batch, pa.RecordBatch):
        raise TypeError(f"batch must be a pyarrow.RecordBatch, not {type(batch).__name__}")
    known = registry.build() if isinstance(registry, Recipe) else registry
    texts, dates, ids = (_column(batch, name) for name in (text, published, id))
    rows = [_row(*values, known) for values in zip(texts, dates, ids, strict=True)]
    return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)


def _column(batch: pa.RecordBatch, name: str | None) -> Iterator[pa.Scalar | None]:
    """The values of the column ``name``; None for each row where no column is named."""
    if name is None:
        return iter([None] * batch.num_rows)
    if name not in batch.schema.names:
        raise KeyError(f"the batch has no column {name!r}, but {batch.schema.names}")
    return iter(batch.column(name))


def _row(text: pa.Scalar, published: pa.Scalar | None, id: pa.Scalar | None, registry: Registry | None) -> Row:
    """The row of the article, or of the error."""
    try:
        named = _text(id, "id")
    except ValueError as error:
        return _EMPTY | {"error": str(error)}
    try:
        article = parse(_written(text), published=_date(published), registry=registry)
        return row(article) | {"id": named}
    except (ValueError, PluginError) as error:
        return _EMPTY | {"id": named, "error": str(error)}


def _value(scalar: pa.Scalar | None, what: str) -> object:
    """What ``scalar`` holds; Arrow looks at the bytes of a string only now."""
    try:
        return None if scalar is None else scalar.as_py()
    except UnicodeDecodeError as error:
        raise ValueError(f"{what} is not UTF-8 (byte {error.start})") from error


def _text(scalar: pa.Scalar | None, what: str) -> str | None:
    value = _value(scalar, what)
    return None if value is None else str(value)


def _written(scalar: pa.Scalar) -> str:
    value = _value(scalar, "text")
    if not isinstance(value, str):
        raise ValueError(f"text must be a str, not {'null' if value is None else type(value).__name__}")
    return value


def _date(scalar: pa.Scalar | None) -> dt.date | None:
    value = _value(scalar, "published")
    if isinstance(value, dt.datetime):
        return value.date()
    if value is None or isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        with suppress(ValueError):
            return dt.date.fromisoformat(value[:10])
    raise ValueError(f"published must be a date such as 2023-03-14, not {value!r}")

"""Articles to rows of the Arrow schema, and back without loss."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation, localcontext
from typing import TypeAlias

import pyarrow as pa

from mediaparse.arrow.schema import DECIMAL, SCHEMA, TEXT
from mediaparse.article import Article
from mediaparse.export.finds import RESULTS
from mediaparse.export.record import SCHEMA_VERSION, from_dict, to_dict
from mediaparse.registry import Registry
from mediaparse.spans import Found

Row: TypeAlias = dict[str, object]

_SMALLEST = Decimal(1).scaleb(-DECIMAL.scale)
# The fields that SCHEMA has as decimals, by finder.
_DECIMALS = {
    name: tuple(field.name for field in SCHEMA.field(name).type.value_type if field.type == DECIMAL) for name in RESULTS
}


def to_arrow(articles: Iterable[Article], *, ids: Iterable[str] | None = None) -> pa.RecordBatch:
    """A row of ``SCHEMA`` for each article, ``ids`` (one each) in its column ``id``.

    >>> import mediaparse
    >>> batch = to_arrow([mediaparse.parse("The pass is 4,000 metres high.")])
    >>> batch.num_rows, batch["quantities"][0][0]["unit"]["name"].as_py()
    (1, 'metre')

    Raises ``ValueError`` where there are more or fewer ids than articles, and where a text has half
    a surrogate pair, which no UTF-8 can hold.
    """
    rows = [row(article) for article in articles]
    if ids is not None:
        named = list(ids)
        if len(named) != len(rows):
            raise ValueError(f"there must be as many ids as articles: {len(rows)}, not {len(named)}")
        for line, name in zip(rows, named, strict=True):
            line["id"] = name
    try:
        return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
    except UnicodeEncodeError as error:
        raise ValueError(f"a text holds half a surrogate pair: {error.reason} at {error.start}") from error


def from_arrow(
    table: pa.RecordBatch | pa.Table, *, types: Iterable[type[Found]] = (), registry: Registry | None = None
) -> Iterator[Article]:
    """The article of each row, one at a time; the inverse of ``to_arrow``.

    ``types`` and ``registry`` say what the finds of plugins are, as in ``from_dict``.

    >>> import mediaparse
    >>> article = mediaparse.parse("The pass is 4,000 metres high.")
    >>> list(from_arrow(to_arrow([article]))) == [article]
    True

    Raises ``ValueError`` with the row's number where it has an ``error`` or is no article.
    """
    known = tuple(types)
    batches = table.to_batches() if isinstance(table, pa.Table) else [table]
    number = 0
    for batch in batches:
        for line in batch.to_pylist():
            number += 1
            try:
                yield from_dict(_record(line), types=known, registry=registry)
            except (TypeError, ValueError) as error:
                raise ValueError(f"row {number}: {error}") from error


def row(article: Article) -> Row:
    """``article`` as a row of ``SCHEMA``, of Python's own types."""
    record = to_dict(article)
    for name, fields in _DECIMALS.items():
        if fields:
            record[name] = [_with_decimals(found, fields) for found in record[name]]  # type: ignore[attr-defined]
    return {
        "id": None,
        "text": record["text"],
        "published": None if article.published is None else dt.date.fromisoformat(str(record["published"])),
        **{name: record[name] for name in RESULTS},
        "extra": json.dumps(record["extra"]) if record["extra"] else None,
        "error": None,
    }


def _with_decimals(found: Row, fields: Iterable[str]) -> Row:
    decimals: Row = {}
    for name in fields:
        written = found[name]
        decimals[name] = None if written is None else _fitting(Decimal(str(written)))
        decimals[name + TEXT] = None if _written(decimals[name]) == written else written
    return found | decimals


def _fitting(value: Decimal) -> Decimal | None:
    """``value`` with the digits of the column, or None where they cannot hold it."""
    try:
        with localcontext(prec=DECIMAL.precision):
            fitted = value.quantize(_SMALLEST)
    except InvalidOperation:
        return None
    return fitted if fitted == value else None


def _written(value: object) -> str | None:
    """A decimal of the column as ``to_dict`` writes most: the zeros behind its last digit left out."""
    if value is None:
        return None
    digits = f"{value:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _record(line: Mapping[str, object]) -> dict[str, object]:
    """What ``to_dict`` made of the article of a row."""
    if line["error"] is not None:
        raise ValueError(f"no article was read: {line['error']}")
    published = line["published"]
    return {
        "schema_version": SCHEMA_VERSION,
        "text": line["text"],
        "published": published.isoformat() if isinstance(published, dt.date) else None,
        **{name: [_without_decimals(found, fields) for found in line[name]] for name, fields in _DECIMALS.items()},  # type: ignore[attr-defined]
        "extra": json.loads(str(line["extra"])) if line["extra"] is not None else {},
    }


def _without_decimals(found: Row, fields: Iterable[str]) -> Row:
    written = {name: _written(found[name]) if found[name + TEXT] is None else found[name + TEXT] for name in fields}
    return {name: value for name, value in found.items() if not name.endswith(TEXT)} | written

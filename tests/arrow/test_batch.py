"""parse_batch: one row in, one row out."""

from __future__ import annotations

import datetime as dt
import pickle
from functools import partial

import pyarrow as pa
import pytest

from mediaparse import Article, Extractor, Found, build_registry, hookimpl, parse
from mediaparse.arrow import SCHEMA, from_arrow, parse_batch

STORY = "OSLO, March 3 (Reuters) - About 300 people sailed, Ingrid Solberg said."
DAY = dt.date(2023, 3, 4)


def batch(**columns: object) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


def errors(read: pa.RecordBatch) -> list[str | None]:
    found: list[str | None] = read["error"].to_pylist()
    return found


def test_a_row_is_what_parse_finds() -> None:
    read = parse_batch(batch(text=[STORY, ""], published=[DAY, None], key=[7, 8]), published="published", id="key")
    assert read.schema == SCHEMA
    assert read["id"].to_pylist() == ["7", "8"]
    assert list(from_arrow(read)) == [parse(STORY, published=DAY), parse("")]


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())], ids=str
)
def test_every_type_of_string(kind: pa.DataType) -> None:
    column = pa.array([STORY, None], pa.string()).cast(kind)
    read = parse_batch(batch(text=column))
    assert errors(read) == [None, "text must be a str, not null"]
    assert read["quantities"][0][0]["text"].as_py() == "About 300 people"


@pytest.mark.parametrize(
    ("column", "error"),
    [
        (pa.array([7]), "text must be a str, not int"),
        (pa.array([b"OSLO"]), "text must be a str, not bytes"),
        (pa.nulls(1), "text must be a str, not null"),
        (pa.Array.from_buffers(pa.string(), 1, [None, pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"O\xff")]),
         "text is not UTF-8 (byte 1)"),
    ],
    ids=["number", "bytes", "null", "not UTF-8"],
)  # fmt: skip
def test_a_row_that_is_no_text_says_so(column: pa.Array, error: str) -> None:
    read = parse_batch(batch(text=column, key=["a"]), id="key")
    assert read.to_pylist() == [dict.fromkeys(SCHEMA.names) | {"id": "a", "error": error}]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (DAY, DAY),
        (dt.datetime(2023, 3, 4, 23, 59), DAY),
        (dt.datetime(2023, 3, 4, 23, 59, tzinfo=dt.UTC), DAY),
        ("2023-03-04", DAY),
        ("2023-03-04T23:59:00Z", DAY),
        (None, None),
    ],
)
def test_dates(value: object, day: dt.date | None) -> None:
    read = parse_batch(batch(text=[STORY], published=[value]), published="published")
    assert errors(read) == [None]
    assert read["published"].to_pylist() == [day]
    assert read["datelines"][0][0]["date"]["year"].as_py() == (2023 if day else None)


@pytest.mark.parametrize("value", ["yesterday", 20230304])
def test_a_date_that_is_none(value: object) -> None:
    read = parse_batch(batch(text=[STORY], published=[value]), published="published")
    assert errors(read) == [f"published must be a date such as 2023-03-14, not {value!r}"]


def test_no_rows() -> None:
    assert parse_batch(batch(text=pa.array([], pa.string()))).num_rows == 0


def test_a_column_that_is_not_there() -> None:
    with pytest.raises(KeyError, match=r"no column 'body', but \['text'\]"):
        parse_batch(batch(text=[STORY]), text="body")


def test_what_is_no_batch() -> None:
    with pytest.raises(TypeError, match=r"pyarrow\.RecordBatch, not Table"):
        parse_batch(pa.table({"text": [STORY]}))


class Broken:
    """A plugin that cannot read Oslo."""

    @hookimpl
    def mediaparse_extractors(self) -> list[Extractor]:
        def find(article: Article) -> list[Found]:
            if article.text.startswith("OSLO"):
                raise RuntimeError("no Oslo")
            return [Found(0, 1, article.text[0], "first")]

        return [Extractor("first", Found, find)]


def test_a_plugin_that_fails_fails_its_row() -> None:
    registry = build_registry([Broken()])
    read = parse_batch(batch(text=[STORY, "Bergen sleeps."]), registry=registry)
    assert errors(read) == [
        "plugin 'Broken': mediaparse_extractors: extractor 'first' failed: RuntimeError: no Oslo",
        None,
    ]
    [article] = from_arrow(read.slice(1), registry=registry)
    assert article.extra["first"] == (Found(0, 1, "B", "first"),)


def test_it_travels() -> None:
    read = pickle.loads(pickle.dumps(partial(parse_batch, text="body")))
    assert read(batch(body=[STORY]))["datelines"][0][0]["text"].as_py() == "OSLO, March 3 (Reuters) -"

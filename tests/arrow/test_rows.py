"""Articles as rows of Arrow, and back."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediaparse import Article, Comparator, Quantity, parse
from mediaparse.arrow import PLAIN_SCHEMA, SCHEMA, from_arrow, plain, to_arrow
from tests.export.articles import ARTICLES, FULL, Casualty, articles

WRITABLE = {name: article for name, article in ARTICLES.items() if not re.search("[\ud800-\udfff]", article.text)}


def counted(value: Decimal, upper: Decimal | None = None) -> Article:
    """An article with one quantity."""
    found = Quantity(0, 1, "7", "count", value, upper, Comparator.EQUAL, None, None, None)
    return Article("7", None, (), (), (), (found,))


@pytest.mark.parametrize("article", WRITABLE.values(), ids=WRITABLE)
def test_there_and_back(article: Article) -> None:
    batch = to_arrow([article, article])
    batch.validate(full=True)
    assert list(from_arrow(batch, types=[Casualty])) == [article, article]


@given(st.lists(articles(), max_size=3))
def test_there_and_back_whatever_was_found(found: list[Article]) -> None:
    assert list(from_arrow(to_arrow(found))) == found


def test_through_parquet_in_two_files(tmp_path: Path) -> None:
    other = parse("BERGEN, May 2 (Reuters) - Waves of 9 metres hit the port.", published=dt.date(2023, 5, 3))
    for name, article in (("a", FULL), ("b", other)):
        pq.write_table(pa.Table.from_batches([to_arrow([article])]), tmp_path / f"{name}.parquet")
    table = pa.concat_tables([pq.read_table(tmp_path / "a.parquet"), pq.read_table(tmp_path / "b.parquet")])
    assert list(from_arrow(table, types=[Casualty])) == [FULL, other]


@pytest.mark.parametrize(
    ("written", "column", "text"),
    [
        ("550", "550", None),
        ("-0.5", "-0.5", None),
        ("2.50", "2.5", "2.50"),
        ("4E+3", "4000", "4E+3"),
        ("0.123456789", "0.123456789", None),
        ("0.1234567891", None, "0.1234567891"),
        ("99999999999999999999999999999.5", "99999999999999999999999999999.5", None),
        ("1E+29", None, "1E+29"),
    ],
)
def test_a_decimal_stands_as_one_where_the_column_can_hold_it(
    written: str, column: str | None, text: str | None
) -> None:
    value = Decimal(written)
    batch = to_arrow([counted(Decimal(1), upper=value)])
    [row] = batch["quantities"][0].as_py()
    assert (row["upper"], row["upper_text"]) == (None if column is None else Decimal(column), text)
    [article] = from_arrow(batch)
    assert str(article.quantities[0].upper) == written


def test_ids() -> None:
    assert to_arrow([FULL, FULL], ids=["a", "b"])["id"].to_pylist() == ["a", "b"]
    with pytest.raises(ValueError, match="as many ids as articles: 1, not 2"):
        to_arrow([FULL], ids=["a", "b"])


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(ValueError, match="half a surrogate pair"):
        to_arrow([parse("OSLO \ud83d said")])


def test_a_row_with_an_error_is_no_article() -> None:
    batch = pa.RecordBatch.from_pylist([{"error": "text must be a str, not null"}], schema=SCHEMA)
    with pytest.raises(ValueError, match="row 1: no article was read: text must be a str, not null"):
        list(from_arrow(batch))


def test_a_find_of_an_unknown_plugin_is_named() -> None:
    with pytest.raises(ValueError, match=r"row 1: .*'Casualty'"):
        list(from_arrow(to_arrow([FULL])))


def test_rules_and_kinds_are_coded() -> None:
    found = SCHEMA.field("attributions").type.value_type
    assert [field.name for field in found if pa.types.is_dictionary(field.type)] == ["rule", "kind"]
    assert "dictionary" not in str(PLAIN_SCHEMA)
    assert plain(to_arrow([FULL])).to_pylist() == to_arrow([FULL]).to_pylist()

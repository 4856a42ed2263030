"""The JSON Schema says what a record is, no more and no less."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mediaparse import Article
from mediaparse.export import json_schema, to_dict
from tests.export import regenerate_schema
from tests.export.articles import ARTICLES, FULL

VALIDATOR = Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json_schema())


def test_the_published_schema_is_that_of_the_types() -> None:
    published = regenerate_schema.PATH.read_text("utf-8")
    assert published == regenerate_schema.published(), "python -m tests.export.regenerate_schema"


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_every_record_is_valid(article: Article) -> None:
    VALIDATOR.validate(json.loads(json.dumps(to_dict(article))))


@pytest.mark.parametrize(
    "change",
    [
        lambda r: r.update(schema_version=2),
        lambda r: r.pop("text"),
        lambda r: r.update(more=1),
        lambda r: r.update(published="March"),
        lambda r: r["quantities"][0].update(value=1200),
        lambda r: r["quantities"][0].update(value="NaN"),
        lambda r: r["quantities"][0].update(comparator="=="),
        lambda r: r["quantities"][0].pop("noun"),
        lambda r: r["quantities"][0].update(start=None),
        lambda r: r["attributions"][0]["speaker"].update(title="Ms"),
        lambda r: r["attributions"][0].update(content=None),
        lambda r: next(iter(r["extra"].values()))[0].pop("class"),
        lambda r: next(iter(r["extra"].values()))[0].pop("rule"),
    ],
)
def test_anything_else_is_not(change: Callable[[dict[str, Any]], object]) -> None:
    wrong = copy.deepcopy(to_dict(FULL))
    change(wrong)
    assert not VALIDATOR.is_valid(wrong)

"""An article as dictionaries, and back."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attrs import evolve, frozen
from hypothesis import given

from mediaparse import Article, Extractor, Found, build_registry, hookimpl
from mediaparse.article import Extra
from mediaparse.export import SCHEMA_VERSION, from_dict, to_dict
from tests.export.articles import ARTICLES, FULL, Casualty, articles, registry


def record() -> dict[str, Any]:
    return copy.deepcopy(to_dict(FULL))


def values(value: object) -> Iterator[object]:
    """``value`` and all that it holds."""
    yield value
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from values(item)
    elif isinstance(value, list):
        for item in value:
            yield from values(item)


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_there_and_back(article: Article) -> None:
    assert from_dict(to_dict(article), types=[Casualty]) == article


@given(articles())
def test_there_and_back_whatever_was_found(article: Article) -> None:
    back = from_dict(json.loads(json.dumps(to_dict(article))))
    assert back == article
    assert [str(found.value) for found in back.quantities] == [str(found.value) for found in article.quantities]


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_there_is_nothing_in_it_but_what_json_has(article: Article) -> None:
    assert {type(value) for value in values(to_dict(article))} <= {dict, list, str, int, bool, type(None)}


def test_what_stands_where() -> None:
    made = record()
    assert list(made) == [
        "schema_version",
        "text",
        "published",
        "datelines",
        "attributions",
        "disclaimers",
        "quantities",
        "extra",
    ]
    assert made["schema_version"] == SCHEMA_VERSION
    assert made["published"] == "2023-03-04"
    assert made["quantities"][1]["value"] == "1.20E+6"
    assert made["quantities"][1]["upper"] == "2.5E+6"
    assert made["attributions"][0]["kind"] == "direct"
    assert made["attributions"][0]["speaker"]["resolved_by"] == "name"
    [casualties, nothing] = made["extra"].values()
    assert casualties[0]["class"] == "Casualty"
    assert casualties[0]["class_"] == "class"
    assert casualties[0]["source"] == "the ministry"
    assert nothing == []


def test_a_registry_knows_the_types_of_plugins() -> None:
    assert from_dict(record(), registry=registry()) == FULL


def test_extractors_may_have_types_of_the_same_name() -> None:
    @frozen
    class Other(Found):
        dead: int

    Other.__name__ = "Casualty"

    class Plugin:
        @hookimpl
        def mediaparse_extractors(self) -> list[Extractor]:
            return [Extractor("one", Casualty, lambda article: ()), Extractor("other", Other, lambda article: ())]

    [casualties, _] = FULL.extra.values()
    other = Other(0, 0, "", "counts", 3)
    article = evolve(FULL, extra=Extra((("one", casualties), ("other", (other,)))))
    assert from_dict(to_dict(article), registry=build_registry([Plugin()])) == article


def test_the_record_is_left_as_it_was() -> None:
    made = record()
    from_dict(made, types=[Casualty])
    assert made == record()


def test_of_a_moment_the_day_is_kept() -> None:
    moment = Article("", dt.datetime(2023, 3, 4, 5, 6), (), (), (), ())
    assert to_dict(moment)["published"] == "2023-03-04"


CASUALTIES = next(iter(to_dict(FULL)["extra"]))  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda r: r.update(schema_version=2), "schema_version must be 1, not 2"),
        (lambda r: r.pop("schema_version"), "it has no schema_version, but"),
        (lambda r: r.pop("text"), "a record has the keys"),
        (lambda r: r.update(more=1), "a record has the keys"),
        (lambda r: r.update(text=5), "text: 5 is no str"),
        (lambda r: r.update(text="Ferry"), r"datelines\[0\]: 'OSLO, March 3 \(Reuters\) -' does not stand at 31 to 56"),
        (lambda r: r.update(published="March"), "published: Invalid isoformat string"),
        (lambda r: r.update(published=2023), "published: "),
        (lambda r: r.update(quantities=None), "quantities must be a list, not NoneType"),
        (lambda r: r.update(quantities=["9"]), r"quantities\[0\] must be a dict, not str"),
        (lambda r: r["quantities"][2].pop("unit"), r"required field missing @ quantities\[2\].unit"),
        (lambda r: r["quantities"][2].update(units=1), r"extra fields found \(units\) @ quantities\[2\]"),
        (lambda r: r["quantities"][2].update(start="9"), r"expected int @ quantities\[2\].start"),
        (lambda r: r["quantities"][2].update(start=9.0), r"expected int @ quantities\[2\].start"),
        (lambda r: r["quantities"][2].update(start=-5), r"quantities\[2\]: '9 metres' does not stand at -5"),
        (lambda r: r["quantities"][2].update(value=9), r"expected Decimal @ quantities\[2\].value"),
        (lambda r: r["quantities"][2].update(value="nine"), r"expected Decimal @ quantities\[2\].value"),
        (lambda r: r["quantities"][2].update(comparator="=="), r"expected Comparator @ quantities\[2\].comparator"),
        (lambda r: r["attributions"][0].update(closed="no"), r"expected bool @ attributions\[0\].closed"),
        (lambda r: r["attributions"][0].update(content="calm"), r"attributions\[0\].content\[0\]"),
        (lambda r: r["attributions"][0]["content"][1].update(end=1), r"attributions\[0\]: 'and up to 1,200 people"),
        (lambda r: r.update(extra=[]), "extra must be a dict, not list"),
        (lambda r: r["extra"].update(more=5), "extra.more must be a list, not int"),
        (lambda r: r["extra"].update(more=[5]), r"extra.more\[0\] must be a dict, not int"),
        (lambda r: r["extra"].update(more=[{}]), r"extra.more\[0\] is of the type None: name it in types"),
        (lambda r: r["extra"].update(more=[{"class": []}]), r"extra.more\[0\] is of the type \[\]"),
        (lambda r: r["extra"][CASUALTIES][0].update(killed=True), "expected int @ extra.casualties"),
        (lambda r: r["extra"][CASUALTIES][0]["tally"]["words"].update(start=0), "'drowned' does not stand at 0"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(change: Callable[[dict[str, Any]], object], complaint: str) -> None:
    wrong = record()
    change(wrong)
    with pytest.raises(ValueError, match=complaint):
        from_dict(wrong, types=[Casualty])


def test_a_type_that_nobody_named_is_an_error() -> None:
    with pytest.raises(ValueError, match="is of the type 'Casualty': name it in types, or pass the registry"):
        from_dict(record())


def test_what_is_no_mapping_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="record must be a mapping, not str"):
        from_dict("{}")  # type: ignore[arg-type]

"""W3C Web Annotations, read by a JSON-LD processor and by the selectors' own rules."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import example, given
from pyld import jsonld

from mediaparse import Article
from mediaparse.export import from_dict, to_dict, to_web_annotations
from mediaparse.export.web_annotation import CONTEXT
from tests.export.articles import ARTICLES, FULL, articles

OA = "http://www.w3.org/ns/oa#"
IRI = {"@type": "@id"}
# What the context of Web Annotations says of the terms that are used: https://www.w3.org/ns/anno.jsonld
TERMS = {
    "id": "@id",
    "type": "@type",
    "Annotation": f"{OA}Annotation",
    "TextualBody": f"{OA}TextualBody",
    "TextPositionSelector": f"{OA}TextPositionSelector",
    "TextQuoteSelector": f"{OA}TextQuoteSelector",
    "body": {"@id": f"{OA}hasBody", **IRI},
    "target": {"@id": f"{OA}hasTarget", **IRI},
    "source": {"@id": f"{OA}hasSource", **IRI},
    "selector": {"@id": f"{OA}hasSelector", **IRI},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "tagging": f"{OA}tagging",
    "describing": f"{OA}describing",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "start": {"@id": f"{OA}start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": f"{OA}end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "exact": f"{OA}exact",
    "prefix": f"{OA}prefix",
    "suffix": f"{OA}suffix",
}
SOURCE = "https://example.org/ferry"


def load(url: str, _options: object) -> dict[str, object]:
    assert url == CONTEXT
    return {
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": TERMS},
        "contentType": "application/ld+json",
    }


def keys(value: object) -> set[str]:
    """Every key at any depth."""
    if isinstance(value, dict):
        return set(value).union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def test_a_json_ld_processor_knows_every_term() -> None:
    annotations = to_web_annotations(FULL, SOURCE)
    assert keys(annotations) - {"@context"} <= TERMS.keys()
    expanded = jsonld.expand(annotations, {"documentLoader": load})
    assert len(expanded) == len(annotations) == 11
    assert all(key.startswith(("@", "http://")) for key in keys(expanded))
    assert all(annotation["@type"] == [f"{OA}Annotation"] for annotation in expanded)
    assert jsonld.compact(expanded[0], CONTEXT, {"documentLoader": load})["target"]["source"] == SOURCE


def check_selectors(article: Article, annotation: dict[str, Any]) -> None:
    for target in annotation["target"]:
        position, quote = target["selector"]
        start, end = position["start"], position["end"]
        assert article.text[start:end] == quote["exact"]
        assert quote["prefix"] == article.text[:start][-32:]
        assert quote["suffix"] == article.text[end:][:32]


@given(articles())
@example(FULL)
def test_both_selectors_select_the_same(article: Article) -> None:
    for annotation in to_web_annotations(article, SOURCE):
        check_selectors(article, annotation)


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
def test_identifiers_differ_and_stay_the_same(article: Article) -> None:
    annotations = to_web_annotations(article, SOURCE)
    identifiers = [str(annotation["id"]) for annotation in annotations]
    assert len(set(identifiers)) == len(identifiers)
    assert all(UUID(identifier.removeprefix("urn:uuid:")).version == 5 for identifier in identifiers)
    assert to_web_annotations(article, SOURCE) == annotations
    assert not set(identifiers) & {annotation["id"] for annotation in to_web_annotations(article, "urn:other")}
    json.dumps(annotations)


def test_the_bodies_are_tag_description_and_data() -> None:
    annotation: dict[str, Any] = to_web_annotations(FULL, SOURCE)[2]
    tag, description, data = (body["value"] for body in annotation["body"])
    assert tag == "Attribution"
    assert description.startswith("speaker: Ingrid Solberg; role: Transport Minister; ")
    assert len(annotation["target"]) == 3
    only = to_dict(Article(FULL.text, None, (), (), (), ())) | {"attributions": [json.loads(data)]}
    assert from_dict(only).attributions == FULL.attributions[:1]

"""W3C Web Annotations: JSON-LD that annotation servers and clients take.

https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

import json
from uuid import NAMESPACE_URL, uuid5

from mediaparse.arguments import check
from mediaparse.article import Article
from mediaparse.attributions.types import Attribution
from mediaparse.export.details import details
from mediaparse.export.finds import groups
from mediaparse.export.record import found_to_dict
from mediaparse.spans import Found, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# How much of the text stands around a quotation, so that it is found again when the page has changed.
_AROUND = 32


def to_web_annotations(article: Article, source: str) -> list[dict[str, object]]:
    """An annotation for each find, with ``source``, the address of the text, as its target.

    A target is selected twice: by its offsets in code points and by its words with those around
    them. The targets of an attribution are the pieces of its content. There are three bodies: a
    tag with the name of the type, a description for readers, and the find as JSON. Identifiers
    are made from ``source`` and the find, so they are the same every time.

    >>> import mediaparse
    >>> [annotation] = to_web_annotations(mediaparse.parse("It is 11 kilometers long."), "https://example.org/1")
    >>> annotation["target"][0]["selector"][0]
    {'type': 'TextPositionSelector', 'start': 6, 'end': 19}
    """
    check("article", article, Article, "an Article")
    check("source", source, str, "a str, the address of the text")
    return [
        {
            "@context": CONTEXT,
            "id": uuid5(NAMESPACE_URL, json.dumps([source, name, index, found_to_dict(found)])).urn,
            "type": "Annotation",
            "motivation": "tagging",
            "body": _bodies(found),
            "target": [
                _target(article.text, span, source)
                for span in (found.content if isinstance(found, Attribution) else (found,))
            ],
        }
        for name, finds in groups(article)
        for index, found in enumerate(finds)
    ]


def _bodies(found: Found) -> list[dict[str, object]]:
    described = "; ".join(f"{label}: {value}" for label, value in details(found))
    bodies = [
        _body("tagging", "text/plain", type(found).__name__),
        _body("describing", "text/plain", described),
        _body("describing", "application/json", json.dumps(found_to_dict(found), ensure_ascii=False)),
    ]
    return [body for body in bodies if body["value"]]


def _body(purpose: str, form: str, value: str) -> dict[str, object]:
    return {"type": "TextualBody", "purpose": purpose, "format": form, "value": value}


def _target(text: str, span: Span, source: str) -> dict[str, object]:
    return {
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.text,
                "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
        ],
    }

"""Walking through an article: its groups of finds, and the spans that a find holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import attrs

from mediaparse.article import Article
from mediaparse.attributions.types import Attribution
from mediaparse.datelines.types import Dateline
from mediaparse.disclaimers.types import Disclaimer
from mediaparse.quantities.types import Quantity
from mediaparse.spans import Found, Span

RESULTS: Mapping[str, type[Found]] = MappingProxyType(
    {"datelines": Dateline, "attributions": Attribution, "disclaimers": Disclaimer, "quantities": Quantity}
)
# Before the name of a plugin's extractor, which may be that of a finder.
EXTRA = "extra."


def groups(article: Article) -> Iterator[tuple[str, tuple[Found, ...]]]:
    """The finds of each finder under its name, then those of each plugin's extractor under ``extra.`` and its name."""
    for name in RESULTS:
        yield name, getattr(article, name)
    for name, finds in article.extra.items():
        yield EXTRA + name, finds


def parts(found: Found) -> Iterator[tuple[str, Span]]:
    """Each span that ``found`` holds, at any depth, under the name of its field."""
    for field in attrs.fields(type(found)):
        yield from _spans(field.name, getattr(found, field.name))


def _spans(name: str, value: object) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield name, value
    if isinstance(value, (tuple, list)):
        for item in value:
            yield from _spans(name, item)
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            yield from _spans(field.name, getattr(value, field.name))

"""Walking through an article: its groups of finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from mediaparse.article import Article
from mediaparse.attributions.types import Attribution
from mediaparse.datelines.types import Dateline
from mediaparse.disclaimers.types import Disclaimer
from mediaparse.quantities.types import Quantity
from mediaparse.spans import Found

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

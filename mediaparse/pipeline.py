"""parse: text in, Article out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from types import NoneType

from attrs import evolve

from mediaparse.arguments import REGISTRY, check, checked_day
from mediaparse.article import Article, Extra
from mediaparse.attributions.finder import find_in as find_attributions
from mediaparse.datelines.finder import find_in as find_datelines
from mediaparse.disclaimers.finder import find_in as find_disclaimers
from mediaparse.errors import PluginError
from mediaparse.quantities.finder import find_in as find_quantities
from mediaparse.registry import Extractor, Registry, default_registry
from mediaparse.scan import scan
from mediaparse.spans import Found, is_of, parts


def parse(text: str, *, published: dt.date | None = None, registry: Registry | None = None) -> Article:
    """Read the text of a news article: its datelines, attributions, disclaimers and quantities.

    ``published`` settles the year of a dateline that states none; of a moment the day counts. Offsets of all finds
    are code points of ``text``, ends exclusive. Without ``registry`` the built-in
    knowledge is used.

    >>> article = parse("OSLO, March 3 (Reuters) - Prices rose 2 percent, the bank said.")
    >>> article.datelines[0].places[0].name
    'Oslo'

    Raises ``TypeError`` where ``text`` is no ``str``, ``published`` no date or ``registry``
    no Registry, and ``PluginError`` where a plugin's extractor fails.
    """
    check("registry", registry, (Registry, NoneType), REGISTRY)
    published = checked_day(published)
    known = default_registry() if registry is None else registry
    scanned = scan(text)
    article = Article(
        text=text,
        published=published,
        datelines=scanned.restored(find_datelines(scanned, known.datelines, published)),
        attributions=scanned.restored(find_attributions(scanned, known.attributions)),
        disclaimers=scanned.restored(find_disclaimers(scanned, known.disclaimers)),
        quantities=scanned.restored(find_quantities(scanned, known.quantities)),
    )
    if not known.extractors:
        return article
    extra = tuple((extractor.name, _extract(extractor, article)) for extractor in known.extractors)
    return evolve(article, extra=Extra(extra))


def _extract(extractor: Extractor, article: Article) -> tuple[Found, ...]:
    """What ``extractor`` finds, checked: its type, and spans that are of the text, those in its fields too."""
    blamed = f"plugin {extractor.plugin!r}: mediaparse_extractors: extractor {extractor.name!r}"
    try:
        given = extractor.find(article)
        check("what it returns", given, Iterable, f"a list of {extractor.result.__name__}")
        found = tuple(given)
    except Exception as error:
        raise PluginError(f"{blamed} failed: {type(error).__name__}: {error}") from error
    for item in found:
        if not isinstance(item, extractor.result):
            raise PluginError(f"{blamed} must find {extractor.result.__name__}, not {type(item).__name__}")
        for span in (item, *(span for _, span in parts(item))):
            if not isinstance(span.start, int) or not isinstance(span.end, int) or not is_of(article.text, span):
                raise PluginError(f"{blamed} found a span that is not of the text: {span.start!r} to {span.end!r}")
    return tuple(sorted(found, key=lambda item: (item.start, item.end)))

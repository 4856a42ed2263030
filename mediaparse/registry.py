"""Registry: all that the finders know, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import frozen

from mediaparse.article import Article
from mediaparse.attributions.lexicon import AttributionLexicon
from mediaparse.datelines.lexicon import DatelineLexicon
from mediaparse.disclaimers.lexicon import DisclaimerLexicon
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.spans import Found


@frozen
class Extractor:
    """A finder that a plugin adds.

    ``find`` takes the article with what the four finders found in it and returns finds
    of ``result``, which then stand in ``article.extra[name]``.
    """

    name: str
    result: type[Found]
    find: Callable[[Article], Iterable[Found]]

    @property
    def id(self) -> str:
        """The name; it may stand in a registry once."""
        return self.name


@frozen
class Registry:
    """What each finder knows, the plugins' extractors, and which plugins it was built from."""

    datelines: DatelineLexicon
    attributions: AttributionLexicon
    disclaimers: DisclaimerLexicon
    quantities: QuantityLexicon
    extractors: tuple[Extractor, ...]
    plugins: tuple[str, ...]

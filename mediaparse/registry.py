"""Registry: all that the finders know, as one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from attrs import fields, frozen

from mediaparse.article import Article
from mediaparse.attributions.lexicon import AttributionLexicon
from mediaparse.attributions.lexicon import builtin_lexicon as builtin_attributions
from mediaparse.datelines.lexicon import DatelineLexicon
from mediaparse.datelines.lexicon import builtin_lexicon as builtin_datelines
from mediaparse.disclaimers.lexicon import DisclaimerLexicon
from mediaparse.disclaimers.lexicon import builtin_lexicon as builtin_disclaimers
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.lexicon import builtin_lexicon as builtin_quantities
from mediaparse.spans import Found
from mediaparse.values import Value

BUILTIN = "mediaparse"
"""The plugin that the library itself is."""


@frozen(eq=False, repr=False)
class Extractor(Value):
    """A finder that a plugin adds.

    ``find`` takes the article with what the four finders found in it and returns finds
    of ``result``, which then stand in ``article.extra[name]``. ``build_registry`` says
    which ``plugin`` brings it.
    """

    name: str
    result: type[Found]
    find: Callable[[Article], Iterable[Found]]
    plugin: str = ""

    @classmethod
    def matching(cls, name: str, result: type[Found], pattern: str, *, timeout: float = 1.0) -> Extractor:
        """An extractor of what ``pattern``, as the module ``regex`` reads it, matches in an article's text.

        The named groups of ``pattern`` are the fields of ``result`` behind those of ``Found``; the
        rule of each find is ``name``. ``timeout`` is the number of seconds that one article may take.

        >>> Extractor.matching("hashtags", Found, r"#\\w++").name
        'hashtags'

        Raises ``ValueError`` where the groups are not those fields, ``regex.error`` where ``pattern`` is none.
        """
        import regex  # what is built in does without

        groups = sorted(regex.compile(pattern).groupindex)
        own = sorted({field.name for field in fields(result)} - {field.name for field in fields(Found)})
        if groups != own:
            raise ValueError(f"extractor {name!r}: the groups of its pattern are {groups}, the fields {own}")
        return cls(name, result, Matches(name, result, pattern, timeout))

    @property
    def id(self) -> str:
        """The name; it may stand in a registry once."""
        return self.name


@frozen(eq=False, repr=False)
class Matches(Value):
    """The function of an extractor that is a pattern."""

    rule: str
    result: type[Found]
    pattern: str
    timeout: float

    def __call__(self, article: Article) -> Iterator[Found]:
        """A find for each match in the text of ``article``."""
        import regex

        for match in regex.finditer(self.pattern, article.text, timeout=self.timeout):
            yield self.result(match.start(), match.end(), match.group(), self.rule, **match.groupdict())


@frozen(eq=False, repr=False)
class Registry(Value):
    """What each finder knows, the plugins' extractors, and which plugins it was built from."""

    datelines: DatelineLexicon
    attributions: AttributionLexicon
    disclaimers: DisclaimerLexicon
    quantities: QuantityLexicon
    extractors: tuple[Extractor, ...]
    plugins: tuple[str, ...]


@cache
def default_registry() -> Registry:
    """The built-ins alone: what ``build_registry()`` makes through the hooks, which a first text need not wait for."""
    return Registry(
        datelines=builtin_datelines(),
        attributions=builtin_attributions(),
        disclaimers=builtin_disclaimers(),
        quantities=builtin_quantities(),
        extractors=(),
        plugins=(BUILTIN,),
    )

"""Read the text of a news article: wire-service datelines, speaker attributions, disclaimers and quantities."""

from typing import TYPE_CHECKING

from mediaparse.article import Article
from mediaparse.attributions import Attribution, AttributionKind, Cue, CueVerb, ResolvedBy, Speaker, Title
from mediaparse.datelines import Agency, AgencyEntry, Dateline, PartialDate, Place
from mediaparse.disclaimers import Disclaimer, DisclaimerKind, DisclaimerRule
from mediaparse.errors import PluginError
from mediaparse.pipeline import parse
from mediaparse.quantities import Change, Comparator, Quantity, Unit, UnitEntry
from mediaparse.registry import Extractor, Registry
from mediaparse.spans import Found, Span

if TYPE_CHECKING:
    from mediaparse.hooks import build_registry, hookimpl

__all__ = [
    "Agency",
    "AgencyEntry",
    "Article",
    "Attribution",
    "AttributionKind",
    "Change",
    "Comparator",
    "Cue",
    "CueVerb",
    "Dateline",
    "Disclaimer",
    "DisclaimerKind",
    "DisclaimerRule",
    "Extractor",
    "Found",
    "PartialDate",
    "Place",
    "PluginError",
    "Quantity",
    "Registry",
    "ResolvedBy",
    "Span",
    "Speaker",
    "Title",
    "Unit",
    "UnitEntry",
    "build_registry",
    "hookimpl",
    "parse",
]


def __getattr__(name: str) -> object:
    """What plugins need, imported where it is asked for: to read a text takes neither hooks nor pluggy."""
    if name not in ("build_registry", "hookimpl"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from mediaparse import hooks

    return getattr(hooks, name)

"""Statements with their speakers: types, knowledge, grammar and ``find``."""

from mediaparse.attributions.finder import find
from mediaparse.attributions.lexicon import AttributionLexicon, CueVerb, Title
from mediaparse.attributions.types import Attribution, AttributionKind, Cue, ResolvedBy, Speaker

__all__ = [
    "Attribution",
    "AttributionKind",
    "AttributionLexicon",
    "Cue",
    "CueVerb",
    "ResolvedBy",
    "Speaker",
    "Title",
    "find",
]

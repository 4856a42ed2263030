"""Disclaimers: types, knowledge, grammar and ``find``."""

from mediaparse.disclaimers.finder import find
from mediaparse.disclaimers.lexicon import DisclaimerLexicon, DisclaimerRule, Use
from mediaparse.disclaimers.types import Disclaimer, DisclaimerKind

__all__ = ["Disclaimer", "DisclaimerKind", "DisclaimerLexicon", "DisclaimerRule", "Use", "find"]

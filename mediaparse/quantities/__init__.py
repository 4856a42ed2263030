"""Quantities: types, knowledge, grammar and ``find``."""

from mediaparse.quantities.finder import find
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.types import Change, Comparator, Quantity
from mediaparse.quantities.unit import Unit, UnitEntry

__all__ = ["Change", "Comparator", "Quantity", "QuantityLexicon", "Unit", "UnitEntry", "find"]

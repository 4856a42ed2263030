"""Wire-service datelines: types, knowledge, grammar and ``find``."""

from mediaparse.datelines.finder import find
from mediaparse.datelines.lexicon import AgencyEntry, DatelineLexicon
from mediaparse.datelines.types import Agency, Dateline, PartialDate, Place

__all__ = ["Agency", "AgencyEntry", "Dateline", "DatelineLexicon", "PartialDate", "Place", "find"]

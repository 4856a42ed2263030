"""What a dateline is made of: places, a date that may be partial, agencies."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from mediaparse.spans import Found, Span
from mediaparse.values import Value


@frozen(eq=False, repr=False)
class Place(Span):
    """Where a story was filed.

    ``name`` is in title case however it was typed ("Moscow" for "MOSCOW"), ``region``
    as typed ("Ore.") or None, ``country`` ISO 3166-1 alpha-2 or None where the
    dateline does not settle it.
    """

    name: str
    region: str | None
    country: str | None


@frozen(eq=False, repr=False)
class PartialDate(Span):
    """A date of which the text may leave out parts; ``inferred`` says that the year came from ``published``."""

    year: int | None
    month: int | None
    day: int | None
    inferred: bool

    def as_date(self) -> dt.date | None:
        """The calendar date, or None where a part is missing or the three make none.

        >>> PartialDate(0, 10, "December 7", 2017, 12, 7, True).as_date()
        datetime.date(2017, 12, 7)
        """
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None


@frozen(eq=False, repr=False)
class Agency(Value):
    """A news agency or press-release wire; it has no span of its own, it is knowledge.

    ``id`` names it in data ("tass"), ``name`` is how it is known ("TASS"), ``country``
    ISO 3166-1 alpha-2 or None.
    """

    id: str
    name: str
    country: str | None


@frozen(eq=False, repr=False)
class Dateline(Found):
    """Where, when and by which agency a story was filed.

    ``end`` is after the last separator (``/TASS/.``, ``-``, ``--``): the story begins
    at the next character that is no white space.
    """

    places: tuple[Place, ...]
    date: PartialDate | None
    agencies: tuple[Agency, ...]

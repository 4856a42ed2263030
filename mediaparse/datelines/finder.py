"""The wire-service datelines of a text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from mediaparse.arguments import checked_day, checked_lexicon
from mediaparse.datelines.candidates import heads
from mediaparse.datelines.lexicon import DatelineLexicon, builtin_lexicon
from mediaparse.datelines.resolution import resolve
from mediaparse.datelines.types import Dateline
from mediaparse.scan import Scan, scan

if TYPE_CHECKING:
    from mediaparse.registry import Registry


def find(text: str, *, published: dt.date | None = None, registry: Registry | None = None) -> tuple[Dateline, ...]:
    """The wire-service datelines of ``text``, sorted by ``start``.

    ``published`` settles the year of a dateline that states none.

    >>> found, = find("MOSCOW, December 7. /TASS/. The port reopened.", published=dt.date(2017, 12, 7))
    >>> found.places[0].name, str(found.date.as_date()), found.agencies[0].name, found.end
    ('Moscow', '2017-12-07', 'TASS', 27)

    Raises ``TypeError`` where ``text`` is no ``str``, ``published`` no date or ``registry`` no Registry.
    """
    lexicon = checked_lexicon(registry, "datelines", DatelineLexicon, builtin_lexicon)
    scanned = scan(text)
    return scanned.restored(find_in(scanned, lexicon, checked_day(published)))


def find_in(scanned: Scan, lexicon: DatelineLexicon, published: dt.date | None) -> tuple[Dateline, ...]:
    """As ``find``, of a text already scanned; spans are cut from ``scanned.written``."""
    return tuple(resolve(scanned, head, published, lexicon) for head in heads(scanned, lexicon))

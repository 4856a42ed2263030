"""The wire-service datelines of a text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from mediaparse.datelines.lexicon import DatelineLexicon, builtin_lexicon
from mediaparse.datelines.types import Dateline
from mediaparse.scan import Scan, scan

if TYPE_CHECKING:
    from mediaparse.registry import Registry


def find(text: str, *, published: dt.date | None = None, registry: Registry | None = None) -> tuple[Dateline, ...]:
    """The wire-service datelines of ``text``, sorted by ``start``.

    Raises ``TypeError`` where ``text`` is no ``str``.
    """
    lexicon = builtin_lexicon() if registry is None else registry.datelines
    return find_in(scan(text), lexicon, published)


def find_in(scanned: Scan, lexicon: DatelineLexicon, published: dt.date | None) -> tuple[Dateline, ...]:
    """As ``find``, of a text already scanned."""
    return ()

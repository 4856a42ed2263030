"""The quantities of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediaparse.quantities.lexicon import QuantityLexicon, builtin_lexicon
from mediaparse.quantities.types import Quantity
from mediaparse.scan import Scan, scan

if TYPE_CHECKING:
    from mediaparse.registry import Registry


def find(text: str, *, registry: Registry | None = None) -> tuple[Quantity, ...]:
    """The quantities of ``text``, sorted by ``start``.

    Raises ``TypeError`` where ``text`` is no ``str``.
    """
    lexicon = builtin_lexicon() if registry is None else registry.quantities
    return find_in(scan(text), lexicon)


def find_in(scanned: Scan, lexicon: QuantityLexicon) -> tuple[Quantity, ...]:
    """As ``find``, of a text already scanned."""
    return ()

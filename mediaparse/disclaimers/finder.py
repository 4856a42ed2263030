"""The disclaimers of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediaparse.disclaimers.lexicon import DisclaimerLexicon, builtin_lexicon
from mediaparse.disclaimers.types import Disclaimer
from mediaparse.scan import Scan, scan

if TYPE_CHECKING:
    from mediaparse.registry import Registry


def find(text: str, *, registry: Registry | None = None) -> tuple[Disclaimer, ...]:
    """The disclaimers of ``text``, sorted by ``start``.

    Raises ``TypeError`` where ``text`` is no ``str``.
    """
    lexicon = builtin_lexicon() if registry is None else registry.disclaimers
    return find_in(scan(text), lexicon)


def find_in(scanned: Scan, lexicon: DisclaimerLexicon) -> tuple[Disclaimer, ...]:
    """As ``find``, of a text already scanned."""
    return ()

"""The statements with their speakers of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mediaparse.attributions.lexicon import AttributionLexicon, builtin_lexicon
from mediaparse.attributions.types import Attribution
from mediaparse.scan import Scan, scan

if TYPE_CHECKING:
    from mediaparse.registry import Registry


def find(text: str, *, registry: Registry | None = None) -> tuple[Attribution, ...]:
    """The statements with their speakers of ``text``, sorted by ``start``.

    Raises ``TypeError`` where ``text`` is no ``str``.
    """
    lexicon = builtin_lexicon() if registry is None else registry.attributions
    return find_in(scan(text), lexicon)


def find_in(scanned: Scan, lexicon: AttributionLexicon) -> tuple[Attribution, ...]:
    """As ``find``, of a text already scanned."""
    return ()

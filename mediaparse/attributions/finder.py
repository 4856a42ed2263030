"""The statements with their speakers of a text."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from mediaparse.arguments import checked_lexicon
from mediaparse.attributions.cues import hits
from mediaparse.attributions.lexicon import AttributionLexicon, builtin_lexicon
from mediaparse.attributions.passages import read
from mediaparse.attributions.resolution import resolve
from mediaparse.attributions.results import attribution, stretch
from mediaparse.attributions.skeleton import skeleton
from mediaparse.attributions.types import Attribution
from mediaparse.scan import Scan, scan

if TYPE_CHECKING:
    from mediaparse.registry import Registry


_PLACE = attrgetter("start", "end")


def find(text: str, *, registry: Registry | None = None) -> tuple[Attribution, ...]:
    """The statements with their speakers of ``text``, sorted by ``start``.

    >>> [found] = find('"The dam is safe," said Mayor Ana Ruiz. "It has stood for forty years."')
    >>> found.speaker.name, [piece.text for piece in found.content]
    ('Ana Ruiz', ['The dam is safe,', 'It has stood for forty years.'])

    Raises ``TypeError`` where ``text`` is no ``str`` or ``registry`` no Registry.
    """
    lexicon = checked_lexicon(registry, "attributions", AttributionLexicon, builtin_lexicon)
    scanned = scan(text)
    return scanned.restored(find_in(scanned, lexicon))


def find_in(scanned: Scan, lexicon: AttributionLexicon) -> tuple[Attribution, ...]:
    """As ``find``, of a text already scanned; spans are cut from ``scanned.written``."""
    folded = skeleton(scanned)
    statements = sorted(read(folded, hits(folded, lexicon)), key=lambda statement: statement.pieces[0][0])
    # Only a quotation that goes on has neither cue nor speaker; a question whose asker is not named has nobody.
    mentions = [
        stretch(folded, statement.speaker) if statement.speaker else None
        for statement in statements
        if statement.speaker or not statement.hit
    ]
    speakers = iter(resolve(scanned, mentions, lexicon))
    found = [
        attribution(folded, statement, next(speakers) if statement.speaker or not statement.hit else None)
        for statement in statements
    ]
    return tuple(sorted(found, key=_PLACE))

"""The disclaimers of a text: trigger words, wordings round them, the frames that make marks of them, notices."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from mediaparse.arguments import checked_lexicon
from mediaparse.disclaimers.brackets import bracketed
from mediaparse.disclaimers.footnotes import Stars
from mediaparse.disclaimers.lexicon import DisclaimerLexicon, builtin_lexicon
from mediaparse.disclaimers.marks import marks
from mediaparse.disclaimers.matching import pieces, wanted
from mediaparse.disclaimers.notices import notices
from mediaparse.disclaimers.types import Disclaimer
from mediaparse.scan import Scan, scan

if TYPE_CHECKING:
    from mediaparse.registry import Registry


_HEADING = 40  # characters of a label


def find(text: str, *, registry: Registry | None = None) -> tuple[Disclaimer, ...]:
    """The disclaimers of ``text``, sorted by ``start``; they do not overlap.

    Offsets are code points, ends exclusive. Without ``registry`` the rules of ``rules/`` are used.

    >>> [mark] = find("They fought the Islamic State (outlawed in Russia).")
    >>> mark.text, str(mark.kind), mark.jurisdictions, mark.target.text
    ('(outlawed in Russia)', 'banned_organization', ('RU',), 'the Islamic State')

    Raises ``TypeError`` where ``text`` is no ``str`` or ``registry`` no Registry.
    """
    lexicon = checked_lexicon(registry, "disclaimers", DisclaimerLexicon, builtin_lexicon)
    scanned = scan(text)
    return scanned.restored(find_in(scanned, lexicon))


def find_in(scanned: Scan, lexicon: DisclaimerLexicon) -> tuple[Disclaimer, ...]:
    """As ``find``, of a text already scanned; spans are cut from ``scanned.written``."""
    if "".join(scanned.vocabulary).isascii():
        lexicon = lexicon.plain
    found, others = bracketed(scanned, wanted(scanned, lexicon), lexicon)
    stars = Stars(scanned)
    for cut, matches in pieces(scanned, others, lexicon):
        said = tuple(notices(cut, matches, lexicon))
        found += said
        found += marks(cut, matches, stars, said, lexicon)
    return _without_headings(_apart(found)) if found else ()


def _apart(found: list[Disclaimer]) -> tuple[Disclaimer, ...]:
    """``found`` in order, without those that overlap a designation, or a longer notice."""
    kept: list[Disclaimer] = []
    for each in sorted(found, key=lambda each: (each.start, not each.kind.is_designation, -each.end)):
        before = kept[-1] if kept else None
        if before is None or each.start >= before.end:
            kept.append(each)
        elif each.kind.is_designation and not before.kind.is_designation:
            kept[-1] = each
    return tuple(kept)


def _without_headings(found: tuple[Disclaimer, ...]) -> tuple[Disclaimer, ...]:
    """``found`` without labels, "SPONSORED CONTENT", that are the heading of the notice on the next line."""
    return tuple(
        each
        for each, after in zip_longest(found, found[1:])
        if not (
            after is not None
            and each.rule == "sponsored.label"
            and after.kind is each.kind
            and after.start - each.end <= 2
            and len(each.text) < _HEADING
            and each.text[-1:] != "."
        )
    )

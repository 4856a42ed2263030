"""Brackets: what fills plain brackets, "(outlawed in Russia)", is read with little more than the name before them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, groupby

from mediaparse.disclaimers.codes import STARS, SUPERSCRIPTS
from mediaparse.disclaimers.frames import bracket
from mediaparse.disclaimers.lexicon import STATING, DisclaimerLexicon, Use
from mediaparse.disclaimers.marks import disclaimer
from mediaparse.disclaimers.matching import Match, Wanted, in_paragraph, matches_of, paragraph_of
from mediaparse.disclaimers.notices import notices
from mediaparse.disclaimers.piece import Piece, piece
from mediaparse.disclaimers.statuses import statuses
from mediaparse.disclaimers.targets import is_word
from mediaparse.disclaimers.types import Disclaimer
from mediaparse.patterns import pattern
from mediaparse.scan import Scan

_LONGEST = 160  # characters of brackets; all words in them must see both
_NAME = 18  # parts before the brackets: more than most names have
_MARGIN = 3  # tokens before a name that tell where it begins
_ASIDE = frozenset((Use.EXACT,))

_UNPLAIN = pattern(rf"[\[\](){{}}（）【】/\n{STARS}{SUPERSCRIPTS}]")
_STAR = pattern(f"[{STARS}{SUPERSCRIPTS}]")


def bracketed(
    scan: Scan, wanted: Iterable[Wanted], lexicon: DisclaimerLexicon
) -> tuple[list[Disclaimer], list[Wanted]]:
    """The finds of paragraphs in which all of ``wanted`` stand in plain brackets, and those that stand in others."""
    found: list[Disclaimer] = []
    others: list[Wanted] = []
    for _, keys in groupby(wanted, lambda key: paragraph_of(scan, key.at)):
        inside = list(keys)
        fillings = _fillings(scan, inside, lexicon)
        if fillings is None:
            others += inside
        else:
            found += fillings
    return found, others


def _fillings(scan: Scan, keys: Iterable[Wanted], lexicon: DisclaimerLexicon) -> list[Disclaimer] | None:
    """What fills the brackets of a paragraph; None where a key stands outside, or its brackets do not tell enough."""
    found: list[Disclaimer] = []
    for brackets, inside in groupby(keys, lambda key: _plain_brackets(scan, key.at)):
        filling = _filling(scan, *brackets, list(inside), lexicon) if brackets else None
        if filling is None:
            return None
        found += filling
    return found


def _plain_brackets(scan: Scan, at: int) -> tuple[int, int] | None:
    """Where the brackets round part ``at`` open and close, with none inside nor a star; None where none do."""
    offset = scan.offsets[at]
    opening = scan.text.rfind("(", max(offset - _LONGEST, 0), offset)
    closing = scan.text.find(")", offset, opening + _LONGEST)
    if opening < 0 or closing < 0 or _UNPLAIN.search(scan.text, opening + 1, closing):
        return None
    return opening, closing


def _filling(
    scan: Scan, opening: int, closing: int, keys: list[Wanted], lexicon: DisclaimerLexicon
) -> Sequence[Disclaimer] | None:
    """The mark or aside that fills the brackets, if any does; None where the words near them do not tell."""
    at = scan.part_at(opening)
    begin, _ = in_paragraph(scan, *keys[0])
    if _may_be_note(scan.text, scan.offsets[begin], opening):
        return None
    cut = piece(scan, max(begin, at - _NAME), scan.part_at(closing) + 1, lexicon.vocabulary)
    wordings = dict.fromkeys(chain.from_iterable([key.wordings for key in keys]))
    matches = matches_of(cut, wordings)
    if not matches and all(wording.in_brackets for wording in wordings):
        return ()
    found = _only(cut, matches, lexicon)
    if found is None or found.start != opening or not is_word(cut, cut.starts.index(opening) - 1):
        return None
    if found.target is not None and begin < at - _NAME and found.target.start < cut.starts[_MARGIN]:
        return None
    return (found,)


def _only(cut: Piece, matches: Sequence[Match], lexicon: DisclaimerLexicon) -> Disclaimer | None:
    """The aside, or the mark of the only status, that ``matches`` make."""
    uses = {match.rule.use for match in matches}
    if uses == _ASIDE:
        return next(notices(cut, matches, lexicon), None)
    stated = list(statuses(cut, matches, lexicon)) if uses <= STATING else []
    frame = bracket(cut, stated[0], lexicon) if len(stated) == 1 else None
    return None if frame is None else disclaimer(cut, frame, stated[0], matches, lexicon)


def _may_be_note(text: str, start: int, opening: int) -> bool:
    """Can what stands between ``start`` and ``opening`` be of a footnote: is a star there, or does it open its line?"""
    first = text[max(text.rfind("\n", start, opening), start) : opening].lstrip()[:1]
    return first in ("[", "(") or first.isdigit() or _STAR.search(text, start, opening) is not None

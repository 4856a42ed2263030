"""Marks: the statements of a status that stand in a frame, with their kind, countries and target."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from mediaparse.disclaimers.footnotes import Stars, footnote
from mediaparse.disclaimers.frames import FRAMES, Frame
from mediaparse.disclaimers.lexicon import DisclaimerLexicon
from mediaparse.disclaimers.matching import Match
from mediaparse.disclaimers.piece import Piece
from mediaparse.disclaimers.statuses import Status, countries, statuses
from mediaparse.disclaimers.types import Disclaimer


def marks(
    cut: Piece, matches: Sequence[Match], stars: Stars, taken: Sequence[Disclaimer], lexicon: DisclaimerLexicon
) -> Iterator[Disclaimer]:
    """The marks of a piece of text, in its order, outside the headers ``taken``."""
    done = -1
    headers = [each for each in taken if each.kind.is_designation]
    for status in statuses(cut, matches, lexicon):
        if status.first <= done or _is_taken(cut, status, headers):
            continue
        frame = footnote(cut, status, stars, lexicon) or _framed(cut, status, stars, lexicon)
        if frame is not None:
            done = frame.last
            yield disclaimer(cut, frame, status, matches, lexicon)


def _framed(cut: Piece, status: Status, stars: Stars, lexicon: DisclaimerLexicon) -> Frame | None:
    frame = next((frame for read in FRAMES if (frame := read(cut, status, lexicon)) is not None), None)
    if frame is not None and cut.codes[frame.first : frame.first + 2] == "(*":  # a footnote in brackets
        return frame._replace(target=stars.name(cut.word(frame.first + 1), frame.start, lexicon) or frame.target)
    return frame


def _is_taken(cut: Piece, status: Status, headers: Sequence[Disclaimer]) -> bool:
    """Does the status stand in one of ``headers``?"""
    start = cut.starts[status.first]
    before = bisect_right(headers, start, key=lambda each: each.start)
    return before > 0 and start < headers[before - 1].end


def _gravity(match: Match) -> int:
    return match.rule.kind.gravity


def disclaimer(
    cut: Piece, frame: Frame, status: Status, matches: Sequence[Match], lexicon: DisclaimerLexicon
) -> Disclaimer:
    """The find of a frame: the gravest kind that is said in it, and the countries of its statuses."""
    begin, end = bisect_left(matches, (frame.first,)), bisect_left(matches, (frame.last + 1,))
    inside = [match for match in matches[begin:end] if match.last <= frame.last and match.rule.use.states]
    stated = inside or status.matches
    naming = stated[0] if len(stated) == 1 else min(stated, key=_gravity)
    kind = naming.rule.kind
    for rule, pattern in lexicon.qualifiers:
        if rule.kind.gravity < kind.gravity and pattern.search(cut.codes, frame.first, frame.last + 1):
            kind, naming = rule.kind, stated[0]
    return Disclaimer(
        start=frame.start,
        end=frame.end,
        text=cut.scan.written[frame.start : frame.end],
        rule=naming.rule.id,
        kind=kind,
        jurisdictions=countries(cut, stated, lexicon),
        target=frame.target,
    )

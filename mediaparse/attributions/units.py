"""One unit, a sentence with its quotations whole: its statements."""

from __future__ import annotations

from itertools import islice

from mediaparse.attributions.closings import closing
from mediaparse.attributions.cues import Hit
from mediaparse.attributions.openings import opening
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.statements import Statement

_LAST = 40  # cues of one sentence that are looked at for the one that closes it


def read_unit(folded: Skeleton, unit: Unit, hits: list[Hit]) -> list[Statement]:
    """The statements of one unit, in order of their cues."""
    for number in range(len(hits) - 1, max(-1, len(hits) - 1 - _LAST), -1):
        limit = hits[number + 1].group if number + 1 < len(hits) else unit.end
        last = closing(folded, unit, hits[number], limit)
        if last is not None:
            return [last, *_openings(folded, unit, hits, number + 1, last)]
    return _openings(folded, unit, hits, 0, None)


def _openings(folded: Skeleton, unit: Unit, hits: list[Hit], first: int, last: Statement | None) -> list[Statement]:
    """The statements whose content stands behind their cue; what stands in another's content is part of it."""
    found: list[Statement] = []
    covered = unit.start if last is None else last.pieces[-1][1]
    for number in range(first, len(hits)):
        if hits[number].word < covered:
            continue
        statement = opening(folded, unit, hits[number], islice(hits, number + 1, number + _LAST), last)
        if statement is not None:
            found.append(statement)
            last = statement
            covered = statement.pieces[-1][1] if statement.pieces else unit.end
    return found

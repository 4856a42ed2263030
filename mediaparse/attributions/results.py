"""Results: statements in tokens turned into attributions with spans of the text."""

from __future__ import annotations

from mediaparse.attributions.skeleton import Skeleton
from mediaparse.attributions.statements import Piece, Statement
from mediaparse.attributions.types import Attribution, AttributionKind, Cue, Speaker
from mediaparse.spans import Span


def mention(folded: Skeleton, statement: Statement) -> Span | None:
    """The span of the speaker's mention."""
    return _span(folded, *statement.speaker) if statement.speaker else None


def attribution(folded: Skeleton, statement: Statement, speaker: Speaker | None) -> Attribution:
    """The attribution that ``statement`` is, with ``speaker`` as it was resolved."""
    text = folded.scanned.text
    content = tuple([_content(folded, piece) for piece in statement.pieces])
    kind, closed = _kind(folded, statement.pieces)
    cue = _cue(folded, statement)
    start, end = content[0].start, content[-1].end
    for span in (cue, speaker if statement.speaker else None):
        if span is not None:
            start = span.start if span.start < start else start
            end = span.end if span.end > end else end
    return Attribution(start, end, text[start:end], statement.rule, kind, content, cue, speaker, closed)


def _span(folded: Skeleton, start: int, end: int) -> Span:
    return folded.scanned.span(folded.offsets[start], folded.end_of(end))


def _cue(folded: Skeleton, statement: Statement) -> Cue | None:
    """The verb alone, or with what negates it: "does not rule out"."""
    hit = statement.hit
    if hit is None:
        return None
    span = _span(folded, hit.group if hit.negated else hit.word, hit.end)
    return Cue(span.start, span.end, span.text, hit.form.verb.lemma, hit.negated)


def _content(folded: Skeleton, piece: Piece) -> Span:
    """The span of a piece, the marks outside where it is a quotation and nothing else."""
    start, end = piece
    if end - start == 1 and start in folded.quotations:
        quotation = folded.quotations[start]
        return folded.scanned.span(quotation.inner_start, quotation.inner_end)
    return _span(folded, start, end)


def _kind(folded: Skeleton, pieces: tuple[Piece, ...]) -> tuple[AttributionKind, bool]:
    """Whether the pieces are quoted, and whether every quotation in them is closed."""
    letters, whole, quoted, closed = folded.letters, True, False, True
    for start, end in pieces:
        at = letters.find("Q", start, end)
        whole = whole and at == start and end - start == 1
        while at >= 0:
            quoted = True
            closed = closed and folded.quotations[at].closed
            at = letters.find("Q", at + 1, end)
    if whole:
        return AttributionKind.DIRECT, closed
    return (AttributionKind.MIXED if quoted else AttributionKind.INDIRECT), closed

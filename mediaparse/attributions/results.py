"""Results: statements in tokens turned into attributions with spans of the text."""

from __future__ import annotations

from mediaparse.attributions.cues import Hit
from mediaparse.attributions.resolution import Stretch
from mediaparse.attributions.skeleton import OPEN, Skeleton
from mediaparse.attributions.statements import Piece, Statement
from mediaparse.attributions.types import Attribution, AttributionKind, Cue, Speaker
from mediaparse.attributions.words import is_a
from mediaparse.spans import Span

_BRACKET = 4  # characters of a gap; a longer one may hold an aside
_DIRECT, _INDIRECT, _MIXED = AttributionKind  # a member takes long to reach by its name


def stretch(folded: Skeleton, mention: Piece) -> Stretch:
    """Where a mention stands in the text, no bracket closed that it does not open."""
    first, gap = mention
    if folded.words[gap] in OPEN:
        return folded.offsets[first], folded.offsets[gap]
    start, end = folded.offsets[first], folded.end_of(gap)
    text = folded.scanned.text
    if text[end - 1] == ")" and text.find("(", start, end) < 0:
        end = folded.offsets[gap]
    if text.startswith("**", end) and text.count("**", start, end) % 2:  # the emphasis of Markdown
        end += 2
    return start, end


def attribution(folded: Skeleton, statement: Statement, speaker: Speaker | None) -> Attribution:
    """The attribution that ``statement`` is, with ``speaker`` as it was resolved."""
    content, kind, closed = _content(folded, statement.pieces)
    start, end, cue = content[0].start, content[-1].end, None
    if statement.hit is not None:
        cue = _cue(folded, statement.hit)
        start = cue.start if cue.start < start else start
        end = cue.end if cue.end > end else end
    if speaker is not None and statement.speaker is not None:
        start = speaker.start if speaker.start < start else start
        end = speaker.end if speaker.end > end else end
    written = folded.scanned.written[start:end]
    return Attribution(start, end, written, statement.rule, kind, content, cue, speaker, closed)


def _cue(folded: Skeleton, hit: Hit) -> Cue:
    """The verb alone, or with what negates it: "does not rule out"."""
    start, end = folded.offsets[hit.group if hit.negated else hit.word], folded.end_of(hit.end)
    return Cue(start, end, folded.scanned.written[start:end], hit.form.verb.lemma, hit.negated)


def _content(folded: Skeleton, pieces: tuple[Piece, ...]) -> tuple[tuple[Span, ...], AttributionKind, bool]:
    """The spans of the pieces, how they are given, and whether every quotation in them is closed.

    The marks stay outside where a piece is a quotation and nothing else.
    """
    quotations, written = folded.quotations, folded.scanned.written
    spans = []
    whole, quoted, closed = True, False, True
    for first, gap in pieces:
        if gap == first + 1 and first in quotations:
            _, _, start, end, closes = quotations[first]
            quoted, closed = True, closed and closes
        else:
            whole, start = False, folded.offsets[first]
            end = folded.end_of_aside(gap) if len(folded.words[gap]) > _BRACKET else folded.end_of(gap)
            at = folded.letters.find("Q", first, gap)
            while at >= 0:
                quoted = quoted or not is_a("naming", folded.words[at - 2])
                closed = closed and quotations[at].closed
                at = folded.letters.find("Q", at + 1, gap)
        spans.append(Span(start, end, written[start:end]))
    return tuple(spans), _DIRECT if whole else _MIXED if quoted else _INDIRECT, closed

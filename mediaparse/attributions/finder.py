"""The statements with their speakers of a text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from mediaparse.attributions.cues import hits
from mediaparse.attributions.lexicon import AttributionLexicon, builtin_lexicon
from mediaparse.attributions.passages import read
from mediaparse.attributions.resolution import resolve
from mediaparse.attributions.skeleton import Skeleton, skeleton
from mediaparse.attributions.statements import Statement
from mediaparse.attributions.types import Attribution, AttributionKind, Cue, Speaker
from mediaparse.scan import Scan, scan
from mediaparse.spans import Span

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
    folded = skeleton(scanned)
    statements = read(folded, hits(folded, lexicon))
    statements.sort(key=lambda statement: statement.pieces[0][0])
    mentions = [_mention(folded, statement) for statement in statements]
    spoken = [at for at, statement in enumerate(statements) if statement.speaker or statement.hit is None]
    speakers: list[Speaker | None] = [None] * len(statements)
    for at, speaker in zip(spoken, resolve(scanned, [mentions[at] for at in spoken], lexicon), strict=True):
        speakers[at] = speaker
    found = [_attribution(folded, statement, speaker) for statement, speaker in zip(statements, speakers, strict=True)]
    return tuple(sorted(found, key=lambda item: (item.start, item.end)))


def _mention(folded: Skeleton, statement: Statement) -> Span | None:
    return _span(folded, *statement.speaker) if statement.speaker else None


def _span(folded: Skeleton, start: int, end: int) -> Span:
    return folded.scanned.span(folded.offsets[start], folded.end_of(end))


def _content(folded: Skeleton, piece: tuple[int, int]) -> tuple[Span, int]:
    """The span of a piece, marks outside where it is one quotation, and how many of its characters are quoted."""
    start, end = piece
    scanned = folded.scanned
    begin, finish = folded.offsets[start], folded.end_of(end)
    quoted = sum(
        folded.quotations[at].end - folded.quotations[at].start
        for at in range(start + start % 2, end, 2)
        if folded.letters[at] == "Q"
    )
    if folded.letters[start] == "Q" and (end - start == 1):
        quotation = folded.quotations[start]
        return scanned.span(quotation.inner_start, quotation.inner_end), quoted
    return scanned.span(begin, finish), quoted


def _attribution(folded: Skeleton, statement: Statement, speaker: Speaker | None) -> Attribution:
    scanned = folded.scanned
    pairs = [_content(folded, piece) for piece in statement.pieces]
    pieces = tuple(span for span, _ in pairs)
    total = sum(span.end - span.start for span in pieces)
    quoted = sum(count for _, count in pairs)
    kind = AttributionKind.DIRECT if quoted >= total else AttributionKind.MIXED if quoted else AttributionKind.INDIRECT
    cue = None
    if statement.hit is not None:
        hit = statement.hit
        start = hit.group if hit.negated else hit.word
        piece = _span(folded, start, hit.end)
        cue = Cue(piece.start, piece.end, piece.text, hit.form.verb.lemma, hit.negated)
    spans: list[Span] = [*pieces, *(part for part in (cue, speaker if statement.speaker else None) if part is not None)]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    closed = all(
        folded.quotations[at].closed
        for begin, finish in statement.pieces
        for at in range(begin, finish, 2)
        if folded.letters[at] == "Q"
    )
    return Attribution(start, end, scanned.text[start:end], statement.rule, kind, pieces, cue, speaker, closed)

"""The statements with their speakers of a text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from mediaparse.attributions.cues import Hit, hits
from mediaparse.attributions.lexicon import AttributionLexicon, builtin_lexicon
from mediaparse.attributions.resolution import resolve
from mediaparse.attributions.skeleton import Skeleton, Unit, skeleton
from mediaparse.attributions.statements import Statement, read_unit
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
    statements = continued(folded, _by_unit(folded, hits(folded, lexicon)))
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


def _by_unit(folded: Skeleton, found: list[Hit]) -> list[tuple[Unit, list[Statement]]]:
    out = []
    at = 0
    for unit in folded.units:
        begin = at
        while at < len(found) and found[at].word < unit.end:
            at += 1
        mine = [hit for hit in found[begin:at] if hit.word >= unit.start]
        out.append((unit, read_unit(folded, unit, mine, False) if mine else []))
    return out


def continued(folded: Skeleton, units: list[tuple[Unit, list[Statement]]]) -> list[Statement]:
    out: list[Statement] = []
    last_paragraph = -2
    for unit, statements in units:
        alone = unit.end - unit.start == 1 and folded.letters[unit.start] == "Q"
        if alone and out and last_paragraph == unit.paragraph:
            last = out[-1]
            out[-1] = Statement(last.hit, last.speaker, (*last.pieces, (unit.start, unit.end)), last.rule)
        elif alone and out and last_paragraph == unit.paragraph - 1 and _long(folded, unit):
            out.append(Statement(None, None, ((unit.start, unit.end),), "continuation"))
            last_paragraph = unit.paragraph
        elif statements:
            out += statements
            last_paragraph = unit.paragraph
        else:
            last_paragraph = -2 if last_paragraph != unit.paragraph else last_paragraph
    return out


def _long(folded: Skeleton, unit: Unit) -> bool:
    quotation = folded.quotations[unit.start]
    return quotation.end - quotation.start > 20


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
    spans: list[Span] = [*pieces, *(part for part in (cue, speaker if statement.hit else None) if part is not None)]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    closed = all(
        folded.quotations[at].closed
        for begin, finish in statement.pieces
        for at in range(begin, finish, 2)
        if folded.letters[at] == "Q"
    )
    return Attribution(start, end, scanned.text[start:end], statement.rule, kind, pieces, cue, speaker, closed)

"""Notices: what a text says about itself, from its first sentence to its last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mediaparse.disclaimers.codes import MARKS
from mediaparse.disclaimers.lexicon import DisclaimerLexicon, Use
from mediaparse.disclaimers.matching import Match
from mediaparse.disclaimers.piece import Piece, piece
from mediaparse.disclaimers.statuses import at_line_start, countries
from mediaparse.disclaimers.targets import begins_sentence, is_name, target_before
from mediaparse.disclaimers.types import Disclaimer, DisclaimerKind
from mediaparse.spans import Span

_ENDS = ".!?"
_LONGEST = 400  # tokens of a sentence
_ASIDE = 100  # tokens between the brackets round a notice
_PRESUMED = frozenset(("presumed", "considered", "deemed"))
_IS = frozenset(("is", "are", "remains", "remain"))
_REPORTED = 9  # tokens from the comma of ", it said in a letter to clients." to its end
_NEIGHBOURS = 6  # sentences, or paragraphs, of one notice on either side


def notices(cut: Piece, matches: Sequence[Match], lexicon: DisclaimerLexicon) -> Iterator[Disclaimer]:
    """The notices of a piece of text, in its order."""
    done = -1
    for match in matches:
        if match.rule.use.states or match.first <= done:
            continue
        if match.rule.use is Use.EXACT:
            if not _is_credit(cut, match, lexicon):
                done = match.last
                yield _aside(cut, match, lexicon)
            continue
        opening = match.rule.use in (Use.LABEL, Use.OPENING)
        if opening and not _may_open(cut, match.first):
            continue
        first, last = _sentence(cut, match.first, match.last)
        if match.rule.kind.is_designation:
            first = match.first - (match.first > 0 and cut.codes[match.first - 1] == "*")
        if opening and not _opens(cut, first, match.first):
            continue
        if _is_denied(cut, first, last, match, lexicon):
            continue
        first, done = _with_brackets(cut, *_with_companions(cut, first, last, match, lexicon))
        yield _notice(cut, match, first, done, lexicon)


def _is_credit(cut: Piece, match: Match, lexicon: DisclaimerLexicon) -> bool:
    """Is it a credit in brackets, "(Photo — TASS)", and no aside?"""
    return any(code in lexicon.members("credit") for code in cut.codes[match.first : match.last])


def _aside(cut: Piece, match: Match, lexicon: DisclaimerLexicon) -> Disclaimer:
    """The aside that ``match`` covers, with the agency that signs it."""
    agencies = lexicon.members("agency")
    signature = next((k for k in range(match.last, match.first, -1) if cut.codes[k] in agencies), None)
    span = cut.span(match.first, match.last)
    return Disclaimer(
        start=span.start,
        end=span.end,
        text=span.text,
        rule=match.rule.id,
        kind=match.rule.kind,
        jurisdictions=match.rule.jurisdictions,
        target=_explained(cut, match, lexicon),
        author=None if signature is None else cut.span(signature, signature),
    )


def _notice(cut: Piece, match: Match, first: int, last: int, lexicon: DisclaimerLexicon) -> Disclaimer:
    """The notice of ``match``, from token ``first`` to ``last`` or to the end of its paragraph."""
    start, end = _trimmed(cut, first, last)
    if match.rule.use in (Use.PARAGRAPH, Use.LABEL) or (match.rule.use is Use.NOTE and at_line_start(cut, first)):
        end = max(end, _paragraph_end(cut, match, lexicon))
    return Disclaimer(
        start=start,
        end=end,
        text=cut.scan.written[start:end],
        rule=match.rule.id,
        kind=match.rule.kind,
        jurisdictions=countries(cut, (match,), lexicon) if match.rule.kind.is_designation else (),
        target=_subject(cut, match, last, lexicon),
    )


def _sentence(cut: Piece, first: int, last: int) -> tuple[int, int]:
    """The tokens of the sentence round ``first`` to ``last``, or of the brackets inside one."""
    depth = 0
    begin = first
    while begin > 0 and first - begin < _LONGEST:
        code = cut.codes[begin - 1]
        if code == ")":
            depth += 1
        elif code == "(":
            depth -= 1
            if depth < 0:
                return _bracketed(cut, begin - 1, last)
        elif (code in _ENDS and depth <= 0) or code == "\n":
            break
        begin -= 1
    return _without_heading(cut, begin, first), _sentence_end(cut, last)


def _bracketed(cut: Piece, opening: int, last: int) -> tuple[int, int]:
    depth = 0
    for token in range(opening, min(last + 400, len(cut.codes))):
        if cut.codes[token] == "(":
            depth += 1
        elif cut.codes[token] == ")":
            depth -= 1
            if depth == 0 and token > last:
                return opening, token
    return opening, _sentence_end(cut, last)


def _sentence_end(cut: Piece, last: int) -> int:
    depth = 0
    if cut.codes[last] in _ENDS:
        return last
    limit = min(last + _LONGEST, len(cut.codes))
    for token in range(last + 1, limit):
        code = cut.codes[token]
        if code == "(":
            depth += 1
        elif code == ")":
            depth -= 1
        elif code in _ENDS and depth <= 0:
            return token
        elif code == "\n":
            return token - 1
    return limit - 1


def _without_heading(cut: Piece, begin: int, first: int) -> int:
    """A heading in capitals on the line of its notice is not of it."""
    token = begin
    while token < first and (cut.word(token).isupper() or cut.codes[token] in MARKS) and cut.codes[token] != ":":
        token += 1
    words = sum(cut.codes[k] not in MARKS for k in range(begin, token))
    if words >= 2 and token < len(cut.codes) and is_name(cut, token) and not cut.word(token).isupper():
        return token
    return begin


def _may_open(cut: Piece, token: int) -> bool:
    """Is there no word of its sentence right before ``token``, a heading's apart?"""
    before = token - 1
    while before >= 0 and cut.codes[before] in MARKS and cut.codes[before] not in _ENDS + "\n(":
        before -= 1
    return before < 0 or cut.codes[before] in MARKS or cut.word(before).isupper()


def _opens(cut: Piece, first: int, token: int) -> bool:
    """Does the sentence from ``first`` begin with ``token``, marks apart?"""
    return all(code in MARKS for code in cut.codes[first:token])


def _is_denied(cut: Piece, first: int, last: int, match: Match, lexicon: DisclaimerLexicon) -> bool:
    """Does the sentence report the words, or deny them, and not say them?"""
    opening = max(first, *(cut.codes.rfind(mark, first, match.first) for mark in _ENDS))
    before = cut.codes[opening : match.first]
    if any(code in lexicon.members("denied") for code in before):
        return True
    if match.rule.use is Use.LABEL:
        return before.endswith('"')
    end = cut.codes[max(match.last + 1, last - _REPORTED) : last + 1]
    return "," in end and any(code in lexicon.members("speech") for code in end)


def _with_companions(cut: Piece, first: int, last: int, match: Match, lexicon: DisclaimerLexicon) -> tuple[int, int]:
    """The notice with the sentences beside it, of its paragraph, that belong to it."""
    companions = lexicon.companions.get(match.rule.id)
    for _ in range(_NEIGHBOURS if companions else 0):
        if last + 1 >= len(cut.codes) or "\n" in cut.codes[last + 1]:
            break
        end = _sentence_end(cut, last + 1)
        if not companions or not companions.follow(cut.codes, last + 1, end + 1):
            break
        last = end
    for _ in range(_NEIGHBOURS if companions else 0):
        if first < 2 or cut.codes[first - 1] == "\n":
            break
        begin, _ = _sentence(cut, first - 2, first - 2)
        if not companions or not companions.follow(cut.codes, begin, first):
            break
        first = begin
    return first, last


def _with_brackets(cut: Piece, first: int, last: int) -> tuple[int, int]:
    """The notice with the brackets round all of it, and with what else they hold."""
    if cut.codes[last] == ")" and cut.codes.count("(", first, last) < cut.codes.count(")", first, last + 1):
        opening = cut.codes.rfind("(", max(first - _ASIDE, 0), first)
        if opening >= 0 and ")" not in cut.codes[opening:first] and "\n" not in cut.codes[opening:first]:
            return opening, last
    if cut.codes[first] == "(" and ")" not in cut.codes[first : last + 1]:
        closing = cut.codes.find(")", last, last + _ASIDE)
        if closing >= 0 and not {"(", "\n"} & set(cut.codes[last + 1 : closing]):
            return first, closing
    return first, last


def _trimmed(cut: Piece, first: int, last: int) -> tuple[int, int]:
    """Offsets without line ends and with the closing marks of the whole."""
    while first < last and cut.codes[first] in "\n—":
        first += 1
    while last > first and cut.codes[last] == "\n":
        last -= 1
    start, end = cut.starts[first], cut.ends[last]
    text = cut.scan.text
    if start and text[start - 1] in "_[" and cut.codes[first] not in MARKS:
        start -= 1
    while end < len(text) and text[end] in ".*_]…":
        end += 1
    return start, end


def _paragraph_end(cut: Piece, match: Match, lexicon: DisclaimerLexicon) -> int:
    """The end of the paragraph of ``match``, or of the last paragraph behind it that goes on with the notice."""
    scan = cut.scan
    paragraphs = scan.paragraphs
    at = bisect_right(paragraphs, (cut.starts[match.first], len(scan.text))) - 1
    end = paragraphs[at][1]
    companions = lexicon.companions.get(match.rule.id)
    for begin, close in paragraphs[at + 1 : at + 1 + _NEIGHBOURS] if companions else ():
        first, last = scan.part_at(begin), min(scan.part_at(close), scan.part_at(begin) + 400)
        following = piece(scan, first, last, lexicon.vocabulary)
        if not companions or not companions.follow(following.codes, 0, len(following.codes)):
            break
        end = close
    return end if match.rule.kind is not DisclaimerKind.FORWARD_LOOKING else _cautioned(cut, match, end, lexicon)


def _cautioned(cut: Piece, match: Match, end: int, lexicon: DisclaimerLexicon) -> int:
    """``end`` moved back over sentences that say nothing of risks and expectations, and are the company's own."""
    caution = lexicon.members("caution")
    start = cut.starts[match.first]
    last = min(cut.scan.part_at(end) + 1, len(cut.scan.parts))
    first = max(cut.scan.part_at(start), last - _LONGEST)
    whole = piece(cut.scan, first, last, lexicon.vocabulary)
    last = len(whole.codes) - 1
    while last > 0:
        begin = max(whole.codes.rfind(mark, 0, last) for mark in ".!?") + 1
        if begin == 0 or any(code in caution for code in whole.codes[begin : last + 1]):
            break
        last = begin - 1
    return end if last == len(whole.codes) - 1 else whole.ends[last]


def _explained(cut: Piece, match: Match, lexicon: DisclaimerLexicon) -> Span | None:
    """The name before an aside."""
    if match.first == 0 or cut.codes[match.first - 1] in lexicon.members("pronoun"):
        return None
    return target_before(cut, match.first, lexicon)


def _subject(cut: Piece, match: Match, last: int, lexicon: DisclaimerLexicon) -> Span | None:
    """Whom a header that the law dictates names: what stands behind the wording, up to "либо касается"."""
    if match.rule.kind is DisclaimerKind.PRESUMPTION_OF_INNOCENCE:
        return _presumed(cut, match.first, last, lexicon)
    if not match.rule.kind.is_designation:
        return None
    first = match.last + 1
    end = first
    while end <= last and end < first + 16 and (is_name(cut, end) or cut.codes[end] in '"(0'):
        if end == first and cut.codes[end] in lexicon.members("person"):
            return None
        if cut.word(end).casefold() in ("либо", "и", "or", "and", "или"):
            break
        end += 1
    if end - first > 2 and cut.codes[first] == cut.codes[end - 1] == '"' and '"' not in cut.codes[first + 1 : end - 1]:
        first, end = first + 1, end - 1
    return cut.span(first, end - 1) if end > first else None


def _presumed(cut: Piece, first: int, last: int, lexicon: DisclaimerLexicon) -> Span | None:
    """Who "is presumed innocent", where that is a name, and no word that a capital opens the sentence with."""
    for token in range(max(first, 1), last):
        if cut.word(token) in _PRESUMED and cut.word(token - 1) in _IS and is_name(cut, token - 2):
            name = target_before(cut, token - 1, lexicon)
            opens = name is not None and len(name.text.split()) == 1 and begins_sentence(cut, token - 2)
            return None if opens else name
    return None

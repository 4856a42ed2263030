"""Footnotes: a mark behind a star, and the names in the text that bear the star."""

from __future__ import annotations

from functools import cached_property

from mediaparse.disclaimers.codes import STARS, SUPERSCRIPTS
from mediaparse.disclaimers.frames import Frame, lead_fits, tail_fits
from mediaparse.disclaimers.lexicon import DisclaimerLexicon
from mediaparse.disclaimers.piece import Piece, piece
from mediaparse.disclaimers.statuses import ENDS, Status, at_line_start, says, sentence_end
from mediaparse.disclaimers.targets import is_name, target_after, target_before
from mediaparse.patterns import pattern
from mediaparse.scan import Scan
from mediaparse.spans import Span

# Stars, daggers or a raised number that touch the word before them and no word behind.
_STAR = pattern(rf"(?<=[^\s([{{{STARS}{SUPERSCRIPTS}])(?:\*{{1,5}}|[†‡]{{1,3}}|[{SUPERSCRIPTS}]{{1,2}})(?![\w*])")
_REACH = 60  # parts of the text in which the name before a star stands


class Stars:
    """Where the names of a text bear stars; looked for when the first footnote asks."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan

    @cached_property
    def first(self) -> dict[str, int]:
        """Stars as written, to where they first stand behind a word."""
        found: dict[str, int] = {}
        for match in _STAR.finditer(self.scan.text):
            found.setdefault(match.group(), match.start())
        return found

    def name(self, stars: str, before: int, lexicon: DisclaimerLexicon) -> Span | None:
        """The first name that bears ``stars``, where one stands before the offset ``before``."""
        at = self.first.get(stars)
        if at is None or at >= before:
            return None
        return self._name_before(at, lexicon)

    def numbered(self, number: str, before: int, lexicon: DisclaimerLexicon) -> Span | None:
        """The first name that bears ``number`` in brackets, where one stands before the offset ``before``."""
        places = (self.scan.text.find(written, 0, before) for written in (f"[{number}]", f"({number})"))
        at = min((at for at in places if at > 0), default=None)
        return None if at is None else self._name_before(at, lexicon)

    def _name_before(self, at: int, lexicon: DisclaimerLexicon) -> Span | None:
        part = self.scan.part_at(at)
        cut = piece(self.scan, max(part - _REACH, 0), part + 1, lexicon.vocabulary)
        token = next((token for token, start in enumerate(cut.starts) if start == at), None)
        return target_before(cut, token, lexicon, common=True) if token else None


def footnote(cut: Piece, status: Status, stars: Stars, lexicon: DisclaimerLexicon) -> Frame | None:
    """A footnote, from its star to its full stop."""
    star = _note_star(cut, status)
    numbered = star is None
    if star is None:
        star = _note_number(cut, status)
    if star is None:
        return None
    last = sentence_end(cut, status.last)
    while cut.codes[last] == "\n":  # behind a bracket that never closes
        last -= 1
    reports = lexicon.members("speech").translate(dict.fromkeys(map(ord, lexicon.members("entered"))))
    if says(cut, star, last, reports) or not lead_fits(cut, star + 1, status, lexicon):
        return None
    if not status.is_tag and not tail_fits(cut, status, last):
        return None
    end = cut.ends[last]
    text = cut.scan.text
    while text[end : end + 1] == ".":
        end += 1
    while text[end : end + 1] in ("*", "_"):
        end += 1
    sign = star + (cut.codes[star] == "(")
    first = star + 1
    while first < status.first and cut.codes[first] in "—:*0.)":
        first += 1
    target = _subject(cut, first, lexicon) if first < status.first else None
    if target is not None and target.start >= cut.starts[status.first]:
        target = None
    if target is None:
        named = stars.numbered if numbered else stars.name
        target = named(cut.word(sign), cut.starts[star], lexicon)
    if target is None and numbered:
        return None
    if target is None:
        target = _named_inside(cut, first, status, lexicon)
    return Frame(star, last, cut.starts[star], end, target)


def _named_inside(cut: Piece, first: int, status: Status, lexicon: DisclaimerLexicon) -> Span | None:
    """The first name between ``first`` and the status that is no country's and no court's: *The activities of Meta.

    The owner of what is marked is not it: *Owned by Meta.
    """
    belongs, others = lexicon.members("belongs"), lexicon.members("minister", "country", "national", "the")
    for token in range(first, status.first):
        if cut.codes[token] in belongs:
            return None
        if token > first and is_name(cut, token) and cut.codes[token] not in others:
            return target_after(cut, token, lexicon)
    return None


def _is_formula(cut: Piece, token: int, lexicon: DisclaimerLexicon) -> bool:
    """Is the first word of a footnote one of its formula, and no name?"""
    formula = lexicon.members("org", "activity", "designated", "banned", "belongs", "which", "in", "minister")
    return cut.codes[token] in formula and not cut.word(token).isupper()


def _subject(cut: Piece, first: int, lexicon: DisclaimerLexicon) -> Span | None:
    """The name that a footnote begins with, its common noun apart: *Социальная сеть Instagram принадлежит."""
    nouns, size = lexicon.members("org", "the", "terrorist", "extremist"), len(cut.codes)
    short = lexicon.members("person", "the")
    noun = first
    while noun < size and cut.codes[noun] in nouns and (cut.codes[noun] in short or not cut.word(noun).isupper()):
        noun += 1
    if noun > first:
        if noun < size and _is_formula(cut, noun, lexicon):
            return None
        named = noun < size and (is_name(cut, noun) or cut.codes[noun] == '"')
        return target_after(cut, noun, lexicon) if named else None
    return None if _is_formula(cut, first, lexicon) else target_after(cut, first, lexicon)


def _note_star(cut: Piece, status: Status) -> int | None:
    """The star that opens the footnote of ``status``."""
    star = cut.codes.find("*", max(status.first - 60, 0), status.first)
    if star < 0:
        return None
    depth = 0
    for token in range(status.first - 1, star - 1, -1):
        code = cut.codes[token]
        if code == ")":
            depth += 1
        elif code == "(":
            depth -= 1
        elif code == "*" and _opens_note(cut, token, status.first):
            return token if depth >= 0 or at_line_start(cut, token) else None
        elif code in ENDS and depth <= 0:
            return None
    return None


def _note_number(cut: Piece, status: Status) -> int | None:
    """The number that opens the footnote of ``status`` at the start of its line: "[1]", "1." or "1)"."""
    first = cut.codes.rfind("\n", max(status.first - 20, 0), status.first) + 1 or max(status.first - 20, 0)
    numbered = cut.codes.startswith("(0)", first) or cut.codes[first : first + 2] in ("0.", "0)")
    return first if numbered and at_line_start(cut, first) else None


def _opens_note(cut: Piece, token: int, status: int) -> bool:
    """Does the star at ``token`` open a footnote, and is no sign behind a name or of bold type?"""
    text, start, end = cut.scan.text, cut.starts[token], cut.ends[token]
    before = text[start - 1 : start]
    behind = text[end : end + 1]
    if before and not before.isspace():
        return token + 1 == status and not behind.isspace() and before not in '([{"«“'
    if behind.isspace():
        return True
    for closing in range(token + 1, status):
        if cut.codes[closing] == "*" and cut.word(closing) == cut.word(token):
            return cut.ends[closing - 1] != cut.starts[closing]
    return True

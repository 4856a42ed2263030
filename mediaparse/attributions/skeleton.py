"""Skeleton: a text's words and gaps with each quotation folded into one, so that grammar looks past what is quoted."""

from __future__ import annotations

from bisect import bisect_right

from mediaparse.patterns import pattern
from mediaparse.scan import Scan
from mediaparse.scan.quotations import Quotation
from mediaparse.scan.sentences import abbreviations
from mediaparse.scan.wordclasses import class_of

# "LOUISVILLE, Ky. (AP) — ", "Paris, May 4 (AFP) - ", "Pune, May 4 (PTI) ": a dateline is not said by anybody.
_DATELINE = pattern(
    r"(?:[A-Z][A-Z.'’\-/]+(?=[\s,(])[^\n—–―\"“]{0,60}?|[A-Z][^\n—–―\"“().]{1,40}+\([A-Z][^()\n]{1,30}\))\s?(?:[—–―]|--?)\s+"
    r"|[A-Z][\w ./'-]{1,30}+, [A-Z][a-z]{2,8}\.? \d{1,2} ?\([A-Z][^()\n]{1,30}\):?\s+"
)
_LONGEST = 1000  # tokens of a unit: a text without full stops is cut, for grammar looks through all of one at each cue
_PADDING = "¶_¶"  # so that grammar may look past the last word
_PLAIN = frozenset((". ", ".\n\n", "\n\n", ".", ".\n", "\n", ""))  # gaps that say what their letter says
# A mark; the comma of 5,000; an article or a pronoun before a dot and a name, or between two dots.
_TELLING = pattern(r"[).¶dh,](?:(?<![dh,])|(?=\.N)|(?<=0,)(?=0)|(?<=[Nhd]\..)(?=\.))")


class Unit:
    """A sentence, a quotation in it never cut: the tokens from ``start`` up to ``end``, both of words.

    ``end`` is the gap after its last word; ``paragraph`` counts the text's paragraphs.
    """

    __slots__ = ("end", "paragraph", "start")

    def __init__(self, start: int, end: int, paragraph: int) -> None:
        self.start = start
        self.end = end
        self.paragraph = paragraph


class Skeleton:
    """Tokens: words at even indices, gaps at odd ones, a quotation with its marks a word of class ``Q``."""

    __slots__ = ("letters", "offsets", "quotations", "scanned", "units", "words")

    def __init__(
        self,
        scanned: Scan,
        letters: str,
        words: list[str],
        offsets: list[int],
        quotations: dict[int, Quotation],
        units: list[Unit],
    ) -> None:
        self.scanned = scanned
        self.letters = letters
        self.words = words
        self.offsets = offsets
        self.quotations = quotations
        self.units = units

    def end_of(self, token: int) -> int:
        """Where the word before the gap ``token`` ends, with the bracket or the abbreviation's dot that closes it."""
        end, gap = self.offsets[token], self.words[token]
        if gap[:1] not in ".)%":
            return end
        if gap[:1] == "%":
            return end + 1
        if ")" in gap:
            return end + gap.index(")") + 1
        short = self.words[token - 1] in abbreviations() or self.words[token - 2] == "."  # "the C.I.A. said"
        goes_on = gap[1:2] == "," or (short and self.words[token + 1][:1].islower())
        return end + 1 if goes_on else end

    def colon_after(self, unit: Unit) -> bool:
        """Does the unit end in a colon?"""
        return self.words[unit.end][:1] == ":"


def skeleton(scanned: Scan) -> Skeleton:
    """Fold the quotations of ``scanned`` and cut it into units.

    >>> from mediaparse.scan import scan
    >>> skeleton(scan('"Stop it. Now," he said.')).letters
    '_ Q,h v._¶_¶'
    """
    text, parts, cuts, classes = scanned.text, scanned.parts, scanned.offsets, scanned.classes
    letters: list[str] = []
    words: list[str] = []
    offsets: list[int] = []
    folded: dict[int, Quotation] = {}
    part, cursor, quoted = 0, 0, len(text)
    for quotation in scanned.quotations:
        opening = bisect_right(cuts, quotation.start) - 1
        if opening > part and cursor > cuts[part]:
            _piece(text, cursor, cuts[part + 1], letters, words, offsets, text[quoted : quoted + 1] == ",")
            part += 1
        letters.append(classes[part:opening])
        words += parts[part:opening]
        offsets += cuts[part:opening]
        _piece(text, max(cursor, cuts[opening]), quotation.start, letters, words, offsets)
        folded[len(words)] = quotation
        letters.append("Q")
        words.append("")
        offsets.append(quotation.start)
        part, cursor, quoted = bisect_right(cuts, quotation.end) - 1, quotation.end, quotation.inner_end - 1
        if part % 2 == 0:
            _piece(text, cursor, cursor, letters, words, offsets)
    if cursor > cuts[part]:
        _piece(text, cursor, cuts[part + 1], letters, words, offsets, text[quoted : quoted + 1] == ",")
        part += 1
    letters.append(classes[part:])
    words += parts[part:]
    offsets += cuts[part:]
    letters.append(_PADDING)
    words += [""] * len(_PADDING)
    offsets += [len(text)] * len(_PADDING)
    return Skeleton(scanned, _told("".join(letters), words), words, offsets, folded, _units(scanned, offsets))


def _told(letters: str, words: list[str]) -> str:
    """In ``R-Wis., `` and ``(R-Wis.), `` the comma says most; the A of ``James A. Baker`` is no article."""
    pieces: list[str] = []
    done = 0
    for match in _TELLING.finditer(letters):
        at = match.start()
        token = words[at]
        if token in _PLAIN:
            continue
        letter = letters[at]
        if letter in "dh":
            told = "N" if token in ("A", "I") and (letters[at + 2] == "N" or words[at - 1] == ".") else letter
        elif letter == ",":
            told = "-" if token == "," else ","
        else:
            told = next((mark for mark in (";" if letter == "¶" else ";:,") if mark in token), letter)
        if told != letter:
            pieces += letters[done:at], told
            done = at + 1
    return "".join(pieces) + letters[done:]


def _piece(
    text: str, start: int, end: int, letters: list[str], words: list[str], offsets: list[int], comma: bool = False
) -> None:
    """Add the gap from ``start`` to ``end``, a part of a gap that holds a quotation mark.

    ``comma`` where the quotation before it ends in one, which then stands for the gap.
    """
    piece = text[start:end]
    letter = class_of(piece) if piece else " "
    letters.append("," if comma and letter == " " else letter)
    words.append(piece)
    offsets.append(start)


def _units(scanned: Scan, offsets: list[int]) -> list[Unit]:
    units = []
    quotations = iter(scanned.quotations)
    quotation = next(quotations, None)
    paragraphs = scanned.paragraphs
    paragraph, begin = 0, None
    first = 0 if scanned.parts[0] else 2  # a sentence begins behind the gap with which the one before it ends
    for start, end in scanned.sentences:
        while paragraphs[paragraph][1] < end:
            paragraph += 1
        begin = start if begin is None else begin
        while quotation is not None and quotation.end <= end:
            quotation = next(quotations, None)
        if quotation is not None and quotation.start < end:
            continue
        if begin == paragraphs[paragraph][0] and (dateline := _DATELINE.match(scanned.text, begin, end)):
            begin = dateline.end()
            first = bisect_right(offsets, begin, first) - 1
            first += first % 2
        last = bisect_right(offsets, end - 1, first) - 1 | 1
        while last - first > _LONGEST:
            units.append(Unit(first, first + _LONGEST - 1, paragraph))
            first += _LONGEST
        if first < last:  # marks alone say nothing: ". . ."
            units.append(Unit(first, last, paragraph))
        begin, first = None, last + 1
    return units

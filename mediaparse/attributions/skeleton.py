"""Skeleton: a text's words and gaps with each quotation folded into one, so that grammar looks past what is quoted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from mediaparse.attributions.asides import asides, fold, moved
from mediaparse.patterns import pattern
from mediaparse.scan import Scan
from mediaparse.scan.quotations import Quotation
from mediaparse.scan.sentences import abbreviations
from mediaparse.scan.wordclasses import class_of

_DASH = r"\s?(?:[—–―]|--?)\s+"
_DATE = r"(?:[A-Z][A-Za-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][A-Za-z]{2,8}\.?)(?:,? \d{4})?"
_AGENCY = r"\((?:[A-Z][^()\n]{1,30}|dpa|epd|kna|sda|apa|afp|efe|ap)\)"
_CAPITALS = r"[A-Z][A-Z.'’\-/]+(?=[\s,(])[^\n—–―\"“]{0,60}?"
_TOWN = r"[A-Z][\w ./'-]{1,30}+"
# "LOUISVILLE, Ky. (AP) — ", "Lima, Aug. 4 (EFE).- ", "Pune (Maharashtra) [India], May 4 (ANI): ",
# "(ANSA) - ROME, 4 MAY - ", "Tunis, TAP - ": a dateline is not said by anybody.
_DATELINE = pattern(
    rf"(?:{_CAPITALS}"
    rf"|(?:St\. )?[A-Z][^\n—–―\"“().]{{1,40}}+(?:\.(?=,| [(\d])[^\n—–―\"“().]{{0,20}}+)?{_AGENCY}\.?){_DASH}"
    rf"|{_TOWN}(?: ?[(\[][A-Z][\w .]{{1,30}}[)\]]){{0,2}}, (?:{_DATE}(?: ?{_AGENCY}(?::\s*|\s+)|:\s+"
    rf"|,? [A-Z]{{2,15}}(?: [A-Z]\w{{1,15}})?{_DASH})|[A-Z]{{3,12}}{_DASH}(?=[A-Z]))"
    rf"|{_AGENCY}(?:{_DASH}(?:(?:{_CAPITALS}|{_TOWN}, {_DATE}){_DASH})?|(?<=[A-Z]\))\s?(?=[A-Z]))"
)
_LONGEST = 1000  # tokens of a unit: a text without full stops is cut, for grammar looks through all of one at each cue
_PADDING = "¶_¶"  # so that grammar may look past the last word
_PLAIN = frozenset((". ", ".\n\n", "\n\n", ".", ".\n", "\n", ""))  # gaps that say what their letter says
_BRACKETED = frozenset(".)")
OPEN = frozenset((" ", ", ", "\n", ",\n", ": "))  # gaps that say nothing of the word before them
# A mark, or the comma of 5,000; the end of a line, of which a text has many, says more only where a semicolon does.
_TELLING = pattern("[).,](?:(?<!,)|(?<=0,)(?=0))")
_TELLING_OR_LINE = pattern("[).¶,](?:(?<!,)|(?<=0,)(?=0))")


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
        gap, end = self.words[token], self.offsets[token]
        if gap in OPEN:
            return end
        mark = gap[:1]
        if mark == "." and ")" not in gap:
            word = self.words[token - 1]
            if gap[1:2] == "," or word in abbreviations():  # "Jr."
                return end + 1
            initial = len(word) == 1 and word.isalpha() and self.words[token - 2] == "."  # "the C.I.A."
            return end + 1 if initial else end
        if mark == "%":
            return end + 1
        return end + gap.index(")") + 1 if mark in _BRACKETED and ")" in gap else end

    def end_of_aside(self, token: int) -> int:
        """As ``end_of``, with a bracket that was folded into the gap."""
        gap = self.words[token]
        return self.offsets[token] + gap.index(")") + 1 if gap.startswith(" (") and ")" in gap else self.end_of(token)

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
    part = cursor = 0  # what is left to fold: the parts from here on, the first of them from the cursor on
    last = ""  # the last mark within the quotation before it
    for quotation in scanned.quotations:
        start, end, _, inner_end, _ = quotation
        opening = bisect_right(cuts, start, part) - 1
        if opening > part:
            if cursor > cuts[part]:
                gap = text[cursor : cuts[part + 1]]
                part += 1
                letters.append(_behind(last, gap))
                words.append(gap)
                offsets.append(cursor)
            letters.append(classes[part:opening])
            words += parts[part:opening]
            offsets += cuts[part:opening]
            cursor = cuts[opening]
        gap = text[cursor:start]
        letters += class_of(gap or " "), "Q"
        folded[len(words) + 1] = quotation
        words += gap, ""
        offsets += cursor, start
        part, cursor, last = bisect_right(cuts, end, opening) - 1, end, text[inner_end - 1]
        if part % 2 == 0:
            letters.append(" ")
            words.append("")
            offsets.append(end)
    if cursor > cuts[part]:
        gap = text[cursor : cuts[part + 1]]
        part += 1
        letters.append(_behind(last, gap))
        words.append(gap)
        offsets.append(cursor)
    letters += classes[part:], _PADDING
    words += parts[part:] + ("",) * len(_PADDING)
    offsets += cuts[part:] + (len(text),) * len(_PADDING)
    told = _told("".join(letters), words, ";" in text)
    if found := asides(text, told, offsets):
        told, words, offsets = fold(found, text, told, words, offsets)
        folded = moved(found, folded)
    return Skeleton(scanned, told, words, offsets, folded, _units(scanned, offsets, folded))


def _behind(last: str, gap: str) -> str:
    """The letter of the gap behind a quotation; where it is blank, the comma at the quotation's end stands for it."""
    letter = class_of(gap)
    return last if last == "," and letter == " " else letter


def _told(letters: str, words: list[str], has_semicolon: bool) -> str:
    """In ``R-Wis., `` and ``(R-Wis.), `` the comma says most; the A of ``James A. Baker`` is no article."""
    pieces: list[str] = []
    done = 0
    for match in (_TELLING_OR_LINE if has_semicolon else _TELLING).finditer(letters):
        at = match.start()
        token = words[at]
        if letters[at - 1] in "dh" and _is_initial(letters, words, at - 1):
            pieces += letters[done : at - 1], "N"
            done = at
        if token in _PLAIN:
            continue
        told = _told_by(letters[at], token)
        if letters[at - 2 : at] == "(N" and at - 2 >= done and words[at - 3] and _is_short(words[at - 1], token):
            pieces += letters[done : at - 2], " N"
            done = at
            told = " " if told == ")" else told
        if told != letters[at]:
            pieces += letters[done:at], told
            done = at + 1
    return "".join(pieces) + letters[done:]


def _is_short(word: str, gap: str) -> bool:
    """Do brackets hold the initials of a body or a shortened word: "Disaster Agency (NADMA) head", "Colonel (Ret.)"?"""
    return len(word) > 1 and ((word.isupper() and gap[0] == ")") or gap[:2] == ".)")


def _told_by(letter: str, gap: str) -> str:
    """The letter that says most of a gap."""
    if letter == ",":
        return "-" if gap == "," else ","
    if ";" in gap:
        return ";"
    if letter == "¶":
        return letter
    return ":" if ":" in gap else "," if "," in gap else letter


def _is_initial(letters: str, words: list[str], at: int) -> bool:
    """Is the word no article or pronoun, but the A of "James A. Baker", the I of "the F.B.I."?"""
    if words[at] not in ("A", "I") or letters[at + 1] != ".":
        return False
    return letters[at + 2] == "N" or (words[at - 1] == "." and letters[at - 2] in "Nhd")


def _units(scanned: Scan, offsets: list[int], quotations: dict[int, Quotation]) -> list[Unit]:
    """The sentences that end in no quotation, in tokens, without datelines."""
    units = []
    text, paragraphs = scanned.text, scanned.paragraphs
    paragraph, paragraph_end, opens = -1, 0, -1
    first = 0 if scanned.parts[0] else 2  # a sentence begins behind the gap with which the one before it ends
    for start, end in scanned.sentences:
        if end > paragraph_end:
            paragraph += 1
            paragraph_end, opens = paragraphs[paragraph][1], start
        last = bisect_left(offsets, end, first) - 1
        if last in quotations and quotations[last].end > end:
            continue
        if opens >= 0:
            if dateline := _DATELINE.match(text, opens, end):
                first = bisect_right(offsets, dateline.end(), first) - 1
                first += first % 2
            upper = not text[end - 2].islower() and text[start:end].isupper()
            opens = end + 1 if upper else -1  # "MOSCOW. July 30 (Interfax) - "
        last |= 1
        while last - first > _LONGEST:
            units.append(Unit(first, first + _LONGEST - 1, paragraph))
            first += _LONGEST
        if first < last:  # marks alone say nothing: ". . ."
            units.append(Unit(first, last, paragraph))
        first = last + 1
    return units

"""Piece: a stretch of a text as a string of codes, a letter a word or mark, on which wordings are matched."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mediaparse.disclaimers.codes import STARS, SUPERSCRIPTS, Vocabulary, fold, shape
from mediaparse.scan import Scan
from mediaparse.scan.sentences import abbreviations
from mediaparse.spans import Span

# A mark of a gap, by what it stands for in a wording; a run of stars, dashes or quotation marks is one.
_MARKS: Mapping[str, str] = {
    **dict.fromkeys("([{（【", "("), **dict.fromkeys(")]}）】", ")"), **dict.fromkeys("—–−-―", "—"),
    **dict.fromkeys("\"“”„«»'‘’‚‹›「」", '"'), **dict.fromkeys(STARS, "*"), **dict.fromkeys(",،、", ","),
    ".": ".", "…": ".", "。": ".", ";": ";", "؛": ";", ":": ":", "!": "!", "?": "?", "\n": "\n", "/": "/",
    "©": "©", "%": "%", "&": "&", "|": "|", "\u2028": "\n", "\u2029": "\n",
}  # fmt: skip
_INNER = frozenset(("-", "‑", "'", "’", "ʼ", "_", "\u00ad"))
_PLAIN = {
    gap: [(_MARKS[mark], k) for k, mark in enumerate(gap) if mark != " "]
    for gap in (
        ", ", "; ", ": ", "! ", "? ", " (", ") ", "), ", " — ", " – ", " - ",
        ' "', '" ', ', "', '," ', '." ', ': "', " “", "” ", ", “", ",” ", ".” ", ": “", " «", "» ", "», ",
    )
}  # fmt: skip
"""The gaps whose marks are the same wherever they stand, and where in them the marks stand."""
_JOINTS = frozenset(("", ".", "-", "'", "’", "‘"))
_WRAPPED = 45  # characters: a line shorter than that was not wrapped, but ends there
_SENTENCE_OPENERS = "dhpscra"  # word classes of scan.wordclasses


class Piece:
    """``codes[k]`` stands for the token at ``starts[k]:ends[k]`` of the text.

    A known word has its vocabulary's code, an unknown one ``N`` (capital), ``n`` or ``0``
    (number); a mark is itself, without the hyphens and apostrophes inside words.
    """

    __slots__ = ("codes", "ends", "scan", "starts")

    def __init__(self, scan: Scan, codes: str, starts: list[int], ends: list[int]) -> None:
        self.scan = scan
        self.codes = codes
        self.starts = starts
        self.ends = ends

    def span(self, first: int, last: int) -> Span:
        """The span from token ``first`` to token ``last``, both included."""
        return self.scan.span(self.starts[first], self.ends[last])

    def word(self, token: int) -> str:
        """The token as written, without the other ending of "признан(а)" and without the emphasis of Markdown."""
        written = self.scan.text[self.starts[token] : self.ends[token]].strip("_")
        return written.partition("(")[0] or written


def piece(scan: Scan, first: int, last: int, vocabulary: Vocabulary) -> Piece:
    """The piece of ``scan`` from part ``first`` to part ``last``, which is not in it.

    >>> from mediaparse.scan import scan
    >>> scanned = scan("Azov (outlawed)")
    >>> piece(scanned, 0, len(scanned.parts), Vocabulary(["outlawed"], {})).codes
    'N(𠀀)'
    """
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    parts, offsets = scan.parts, scan.offsets
    known, openers = vocabulary.known, vocabulary.openers
    at = first
    if at % 2 and at < last:
        _read_gap(scan, at, 0, codes, starts, ends)
        at += 1
    while at < last:
        word, after = parts[at], at + 1
        code = known[word]
        if not code and (opener := openers[word]):
            second = parts[at + 2].lower() if at + 2 < last else ""
            if second not in opener.phrases and "ё" not in second:
                code = opener.code
        if code:
            codes.append(code)
            starts.append(offsets[at])
            ends.append(offsets[after])
        elif word:
            after = _read_word(scan, at, last, vocabulary, codes, starts, ends)
        at = after + 1
        if after < last and (gap := parts[after]) != " ":
            if plain := _PLAIN.get(gap):
                start = offsets[after]
                for mark, k in plain:
                    codes.append(mark)
                    starts.append(start + k)
                    ends.append(start + k + 1)
            elif codes and _is_ending(parts, after):
                ends[-1] = offsets[after + 2] + 1
                _read_gap(scan, after + 2, 1, codes, starts, ends)
                at += 2
            else:
                _read_gap(scan, after, 0, codes, starts, ends)
    return Piece(scan, "".join(codes), starts, ends)


def _read_word(
    scan: Scan, at: int, last: int, vocabulary: Vocabulary, codes: list[str], starts: list[int], ends: list[int]
) -> int:
    """Append the code of the word at ``at``, or of the phrase that begins there; the part after it."""
    parts, offsets = scan.parts, scan.offsets
    code, after = _phrase(parts, at, last, vocabulary)
    if code is None:
        written = parts[at].strip("_") or "_"  # the emphasis of Markdown
        code = vocabulary.codes.get(written) or vocabulary.codes.get(fold(written)) or shape(written)
    codes.append(code)
    starts.append(offsets[at])
    ends.append(offsets[after])
    if after > at + 1 and parts[at + 1] == "." and after < len(parts) and parts[after][0] == ".":
        ends[-1] += 1  # the last full stop of "U.S."
    elif parts[at][-1] in SUPERSCRIPTS and code != "*":
        ends[-1] = starts[-1] + len(parts[at].rstrip(SUPERSCRIPTS))
        codes.append("*")
        starts.append(ends[-1])
        ends.append(offsets[after])
    return after


def _phrase(parts: tuple[str, ...], at: int, last: int, vocabulary: Vocabulary) -> tuple[str | None, int]:
    """The code of the longest phrase that begins at ``at``, and the part after it; None, and that after the word."""
    opener = vocabulary.openers[fold(parts[at].strip("_"))]
    if opener and at + 2 < last:
        for phrase in opener.phrases.get(fold(parts[at + 2]), ()):
            end = at + 2 * len(phrase) - 1
            if end <= last and all(
                fold(parts[at + 2 * k]) == phrase[k] and parts[at + 2 * k - 1].strip() in _JOINTS
                for k in range(1, len(phrase))
            ):
                return vocabulary.codes[" ".join(phrase)], end
    return None, at + 1


def _is_ending(parts: tuple[str, ...], at: int) -> bool:
    """Is the gap at ``at`` the bracket of another ending of the word before it: признан(а), person(s)?"""
    return (
        parts[at] in ("(", "(-")
        and at + 2 < len(parts)
        and 0 < len(parts[at + 1]) <= 2
        and parts[at + 1].isalpha()
        and parts[at + 2].startswith(")")
    )


def _read_gap(scan: Scan, at: int, skipped: int, codes: list[str], starts: list[int], ends: list[int]) -> None:
    """Append the marks of the gap at part ``at``, the first ``skipped`` characters apart."""
    gap, offset = scan.parts[at], scan.offsets[at]
    if gap == " " or gap in _INNER:
        return
    following = scan.parts[at + 1][:1] if at + 1 < len(scan.parts) and scan.parts[at + 1] != "_" else ""
    if gap in ("' ", "’ ") and scan.parts[at - 1].endswith("s") and following.isupper():  # "Workers' Party"
        return
    for k, character in enumerate(gap[skipped:], skipped):
        mark = _MARKS.get(character)
        if mark is None:
            if not character.isspace():
                mark = "~"
            else:
                continue
        if mark == "." and not _ends_sentence(scan, at, k, following):
            continue
        if mark == "/":
            mark = _slash(scan.text, offset + k)
        elif character == "-" and k and k == len(gap) - 1 and not gap[k - 1].isspace():  # "U.S.-designated"
            continue
        if mark == "\n" and is_wrap(scan.text, offset + k):
            continue
        if (
            mark in '\n*—"'
            and codes
            and codes[-1] == mark
            and ends[-1] >= offset
            and (mark == "\n" or ends[-1] == offset + k)
        ):
            ends[-1] = offset + k + 1
            continue
        codes.append(mark)
        starts.append(offset + k)
        ends.append(offset + k + 1)


def _slash(text: str, at: int) -> str:
    """The slash at ``at``: a bracket where it opens or closes what stands between two, /outlawed in Russia/."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if (not before or before.isspace()) and behind.isalnum():
        return "("
    return ")" if before.isalnum() and (not behind or behind.isspace() or behind in ".,;:") else "/"


def is_wrap(text: str, at: int) -> bool:
    """Is the line end at ``at`` only where a line was wrapped, inside a sentence?

    >>> is_wrap("It may not\\nbe copied.", 10), is_wrap("Legal notice\\nNo copies.", 12)
    (True, False)
    """
    following = text[at + 1 : at + 80].lstrip(" \t\r")[:1]
    if following.islower():
        return True
    if not following.isalnum():
        return False
    line = text[max(text.rfind("\n", 0, at), at - 200) + 1 : at].rstrip()
    return _WRAPPED <= len(line) <= 110 and line[-1:] not in '.!?:…)"”»*'


def _ends_sentence(scan: Scan, at: int, k: int, following: str) -> bool:
    """Can the full stop at character ``k`` of the gap at part ``at`` end a sentence?"""
    rest = scan.parts[at][k + 1 :]
    before = scan.parts[at - 1]
    if rest and not rest[0].isspace():
        return rest[0] in '"”’»'
    if not rest:
        return not following or _opens_sentence(scan.parts[at + 1], before)
    if "\n" in rest or k > 0 or at + 2 >= len(scan.parts):
        return True
    if len(before) == 1 and before.isupper():  # "B.T. This" ends, "U.S. Army" does not
        return following.isupper() and scan.parts[at - 2] == "." and scan.classes[at + 1] in _SENTENCE_OPENERS
    follows = _abbreviations().get(fold(before))
    if follows == "any":
        return following.isupper() and not rest.strip()
    if follows == "name" or (follows == "number" and following.isdigit()):
        return False
    return not following.islower()


@cache
def _abbreviations() -> dict[str, str]:
    """The abbreviations of the scan in small letters: a notice is often set in capitals."""
    return {fold(word): follows for word, follows in abbreviations().items()}


def _opens_sentence(following: str, before: str) -> bool:
    """Does ``following``, with no space before it, begin a sentence: "агента.Спасите"?"""
    return len(before) > 2 and following[:1].isupper() and following[1:2].islower() and before.isalpha()

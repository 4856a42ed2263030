"""Sentences: which full stop ends one, and which belongs to an abbreviation, an initial or a number."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mediaparse.data import read_tsv
from mediaparse.patterns import pattern

if TYPE_CHECKING:
    from mediaparse.scan.scan import Scan

# A mark that can end a sentence, with the closing marks behind it, at the end of its word. The guard against
# starting within a run of marks stands second: a set of characters in front is searched for in one go.
_BEHIND = r"(?<![.!?…]{2})[.!?…]*+['\"”’»)\]]*+(?=\s)"
_END = pattern(rf"[.!?…]{_BEHIND}")
_FULL_STOP = pattern(rf"\.{_BEHIND}")  # most texts have no other mark, and one is looked for six times as fast as a set
_ZONE = pattern("[A-Z]{1,3}T|UTC")
_OPENERS = frozenset("dhpscra")


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation, without its full stop, to what may follow it: ``name``, ``number`` or ``any``."""
    return {row[0]: row[1] for row in read_tsv(__package__, "abbreviations.tsv")}


def sentences(scan: Scan) -> tuple[tuple[int, int], ...]:
    """Start and end of each sentence of each paragraph.

    >>> from mediaparse.scan import scan
    >>> text = "Gen. Ivan Petrov spoke. He said: \\"Stop.\\" They did."
    >>> [text[start:end] for start, end in sentences(scan(text))]
    ['Gen. Ivan Petrov spoke.', 'He said: "Stop."', 'They did.']
    """
    text, found = scan.text, []
    ending = _END if any(mark in text for mark in "!?…") else _FULL_STOP
    for start, end in scan.paragraphs:
        begin = start
        for match in ending.finditer(text, start, end):
            if _ends(scan, match.start(), match.end()):
                found.append((begin, match.end()))
                begin = match.end()
                while begin < end and text[begin].isspace():
                    begin += 1
        if begin < end:
            found.append((begin, end))
    return tuple(found)


def _ends(scan: Scan, mark: int, after: int) -> bool:
    """Does the mark at ``mark`` end its sentence?"""
    gap = scan.part_at(mark)
    if gap + 1 >= len(scan.parts):
        return True
    before, following = scan.parts[gap - 1], scan.parts[gap + 1]
    if following[:1].islower() and following.islower():  # "iRobot" can begin a sentence
        return False
    if scan.text[mark] != "." or scan.offsets[gap] != mark:
        return True
    kind = abbreviations().get(before)
    if kind == "name":
        return False
    if kind == "number" and following[:1].isdigit():
        return False
    if len(before) == 1 and before.isupper():
        initials = gap >= 3 and scan.parts[gap - 2] == "."  # "U.S. The" ends, "U.S. Army" and "J. Smith" do not
        return initials and scan.classes[gap + 1] in _OPENERS
    if before == "m" and scan.parts[gap - 2] == "." and scan.parts[gap - 3] in ("a", "p"):
        return scan.classes[gap + 1] != "m" and not _ZONE.fullmatch(following)  # "at 3 p.m. Tuesday", "at 3 p.m. EST"
    if kind == "any":
        return scan.classes[gap + 1] in _OPENERS or after > mark + 1
    return True

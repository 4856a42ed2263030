"""Capitals: lines that are typed in capitals throughout, read as if they were in small letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.words import is_a, kinds
from mediaparse.scan import Scan
from mediaparse.scan.wordclasses import class_of


def in_small_letters(scan: Scan, lexicon: QuantityLexicon) -> Scan:
    """A copy of ``scan`` in which the words of lines in capitals are small; ``scan`` itself where it has no such line.

    >>> from mediaparse.quantities.lexicon import builtin_lexicon
    >>> from mediaparse.scan import scan
    >>> in_small_letters(scan("THE U.S. LENT 12 MEN ON MAY 5.\\nIMF aid"), builtin_lexicon()).text
    'the U.S. lent 12 men on MAY 5.\\nIMF aid'
    """
    if kinds()["shouted"].isdisjoint(scan.vocabulary):
        return scan
    parts = list(scan.parts)
    changed = []
    for first, last in _lines_in_capitals(scan):
        for index in range(first, last, 2):
            lower = parts[index].lower()
            if len(lower) == len(parts[index]) and not _keeps(scan.parts, index, lower, lexicon):
                parts[index] = lower
                changed.append(index)
    if not changed:
        return scan
    classes = list(scan.classes)
    for index in changed:
        classes[index] = class_of(parts[index])
    return Scan("".join(parts), tuple(parts), scan.offsets, scan.written, scan.original, "".join(classes))


def _lines_in_capitals(scan: Scan) -> Iterator[tuple[int, int]]:
    """The index of the first word of each line in capitals, and one behind that of its last."""
    start = 0
    for line in scan.text.splitlines(keepends=True):
        if line.isupper():
            first, last = (scan.part_at(start) + 1) // 2 * 2, scan.part_at(start + len(line) - 1) + 1
            if not kinds()["shouted"].isdisjoint(scan.parts[first:last:2]):
                yield first, last
        start += len(line)


def _keeps(parts: Sequence[str], index: int, lower: str, lexicon: QuantityLexicon) -> bool:
    """Does a word keep its capitals in small print: an initial, a month, a code, a brand that numbers follow?"""
    word = parts[index]
    if len(word) == 1:
        beside = "".join(parts[max(0, index - 1) : index + 2 : 2])
        return "/" not in beside and (word != "A" or not beside.endswith(" "))
    if word == "US" or not word.isalpha() or is_a("month", lower) or is_a("named", lower):
        return True
    code = word in lexicon.signs or (word in lexicon.symbols and lower not in lexicon.symbols)
    return code and not is_a("also a word", word)

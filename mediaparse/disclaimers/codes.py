"""Codes: the letters that stand for words and marks, on which wordings are matched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

# Far from every mark; a piece of text never enters a code string itself. A set of characters beyond 0xffff is compiled
# as it stands, one of nearer ones by way of a table of 65,536.
FIRST_CODE = 0x20000

END = "$"
"""How a wording writes the end of a line or of a sentence."""

MARKS = '().,—"*:;/\n!?~©%&|'
"""What a gap can hold; everything else in a piece's codes stands for a word."""

STARS = "*†‡※＊"
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""With stars, the marks that a footnote bears and the name that it is of."""


def shape(word: str) -> str:
    """The code of a word that no wording speaks of, by its shape; a raised number is a star."""
    if word.isalpha():
        return "N" if word[0].isupper() else "n"
    if not word.strip(SUPERSCRIPTS):
        return "*"
    return "0" if word[0].isdigit() else "N" if word[0].isupper() else "n"


def fold(word: str) -> str:
    """``word`` as wordings write it: lower case, ё as е."""
    return word.lower().replace("ё", "е")


def split_phrase(phrase: str) -> list[str]:
    """The words of ``phrase``, as a scan cuts them: ``u.s.`` is two."""
    for mark in ".-'’‘":
        phrase = phrase.replace(mark, " ")
    return phrase.split()


def longest(phrase: str) -> str:
    """The word of ``phrase`` that tells most about it."""
    return max(phrase.split(" "), key=len)


def shapes(form: str) -> tuple[str, str, str]:
    """``form`` in small letters, with a capital, and in capitals."""
    return form, form.capitalize(), form.upper()


def all_shapes(forms: Collection[str]) -> Iterator[str]:
    """All ``forms`` in small letters, then all with a capital, then all in capitals."""
    return chain(forms, map(str.capitalize, forms), map(str.upper, forms))


def packed(codes: Iterable[str]) -> str:
    """``codes`` in order, each run of neighbours as its first and last: a set of a regular expression.

    >>> packed("dabcx")
    'a-dx'
    """
    runs: list[list[str]] = []
    for code in sorted(codes):
        if runs and ord(runs[-1][-1]) + 1 == ord(code):
            runs[-1][1:] = [code]
        else:
            runs.append([code])
    return "".join(("-" if ord(run[-1]) - ord(run[0]) > 1 else "").join(run) for run in runs)


def unpacked(ranges: str) -> str:
    """The codes that ``packed`` has made ``ranges`` of.

    >>> unpacked("a-dx")
    'abcdx'
    """
    first, *rest = ranges.split("-")
    for part in rest:
        first += "".join(map(chr, range(ord(first[-1]) + 1, ord(part[0])))) + part
    return first


class Opener(NamedTuple):
    """A word that phrases begin with."""

    code: str
    """What stands for it where none does."""
    phrases: Mapping[str, Sequence[Sequence[str]]]
    """Second word of a phrase, to those that go on so, longest first."""


class _Openers(dict[str, Opener]):
    """A word as written to what follows where it opens a phrase, made when a text has it; other words are not kept."""

    def __init__(self, phrases: Mapping[str, str], codes: Mapping[str, str]) -> None:
        self.phrases = phrases
        self.codes = codes

    def __missing__(self, word: str) -> Opener | None:
        first = fold(word)
        phrases = self.phrases.get(first)
        if phrases is None or word not in shapes(first):
            return None
        behind: dict[str, list[list[str]]] = {}
        for phrase in phrases.split("|"):
            words = phrase.split(" ")
            behind.setdefault(words[1], []).append(words)
        opener = self[word] = Opener(self.codes.get(word) or self.codes.get(first) or shape(word), behind)
        return opener


class _Known(dict[str, str]):
    """Word to code; one that no wording speaks of has that of its shape, and is not kept."""

    def __missing__(self, word: str) -> str:
        if word.isalpha():
            if word.islower() and "ё" not in word:
                return "n"
        elif not word or "_" in word or word[-1] in SUPERSCRIPTS:
            return ""
        known = self.get(fold(word))
        return shape(word) if known is None else known


class Vocabulary:
    """Every word of the wordings and their classes, with the code that stands for it.

    Words that belong to the same classes share a code: those of ``groups[k]``, with a bar between
    them, have the ``k``-th, a group without words none. They are folded, or abbreviations as
    written; a phrase's words are joined by spaces. ``phrases`` are those again by their first
    word, with a bar between them, the longest first.
    """

    __slots__ = ("__dict__", "groups", "phrases")

    def __init__(self, groups: Sequence[str], phrases: Mapping[str, str]) -> None:
        self.groups = groups
        self.phrases = phrases

    @cached_property
    def codes(self) -> dict[str, str]:
        """Form to code."""
        known = enumerate(self.groups, FIRST_CODE)
        return {form: chr(at) for at, forms in known if forms for form in forms.split("|")}

    @cached_property
    def openers(self) -> Mapping[str, Opener | None]:
        """The first word of a phrase, in every way of writing it that is common, to what follows; None for others."""
        return _Openers(self.phrases, self.codes)

    @cached_property
    def known(self) -> Mapping[str, str]:
        """A word as written to its code, or to nothing where it must be looked at: it may begin a phrase."""
        return _Known(self.codes | dict.fromkeys(all_shapes(self.phrases), ""))

    def shown_by(self, letters: str) -> Iterable[str]:
        """The single words, of a phrase its longest, that show the words of the codes ``letters``, packed."""
        groups = (self.groups[ord(code) - FIRST_CODE] for code in unpacked(letters))
        return (longest(form) if " " in form else form for group in groups if group for form in group.split("|"))

"""Word classes: one letter a part of the text, so that grammar can be written as patterns over letters."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from mediaparse.data import read_tsv
from mediaparse.patterns import pattern

# Gaps, by what they hold; the first of these that a gap holds names it. A dash is "~": no letter lies beyond U+00FF,
# where a set of `re` becomes dear to compile.
_GAP_MARKS = (
    ("\n", "¶"), ('"', '"'), ("“", '"'), ("”", '"'), ("''", '"'), ("«", '"'), ("»", '"'), ("„", '"'),
    (")", ")"), ("(", "("), ("[", "("), ("]", ")"), (":", ":"), (";", ";"),
    ("—", "~"), ("–", "~"), (" -", "~"), ("―", "~"), ("--", "~"),
    (".", "."), ("!", "."), ("?", "."), ("…", "."), (",", ","),
    ("%", " "), ("*", " "), ("$", " "), ("€", " "), ("£", " "),
)  # fmt: skip


# Gaps that news is full of, besides those of a letter of their own.
_COMMON_GAPS = (
    ", ", ". ", ".\n\n", "\n\n", "\n", " (", ") ", ": ", "; ", " - ", " — ", ' "', '" ', '," ', '. "', " “", ",” ",
)  # fmt: skip
# May, a month or a name: "Theresa May", "Mrs. May", "May said".
_MAY = "M"
_MAY_NAMED = pattern(r"(?<=N[ .])M(?! 0)|(?<![po] )M(?= v)")
# The second half of a given name in two, no noun behind it: "Kim Jong-un said", but no "Vice President-elect Lee".
_SECOND_HALF = pattern(r"(?<=N N-)[npgrs](?! [nNg0]|-)")
_ENDINGS = {"ly": "r", "ed": "e"}


@cache
def table() -> dict[str, str]:
    """Word to class letter, each word also with a capital, and the commonest gaps.

    With a capital a noun or an irregular past is a name ("King", "Charlie Rose"), unless the table has it so, too, as
    it has the verbs of headlines ("Ruiz Says").
    """
    classes = {" ": " ", "": "_", "-": "-", "'": "'", "’": "'", "' ": "'", "’ ": "'", "&": "&", " & ": "&", "/": "/"}
    classes.update((gap, _by_marks(gap)) for gap in _COMMON_GAPS)
    for word, letter in read_tsv(__package__, "wordclasses.tsv"):
        classes[word] = letter
        classes.setdefault(word.capitalize(), "N" if letter in "nv" else letter)
    return classes


def class_of(part: str) -> str:
    """The class letter of a word or gap; one that the table lacks is classed by its shape.

    >>> class_of("the"), class_of("Élan"), class_of("moored")
    ('d', 'N', 'e')
    """
    return table().get(part) or _by_shape(part)


def classes_of(parts: tuple[str, ...], words: Collection[str]) -> str:
    """The class letters of ``parts``, one each; ``words`` are the words among them, each once.

    >>> parts = ("The", " ", "Ministry", " ", "of", " ", "Labour", ", ", "he")
    >>> classes_of(parts, set(parts[::2]))
    'd N o N,h'
    """
    known, classed = table(), _Letters()
    for word in words:
        letter = known.get(word)
        if letter is None:  # most of these are small and do not end so
            letter = "n" if word[-1] not in "gdy" and word.islower() and word.isalpha() else _by_shape(word)
        classed[word] = letter
    letters = "".join(map(classed.__getitem__, parts))
    if "N N-" in letters:
        letters = _SECOND_HALF.sub("N", letters)
    return _MAY_NAMED.sub("N", letters).replace(_MAY, "m") if _MAY in letters else letters


class _Letters(dict[str, str]):
    """Part of a text to class letter, each gap classed once."""

    def __missing__(self, gap: str) -> str:
        letter = self[gap] = class_of(gap)
        return letter


def _by_shape(part: str) -> str:
    first = part[0]
    if "a" <= first <= "z":
        return _by_ending(part) if part.islower() else "N"  # "eBay"
    if first == "_" or (first.isalpha() and not first.isupper()):
        return _by_ending(part)
    if first.isalpha():
        return "N"
    return "0" if first.isalnum() else _by_marks(part)


def _by_ending(word: str) -> str:
    return "g" if word.endswith("ing") else _ENDINGS.get(word[-2:], "n")


def _by_marks(gap: str) -> str:
    for mark, letter in _GAP_MARKS:
        if mark in gap:
            return letter
    return " " if gap.isspace() else "*"

"""Word classes: one letter a part of the text, so that grammar can be written as patterns over letters."""

from __future__ import annotations

from functools import cache

from mediaparse.data import read_tsv

# Gaps, by what they hold; the first of these that a gap holds names it.
_GAP_MARKS = (
    ("\n", "¶"), ('"', '"'), ("“", '"'), ("”", '"'), ("''", '"'), ("«", '"'), ("»", '"'), ("„", '"'),
    (")", ")"), ("(", "("), ("[", "("), ("]", ")"), (":", ":"), (";", ";"),
    ("—", "—"), ("–", "—"), (" -", "—"), ("―", "—"), ("--", "—"),
    (".", "."), ("!", "."), ("?", "."), ("…", "."), (",", ","),
)  # fmt: skip


class _Classes(dict[str, str]):
    """Word to class; a word that the table lacks is classed by its shape, and not kept."""

    def __missing__(self, part: str) -> str:
        return _by_shape(part)


@cache
def table() -> dict[str, str]:
    """Word to class letter, each word also with a capital, and the commonest gaps."""
    classes = _Classes(
        {" ": " ", "": "_", "-": "-", "'": "'", "’": "'", "' ": "'", "’ ": "'", "&": "&", " & ": "&", "/": "/"}
    )
    for word, letter in read_tsv(__package__, "wordclasses.tsv"):
        classes[word] = letter
        classes.setdefault(word.capitalize(), letter)
    return classes


def classes_of(parts: tuple[str, ...]) -> str:
    """The class letters of ``parts``, one each.

    >>> classes_of(("The", " ", "Ministry", " ", "of", " ", "Labour", ", ", "he"))
    'd N o N,h'
    """
    return "".join(map(table().__getitem__, parts))


def _by_shape(part: str) -> str:
    first = part[0]
    if first.isalpha() or first == "_":
        if first.isupper():
            return "N"
        if part.endswith("ly"):
            return "r"
        if part.endswith("ing"):
            return "g"
        return "e" if part.endswith("ed") else "n"
    if first.isalnum():
        return "0"
    for mark, letter in _GAP_MARKS:
        if mark in part:
            return letter
    return " " if part.isspace() else "*"

"""The words of ``words.tsv``, by kind."""

from __future__ import annotations

from functools import cache

from mediaparse.data import read_words


@cache
def kinds() -> dict[str, frozenset[str]]:
    """Kind to the words of that kind."""
    return read_words(__package__, "words.tsv")


def is_a(kind: str, word: str) -> bool:
    """Is ``word`` of that kind?

    >>> is_a("venue", "interview"), is_a("time", "interview")
    (True, False)
    """
    return word in kinds()[kind]

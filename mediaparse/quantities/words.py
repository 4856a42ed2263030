"""The words of ``words.tsv``, by kind."""

from __future__ import annotations

from functools import cache

from mediaparse.data import read_tsv


@cache
def kinds() -> dict[str, frozenset[str]]:
    """Kind to the words of that kind."""
    found: dict[str, set[str]] = {}
    for kind, words in read_tsv(__package__, "words.tsv"):
        found.setdefault(kind, set()).update(words.split())
    return {kind: frozenset(words) for kind, words in found.items()}


def is_a(kind: str, word: str) -> bool:
    """Is ``word`` of that kind?

    >>> is_a("plural", "people"), is_a("label", "people")
    (True, False)
    """
    return word in kinds()[kind]

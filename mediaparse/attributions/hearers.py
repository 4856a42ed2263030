"""Hearers: to whom it is said, where no "that" parts them from the subject of what is said."""

from __future__ import annotations

from mediaparse.attributions.lexicon import given_names
from mediaparse.attributions.skeleton import Skeleton


def without_subject(folded: Skeleton, start: int, end: int) -> int:
    """The gap behind the hearer alone, where a finite verb follows the words from the gap ``start`` to the gap ``end``.

    The last of them are the verb's subject: "told reporters | Moscow was", "told CNN | prices would",
    "told the mayor | Ana Ruiz had".
    """
    letters, words, first, last = folded.letters, folded.words, start + 1, end - 1
    for at in range(first + 4 if words[first] in ("a", "an") else first, last, 2):
        if letters[at] == "n" and words[at].endswith("s") and letters[at + 1] == " ":
            return at + 1
    at = last
    while at > first and letters[at - 2 : at] == letters[last] + " ":
        at -= 2
    if at > first and letters[at - 2] != "d":
        if letters[at] == "N" and at < last and words[at].isupper():  # "state TV"
            at += 2
        return at - 1
    if last - 2 > at and words[last - 2].casefold() in given_names():
        return last - 3
    return last - 1 if last > at else end

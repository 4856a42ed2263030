"""Context: the words that stand right before a number."""

from __future__ import annotations

from mediaparse.patterns import pattern
from mediaparse.scan.paragraphs import last_begin

_WINDOW = 48  # characters before a number in which the words around it are read
_OPENING = "(\"'“‘[«"
_INSIDE = pattern(r"\S\S")
_LETTERS = pattern(r"\w+")
_NEAR = 60  # characters on each side


def words_before(text: str, start: int) -> tuple[str, ...]:
    """The words of the same paragraph before ``start``, marks and all, the nearest last; none where no space precedes.

    >>> words_before("Police said: more than 550", 23)
    ('Police', 'said:', 'more', 'than')
    """
    begin = start - _WINDOW if start > _WINDOW else 0
    window = text[begin:start]
    if not window[-1:].isspace():
        return ()
    if "\n" in window or "\u2029" in window:
        last = window.rfind("\n")
        # the commonest break, without a search
        plain = last > 0 and window[last - 1] == "\n" and "\u2029" not in window
        line = last + 1 if plain else last_begin(text[begin : start + 1])
        if line:
            return tuple(window[line:].split())
    words = window.split()
    if begin and _INSIDE.match(text, begin - 1):
        del words[0]  # cut in the middle
    return tuple(words)


def bare(word: str) -> str:
    """``word`` in lower case without the marks that open it."""
    return word.lstrip(_OPENING).lower()


def begin_of(text: str, start: int, count: int) -> int:
    """Where the ``count``-th word before ``start`` begins, without the marks that open it.

    >>> begin_of("Police said: more than 550", 23, 2)
    13
    """
    window = text[max(0, start - _WINDOW) : start]
    fields = window.rsplit(None, count)
    before = len(fields[0]) if len(fields) > count else 0
    return start - len(window[before:].lstrip().lstrip(_OPENING))


def around(text: str, at: int) -> frozenset[str]:
    """The words of the paragraph near ``at``, in lower case.

    >>> sorted(around("Winds of 35 kt", 9))
    ['35', 'kt', 'of', 'winds']
    """
    before = text[max(0, at - _NEAR) : at].rpartition("\n\n")[2]
    after = text[at : at + _NEAR].partition("\n\n")[0]
    return frozenset(_LETTERS.findall(f"{before} {after}".lower()))

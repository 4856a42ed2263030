"""Comparators: the words and signs beside a number that bound it or make it approximate."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from mediaparse.data import read_tsv
from mediaparse.patterns import pattern
from mediaparse.quantities.context import bare
from mediaparse.quantities.types import Comparator
from mediaparse.quantities.words import is_a

_SIGNS = {
    "~": Comparator.ABOUT, "≈": Comparator.ABOUT, ">": Comparator.MORE, "<": Comparator.LESS,
    "≥": Comparator.AT_LEAST, "≤": Comparator.AT_MOST, "±": Comparator.ABOUT,
}  # fmt: skip
_AFTER = pattern(
    r"(?P<plus>\+)(?!\d)|(?:-| (?!plus (?:an? |the |[^a-z])))(?P<joined>plus|odd)(?=[ -]|$)"
    r"|,? (?P<words>(?:or|and) (?:more|above|over|up|less|fewer|under|below|older|younger|so))\b(?! than)"
    r"|,? (?P<hedge>give or take)(?=[,.;)]|$)"
)

_BEFORE_TIMES = ("er than", "above", "below", "within")
_EXCEEDS = ("exceed", "surpass", "topped")
_OF_TIMES = ("longer", "shorter", "fewer", "no ")
_OPENINGS = ("+", " or ", " and ", ", or ", ", and ", " plus", "-plus", " odd", "-odd", " give or", ", give or")


@cache
def _before() -> dict[tuple[str, ...], Comparator]:
    """The words before a number that bound it, each phrase with its comparator."""
    rows = read_tsv(__package__, "comparators.tsv")
    return {tuple(phrase.split()): Comparator(sign) for phrase, place, sign in rows if place == "before"}


@cache
def bounding() -> dict[str, list[int]]:
    """Last word to the lengths of the phrases before a number that end in it, the longest first."""
    found: dict[str, set[int]] = {}
    for phrase in _before():
        found.setdefault(phrase[-1], set()).add(len(phrase))
    return {word: sorted(lengths, reverse=True) for word, lengths in found.items()}


@cache
def _after() -> dict[str, Comparator]:
    """The words behind a number that bound it ("or more"), each with its comparator."""
    return {
        words: Comparator(sign) for words, place, sign in read_tsv(__package__, "comparators.tsv") if place == "after"
    }


def sign_before(text: str, start: int) -> tuple[Comparator, int] | None:
    """The comparator that a sign or "sub-" before ``start`` is, and where it begins.

    >>> sign_before("~80%", 1), sign_before("a sub-500 sq m office", 6)
    ((<Comparator.ABOUT: '~'>, 0), (<Comparator.LESS: '<'>, 2))
    """
    at = start - 2 if text[start - 1 : start] == " " else start - 1
    if at < 0 or text[at].isalnum():
        return None
    if sign := _SIGNS.get(text[at]):
        return sign, at
    less = text[at] == "-" and text[max(0, start - 4) : start].lower() == "sub-"
    return (Comparator.LESS, start - 4) if less else None


def comparator_before(lead: tuple[str, ...], value: Decimal, lasts: bool) -> tuple[Comparator, int] | None:
    """The comparator that ends the words before a quantity, and how many of them it takes.

    ``lasts`` says that the quantity is a time: "over two days" can mean during them.

    >>> comparator_before(("killing", "more", "than"), Decimal(550), False)
    (<Comparator.MORE: '>'>, 2)
    """
    lengths = bounding().get(bare(lead[-1])) if lead else None
    if lengths is None:
        return None
    words, phrases = tuple(map(bare, lead[-lengths[0] :])), _before()
    for length in lengths:
        phrase = words[-length:]
        if comparator := phrases.get(phrase):
            count = len(phrase)
            preceding = bare(lead[-count - 1]) if len(lead) > count else ""
            weighed = _weighed(" ".join(phrase), comparator, preceding, value, lasts)
            return None if weighed is None else (weighed, count)
    return None


def _weighed(words: str, comparator: Comparator, preceding: str, value: Decimal, lasts: bool) -> Comparator | None:
    """``comparator``, unless what it stands with makes it none."""
    if words == "over" and lasts and not is_a("before over", preceding):
        return None
    if lasts and words.endswith(_BEFORE_TIMES) and not words.startswith(_OF_TIMES):  # "higher than two years ago"
        return None
    if words == "up to" and is_a("before up", preceding):
        return None
    if words.startswith(_EXCEEDS) and is_a("denying", preceding):  # "never topped 14 mph", "without exceeding 5"
        return Comparator.AT_MOST
    if words in ("as many as", "as much as") and not _round(value):
        return Comparator.EQUAL
    return comparator


def _round(value: Decimal) -> bool:
    """Is it a round number? "As many as 53,478" stresses an exact count, "as many as 500" bounds a guess."""
    return len("".join(map(str, value.as_tuple().digits)).rstrip("0")) <= 2


def comparator_after(text: str, end: int) -> tuple[Comparator, int] | None:
    """The comparator behind a number or its unit ("or more", "-plus", "-odd"), and where it ends.

    >>> comparator_after("one hundred and more sorties", 11)
    (<Comparator.AT_LEAST: '>='>, 20)
    """
    if not text.startswith(_OPENINGS, end):
        return None
    match = _AFTER.match(text, end)
    if match is None:
        return None
    words = "plus" if match["plus"] else match["joined"] or match["words"] or match["hedge"]
    comparator = _after().get(words)  # "he has 12 and so he left" has none
    return None if comparator is None else (comparator, match.end())

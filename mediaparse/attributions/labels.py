"""Labels: a speaker who stands before a colon or behind a dash, in headlines, transcripts and lists of quotations."""

from __future__ import annotations

from functools import cache

from mediaparse.attributions import speakers
from mediaparse.attributions.grammar import PARTY
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.statements import Statement
from mediaparse.attributions.words import kinds
from mediaparse.patterns import pattern

_NAME = rf"(?:[Nnd][ .'\-&]){{0,7}}N{PARTY}"
_ENDS_IN_NAME = pattern(rf"(?<![\-'&]){_NAME}\Z")
_BEGINS_WITH_NAME = pattern(rf"(?=N){_NAME}(?:,[^Q~]{{1,60}})?")
_HEADLINE = pattern(r"(?:[dnNge0][ .'\-&]){0,5}[nN]")
_BEFORE_COLON = 60  # tokens that a label has at most
_BEHIND_DASH = 12  # tokens that the source of a headline has at most
_LEAST = 20  # characters of a quotation that a label may introduce; below it is a title


def labelled(folded: Skeleton, unit: Unit) -> Statement | None:
    """``Ruiz: "A"``, ``"A" - Ruiz`` and, in a headline, ``Ruiz: A`` and ``A - minister``."""
    letters, start = folded.letters, unit.start
    colon = letters.find(":", start, unit.end)
    if colon > 0 and colon < start + _BEFORE_COLON:
        return _before_colon(folded, unit, colon)
    if letters[start] == "Q":
        return _behind_dash(folded, unit)
    return _headline_source(folded, unit) if unit.paragraph == 0 else None


def _before_colon(folded: Skeleton, unit: Unit, colon: int) -> Statement | None:
    """``Ruiz: "A"``, ``Ruiz: A`` in a headline, and ``Ruiz then listed her demands: "A"``."""
    letters = folded.letters
    quoted = letters[colon + 1] == "Q" and is_long(folded, colon + 1)
    named = _ENDS_IN_NAME.search(letters, unit.start, colon)
    if named is not None and folded.words[_first(folded, named.start())] not in labels():
        alone = named.start() == unit.start
        if quoted or (alone and _heads(folded, unit, colon)):
            return Statement(None, (named.start(), colon), ((colon + 1, unit.end),), "label")
    if quoted:
        mention = speakers.of_clause(folded, unit, colon)
        if mention is not None:
            return Statement(None, mention, ((colon + 1, unit.end),), "colon")
    return None


def _first(folded: Skeleton, token: int) -> int:
    """The first word of a name, its article passed over ("The Latest")."""
    return token + 2 if folded.words[token] == "The" else token


def _heads(folded: Skeleton, unit: Unit, colon: int) -> bool:
    """Is the unit a headline with a speaker's name before its colon? A kicker in capitals is none."""
    text, paragraphs = folded.scanned.text, folded.scanned.paragraphs
    name = text[folded.offsets[unit.start] : folded.offsets[colon]]
    whole = len(paragraphs) > 1 and paragraphs[0][1] <= folded.offsets[unit.end] + 2
    return unit.paragraph == 0 and whole and unit.end - colon > 6 and not name.isupper()


def _behind_dash(folded: Skeleton, unit: Unit) -> Statement | None:
    """``"A" - Ruiz``."""
    letters = folded.letters
    if letters[unit.start + 1] not in "~-(" or not is_long(folded, unit.start):
        return None
    named = _BEGINS_WITH_NAME.match(letters, unit.start + 2, unit.end)
    if named is None:
        return None
    return Statement(None, named.span(), ((unit.start, unit.start + 1),), "dash")


def signed(folded: Skeleton, quoted: Unit, unit: Unit) -> Statement | None:
    """A quotation that stands alone and, in the next line, a name behind a dash or before the closing mark."""
    if not is_long(folded, quoted.start):
        return None
    named = _BEGINS_WITH_NAME.match(folded.letters, unit.start, unit.end)
    if named is None:
        return None
    before = folded.words[unit.start - 1].rstrip()
    dashed = before != "" and before[-1] in "-—–―"
    closes = not folded.quotations[quoted.start].closed and named.end() == unit.end and _closing(folded, unit)
    return Statement(None, named.span(), ((quoted.start, quoted.end),), "dash") if dashed or closes else None


def _closing(folded: Skeleton, unit: Unit) -> bool:
    """Does a closing mark end the unit?"""
    return any(mark in folded.words[unit.end] for mark in ('"', "”", "''"))


def _headline_source(folded: Skeleton, unit: Unit) -> Statement | None:
    """``Crop seen falling -ministry``: the last words of a headline say whose statement it is."""
    letters = folded.letters
    dash = letters.rfind("~", unit.start, unit.end)
    if dash < unit.start + 5 or unit.end - dash > _BEHIND_DASH or letters[unit.end : unit.end + 1] == ".":
        return None
    source = _HEADLINE.fullmatch(letters, dash + 1, unit.end)
    if source is None or folded.words[dash + 1] in labels():
        return None
    return Statement(None, (dash + 1, unit.end), ((unit.start, dash),), "headline")


def is_long(folded: Skeleton, token: int) -> bool:
    """Is the quotation longer than a title?"""
    quotation = folded.quotations[token]
    return quotation.end - quotation.start >= _LEAST


@cache
def labels() -> frozenset[str]:
    """Words that say nothing themselves, as "Update", also in capitals."""
    words = kinds()["label"]
    return words.union(map(str.upper, words))

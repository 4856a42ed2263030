"""The extractor: numbers beside a verb that says what became of the people counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from attrs import evolve, frozen

from mediaparse import Article, Found, Quantity, Speaker, quantities


class Fate(StrEnum):
    """What became of those who are counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"


@frozen
class Casualty(Found):
    """So many killed, wounded or missing; the span is that of the number, its noun and the verb.

    ``count`` is the number as mediaparse reads it, ``counted_by`` the speaker in whose
    statement it stands, or None where the writer states it.
    """

    fate: Fate
    count: Quantity
    counted_by: Speaker | None


FATES = {
    Fate.KILLED: ("killed", "kills", "killing", "dead", "died", "claimed the lives of"),
    Fate.WOUNDED: ("wounded", "wounds", "wounding", "injured", "injures", "injuring", "hurt"),
    Fate.MISSING: ("missing",),
}
FATE_OF = {word: fate for fate, words in FATES.items() for word in words}

# A bare number, which counts nobody by itself: "killed 30".
_NUMBER = re.compile(
    r"(?<![\w.,$£€-])(?:(?:at least|more than|over|about|around|some|nearly|up to) )?"
    r"(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,6}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens)(?![\w%-]|[.,]\d)",
    re.IGNORECASE,
)
# "killed 30", "injuring another three"; "the blast that killed" has its number behind it.
_BEFORE = re.compile(
    r"\b(killed|kills|killing|claimed the lives of|wounded|wounds|wounding|injured|injures|injuring)"
    r"(?: another| a further)?\s{1,3}$"
)
# "30 were killed", "30 others still missing". Without an auxiliary the participle ends its clause: soldiers killed
# in a raid are dead, soldiers who "killed 30" are not.
_BEHIND = re.compile(
    r"(?: others?| more| people)?\s{1,3}"
    r"(?:(?:(?:have |had )?(?:been|were|are|was|is|remain|remained|went|go|still|reported|also|have|had)\s{1,3}){1,4}"
    r"(killed|dead|wounded|injured|hurt|missing|died)\b"
    r"|(dead|missing|died)\b"
    r"|(killed|wounded|injured|hurt)(?=\s{0,3}(?:$|[.,;:)\"”]|(?:in|on|at|by|and|when|as|after|since|during)\b)))"
)


def find(article: Article) -> Iterator[Casualty]:
    """Every count of killed, wounded or missing people in ``article``."""
    text = article.text
    for count in counts(article):
        if before := _BEFORE.search(text, max(0, count.start - 40), count.start):
            yield casualty(article, count, before[1], before.start(1), count.end)
        elif behind := _BEHIND.match(text, count.end):
            yield casualty(article, count, behind[behind.lastindex or 0], count.start, behind.end())


def casualty(article: Article, count: Quantity, word: str, start: int, end: int) -> Casualty:
    """The casualty that ``word`` makes of ``count``."""
    fate = FATE_OF[word]
    return Casualty(start, end, article.text[start:end], f"casualties.{fate}", fate, count, counted_by(article, count))


def counted_by(article: Article, count: Quantity) -> Speaker | None:
    """The speaker of the statement that holds ``count``."""
    for said in article.attributions:
        if any(piece.start <= count.start and count.end <= piece.end for piece in said.content):
            return said.speaker
    return None


def counts(article: Article) -> Iterator[Quantity]:
    """The plain counts that mediaparse found ("12 people"), then the bare numbers that it left alone ("30")."""
    yield from (found for found in article.quantities if found.unit is None and found.change is None)
    for start, end in gaps(article):
        for match in _NUMBER.finditer(article.text, start, end):
            yield from bare(match)


def gaps(article: Article) -> Iterator[tuple[int, int]]:
    """Start and end of each piece of the text that is no quantity and no dateline."""
    end = 0
    for found in sorted((*article.quantities, *article.datelines), key=lambda found: found.start):
        yield end, found.start
        end = max(end, found.end)
    yield end, len(article.text)


def bare(number: re.Match[str]) -> Iterator[Quantity]:
    """The number as a quantity; mediaparse reads its words beside a noun."""
    for read in quantities.find(f"{number[0]} people")[:1]:
        yield evolve(read, start=number.start(), end=number.end(), text=number[0], noun=None)

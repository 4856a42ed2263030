"""Amounts: a number with its sign, its scale, its unit and the words before it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from mediaparse.quantities.comparators import comparator_after
from mediaparse.quantities.context import around, words_before
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.numerals import EXACT, ROUNDED, Numeral, scale_after, scaled
from mediaparse.quantities.numerals import table as numbers
from mediaparse.quantities.rates import unit_after, with_rate
from mediaparse.quantities.types import Comparator
from mediaparse.quantities.unit import Unit
from mediaparse.quantities.units import Named, unit_before
from mediaparse.quantities.words import is_a, kinds
from mediaparse.scan.wordclasses import table

_LETTER = re.compile(r"(?P<gap> ?)(?P<letter>[kKmMbB])(?![\w])(?!\.\w)(?=(?:[ -](?P<word>[^\W\d_]+))?)")
_LETTERS = {letter: Decimal(10) ** (3 * power) for power, pair in enumerate(("kK", "mM", "bB"), 1) for letter in pair}
_MINUS = re.compile(r"(?:(?<![\w-])[-−–]|(?<!lus or )\b(?:[Mm]inus|[Nn]egative)[ -])\Z")
_COUNTRY = re.compile(r" (?:U\.S\.|US)(?= per| an? |,| )")
# "two hours and a half", but "two days and a half moon"
_AND_PART = re.compile(
    r" and a (?P<part>half|quarter|third)(?=[.,;:!?)]|$"
    r"| (?:later|ago|before|after|to|of|in|on|at|for|from|by|and|or|with|long|away|when|as|until|than|is|was|were)\b)"
)
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": ROUNDED.divide(Decimal(1), Decimal(3))}
_DEGREES = frozenset(("temperature", "angle"))
_WON = re.compile(r"[ -](?P<won>won)(?:[.,;:!?)]|$| (?:\(|an? |per |each\b|worth\b))")
_THOUSAND = Decimal(1000)
_MARKED = re.compile(r"['’′](\d{1,2})(?:[\"”″]|''|’’)")
_HYPHENED = re.compile(r"-(\d{1,2})(?:-inch(?:es)?)?(?![\w-])")
_HEIGHT = frozenset("'’′-")
_FOOT = Decimal(12)
_TALLEST = Decimal(10)
_LINK = re.compile(r" of(?= )|(?: an?)(?= )")
_NO_SCALE = frozenset("%,.;:)/")
_PLAIN = frozenset(("figures", "range", "fraction", "words"))
_CLOSING = frozenset((".", ";", ":", ")", "!", "?", ""))
_BOUNDING = frozenset("oag")  # "or more", "and over", "give or take"
_QUOTES = frozenset("‘“")
_PLAIN_WORD = re.compile(r"[a-z]{2,30}+(?=[\s,;:)]|\.?(?:\s|$))")
_OPENING = frozenset(("plus", "odd", "or", "and", "give", "of", "won"))
_MILLION = Decimal(10) ** 6


class Amount(NamedTuple):
    """A number with what belongs to it; ``start`` and ``end`` take in sign, scale and unit.

    ``form`` is the numeral's; ``bound`` a comparator that stands between the number and its
    unit ("50-plus"); ``lead`` the words before.
    """

    start: int
    end: int
    numeral: Numeral
    value: Decimal
    upper: Decimal | None
    form: str
    unit: Unit | None
    bound: Comparator | None
    lead: tuple[str, ...]


def amount_of(text: str, numeral: Numeral, lexicon: QuantityLexicon) -> Amount:
    """``numeral`` with its sign, scale and unit.

    >>> from mediaparse.quantities.lexicon import builtin_lexicon
    >>> from mediaparse.quantities.figures import figures
    >>> text = "It lost $-50.8bn."
    >>> found = amount_of(text, figures(text)[0], builtin_lexicon())
    >>> found.value, found.unit.name, text[found.start:found.end]
    (Decimal('-50800000000'), 'dollar', '$-50.8bn')
    """
    sign = None if numeral.form == "vague" else unit_before(text, numeral.start, lexicon)
    if sign is not None and not _is_sign(text, sign, numeral):
        sign = None
    if sign is None and numeral.form in _PLAIN and _stands_alone(text, numeral.end, lexicon):
        start, negative = _negative(text, numeral.start, numeral.start)
        value = numeral.value.copy_negate() if negative else numeral.value
        lead = words_before(text, start)
        return Amount(start, numeral.end, numeral, value, numeral.upper, numeral.form, None, None, lead)
    if numeral.form in _PLAIN:
        numeral = _scaled(text, numeral, sign is not None, lexicon)
    bound, past = comparator_after(text, numeral.end) or (None, _past_link(text, numeral))
    named = _unit(text, numeral, past, sign, lexicon)
    end = numeral.end if bound is None else past
    unit = None
    if named is not None:
        numeral = scaled(numeral, named.scale, numeral.end) if named.scale != 1 else numeral
        unit, end = _pounds(text, numeral, named, lexicon), max(end, named.end)
        if numeral.form == "words" and text.startswith(" and a ", end):
            numeral, end = _with_part(text, numeral, end)
    if text[end : end + 1] in _HEIGHT and (height := _height(text, numeral, unit, end, lexicon)):
        numeral, unit, end = height
    start, negative = _negative(text, numeral.start if sign is None else sign.start, numeral.start)
    if not negative and text.startswith(" below zero", end) and unit is not None and unit.dimension in _DEGREES:
        negative, end = True, end + len(" below zero")
    value = numeral.value.copy_negate() if negative else numeral.value
    lead = words_before(text, start)
    return Amount(start, end, numeral, value, numeral.upper, numeral.form, unit, bound, lead)


def _stands_alone(text: str, end: int, lexicon: QuantityLexicon) -> bool:
    """Does a mark, or a word that neither scales nor measures nor bounds, follow the number that ends at ``end``?"""
    following = text[end : end + 1]
    if following == ",":
        return text[end + 1 : end + 2] == " " and text[end + 2 : end + 3] not in _BOUNDING
    if following != " ":
        return following in _CLOSING
    if text[end + 1 : end + 2] in _QUOTES:
        return True
    word = _PLAIN_WORD.match(text, end + 1)
    if word is None:
        return False
    written = word.group()
    return not (written in lexicon.longest or written in lexicon.signs or written in _belonging())


@cache
def _belonging() -> frozenset[str]:
    """The words behind a number that can belong to it, units apart: scales, and what opens a bound or a rate."""
    return _OPENING.union(word for word, (kind, _) in numbers().items() if kind in ("scale", "abbreviation"))


def _is_sign(text: str, sign: Named, numeral: Numeral) -> bool:
    """Do letters before a number name its currency? Not "PS5", the console, nor "AMD 4.6%", the company."""
    written = text[sign.start : sign.end]
    if not written.rstrip().isalpha():
        return True
    return text[numeral.end : numeral.end + 1] != "%" and (
        written != "PS" or any(mark in text[numeral.start : numeral.end + 2] for mark in ",.mb")
    )


def _unit(text: str, numeral: Numeral, past: int, sign: Named | None, lexicon: QuantityLexicon) -> Named | None:
    """The unit by the sign before the number and what stands at ``past`` behind it."""
    if numeral.form == "fold":
        count = lexicon.by_name.get("count")
        return None if count is None else Named(count, numeral.end, numeral.end)
    after = unit_after(text, past, lexicon)
    if sign is None:
        return after or _won(text, numeral, past, lexicon)
    if after is None:  # "$75 U.S. per barrel"
        country = _COUNTRY.match(text, past)
        return with_rate(text, sign._replace(end=country.end() if country else past), lexicon)
    if after.unit.dimension == "currency" and after.unit.name.endswith(sign.unit.name):  # "$10 Canadian dollars"
        return after._replace(start=sign.start)
    return sign


def _with_part(text: str, numeral: Numeral, end: int) -> tuple[Numeral, int]:
    """``numeral`` with the half, quarter or third that stands behind its unit, and where that ends."""
    part = _AND_PART.match(text, end)
    if part is None:
        return numeral, end
    return numeral._replace(value=EXACT.add(numeral.value, _PARTS[part["part"]])), part.end()


def _height(
    text: str, numeral: Numeral, unit: Unit | None, end: int, lexicon: QuantityLexicon
) -> tuple[Numeral, Unit, int] | None:
    """Feet with inches that stick to them, in inches, and where they end: "6-foot-4", "6'1\""."""
    if numeral.form != "figures" or not 0 < numeral.value < _TALLEST:
        return None
    if unit is not None and unit.name != "foot":
        return None
    inches = (_MARKED if unit is None else _HYPHENED).match(text, end)
    inch = lexicon.by_name.get("inch")
    if inches is None or inch is None or int(inches[1]) >= _FOOT:
        return None
    value = EXACT.add(EXACT.multiply(numeral.value, _FOOT), Decimal(inches[1]))
    return numeral._replace(value=value, mantissa=value), inch, inches.end()


def _past_link(text: str, numeral: Numeral) -> int:
    """Where the unit of a number can begin: behind "of" in "dozens of miles", behind "an" in "half an hour"."""
    if numeral.form not in ("vague", "part"):
        return numeral.end
    link = _LINK.match(text, numeral.end)
    if link is None or (numeral.form == "part") == link.group().endswith("of"):
        return numeral.end
    return link.end()


def _scaled(text: str, numeral: Numeral, money: bool, lexicon: QuantityLexicon) -> Numeral:
    """``numeral`` with the scale behind it, a word ("million", "bn") or a letter ("40m euros")."""
    if text[numeral.end : numeral.end + 1] in _NO_SCALE:
        return numeral
    if word := scale_after(text, numeral.end):
        numeral = scaled(numeral, *word)
        second = scale_after(text, numeral.end)  # "4.6 lakh crore"
        return numeral if second is None else scaled(numeral, *second)
    following = text[numeral.end : numeral.end + 3].lstrip(" ")
    lone = following[:1] in _LETTERS and not following[1:2].isalpha() and numeral.form != "words"
    letter = _LETTER.match(text, numeral.end) if lone else None
    if letter is None or not _scales(letter, numeral, money, lexicon):
        return numeral
    return scaled(numeral, _LETTERS[letter["letter"]], letter.end("letter"))


def _scales(letter: re.Match[str], numeral: Numeral, money: bool, lexicon: QuantityLexicon) -> bool:
    """Is a letter behind figures a scale, and not a unit or part of a name ("4K", "1.8m tall")?"""
    mark, glued, word = letter["letter"], not letter["gap"], letter["word"] or ""
    named = lexicon.words.get(word.lower())
    if money or (named is not None and named.dimension == "currency"):
        return glued or mark in "mMbB"
    noun = bool(word) and table()[word] in "nNeg" and not is_a("size", word)
    match mark:
        case "k" | "K":
            return glued and (mark == "k" or numeral.value > 8)
        case "m" | "M":
            return glued and (noun or word == "of" or (mark == "M" and "." in str(numeral.value)))
        case "b" | "B":
            return glued or (mark == "B" and noun)
    return False


def _negative(text: str, start: int, number: int) -> tuple[int, bool]:
    """Where the amount starts when a minus stands before it or between its sign and its figures."""
    if start < number and text[number - 1] in "-−":
        return start, True
    if not start or (text[start - 1] not in "-−–" and text[max(0, start - 4) : start - 1] not in ("nus", "ive")):
        return start, False
    minus = _MINUS.search(text[max(0, start - 18) : start])
    return (start, False) if minus is None else (start - len(minus.group()), True)


def _won(text: str, numeral: Numeral, end: int, lexicon: QuantityLexicon) -> Named | None:
    """The currency, not the verb: "5 million won", "10,000 won."."""
    won = _WON.match(text, end) if numeral.value >= _THOUSAND else None
    unit = lexicon.by_name.get("south korean won")
    return None if won is None or unit is None else Named(unit, end, won.end("won"))


def _pounds(text: str, numeral: Numeral, named: Named, lexicon: QuantityLexicon) -> Unit:
    """The unit; "pounds" are money in millions or where it is spoken of, unless they are pounds of something."""
    if named.unit.name != "pound-mass" or text.startswith(" of", named.end):
        return named.unit
    if not text[numeral.end : named.end].strip(" -").startswith("pound"):
        return named.unit
    large = numeral.scaled and numeral.value >= _MILLION
    money = large or not kinds()["money"].isdisjoint(around(text, numeral.start))
    return lexicon.by_name.get("pound sterling", named.unit) if money else named.unit

"""Amounts: a number with its sign, its scale, its unit and the words before it."""

from __future__ import annotations

import re
from decimal import Decimal

from mediaparse.patterns import pattern
from mediaparse.quantities.comparators import comparator_after
from mediaparse.quantities.context import around, words_before
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.numerals import EXACT, ROUNDED, Numeral, scale_after, scaled, scales
from mediaparse.quantities.rates import unit_after, with_rate
from mediaparse.quantities.records import Record
from mediaparse.quantities.types import Comparator
from mediaparse.quantities.unit import Unit
from mediaparse.quantities.units import Named, measure, unit_at, unit_before
from mediaparse.quantities.words import is_a, kinds
from mediaparse.scan.wordclasses import class_of

_LETTER = pattern(r"(?P<gap> ?)(?P<letter>[kKmMbB])(?![\w])(?!\.\w)(?=(?:[ -](?P<word>[^\W\d_]+))?)")
_OF_ALL = pattern(  # "40m of them", but metres in "40m of water"
    r" (?:the|its|his|her|their|our|my|your|them|us|you|those|these|whom|which|all)(?!\w)"
)
_LETTERS = {letter: Decimal(10) ** (3 * power) for power, pair in enumerate(("kK", "mM", "bB"), 1) for letter in pair}
_MINUS = pattern(r"(?:(?<![\w-])[-−–]|(?<!lus or )\b(?:[Mm]inus|[Nn]egative)[ -])\Z")
_COUNTRY = pattern(r" (?:U\.S\.|US)(?= per| an? |,| )")
# "two hours and a half", but "two days and a half moon"
_AND_PART = pattern(
    r" and a (?P<part>half|quarter|third)(?=[.,;:!?)]|$"
    r"| (?:later|ago|before|after|to|of|in|on|at|for|from|by|and|or|with|long|away|when|as|until|than|is|was|were)\b)"
)
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": ROUNDED.divide(Decimal(1), Decimal(3))}
_DEGREES = frozenset(("temperature", "angle"))
_WON = pattern(r"[ -](?P<won>won)(?:(?<=-won)\b|[.,;:!?)]|$| (?:\(|an? |per |each\b|worth\b))")
_THOUSAND = Decimal(1000)
_MARKED = pattern(r"['’′](\d{1,2})(?:[\"”″]|''|’’)")
_HYPHENED = pattern(r"-(\d{1,2})(?:-inch(?:es)?)?(?![\w-])")
_HEIGHT = frozenset("'’′-")
_FOOT = Decimal(12)
_TALLEST = Decimal(10)
_LINK = pattern(r"(?P<share> of (?:an?|one|1)| an?)(?= )|(?P<several> of)(?= )")
_SCALE_INITIALS = frozenset("bcdhklmqtBCDHKLMQT")
_PLAIN = frozenset(("figures", "range", "fraction", "words"))
_PARTING = frozenset((".", ";", ":", ")", "!", "?", ""))
_CLOSING = frozenset(",;:)”’!?")  # in which no sign ends
_BOUNDING = frozenset("oag")  # "or more", "and over", "give or take"
_QUOTES = frozenset("‘“")
_PLAIN_WORD = pattern(r"[ \n]([a-z]{1,30}+)(?=[\s,;:)]|\.?(?:\s|$))")
_BREAK = pattern(r" --? [A-Z]")  # "May 5 - The"
_MINUS_ENDS = ("-", "−", "–", "nus ", "ive ")
_MINUSES = ("inus", "egative")
_MILLION = Decimal(10) ** 6


class Amount(Record):
    """A number with what belongs to it; ``start`` and ``end`` take in sign, scale and unit.

    ``form`` is the numeral's; ``bound`` a comparator that stands between the number and its
    unit ("50-plus"); ``lead`` the words before, ``follower`` the word or sign right behind, as far as it was plain.
    """

    __slots__ = ("bound", "end", "follower", "form", "lead", "numeral", "start", "unit", "upper", "value")

    def __init__(
        self,
        start: int,
        end: int,
        numeral: Numeral,
        value: Decimal,
        unit: Unit | None,
        bound: Comparator | None,
        lead: tuple[str, ...],
        follower: str | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.numeral = numeral
        self.value = value
        self.upper = numeral.upper
        self.form = numeral.form
        self.unit = unit
        self.bound = bound
        self.lead = lead
        self.follower = follower


def amount_of(text: str, numeral: Numeral, lexicon: QuantityLexicon) -> Amount:
    """``numeral`` with its sign, scale and unit.

    >>> from mediaparse.quantities.lexicon import builtin_lexicon
    >>> from mediaparse.quantities.figures import figures
    >>> text = "It lost $-50.8bn."
    >>> found = amount_of(text, figures(text)[0], builtin_lexicon())
    >>> found.value, found.unit.name, text[found.start:found.end]
    (Decimal('-50800000000'), 'dollar', '$-50.8bn')
    """
    start, end = numeral.start, numeral.end
    lead = words_before(text, start)
    unsigned = _unsigned(text, start, lead, lexicon)
    if unsigned and numeral.form in _PLAIN:
        whole, word = numeral, _follower(text, end)
        if word == "of" and numeral.value < 1:
            return _marked(text, numeral, lead, unsigned, lexicon)
        if word is not None and word not in lexicon.belonging and word not in lexicon.longest:
            return Amount(start, end, numeral, numeral.value, None, None, lead, word)
        if word and (scale := scales().get(word)):
            whole = scaled(numeral, scale, end + 1 + len(word))
            word = _follower(text, whole.end)
        if word is not None:
            if named := measure(text, whole.end, word, lexicon):
                measured, unit, end = _measured(text, whole, with_rate(text, named, lexicon), lexicon)
                return Amount(whole.start, end, measured, measured.value, unit, None, lead, word)
            if word not in lexicon.belonging:
                return Amount(whole.start, whole.end, whole, whole.value, None, None, lead, word)
    return _marked(text, numeral, lead, unsigned, lexicon)


def _marked(text: str, numeral: Numeral, lead: tuple[str, ...], unsigned: bool, lexicon: QuantityLexicon) -> Amount:
    """The amount of a number that a sign, a scale or another mark can stand beside."""
    sign = None if unsigned or numeral.form == "vague" else unit_before(text, numeral.start, lexicon)
    if sign is not None and not _is_sign(text, sign, numeral, lexicon):
        sign = None
    if numeral.form in _PLAIN:
        numeral = _scaled(text, numeral, sign is not None, lexicon)
    bound, unit, end = None, None, numeral.end
    after = comparator_after(text, end)
    if after is not None and (sign is None or not text.startswith(" plus ", end)):  # "£5m plus add-ons" has none
        bound, end = after
    named = _unit(text, numeral, _past_link(text, numeral) if bound is None else end, sign, lexicon)
    if named is not None:
        numeral, unit, unit_end = _measured(text, numeral, named, lexicon)
        end = max(end, unit_end)
    if text[end : end + 1] in _HEIGHT and (height := _height(text, numeral, unit, end, lexicon)):
        numeral, unit, end = height
    start, negative = numeral.start, False
    if not unsigned:
        start, negative = _negative(text, start if sign is None else sign.start, start)
    if not negative and text.startswith(" below zero", end) and unit is not None and unit.dimension in _DEGREES:
        negative, end = True, end + len(" below zero")
    value = numeral.value.copy_negate() if negative else numeral.value
    before = lead if start == numeral.start else words_before(text, start)
    return Amount(start, end, numeral, value, unit, bound, before)


def _measured(text: str, numeral: Numeral, named: Named, lexicon: QuantityLexicon) -> tuple[Numeral, Unit, int]:
    """``numeral`` with the scale and the part that come with its unit, the unit, and where they end."""
    if named.scale != 1:
        numeral = scaled(numeral, named.scale, numeral.end)
    unit, end = named.unit, named.end
    if unit.name == "pound-mass":
        unit = _pounds(text, numeral, named, lexicon)
    if numeral.form == "words" and text.startswith(" and a ", end):
        numeral, end = _with_part(text, numeral, end)
    return numeral, unit, end


def _unsigned(text: str, start: int, lead: tuple[str, ...], lexicon: QuantityLexicon) -> bool:
    """Does neither a sign nor a minus stand before the number at ``start``, behind the words ``lead``?"""
    if not lead:
        return not start or text[start - 1].isspace()
    last = lead[-1]
    if not last[-1].isalnum():
        return last[-1] in _CLOSING
    return last not in lexicon.signs and last[1:] not in lexicon.signs and not last.endswith(_MINUSES)


def _follower(text: str, end: int) -> str | None:
    """What is behind the number that ends at ``end``: a word in small letters, "%", or nothing where a mark parts them.

    None for all else.
    """
    if word := _PLAIN_WORD.match(text, end):
        return word[1]
    following = text[end : end + 1]
    if following in (" ", "\n"):
        return "" if text[end + 1 : end + 2] in _QUOTES or _BREAK.match(text, end) else None
    if following == ",":
        return "" if text[end + 1 : end + 2] == " " and text[end + 2 : end + 3] not in _BOUNDING else None
    return "" if following in _PARTING else following if following == "%" else None


def _is_sign(text: str, sign: Named, numeral: Numeral, lexicon: QuantityLexicon) -> bool:
    """Do letters before a number name its currency? Not in "PS5", the console, nor "AMD 4.6%", the company."""
    written = text[sign.start : sign.end].rstrip(" -")
    if not written.isalpha():
        return True
    return text[numeral.end : numeral.end + 1] != "%" and (
        not is_a("also a name", written) or _has_shape_of_money(text, numeral, lexicon)
    )


def _has_shape_of_money(text: str, numeral: Numeral, lexicon: QuantityLexicon) -> bool:
    """Has the number groups, cents or a scale, as sums have and the numbers of names have not?"""
    written = text[numeral.start : numeral.end]
    return (
        "," in written
        or "." in written
        or _has_groups(text, numeral, lexicon)
        or scale_after(text, numeral.end) is not None
        or _LETTER.match(text, numeral.end) is not None
    )


def _has_groups(text: str, numeral: Numeral, lexicon: QuantityLexicon) -> bool:
    """Has a sum groups behind blanks ("R16 500")? Not where they are a measure ("the R21 300 metres off")."""
    grouped = " " in text[numeral.start : numeral.end] and text[numeral.start - 1] != "-"  # "sites K-5 105"
    return grouped and unit_at(text, numeral.end, lexicon) is None


def _unit(text: str, numeral: Numeral, past: int, sign: Named | None, lexicon: QuantityLexicon) -> Named | None:
    """The unit by the sign before the number and what stands at ``past`` behind it."""
    if numeral.form == "fold":
        count = lexicon.by_name.get("count")
        return None if count is None else Named(count, numeral.end, numeral.end)
    if sign is None:
        return unit_after(text, past, lexicon) or _won(text, numeral, past, lexicon)
    word = _follower(text, past)
    plain = word is not None and word not in lexicon.belonging and word not in lexicon.longest
    after = None if plain else unit_after(text, past, lexicon)
    if after is None:
        country = None if plain else _COUNTRY.match(text, past)  # "$75 U.S. per barrel"
        return with_rate(text, Named(sign.unit, sign.start, country.end() if country else past, sign.scale), lexicon)
    if after.unit.dimension == "currency" and after.unit.name.endswith(sign.unit.name):  # "$10 Canadian dollars"
        return after.replaced(start=sign.start)
    return sign


def _with_part(text: str, numeral: Numeral, end: int) -> tuple[Numeral, int]:
    """``numeral`` with the half, quarter or third that stands behind its unit, and where that ends."""
    part = _AND_PART.match(text, end)
    if part is None:
        return numeral, end
    return numeral.replaced(value=EXACT.add(numeral.value, _PARTS[part["part"]])), part.end()


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
    return numeral.replaced(value=value, mantissa=value), inch, inches.end()


def _past_link(text: str, numeral: Numeral) -> int:
    """Where the unit can begin: behind "of" in "dozens of miles", behind "an" in "half an hour", "0.3 of a point"."""
    shares = numeral.form == "part" or (numeral.value < 1 and text.startswith(" of ", numeral.end))
    if not shares and numeral.form != "vague":
        return numeral.end
    link = _LINK.match(text, numeral.end)
    if link is None or shares != (link["share"] is not None):
        return numeral.end
    return link.end()


def _scaled(text: str, numeral: Numeral, money: bool, lexicon: QuantityLexicon) -> Numeral:
    """``numeral`` with the scale behind it, a word ("million", "bn") or a letter ("40m euros")."""
    beyond = text[numeral.end : numeral.end + 2].lstrip(" -\n\u00a0")
    if beyond and beyond[0] not in _SCALE_INITIALS:
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
    noun = bool(word) and class_of(word) in "nNeg" and not is_a("size", word)
    match mark:
        case "k" | "K":
            return glued and (mark == "k" or numeral.value > 8)
        case "m" | "M":
            share = word == "of" and (mark == "M" or _OF_ALL.match(letter.string, letter.end("word")) is not None)
            return glued and (noun or share or (mark == "M" and "." in str(numeral.value)))
        case "b" | "B":
            return glued or (mark == "B" and noun)
    return False


def _negative(text: str, start: int, number: int) -> tuple[int, bool]:
    """Where the amount starts when a minus stands before it or between its sign and its figures."""
    if start < number and text[number - 1] in "-−":
        return start, True
    if not text.endswith(_MINUS_ENDS, 0, start):
        return start, False
    minus = _MINUS.search(text[max(0, start - 18) : start])
    return (start, False) if minus is None else (start - len(minus.group()), True)


def _won(text: str, numeral: Numeral, end: int, lexicon: QuantityLexicon) -> Named | None:
    """The currency, not the verb: "5 million won", "10,000 won."."""
    won = _WON.match(text, end) if numeral.value >= _THOUSAND else None
    unit = None if won is None else lexicon.by_name.get("south korean won")
    return None if won is None or unit is None else Named(unit, end, won.end("won"))


def _pounds(text: str, numeral: Numeral, named: Named, lexicon: QuantityLexicon) -> Unit:
    """The unit; "pounds" are money in millions or where it is spoken of, unless they are pounds of something."""
    if text.startswith(" of", named.end):
        return named.unit
    if not text[numeral.end : named.end].strip(" -").startswith("pound"):
        return named.unit
    large = numeral.scaled and numeral.value >= _MILLION
    money = large or not kinds()["money"].isdisjoint(around(text, numeral.start))
    return lexicon.by_name.get("pound sterling", named.unit) if money else named.unit

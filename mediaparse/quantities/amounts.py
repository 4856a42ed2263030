"""Amounts: a number with its sign, its scale and its unit, and how two of them make one."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve, frozen

from mediaparse.quantities.comparators import comparator_after
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.numerals import Numeral, scale_after, scaled
from mediaparse.quantities.types import Comparator
from mediaparse.quantities.unit import Unit
from mediaparse.quantities.units import Named, unit_after, unit_before, with_rate
from mediaparse.quantities.words import is_a
from mediaparse.scan.wordclasses import table

_LETTER = re.compile(r"(?P<gap> ?)(?P<letter>[kKmMbBtT])(?![\w])(?!\.\w)(?=(?P<next>[ -](?P<word>[^\W\d_]+))?)")
_LETTERS = {"k": Decimal(10) ** 3, "m": Decimal(10) ** 6, "b": Decimal(10) ** 9, "t": Decimal(10) ** 12}
_MINUS = re.compile(r"(?:(?<![\w-])[-−–]|\b[Mm]inus[ -])\Z")
_SIGNED = re.compile(r"[-−]\Z")
_BETWEEN = re.compile(r"[ ]?(?:[-–—]| to | ?- ?to ?- ?| to ?-|-to-|(?<=\w) or )[ ]?\Z")
_CENTS = frozenset(("cent", "penny", "centavo", "rappen", "sen"))


@frozen
class Amount:
    """A number with what belongs to it; ``start`` and ``end`` take in sign, scale and unit.

    ``before`` is the unit's place: a sign before the number. ``number_end`` is where the
    number and its scale end.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal
    upper: Decimal | None
    mantissa: Decimal
    form: str
    unit: Unit | None
    bound: Comparator | None

    @property
    def is_scaled(self) -> bool:
        """Has the number a scale ("million")?"""
        return self.mantissa != self.value


def amount_of(text: str, numeral: Numeral, lexicon: QuantityLexicon) -> Amount:
    """``numeral`` with its sign, scale and unit.

    >>> from mediaparse.quantities.lexicon import builtin_lexicon
    >>> from mediaparse.quantities.numerals import figures
    >>> text = "It lost $-50.8bn."
    >>> found = amount_of(text, figures(text)[0], builtin_lexicon())
    >>> found.value, found.unit.name, text[found.start:found.end]
    (Decimal('-50800000000'), 'dollar', '$-50.8bn')
    """
    sign = unit_before(text, numeral.start, lexicon) if numeral.form != "vague" else None
    if sign is not None and _is_word(text, sign) and not _may_be_code(text, sign, numeral):
        sign = None
    if numeral.form in ("figures", "range", "fraction", "words"):
        numeral = _scaled(text, numeral, sign is not None, lexicon)
    bound, past = comparator_after(text, numeral.end) or (None, _past_of(text, numeral))
    start, negative = _negative(text, numeral.start if sign is None else sign.start, numeral.start, sign)
    after = _times(numeral, lexicon) if numeral.form == "fold" else unit_after(text, past, lexicon)
    named = sign or after
    if sign is not None and after is not None:
        named = _both(sign, after)
    elif sign is not None:
        country = _COUNTRY.match(text, past)
        named = with_rate(text, evolve(sign, end=country.end() if country else past), lexicon)
    scale = named.scale if named is not None else Decimal(1)
    if scale != 1:
        numeral = scaled(numeral, scale, numeral.end)
    end = numeral.end if bound is None else past
    unit = None
    if named is not None:
        unit, end = named.unit, max(end, named.end)
        unit = _pounds(text, unit, numeral, end, lexicon)
    value = -numeral.value if negative else numeral.value
    return Amount(
        start, end, numeral.start, numeral.end, value, numeral.upper, numeral.mantissa, numeral.form, unit, bound
    )


def _times(numeral: Numeral, lexicon: QuantityLexicon) -> Named | None:
    unit = lexicon.by_name.get("count")
    return None if unit is None else Named(unit, numeral.end, numeral.end)


def _is_word(text: str, sign: Named) -> bool:
    return text[sign.end - 1 : sign.end].isalpha() or text[sign.start : sign.end].rstrip().isalpha()


def _may_be_code(text: str, sign: Named, numeral: Numeral) -> bool:
    """ "PS" is sterling only before a sum: "PS5" is a console."""
    code = text[sign.start : sign.end].strip()
    figures = text[numeral.start : numeral.end + 2]
    return code != "PS" or any(mark in figures for mark in ",.mb")


def _both(sign: Named, after: Named) -> Named:
    """What a sum with a sign before and a unit behind is in: "$1.5 a share", "$10 US per barrel", "$30-a-month"."""
    if after.unit.dimension == "currency" or after.unit.name == sign.unit.name:
        return Named(after.unit if sign.unit.name == "dollar" else sign.unit, sign.start, after.end)
    return sign


_COUNTRY = re.compile(r" (?:U\.S\.|US)(?= per| an? |,| )")


def _past_of(text: str, numeral: Numeral) -> int:
    """Where the unit of a number can begin: behind "of" after a vague plural or "half a"."""
    after = text[numeral.end : numeral.end + 4]
    if numeral.form in ("vague", "fraction") or numeral.mantissa != numeral.value:
        for words in (" of ", " a ", " an "):
            if after.startswith(words) and (numeral.form != "figures" or words == " of "):
                if numeral.form == "fraction" and words == " of ":
                    continue
                return numeral.end + len(words) - 1
    return numeral.end


def _scaled(text: str, numeral: Numeral, money: bool, lexicon: QuantityLexicon) -> Numeral:
    if word := scale_after(text, numeral.end):
        return scaled(numeral, *word)
    letter = _LETTER.match(text, numeral.end)
    if letter is None or numeral.form == "words" or not _scales(letter, numeral, money, lexicon):
        return numeral
    return scaled(numeral, _LETTERS[letter["letter"].lower()], letter.end("letter"))


def _scales(letter: re.Match[str], numeral: Numeral, money: bool, lexicon: QuantityLexicon) -> bool:
    """Is a letter behind figures a scale, and not a unit or part of a name ("4K", "1.8m tall")?"""
    mark, glued, word = letter["letter"], not letter["gap"], letter["word"] or ""
    named = lexicon.words.get(word.lower())
    if money or (named is not None and named.dimension == "currency"):
        return glued or mark in "mMbB"
    noun = table()[word] in "nNeg" and not is_a("size", word) if word else False
    if mark in "kK":
        return glued and (mark == "k" or numeral.value > 8)
    if mark in "mM":
        return glued and (noun or word == "of" or (mark == "M" and "." in str(numeral.value)))
    return mark != "T" and mark != "t" and (glued or mark == "B") and (noun or glued)


def _negative(text: str, start: int, number: int, sign: Named | None) -> tuple[int, bool]:
    """Where the amount starts when a minus stands before it or between its sign and its figures."""
    if sign is not None and _SIGNED.search(text[sign.start : number]):
        return start, True
    minus = _MINUS.search(text[max(0, start - 6) : start])
    if minus is None:
        return start, False
    return start - len(minus.group()), True


def _pounds(text: str, unit: Unit, numeral: Numeral, end: int, lexicon: QuantityLexicon) -> Unit:
    """Millions of "pounds" are money, unless they are pounds of something."""
    words = text[numeral.end : end].strip(" -")
    if (
        unit.name == "pound-mass"
        and words.startswith("pound")
        and numeral.value >= 10**6
        and numeral.mantissa != numeral.value
    ):
        if not text.startswith(" of", end):
            return lexicon.by_name.get("pound sterling", unit)
    return unit

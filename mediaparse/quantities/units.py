"""The unit of a number: the sign before it, the sign, the words or the symbol behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from mediaparse.patterns import pattern
from mediaparse.quantities.context import around, bare
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.numerals import scale_after
from mediaparse.quantities.records import Record
from mediaparse.quantities.unit import DEGREES, Unit
from mediaparse.quantities.words import is_a

# A sign is one character that is neither letter nor figure nor a mark of punctuation.
_NO_SIGN = r"\w\s.,;:!?()\[\]{}'\"“”‘’/|<>=+*&@#^~_–—-"
_SIGN_BEFORE = pattern(
    rf"(?P<letters>(?<![A-Za-z'’])[A-Za-z.]{{1,4}})?(?P<gap> ?)"
    rf"(?P<sign>[^{_NO_SIGN}])(?P<more>[A-Z]{{1,3}})?[ -]{{0,2}}\Z"
)
_CODE_BEFORE = pattern(r"(?<![\w$])(?P<code>[A-Za-z$]{1,7}[.=/]?)[ \u00a0]?-?\Z")
# "10 $ 30 cent": the sign is that of the ten.
_TAKEN = pattern(rf"\d ?(?:[^{_NO_SIGN}]|[A-Z]{{3}}) \Z")
_SIGN_AFTER = pattern(rf"[ \u00a0]?(?P<sign>[^{_NO_SIGN}])(?: ?(?P<letter>[CF])(?!\w))?")
_WORD_AFTER = pattern(r"(?P<gap>[ \u00a0\n]?-?[ ]?)(?P<word>[^\W\d_]\w{0,30}+(?!\w)(?:[./][A-Za-z](?!\w)){0,6})")
_NEXT_WORD = pattern(r"(?: - |\.? |[\u00a0\n-])([^\W\d_]\w{0,30}+)(?!\w)")
_BRACKETED = pattern(r" ?[(\[]([^\W\d]{1,4})[)\]]")
_MARK = pattern(r" ?(?P<mark>['\"′″])(?= (?:long|wide|tall|deep|high|thick|in|when|and|at|by)\b)")
_DECIMAL = pattern(r"\d\d\.\d\Z")
_NEGATIVE = pattern(r"(?<![\w-])[-−–]\d{1,2}\Z")
_PLACES = frozenset(("/", "glued", "decimal", "negative", "of"))
_WINDOW = 12  # characters before a number in which its sign stands
_BEFORE_SIGN = frozenset((" ", "(", "\n"))
_ONE = Decimal(1)
_MULTIPLIERS = {"K": Decimal(10) ** 3, "M": Decimal(10) ** 6, "B": Decimal(10) ** 9}


class Named(Record):
    """A unit and the place where a text names it; ``scale`` where its code has one ("MUSD")."""

    __slots__ = ("end", "scale", "start", "unit")

    def __init__(self, unit: Unit, start: int, end: int, scale: Decimal = _ONE) -> None:
        self.unit = unit
        self.start = start
        self.end = end
        self.scale = scale


def unit_before(text: str, start: int, lexicon: QuantityLexicon) -> Named | None:
    """The currency that stands before the sum at ``start``.

    >>> from mediaparse.quantities.lexicon import builtin_lexicon
    >>> unit_before("It cost HK$5.4m.", 11, builtin_lexicon()).unit.name
    'hong kong dollar'
    """
    sign = text[start - 1 : start]
    if sign in lexicon.signs and not sign.isalnum() and text[start - 2 : start - 1] in _BEFORE_SIGN:
        words = text[max(0, start - _WINDOW) : start - 1].split()
        country = bare(words[-1]).upper() if words else ""  # "HK $5"
        if country + sign not in lexicon.signs:
            return Named(lexicon.signs[sign], start - 1, start)
    ending = text[max(0, start - 4) : start].rstrip(" -\u00a0")
    if ending[-2:] not in lexicon.sign_endings and ending[-1:] not in lexicon.sign_endings:
        return None
    begin = max(0, start - _WINDOW)
    window = text[begin:start]
    if not window or not _may_end_in_sign(window, lexicon) or _TAKEN.search(window):
        return None
    if match := _SIGN_BEFORE.search(window):
        sign, letters = match["sign"], match["letters"] or ""
        if letters and (not match["gap"] or len(letters) > 1 or letters in "cC"):  # "c $ 100", but "a $100 bill"
            unit = lexicon.signs.get((letters + sign).upper())
            if unit is not None:
                return Named(unit, begin + match.start(), start)
        unit = lexicon.signs.get(sign + (match["more"] or ""))
        if unit is not None:
            return Named(unit, begin + match.start("sign"), start)
    code = _CODE_BEFORE.search(window)
    return None if code is None else _coded(lexicon.signs, code["code"], begin + code.start(), start)


def unit_at(text: str, end: int, lexicon: QuantityLexicon) -> Named | None:
    """The unit, without a rate, that stands behind the number that ends at ``end``.

    >>> from mediaparse.quantities.lexicon import builtin_lexicon
    >>> [unit_at(text, 2, builtin_lexicon()).unit.name for text in ("30-mile road", "28 °C", "80 m.p.h.", "20 (kg)")]
    ['mile', 'degree Celsius', 'mile per hour', 'kilogram']
    """
    following = text[end : end + 1]
    if not (following.isalnum() or (following == " " and text[end + 1 : end + 2].isalpha())):
        signed = _signed(text, end, lexicon)
        if signed is not None:
            return signed
    return worded(text, end, lexicon)


def measure(text: str, end: int, word: str, lexicon: QuantityLexicon) -> Named | None:
    """The unit that ``word`` behind the number that ends at ``end`` names, alone or with the words that follow.

    ``word`` is in small letters behind a blank, or a sign; None also where more may belong to the number.
    """
    past = end + len(word) + word.isalpha()
    if word in lexicon.longest and _goes_on(text, past, word, lexicon):
        named = worded(text, end, lexicon)
        return None if named is None or named.unit.dimension in DEGREES else named
    unit = lexicon.measures.get(word)
    if unit is None:
        return None
    named = Named(unit, end, past)
    return _with_scale(text, named) if unit.dimension == "currency" else named


def worded(text: str, at: int, lexicon: QuantityLexicon, prefix: str = "") -> Named | None:
    """The unit that words or a symbol at ``at`` name; ``prefix`` is read before them."""
    match = _WORD_AFTER.match(text, at)
    if match is None:
        return None
    word = match["word"]
    first = (word.partition(".")[0] if "." in word else word).lower()
    longest = 1 if prefix else lexicon.longest.get(first, 1)
    if not prefix and "." not in word and (longest == 1 or not _goes_on(text, match.end(), first, lexicon)):
        unit = lexicon.symbols.get(word) or lexicon.words.get(first)
        if unit is not None:
            return _with_scale(text, Named(unit, at, match.end()))
        return _letter(text, at, match, lexicon) or _coded(lexicon.codes, word, at, match.end())
    words, ends = [word], [_past_stop(text, match.end(), word)]
    while len(words) < longest and (following := _NEXT_WORD.match(text, ends[-1])):
        words.append(following[1])
        ends.append(following.end())
    for count in range(len(words), 0, -1):
        written = prefix + " ".join(words[:count])
        plain = written.replace(".", "")
        unit = lexicon.symbols.get(written) or lexicon.symbols.get(plain) or lexicon.words.get(plain.lower())
        if unit is not None:
            return _with_scale(text, Named(unit, at, ends[count - 1]))
    return _letter(text, at, match, lexicon) or _coded(lexicon.codes, word, at, match.end())


def _goes_on(text: str, end: int, first: str, lexicon: QuantityLexicon) -> bool:
    """Does a second word of the units that begin with ``first`` follow at ``end``?"""
    following = _NEXT_WORD.match(text, end)
    return following is not None and f"{first} {following[1].lower()}" in lexicon.openings


def _may_end_in_sign(window: str, lexicon: QuantityLexicon) -> bool:
    """Can what stands before the sum be a sign or a code?"""
    if not window[-1].isspace():
        return window[-1] not in "(\"'“‘"
    words = window.split()
    word = words[-1] if words else "a"
    return not word[-1].isalnum() or word in lexicon.signs or word[1:] in lexicon.signs


def _coded(known: Mapping[str, Unit], code: str, start: int, end: int) -> Named | None:
    """The currency of a code or an abbreviation: "RM", "USD", "Rs.", or with a multiplier "MUSD"."""
    if unit := known.get(code):
        return Named(unit, start, end)
    scale = _MULTIPLIERS.get(code[0])
    if scale and len(code) == 4 and (unit := known.get(code[1:])):
        return Named(unit, start, end, scale)
    return None


def _signed(text: str, end: int, lexicon: QuantityLexicon) -> Named | None:
    """The unit of a sign: "5%", "10 €", "28 °C", "100° Celsius", "20 (kg)", "10 \" long"."""
    if match := _SIGN_AFTER.match(text, end):
        sign, past = match["sign"], match.end("sign")
        if match["letter"] and (unit := lexicon.symbols.get(sign + match["letter"])):
            return Named(unit, end, match.end())
        unit = lexicon.symbols.get(sign)
        if unit is None or (unit.dimension == "currency" and text[past : past + 1].isdigit()):
            return None
        scale = worded(text, past, lexicon, "degree ") if unit.dimension == "angle" else None
        return _with_scale(text, Named(unit, end, past)) if scale is None else scale.replaced(start=end)
    if match := _BRACKETED.match(text, end):
        unit = lexicon.symbols.get(match[1])
        return None if unit is None else Named(unit, end, match.end())
    if match := _MARK.match(text, end):
        unit = lexicon.by_name.get("foot" if match["mark"] in "'′" else "inch")
        return None if unit is None else Named(unit, end, match.end())
    return None


def _with_scale(text: str, named: Named) -> Named:
    """``named`` with the scale behind a currency: "75 USD million"."""
    scale = scale_after(text, named.end) if named.unit.dimension == "currency" else None
    return named if scale is None else named.replaced(scale=scale[0], end=scale[1])


def _past_stop(text: str, end: int, word: str) -> int:
    """Where a symbol written with full stops ends ("80 m.p.h.")."""
    return end + 1 if "." in word and text[end : end + 1] == "." else end


def _letter(text: str, end: int, match: re.Match[str], lexicon: QuantityLexicon) -> Named | None:
    """A letter or two, where the surroundings license them."""
    licences = lexicon.licensed.get(match["word"])
    if licences is None:
        return None
    following = text[match.end() : match.end() + 2]
    if following[:1] in ("'", "’", "&") or (following[:1] in (".", "-") and following[1:].isalnum()):
        return None
    words = around(text, end) if any(near for _, near in licences) else frozenset()
    beside = next((unit for unit, near in licences if (near - _PLACES) & words), None)
    if beside is None:
        places = _places(text, end, match)
        beside = next((unit for unit, near in licences if not near or near & places), None)
    return None if beside is None else Named(beside, end, match.end())


def _places(text: str, end: int, match: re.Match[str]) -> frozenset[str]:
    """Where the letter stands behind the number that ends at ``end``, as ``licences.tsv`` names it."""
    found = set()
    if text.startswith("/", match.end()):
        found.add("/")
    if text.startswith(" of ", match.end()):
        found.add("of")
    if not match["gap"] and not (match["word"] == "p" and is_a("lines", text[max(0, end - 4) : end].lstrip(" ("))):
        found.add("glued")
        if _NEGATIVE.search(text, max(0, end - 5), end):
            found.add("negative")
    if "." in text[max(0, end - 3) : end] and (not match["gap"] or _DECIMAL.search(text, max(0, end - 4), end)):
        found.add("decimal")
    return frozenset(found)

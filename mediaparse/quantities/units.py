"""The unit of a number: the sign before it, the words, symbols and rates behind it."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve, frozen

from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.numerals import scale_after
from mediaparse.quantities.unit import Unit
from mediaparse.quantities.words import is_a

_SIGN_BEFORE = re.compile(
    r"(?P<letters>(?<![A-Za-z'’])[A-Za-z.]{1,4})?(?P<gap> ?)(?P<sign>[^\w\s.,;:!?()\[\]'\"/-])(?P<more>[A-Z]{1,3})?[ -]{0,2}\Z"
)
_WORD_BEFORE = re.compile(r"(?<![\w$])(?P<word>[A-Za-z$]{1,7}[.=/]?)(?P<gap>[ \u00a0]?)-?\Z")
_TAKEN = re.compile(r"\d ?(?:[^\w\s.,;:!?()\[\]'\"/-]|[A-Z]{3}) \Z")  # "10 $ 30 cent": the sign is that of the 10
_SIGN_AFTER = re.compile(r"[ \u00a0]?(?P<sign>[^\w\s.,;:!?()\[\]{}'\"“”‘’/|<>=+*&@#^~_–—-] ?(?:[CF](?![\w]))?)")
_WORD_AFTER = re.compile(r"(?P<gap>[ \u00a0\n]?-?[ ]?)(?P<word>[^\W\d_][\w]*+(?:[./][A-Za-z](?!\w))*+)")
_NEXT_WORD = re.compile(r"(?: - |[ \u00a0\n-])([^\W\d_]\w*+)")
_BRACKETED = re.compile(r" ?[(\[]([^\W\d]{1,4})[)\]]")
_MARK = re.compile(r" ?(['\"′″])(?= (?:long|wide|tall|deep|high|thick|in|when|and|at|by)\b)")
_PER = re.compile(r"(?P<sign> ?/ ?)|[ \n-](?P<word>per|an?|each|every|for every)[ \n-]")
_THEN = re.compile(r"[ \n](?:earlier|ago|later|before|after|old)\b")  # "$5 a year earlier" is no rate
_BASE = re.compile(r"(1[0,]*0(?: million| billion)?|million|billion)[ -]")
_MULTIPLIERS = {"K": Decimal(10) ** 3, "M": Decimal(10) ** 6, "B": Decimal(10) ** 9}
_PERIODS = frozenset(("time", "mass", "volume", "length", "area", "energy"))
_NEAR = 60


@frozen
class Named:
    """A unit and the place where a text names it; ``scale`` where its code has one ("MUSD")."""

    unit: Unit
    start: int
    end: int
    scale: Decimal = Decimal(1)


def unit_before(text: str, start: int, lexicon: QuantityLexicon) -> Named | None:
    """The currency that stands before the sum at ``start``.

    >>> from mediaparse.quantities.lexicon import builtin_lexicon
    >>> unit_before("It cost HK$5.4m.", 11, builtin_lexicon()).unit.name
    'hong kong dollar'
    """
    if not start or text[start - 1] in '\n"(':
        return None
    begin = max(0, start - 12)
    window = text[begin:start]
    if window[-1] == " " and not _may_end_in_sign(window, lexicon):
        return None
    if _TAKEN.search(window):
        return None
    if match := _SIGN_BEFORE.search(window):
        sign, letters = match["sign"], match["letters"] or ""
        if letters and (not match["gap"] or len(letters) > 1 or letters in "cC"):
            unit = lexicon.signs.get((letters + sign).upper())
            if unit is not None:
                return Named(unit, begin + match.start(), start)
        unit = lexicon.signs.get(sign + (match["more"] or ""))
        if unit is not None:
            return Named(unit, begin + match.start("sign"), start)
    match = _WORD_BEFORE.search(window)
    return None if match is None else _code(lexicon, match["word"], begin + match.start(), start)


def _may_end_in_sign(window: str, lexicon: QuantityLexicon) -> bool:
    """Can the word before a space be a sign or a code?"""
    word = window.rstrip().rpartition(" ")[2]
    return word != "" and (not word[-1].isalpha() or word in lexicon.signs or word[1:] in lexicon.signs)


def _code(lexicon: QuantityLexicon, word: str, start: int, end: int) -> Named | None:
    """The currency whose code or abbreviation stands before a sum: "RM", "USD", "MUSD", "Rs."."""
    if unit := lexicon.signs.get(word):
        return Named(unit, start, end)
    scale = _MULTIPLIERS.get(word[0])
    if scale and len(word) == 4 and (unit := lexicon.signs.get(word[1:])):
        return Named(unit, start, end, scale)
    return None


def unit_after(text: str, end: int, lexicon: QuantityLexicon) -> Named | None:
    """The unit that stands behind the number that ends at ``end``, with its rate.

    >>> from mediaparse.quantities.lexicon import builtin_lexicon
    >>> unit_after("52,000 barrels a day", 6, builtin_lexicon()).unit.name
    'barrel per day'
    """
    signed = None if text[end + 1 : end + 2].isalpha() and text[end] == " " else _signed(text, end, lexicon)
    named = signed or _worded(text, end, lexicon)
    if named is None:
        return None
    if _is_money(named.unit) and (scale := scale_after(text, named.end)):  # "75 USD million"
        named = evolve(named, scale=scale[0], end=scale[1])
    return with_rate(text, named, lexicon)


def _signed(text: str, end: int, lexicon: QuantityLexicon) -> Named | None:
    match = _SIGN_AFTER.match(text, end)
    if match is not None:
        sign = match["sign"]
        for written in (sign.replace(" ", ""), sign[0]):
            unit = lexicon.symbols.get(written)
            at = match.start("sign") + (
                match.end("sign") - match.start("sign") if written == sign.replace(" ", "") and len(written) > 1 else 1
            )
            if unit is None or (unit.dimension == "currency" and text[at : at + 1].isdigit()):
                continue
            if unit.dimension == "angle" and (scale := _worded(text, at, lexicon, "degree ")):
                return evolve(scale, start=end)
            return Named(unit, end, at)
        return None
    if match := _BRACKETED.match(text, end):
        unit = lexicon.symbols.get(match[1])
        return None if unit is None else Named(unit, end, match.end())
    if match := _MARK.match(text, end):
        name = "foot" if match[1] in "'′" else "inch"
        return Named(lexicon.by_name[name], end, match.end()) if name in lexicon.by_name else None
    return None


def _worded(text: str, end: int, lexicon: QuantityLexicon, prefix: str = "") -> Named | None:
    match = _WORD_AFTER.match(text, end)
    if match is None:
        return None
    word = match["word"]
    longest = lexicon.longest.get(word.lower().partition(".")[0], 0) if not prefix else 1
    if not longest:
        return _joined(text, end, match, lexicon)
    words, ends = [word], [_past_dot(text, match.end(), word)]
    while len(words) < longest and (following := _NEXT_WORD.match(text, ends[-1])):
        words.append(following[1])
        ends.append(following.end())
    for count in range(len(words), 0, -1):
        raw = prefix + " ".join(words[:count])
        plain = raw.replace(".", "")
        unit = lexicon.symbols.get(raw) or lexicon.symbols.get(plain) or lexicon.words.get(plain.lower())
        if unit is not None:
            return Named(unit, end, _past_dot(text, ends[count - 1], words[count - 1]))
    return _letter(text, end, match, lexicon) or _joined(text, end, match, lexicon)


def _past_dot(text: str, end: int, word: str) -> int:
    """Where a symbol written with full stops ends ("80 m.p.h.")."""
    return end + 1 if "." in word and text[end : end + 1] == "." else end


def _letter(text: str, end: int, match: re.Match[str], lexicon: QuantityLexicon) -> Named | None:
    """A single letter, where its surroundings license it."""
    following = text[match.end() : match.end() + 2]
    if following[:1] in ("'", "’", "&") or (following[:1] in (".", "-") and following[1:].isalnum()):
        return None
    around: set[str] | None = None
    for unit, near in lexicon.licensed.get(match["word"], ()):
        if not near:
            return Named(unit, end, match.end())
        if "/" in near and following[:1] == "/":
            return Named(unit, end, match.end())
        if around is None:
            before = text[max(0, end - _NEAR) : end].rpartition("\n\n")[2]
            around = set(re.findall(r"\w+", (before + text[end : end + _NEAR].partition("\n\n")[0]).lower()))
        if near & around:
            return Named(unit, end, match.end())
    return None


def _joined(text: str, end: int, match: re.Match[str], lexicon: QuantityLexicon) -> Named | None:
    """A code with its scale behind the sum: "20 MUSD", "75 USD million"; else nothing."""
    word = match["word"]
    scale = _MULTIPLIERS.get(word[0])
    if scale and len(word) == 4 and (unit := lexicon.signs.get(word[1:])):
        return Named(unit, end, match.end(), scale)
    return None


def with_rate(text: str, named: Named, lexicon: QuantityLexicon) -> Named:
    """``named`` with the rate that follows it ("per barrel", "a day", "/h")."""
    match = _PER.match(text, named.end)
    if match is None:
        return named
    of = denominator(text, match, lexicon, named.unit)
    return named if of is None else evolve(named, unit=rate(named.unit, of.unit, lexicon), end=of.end)


def per(text: str, end: int, lexicon: QuantityLexicon) -> Named | None:
    """What a count is taken by, where the text goes on with "per", "a" or "/" at ``end``."""
    match = _PER.match(text, end)
    return None if match is None or match["sign"] else denominator(text, match, lexicon, None)


def denominator(text: str, match: re.Match[str], lexicon: QuantityLexicon, of: Unit | None) -> Named | None:
    """The unit or the thing that a rate is taken by."""
    at, base = match.end(), ""
    how = match["word"]
    if (number := _BASE.match(text, at)) and how == "per":
        at, base = number.end(), number[1] + " "
    word = _WORD_AFTER.match(text, at)
    if word is None or word["gap"] or _THEN.match(text, word.end()):
        return None
    named = _denominating_unit(text, at, word["word"], lexicon, bool(match["sign"]))
    if named is not None and not base:
        if (
            how in (None, "per")
            or named.unit.dimension == "time"
            or (named.unit.dimension in _PERIODS and _is_money(of))
        ):
            return named
    if match["sign"]:
        return None
    noun = word["word"].lower()
    if (
        how == "per"
        or (is_a("per", noun) and _is_money(of))
        or (how != "every" and noun in ("game", "match", "night", "person") and how != "for every")
    ):
        return Named(Unit(base + noun, dimension="count"), at, word.end())
    return None


def _is_money(unit: Unit | None) -> bool:
    return unit is not None and unit.dimension == "currency"


def _denominating_unit(text: str, at: int, word: str, lexicon: QuantityLexicon, signed: bool) -> Named | None:
    if word == "annum":
        return Named(lexicon.by_name["year"], at, at + len(word)) if "year" in lexicon.by_name else None
    if signed and (licensed := lexicon.licensed.get(word)):
        return Named(licensed[-1][0], at, at + len(word))
    return _worded(text, at, lexicon)


def rate(of: Unit, by: Unit, lexicon: QuantityLexicon) -> Unit:
    """The unit "of per by", by the name that the lexicon has for it where it has one.

    >>> from mediaparse.quantities.lexicon import builtin_lexicon
    >>> units = builtin_lexicon()
    >>> rate(units.by_name["kilometre"], units.by_name["hour"], units).symbol
    'km/h'
    """
    name = f"{of.name} per {by.name}"
    if name in lexicon.by_name:
        return lexicon.by_name[name]
    symbol = f"{of.symbol}/{by.symbol}" if of.symbol and by.symbol else None
    return Unit(name, symbol, f"{of.dimension} per {by.dimension}", of.code)

"""Numerals: where a text writes a number, in figures or in words, and which number it is."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import cache
from itertools import compress
from typing import NamedTuple

from mediaparse.data import read_tsv
from mediaparse.scan import Scan

_VULGAR = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅛": Decimal("0.125"), "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"), "⅞": Decimal("0.875"), "⅓": Decimal("0." + "3" * 28), "⅔": Decimal("0." + "6" * 27 + "7"),
    "⅕": Decimal("0.2"), "⅖": Decimal("0.4"), "⅗": Decimal("0.6"), "⅘": Decimal("0.8"),
}  # fmt: skip
# Figures with the marks that can stand between them: a number, a date, a score, a time. What it is, its shape says.
_CLUSTER = re.compile(r"[0-9½¼¾⅛⅜⅝⅞⅓⅔⅕⅖⅗⅘][0-9½¼¾⅛⅜⅝⅞⅓⅔⅕⅖⅗⅘.,:/–-]*+")
_PLAIN = re.compile(
    r"(?P<whole>0|[1-9]\d{0,29}+|[1-9]\d{0,2}(?:,\d{3}){1,9}|[1-9]\d?(?:,\d{2}){1,8},\d{3})?"
    r"(?:\.(?P<decimals>\d{1,20}))?(?P<vulgar>[½¼¾⅛⅜⅝⅞⅓⅔⅕⅖⅗⅘])?"
)
_ZEROS = re.compile(r"0\.\d{1,20}")
_FRACTION = re.compile(r"([1-9]\d?)/([1-9]\d?)")
_GROUPS = re.compile(r"(?:[ \u00a0\u2009\u202f]\d{3}){1,6}(?![\d,])(?![-/:.]\d)")
_POWER = re.compile(r" ?[×x] ?10 ?\^?([-−–]?\d{1,3})(?!\d)")
_EXPONENT = re.compile(r"[eE]([+-]?\d{1,3})(?!\w)")
_SCALE = re.compile(r"(\n|[ \u00a0-]{0,2})([A-Za-z]{1,11})\b")
_PART = re.compile(r" ([1-9]/[1-9]\d?)(?![\d/])")
_SCALE_INITIALS = frozenset("bcdhlmqtBCDHLMQT")
_LONGEST = 30
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 50, 64))
_EXACT = Context(prec=60)
_ROUNDED = Context(prec=28)


class Numeral(NamedTuple):
    """A number as a text writes it; a tuple, as it costs a fifth of a frozen object, and every number is one.

    ``form`` is ``figures``, ``range`` ("5-7") or ``fraction`` ("1/4") in figures, ``words``,
    ``part`` ("two-thirds"), ``fold`` ("sixfold") or ``vague`` ("dozens") in words; ``upper`` is
    the other end of a range and of a vague plural. ``mantissa`` is the number before
    its scale ("1.2" in "1.2 million").
    """

    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    form: str
    mantissa: Decimal

    @property
    def spelled(self) -> bool:
        """Is it written in words?"""
        return self.form in ("words", "part", "fold", "vague")

    @property
    def scaled(self) -> bool:
        """Has it a scale ("million", "bn")?"""
        return self.mantissa != self.value


@cache
def _table() -> dict[str, tuple[str, Decimal]]:
    return {word: (kind, Decimal(value)) for word, kind, value in read_tsv(__package__, "numbers.tsv")}


@cache
def _words() -> dict[str, str]:
    """Number words as they can be typed, to their lower case."""
    words = [word for word, (kind, _) in _table().items() if kind != "abbreviation"]
    return {typed: word for word in words for typed in (word, word.capitalize(), word.upper())}


def times(value: Decimal, scale: Decimal) -> Decimal:
    """``value`` times ``scale``, without decimals where it is whole."""
    product = _EXACT.multiply(value, scale)
    return product.quantize(Decimal(1), context=_EXACT) if product == product.to_integral_value() else product


def scaled(numeral: Numeral, scale: Decimal, end: int) -> Numeral:
    """``numeral`` with a scale that ends at ``end``."""
    upper = None if numeral.upper is None else times(numeral.upper, scale)
    return numeral._replace(value=times(numeral.value, scale), upper=upper, end=end)


def figures(text: str) -> list[Numeral]:
    """The numbers that ``text`` writes in figures; figures in the shape of a date, a time or a version are none.

    >>> [str(found.value) for found in figures("1,234.5 of 12,34,567, 2½, 7-1/2 or 1.10 at 17:22 on 3/4/2016")]
    ['1234.5', '1234567', '2.5', '7.5', '1.10']
    """
    found: list[Numeral] = []
    past = 0
    for match in _CLUSTER.finditer(text):
        start = match.start()
        if start < past:
            continue
        cluster = match.group().rstrip(".,:/–-")
        if start and text[start - 1] == "." and (start == 1 or not text[start - 2].isalnum()):
            start -= 1
            cluster = "." + cluster
        numeral = _read(cluster, start)
        if numeral is not None:
            found.append(_longer(text, numeral, cluster))
            past = found[-1].end
    return found


def _read(cluster: str, start: int) -> Numeral | None:
    """The number or the range of two that ``cluster`` writes, or None."""
    end = start + len(cluster)
    if cluster.isdecimal() and cluster[0] != "0" and len(cluster) <= _LONGEST:
        value = Decimal(cluster)
        return Numeral(start, end, value, None, "figures", value)
    low, dash, high = cluster.replace("–", "-").partition("-")
    first = _number(low)
    if first is None:
        return None
    form = "fraction" if "/" in low or low[0] in _VULGAR else "figures"
    if not dash:
        return Numeral(start, end, first, None, form, first)
    if _FRACTION.fullmatch(high) and low.isdigit():  # "7-1/2", as wires write it
        part = _number(high)
        return None if part is None or part >= 1 else _mixed(start, end, first + part)
    second = _number(high)
    if second is None:
        return None
    return Numeral(start, end, first, second, "range", first)


def _mixed(start: int, end: int, value: Decimal) -> Numeral:
    return Numeral(start, end, value, None, "figures", value)


def _number(figures: str) -> Decimal | None:
    if fraction := _FRACTION.fullmatch(figures):
        over, under = map(int, fraction.groups())
        return _ROUNDED.divide(Decimal(over), Decimal(under)) if over < under and under in _DENOMINATORS else None
    plain = _PLAIN.fullmatch(figures)
    if plain is None or not figures:
        return None
    whole = (plain["whole"] or "0").replace(",", "")
    value = Decimal(f"{whole}.{plain['decimals']}" if plain["decimals"] else whole)
    return value + _VULGAR[plain["vulgar"]] if plain["vulgar"] else value


def _longer(text: str, numeral: Numeral, cluster: str) -> Numeral:
    """``numeral`` with what belongs to it behind its figures: groups after a space, a fraction, a power of ten."""
    end = numeral.end
    following = text[end : end + 2].lstrip(" ")
    if following[:1].isalpha() and following[0] not in "xeE":
        return numeral
    if cluster.isdigit() and len(cluster) <= 3 and cluster[0] != "0" and (groups := _GROUPS.match(text, end)):
        value = Decimal(cluster + re.sub(r"\D", "", groups.group()))
        return Numeral(numeral.start, groups.end(), value, None, "figures", value)
    if cluster.isdigit() and (part := _PART.match(text, end)):
        fraction = _number(part[1])
        if fraction is not None:
            return _mixed(numeral.start, part.end(), numeral.value + fraction)
    for power in (_POWER, _EXPONENT):
        if exponent := power.match(text, end):
            scale = Decimal("1e" + exponent[1].replace("−", "-").replace("–", "-"))
            return numeral._replace(value=_EXACT.multiply(numeral.value, scale), end=exponent.end())
    return numeral


def scale_after(text: str, end: int) -> tuple[Decimal, int] | None:
    """The scale, a word or an abbreviation, that follows figures at ``end``, and where it ends.

    >>> scale_after("1.2 million barrels", 3)
    (Decimal('1000000'), 11)
    """
    following = text[end : end + 2].lstrip(" -\n\u00a0")
    match = _SCALE.match(text, end) if not following or following[0] in _SCALE_INITIALS else None
    if match is None:
        return None
    kind, value = _table().get(match[2].lower(), ("", Decimal(0)))
    if kind == "scale" or (kind == "abbreviation" and "-" not in match[1]):
        return value, match.end()
    return None


def spelled(scan: Scan) -> list[Numeral]:
    """The numbers that the text writes in words.

    >>> from mediaparse.scan import scan
    >>> text = "one hundred and five, two and a half million, two-thirds, tens of thousands"
    >>> [(str(found.value), found.upper and str(found.upper)) for found in spelled(scan(text))]
    [('105', None), ('2500000', None), ('0.6666666666666666666666666667', None), ('10000', '100000')]
    """
    words = _words()
    found: list[Numeral] = []
    past = 0
    for index in compress(range(0, len(scan.parts), 2), map(words.__contains__, scan.parts[::2])):
        if index >= past:
            numeral, past = _spelled_at(scan, index)
            if numeral is not None:
                found.append(numeral)
    return found


def _spelled_at(scan: Scan, index: int) -> tuple[Numeral | None, int]:
    """The number that begins with the word at ``index``, and the index after it."""
    kind = _table()[_words()[scan.parts[index]]][0]
    if kind == "vague":
        return _vague(scan, index)
    if kind == "fold":
        value = _table()[_words()[scan.parts[index]]][1]
        return Numeral(scan.offsets[index], scan.offsets[index + 1], value, None, "fold", value), index + 2
    if kind == "part":
        return _part_of_scale(scan, index)
    begin = index
    if kind == "scale":
        before = _near(scan, index, -2).lower()
        if before not in ("a", "the", "few", "several", "couple", "per"):
            return None, index + 2
        begin = index - 2 if before == "a" else index
    value, last = _cardinal(scan, index)
    if kind == "scale" and begin == index:
        if _near(scan, index, -2).lower() in ("few", "several", "couple"):
            return Numeral(scan.offsets[begin], scan.offsets[last + 1], value, value * 10, "vague", value), last + 2
        return None, last + 2
    return _with_tail(scan, begin, last, value)


def _near(scan: Scan, index: int, step: int) -> str:
    """The word ``step`` parts away, with only a space or a hyphen between, or an empty string."""
    at = index + step
    if not 0 <= at < len(scan.parts):
        return ""
    gap = scan.parts[index + (1 if step > 0 else -1)]
    return scan.parts[at] if gap in (" ", "-", " - ", "\n", "\u00a0") else ""


def _cardinal(scan: Scan, index: int) -> tuple[Decimal, int]:
    """The value of the number words from ``index``, and the index of the last."""
    table, words = _table(), _words()
    total, group = Decimal(0), Decimal(0)
    last, index_of = "", index
    at = index
    while True:
        word = words.get(scan.parts[at], "")
        kind, value = table.get(word, ("", Decimal(0)))
        if kind == "scale":
            if last == "" or last in ("one", "teen", "ten", "hundred", "scale"):
                group = max(group, Decimal(1))
                if value == 100:
                    group, last = group * value, "hundred"
                else:
                    total, group, last = (
                        (total + group) * value if last == "scale" else total + group * value,
                        Decimal(0),
                        "scale",
                    )
            else:
                break
        elif kind in ("one", "teen", "ten", "zero") and _may_follow(kind, last):
            group, last = group + value, kind
        else:
            break
        index_of = at
        if (following := _near(scan, at, 2)) in words:
            at += 2
        elif following == "and" and last in ("hundred", "scale") and _near(scan, at + 2, 2) in words:
            if table[words[scan.parts[at + 4]]][0] not in ("one", "teen", "ten"):
                break
            at += 4
        else:
            break
    return total + group, index_of


def _may_follow(kind: str, last: str) -> bool:
    if kind == "one":
        return last in ("", "ten", "hundred", "scale")
    return last in ("", "hundred", "scale") and (kind != "zero" or last == "")


def _with_tail(scan: Scan, begin: int, last: int, value: Decimal) -> tuple[Numeral | None, int]:
    """The number from ``begin`` to ``last``, with "and a half", a denominator or a scale that follows."""
    table, words = _table(), _words()
    start = scan.offsets[begin]
    mantissa = value
    following = words.get(_near(scan, last, 2), "")
    if table.get(following, ("",))[0] == "part" and 1 <= value < 10:
        numeral = _fraction_words(scan, begin, last, value)
        if numeral is not None:
            return numeral, last + 4
    tail = [_near(scan, last + step, 2).lower() for step in (0, 2, 4, 6)]
    if tail[:2] == ["and", "a"] and tail[2] in ("half", "quarter", "third"):
        value += _ROUNDED.divide(Decimal(1), table[tail[2]][1])
        mantissa = value
        last += 6
        if table.get(tail[3], ("",))[0] == "scale":
            value = times(value, table[tail[3]][1])
            last += 2
    return Numeral(start, scan.offsets[last + 1], value, None, "words", mantissa), last + 2


def _fraction_words(scan: Scan, begin: int, last: int, over: Decimal) -> Numeral | None:
    """ "two-thirds", "one fourth of"; "three quarters" without "of" are a time, "two halves" parts of a game."""
    under = _table()[_words()[scan.parts[last + 2]]][1]
    following = _near(scan, last + 2, 2)
    written = scan.parts[last + 2]
    joined = "-" in scan.parts[last + 1]
    if following != "of" and (written in ("quarters", "halves", "quarter") or over == 1) and not joined:
        return None
    if over > 1 and not written.endswith("s"):
        return None
    value = _ROUNDED.divide(over, under)
    return Numeral(scan.offsets[begin], scan.offsets[last + 3], value, None, "part", value) if over < under else None


def _vague(scan: Scan, index: int) -> tuple[Numeral | None, int]:
    """ "dozens", "tens of thousands": a range up to ten times as much."""
    table, words = _table(), _words()
    word = words[scan.parts[index]]
    value = table[word][1]
    last = index
    following = words.get(_near(scan, index + 2, 2), "") if _near(scan, index, 2) == "of" else ""
    if table.get(following, ("",))[0] == "vague":
        value, last = value * table[following][1], index + 4
    elif word == "tens":
        return None, index + 2
    return Numeral(scan.offsets[index], scan.offsets[last + 1], value, value * 10, "vague", value), last + 2


def _part_of_scale(scan: Scan, index: int) -> tuple[Numeral | None, int]:
    """ "half", "a third of", "half a million", "quarter million"."""
    table, words = _table(), _words()
    word = words[scan.parts[index]]
    before = _near(scan, index, -2).lower()
    following = [_near(scan, index + step, 2).lower() for step in (0, 2, 4)]
    begin = index - 2 if before == "a" else index
    value = _ROUNDED.divide(Decimal(1), table[word][1])
    for skipped in ([], ["a"], ["of", "a"]):
        scale = following[len(skipped)]
        if (
            following[: len(skipped)] == skipped
            and table.get(scale, ("",))[0] == "scale"
            and word in ("half", "quarter")
        ):
            last = index + 2 * (len(skipped) + 1)
            total = times(value, table[scale][1])
            return Numeral(scan.offsets[begin], scan.offsets[last + 1], total, None, "words", value), last + 2
    if word.endswith("s"):
        return None, index + 2
    whole = before == "a" and following[0] == "of"
    if word == "half":
        ordinal = before in (
            "first",
            "second",
            "other",
            "opening",
            "latter",
            "last",
            "final",
            "and",
            "this",
            "that",
            "each",
            "per",
            "better",
            "wing",
        )
        whole = whole or (
            not ordinal
            and before not in ("the", "a")
            and following[0]
            in ("of", "the", "a", "an", "their", "its", "his", "her", "our", "my", "your", "that", "those", "all")
        )
    if not whole:
        return None, index + 2
    return Numeral(scan.offsets[begin], scan.offsets[index + 1], value, None, "part", value), index + 2

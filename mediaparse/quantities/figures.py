"""Numbers in figures: which number a cluster of figures and marks is, by its shape."""

from __future__ import annotations

import re
from decimal import Decimal

from mediaparse.patterns import pattern
from mediaparse.quantities.numerals import EXACT, ROUNDED, Numeral

_VULGAR = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅛": Decimal("0.125"), "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"), "⅞": Decimal("0.875"), "⅓": Decimal("0." + "3" * 28), "⅔": Decimal("0." + "6" * 27 + "7"),
    "⅕": Decimal("0.2"), "⅖": Decimal("0.4"), "⅗": Decimal("0.6"), "⅘": Decimal("0.8"),
}  # fmt: skip
# Figures with the marks that can stand between them: a number, a date, a score, a time. What it is, its shape says.
# Most are plain numbers with nothing behind them that could belong to their figures: these have the first group.
_CLUSTER = pattern(
    r"[0-9½¼¾⅛⅜⅝⅞⅓⅔⅕⅖⅗⅘](?:"
    r"(?<=[1-9])(?<!\.[1-9])((?:\d{0,2}(?:,\d{3}){1,9}|\d{0,29}+)(?:\.\d{1,20})?)"
    r"(?=\s(?![\d×x])|[.,](?:\s|\Z)|[%)]|-?[A-DF-Za-df-wyz]|\Z)"
    r"|[0-9½¼¾⅛⅜⅝⅞⅓⅔⅕⅖⅗⅘.,:/–-]*+)"
)
_PLAIN = pattern(
    r"(?P<whole>0|[1-9]\d{0,29}+|[1-9]\d{0,2}(?:,\d{3}){1,9}|[1-9]\d?(?:,\d{2}){1,8},\d{3})?"
    r"(?:\.(?P<decimals>\d{1,20}))?(?P<vulgar>[½¼¾⅛⅜⅝⅞⅓⅔⅕⅖⅗⅘])?"
)
_FRACTION = pattern(r"([1-9]\d?)/([1-9]\d?)")
_CENTS = pattern(r"\d{1,4}\.\d\d")
_CENT = Decimal("0.01")
_GROUPS = pattern(r"(?:[ \u00a0\u2009\u202f]\d{3}){1,6}(?![\d,])(?![-/:.]\d)")
_DIALLED = pattern(r"0\d{2,5}(?: \d{6,8}| \d{3,4} \d{3,4})(?!\w)")  # a telephone's number: "01632 960 417"
_POWER = pattern(r" ?[×x] ?10 ?\^?([-−–]?[1-9]\d{0,2})(?!\d)")
_EXPONENT = pattern(r"[eE]([+-]?\d{1,3})(?!\w)")
_PART = pattern(r" ([1-9]/[1-9]\d?)(?![\d/])")
_GOES_ON = frozenset(" \u00a0\u2009\u202f×xeE")
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 50, 64))


def figures(text: str, begin: int = 0, end: int | None = None) -> list[Numeral]:
    """The numbers that ``text`` writes in figures; figures in the shape of a date, a time or a version are none.

    Where ``begin`` and ``end`` are given, those between them.

    >>> [str(found.value) for found in figures("1,234.5 of 12,34,567, 2½, 7-1/2 or 1.10 at 17:22 on 3/4/2016")]
    ['1234.5', '1234567', '2.5', '7.5', '1.10']
    """
    found: list[Numeral] = []
    past = begin
    for match in _CLUSTER.finditer(text, begin, len(text) if end is None else end):
        start = match.start()
        if start < past:
            continue
        if match[1] is not None:
            past = match.end()
            value = Decimal(match[0].replace(",", ""))
            found.append(Numeral(start, past, value, None, "figures", value))
            continue
        cluster = match.group().rstrip(".,:/–-")
        if start and text[start - 1] == "." and (start == 1 or not text[start - 2].isalnum()):
            start -= 1
            cluster = "." + cluster
        numeral = _read(cluster, start)
        if numeral is None:
            if cluster[0] == "0" and (groups := _DIALLED.match(text, start)):
                past = groups.end()
            continue
        past = numeral.end
        behind = text[past : past + 2]
        if (not behind[1:].isalpha() or behind == " x") and behind[:1] in _GOES_ON:
            numeral = _longer(text, numeral, cluster)
            past = numeral.end
        found.append(numeral)
    return found


def _read(cluster: str, start: int) -> Numeral | None:
    """The number or the range of two that ``cluster`` writes, or None."""
    end = start + len(cluster)
    low, dash, high = cluster.replace("–", "-").partition("-")
    first = _number(low)
    if first is None:
        return None
    form = "fraction" if "/" in low or low[0] in _VULGAR else "figures"
    if not dash:
        return Numeral(start, end, first, None, form, first)
    if _FRACTION.fullmatch(high) and (low.isdigit() or _CENTS.fullmatch(low)):  # "7-1/2", "$6.04-1/2"
        part = _number(high)
        if part is None or part >= 1:
            return None
        return _mixed(start, end, EXACT.add(first, part if low.isdigit() else EXACT.multiply(part, _CENT)))
    second = _number(high)
    if second is None:
        return None
    return Numeral(start, end, first, second, "range", first)


def _mixed(start: int, end: int, value: Decimal) -> Numeral:
    """Figures with a fraction: "7-1/2", "2 3/4"."""
    return Numeral(start, end, value, None, "figures", value)


def _number(figures: str) -> Decimal | None:
    """The value of one number in figures; None where they have no shape of one."""
    if fraction := _FRACTION.fullmatch(figures):
        over, under = map(int, fraction.groups())
        return ROUNDED.divide(Decimal(over), Decimal(under)) if over < under and under in _DENOMINATORS else None
    plain = _PLAIN.fullmatch(figures)
    if plain is None or not figures:
        return None
    whole = (plain["whole"] or "0").replace(",", "")
    value = Decimal(f"{whole}.{plain['decimals']}" if plain["decimals"] else whole)
    return EXACT.add(value, _VULGAR[plain["vulgar"]]) if plain["vulgar"] else value


def _longer(text: str, numeral: Numeral, cluster: str) -> Numeral:
    """``numeral`` with what belongs to it behind its figures: groups after a space, a fraction, a power of ten."""
    end = numeral.end
    if cluster.isdigit() and len(cluster) <= 3 and cluster[0] != "0" and (groups := _GROUPS.match(text, end)):
        value = Decimal(cluster + re.sub(r"\D", "", groups.group()))
        return Numeral(numeral.start, groups.end(), value, None, "figures", value)
    if cluster.isdigit() and (part := _PART.match(text, end)):
        fraction = _number(part[1])
        if fraction is not None:
            return _mixed(numeral.start, part.end(), EXACT.add(numeral.value, fraction))
    for power in (_POWER, _EXPONENT):
        if exponent := power.match(text, end):
            scale = Decimal("1e" + exponent[1].replace("−", "-").replace("–", "-"))
            return numeral.replaced(value=EXACT.multiply(numeral.value, scale), end=exponent.end())
    return numeral

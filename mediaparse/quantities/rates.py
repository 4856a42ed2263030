"""Rates: what a unit is taken by ("dollars a barrel", "km/h", "cases per 100,000 people")."""

from __future__ import annotations

import re

from mediaparse.patterns import pattern
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.nouns import form
from mediaparse.quantities.unit import Unit
from mediaparse.quantities.units import Named, unit_at, worded
from mediaparse.quantities.words import is_a

_PER = pattern(r"(?P<slash> ?/ ?)|(?:[ \n-]| - )(?P<word>per|an?|each|every|for every)(?: - |[ \n-])")
# How the words that make a rate begin, with what can part them from the next.
_OPENINGS = ("per", "a ", "a-", "a\n", "an ", "an-", "an\n", "each", "every", "for every", "- ")
_SLASHES = ("/", " /")
_BASE = pattern(r"(1[0,]{0,20}0(?: million| billion)?|million|billion)[ -]")
_NOUN = pattern(r"[^\W\d_]\w{0,30}+(?!\w)")
_THEN = pattern(r"[ \n](?:earlier|ago|later|before|after|old)\b")  # "$5 a year earlier" is no rate
_PAID_BY = frozenset(("mass", "volume", "length", "area", "energy"))


def unit_after(text: str, end: int, lexicon: QuantityLexicon) -> Named | None:
    """The unit that stands behind the number that ends at ``end``, with its rate.

    >>> from mediaparse.quantities.lexicon import builtin_lexicon
    >>> unit_after("52,000 barrels a day", 6, builtin_lexicon()).unit.name
    'barrel per day'
    """
    named = unit_at(text, end, lexicon)
    return None if named is None else with_rate(text, named, lexicon)


def with_rate(text: str, named: Named, lexicon: QuantityLexicon) -> Named:
    """``named`` with the rate that follows it ("per barrel", "a day", "/h")."""
    end = named.end
    if not text.startswith(_OPENINGS, end + 1) and not text.startswith(_SLASHES, end):
        return named
    by = _denominator(text, end, named.unit, lexicon)
    return named if by is None else Named(rate(named.unit, by.unit, lexicon), named.start, by.end, named.scale)


def per(text: str, end: int, lexicon: QuantityLexicon) -> Named | None:
    """What a count is taken by, where the text goes on with "per" or "a" at ``end``."""
    return _denominator(text, end, None, lexicon) if text.startswith(_OPENINGS, end + 1) else None


def rate_behind(text: str, unit: Unit, end: int, lexicon: QuantityLexicon) -> Named | None:
    """The rate by a time behind what ``unit`` measures ("300 barrels of oil a day"), or None."""
    by = per(text, end, lexicon)
    if by is None or by.unit.dimension != "time":
        return None
    return Named(rate(unit, by.unit, lexicon), end, by.end)


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


def _denominator(text: str, end: int, of: Unit | None, lexicon: QuantityLexicon) -> Named | None:
    """The unit or the thing that the rate at ``end`` is taken by."""
    match = _PER.match(text, end)
    if match is None:
        return None
    how, at = match["word"], match.end()
    base = _BASE.match(text, at) if how == "per" else None
    at = at if base is None else base.end()
    noun = _NOUN.match(text, at)
    if noun is None:
        return None
    unit = _unit(text, at, noun.group(), how is None, lexicon) if base is None else None
    if unit is not None and unit.unit.dimension == "time" and _THEN.match(text, unit.end):
        return None
    if unit is not None and _divides(how, of, unit.unit):
        return unit
    word = noun.group().lower()
    if how == "per" or (how is not None and _is_paid_by(of, word)) or (how in ("a", "an") and is_a("per count", word)):
        if base is None:
            noun = _past_adjective(text, noun) if how == "per" and not is_a("per", word) else noun
            return Named(Unit(noun.group().lower(), dimension="count"), at, noun.end())
        end = _head_end(text, noun)
        return Named(Unit(f"{base[1]} {text[at:end].lower()}", dimension="count"), at, end)
    return None


def _past_adjective(text: str, noun: re.Match[str]) -> re.Match[str]:
    """The noun behind an adjective, of those that money is paid for ("per ordinary share"), else ``noun``."""
    following = _NOUN.match(text, noun.end() + 1) if text.startswith(" ", noun.end()) else None
    return following if following is not None and is_a("per", following.group()) else noun


def _head_end(text: str, noun: re.Match[str]) -> int:
    """Where the noun behind a base ends, with the adjective before it ("per 1,000 live births")."""
    following = _NOUN.match(text, noun.end() + 1) if text.startswith(" ", noun.end()) else None
    plural = following is not None and form(following.group()) == "plural" and form(noun.group()) == ""
    return following.end() if plural and following is not None else noun.end()


def _unit(text: str, at: int, word: str, slash: bool, lexicon: QuantityLexicon) -> Named | None:
    """The unit at ``at``; "annum" only here is a year, and single letters only behind a slash are units."""
    if word == "annum" and "year" in lexicon.by_name:
        return Named(lexicon.by_name["year"], at, at + len(word))
    if slash and word in lexicon.licensed:
        return Named(lexicon.licensed[word][-1][0], at, at + len(word))
    return worded(text, at, lexicon)


def _divides(how: str | None, of: Unit | None, by: Unit) -> bool:
    """Does "a" before a unit make a rate? Of a time always, of another unit for money ("2 dollars a pound")."""
    return how in (None, "per") or by.dimension == "time" or (by.dimension in _PAID_BY and _is_money(of))


def _is_paid_by(of: Unit | None, word: str) -> bool:
    return _is_money(of) and is_a("per", word)


def _is_money(unit: Unit | None) -> bool:
    return unit is not None and unit.dimension == "currency"

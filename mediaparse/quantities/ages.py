"""Ages that no unit names: "Lin, 66,", "aged 12", "she is 35", "women over 50"."""

from __future__ import annotations

from decimal import Decimal

from mediaparse.patterns import pattern
from mediaparse.quantities.context import bare
from mediaparse.quantities.dates import month
from mediaparse.quantities.words import is_a, kinds

_APPOSED_END = pattern(r"[,;.)]|$| and | of ")
_LIST = pattern(r"[,;] (?:\d|[A-Z]\w+,? \d)")
_HEDGE = r"(?: only| just| about| around| nearly| almost| over| under)?"
_NAMES_AGE = pattern(rf"(?:^| )(?:at age|age of|aged?|turn(?:ed|s|ing)|(?:older|younger) than){_HEDGE}\Z")
_MEASURES_AGE = pattern(
    r"(?:^| )(?:(?:expectancy|(?:average|median|mean|retirement|pension|minimum|voting|legal) age)"
    rf"(?: [a-z]+){{0,6}} (?:is|was|at|of|to|from|reached)){_HEDGE}\Z"
)
_BRACKET = pattern(r"[%-]| to \d")  # "aged 18 to 24"
_MEASURES = frozenset(("expectancy", "age"))
_AT_AGE = pattern(r", (?:s?he|I)\b")
_IS = pattern(
    r"(?:^| )(?:i(?: am|['’]m)(?: now| only| just| about| already)?"
    r"|(?:s?he|who|i)(?:(?: is| was| will be| would be|['’]s)(?: now| only| just| about| already)?"
    r"|(?: will| would) turn))\Z"
)
_IS_END = pattern(r"[.,;)!?]|$| (?:by|when|at|next|this|in|on|and|years|now|or)\b")
_MARK_OR_WORD = pattern(r"[.,;:)!?]|$| (\w+)")
_BOUNDS = frozenset(("over", "under", "above", "below"))
_OLDER = pattern(r" (?:or|and) (?:older|younger)\b")
_OLDEST = 120
_YOUNGEST = 13  # "At 5, he went home" can be the hour
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "our", "my", "another"))


def is_age(text: str, value: Decimal, end: int, lead: tuple[str, ...]) -> bool:
    """Do the words around the number that ends at ``end`` say that it is somebody's age?

    >>> is_age("Ana Lin, 66, sings", Decimal(66), 11, ("Ana", "Lin,"))
    True
    >>> is_age("Lin, Room 66,", Decimal(66), 12, ("Lin,", "Room"))
    False
    """
    if not lead:
        return False
    last = lead[-1]
    apposed = last.endswith(",")
    if not apposed and bare(last) not in kinds()["before age"] and not _OLDER.match(text, end):
        return False
    if not 0 < value <= _OLDEST or value != value.to_integral_value():
        return False
    if _OLDER.match(text, end):
        return True
    if apposed:
        return _apposed(text, end, lead[-1][:-1], lead[:-1])
    words = " ".join(map(bare, lead[-5:]))
    if _NAMES_AGE.search(words):
        return not _BRACKET.match(text, end)
    if not _MEASURES.isdisjoint(lead) and _MEASURES_AGE.search(" ".join(map(bare, lead))):
        return _IS_END.match(text, end) is not None or text[end : end + 1] == " "
    if lead[-1] == "At" and value >= _YOUNGEST:
        return _AT_AGE.match(text, end) is not None
    if lead[-1] in _BOUNDS and len(lead) > 1 and is_a("group", bare(lead[-2])):
        follows = _MARK_OR_WORD.match(text, end)
        return follows is not None and (follows[1] is None or is_a("after group", follows[1]))
    said = _IS.search(words) is not None or _of_person(lead)
    return said and value > 1 and _IS_END.match(text, end) is not None


def _of_person(lead: tuple[str, ...]) -> bool:
    """Is the number said of a person or of several ("the twins are six", "his son was 12")?"""
    subject, verb = bare(lead[-2]) if len(lead) > 1 else "", lead[-1]
    if verb in ("are", "were"):
        return is_a("persons", subject)
    possessed = len(lead) > 2 and bare(lead[-3]) in _DETERMINERS
    return verb in ("is", "was") and possessed and is_a("person", subject)


def _apposed(text: str, end: int, name: str, before: tuple[str, ...]) -> bool:
    """Is the number put beside a name or an occupation, as an age is, and not in a table of results?"""
    if not name.replace("-", "").replace("’", "").isalpha() or name.isupper() or month(name):
        return False
    if not name[0].isupper() and not _occupation(name, text, end, before):
        return False
    return _APPOSED_END.match(text, end) is not None and _LIST.match(text, end) is None


def _occupation(noun: str, text: str, end: int, before: tuple[str, ...]) -> bool:
    """Is ``noun`` somebody ("the striker, 29, signed", "the mother-of-two, 41,")?"""
    first = noun.partition("-")[0]
    if is_a("person", first):
        return True
    named = first.endswith(("er", "or", "ist", "man", "woman", "ian", "eer", "ee")) and not is_a("thing", first)
    return named and text[end : end + 1] == "," and not _DETERMINERS.isdisjoint(map(bare, before[-3:]))

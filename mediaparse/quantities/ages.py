"""Ages that no unit names: "Lin, 66,", "aged 12", "she is 35"."""

from __future__ import annotations

import re

from mediaparse.quantities.context import bare
from mediaparse.quantities.dates import month
from mediaparse.quantities.words import is_a

_APPOSED_END = re.compile(r"[,;.)]|$| and | of ")
_LIST = re.compile(r"[,;] (?:\d|[A-Z]\w+,? \d)")
_NAMES_AGE = re.compile(
    r"(?:^| )(?:at age|age of|aged?|turn(?:ed|s|ing)|(?:older|younger) than)(?: only| just| about)?\Z"
)
_IS = re.compile(
    r"(?:^| )(?:s?he|who|i)(?:(?: is| was| will be| would be|['’]s)(?: now| only| just| about| already)?"
    r"|(?: will| would) turn)\Z"
)
_IS_END = re.compile(r"[.,;)!?]|$| (?:by|when|at|next|this|in|on|and|years|now|or)\b")
_OLDER = re.compile(r" (?:or|and) (?:older|younger)\b")
_OLDEST = 120


def is_age(text: str, start: int, end: int, lead: tuple[str, ...]) -> bool:
    """Do the words around the whole number say that it is somebody's age?

    >>> is_age("Ana Lin, 66, sings", 9, 11, ("Ana", "Lin,")), is_age("Lin, Room 66,", 10, 12, ("Lin,", "Room"))
    (True, False)
    """
    figures = text[start:end]
    if not figures.isdigit() or len(figures) > 3 or int(figures) > _OLDEST or not lead:
        return False
    if _OLDER.match(text, end):
        return True
    if lead[-1].endswith(","):
        return _apposed(text, end, lead[-1][:-1])
    words = " ".join(map(bare, lead[-5:]))
    if _NAMES_AGE.search(words):
        return text[end : end + 4] != " to " and text[end : end + 1] not in ("%", "-")
    return _IS.search(words) is not None and _IS_END.match(text, end) is not None


def _apposed(text: str, end: int, name: str) -> bool:
    """Is the number put beside a name, as an age is, and not in a table of results?"""
    if not name.replace("-", "").replace("’", "").isalpha() or name.isupper() or month(name):
        return False
    if not name[0].isupper() and not is_a("person", name):
        return False
    return _APPOSED_END.match(text, end) is not None and _LIST.match(text, end) is None

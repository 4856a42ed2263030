"""Ages that no unit names: "Lin, 66,", "aged 12", "she is 35"."""

from __future__ import annotations

import re

from mediaparse.quantities.lookalikes import month

_APPOSED = re.compile(r"(?P<name>[^\W\d_][\w'’.-]*), \Z")
_APPOSED_END = re.compile(r"[,;.)]|$| and | of ")
_AGED = re.compile(r"(?:\b[Aa]ged|\b[Aa]t age|\bage of|\b[Aa]ge|\bturned|\bturns|\bturning)(?: only| just| about)? \Z")
_IS = re.compile(
    r"(?<![\w-])(?:[Hh]e|[Ss]he|who|I)(?:(?: is| was| will be| would be|['’]s)(?: now| only| just| about| already)?|(?: will| would)? turn(?:s|ed)?) \Z"
)
_IS_END = re.compile(r"[.,;)!?]|$| (?:by|when|at|next|this|in|on|and|years|now|or)\b")
_OLDER = re.compile(r" (?:or|and) (?:older|younger)\b")
_OLDEST = 120


def age_before(text: str, start: int, end: int) -> bool:
    """Do the words around the whole number say that it is somebody's age?

    >>> age_before("Ana Lin, 66, sings", 9, 11), age_before("Lin, Room 66,", 10, 12), age_before("He will be 35 in May.", 11, 13)
    (True, False, True)
    """
    if not text[start:end].isdigit() or int(text[start:end]) > _OLDEST or end - start > 3:
        return False
    window = text[max(0, start - 30) : start]
    if _OLDER.match(text, end) or window.endswith(("older than ", "younger than ")):
        return True
    if (apposed := _APPOSED.search(window)) and _APPOSED_END.match(text, end):
        name = apposed["name"]
        return (
            name[0].isupper()
            and any(letter.islower() for letter in name)
            and not month(name)
            and not _is_list(text, end)
        )
    if _AGED.search(window):
        return text[end : end + 4] != " to " and text[end : end + 1] != "%"
    return _IS.search(window) is not None and _IS_END.match(text, end) is not None


def _is_list(text: str, end: int) -> bool:
    """Do more figures follow, as in a table of results?"""
    return re.match(r"[,;] (?:\d|[A-Z]\w+,? \d)", text[end : end + 20]) is not None

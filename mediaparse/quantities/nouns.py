"""Counted nouns: the noun phrase behind a number, by the classes of its words and the form of its head."""

from __future__ import annotations

from attrs import frozen

from mediaparse.quantities.words import is_a
from mediaparse.scan import Scan

_WITHIN = frozenset(
    (" ", "-", "\n", "\u00a0", "&", " & ", "/", "'", "’", "’s ", "' ", "’ ", ".", " ‘", ' "', " “", " '", " - ", ". ")
)
_OPEN = frozenset((" ‘", ' "', " “", " '"))
_LONGEST = 8


@frozen
class Phrase:
    """A noun phrase of the text; ``plural`` where its head is one."""

    start: int
    end: int
    plural: bool


def plural(word: str) -> bool:
    """Has ``word`` the form of a plural noun?

    >>> [plural(word) for word in ("tanks", "people", "various", "press", "TDs", "sports")]
    [True, True, False, False, True, False]
    """
    lower = word.lower()
    if is_a("plural", lower):
        return True
    if not word.endswith("s") or lower.endswith(("ss", "us", "is")) or len(word) < 3:
        return False
    return not is_a("singular", lower) and not is_a("singular", word) and not is_a("modifier", lower)


def phrase_at(scan: Scan, start: int, one: bool = False) -> Phrase | None:
    """The noun phrase that begins behind the number that ends at ``start``; ``one`` asks for a singular.

    >>> from mediaparse.scan import scan
    >>> text = "91 pickup trucks with guns"
    >>> found = phrase_at(scan(text), 2)
    >>> text[found.start:found.end]
    'pickup trucks'
    """
    index = scan.part_at(start)
    if index % 2 == 0 or index + 1 >= len(scan.parts):
        return None
    gap = scan.text[start : scan.offsets[index + 1]]
    if gap not in _WITHIN or gap in ("/", ". ", "'", "’"):
        return None
    if one:
        return _singular(scan, index + 1)
    return _plural(scan, index + 1) or _acronym(scan, index + 1)


def phrase_of(scan: Scan, end: int) -> Phrase | None:
    """The noun phrase behind "of" at ``end``, determiners left out ("half of the condos")."""
    index = scan.part_at(end)
    if index % 2 == 0 or index + 1 >= len(scan.parts):
        return None
    if scan.text[end : scan.offsets[index + 1]] not in (" ", "\n"):
        return None
    if scan.parts[index + 1] == "of":
        index += 2
    while (
        index + 1 < len(scan.parts)
        and is_a("determiner", scan.parts[index + 1].lower())
        and scan.parts[index] in _WITHIN
    ):
        index += 2
    if index + 1 >= len(scan.parts) or scan.parts[index] not in _WITHIN:
        return None
    return _plural(scan, index + 1) or _singular(scan, index + 1)


def _plural(scan: Scan, first: int) -> Phrase | None:
    """The phrase from the word at ``first`` to its first plural that no other plural follows."""
    parts, classes = scan.parts, scan.classes
    last = None
    for index in range(first, min(first + 2 * _LONGEST, len(parts)), 2):
        word = parts[index]
        if index > first and not _goes_on(scan, index, first):
            break
        if word in ("s", "S") and parts[index - 1] in ("'", "’"):
            continue
        if not _belongs(word, classes[index], index == first):
            if _model(scan, index, first):
                continue
            if word in ("and", "or") and last is None and index > first and parts[index + 1 : index + 2] == (" ",):
                continue
            break
        if index > first and (is_a("verb", word) or (last is not None and classes[index] == "e")):
            break
        if is_a("modifier", word.lower()):
            last = index
        elif plural(word):
            last = index
            if index + 1 == len(parts) or parts[index + 1] not in (
                "' ",
                "’ ",
                "-",
            ):  # "soldiers' families", "sports-goods makers"
                break
    return None if last is None else Phrase(scan.offsets[first], scan.offsets[last + 1], True)


def _model(scan: Scan, index: int, first: int) -> bool:
    """Are the figures at ``index`` part of a name within the phrase ("two Boeing 737 jets", "14 MiG-29 fighters")?"""
    named = index > first and scan.classes[index] == "0" and scan.classes[index - 2] == "N"
    return named and scan.parts[index - 1] in (" ", "-")


def _acronym(scan: Scan, index: int) -> Phrase | None:
    """An abbreviation in capitals, as statistics are ("0.5 WAR", "12 RBI")."""
    word = scan.parts[index]
    statistic = 2 <= len(word) <= 5 and word.isalpha() and word.isupper()
    return Phrase(scan.offsets[index], scan.offsets[index + 1], True) if statistic else None


def _singular(scan: Scan, first: int) -> Phrase | None:
    """The phrase from the word at ``first`` to the last word that can be a noun before a verb or a mark."""
    parts, classes = scan.parts, scan.classes
    last = None
    for index in range(first, min(first + 10, len(parts)), 2):
        word, kind = parts[index], classes[index]
        if index > first and not _goes_on(scan, index, first):
            break
        if word in ("s", "S") and parts[index - 1] in ("'", "’"):
            last = None
            continue
        if not _belongs(word, kind, index == first) or (index > first and is_a("verb", word)):
            break
        if last is not None and parts[index - 1] != "-" and (kind == "e" or (kind == "N" and classes[last] == "n")):
            break
        if kind == "n" and word.endswith("s") and plural(word) and last is not None:
            break
        if kind in "nNg":
            last = index
    return None if last is None else Phrase(scan.offsets[first], scan.offsets[last + 1], False)


def _goes_on(scan: Scan, index: int, first: int) -> bool:
    """Does the gap before the word at ``index`` keep it in the phrase?"""
    gap = scan.parts[index - 1]
    if gap in (".", ". "):  # "U.S. citizens", "St. Louis police"
        before = scan.parts[index - 2]
        return (len(before) == 1 and before.isupper()) or before in ("St", "Dr", "Mr", "Mrs")
    return gap in _WITHIN and gap not in _OPEN


def _belongs(word: str, kind: str, first: bool) -> bool:
    if first and is_a("first", word.lower()):
        return True
    if kind == "r" and word.endswith("ly"):
        return True
    return kind in "nNgem" and word[0] != "_" and not is_a("pronoun", word.lower()) and not (kind == "m" and first)


def singular(phrase: str) -> str:
    """The phrase with its last word in the singular, by the commonest rules.

    >>> [singular(phrase) for phrase in ("tests", "new cases", "parties", "classes", "people")]
    ['test', 'new case', 'party', 'class', 'people']
    """
    if phrase.endswith("ies"):
        return phrase[:-3] + "y"
    if phrase.endswith(("sses", "shes", "ches", "xes")):
        return phrase[:-2]
    return phrase[:-1] if phrase.endswith("s") and not phrase.endswith("ss") else phrase

"""Counted nouns: the noun phrase behind a number, by the classes of its words and the form of its head."""

from __future__ import annotations

from functools import cache
from itertools import count

from mediaparse.quantities.records import Record
from mediaparse.quantities.words import is_a, kinds
from mediaparse.scan import Scan

_SPACES = (" ", "\n", "\u00a0")
_OPENING = frozenset((" ‘", ' "', " “", " '"))
_LINKS = frozenset((*_SPACES, "-", " - ", "&", " & ", "/", "'", "’", "' ", "’ "))
_POINTS = (".", ". ")
_GOES_ON = ("' ", "’ ", "-")  # "soldiers' families", "sports-goods makers"
_TITLES = ("St", "Dr", "Mr", "Mrs")
_THOSE = ("those", "these")
_NOMINAL = frozenset("nNge")
_REACH = 16  # parts, of which every second is a word, that a phrase has at most


class Phrase(Record):
    """A noun phrase of the text; ``plural`` where its head, its last word, is one."""

    __slots__ = ("end", "head", "plural", "start")

    def __init__(self, start: int, end: int, plural: bool, head: str) -> None:
        self.start = start
        self.end = end
        self.plural = plural
        self.head = head


def phrase_at(scan: Scan, start: int, one: bool = False) -> Phrase | None:
    """The noun phrase that begins behind the number that ends at ``start``; ``one`` asks for a singular.

    >>> from mediaparse.scan import scan
    >>> text = "91 pickup trucks with guns"
    >>> found = phrase_at(scan(text), 2)
    >>> text[found.start:found.end]
    'pickup trucks'
    """
    index = scan.part_at(start) + 1
    if index % 2 or index >= len(scan.parts):
        return None
    gap = scan.text[start : scan.offsets[index]]
    spaced = gap in _SPACES
    if not spaced and gap not in ("-", " - ") and gap not in _OPENING:
        return None
    if one:
        return _singular(scan, index)
    return _plural(scan, index, spaced) or _acronym(scan, index)


def phrase_of(scan: Scan, end: int) -> Phrase | None:
    """The noun phrase behind "of" at ``end``, determiners left out ("half of the condos", "half the condos")."""
    index = scan.part_at(end) + 1
    if index % 2 or index >= len(scan.parts) or scan.text[end : scan.offsets[index]] not in _SPACES:
        return None
    if scan.parts[index] == "of":
        index += 2
    while index < len(scan.parts) and is_a("determiner", scan.parts[index].lower()) and scan.parts[index - 1] in _LINKS:
        index += 2
    if index >= len(scan.parts) or (scan.parts[index - 1] not in _LINKS and scan.parts[index - 1] not in _OPENING):
        return None
    if scan.parts[index - 2] in _THOSE and (scan.classes[index] in "ev" or is_a("participle", scan.parts[index])):
        return None  # "61 percent of those given the drug"
    return _plural(scan, index) or _singular(scan, index)


def singular(phrase: str) -> str:
    """The phrase with its last word in the singular, by the commonest rules.

    >>> [singular(phrase) for phrase in ("tests", "new cases", "parties", "classes", "people", "buses", "bus")]
    ['test', 'new case', 'party', 'class', 'people', 'bus', 'bus']
    """
    if phrase.endswith("ies"):
        return phrase[:-3] + "y"
    if phrase.endswith(("sses", "shes", "ches", "xes")):
        return phrase[:-2]
    if phrase.endswith("uses") and is_a("plural", phrase.rpartition(" ")[2]):
        return phrase[:-2]  # "buses", but "houses"
    return phrase[:-1] if phrase.endswith("s") and not phrase.endswith(("ss", "us")) else phrase


def form(word: str) -> str:
    """What ``word`` can be in a counted noun: ``pronoun`` and ``verb`` end it, ``plural`` is its head.

    A ``modifier`` is a plural that can stand before the head ("sports clubs", "police officers").

    >>> [form(word) for word in ("tanks", "people", "various", "press", "TDs", "sports", "said", "crewmen")]
    ['plural', 'plural', '', '', 'plural', 'modifier', 'verb', 'plural']
    """
    lower = word.lower()
    known = _forms().get(lower)
    if known is not None:
        return known
    if lower.endswith("s"):
        return "plural" if len(lower) > 2 and (lower[-2] not in "sui" or word[:-1].isupper()) else ""
    return "plural" if lower.endswith("men") and len(lower) > 5 and not is_a("no men", lower) else ""


@cache
def _forms() -> dict[str, str]:
    """Word to what it can be, where its ending does not say so."""
    found = dict.fromkeys(map(str.lower, kinds()["singular"]), "")
    for kind in ("modifier", "plural", "verb", "pronoun"):
        found |= dict.fromkeys(kinds()[kind], kind)
    return found


def _plural(scan: Scan, first: int, counting: bool = False) -> Phrase | None:
    """The phrase from the word at ``first`` to its plural head; ``counting`` where a number stands right before it."""
    parts, classes = scan.parts, scan.classes
    last = None
    for index, word in zip(count(first, 2), parts[first : first + _REACH : 2]):
        letter, gap = classes[index], parts[index - 1]
        if gap != " ":
            if index > first and not _linked(scan, index) and not _heaped(scan, first, index):
                break
            if word == "s" and gap in ("'", "’"):
                continue
        if not (letter in _NOMINAL and word[0] != "_") and not _belongs(word, letter, index == first):
            if letter == "0" and _model(scan, index, first):
                if word[-1] != "s":
                    continue
                last = index  # "12 F-16s"
            elif last is None and (_joins(scan, index, first) or (index > first and _coordinates(word, parts[first]))):
                continue
            break
        if last is not None and letter == "e":
            break
        kind = form(word)
        if not kind:
            continue
        if kind == "verb" and (counting or index == first) and last is None and is_a("verb or plural", word):
            kind = "plural"  # "30 home runs"
        elif kind == "pronoun" or (kind == "verb" and index > first):
            break
        if kind != "verb":
            last = index
        if (
            kind == "plural"
            and not (letter == "N" and _names(scan, index))
            and (index + 1 == len(parts) or parts[index + 1] not in _GOES_ON)
        ):
            break
    return None if last is None else Phrase(scan.offsets[first], scan.offsets[last + 1], True, parts[last])


def _heaped(scan: Scan, first: int, index: int) -> bool:
    """Does a comma part two adjectives of the phrase ("thousands of small, friendly firms")?"""
    adjectives = scan.classes[first : first + 4] in ("n,n ", "n,e ", "e,n ", "n,g ") and index == first + 2
    return adjectives and scan.parts[index - 1] == ", " and form(scan.parts[index + 2]) == "plural"


def _singular(scan: Scan, first: int) -> Phrase | None:
    """The phrase from the word at ``first`` to the last word that can be a noun before a verb or a mark."""
    parts, classes = scan.parts, scan.classes
    last = None
    for index in range(first, min(first + 10, len(parts)), 2):
        word, letter = parts[index], classes[index]
        if index > first and not _linked(scan, index):
            break
        if word == "s" and parts[index - 1] in ("'", "’"):
            last = None
            continue
        kind = form(word)
        if not _belongs(word, letter, index == first) or kind == "pronoun" or (index > first and kind == "verb"):
            break
        if last is not None and _begins_clause(scan, index, last):
            break
        if letter in "nNg":
            last = index
    return None if last is None else Phrase(scan.offsets[first], scan.offsets[last + 1], False, parts[last])


def _begins_clause(scan: Scan, index: int, last: int) -> bool:
    """Does the word at ``index``, behind a noun at ``last``, begin a clause ("one man wants", "one way Sanders")?"""
    letter = scan.classes[index]
    if scan.parts[index - 1] != "-" and (letter == "e" or (letter == "N" and _is_noun(scan, last))):
        return True
    return letter == "n" and form(scan.parts[index]) == "plural"


def _is_noun(scan: Scan, index: int) -> bool:
    """Is the word a noun, as far as its class tells?"""
    return scan.classes[index] == "n" and not is_a("adjective", scan.parts[index])


def _linked(scan: Scan, index: int) -> bool:
    """Does the gap before the word at ``index`` keep it in the phrase?"""
    gap = scan.parts[index - 1]
    if gap == " -":  # "COVID -19 tests", as broken texts have it
        return scan.classes[index] == "0" and scan.parts[index - 2].isupper()
    if gap in _POINTS:  # "U.S. citizens", "St. Louis police"
        before = scan.parts[index - 2]
        return (len(before) == 1 and before.isupper()) or before in _TITLES
    return gap in _LINKS


def _belongs(word: str, letter: str, first: bool) -> bool:
    """Can a word of that class stand in a counted noun, and open it?"""
    if letter in _NOMINAL:
        return word[:1] != "_"
    if letter == "m":
        return not first
    return (letter == "r" and word.endswith("ly")) or (first and is_a("first", word.lower()))


def _names(scan: Scan, index: int) -> bool:
    """Is the capitalised plural at ``index`` a name before its noun ("Forbes reporters", "pro-Sanders marchers")?"""
    if scan.classes[index : index + 3] != "N n":
        return False
    return "plural" in (
        form(scan.parts[index + 2]),
        form(scan.parts[index + 4]) if scan.classes[index + 3 : index + 5] == " n" else "",
    )


def _model(scan: Scan, index: int, first: int) -> bool:
    """Are the figures at ``index`` part of a name within the phrase ("two Boeing 737 jets", "14 MiG-29 fighters")?"""
    return index > first and scan.classes[index - 2] == "N" and scan.parts[index - 1] in (" ", "-", " -")


def _coordinates(word: str, first: str) -> bool:
    """Does ``word`` join two words before the noun ("12 large and small boats"), and no sizes ("3 long and 2 wide")?"""
    return word in ("and", "or") and not is_a("extent", first)


def _joins(scan: Scan, index: int, first: int) -> bool:
    """Is the word part of a compound ("surface-to-air missiles", "well-made guns")? Not in a measure ("10-year")."""
    parts = scan.parts
    if parts[first - 1] == "-" or scan.classes[index] in "01":
        return False
    return parts[index + 1 : index + 2] == ("-",) or (index > first and parts[index - 1] == "-")


def _acronym(scan: Scan, index: int) -> Phrase | None:
    """An abbreviation in capitals, as statistics are ("0.5 WAR", "12 RBI")."""
    word = scan.parts[index]
    statistic = 2 <= len(word) <= 5 and word.isalpha() and word.isupper()
    return Phrase(scan.offsets[index], scan.offsets[index + 1], True, word) if statistic else None

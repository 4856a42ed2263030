"""Organisations: the full name that a text gives for a short one."""

from __future__ import annotations

from collections.abc import Mapping

from mediaparse.attributions.lexicon import Title, given_names, organization_words
from mediaparse.attributions.resolution.names import Naming
from mediaparse.attributions.words import is_a
from mediaparse.patterns import pattern
from mediaparse.scan import Scan
from mediaparse.scan.sentences import abbreviations

# "Federal Transit Agency", "Ministry of Labour and Trade", "Johnson & Berg".
_BODY = pattern(r"N(?: N|-N| [op] (?:d )?N| c N|&N){1,9}+")
_LETTERED = pattern(r"\b[A-Z]\.[A-Z]\Z")  # "U.N", without its last full stop
OWNED = (("'", "s"), ("’", "s"))
_PLACES = 60  # where a short name stands, and its fuller one is looked for


def fuller_names(scanned: Scan, name: str) -> set[str]:
    """The longer names of organisations that begin with the word ``name`` or end with the one or two words ``name``.

    >>> from mediaparse.scan import scan
    >>> fuller_names(scan("He leads the Federal Transit Commission."), "Transit Commission")
    {'Federal Transit Commission'}
    """
    found: set[str] = set()
    more = name.count(" ")
    if more > 1:
        return found
    known, parts, letters = organization_words(), scanned.parts, scanned.classes
    at = scanned.text.find(name) if not is_a("shared by bodies", name.casefold()) else -1
    for _ in range(_PLACES):
        if at < 0:
            break
        start, end = scanned.part_at(at), scanned.part_at(at + len(name) - 1) + 1
        at = scanned.text.find(name, at + len(name))
        first, last = start, end
        while first > 1 and letters[first - 2 : first] == "N ":
            first -= 2
        while more == 0 and letters[last : last + 2] == " N":
            last += 2
        longer = last - first > end - start and parts[first].casefold() not in given_names()
        if longer and parts[last - 1].casefold() in known:
            found.add(_written(scanned, first, last))
    return found


def called_more(scanned: Scan, name: str) -> bool:
    """Is ``name`` the first word of a longer one where the text has it first: "Clayton Silver Mines"?"""
    start = scanned.part_at(scanned.text.find(name))
    return scanned.classes.startswith(" N", start + 1)


def initials(scanned: Scan, wanted: frozenset[str]) -> dict[str, set[str]]:
    """Initials, as in "FTC", to the full names that have them; only those in ``wanted``, in lower case.

    >>> from mediaparse.scan import scan
    >>> initials(scan("He leads the Department of Labour."), frozenset(["dol"]))
    {'DOL': {'Department of Labour'}}
    """
    found: dict[str, set[str]] = {}
    for match in _BODY.finditer(scanned.classes):
        start, end = match.span()
        words = scanned.parts[start:end:2]
        capitals = [word[0] for word in words if word[0].isupper()]
        for letters in ("".join(capitals), "".join([word[0] for word in words])):
            if letters.casefold() in wanted:
                found.setdefault(letters.upper(), set()).add(_written(scanned, start, end))
    return found


def body_name(scanned: Scan, naming: Naming, start: int, limit: int, titled: Mapping[str, Title]) -> str:
    """The name of an organisation in the mention of the parts from ``start`` up to ``limit``, as the text writes it.

    What it is of, whose it is and its last dot belong to it: "the Board of Trade", "the Sheriff's Office", "the U.N.".
    """
    if scanned.classes.startswith("d ", start):
        start += 2
    if start < naming.start:
        owner = scanned.parts[start : naming.start : 2]
        held = "".join(owner[-2:-1]).casefold() in titled  # "the Sheriff's Office"
        owned = owner[-1:] == ("s",) and naming.end == naming.start + 1 and not held
        if owned or any(word[0].islower() and word != "s" for word in owner):
            start = naming.start
    end = _body_end(scanned, naming.start, naming.end, limit)
    if scanned.parts[end : end + 2] in OWNED:  # "Moody's said"
        end += 2
    name = _written(scanned, start, end).rstrip(",( ")
    if scanned.text.startswith(".", scanned.offsets[end]) and (
        _LETTERED.search(name) or scanned.parts[end - 1] in abbreviations()
    ):
        name += "."
    return name


def _body_end(scanned: Scan, start: int, end: int, limit: int) -> int:
    """The part after the name that begins at ``start``: past ``end`` where "of ..." or "for ..." belongs to it."""
    known = scanned.parts[end - 1].casefold() in organization_words() or scanned.classes[end : end + 4] == " o N"
    if end >= limit or not known:
        return end
    match = _BODY.match(scanned.classes, start, limit)
    if match is None:
        return end
    foreign = (
        at for at in range(end, match.end()) if scanned.classes[at] == "p" and scanned.parts[at] not in ("for", "on")
    )
    return max(end, next(foreign, match.end() + 1) - 1)


def _written(scanned: Scan, start: int, end: int) -> str:
    """What the text has from part ``start`` up to part ``end``, on one line."""
    return " ".join(scanned.text[scanned.offsets[start] : scanned.offsets[end]].split())

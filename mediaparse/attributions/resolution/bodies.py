"""Organisations: the full names that a text gives, by the short forms that can stand for them."""

from __future__ import annotations

import re

from mediaparse.attributions.resolution.names import organization_words
from mediaparse.scan import Scan

# "Federal Transit Agency", "Ministry of Labour and Trade", "Johnson & Berg".
_BODY = re.compile(r"N(?: N|-N| [op] (?:d )?N| c N|&N){1,9}+")
# Words that several bodies share: "the House" is not short for "the White House".
_COMMON = frozenset(("house", "state", "states", "city", "county", "street", "day", "time", "news", "agency", "office"))


def short_forms(scanned: Scan, wanted: frozenset[str]) -> dict[str, set[str]]:
    """First word and last words of an organisation's name, in lower case, to the full names that they can mean.

    Only forms whose last word is in ``wanted`` are looked for.

    >>> from mediaparse.scan import scan
    >>> short_forms(scan("He leads the Federal Transit Commission."), frozenset(["commission"]))["transit commission"]
    {'Federal Transit Commission'}
    """
    found: dict[str, set[str]] = {}
    parts, known = scanned.parts, organization_words()
    for match in _BODY.finditer(scanned.classes):
        start, end = match.span()
        if parts[end - 1].casefold() not in known or wanted.isdisjoint(
            (parts[start].casefold(), parts[end - 1].casefold())
        ):
            continue
        full = _written(scanned, start, end)
        words = full.casefold().split(" ")
        found.setdefault(words[0], set()).add(full)
        for at in range(1, len(words)):
            short = " ".join(words[at:])
            if short not in _COMMON:
                found.setdefault(short, set()).add(full)
    return found


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
        for letters in (
            "".join([word[0] for word in words if word[0].isupper()]),
            "".join([word[0] for word in words]),
        ):
            if letters.casefold() in wanted:
                found.setdefault(letters.upper(), set()).add(_written(scanned, start, end))
    return found


def body_end(scanned: Scan, start: int, end: int, limit: int) -> int:
    """The part after the name that begins at ``start``: past ``end`` where "of ..." or "for ..." belongs to it."""
    if scanned.parts[end - 1].casefold() not in organization_words():
        return end
    match = _BODY.match(scanned.classes, start, limit)
    if match is None:
        return end
    foreign = (at for at in range(end, match.end()) if scanned.classes[at] == "p" and scanned.parts[at] != "for")
    return max(end, next(foreign, match.end() + 1) - 1)


def _written(scanned: Scan, start: int, end: int) -> str:
    return " ".join(scanned.text[scanned.offsets[start] : scanned.offsets[end]].split())

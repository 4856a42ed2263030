"""The patterns of noun phrases and adverbials, over the class letters of a skeleton (see ``scan/wordclasses.tsv``)."""

from __future__ import annotations

import re
from functools import cache

# What joins two words of one phrase: a space, a hyphen, an apostrophe, the dot of "Gen." or of an initial.
JOIN = r"[ ¶'\-&/.]"
SPACE = "[ ¶]"
# One noun phrase without a preposition: "the Russian general", "Sen. Ana N. Ruiz", "two officials", "some".
BASE = rf"(?:(?:d{SPACE}){{0,2}}(?:[rNneg01m]{JOIN}|(?<=N )Q ){{0,14}}[Nng01m]|d)"
# What hangs on it: "of the bank", "at Russia's General Staff".
PHRASE = rf"{BASE}(?:{SPACE}(?:o|p|p{SPACE}p){SPACE}{BASE}){{0,5}}"
# "(D-Ohio)" behind a name; the gaps on both sides are brackets.
PARTY = r"(?:\([^()]{1,16}(?=\)))?"
PERSONAL = "h"


@cache
def ends_in_phrase() -> re.Pattern[str]:
    """A noun phrase, or several joined by "and", that ends where the search ends; the gap after it included."""
    return re.compile(rf"(?:(?:{PHRASE}{PARTY}[ ¶),]{{1,2}}(?:c{SPACE})){{0,2}}{PHRASE}{PARTY})[ ¶)]\Z")


@cache
def ends_in_single_phrase() -> re.Pattern[str]:
    """As ``ends_in_phrase``, nothing joined."""
    return re.compile(rf"{PHRASE}{PARTY}[ ¶)]\Z")


@cache
def phrase() -> re.Pattern[str]:
    """A noun phrase from here on: "John Smith, head of ..." gives "John Smith"."""
    return re.compile(rf"{PHRASE}{PARTY}(?:[ ¶)]c{SPACE}{PHRASE}{PARTY})?")


@cache
def adverbials() -> re.Pattern[str]:
    """Where and when it was said: "on Tuesday", "in an interview with the paper", "later", "to reporters"."""
    one = rf"(?:p{SPACE}{BASE}(?:{SPACE}o{SPACE}{BASE})?|p{SPACE}h|m(?:{SPACE}0)?|r)"
    return re.compile(rf"(?:[ ¶,]{one}){{0,6}}")


@cache
def clause_subject() -> re.Pattern[str]:
    """The subject of the clause that begins here: an introduction, then a phrase before a verb (group 1)."""
    return re.compile(
        rf"(?:[cr][ ,]){{0,2}}(?:[pgse][^,;:—]{{3,60}},)?(h|{PHRASE}{PARTY}(?:[ )]c {PHRASE})?)[ )](?:r ){{0,2}}[ave][ ,:\"]"
    )

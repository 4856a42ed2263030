"""The patterns of noun phrases and adverbials, over the class letters of a skeleton (see ``scan/wordclasses.tsv``)."""

from __future__ import annotations

import re
from functools import cache

# What joins two words of one phrase: a space, a hyphen, an apostrophe, the dot of "Gen." or of an initial.
JOIN = r"[ ¶'\-&/.]"
SPACE = "[ ¶]"
# One noun phrase without a preposition: "the Russian general", "Sen. Ana N. Ruiz", 'Ana "Nan" Ruiz', "some".
BASE = rf"(?:(?:r{SPACE}(?=[d01]))?(?:d{SPACE}){{0,2}}(?:[rNneg01m]{JOIN}|(?<=N )Q ){{0,14}}[Nng01m]|d)"
# What hangs on it: "of the bank", "at Russia's General Staff".
PHRASE = rf"{BASE}(?:{SPACE}o{SPACE}h|(?:{SPACE}(?:o|p|p{SPACE}[po]){SPACE}{BASE}){{0,5}})"
PHRASAL = "rdNneg01mQohp ¶'-&/."  # letters of which a phrase is made
# "(D-Ohio)" behind a name; the gaps on both sides are the brackets.
PARTY = r"(?:\([^(),;]{1,16}(?=[),:]|\Z))?"
# "released on Monday by the bank" behind a noun.
REDUCED = rf"(?:{SPACE}[eg](?:{SPACE}(?:[po]{SPACE}{BASE}|m|r|{BASE})){{1,4}})?"


@cache
def ends_in_list() -> re.Pattern[str]:
    """Several noun phrases, "A, B and C", that end where the search ends; the gap after them included."""
    item = rf"{PHRASE}{PARTY}"
    return re.compile(rf"(?:(?:{item},){{2,4}}c{SPACE}|(?:{item},){{0,3}}(?:{item}|h)[ ¶)]c{SPACE}){item}[ ¶).]\Z")


@cache
def ends_in_phrase() -> re.Pattern[str]:
    """A noun phrase that ends where the search ends; the gap after it included."""
    return re.compile(rf"{PHRASE}{PARTY}[ ¶).]\Z")


@cache
def ends_at_mark() -> re.Pattern[str]:
    """A noun phrase that ends at a comma or a dash, where the search ends."""
    return re.compile(rf"{PHRASE}{PARTY}[,)—]\Z")


@cache
def pair_at_mark() -> re.Pattern[str]:
    """Two noun phrases, "A and B", that end at a comma or a dash, where the search ends."""
    return re.compile(rf"{PHRASE}{PARTY}[ ¶)]c{SPACE}{PHRASE}{PARTY}[,)—]\Z")


@cache
def relative_subject() -> re.Pattern[str]:
    """A noun phrase with a clause of its own that ends where the search ends: "voters who named a candidate "."""
    return re.compile(rf"{PHRASE}{PARTY}{SPACE}(?:[sg]|e(?={SPACE}p)){SPACE}[^,;:—Q]{{3,80}}\Z")


@cache
def phrase_to_comma() -> re.Pattern[str]:
    """A noun phrase from here to a comma, where the search ends."""
    return re.compile(rf"(?=[dNn01]){PHRASE},\Z")


@cache
def phrase() -> re.Pattern[str]:
    """A noun phrase from here on, with a second one that "and" joins."""
    return re.compile(rf"{PHRASE}{PARTY}(?:[ ¶)]c{SPACE}{PHRASE}{PARTY})?{REDUCED}(?:{SPACE}s{SPACE}[^,;:—Q]{{2,90}})?")


@cache
def apposition() -> re.Pattern[str]:
    """What goes on after a name and a comma, up to the next mark: ", 63, ", ", head of the union", ", who ..."."""
    return re.compile(rf",(?:0(?=,|\Z)|(?:[dnN1]|r{SPACE}[dNn])[^,;:Q—]{{0,120}}|s{SPACE}[^;:—Q]{{2,160}})")


@cache
def clause_subject() -> re.Pattern[str]:
    """The subject of the clause that begins here: an introduction, then a phrase before a verb (group 1)."""
    return re.compile(
        rf"(?:[cr][ ,]){{0,2}}(?:[^;:—Q]{{1,90}},)??"
        rf"(h|{PHRASE}{PARTY}(?:[ )]c {PHRASE})?)(?:,[^,;:—Q]{{2,80}},|[ )])"
        rf"(?:r ){{0,2}}(?:[ave]|(?<=h )n|(?<=N )n(?= [dhNp]))[ ,:'Q]"
    )


@cache
def adverbials() -> re.Pattern[str]:
    """Where and when it was said: "on Tuesday", "in an interview with the paper", "later", "to reporters"."""
    one = rf"(?:p{SPACE}{BASE}(?:{SPACE}o{SPACE}{BASE})?(?:,N(?:[ .]N){0, 5}(?=,))?|p{SPACE}h|m(?:{SPACE}[0n])?|r)"
    return re.compile(rf"(?:[ ¶,]{one}){{0,6}}")


@cache
def hearer() -> re.Pattern[str]:
    """To whom it was said: "reporters", "The Associated Press", "union workers in Ohio", "her"."""
    noun = r"(?:d (?:g )?)?(?:[nNe01][ '\-]){0,4}[nN]"
    return re.compile(
        rf" (?:h|d(?=[.,]|\Z)|N(?:[ '.&]N){{0,5}}(?= )|{noun})"
        rf"(?:(?: [po] {noun}){{0,2}}(?=[ ,:]? ?(?:s |Q))|(?=[ ,:]|\Z))"
    )


@cache
def hearer_and_more() -> re.Pattern[str]:
    """A hearer and where, when or how it was said: "told the paper in May"."""
    return re.compile(rf"{SPACE}(?:h|{BASE})(?:{SPACE}[pmrg]|,|\Z)")


@cache
def clause() -> re.Pattern[str]:
    """A clause from here on, as far as its letters show: its verb comes before the next mark."""
    return re.compile(r"[^,;:s—]{0,60}?(?:(?<![po] )[avh]|(?<=[nNg0]) e(?= [pdrhN]|\Z))")

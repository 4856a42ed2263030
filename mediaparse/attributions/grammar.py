"""The patterns of noun phrases and adverbials, over the class letters of a skeleton (see ``scan/wordclasses.tsv``)."""

from __future__ import annotations

from mediaparse.patterns import pattern

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
REDUCED = rf"(?:{SPACE}[eg](?:{SPACE}(?:[po]{SPACE}{BASE}(?:{SPACE}c{SPACE}{BASE})?|m|r|{BASE})){{1,4}})?"
# Several noun phrases, "A, B and C", that end where the search ends; the gap after them included.
_ITEM = rf"{PHRASE}{PARTY}"
ENDS_IN_LIST = pattern(rf"(?:(?:{_ITEM},){{2,4}}c{SPACE}|(?:{_ITEM},){{0,3}}(?:{_ITEM}|h)[ ¶)]c{SPACE}){_ITEM}[ ¶).]\Z")
# A noun phrase that ends where the search ends; the gap after it included.
ENDS_IN_PHRASE = pattern(rf"{PHRASE}{PARTY}[ ¶).]\Z")
# A noun phrase behind a preposition that ends where the search ends (group 1).
ABSOLUTE_SUBJECT = pattern(rf"(?<=p )(h|{BASE}(?:{SPACE}o{SPACE}{BASE})?){SPACE}\Z")
# A noun phrase that ends at a comma or a dash, where the search ends.
ENDS_AT_MARK = pattern(rf"{PHRASE}{PARTY}[,)~]\Z")
# Two noun phrases, "A and B", that end at a comma or a dash, where the search ends.
PAIR_AT_MARK = pattern(rf"(?:{PHRASE}{PARTY}|h)[ ¶)]c{SPACE}{PHRASE}{PARTY}[,)~]\Z")
# A noun phrase with a clause of its own that ends where the search ends: "voters who named a candidate ".
RELATIVE_SUBJECT = pattern(rf"{PHRASE}{PARTY}{SPACE}(?:[sg]|[ev](?={SPACE}p)){SPACE}[^,;:~Q]{{3,80}}\Z")
# The word with which such a clause begins.
RELATIVE = pattern(rf"[sgev](?<={SPACE}.){SPACE}(?:(?<![ev].)|(?=p))(?=[^,;:~Q]{{3,80}}\Z)")
# A noun phrase from here to a comma, where the search ends.
PHRASE_TO_COMMA = pattern(rf"(?=[dNn01]){PHRASE},\Z")
# A noun phrase from here on, with a second one that "and" joins.
BEGINS_WITH_PHRASE = pattern(
    rf"{PHRASE}{PARTY}(?:[ ¶).]c{SPACE}{PHRASE}{PARTY})?{REDUCED}(?:{SPACE}s{SPACE}[^,;:~Q]{{2,90}})?"
)
# What goes on after a name and a comma, up to the next mark: ", 63, of Skerry", ", head of the union", ", who ...".
APPOSITION = pattern(
    rf",(?:0(?=,|\Z)|(?<=0,)o{SPACE}[^,;:Q~]{{1,60}}|(?:[dnN1]|r{SPACE}[dNn])[^,;:Q~]{{0,120}}|s{SPACE}[^;:~Q]{{2,160}})"
)
# What stands between a comma and the next mark.
TO_COMMA = pattern(",[^,;:Q~]{1,120}")
# The subject of the clause that begins here: an introduction, then a phrase before a verb (group 1).
CLAUSE_SUBJECT = pattern(
    rf"(?:[cr][ ,]){{0,2}}(?:[^;:~Q]{{1,90}},)??"
    rf"(h|{PHRASE}{PARTY}(?:[ )]c {PHRASE})?)(?:,[^,;:~Q]{{2,80}},|[ )])"
    rf"(?:r ){{0,2}}(?:[ave]|(?<=h )n|(?<=N )n(?= [dhNpr]))[ ,:'Q]"
)
# The subject of the clause that begins exactly here (group 1), its verb behind it.
NEXT_CLAUSE = pattern(rf"(h|{PHRASE}{PARTY}(?:[ )]c {PHRASE})?)[ )](?:r ){{0,2}}[ave][ ,:'Q]")
# Who asks: "a reporter", "the host of a show".
ASKER = pattern(rf"{BASE}(?:{SPACE}o{SPACE}{BASE})?")
# Where and when it was said: "on Tuesday", "in an interview with the paper", "later", "to reporters".
_PLACED = rf"p{SPACE}{BASE}(?:{SPACE}o{SPACE}{BASE})?(?:(?<='n) Q)?(?:,N(?:[ .]N){{0,5}}(?=,))?"
_ADVERBIAL = rf"(?:{_PLACED}|p{SPACE}h|m(?:{SPACE}[0n])?|r)"
ADVERBIALS = pattern(rf"(?:[ ¶,]{_ADVERBIAL}){{0,6}}")
# To whom it was said: "reporters", "The Associated Press", "union workers in Ohio", "her".
_HEARER = r"(?:d (?:g )?)?(?:[nNe01][ '\-]){0,4}[nN]"
HEARER = pattern(
    rf" (?:h|d(?=[.,]|\Z)|N(?:[ '.&]N){{0,5}}(?= )|{_HEARER})"
    rf"(?:(?: [po] {_HEARER}){{0,2}}(?=[ ,:]? ?(?:s |Q))|(?=[ ,:]|\Z))"
)
# A hearer and where, when or how it was said: "told the paper in May".
HEARER_AND_MORE = pattern(rf"{SPACE}(?:h|{BASE})(?:{SPACE}[pmrg]|,|\Z)")
# A clause from here on, as far as its letters show: its verb comes before the next mark.
CLAUSE = pattern(r"[^,;:s~]{0,60}?(?:(?<![po] )[avh]|(?<=[nNg0]) e(?= [pdrhN]|\Z))")

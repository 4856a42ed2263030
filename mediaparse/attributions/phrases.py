"""Noun phrases before a cue: where the one that ends there begins."""

from __future__ import annotations

from mediaparse.attributions import grammar
from mediaparse.attributions.skeleton import Skeleton
from mediaparse.attributions.words import is_a

AS = frozenset(("as", "As", "AS"))
JOINS = frozenset(("and", "or", "nor"))
_WHAT = frozenset(("what", "which", "whatever"))
_NO_CHAIN = frozenset(("as", "than", "after", "before", "since", "until", "like"))
_THEN = frozenset(("after", "before", "since", "until"))
_COMPARED = frozenset(("more than", "less than", "fewer than", "at least", "at most", "up to"))
_SHARES = frozenset(("third", "quarter", "half", "dozen"))
DEGREES = frozenset(("about", "around", "roughly", "nearly", "almost", "over", "under"))  # before a number or a share

_OPENERS, _COUNTED = "rN", "01dn"  # letters of "Even" and of a number, "a third", "least"

Mention = tuple[int, int]  # first token, gap after the last


def up_to(folded: Skeleton, low: int, end: int) -> Mention | None:
    """The longest noun phrase of tokens ``low`` to ``end``, its gap included."""
    letters, words = folded.letters, folded.words
    start = _phrase_start(letters, low, end)
    if start < 0:
        return None
    if letters[start - 2] == "c" and start - 2 > low and words[start - 2] in JOINS:
        listed = _list_up_to(folded, low, end)
        if listed is not None:
            return listed
    if start > low and not at_boundary(folded, low, start):
        last = _behind_broken_chain(folded, low, start, end)
        clause = _with_relative(folded, max(low, letters.rfind(",", low, end)), last, end)
        if clause is not None and clause < start and at_boundary(folded, low, clause):
            return (clause, end - 1)
    if "p" in letters[start:end]:
        start = _behind_broken_chain(folded, low, start, end)
    if words[start] in _WHAT and start + 2 < end - 1:
        start += 2
    if letters[start] in (_OPENERS if start == low else _COUNTED):
        start = edge(folded, low, start, end - 1)
    return (start, end - 1)


def _with_relative(folded: Skeleton, low: int, last: int, end: int) -> int | None:
    """Where a noun phrase begins whose own clause goes up to ``end``: "voters who named ", "a team led by Ruiz ".

    The last noun phrase in it begins at ``last``: behind "after" it is a subject of its own, unless the participle
    tells what somebody is: "Shares dropped after the company said", but "the man arrested after the attack said".
    """
    letters, words = folded.letters, folded.words
    relative = grammar.RELATIVE.search(letters, low, end)
    while relative is not None and letters[relative.start()] == "v" and words[relative.start() + 2] != "by":
        relative = grammar.RELATIVE.search(letters, relative.end(), end)
    if relative is None:
        return None
    begin = low + len(letters[low : relative.start()].rstrip(grammar.PHRASAL))
    clause = grammar.RELATIVE_SUBJECT.search(letters, begin, end)
    if clause is None:
        return None
    if words[last - 2] in _THEN and letters[relative.start()] == "e":
        tells = words[clause.start()] in ("a", "A", "an", "An") or is_a("telling who", words[relative.start()])
        return clause.start() if tells else None
    return clause.start()


def _phrase_start(letters: str, low: int, end: int) -> int:
    """Where the longest noun phrase from ``low`` on begins that ends with the gap before ``end``, or -1."""
    if letters[end - 1] == ")":
        begin = least(letters, low, end)
    else:
        begin = low + len(letters[low:end].rstrip(grammar.PHRASAL))
        if end - begin < 4:  # a single word
            return end - 2 if letters[end - 2] in "Nng01md" and letters[end - 1] in " ¶." else -1
    match = grammar.ENDS_IN_PHRASE.search(letters, begin, end)
    return match.start() if match else -1


def _behind_broken_chain(folded: Skeleton, low: int, start: int, end: int) -> int:
    """Where a noun phrase begins: behind an "as" or "after" in it, and a "which", for these hang on no noun."""
    letters, words = folded.letters, folded.words
    for at in range(start + 2, end - 3, 2):
        chained = words[at] not in _NO_CHAIN or words[at + 2] == "well" or _exemplifies(folded, low, start, at)
        if (letters[at] == "p" and not chained) or (letters[at - 2] == "p" and words[at] == "which"):
            start = at + 2
    return start


def _exemplifies(folded: Skeleton, low: int, start: int, at: int) -> bool:
    """The "like" of "critics like Ruiz", not that of "it looks like Ruiz"."""
    words = folded.words
    return words[at] == "like" and words[at - 2].endswith("s") and start < at - 1 and at_boundary(folded, low, start)


def edge(folded: Skeleton, low: int, start: int, end: int) -> int:
    """Where "Even Ruiz" and "about half" begin: behind "Even", with "about"; "Earlier this week" is one."""
    letters, words = folded.letters, folded.words
    if start == low:
        opened = start + 2 < end and is_a("opener", words[start]) and words[start + 2] not in ("this", "today")
        return start + 2 if opened else start
    counted = letters[start] in "01" or (words[start] == "a" and words[start + 2] in _SHARES)
    if not counted and words[start] != "least":
        return start
    before = words[start - 2].lower() if start - 2 >= low else ""
    if words[start] == "least":
        return start - 2 if before == "at" else start
    if before in DEGREES:
        return start - 2
    if start - 4 >= low and f"{words[start - 4].lower()} {before}" in _COMPARED:
        return start - 4
    return start


def least(letters: str, low: int, end: int, phrasal: str = grammar.PHRASAL) -> int:
    """Where, from ``low`` on, a noun phrase that ends before ``end`` can begin: behind what is none of ``phrasal``."""
    window = letters[low:end]
    return low if "(" in window else low + len(window.rstrip(phrasal))


def _list_up_to(folded: Skeleton, low: int, end: int) -> Mention | None:
    """ "Ann Lee, Bob Ray and others"; in "In Ohio, Lee and Ray", "Speaking in Ohio, Lee and Ray" from "Lee" on."""
    begin = least(folded.letters, low, end, grammar.PHRASAL + ",c")
    for _ in range(3):
        match = grammar.ENDS_IN_LIST.search(folded.letters, begin, end)
        if match is None:
            return None
        first = match.start()
        participle = folded.words[first].endswith("ing") and folded.letters[first + 2] == "p"
        if at_boundary(folded, low, first) and not participle:
            return (first, end - 1)
        begin = folded.letters.find(",", match.start(), end) + 1 or match.start() + 2
    return None


def at_boundary(folded: Skeleton, low: int, start: int) -> bool:
    """Does a clause or a list's member begin at ``start``: behind a mark, an "and", an "as" or a quotation?

    Behind "who" a noun's own clause goes on, whose verb may look like a noun: "a woman who lives next door".
    """
    if start <= low or folded.letters[start - 1] in ",;:~(¶":
        return True
    before = folded.words[start - 2]
    return (folded.letters[start - 2] in "csQ" and before != "who") or before in AS

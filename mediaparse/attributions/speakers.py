"""Speakers: the noun phrase before or after a cue, with the titles, appositions and clauses that belong to it."""

from __future__ import annotations

from mediaparse.attributions import grammar
from mediaparse.attributions.circumstances import daytimes, times, venues
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.patterns import pattern

_REACH = 90  # tokens that a mention may be long
_SELF = frozenset(("himself", "herself", "themselves", "itself"))
_OBJECTS = frozenset(("them", "us", "him", "her", "me"))
_WHO = frozenset(("who", "which", "that", "Who"))
_ATTACHED = frozenset(("managing", "founding", "acting", "ranking", "contributing"))  # "managing director"
_DETACHED = "prge"  # an inserted "in a statement", "however", "speaking on Monday" is no part of the mention
_JOINS = frozenset(("and", "or", "nor"))
_WHOSE = frozenset(("which", "whose"))
_WHAT = frozenset(("what", "which", "whatever"))
_TIMED = frozenset(("last", "next", "past", "earlier", "late"))
_NO_CHAIN = frozenset(("as", "than", "after", "before", "since", "until", "like"))
_QUERIED = frozenset(("surveyed", "polled", "interviewed", "questioned", "sampled"))
_NOMINAL = pattern("[nNd1]")
_HEAD = pattern("[Nnh1]")
_FOCUS = frozenset(("Even", "Then", "Now", "Meanwhile", "Soon"))
_CLAUSES = frozenset(("when", "while", "as", "whereas", "though", "although"))
DEGREES = frozenset(("about", "around", "roughly", "nearly", "almost", "over", "under"))  # before a number or a share
_COMPARED = frozenset(("more than", "less than", "fewer than", "at least", "at most", "up to"))
_SHARES = frozenset(("third", "quarter", "half", "dozen"))
_ABBREVIATED = pattern(r"N(?:[.\-]N){0,12}+")
_PARTICIPIAL = pattern("g (?![Nng])")  # "speaking at a rally"
_VERB = pattern("[aveh]")
_FINITE = pattern("(?:r )?(?:a |[ve] [dN01h])")
_AS = frozenset(("as", "As"))
_ON = frozenset(("on",))
_IN = frozenset(("in", "at", "during"))
_OCCASION = pattern(r"(?<=[Nn]) p (?:m|(?:d )?(?:[neNrg0][ '\-]){0,4}n)\Z")
_BOUNDARY = pattern("[,~;](?:[cs] )?|s ")
_NAME = pattern(r"N(?:[ .'\-]N){0,40}+\Z")

Mention = tuple[int, int]  # first token, gap after the last


def relative(folded: Skeleton, token: int) -> bool:
    """Is the mention that begins here a relative pronoun? For the word classes "which" is a determiner."""
    return folded.letters[token] == "s" or folded.words[token] == "which"


def before(folded: Skeleton, unit: Unit, group: int) -> Mention | None:
    """The subject that ends where the verb group starts."""
    letters, words = folded.letters, folded.words
    low = max(unit.start, group - _REACH)
    if group - 2 < low:
        return None
    while letters[group - 2] == "h" and words[group - 2] in _SELF and group - 4 >= low:
        group -= 2
    gap, last = letters[group - 1], group - 2
    letter = letters[last]
    if gap == ",":
        return None if letter == "Q" and letters[last - 1] == "," else _with_apposition(folded, low, group - 1)
    if gap == "~":
        dash = letters.rfind("~", low, group - 1)
        return _named(folded, low, dash) if dash > 0 else None
    if gap not in " )¶.'":
        return None
    if letter == "h" and letters[last - 2] != "o" and words[last].lower() not in _OBJECTS:
        return (last, last + 1)
    if (letter == "h" and letters[last - 2] == "p") or (letter == "e" and words[last] in _QUERIED):
        of = before(folded, unit, last - 2 if letter == "h" else last)  # "a source close to him"
        return (of[0], last + 1) if of else None
    if letter in "sd" and relative(folded, last):
        return (last, last + 1) if words[last] in _WHO and last - 2 >= low else None
    if letter == "m" and last - 4 >= low and letters[last - 2] == "p":
        return before(folded, unit, last - 2)
    mention = _phrase_up_to(folded, low, group)
    if mention is not None and words[mention[1] - 1] in times():
        return _before_time(folded, unit, mention)
    if mention is None:
        return None
    start, end = _behind_weekday(folded, mention)
    return (start, _without_occasion(folded, start, end))


def _behind_weekday(folded: Skeleton, mention: Mention) -> Mention:
    """In "On Friday evening Mayor Ruiz said", "In the evening Mayor Ruiz said" the time is not of the speaker."""
    letters, words, (start, end) = folded.letters, folded.words, mention
    if (
        letters[start] == "d"
        and letters[start + 4] == "N"
        and letters[start - 2] == "p"
        and words[start + 2] in times()
    ):
        return (start + 4, end)
    day = letters.rfind("m", start, end)
    if day < 2 or not words[day].endswith("day") or words[day - 2] not in ("on", "On"):
        return mention
    behind = day + 4 if words[day + 2] in daytimes() else day + 2
    return (behind, end) if behind < end and letters[behind] == "N" else mention


def _before_time(folded: Skeleton, unit: Unit, mention: Mention) -> Mention | None:
    """In "Ruiz last week said", "Ruiz, the mayor, in the past year said" the speaker stands before the time."""
    start = mention[1] - 1
    while start > mention[0] and (folded.letters[start - 2] == "d" or folded.words[start - 2] in _TIMED):
        start -= 2
    if start > mention[0]:
        return (mention[0], start - 1) if _HEAD.search(folded.letters, mention[0], start) else None
    if start - 2 < unit.start:
        return mention
    return before(folded, unit, start - 2 if folded.letters[start - 2] == "p" else start)


def in_absolute(folded: Skeleton, unit: Unit, group: int) -> Mention | None:
    """The "Ruiz" of ", with Ruiz calling it a mess", a clause without a finite verb."""
    low = max(unit.start, group - _REACH)
    match = grammar.ABSOLUTE_SUBJECT.search(folded.letters, low, group)
    if match is None or folded.words[match.start(1) - 2] not in ("with", "With"):
        return None
    opens = match.start(1) - 2 == unit.start or folded.letters[match.start(1) - 3] in ",;~"
    return match.span(1) if opens else None


def of_relative(folded: Skeleton, unit: Unit, end: int) -> Mention | None:
    """The "who" of ", who backed the plan and" that ends at ``end``."""
    comma = folded.letters.rfind(",", unit.start, end)
    return (comma + 1, comma + 2) if comma > 0 and folded.words[comma + 1] == "who" else None


def of_clause(folded: Skeleton, unit: Unit, group: int) -> Mention | None:
    """The subject of the clause with which the unit begins, where its verb stands before ``group``.

    In "In describing the plan, Ruiz said" it stands behind the next comma.
    """
    letters = folded.letters
    match = grammar.CLAUSE_SUBJECT.match(letters, unit.start, group)
    if match is None and "," not in letters[unit.start : group]:
        comma = letters.find(",", group, min(unit.end, group + _REACH))
        match = grammar.CLAUSE_SUBJECT.match(letters, comma + 1, unit.end) if comma > 0 else None
    if match is None:
        return None
    start, end = match.span(1)
    if letters[end] == "," and letters[end + 1] in "Nd" and not relative(folded, end + 1):  # "Its head, Ana Ruiz, was"
        return (start, letters.find(",", end + 1))
    return (start, _without_occasion(folded, start, end))


def of_last_clause(folded: Skeleton, low: int, group: int) -> Mention | None:
    """The subject of the last clause that begins at ``low`` or later and before ``group``."""
    letters = folded.letters
    for boundary in reversed(list(_BOUNDARY.finditer(letters, low, group))):
        at = boundary.end()
        if (letters[at - 2] == "s" and folded.words[at - 2] not in _CLAUSES) or folded.words[at] in _WHOSE:
            continue
        match = grammar.NEXT_CLAUSE.match(letters, at, group)
        if match is not None and letters[at] != "g" and _HEAD.search(match.group(1)):
            return (at, _without_occasion(folded, *match.span(1)))
    return None


def _phrase_up_to(folded: Skeleton, low: int, end: int) -> Mention | None:
    """The longest noun phrase of tokens ``low`` to ``end``, its gap included."""
    letters, words = folded.letters, folded.words
    start = _phrase_start(letters, low, end)
    if start < 0:
        return None
    if letters[start - 2 : start - 1] == "c" and start - 2 > low and words[start - 2] in _JOINS:
        listed = _list_up_to(folded, low, end)
        if listed is not None:
            return listed
    if not _at_boundary(folded, low, start):
        clause = _with_relative(letters, max(low, letters.rfind(",", low, end)), end)
        if clause is not None and clause < start and _at_boundary(folded, low, clause):
            return (clause, end - 1)
    if "p" in letters[start:end]:
        start = _behind_broken_chain(folded, low, start, end)
    if words[start] in _WHAT and start + 2 < end - 1:
        start += 2
    return (_edge(folded, low, start, end - 1), end - 1)


def _with_relative(letters: str, low: int, end: int) -> int | None:
    """Where a noun phrase begins whose own clause goes up to ``end``: "voters who named a candidate "."""
    relative = grammar.RELATIVE.search(letters, low, end)
    if relative is None:
        return None
    begin = low + len(letters[low : relative.start()].rstrip(grammar.PHRASAL))
    clause = grammar.RELATIVE_SUBJECT.search(letters, begin, end)
    return clause.start() if clause else None


def _phrase_start(letters: str, low: int, end: int) -> int:
    """Where the longest noun phrase from ``low`` on begins that ends with the gap before ``end``, or -1."""
    if letters[end - 1] == ")":
        begin = _least(letters, low, end)
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
    return words[at] == "like" and words[at - 2].endswith("s") and start < at - 1 and _at_boundary(folded, low, start)


def _edge(folded: Skeleton, low: int, start: int, end: int) -> int:
    """Where "Even Ruiz" and "about half" begin: behind "Even", with "about"."""
    letters, words = folded.letters, folded.words
    if start == low:
        return start + 2 if words[start] in _FOCUS and start + 2 < end else start
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


def _least(letters: str, low: int, end: int, phrasal: str = grammar.PHRASAL) -> int:
    """Where, from ``low`` on, a noun phrase that ends before ``end`` can begin: behind what is none of ``phrasal``."""
    window = letters[low:end]
    return low if "(" in window else low + len(window.rstrip(phrasal))


def _list_up_to(folded: Skeleton, low: int, end: int) -> Mention | None:
    """ "Ann Lee, Bob Ray and others"; in "In Ohio, Lee and Ray" the first name is none of the list."""
    begin = _least(folded.letters, low, end, grammar.PHRASAL + ",c")
    for _ in range(3):
        match = grammar.ENDS_IN_LIST.search(folded.letters, begin, end)
        if match is None:
            return None
        if _at_boundary(folded, low, match.start()):
            return (match.start(), end - 1)
        begin = folded.letters.find(",", match.start(), end) + 1 or match.start() + 2
    return None


def _at_boundary(folded: Skeleton, low: int, start: int) -> bool:
    letters = folded.letters
    return (
        start <= low or letters[start - 1] in ",;:~(¶" or letters[start - 2] in "csQ" or folded.words[start - 2] in _AS
    )


def _with_apposition(folded: Skeleton, low: int, comma: int) -> Mention | None:
    """What stands before the comma: "Ana Ruiz, head of the union, " or "the union's head, Ana Ruiz, "."""
    letters = folded.letters
    end = stop = comma
    for _ in range(4):
        previous = letters.rfind(",", low, end)
        if previous < 0 or _FINITE.match(letters, previous + 1, end):
            break
        if letters[previous + 1] == "c" and _VERB.search(letters, previous, end):
            break
        if letters[previous + 1] in _DETACHED and not _is_attached(folded, previous + 1):
            stop = previous
        mention = _named(folded, low, previous)
        if mention is not None:
            start = mention[0]
            if start > low and letters[start - 1] == "," and letters[start] in "dn01":
                start = _name_before(folded, low, start)
            elif start > low and letters[start - 1] == ",":
                start = _role_before(folded, low, start)
            return (start, stop)
        end = previous
    return _named(folded, low, comma) if ")" in folded.words[comma] else None


def _is_attached(folded: Skeleton, token: int) -> bool:
    """The "managing" of "Ruiz, managing director of the bank", the "including" of "papers, including the Post"."""
    word = folded.words[token]
    return word == "including" or (word in _ATTACHED and folded.letters[token + 2] == "n")


def _begins_clause(folded: Skeleton, token: int) -> bool:
    """The "voters" and the "voters want a bridge" that stand behind "According to the poll, ": no apposition of one."""
    letters, last = folded.letters, token
    while letters[last : last + 3] == "n n":
        last += 2
    return letters[last] == "n" and (folded.words[last].endswith("s") or letters[last + 1 : last + 3] in (" d", " h"))


def _role_before(folded: Skeleton, low: int, start: int) -> int:
    """Where "the union's head, Ana Ruiz, 67," begins, ``start`` being the name."""
    role = _named(folded, low, start - 1)
    if role is None or folded.letters[role[1] - 1] != "n":
        return start
    owned = folded.letters[role[0]] == "d" or "'" in folded.letters[role[0] : role[1]]
    return role[0] if owned else start


def _name_before(folded: Skeleton, low: int, start: int) -> int:
    """Where "Ana Ruiz, 67, a nurse in Salem" begins, ``start`` being its last part; ``start`` where no name does."""
    at = start
    for _ in range(4):
        if folded.letters[at - 3 : at - 1] == ",0":
            at -= 2
        if folded.letters[at - 1] != "," or (left := _named(folded, low, at - 1)) is None:
            break
        at = left[0]
        if _NAME.match(folded.letters, left[0], left[1]):
            return at
        if folded.letters[at] not in "dn01":
            break
    return start


def _named(folded: Skeleton, low: int, mark: int) -> Mention | None:
    """The noun phrase before the comma or dash at ``mark``, where a mention can begin there."""
    letters = folded.letters
    if letters[mark - 1] == "h" and (mark - 2 < low or letters[mark - 2] in ",;~"):
        return (mark - 1, mark)
    match = grammar.ENDS_AT_MARK.search(letters, _least(letters, low, mark), mark + 1)
    if match is None or not _at_boundary(folded, low, match.start()) or _PARTICIPIAL.match(match.group()):
        return None
    start = match.start()
    if start > low and letters[start - 1] == "," and _is_region(folded, start, mark):
        whole = _named(folded, low, start - 1)
        return (whole[0], mark) if whole else None
    if letters[start - 2] == "c" and start - 2 > low and folded.words[start - 2] in _JOINS:
        listed = grammar.PAIR_AT_MARK.search(letters, low, mark + 1)
        if listed is not None and _at_boundary(folded, low, listed.start()):
            return (listed.start(), mark)
    return (_edge(folded, low, start, mark), mark) if _HEAD.search(match.group()) else None


def _is_region(folded: Skeleton, start: int, mark: int) -> bool:
    """The "N.Y." of "Ann Lee of Troy, N.Y., " and the "R-Ohio" of "Rep. Ann Lee, R-Ohio, "."""
    if _ABBREVIATED.fullmatch(folded.letters, start, mark) is None:
        return False
    return folded.words[start + 1] in (".", "-") if mark - start > 1 else folded.words[mark].startswith(".")


def _without_occasion(folded: Skeleton, start: int, end: int) -> int:
    """In "said Ana Ruiz in a statement", "said the mayor on Friday" the mention ends before the occasion."""
    letters, words, last = folded.letters, folded.words, end - 1
    if letters[last] != "m" and words[last] not in venues():
        return end
    occasion = _OCCASION.search(letters, max(start, last - 12), end)
    if occasion is None or words[occasion.start() + 1] not in (_IN if letters[last] != "m" else _ON):
        return end
    return occasion.start()


def after(folded: Skeleton, unit: Unit, gap: int, clause_may_follow: bool = False, later: int = -1) -> Mention | None:
    """The subject that follows an inverted cue ("said Ana Ruiz, head of the union").

    ``later`` is where the next cue begins: "who" before it has a statement of its own.
    ``clause_may_follow`` where what is said can stand behind the next comma ("According to Ruiz, ...").
    """
    letters, words = folded.letters, folded.words
    if letters[gap] not in " ¶":
        return None
    if letters[gap + 1] == "h":
        return (gap + 1, gap + 2)
    match = grammar.BEGINS_WITH_PHRASE.match(letters, gap + 1, unit.end + 1)
    if match is None or not _NOMINAL.search(match.group()):
        return None
    end = _without_occasion(folded, gap + 1, min(match.end(), unit.end))
    while end < unit.end and letters[end] == ",":
        apposition = grammar.APPOSITION.match(letters, end, unit.end)
        if apposition is None and _is_attached(folded, end + 1):
            apposition = grammar.TO_COMMA.match(letters, end, unit.end)
        if apposition is None or words[end + 1] in ("which", "whose") or (words[end + 1] == "who" and end + 3 == later):
            break
        if clause_may_follow and (
            apposition.end() >= unit.end or _VERB.search(apposition.group()) or _begins_clause(folded, end + 1)
        ):
            break
        end = apposition.end()
    return (gap + 1, end + 1 if end % 2 == 0 else end)

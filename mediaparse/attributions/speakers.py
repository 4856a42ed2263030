"""Speakers: the noun phrase before or after a cue, with the titles, appositions and clauses that belong to it."""

from __future__ import annotations

from mediaparse.attributions import appositions, grammar, phrases
from mediaparse.attributions.phrases import Mention
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.words import is_a
from mediaparse.patterns import pattern

REACH = 90  # tokens that a mention may be long
SELF = frozenset(("himself", "herself", "themselves", "itself"))
OBJECTS = frozenset(("them", "us", "him", "her", "me"))
_WHO = frozenset(("who", "which", "that", "Who"))
_WHOSE = frozenset(("which", "whose"))
_TIMED = frozenset(("last", "next", "past", "earlier", "late"))
_QUOTED = 30  # tokens between "quoted" and "as saying"
_QUERIED = frozenset(("surveyed", "polled", "interviewed", "questioned", "sampled"))
_NOMINAL = pattern("[nNd1]")
_HEAD = pattern("[Nnh1]")
_CLAUSES = frozenset(("when", "while", "as", "whereas", "though", "although"))
_VERB = pattern("[aveh]")
_ON = frozenset(("on",))
_IN = frozenset(("in", "at", "during"))
_OCCASION = pattern(r"(?<=[Nn]) p (?:m|(?:d )?(?:[neNrg0][ '\-]){0,4}n)\Z")
_MEANWHILE = pattern("(?<=N )p |(?<=[nN] )[sp] [eg]")
_BOUNDARY = pattern("[,~;](?:[cs] )?|s ")


def relative(folded: Skeleton, token: int) -> bool:
    """Is the mention that begins here a relative pronoun? For the word classes "which" is a determiner."""
    return folded.letters[token] == "s" or folded.words[token] == "which"


def before(folded: Skeleton, unit: Unit, group: int) -> Mention | None:
    """The subject that ends where the verb group starts."""
    letters, words, last = folded.letters, folded.words, group - 2
    if last < unit.start:
        return None
    letter = letters[last]
    while letter == "h" and words[last] in SELF and last > unit.start:
        last -= 2
        letter = letters[last]
    gap = letters[last + 1]
    if (
        letter == "N"
        and gap == " "
        and (last == unit.start or letters[last - 1] in ",;:~")
        and letters[last - 2] != "c"
    ):
        return (last, last + 1)  # a name alone; in a list others stand before the "and"
    if gap not in " )¶.'":
        return _before_mark(folded, max(unit.start, group - REACH), last + 1)
    if letter == "h" and letters[last - 2] != "o" and words[last].lower() not in OBJECTS:
        return (last, last + 1)
    if letter in "hesdm":
        if (letter == "h" and letters[last - 2] == "p") or (letter == "e" and words[last] in _QUERIED):
            of = before(folded, unit, last - 2 if letter == "h" else last)  # "a source close to him"
            return (of[0], last + 1) if of else None
        if letter in "sd" and relative(folded, last):
            return (last, last + 1) if words[last] in _WHO and last > unit.start else None
        if letter == "m" and last - 4 >= unit.start and letters[last - 2] == "p" and letters[last - 4] != "e":
            return before(folded, unit, last - 2)  # "A judge on Friday said", but "A study released on Friday said"
    mention = phrases.up_to(folded, max(unit.start, group - REACH), last + 2)
    if mention is None:
        return None
    if letter == "n" and is_a("time", words[last]):
        return _before_time(folded, unit, mention)
    if mention[1] - mention[0] > 1:
        mention = _behind_weekday(folded, mention)
    elif letter == "N":
        return mention
    return (mention[0], _without_occasion(folded, *mention))


def _before_mark(folded: Skeleton, low: int, mark: int) -> Mention | None:
    """The subject before a comma ("Ana Ruiz, the mayor, ") or between two dashes: no other mark does it."""
    letters = folded.letters
    if letters[mark] == ",":
        return None if letters[mark - 2 : mark] == ",Q" else appositions.up_to(folded, low, mark)
    dash = letters.rfind("~", low, mark) if letters[mark] == "~" else -1
    return appositions.named(folded, low, dash) if dash > 0 else None


def _behind_weekday(folded: Skeleton, mention: Mention) -> Mention:
    """In "On Friday evening Mayor Ruiz said", "In the evening Mayor Ruiz said" the time is not of the speaker."""
    letters, words, (start, end) = folded.letters, folded.words, mention
    if letters[start : start + 5 : 4] == "dN" and letters[start - 2] == "p" and is_a("time", words[start + 2]):
        return (start + 4, end)
    day = letters.rfind("m", start, end)
    if day < 2 or not words[day].endswith("day") or words[day - 2] not in ("on", "On"):
        return mention
    behind = day + 4 if is_a("daytime", words[day + 2]) else day + 2
    return (behind, end) if behind < end and letters[behind] == "N" else mention


def _before_time(folded: Skeleton, unit: Unit, mention: Mention) -> Mention | None:
    """In "Ruiz last week said", "Ruiz, the mayor, in the past year said" the speaker stands before the time."""
    start = mention[1] - 1
    while start > mention[0] and (folded.letters[start - 2] == "d" or folded.words[start - 2] in _TIMED):
        start -= 2
    if start == mention[1] - 1 and start > mention[0] and folded.letters[start - 2] in "nN":  # "the school year"
        return mention
    if start > mention[0]:
        return (mention[0], start - 1) if _HEAD.search(folded.letters, mention[0], start) else None
    if start - 2 < unit.start:
        return mention
    return before(folded, unit, start - 2 if folded.letters[start - 2] == "p" else start)


def in_absolute(folded: Skeleton, unit: Unit, group: int) -> Mention | None:
    """The "Ruiz" of ", with Ruiz calling it a mess", a clause without a finite verb."""
    low = max(unit.start, group - REACH)
    match = grammar.ABSOLUTE_SUBJECT.search(folded.letters, low, group)
    if match is None or folded.words[match.start(1) - 2] not in ("with", "With"):
        return None
    opens = match.start(1) - 2 == unit.start or folded.letters[match.start(1) - 3] in ",;~"
    return match.span(1) if opens else None


def quoted(folded: Skeleton, unit: Unit, group: int) -> tuple[Mention, int] | None:
    """Whom another quotes, and where that clause begins: "the agency quoted Ruiz as | saying", "Ruiz was quoted as"."""
    letters, words, last = folded.letters, folded.words, group - 2
    if words[last] != "as":
        return None
    for at in range(last - 2, max(unit.start, last - _QUOTED), -2):
        if is_a("quoting", words[at]):
            passive = letters[at - 2] == "a"
            subject = before(folded, unit, at - 2 if passive else at)
            if subject is None or letters[at + 2] == "p":
                return (subject, subject[0]) if subject and passive else None
            return (subject if passive else (at + 2, last - 1), subject[0])
        if letters[at] in "av" or letters[at + 1] in ",;:~":
            return None
    return None


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
        comma = letters.find(",", group, min(unit.end, group + REACH))
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


def _without_occasion(folded: Skeleton, start: int, end: int) -> int:
    """In "said Ana Ruiz in a statement", "said the mayor when asked" the mention ends before the occasion."""
    letters, words, last = folded.letters, folded.words, end - 1
    asked = _MEANWHILE.search(letters, start, end)
    if asked is not None and is_a("temporal", words[asked.start()]):
        end = asked.start() - 1
        last = end - 1
    if letters[last] != "m" and not is_a("venue", words[last]):
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
    if letters[end : end + 2] == ")N" and words[end] == ") ":  # "Robert (Bob) Berg"
        end += 2
    if letters[end : end + 2] == " Q" and is_a("naming", words[end - 1]):  # "a sergeant with the callsign “Teacher”"
        end += 2
    elif letters[end + 2 : end + 4] == " Q" and words[end - 1 : end + 2 : 2] == ["known", "as"]:
        end += 4
    while end < unit.end and letters[end] == ",":
        apposition = grammar.APPOSITION.match(letters, end, unit.end)
        if apposition is None and appositions.is_attached(folded, end + 1):
            apposition = grammar.TO_COMMA.match(letters, end, unit.end)
        if apposition is None or words[end + 1] in ("which", "whose"):
            break
        if words[end + 1] == "who" and end + 3 == later and words[later + 2] != "not":  # "who asked not to be named"
            break
        if letters[end + 3] in "eg" and is_a("temporal", words[end + 1]):  # ", when asked"
            break
        if clause_may_follow and (
            apposition.end() >= unit.end
            or _VERB.search(apposition.group())
            or appositions.begins_clause(folded, end + 1)
        ):
            break
        end = apposition.end()
    return (gap + 1, end + 1 if end % 2 == 0 else end)

"""A mention of a speaker, split into who is named and the words that describe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from mediaparse.attributions.lexicon import UNTITLED, Title, given_names, organization_words
from mediaparse.attributions.resolution.bodies import OWNED, called_more
from mediaparse.attributions.resolution.names import Naming, aged, behind_field, read, runs
from mediaparse.attributions.resolution.people import Cast
from mediaparse.attributions.resolution.roles import apposed
from mediaparse.attributions.words import is_a
from mediaparse.patterns import pattern
from mediaparse.scan import Scan

_BREAK = pattern("[,(~:;posQ]")
_APPOSED = pattern("[,)][Nam]")  # what a name between commas begins with
_CLOSED = frozenset((") ", ".) "))
_LISTED = pattern(r",(?:N(?: N){0,2},){0,4}N(?: N){0,2},? ?c N(?: N){0,2}\Z")  # "Hill, Ana Ruiz and Berg"
_SHORT = pattern(r"\(N\)(?=[nN])")
_INDEFINITE = frozenset(("a", "an", "one", "another", "some", "any", "every", "each", "no", "two", "many", "several"))
_POSSESSIVE = frozenset(("his", "her", "their", "its", "my", "our"))
_PLURALS = ("men", "people", "children")
_AFTER_SIBILANT = ("ses", "shes", "ches", "xes")
_REFLEXIVE = frozenset(("himself", "herself", "itself"))
PRONOUNS = _POSSESSIVE | frozenset((
    "he", "she", "it", "they", "him", "them", "i", "we", "you", "me", "us", "who", "which", "that",
    "himself", "herself",
))  # fmt: skip

# What a mention consists of.
Kind = Literal["person", "body", "role", "group"]


class Mention(NamedTuple):
    """A mention's words from part ``start`` up to part ``end``.

    ``naming`` is the name in it, ``head`` its chief word and ``modifiers`` those before it, in
    lower case, where it describes ("the Russian general"); ``definite`` tells "the general" from
    "a general", ``possessed`` "Berg's general", ``proper`` that a modifier is a name.
    """

    kind: Kind
    start: int
    end: int
    naming: Naming | None = None
    head: str = ""
    modifiers: tuple[str, ...] = ()
    definite: bool = False
    possessed: bool = False
    proper: bool = False


def read_mention(first: int, last: int, titled: Mapping[str, Title], cast: Cast) -> Mention:
    """What the mention from part ``first`` to part ``last``, no pronoun, consists of."""
    scanned = cast.scanned
    parts, letters = scanned.parts, scanned.classes
    start, end = first + first % 2, last + 1 - last % 2
    if end > start + 2:
        if parts[end - 1] in ("s", "S") and parts[end - 2] in ("'", "’"):
            end -= 2
        if end > start + 2 and parts[end - 1] in _REFLEXIVE:
            end -= 2
    elif end <= start:
        return Mention("group", start, end)
    after = _core_end(scanned, start, end)
    if after < end and _LISTED.match(letters, after, end) and _are_people(parts[after + 1 : end : 2], titled):
        return Mention("group", start, end)
    named = _last_named(start, after, end, titled, cast)
    if named is not None:
        return (_spokesman(start, after, end, titled, cast) or named) if named.kind == "body" else named
    naming = _apposed(after, end, titled, cast) or _trailing(start, after, end, titled, cast)
    joined = letters.find("c", start, after)
    if joined > start + 2 and letters[start] == "d":
        after = joined - 1
    words = tuple(map(str.casefold, parts[start:after:2]))
    if _plural(words[-1], titled) or "c" in letters[start:after]:
        return Mention("group", start, end)
    if naming is not None:
        return Mention("person", start, end, naming)
    bare = words[1:] if letters[start] == "d" or words[0] in _INDEFINITE else words
    possessed = "'" in letters[start:after] or words[0] in _POSSESSIVE
    definite = words[0] not in _INDEFINITE and (letters[start] == "d" or possessed)
    proper = any(word[0].isupper() for word in parts[start + 2 : after - 2 : 2])
    return Mention("role", start, end, None, words[-1], bare[:-1], definite, possessed, proper)


def _are_people(words: Sequence[str], titled: Mapping[str, Title]) -> bool:
    """Can ``words`` be the names of several, no offices of one and no firm: "Hill, Ruiz and Co"?"""
    folded = set(map(str.casefold, words))
    return titled.keys().isdisjoint(folded) and organization_words().isdisjoint(folded)


def _core_end(scanned: Scan, start: int, end: int) -> int:
    """The part after the noun phrase that the mention begins with, initials in it: "Disaster Agency (NADMA) head"."""
    letters, parts = scanned.classes, scanned.parts
    mark = _BREAK.search(letters, start + 1, end)
    while mark is not None and _SHORT.match(letters, mark.start(), end) and parts[mark.start() + 2] in _CLOSED:
        mark = _BREAK.search(letters, mark.end() + 3, end)
    return end if mark is None else (mark.start() - 1) | 1


def _last_named(start: int, after: int, end: int, titled: Mapping[str, Title], cast: Cast) -> Mention | None:
    """The mention where a name is the chief word: "Russian general Jo Berg", "the Transit Agency"."""
    scanned = cast.scanned
    parts, letters = scanned.parts, scanned.classes
    if letters[after - 1] != "N":
        return None
    if after == start + 1:
        naming: Naming | None = Naming(start, start, after, (parts[start],), (parts[start].casefold(),), (), False)
        inner = []
    else:
        inner = list(runs(scanned, start, after))
        naming = read(scanned, inner[-1], titled) if inner[-1][-1] == after - 1 else None
    if naming is None:
        return None
    naming = cast.nicknamed.get(naming.end - 1, naming)
    words = naming.folded
    bearers = [] if letters[start] == "d" and start + 2 >= naming.first else cast.named(naming)
    if not naming.person and not bearers:
        of_office = letters.startswith("o", after + 1) and _is_office(words[-1], titled)  # "Leader of Opposition"
        if of_office or _holder(words, titled) or (letters[start] == "d" and _is_somebody(naming, titled)):
            return None
    if (
        len(inner) > 1
        and "c" in letters[inner[-2][-1] : naming.start]
        and not _one_holder(inner, naming, start, titled, cast)
    ):
        return Mention("group", start, end)
    if naming.person or any(person.told for person in bearers):
        return Mention("person", start, end, naming)
    if _members(words[-1], titled):
        return Mention("group", start, end)
    if len(words) == 1 and (_many(words[0], titled) or _common(start, cast)):
        return Mention("group", start, end)
    owned = naming.start > start and organization_words().isdisjoint(words) and parts[naming.start - 2] in ("s", "S")
    told = bool(bearers) or "who" in parts[after + 1 : end : 2] or aged(scanned, after)
    told = told or (after == start + 1 and _is_given_name(start, after, cast))
    told = told or (len(words) > 1 and (owned or apposed(scanned, naming, titled, end) is not None))
    return Mention("person" if told else "body", start, end, naming)


def _one_holder(inner: list[list[int]], naming: Naming, start: int, titled: Mapping[str, Title], cast: Cast) -> bool:
    """Is it one office over two fields, or two of one holder, not "Ruiz and Minister Jo Berg"?

    "Health and Welfare Minister Jo Berg", "Founder and Managing Director Jo Berg".
    """
    parts = cast.scanned.parts
    if len(inner) == 2 and inner[0][0] == start and naming.titles:
        before = tuple(parts[at].casefold() for at in inner[0])
        if _holder(before, titled) and cast.person_at(inner[0]) is None:
            return True
    field = parts[inner[0][0]]
    known = field.casefold() in organization_words() and cast.person_at(inner[0]) is None
    longer = bool(naming.titles) and parts[naming.first].casefold() != naming.titles[0].word
    return len(inner) == 2 and inner[0] == [start] and known and longer


def _is_office(word: str, titled: Mapping[str, Title]) -> bool:
    """Is ``word`` what a holder of an office is called?"""
    return (title := titled.get(word)) is not None and title.kind == "office"


def _members(word: str, titled: Mapping[str, Title]) -> bool:
    """Is ``word`` the plural of what one person is: "Republicans"?"""
    title = titled.get(word[:-1]) if word.endswith("s") else None
    return title is not None and title.kind == "person"


def _common(start: int, cast: Cast) -> bool:
    """Is the word at ``start`` a plural with a capital only because a sentence begins with it?"""
    word = cast.scanned.parts[start]
    return word.endswith("s") and word.lower() != word and word.lower() in cast.scanned.vocabulary


def _holder(words: tuple[str, ...], titled: Mapping[str, Title]) -> bool:
    """Does the last of ``words`` say what somebody is: "the Ohio Republican", not "the Ohio Observer"?"""
    title = titled.get(words[-1])
    if words[-1] in organization_words() and (len(words) == 1 or words[-2] not in titled):
        return False
    return title is not None and title.kind not in UNTITLED and title.kind != "rank"


def _is_given_name(start: int, after: int, cast: Cast) -> bool:
    """Is the word at ``start`` the name of somebody called by it alone: no initials, "Wendy's", "Levon Resources"?"""
    parts = cast.scanned.parts
    word = parts[start]
    if word.casefold() not in given_names() or word.isupper() or parts[after : after + 2] in OWNED:
        return False
    return not called_more(cast.scanned, word)


def _is_somebody(naming: Naming, titled: Mapping[str, Title]) -> bool:
    """Is it one word that behind an article means one of those called so: "the King", "the Norwegian"?"""
    title = titled.get(naming.folded[0]) if len(naming.words) == 1 else None
    return (title is not None and title.kind == "rank") or is_a("native", naming.words[-1])


def _apposed(after: int, end: int, titled: Mapping[str, Title], cast: Cast) -> Naming | None:
    """The name that stands between commas behind a description: "a spokesman for the port, Jo Berg"."""
    scanned, letters = cast.scanned, cast.scanned.classes
    for match in _APPOSED.finditer(letters, after, end):
        gap = match.start()
        if "," not in scanned.parts[gap]:
            continue
        run = next(runs(scanned, gap + 1, end), None)
        if run is None or run[0] != gap + 1:
            continue
        if run[-1] + 1 < end and letters[run[-1] + 1] not in ",(" and letters[run[-1] + 1 : run[-1] + 3] != " o":
            continue
        naming = read(scanned, run, titled)
        if naming is None:
            continue
        words = naming.folded
        if naming.person or words[0] in given_names() or cast.named(naming) or len(words) in (2, 3):
            return naming
    return None


def _trailing(start: int, after: int, end: int, titled: Mapping[str, Title], cast: Cast) -> Naming | None:
    """The name at the end of an office: "head of the port authority in Oslo Captain Jo Berg".

    A name that the preposition itself governs is none: "a spokesman for Captain Jo Berg".
    """
    parts, letters = cast.scanned.parts, cast.scanned.classes
    if letters[end - 1] != "N" or after >= end or letters[after + 1] not in "po":
        return None
    run = list(runs(cast.scanned, after, end))[-1]
    naming = read(cast.scanned, run, titled)
    office = _is_office(parts[after - 1].casefold(), titled)
    if naming is not None and not naming.person and office:
        naming = behind_field(cast.scanned, naming, titled)
    if naming is None or not naming.person or run[-1] != end - 1:
        return None
    last = max(letters.rfind("p", after, naming.start), letters.rfind("o", after, naming.start))
    stop = naming.start
    while stop > last + 2 and (title := titled.get(parts[stop - 2].casefold())) and title.kind != "group":
        if stop == naming.start and title.kind in UNTITLED:  # "Secretary of State Jo Berg"
            break
        stop -= 2
    governed = letters[last + 2 : stop : 2]
    if not governed.strip("d") or (letters[start] == "d" and parts[start].casefold() != "the"):
        return None
    if (letters[start] == "d" or (parts[last] == "for" and not office)) and governed[0] != "d":
        return None
    return naming


def _spokesman(start: int, after: int, end: int, titled: Mapping[str, Title], cast: Cast) -> Mention | None:
    """The person of "Ministry of Health spokesman Jo Berg", whose mention begins with the body."""
    scanned = cast.scanned
    if after >= end - 3 or scanned.classes[end - 3 : end] != "N N" or scanned.classes[start] == "d":
        return None
    run = next(reversed(list(runs(scanned, after, end))), None)
    if run is None:
        return None
    naming = read(scanned, run, titled)
    ahead = naming is not None and naming.person and naming.first == naming.start and naming.titles
    return Mention("person", start, end, naming) if ahead and scanned.classes[run[0] - 4 : run[0]] == "N n " else None


def _many(word: str, titled: Mapping[str, Title]) -> bool:
    """Does ``word`` mean several people, or what they wrote: "Americans", "Teachers", "Polls"?"""
    return word.endswith("ans") or is_a("documents", word) or _plural(word, titled)


def _plural(word: str, titled: Mapping[str, Title]) -> bool:
    """Does ``word`` mean several people?"""
    title = titled.get(word)
    if title is not None and not word.endswith(_PLURALS):
        return title.kind == "group"
    if not word.endswith("s"):
        return word.endswith(_PLURALS)
    if word[:-1] in titled or (word.endswith(_AFTER_SIBILANT) and word[:-2] in titled):
        return True
    return word.endswith("ies") and f"{word[:-3]}y" in titled

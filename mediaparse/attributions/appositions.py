"""Appositions: the names, offices, ages and places that commas part within a mention."""

from __future__ import annotations

from mediaparse.attributions import grammar, phrases
from mediaparse.attributions.phrases import Mention
from mediaparse.attributions.skeleton import Skeleton
from mediaparse.patterns import pattern

_ATTACHED = frozenset(("managing", "founding", "acting", "ranking", "contributing"))  # "managing director"
_DETACHED = "prge"  # an inserted "in a statement", "however", "speaking on Monday" is no part of the mention
_HEAD = pattern("[Nnh1]")
_ABBREVIATED = pattern(r"N(?:[.\-]N){0,12}+")
_PARTICIPIAL = pattern("g (?![Nng])")  # "speaking at a rally"
_VERB = pattern("[aveh]")
_FINITE = pattern("(?:r )?(?:a |[ve] [dN01h])")
_FULL_NAME = pattern(r"N(?:[ .'\-]N){1,5}")
_NAME = pattern(r"N(?:[ .'\-]N){0,40}+\Z")


def up_to(folded: Skeleton, low: int, comma: int) -> Mention | None:
    """What stands before the comma: "Ana Ruiz, head of the union, " or "the union's head, Ana Ruiz, "."""
    letters = folded.letters
    end = stop = comma
    for _ in range(4):
        previous = letters.rfind(",", low, end)
        if previous < 0 or _FINITE.match(letters, previous + 1, end):
            break
        if letters[previous + 1] == "c" and _VERB.search(letters, previous, end):
            break
        if letters[previous + 1] in _DETACHED and not is_attached(folded, previous + 1):
            stop = previous
        mention = named(folded, low, previous)
        if mention is not None:
            start = mention[0]
            if start > low and letters[start - 1] == "," and letters[start] in "dn01":
                start = _name_before(folded, low, start)
            elif start > low and letters[start - 1] == ",":
                start = _role_before(folded, low, start)
                if letters[start - 1] == "," and _FULL_NAME.fullmatch(letters, low, start - 1):
                    start = low  # "Ana Ruiz, Vice President, Exploration, "
            return (start, stop)
        end = previous
    return named(folded, low, comma) if ")" in folded.words[comma] else None


def is_attached(folded: Skeleton, token: int) -> bool:
    """The "managing" of "Ruiz, managing director of the bank", the "including" of "papers, including the Post"."""
    word = folded.words[token]
    return word == "including" or (word in _ATTACHED and folded.letters[token + 2] == "n")


def begins_clause(folded: Skeleton, token: int) -> bool:
    """The "voters" and the "voters want a bridge" that stand behind "According to the poll, ": no apposition of one."""
    letters, last = folded.letters, token
    while letters[last : last + 3] == "n n":
        last += 2
    return letters[last] == "n" and (folded.words[last].endswith("s") or letters[last + 1 : last + 3] in (" d", " h"))


def _role_before(folded: Skeleton, low: int, start: int) -> int:
    """Where "the union's head, Ana Ruiz, 67," begins, ``start`` being the name."""
    role = named(folded, low, start - 1)
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
        if folded.letters[at - 1] != "," or (left := named(folded, low, at - 1)) is None:
            break
        at = left[0]
        if _NAME.match(folded.letters, left[0], left[1]):
            return at
        if folded.letters[at] not in "dn01":
            break
    return start


def named(folded: Skeleton, low: int, mark: int) -> Mention | None:
    """The noun phrase before the comma or dash at ``mark``, where a mention can begin there."""
    letters = folded.letters
    if letters[mark - 1] == "h" and (mark - 2 < low or letters[mark - 2] in ",;~"):
        return (mark - 1, mark)
    match = grammar.ENDS_AT_MARK.search(letters, phrases.least(letters, low, mark), mark + 1)
    if match is None or not phrases.at_boundary(folded, low, match.start()) or _PARTICIPIAL.match(match.group()):
        return None
    start = match.start()
    if start > low and letters[start - 1] == "," and _is_region(folded, start, mark):
        whole = named(folded, low, start - 1)
        return (whole[0], mark) if whole else None
    if letters[start - 2] == "c" and start - 2 > low and folded.words[start - 2] in phrases.JOINS:
        listed = grammar.PAIR_AT_MARK.search(letters, low, mark + 1)
        if listed is not None and phrases.at_boundary(folded, low, listed.start()):
            return (listed.start(), mark)
    return (phrases.edge(folded, low, start, mark), mark) if _HEAD.search(match.group()) else None


def _is_region(folded: Skeleton, start: int, mark: int) -> bool:
    """The "N.Y." of "Ann Lee of Troy, N.Y., " and the "R-Ohio" of "Rep. Ann Lee, R-Ohio, "."""
    if _ABBREVIATED.fullmatch(folded.letters, start, mark) is None:
        return False
    return folded.words[start + 1] in (".", "-") if mark - start > 1 else folded.words[mark].startswith(".")

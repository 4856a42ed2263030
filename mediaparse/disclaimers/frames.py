"""Frames: the forms in which a status stands that make a mark of it, footnotes apart.

A status that stands in none ("the group is banned in Russia, he said") is news
or law. Each function reads one frame and gives what the mark covers, or None.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mediaparse.disclaimers.lexicon import DisclaimerLexicon
from mediaparse.disclaimers.piece import Piece
from mediaparse.disclaimers.statuses import ENDS, Status, at_line_start, countries, opener, says, sentence_end
from mediaparse.disclaimers.targets import is_name, is_word, target_after, target_before
from mediaparse.spans import Span


class Frame(NamedTuple):
    """What a mark covers: tokens, offsets of the text, and what it marks."""

    first: int
    last: int
    start: int
    end: int
    target: Span | None


def bracket(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """A pair of brackets that states the status and little else."""
    opening = _enclosing(cut, status)
    if opening is None:
        return None
    first, last = opening
    if status.is_tag and status.first > first + 1 and cut.codes[status.first - 1] not in ",—;":
        return None
    if says(cut, first, last, lexicon.members("narrative")):
        return None
    if not (lead_fits(cut, first + 1, status, lexicon) and tail_fits(cut, status, last)):
        return None
    target = target_before(cut, first, lexicon, common=True)
    if target is None and first > 0 and cut.codes[first - 1] not in ENDS + "*\n":
        return None
    if _is_thing(cut, first, status, lexicon):
        return None
    return Frame(first, last, cut.starts[first], cut.ends[last], target)


def _enclosing(cut: Piece, status: Status) -> tuple[int, int] | None:
    """The innermost brackets round ``status``."""
    depth = 0
    for first in range(status.first - 1, max(status.first - 60, -1), -1):
        if cut.codes[first] == ")":
            depth += 1
        elif cut.codes[first] == "(":
            if depth == 0:
                break
            depth -= 1
    else:
        return None
    for last in range(status.last + 1, min(status.last + 80, len(cut.codes))):
        if cut.codes[last] == "(":
            depth += 1
        elif cut.codes[last] == ")":
            if depth == 0:
                return first, last
            depth -= 1
    return None


def lead_fits(cut: Piece, first: int, status: Status, lexicon: DisclaimerLexicon) -> bool:
    """Is what stands before the status in its brackets another name, a description or a part of the formula?"""
    if first == status.first:
        return True
    known = lexicon.members(
        "lead", "org", "person", "activity", "which", "belongs", "the", "be", "in", "by", "and", "country", "national",
        "minister", "list", "terrorist", "extremist", "undesirable", "banned", "designated", "as", "head", "group_noun",
        "particle", "foreign", "agent", "agent_noun", "under", "sanctions",
    )  # fmt: skip
    strange = 0
    for token in range(first, status.first):
        if is_word(cut, token) and cut.codes[token] not in known and not is_name(cut, token):
            strange += cut.codes[token] != "0"
    if status.is_tag and strange:
        return False
    if status.is_ban and strange and cut.codes[status.first - 1] not in ",—;:.":
        return False
    return strange <= (3 if status.is_ban else 9)


def tail_fits(cut: Piece, status: Status, last: int) -> bool:
    """Does what follows the status, up to ``last``, belong to it, or is it something else that is banned?"""
    if status.last + 1 >= last:
        return True
    if status.is_tag:
        return cut.codes[status.last + 1] in ",;—."
    return not status.is_ban or (cut.codes[status.last + 1] != "n" and cut.word(status.last + 1) != "from")


def _is_thing(cut: Piece, first: int, status: Status, lexicon: DisclaimerLexicon) -> bool:
    """Is it a thing that is banned, and nobody: asbestos (banned in the EU)?"""
    before = first - 1
    while before > 0 and cut.codes[before] in '*"':
        before -= 1
    if not status.is_ban or before < 0:
        return False
    if cut.codes[before] in lexicon.members("things") or _is_titled(cut, first - 1, lexicon):
        return True
    word = cut.word(before)
    if not word[0].isupper():
        return cut.codes[before] not in lexicon.members("group_noun", "org") + ')"' and word.isascii()
    foreign = "RU" not in countries(cut, status.matches, lexicon)
    return foreign and not word.isupper() and (before == 0 or cut.codes[before - 1] in ENDS)


def _is_titled(cut: Piece, token: int, lexicon: DisclaimerLexicon) -> bool:
    """Is it the title of a thing that ends at ``token``: the film "Quay"?"""
    if token < 2 or cut.codes[token] != '"':
        return False
    opening = cut.codes.rfind('"', max(token - 16, 0), token)
    return opening > 0 and cut.codes[opening - 1] in lexicon.members("things")


def _line(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """A line that holds the status alone: under a name, or a caption."""
    first = opener(cut, status, lexicon)
    last = status.last
    if first > 1 and cut.codes[first - 1] == "," and cut.codes[first - 2] in lexicon.members("org", "person"):
        first -= 2
    if not (first == 0 or cut.codes[first - 1] == "\n"):
        return None
    if last + 1 < len(cut.codes) and cut.codes[last + 1] == ".":
        last += 1
    if last + 1 < len(cut.codes) and cut.codes[last + 1] != "\n":
        return None
    if not at_line_start(cut, first) or cut.scan.text[cut.ends[last] : cut.ends[last] + 80].lstrip(" \t\r")[:1] not in (
        "",
        "\n",
    ):
        return None
    if cut.codes[first] in lexicon.members("minister"):
        return None
    target = target_before(cut, first, lexicon, common=True) if first > 0 else None
    return Frame(first, last, cut.starts[first], cut.ends[last], target)


def _statement(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """A sentence that says whose a service is, and what status its owner has, or states two; a line of its own."""
    first = status.first
    while first > 0 and status.first - first < 50 and cut.codes[first - 1] not in ENDS:
        first -= 1
    last = sentence_end(cut, status.last)
    if status.bracket_only or last - status.last > 16 or not (is_name(cut, first) or cut.codes[first] == '"'):
        return None
    if says(cut, first, last, lexicon.members("speech"), lexicon.members("narrative")):
        return None
    belongs = lexicon.members("belongs")
    owned = any(cut.codes[k] in belongs and not is_name(cut, k) for k in range(first + 1, status.first))
    twice = (
        _is_twofold(cut, status, lexicon)
        and cut.codes[status.first - 1] not in "," + lexicon.members("which")
        and at_line_start(cut, first)
        and last - status.last <= 4
    )
    dash = opener(cut, status, lexicon) - 1
    copula = dash > first and cut.codes[dash] == "—" and last - status.last <= 2
    if not (owned or twice or copula):
        return _alone(cut, first, last, status, lexicon)
    target = target_after(cut, first, lexicon)
    if target is None or target.start >= cut.starts[status.first]:
        return None
    if copula and not owned and target.end < cut.starts[dash] - 2:
        return None
    return Frame(first, last, cut.starts[first], _with_stop(cut, last), target)


def _alone(cut: Piece, first: int, last: int, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """A line of its own, or what follows "Внимание!", that says in Russian what a name is in Russia, and no more."""
    said = cut.codes[status.first : status.last + 1]
    short = any(code in lexicon.members("designated_short") for code in said)
    named = any(code in lexicon.members("country.RU") for code in said)
    if status.is_ban or not (short and named) or last - status.last > 1:
        return None
    warned = first > 1 and cut.codes[first - 1] == "!" and cut.codes[first - 2] in lexicon.members("warning")
    behind = cut.scan.text[cut.ends[last] : cut.ends[last] + 80].lstrip(" \t\r*_")[:1]
    if not (warned or (at_line_start(cut, first) and behind in ("", "\n"))):
        return None
    target = target_before(cut, status.first, lexicon)
    nouns = lexicon.members("org", "role") + '"'
    named_at = next((k for k in range(first, status.first) if cut.codes[k] not in nouns), first)
    if target is None or target.start > cut.ends[named_at]:
        return None
    return Frame(first, last, cut.starts[first], _with_stop(cut, last), target)


def _is_twofold(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> bool:
    """Does the statement both give a status and say that the activity is banned?"""
    said = cut.codes[status.first : status.last + 1]
    given = {k for k, code in enumerate(said) if code in lexicon.members("designated")}
    banned = {k for k, code in enumerate(said) if code in lexicon.members("banned")}
    return bool(given and banned) and len(given | banned) > 1


def _with_stop(cut: Piece, last: int) -> int:
    end = cut.ends[last]
    return end + 1 if cut.scan.text[end : end + 1] == "." else end


def _dashes(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """An apposition between dashes, which belong to it."""
    first = opener(cut, status, lexicon) - 1
    if first < 1 or cut.codes[first] != "—" or status.bracket_only:
        return None
    if says(cut, first, status.last, lexicon.members("narrative")):
        return None
    target = target_before(cut, first, lexicon)
    if target is None:
        return None
    for last in range(status.last + 1, min(status.last + 16, len(cut.codes))):
        if cut.codes[last] == "—":
            return Frame(first, last, cut.starts[first], cut.ends[last], target)
        if cut.codes[last] in ENDS:
            break
    return None


def _attribute(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """An attribute before the name: запрещённая в России Meta."""
    preposed = lexicon.members("banned_before", "designated_before")
    nations = lexicon.members("country", "national")
    compound = cut.codes[status.first] in nations and cut.codes[status.first + 1] in lexicon.members(
        "banned_after", "designated_after"
    )
    if status.bracket_only or not (compound or says(cut, status.first, status.last, preposed)):
        return None
    if status.last + 1 >= len(cut.codes) or cut.codes[status.last + 1] in ",.()—\n:;":
        return None
    target = target_after(cut, status.last + 1, lexicon, near=status.is_ban)
    if target is None:
        return None
    last, orgs = status.last, lexicon.members("org")
    grave = lexicon.members("terrorist", "extremist", "undesirable")
    if cut.codes[last] in orgs and cut.codes[last - 1] not in grave and last - 1 > status.first:
        last -= 1  # "признанная экстремистской организацией компания Meta"
    return Frame(status.first, last, cut.starts[status.first], cut.ends[last], target)


def _predicate(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """The predicate "Daesh is a terrorist group outlawed in Russia": from its article."""
    grave = lexicon.members("terrorist", "extremist")
    first = status.first
    while first > 0 and cut.codes[first - 1] in lexicon.members("the", "terrorist", "extremist"):
        first -= 1
    article = cut.codes[first] in lexicon.members("the")
    if status.bracket_only or first < 2 or cut.codes[first - 1] not in lexicon.members("be"):
        return None
    if cut.codes[first + article] not in grave or cut.codes[first + 1 + article] not in lexicon.members("org"):
        return None
    if not says(cut, status.first, status.last, lexicon.members("banned")):
        return None
    target = target_before(cut, first - 1, lexicon)
    if target is None:
        return None
    end = cut.ends[status.last]
    if "," in cut.codes[first : status.last] and cut.scan.text[end : end + 1] == ",":
        end += 1
    return Frame(first, status.last, cut.starts[first], end, target)


def _apposition(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """An apposition between commas, which do not belong to it, or the predicate "is a terrorist group outlawed in"."""
    first = opener(cut, status, lexicon)
    if status.bracket_only or first < 2 or says(cut, first, status.last, lexicon.members("narrative")):
        return None
    before = cut.codes[first - 1]
    last = _clause_end(cut, status, lexicon)
    if last is None:
        return None
    grave = lexicon.members("terrorist", "extremist")
    if cut.word(first).casefold() == "the" and cut.codes[first + 1] not in grave:
        return None  # "In Idlib, the group banned in Russia fled": its sentence's subject
    if status.is_ban and _is_titled(cut, first - 2, lexicon):
        return None
    target = target_before(cut, first - 1, lexicon) if before in ",—" else None
    return None if target is None else Frame(first, last, cut.starts[first], cut.ends[last], target)


def _clause_end(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> int | None:
    """The last token of the clause of a status; None where the sentence goes on with its object."""
    token = status.last + 1
    if token >= len(cut.codes) or cut.codes[token] in ',.;:()—!?\n*"':
        return status.last
    if status.is_ban and cut.word(token) == "from":  # banned from coaching
        return None
    if cut.codes[token] in lexicon.members("final") and cut.codes[token + 1 : token + 2] in (",", "."):
        return token
    if cut.codes[token] in lexicon.members("and", "which", "be", "narrative", "speech"):
        return status.last
    for k in range(token, min(token + 8, len(cut.codes))):
        if cut.codes[k] in ",.;)!?\n":
            return k - 1 if cut.codes[token] in lexicon.members("tail", "in", "by", "as") else status.last
    return status.last


def _fronted(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """A clause that opens its sentence, with its comma, before the name."""
    first = status.first
    if status.bracket_only or not (first == 0 or cut.codes[first - 1] in ENDS or at_line_start(cut, first)):
        return None
    comma = status.last + 1
    if comma >= len(cut.codes) or cut.codes[comma] != ",":
        return None
    target = target_after(cut, comma + 1, lexicon)
    if target is None or target.start - cut.ends[comma] > 8:
        return None
    return Frame(first, comma, cut.starts[first], cut.ends[comma], target)


FRAMES: tuple[Callable[[Piece, Status, DisclaimerLexicon], Frame | None], ...] = (
    bracket, _line, _dashes, _statement, _attribute, _predicate, _apposition, _fronted,
)  # fmt: skip
"""Every frame but the footnote, in the order in which they are tried."""

"""Statuses: the statements of a status in a piece of text, each of the wordings that touch one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mediaparse.disclaimers.codes import MARKS
from mediaparse.disclaimers.lexicon import DisclaimerLexicon, Use
from mediaparse.disclaimers.matching import Match
from mediaparse.disclaimers.piece import Piece
from mediaparse.disclaimers.targets import is_name
from mediaparse.disclaimers.types import DisclaimerKind

ENDS = ".!?\n"
"""Marks that end a sentence."""

_LONGEST = 12  # tokens before a status that are of its clause


class Status(NamedTuple):
    """One statement of a status: wordings that touch one another."""

    first: int
    last: int
    matches: tuple[Match, ...]

    @property
    def bracket_only(self) -> bool:
        """May it stand in brackets and footnotes alone?"""
        return all(match.rule.use is not Use.STATUS for match in self.matches)

    @property
    def is_tag(self) -> bool:
        """Is it a bare noun, "иноагент", that must fill its brackets?"""
        return all(match.rule.use is Use.TAG for match in self.matches)

    @property
    def is_ban(self) -> bool:
        """Does it say no more than that something is banned, as things can be too?"""
        return all(match.rule.kind is DisclaimerKind.BANNED_ORGANIZATION for match in self.matches)


def statuses(cut: Piece, matches: Sequence[Match], lexicon: DisclaimerLexicon) -> Iterator[Status]:
    """The statements of a status; those that touch are one, and the nouns behind belong to it."""
    between = lexicon.members("and", "as", "which", "activity", "org", "the", "be") + ',"'
    current: list[Match] = []
    last = -1
    for match in matches:
        if not match.rule.use.states:
            continue
        if current and (
            match.first > last + 6 or any(code not in between for code in cut.codes[last + 1 : match.first])
        ):
            yield _extended(cut, current, last, lexicon)
            current = []
        last = max(last, match.last) if current else match.last
        current.append(match)
    if current:
        yield _extended(cut, current, last, lexicon)


def _extended(cut: Piece, matches: list[Match], last: int, lexicon: DisclaimerLexicon) -> Status:
    """The statement of ``matches``, with the nouns that end it: "as an extremist organization"."""
    nouns = lexicon.members("terrorist", "extremist", "undesirable", "org", "formation")
    orgs, joints = lexicon.members("org"), lexicon.members("as", "the", "and")
    second = lexicon.members("banned_ru_full", "banned_short")
    token = last + 1
    while token < len(cut.codes) and token <= last + 4:
        if cut.codes[token] in nouns and not is_name_inside(cut, token):
            if cut.codes[token] in orgs and cut.codes[token - 1] in orgs and token == last + 1:
                break
            last = token
        elif cut.codes[token] in second and cut.codes[token - 1] in joints and token > last + 1:
            last = token  # "признанная экстремистской и запрещённая"
        elif cut.codes[token] not in joints:
            break
        token += 1
    return Status(_behind_noun(cut, matches[0].first, last, lexicon), last, tuple(matches))


def _behind_noun(cut: Piece, first: int, last: int, lexicon: DisclaimerLexicon) -> int:
    """``first``, behind the comma where the noun before it is a name's: "the Daesh terror group, outlawed in"."""
    comma = cut.codes.find(",", first, last)
    nouns = lexicon.members("org", "terrorist", "extremist")
    if comma > 0 and all(code in nouns for code in cut.codes[first:comma]) and first > 0 and is_name(cut, first - 1):
        return comma + 1
    return first


def is_name_inside(cut: Piece, token: int) -> bool:
    """Has the token a capital that no line of capitals explains?"""
    return is_name(cut, token) and not cut.word(token).isupper()


def opener(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> int:
    """Where the clause of a status begins: over its noun and article, or its relative pronoun."""
    nouns = lexicon.members("org", "terrorist", "extremist", "undesirable")
    before = nouns + lexicon.members("the", "also", "which", "activity")
    first = _over_relative(cut, _over(cut, _over_relative(cut, status.first, lexicon), before), lexicon)
    if first < status.first and cut.codes[first] in nouns:
        return _over_description(cut, first, lexicon)
    if first == status.first and first > 1 and cut.codes[first - 1] == "," and cut.codes[first - 2] in nouns:
        noun = _over(cut, first - 1, nouns + lexicon.members("the"))
        if says(cut, noun, first, lexicon.members("terrorist", "extremist", "undesirable")) and (
            noun == 0 or cut.codes[noun - 1] in ',—(\n"'
        ):
            return noun
    return first


def _over(cut: Piece, first: int, words: str) -> int:
    """``first`` moved back over ``words``."""
    least = max(first - _LONGEST, 0)
    while first > least and cut.codes[first - 1] in words and not is_name_inside(cut, first - 1):
        first -= 1
    return first


def _over_relative(cut: Piece, first: int, lexicon: DisclaimerLexicon) -> int:
    """``first`` moved back over "which is", "who has been"; "is" without its pronoun makes a statement."""
    verb = _over(cut, first, lexicon.members("also", "be", "perfect"))
    return verb - 1 if 0 < verb < first and cut.codes[verb - 1] in lexicon.members("which") else first


def _over_description(cut: Piece, first: int, lexicon: DisclaimerLexicon) -> int:
    """``first`` moved back over "a neo-Nazi", where an article opens the description."""
    for token in range(first - 1, max(first - 4, 0), -1):
        if cut.codes[token] in lexicon.members("the"):
            return token
        if cut.codes[token] in MARKS:
            break
    return first


def says(cut: Piece, first: int, last: int, *letters: str) -> bool:
    """Is a word of ``letters`` among the tokens from ``first`` to ``last``?"""
    said = cut.codes[first : last + 1]
    return any(any(map(words.__contains__, said)) for words in letters)


def at_line_start(cut: Piece, token: int) -> bool:
    """Does the token begin its line?"""
    start = cut.starts[token]
    before = cut.scan.text[max(start - 80, 0) : start].rstrip(" \t\r")
    return not before or before[-1] == "\n"


def sentence_end(cut: Piece, token: int) -> int:
    """The last token of the sentence that goes on behind ``token``, brackets closed."""
    depth = 0
    last = token
    for k in range(token + 1, min(token + 80, len(cut.codes))):
        code = cut.codes[k]
        if code == "(":
            depth += 1
        elif code == ")":
            depth = max(depth - 1, 0)
        elif (code in ENDS and depth == 0) or (code == "*" and cut.ends[k - 1] < cut.starts[k]):
            return k if code in ".!?" else last
        last = k
    return last


def countries(cut: Piece, stated: Sequence[Match], lexicon: DisclaimerLexicon) -> tuple[str, ...]:
    """The countries that the statuses name, in the text's order; else those of the first rule that has any."""
    names, nations = lexicon.members("country"), lexicon.members("national")
    orgs = lexicon.members("org")
    named: dict[str, None] = {}
    done = -1
    for match in stated:
        for token in range(max(match.first, done + 1), match.last + 1):
            code = cut.codes[token]
            if code in names or (code in nations and cut.codes[token + 1 : token + 2] not in orgs):
                named[lexicon.jurisdiction(cut.word(token))] = None
        done = max(done, match.last)
    if named:
        return tuple(named)
    return next((match.rule.jurisdictions for match in stated if match.rule.jurisdictions), ())

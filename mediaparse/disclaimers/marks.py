"""Marks: which statements of a status are marks, by the frame that they stand in, and what each covers.

A status that stands in no frame ("the group is banned in Russia, he said") is
news or law, and no mark. The frames: a footnote, a pair of brackets, a sentence
that says nothing else, an apposition between dashes or commas, an attribute
before the name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from attrs import evolve, frozen

from mediaparse.disclaimers.lexicon import DisclaimerLexicon, Use
from mediaparse.disclaimers.matching import Match
from mediaparse.disclaimers.piece import Piece
from mediaparse.disclaimers.targets import is_name, is_word, starred_name, target_after, target_before
from mediaparse.disclaimers.types import Disclaimer, DisclaimerKind
from mediaparse.spans import Span

_ENDS = ".!?\n"


@frozen
class Status:
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


@frozen
class Frame:
    """What a mark covers: tokens, offsets of the text, and what it marks."""

    first: int
    last: int
    start: int
    end: int
    target: Span | None


def marks(
    cut: Piece, matches: Sequence[Match], taken: Sequence[Disclaimer], lexicon: DisclaimerLexicon
) -> Iterator[Disclaimer]:
    """The marks of a piece of text, in its order, outside the headers ``taken``."""
    done = -1
    headers = [each for each in taken if each.kind.is_designation]
    for status in _statuses(cut, matches, lexicon):
        if status.first <= done or _is_taken(cut, status, headers):
            continue
        for read in _FRAMES:
            frame = read(cut, status, lexicon)
            if frame is not None:
                done = frame.last
                yield _disclaimer(cut, frame, status, matches, lexicon)
                break


def _is_taken(cut: Piece, status: Status, headers: Sequence[Disclaimer]) -> bool:
    """Does the status stand in one of ``headers``?"""
    start = cut.starts[status.first]
    before = bisect_right(headers, start, key=lambda each: each.start)
    return before > 0 and start < headers[before - 1].end


def _statuses(cut: Piece, matches: Sequence[Match], lexicon: DisclaimerLexicon) -> Iterator[Status]:
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
    token = last + 1
    while token < len(cut.codes) and token <= last + 4:
        if cut.codes[token] in nouns and not is_name_inside(cut, token):
            if cut.codes[token] in orgs and cut.codes[token - 1] in orgs and token == last + 1:
                break
            last = token
        elif cut.codes[token] not in joints:
            break
        token += 1
    return Status(matches[0].first, last, tuple(matches))


def is_name_inside(cut: Piece, token: int) -> bool:
    """Has the token a capital that no line of capitals explains?"""
    return is_name(cut, token) and not cut.word(token).isupper()


def _opener(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> int:
    """Where the clause of a status begins: over its article, noun and relative pronoun."""
    nouns = lexicon.members("org", "terrorist", "extremist", "undesirable")
    words = nouns + lexicon.members("the", "which", "be", "activity") + lexicon.members("also")
    first = status.first
    while first > 0 and cut.codes[first - 1] in words and not is_name_inside(cut, first - 1):
        first -= 1
    if first == status.first and first > 1 and cut.codes[first - 1] == "," and cut.codes[first - 2] in nouns:
        behind = evolve(status, first=first - 1)
        opened = _opener(cut, behind, lexicon)
        grave = lexicon.members("terrorist", "extremist", "undesirable")
        if any(code in grave for code in cut.codes[opened : first - 1]):
            return opened
    return first


def _says(cut: Piece, first: int, last: int, *letters: str) -> bool:
    return any(code in letter for code in cut.codes[first : last + 1] for letter in letters)


def _note(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """A footnote, from its star to its full stop."""
    star = _note_star(cut, status)
    if star is None:
        return None
    last = _note_end(cut, status.last, status.matches)
    if _says(cut, star, last, lexicon.members("speech")) or not _lead_fits(cut, star + 1, status, lexicon):
        return None
    end = cut.ends[last]
    text = cut.scan.text
    while text[end : end + 1] == ".":
        end += 1
    if text[end : end + 1] in ("*", "_"):
        end += len(text[end:]) - len(text[end:].lstrip("*_"))
    first = star + 1
    while first < status.first and cut.codes[first] in "—:*":
        first += 1
    target = _subject(cut, first, lexicon) if first < status.first else None
    if target is not None and target.start >= cut.starts[status.first]:
        target = None
    if target is None:
        target = starred_name(cut, star, lexicon)
    return Frame(star, last, cut.starts[star], end, target)


def _is_formula(cut: Piece, token: int, lexicon: DisclaimerLexicon) -> bool:
    """Is the first word of a footnote one of its formula, and no name?"""
    formula = lexicon.members("org", "activity", "designated", "banned", "belongs", "which", "in", "minister")
    return cut.codes[token] in formula and not cut.word(token).isupper()


def _subject(cut: Piece, first: int, lexicon: DisclaimerLexicon) -> Span | None:
    """The name that a footnote begins with, its common noun apart: *Социальная сеть Instagram принадлежит."""
    nouns, size = lexicon.members("org", "the", "terrorist", "extremist"), len(cut.codes)
    noun = first
    while noun < size and cut.codes[noun] in nouns and (cut.word(noun) == "A" or not cut.word(noun).isupper()):
        noun += 1
    if noun > first:
        return (
            target_after(cut, noun, lexicon) if noun < size and (is_name(cut, noun) or cut.codes[noun] == '"') else None
        )
    return None if _is_formula(cut, first, lexicon) else target_after(cut, first, lexicon)


def _note_star(cut: Piece, status: Status) -> int | None:
    """The star that opens the footnote of ``status``."""
    depth = 0
    for token in range(status.first - 1, max(status.first - 60, -1), -1):
        code = cut.codes[token]
        if code == ")":
            depth += 1
        elif code == "(":
            depth -= 1
        elif code == "*" and _opens_note(cut, token, status.first):
            return token if depth >= 0 or _at_line_start(cut, token) else None
        elif code in _ENDS and depth <= 0:
            return None
    return None


def _at_line_start(cut: Piece, token: int) -> bool:
    before = cut.scan.text[: cut.starts[token]][-80:].rstrip(" \t\r")
    return not before or before[-1] == "\n"


def _opens_note(cut: Piece, token: int, status: int) -> bool:
    """Does the star at ``token`` open a footnote, and is no sign behind a name or of bold type?"""
    text, start, end = cut.scan.text, cut.starts[token], cut.ends[token]
    before = text[start - 1 : start]
    behind = text[end : end + 1]
    if before and not before.isspace():
        return token + 1 == status and not behind.isspace() and before not in '([{"«“'
    if behind.isspace():
        return True
    for closing in range(token + 1, status):
        if cut.codes[closing] == "*" and cut.word(closing) == cut.word(token):
            return cut.ends[closing - 1] != cut.starts[closing]
    return True


def _note_end(cut: Piece, token: int, matches: Sequence[Match]) -> int:
    """The last token of the sentence that goes on behind ``token``, brackets closed."""
    depth = 0
    last = token
    for k in range(token + 1, min(token + 80, len(cut.codes))):
        code = cut.codes[k]
        if code == "(":
            depth += 1
        elif code == ")":
            depth = max(depth - 1, 0)
        elif (code in _ENDS and depth == 0) or (code == "*" and cut.ends[k - 1] < cut.starts[k]):
            return k if code in ".!?" else last
        last = k
    return last


def _bracket(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """A pair of brackets that states the status and little else."""
    opening = _enclosing(cut, status)
    if opening is None:
        return None
    first, last = opening
    if status.is_tag and status.first > first + 1 and cut.codes[status.first - 1] not in ",—;":
        return None
    if _says(cut, first, last, lexicon.members("narrative")):
        return None
    if not (_lead_fits(cut, first + 1, status, lexicon) and _tail_fits(cut, status, last, lexicon)):
        return None
    target = target_before(cut, first, lexicon, common=True)
    if target is None and first > 0 and cut.codes[first - 1] not in _ENDS + "*\n":
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


def _lead_fits(cut: Piece, first: int, status: Status, lexicon: DisclaimerLexicon) -> bool:
    """Is what stands before the status in its brackets another name, a description or a part of the formula?"""
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


def _tail_fits(cut: Piece, status: Status, last: int, lexicon: DisclaimerLexicon) -> bool:
    """Does what follows the status in its brackets belong to it, or is it something else that is banned?"""
    if status.last + 1 >= last:
        return True
    if status.is_tag:
        return cut.codes[status.last + 1] in ",;—."
    following = cut.codes[status.last + 1]
    return following != "n" or not status.is_ban


def _is_thing(cut: Piece, first: int, status: Status, lexicon: DisclaimerLexicon) -> bool:
    """Is it a thing that is banned, and nobody: asbestos (banned in the EU)?"""
    before = first - 1
    while before > 0 and cut.codes[before] in '*"':
        before -= 1
    if not status.is_ban or before < 0:
        return False
    if cut.codes[before] in lexicon.members("things"):
        return True
    word = cut.word(before)
    if not word[0].isupper():
        return cut.codes[before] not in lexicon.members("group_noun", "org") + ')"' and word.isascii()
    foreign = "RU" not in _jurisdictions(cut, status.matches, lexicon)
    return foreign and not word.isupper() and (before == 0 or cut.codes[before - 1] in _ENDS)


def _line(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """A line that holds the status alone: under a name, or a caption."""
    first = _opener(cut, status, lexicon)
    last = status.last
    if not (first == 0 or cut.codes[first - 1] == "\n"):
        return None
    if last + 1 < len(cut.codes) and cut.codes[last + 1] == ".":
        last += 1
    if last + 1 < len(cut.codes) and cut.codes[last + 1] != "\n":
        return None
    if not _at_line_start(cut, first) or cut.scan.text[cut.ends[last] :][:80].lstrip(" \t\r")[:1] not in ("", "\n"):
        return None
    if cut.codes[first] in lexicon.members("minister"):
        return None
    target = target_before(cut, first, lexicon, common=True) if first > 0 else None
    return Frame(first, last, cut.starts[first], cut.ends[last], target)


def _statement(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """A sentence that says whose a service is, and what status the owner has; or states two statuses of one name."""
    first = status.first
    while first > 0 and status.first - first < 50 and cut.codes[first - 1] not in _ENDS:
        first -= 1
    last = _note_end(cut, status.last, status.matches)
    if status.bracket_only or last - status.last > 16 or not (is_name(cut, first) or cut.codes[first] == '"'):
        return None
    if _says(cut, first, last, lexicon.members("speech"), lexicon.members("narrative")):
        return None
    owned = _says(cut, first + 1, status.first - 1, lexicon.members("belongs"))
    twice = _is_twofold(cut, status, lexicon) and _at_line_start(cut, first) and last - status.last <= 4
    dash = _opener(cut, status, lexicon) - 1
    copula = dash > first and cut.codes[dash] == "—" and last - status.last <= 2
    if not (owned or twice or copula):
        return None
    target = target_after(cut, first, lexicon)
    if target is None or target.start >= cut.starts[status.first]:
        return None
    if copula and not owned and target.end < cut.starts[dash] - 2:
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
    first = _opener(cut, status, lexicon) - 1
    if first < 1 or cut.codes[first] != "—" or status.bracket_only:
        return None
    if _says(cut, first, status.last, lexicon.members("narrative")):
        return None
    target = target_before(cut, first, lexicon)
    if target is None:
        return None
    for last in range(status.last + 1, min(status.last + 16, len(cut.codes))):
        if cut.codes[last] == "—":
            return Frame(first, last, cut.starts[first], cut.ends[last], target)
        if cut.codes[last] in _ENDS:
            break
    return None


def _attribute(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """An attribute before the name: запрещённая в России Meta."""
    preposed = lexicon.members("banned_before", "designated_before")
    nations = lexicon.members("country", "national")
    compound = cut.codes[status.first] in nations and cut.codes[status.first + 1] in lexicon.members(
        "banned_after", "designated_after"
    )
    if status.bracket_only or not (compound or _says(cut, status.first, status.last, preposed)):
        return None
    if status.last + 1 >= len(cut.codes) or cut.codes[status.last + 1] in ",.()—\n:;":
        return None
    target = target_after(cut, status.last + 1, lexicon, near=status.is_ban)
    if target is None:
        return None
    last, orgs = status.last, lexicon.members("org")
    if (
        cut.codes[last] in orgs and cut.codes[last - 1] in orgs
    ):  # "признанная экстремистской организацией компания Meta"
        last -= 1
    return Frame(status.first, last, cut.starts[status.first], cut.ends[last], target)


def _apposition(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """An apposition between commas, which do not belong to it, or the predicate "is a terrorist group outlawed in"."""
    first = _opener(cut, status, lexicon)
    if status.bracket_only or first < 2 or _says(cut, first, status.last, lexicon.members("narrative")):
        return None
    before = cut.codes[first - 1]
    last = _clause_end(cut, status, lexicon)
    if last is None:
        return None
    target = target_before(cut, first - 1, lexicon) if before in ",—" else None
    return None if target is None else Frame(first, last, cut.starts[first], cut.ends[last], target)


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
    if not _says(cut, status.first, status.last, lexicon.members("banned")):
        return None
    target = target_before(cut, first - 1, lexicon)
    if target is None:
        return None
    end = cut.ends[status.last]
    if "," in cut.codes[first : status.last] and cut.scan.text[end : end + 1] == ",":
        end += 1
    return Frame(first, status.last, cut.starts[first], end, target)


def _fronted(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> Frame | None:
    """A clause that opens its sentence, with its comma, before the name."""
    first = status.first
    if status.bracket_only or not (first == 0 or cut.codes[first - 1] in _ENDS or _at_line_start(cut, first)):
        return None
    comma = status.last + 1
    if comma >= len(cut.codes) or cut.codes[comma] != ",":
        return None
    target = target_after(cut, comma + 1, lexicon)
    if target is None or target.start - cut.ends[comma] > 8:
        return None
    return Frame(first, comma, cut.starts[first], cut.ends[comma], target)


def _clause_end(cut: Piece, status: Status, lexicon: DisclaimerLexicon) -> int | None:
    """The last token of the clause of a status; None where the sentence goes on with its object."""
    token = status.last + 1
    if token >= len(cut.codes) or cut.codes[token] in ',.;:()—!?\n*"':
        return status.last
    if cut.codes[token] in lexicon.members("and", "which", "be", "narrative", "speech"):
        return status.last
    for k in range(token, min(token + 8, len(cut.codes))):
        if cut.codes[k] in ",.;)!?\n":
            return k - 1 if cut.codes[token] in lexicon.members("tail", "in", "by", "as") else status.last
    return status.last


_FRAMES: tuple[Callable[[Piece, Status, DisclaimerLexicon], Frame | None], ...] = (
    _note, _bracket, _line, _dashes, _statement, _attribute, _predicate, _apposition, _fronted,
)  # fmt: skip


def _disclaimer(
    cut: Piece, frame: Frame, status: Status, matches: Sequence[Match], lexicon: DisclaimerLexicon
) -> Disclaimer:
    """The find of a frame: the gravest kind that is said in it, and the countries of its statuses."""
    begin, end = (bisect_left(matches, token, key=lambda match: match.first) for token in (frame.first, frame.last + 1))
    inside = (match for match in matches[begin:end] if match.last <= frame.last)
    stated = [match for match in inside if match.rule.use.states] or list(status.matches)
    qualifying = (
        wording.rule for wording in lexicon.qualifiers if wording.pattern.search(cut.codes, frame.first, frame.last + 1)
    )
    kind = min((rule.kind for rule in (*qualifying, *(match.rule for match in stated))), key=lambda kind: kind.gravity)
    naming = next((match for match in stated if match.rule.kind is kind), stated[0])
    return Disclaimer(
        start=frame.start,
        end=frame.end,
        text=cut.scan.text[frame.start : frame.end],
        rule=naming.rule.id,
        kind=kind,
        jurisdictions=_jurisdictions(cut, stated, lexicon),
        target=frame.target,
    )


def _jurisdictions(cut: Piece, stated: Sequence[Match], lexicon: DisclaimerLexicon) -> tuple[str, ...]:
    """The countries that the statuses name, in the text's order; else those of the first rule that has any."""
    countries, nations = lexicon.members("country"), lexicon.members("national")
    orgs = lexicon.members("org")
    named: dict[str, None] = {}
    for match in stated:
        for token in range(match.first, match.last + 1):
            code, following = cut.codes[token], cut.codes[token + 1 : token + 2]
            if code in countries or (code in nations and following not in orgs):
                named[lexicon.jurisdiction(cut.word(token))] = None
    if named:
        return tuple(named)
    return next((match.rule.jurisdictions for match in stated if match.rule.jurisdictions), ())

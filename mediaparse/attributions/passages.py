"""Passages: statements that reach past one sentence, through quotations that stand alone or go on after a colon."""

from __future__ import annotations

from mediaparse.attributions import grammar, speakers
from mediaparse.attributions.cues import Hit
from mediaparse.attributions.follows import follow
from mediaparse.attributions.labels import is_long, labelled, signed
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.statements import Piece, Statement
from mediaparse.attributions.units import read_unit
from mediaparse.patterns import pattern

_SHORT = 24  # tokens that may follow a quotation that goes on: "They agree," not all of them
_VERB = pattern("[aveh]")
_CONTINUED = 20  # characters below which a quotation alone in its paragraph is a title or a sign
_CONJUNCTIONS = ("And ", "But ", "Or ", "So ")


class _Passage:
    """The statements so far; a quotation without a cue goes on with the one at ``anchor``, in ``paragraph``."""

    __slots__ = ("anchor", "found", "paragraph")

    def __init__(self) -> None:
        self.found: list[Statement] = []
        self.anchor = -1
        self.paragraph = -2

    def go_on(self, piece: Piece) -> None:
        """Add a piece to the statement that goes on."""
        last = self.found[self.anchor]
        self.found[self.anchor] = last.of(*last.pieces, piece)


def read(folded: Skeleton, hits: list[list[Hit]]) -> list[Statement]:
    """The statements of the text, in the order of their units; ``hits`` are those of each unit."""
    passage = _Passage()
    numbered = zip(folded.units, hits, strict=True)
    following = next(numbered, None)
    while following is not None:
        unit, mine = following
        following = next(numbered, None)
        if following is not None and _alone(folded, unit):
            later, its_hits = following
            if (sign := signed(folded, unit, later)) is not None:
                following = next(numbered, None)
                _add(folded, passage, later, [sign])
                continue
            if later.paragraph == unit.paragraph and its_hits and _completes(folded, unit, later, its_hits[0]):
                following = next(numbered, None)
                unit, mine = Unit(unit.start, later.end, unit.paragraph), its_hits
        statements = read_unit(folded, unit, mine) if mine else []
        if not statements and (label := labelled(folded, unit)) is not None:
            statements = [label]
        if not statements and following is not None:
            statements = _announced(folded, unit, mine, following[0])
        _add(folded, passage, unit, statements)
    return [statement for statement in passage.found if statement.pieces]


def _announced(folded: Skeleton, unit: Unit, mine: list[Hit], later: Unit) -> list[Statement]:
    """``Ruiz then listed her demands:`` or ``Ruiz agreed.`` and, next, a quotation."""
    if not _alone(folded, later) or not is_long(folded, later.start):
        return []
    if not folded.colon_after(unit):
        return _agreed(folded, unit, mine[-1]) if mine and later.paragraph == unit.paragraph else []
    mention = speakers.of_clause(folded, unit, unit.end)
    return [] if mention is None else [Statement(None, mention, (), "colon")]


def _agreed(folded: Skeleton, unit: Unit, hit: Hit) -> list[Statement]:
    """``Ruiz agreed.``: a subject and a cue, and no more."""
    if hit.end < unit.end or "quotation" not in hit.governs or hit.passive or not hit.finite or hit.infinitive:
        return []
    mention = speakers.before(folded, unit, hit.group)
    return [Statement(hit, mention, (), "subject-colon")] if mention is not None and mention[0] == unit.start else []


def _alone(folded: Skeleton, unit: Unit) -> bool:
    """Is the unit a quotation and nothing else?"""
    return folded.letters[unit.start] == "Q" and unit.end - unit.start == 1


def _completes(folded: Skeleton, quoted: Unit, unit: Unit, hit: Hit) -> bool:
    """``"Why?" Ruiz asked.``: the sentence after a quotation is its cue."""
    if "quotation" not in hit.governs or hit.passive or not hit.finite:
        return False
    speaker = speakers.before(folded, unit, hit.group)
    if speaker is None:
        return (
            hit.group == unit.start and hit.form.tense == "past" and speakers.after(folded, unit, hit.end) is not None
        )
    if speaker[0] != unit.start:
        return False
    kind = follow(folded, unit, hit).kind
    last = folded.scanned.text[folded.quotations[quoted.start].inner_end - 1]
    if kind == "clause" or kind == "noun":
        return last in "?!" and (folded.letters[hit.end + 1] in "psom" or _tells(folded, unit, hit))
    if last == ".":  # "Stop it." Ruiz nodded.
        return kind == "end" and (hit.form.verb.lemma == "say" or folded.words[unit.start][:1].islower())
    return kind in ("end", "comma")


def _tells(folded: Skeleton, unit: Unit, hit: Hit) -> bool:
    """``"Why?" Ruiz told the paper in May, when``: after the hearer comes no clause."""
    return "person" in hit.governs and grammar.HEARER_AND_MORE.match(folded.letters, hit.end, unit.end) is not None


def _add(folded: Skeleton, passage: _Passage, unit: Unit, statements: list[Statement]) -> None:
    """Take in a unit: what it states itself, or what it adds to what was stated before."""
    found = passage.found
    if statements:
        found += statements
        passage.anchor, passage.paragraph = len(found) - 1, unit.paragraph
        if len(statements) > 1:
            for at in range(len(found) - len(statements), len(found)):
                if found[at].rule.startswith(("closing", "inverted")):
                    passage.anchor = at
                    break
    elif found and not found[-1].pieces:  # "he wrote:", and this is what he wrote
        found[-1] = found[-1].of((unit.start, unit.end))
        passage.anchor, passage.paragraph = len(found) - 1, unit.paragraph
    elif passage.anchor >= 0 and folded.letters[unit.start] == "Q":
        _resume(folded, passage, unit)


def _resumes(folded: Skeleton, token: int) -> bool:
    """Does a short quotation go on with the sentence before it: “And she's tired.”?"""
    quotation, text = folded.quotations[token], folded.scanned.text
    return text.startswith(_CONJUNCTIONS, quotation.inner_start) and text[quotation.inner_end - 1] in ".?!"


def _trails(folded: Skeleton, unit: Unit) -> bool:
    """A few words behind a quotation that goes on, no clause of the writer's: ``"They agree," not all of them``."""
    return unit.end - unit.start < _SHORT and not _VERB.search(folded.letters, unit.start, unit.end)


def _resume(folded: Skeleton, passage: _Passage, unit: Unit) -> None:
    """Take in a unit that begins with a quotation and has no cue."""
    alone, piece = _alone(folded, unit), (unit.start, unit.end)
    quotation = folded.quotations[unit.start]
    if passage.paragraph == unit.paragraph and (alone or _trails(folded, unit)):
        passage.go_on(piece)
    elif passage.paragraph == unit.paragraph - 1 and alone:
        last = passage.found[passage.anchor].pieces[-1][1] - 1
        if folded.letters[last] == "Q" and not folded.quotations[last].closed:
            passage.go_on(piece)
            passage.paragraph = unit.paragraph
        elif quotation.end - quotation.start >= _CONTINUED or _resumes(folded, unit.start):
            passage.found.append(Statement(None, None, (piece,), "continuation"))
            passage.anchor, passage.paragraph = len(passage.found) - 1, unit.paragraph

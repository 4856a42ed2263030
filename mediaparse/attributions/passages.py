"""Passages: statements that reach past one sentence, through quotations that stand alone or go on after a colon."""

from __future__ import annotations

from mediaparse.attributions import grammar, speakers
from mediaparse.attributions.cues import Hit
from mediaparse.attributions.follows import follow
from mediaparse.attributions.labels import is_long, labelled, signed
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.statements import Statement
from mediaparse.attributions.units import read_unit
from mediaparse.patterns import pattern

_SHORT = 24  # tokens that may follow a quotation that goes on: "They agree," not all of them
_VERB = pattern("[aveh]")
_CONTINUED = 20  # characters below which a quotation alone in its paragraph is a title or a sign
_CONJUNCTIONS = ("And ", "But ", "Or ", "So ")


def read(folded: Skeleton, hits: list[list[Hit]]) -> list[Statement]:
    """The statements of the text, in the order of their units; ``hits`` are those of each unit."""
    letters, units = folded.letters, folded.units
    found: list[Statement] = []
    stated: list[Statement] = []  # the last ones, in ``paragraph``; a quotation without a cue goes on with one of them
    paragraph = -1
    numbered = enumerate(zip(units, hits, strict=True), 1)
    for behind, (unit, mine) in numbered:
        statements: list[Statement] = []
        if behind < len(units) and _alone(folded, unit):
            later, its_hits = units[behind], hits[behind]
            if (sign := signed(folded, unit, later)) is not None:
                next(numbered)
                unit, mine, statements = later, [], [sign]
            elif later.paragraph == unit.paragraph and its_hits and _completes(folded, unit, later, its_hits[0]):
                behind, _ = next(numbered)
                unit, mine = Unit(unit.start, later.end, unit.paragraph), its_hits
        if mine:
            statements = read_unit(folded, unit, mine)
        if not statements and (label := labelled(folded, unit)) is not None:
            statements = [label]
        if not statements and behind < len(units) and letters[units[behind].start] == "Q":
            statements = _announced(folded, unit, mine, units[behind])
        if statements:
            found += statements
            stated, paragraph = statements, unit.paragraph
        elif found and not found[-1].pieces:  # "he wrote:", and this is what he wrote
            found[-1].add((unit.start, unit.end))
            stated, paragraph = found[-1:], unit.paragraph
        elif stated and letters[unit.start] == "Q" and (resumed := _resumed(folded, unit, stated, paragraph)):
            if resumed is not stated:
                found += resumed
            stated, paragraph = resumed, unit.paragraph
    return [statement for statement in found if statement.pieces]


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
    if hit.end < unit.end or "quotation" not in hit.form.governs or hit.passive or not hit.finite:
        return []
    mention = speakers.before(folded, unit, hit.group)
    return [Statement(hit, mention, (), "subject-colon")] if mention is not None and mention[0] == unit.start else []


def _alone(folded: Skeleton, unit: Unit) -> bool:
    """Is the unit a quotation and nothing else?"""
    return unit.end - unit.start == 1 and folded.letters[unit.start] == "Q"


def _completes(folded: Skeleton, quoted: Unit, unit: Unit, hit: Hit) -> bool:
    """``"Why?" Ruiz asked.``: the sentence after a quotation is its cue."""
    if "quotation" not in hit.form.governs or hit.passive or not hit.finite:
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
        return kind == "end" and (hit.form.lemma == "say" or folded.words[unit.start][:1].islower())
    return kind in ("end", "comma")


def _tells(folded: Skeleton, unit: Unit, hit: Hit) -> bool:
    """``"Why?" Ruiz told the paper in May, when``: after the hearer comes no clause."""
    return "person" in hit.form.governs and grammar.HEARER_AND_MORE.match(folded.letters, hit.end, unit.end) is not None


def _resumes(folded: Skeleton, token: int) -> bool:
    """Does a short quotation go on with the sentence before it: “And she's tired.”?"""
    quotation, text = folded.quotations[token], folded.scanned.text
    return text.startswith(_CONJUNCTIONS, quotation.inner_start) and text[quotation.inner_end - 1] in ".?!"


def _trails(folded: Skeleton, unit: Unit) -> bool:
    """A few words behind a quotation that goes on, no clause of the writer's: ``"They agree," not all of them``."""
    return unit.end - unit.start < _SHORT and not _VERB.search(folded.letters, unit.start, unit.end)


def _resumed(folded: Skeleton, unit: Unit, stated: list[Statement], paragraph: int) -> list[Statement]:
    """The statements that a unit which begins with a quotation and has no cue goes on with, or a new one, or none.

    ``stated`` are those before it, in ``paragraph``.
    """
    alone, piece = _alone(folded, unit), (unit.start, unit.end)
    last = _resumable(stated)
    if paragraph == unit.paragraph and (alone or _trails(folded, unit)):
        last.add(piece)
        return stated
    if paragraph != unit.paragraph - 1 or not alone:
        return []
    token, quotation = last.pieces[-1][1] - 1, folded.quotations[unit.start]
    if folded.letters[token] == "Q" and not folded.quotations[token].closed:
        last.add(piece)
        return stated
    if quotation.end - quotation.start >= _CONTINUED or _resumes(folded, unit.start):
        return [Statement(None, None, (piece,), "continuation")]
    return []


def _resumable(stated: list[Statement]) -> Statement:
    """The statement of a unit that a quotation behind it goes on with."""
    closing = (statement for statement in stated if statement.rule.startswith(("closing", "inverted")))
    return next(closing, stated[-1])

"""Cues: where a verb of saying stands, with its auxiliaries, and what follows it."""

from __future__ import annotations

from itertools import compress

from mediaparse.attributions.lexicon import AttributionLexicon, CueForm
from mediaparse.attributions.skeleton import Skeleton

_TO = frozenset(("to", "To", "TO"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "isn", "aren", "wasn", "weren", "get", "got"))
_NOT = frozenset(("not", "never", "t", "neither", "nor", "hardly"))
_ADVERBS = frozenset(("long", "first", "since", "once"))
_FLOATING = frozenset(("both", "all", "each"))
_IS = frozenset(("s", "re", "m"))
_SHORT = frozenset(("s", "ve", "d", "ll", "re", "m"))
_HELPING = _ADVERBS | _FLOATING | _SHORT
_JOINING = _HELPING | {"to"}  # with auxiliaries and adverbs, which have letters of their own


class Hit:
    """A cue where it stands: the verb at token ``word``, ``end`` the gap after it and its particle.

    ``group`` is the first token of the verb group ("does" of "does not rule out").
    """

    __slots__ = ("end", "finite", "form", "group", "infinitive", "negated", "passive", "word")

    def __init__(
        self,
        form: CueForm,
        word: int,
        end: int,
        group: int,
        negated: bool,
        passive: bool,
        infinitive: bool,
        finite: bool,
    ) -> None:
        self.form = form
        self.word = word
        self.end = end
        self.group = group
        self.negated = negated
        self.passive = passive
        self.infinitive = infinitive
        self.finite = finite


def hits(folded: Skeleton, lexicon: AttributionLexicon) -> list[list[Hit]]:
    """The cues of each unit, in order; none stands within a quotation."""
    cues, words, units = lexicon.cues, folded.words, folded.units
    found: list[list[Hit]] = [[] for _ in units]
    if not units:
        return found
    number, unit = 0, units[0]
    for at in compress(range(0, units[-1].end, 2), map(lexicon.cue_verbs.__contains__, words[::2])):
        while at > unit.end:
            number += 1
            unit = units[number]
        if at < unit.start:  # a dateline
            continue
        for form in cues[words[at]]:
            end = _end(folded, at, form.particle) if form.particle else at + 1
            if end is not None:
                if not (form.also_noun and _is_noun(folded, at, form)):
                    found[number].append(_hit(folded, at, end, form))
                break
    return found


def _end(folded: Skeleton, at: int, particle: tuple[str, ...]) -> int | None:
    """The gap after the verb at ``at`` and its particle, an adverb between them passed over ("spoke briefly about")."""
    words = folded.words
    if words[at + 2] != particle[0] and folded.letters[at + 2] != "r":
        return None
    for start in (at + 2, at + 4):
        end = start + 2 * len(particle) - 1
        if words[start] == particle[0] and tuple(words[start : end + 1 : 2]) == particle:
            return end
        if folded.letters[start] != "r":
            break
    return None


def _is_noun(folded: Skeleton, at: int, form: CueForm) -> bool:
    """With a capital within a sentence, a verb that is a noun as well is one: "the Claims Court"."""
    return form.tense != "past" and folded.words[at][0].isupper() and folded.letters[at - 1 : at] in (" ", "¶")


def _hit(folded: Skeleton, at: int, end: int, form: CueForm) -> Hit:
    """The cue whose verb stands at ``at`` and ends before ``end``, with what stands before it in its verb group."""
    letters, words, before = folded.letters, folded.words, at - 2
    if letters[before] not in "ar" and words[before].lower() not in _JOINING:
        return Hit(form, at, end, at, False, False, False, form.tense != "ing")
    be = helped = negated = False
    while letters[before + 1] in " '¶":
        word = words[before].lower()
        if letters[before] not in "ar" and (word not in _HELPING or not _is_helping(folded, before, word)):
            break
        negated = negated or word in _NOT
        if letters[before] == "a":
            be = be or (not helped and word in _BE)
            helped = True
        elif word in _IS and form.tense == "ing":
            be = True
        before -= 2
    infinitive = words[before] in _TO and letters[before + 1] in " ¶"
    if infinitive and before >= 2 and words[before - 2].lower() in _NOT:
        negated = True
    finite = not infinitive and (be or form.tense != "ing")
    return Hit(form, at, end, before + 2, negated, be and form.tense == "past", infinitive, finite)


def _is_helping(folded: Skeleton, at: int, word: str) -> bool:
    """Is one of ``_HELPING`` that stands at ``at``, before a verb, part of its group: the 's of "he's said"?"""
    letters = folded.letters
    if word in _ADVERBS:
        return True
    if at < 2:
        return False
    if word in _FLOATING:  # "Lee and Ray both said", but "both said"
        return letters[at - 1] == " " and letters[at - 2] in "nNha"
    return letters[at - 1] == "'" and letters[at - 2] == "h"

"""Cues: where a verb of saying stands, with its auxiliaries, and what follows it."""

from __future__ import annotations

from mediaparse.attributions.lexicon import AttributionLexicon, CueForm
from mediaparse.attributions.skeleton import Skeleton

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "isn", "aren", "wasn", "weren", "get", "got"))
_NOT = frozenset(("not", "never", "t", "neither", "nor", "hardly"))
_ADVERBS = frozenset(("long", "first", "since", "once"))
_FLOATING = frozenset(("both", "all", "each"))
_IS = frozenset(("s", "re", "m"))
_SHORT = frozenset(("s", "ve", "d", "ll", "re", "m"))


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

    def governs(self, what: str) -> bool:
        """Can ``what`` stand for the statement?"""
        return what in self.form.verb.governs


def hits(folded: Skeleton, lexicon: AttributionLexicon) -> list[Hit]:
    """Every cue outside quotations, in order."""
    cues, words = lexicon.cues, folded.words
    found = []
    for at in [2 * half for half, word in enumerate(words[::2]) if word in cues]:
        for form in cues[words[at]]:
            end = _end(folded, at, form.particle)
            if end is not None:
                if (hit := _hit(folded, at, end, form)) is not None:
                    found.append(hit)
                break
    return found


def _end(folded: Skeleton, at: int, particle: tuple[str, ...]) -> int | None:
    """The gap after the verb at ``at`` and its particle, an adverb between them passed over ("spoke briefly about")."""
    if not particle:
        return at + 1
    for start in (at + 2, at + 4):
        end = start + 2 * len(particle) - 1
        if tuple(folded.words[start : end + 1 : 2]) == particle:
            return end
        if folded.letters[start : start + 1] != "r":
            break
    return None


def _hit(folded: Skeleton, at: int, end: int, form: CueForm) -> Hit | None:
    letters, words = folded.letters, folded.words
    if form.verb.also_noun and form.tense != "past" and words[at][0].isupper() and letters[at - 1 : at] in (" ", "¶"):
        return None
    group, be, helped, negated = at, False, False, False
    while group >= 2 and letters[group - 1] in " '¶" and _helps(folded, group - 2):
        group -= 2
        word = words[group].lower()
        negated = negated or word in _NOT
        if letters[group] == "a":
            be = be or (not helped and word in _BE)
            helped = True
        elif word in _IS and form.tense == "ing":
            be = True
    before = words[group - 2].lower() if group >= 2 and letters[group - 1] in " ¶" else ""
    infinitive = before == "to"
    if infinitive and group >= 4 and words[group - 4].lower() in _NOT:
        negated = True
    finite = form.tense != "ing" or be
    return Hit(form, at, end, group, negated, be and form.tense == "past", infinitive, finite)


def _helps(folded: Skeleton, at: int) -> bool:
    """Is the word at ``at``, before a verb, part of its group: an auxiliary, an adverb, the 's of "he's said"?"""
    letters = folded.letters
    if letters[at] in "ar":
        return True
    word = folded.words[at].lower()
    if word in _ADVERBS:
        return True
    if at < 2:
        return False
    if word in _FLOATING:  # "Lee and Ray both said", but "both said"
        return letters[at - 1] == " " and letters[at - 2] in "nNh"
    return word in _SHORT and letters[at - 1] == "'" and letters[at - 2] == "h"

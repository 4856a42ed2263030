"""Cues: where a verb of saying stands, with its auxiliaries, and what follows it."""

from __future__ import annotations

from attrs import frozen

from mediaparse.attributions.lexicon import AttributionLexicon, CueForm
from mediaparse.attributions.skeleton import Skeleton

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "isn", "aren", "wasn", "weren", "get", "got"))
_NOT = frozenset(("not", "never", "t", "neither", "nor", "hardly"))
_ADVERBS = frozenset(("long", "first", "since", "once"))
_SHORT = frozenset(("s", "ve", "d", "ll", "re", "m"))
_DO = frozenset(("do", "does", "did", "will", "would", "can", "could", "should", "may", "might", "must", "shall", "to"))


@frozen(eq=False)
class Hit:
    """A cue where it stands: the verb at token ``word``, ``end`` the gap after it and its particle.

    ``group`` is the first token of the verb group ("does" of "does not rule out").
    """

    form: CueForm
    word: int
    end: int
    group: int
    negated: bool
    passive: bool
    infinitive: bool
    finite: bool

    def governs(self, what: str) -> bool:
        """Can ``what`` stand for the statement?"""
        return what in self.form.verb.governs


def hits(folded: Skeleton, lexicon: AttributionLexicon) -> list[Hit]:
    """Every cue outside quotations, in order."""
    cues, words = lexicon.cues, folded.words
    found = []
    for at in [at for at, word in enumerate(words) if word in cues]:
        for form in cues[words[at]]:
            end = at + 1 + 2 * len(form.particle)
            if not form.particle or tuple(words[at + 2 : end : 2]) == form.particle:
                if end < len(words) and (hit := _hit(folded, at, end, form)) is not None:
                    found.append(hit)
                break
    return found


def _hit(folded: Skeleton, at: int, end: int, form: CueForm) -> Hit | None:
    letters, words = folded.letters, folded.words
    if form.verb.also_noun and form.tense != "past" and words[at][0].isupper() and letters[at - 1 : at] in (" ", "¶"):
        return None
    group, be, done, negated = at, False, False, False
    while group >= 2 and letters[group - 1] in " '¶":
        word = words[group - 2].lower()
        if (
            letters[group - 2] not in "ar"
            and word not in _ADVERBS
            and not (word in _SHORT and group >= 4 and letters[group - 3] == "'" and letters[group - 4] == "h")
        ):
            break
        group -= 2
        negated = negated or word in _NOT
        if letters[group] == "a":
            be = be or (not done and word in _BE)
            done = True
    before = words[group - 2].lower() if group >= 2 and letters[group - 1] in " ¶" else ""
    infinitive = before == "to"
    if infinitive and group >= 4 and words[group - 4].lower() in _NOT:
        negated = True
    tense = form.tense
    finite = tense in ("past", "present") or group != at or tense == "base"
    if letters[group] == "r" and group != at and not done:
        finite = tense != "ing"
    if tense == "ing":
        finite = be
    return Hit(form, at, end, group, negated, be and tense == "past", infinitive, finite)

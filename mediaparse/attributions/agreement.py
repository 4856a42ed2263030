"""Agreement: whether a word that looks like a cue is a verb here, and a mention its subject."""

from __future__ import annotations

from mediaparse.attributions.cues import Hit
from mediaparse.attributions.follows import Follow
from mediaparse.attributions.phrases import Mention
from mediaparse.attributions.skeleton import Skeleton
from mediaparse.patterns import pattern

_ALONE = frozenset(["some", "many", "most", "others", "both", "all", "few", "several", "this", "another"])
_PRESENT = frozenset(("base", "present"))
_SINGULAR = frozenset(("this", "another"))
_SHARES = ("majority", "percent", "half", "third", "quarter", "rest", "more", "fewer", "less")
_PLURAL = frozenset(["people", "men", "women", "children", "police", "media", "those", "these", *_SHARES, *_ALONE])
_HEAD_END = pattern(" [op] (?![01])")
_NAMED_SO = pattern(r"N(?:[ &-]N){0,4}'n|d n o N(?: N){0,2}'n")  # "Moody's", "a friend of Berg's"
_PREDICATE = pattern("[Nh] (?:r )?[ev] |\\Ag ")  # "Ruiz showed subtle hints", "drawing loud jeers"
_COMPLEMENT = pattern(r"N(?:[ .]N){0,3} (?:d n|d Q|Q(?=[,;.¶]))")


def agrees(folded: Skeleton, hit: Hit, mention: Mention) -> bool:
    """Can the mention be the subject of this form? "The final say", "the claims" have none."""
    letters, form, (start, end) = folded.letters, hit.form, mention
    last = folded.words[end - 1]
    chief = letters[end - 1]
    if chief == "d" and last.lower() not in _ALONE and last != "which":
        return False
    if last == "s" and letters[end - 2] == "'" and "," not in letters[start:end]:
        return _NAMED_SO.fullmatch(letters, start, end) is not None and _says(folded, hit)
    if form.lemma == "say" and form.tense == "past":
        return True
    if hit.group != hit.word or letters[start] == "s":
        return True
    if form.lemma != "say" and _is_number(letters, start, end):
        return False
    if form.tense not in _PRESENT:
        return True
    if form.also_noun and _PREDICATE.search(letters, start, end):
        return False
    clause = letters.find(" s ", start, end)  # "the man who builds ships says"
    end = clause if clause > 0 else end
    if form.tense == "base":
        return _is_plural(folded, (start, end))
    last = folded.words[end - 1].lower()
    return last in ("he", "she", "it") if chief == "h" else letters[end - 1] == "N" or not last.endswith("s")


def _is_number(letters: str, start: int, end: int) -> bool:
    """Is the chief word of a mention a number, no part of a name and no "mother of two"?"""
    head = letters.find(",", start, end)
    if head < 0:
        head = end
    return letters[head - 1] in "01" and letters[head - 3] != "N" and letters[head - 3 : head] != "o 1"


def _is_plural(folded: Skeleton, mention: Mention) -> bool:
    """Can the mention be the subject of "say", not "says"?"""
    letters, words, (start, end) = folded.letters, folded.words, mention
    last = words[end - 1].lower()
    if letters[end - 1] == "h":
        return last in ("they", "we", "i", "you")
    if last in _SINGULAR:
        return False
    if letters[end - 1] in "01":  # "four in ten say"
        return True
    hangs = _HEAD_END.search(letters, start, end)
    head = range(start, hangs.start() if hangs else end, 2)
    named = {words[at].lower() for at in head if letters[at] != "d" or words[at].lower() in _PLURAL}
    plural = not _PLURAL.isdisjoint(named) or any(word.endswith("s") for word in named)
    shared = last in _PLURAL and not (hangs and last in _SHARES)  # "a third say", but "by a quarter point"
    return plural or shared or "c" in letters[start:end]


def _says(folded: Skeleton, hit: Hit) -> bool:
    """Is the cue a verb whatever stands before it: "Moody's said", "Moody's has warned", but no "Berg's stated aim"?"""
    spoken = hit.form.lemma in ("say", "tell") and hit.form.tense != "base"  # "let's say"
    return spoken or folded.letters[hit.group] == "a"


def noun_rather(folded: Skeleton, hit: Hit, speaker: Mention | None, what: Follow) -> bool:
    """ "The campaign claims about ...": a noun, where nothing around it says that it is a verb."""
    if not hit.form.also_noun or hit.form.tense not in ("base", "present") or hit.group != hit.word:
        return False
    letters = folded.letters
    if what.kind == "quote" or (what.kind == "that" and what.at == hit.end + 3):
        return False
    if speaker is None or letters[speaker[0]] == "h" or folded.words[speaker[0]] == "who":
        return False
    if what.kind == "infinitive" and letters[speaker[1] - 1] == "N":  # "Lee vows to fight"
        return False
    if hit.form.tense == "base" and letters[speaker[1] - 1] == "n" and letters[what.at] == "N":  # "voters question Lee"
        return not folded.words[speaker[1] - 1].endswith("s")
    if hit.form.tense == "base" or letters[speaker[1] - 1] != "N":
        return what.kind in ("end", "comma") or letters[what.at] not in "dh"
    return what.kind not in ("end", "comma") and letters[what.at] not in "hdNn1"


def names_only(folded: Skeleton, hit: Hit, speaker: Mention | None, what: Follow) -> bool:
    """A play called "The Wall", a firm called Borealis: named so, by nobody."""
    letters = folded.letters
    if hit.form.lemma != "call" or speaker is None or what.at != hit.end + 1:
        return False
    if letters[what.at] not in "QN" and not folded.words[what.at][0].isupper():
        return False
    if hit.form.tense == "past" and _COMPLEMENT.match(letters, what.at):  # "one member called Ruiz a liar"
        return False
    named = letters[speaker[0] : speaker[1]]
    return not ("N" in named or "h" in named or letters[speaker[0] - 2 : speaker[0] - 1] == "s")

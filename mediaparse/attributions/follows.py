"""What follows a cue: the statement itself, or hearers and adverbials before it, or the end."""

from __future__ import annotations

from typing import Literal

from mediaparse.attributions import grammar
from mediaparse.attributions.cues import Hit
from mediaparse.attributions.hearers import without_subject
from mediaparse.attributions.phrases import DEGREES
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.words import is_a
from mediaparse.patterns import pattern

WH = frozenset(("how", "why", "whether", "if", "what", "where", "when", "who", "whom", "which"))
_TIMED = frozenset(("last", "this", "late", "early", "next"))
_EARLIER = frozenset(("earlier", "later", "early", "late"))
_HEARER = 36  # tokens
_IN_PLACE = pattern(r" p (?:N(?:[ .]N){0,3}|d (?:[nNeg][ '\-]){0,3}[nN])(?= [dh])")  # "told voters in Ohio the"
_VENUE = 14  # tokens between a verb and the venue
_MORE = pattern(r"(?: (?:p )?m(?: 0| n(?= [dhN]))?| p (?:d )?(?:[nNeg][ '\-]){0,4}[nN](?= [dh])){1,3}")
_TIMES, _ADVERBIALS = "d10nr", "pmr"  # letters with which "a day earlier" and "on Friday", "Friday", "later" begin
_PLAINER = frozenset("hNnd01vaegm")  # letters of words of which none but "what" and "which" tells what it begins
_AGO = frozenset(("ago", "earlier", "later", "before"))
_TITLE = 60  # characters that a title has at most
_SUBJECTS = frozenset(("he", "she", "they", "we", "I"))  # 'told reporters he "never met him"'
_ASIDE = pattern(r"(?:,[^,;:~Q]{1,80},|~[^;:~Q]{1,80}~)(?=s )")
_PLACE = pattern(r"N,N(?:[ .]N){0,2}\Z")
_PLAIN = ("that", "quote", "comma")

# What the words after a cue begin.
Kind = Literal["end", "comma", "quote", "that", "wh", "infinitive", "clause", "noun"]


class Follow:
    """What follows a cue, and the token where it begins; for ``end`` and ``comma`` the gap."""

    __slots__ = ("at", "kind")

    def __init__(self, kind: Kind, at: int) -> None:
        self.kind = kind
        self.at = at


def follow(folded: Skeleton, unit: Unit, hit: Hit) -> Follow:
    """What stands behind the cue once hearers, adverbials and asides are passed over."""
    found = _behind(folded, unit, hit)
    if found.kind == "comma" and "that" in hit.form.governs:
        return _past_aside(folded, unit, found.at) or found
    return found


def _past_aside(folded: Skeleton, unit: Unit, mark: int) -> Follow | None:
    """The "that" of "said, after a day of rain, that"."""
    aside = _ASIDE.match(folded.letters, mark, unit.end)
    if aside is None or folded.words[aside.end()] != "that":
        return None
    return Follow("that", aside.end() + 2)


def _behind(folded: Skeleton, unit: Unit, hit: Hit) -> Follow:
    """What stands behind the cue once hearers and adverbials are passed over."""
    letters, gap = folded.letters, hit.end
    governs, found = hit.form.governs, _next(folded, unit, gap)
    if found is not None and found.kind != "infinitive":
        return _past_inserted(folded, unit, gap) or found if found.kind == "comma" and letters[gap] == "," else found
    promises = "infinitive" in governs and "person" not in governs
    if found is not None and promises:
        return found
    if "person" in governs:
        found = _past_hearer(folded, unit, gap)
        if found is not None:
            return found
        match = grammar.HEARER.match(letters, gap, unit.end)
        if match is not None:
            gap = match.end()
            if "to" in folded.words[hit.end + 5 : gap : 2]:  # "asked the board to explain how"
                gap = folded.words.index("to", hit.end + 5) - 1
            if letters[gap] == " " and letters[gap + 1] in "av":
                gap = without_subject(folded, hit.end, gap)
            elif (place := _IN_PLACE.match(letters, gap, unit.end)) is not None:
                gap = place.end()
            found = _next(folded, unit, gap)
            if found is not None and found.kind == "infinitive" and "infinitive" in governs:
                return Follow("infinitive", hit.end + 1)
            if found is not None and found.kind != "infinitive":
                return found
    elif (letters[gap + 1] in _ADVERBIALS or folded.words[gap + 1] in _TIMED) and letters[gap] in " ¶":
        found = _past_hearer(folded, unit, gap)
        if found is not None and found.kind == "that" and "that" in governs:
            return found
    letter = letters[gap + 1]
    timed = _past_time(folded, unit, gap) if letter in _TIMES else gap
    if timed == gap and letter not in _ADVERBIALS and letters[gap - 1] != "m":
        return _clause_or_noun(folded, unit, gap)
    return _past_adverbials(folded, unit, gap, timed, promises) or _unmarked(folded, unit, timed)


def _past_inserted(folded: Skeleton, unit: Unit, comma: int) -> Follow | None:
    """The "that" or the quotation of "said, in May, that"."""
    match = grammar.ADVERBIALS.match(folded.letters, comma, unit.end)
    found = _next(folded, unit, match.end()) if match and match.end() > comma else None
    return found if found and found.kind in ("that", "quote") else None


def _unmarked(folded: Skeleton, unit: Unit, gap: int) -> Follow:
    """What begins behind times and venues with no word or mark of its own: a clause, a noun, or a comma before more."""
    letters = folded.letters
    while gap + 2 < unit.end and (
        letters[gap + 1] == "m" or (letters[gap - 1] == "m" and is_a("daytime", folded.words[gap + 1]))
    ):
        gap += 2
    if letters[gap : gap + 4] == " p m" and gap + 4 < unit.end:
        gap += 4
    gap = _past_venue(folded, unit, gap)
    return _clause_or_noun(folded, unit, gap)


def _clause_or_noun(folded: Skeleton, unit: Unit, gap: int) -> Follow:
    """What stands right behind ``gap``, which no word or mark tells."""
    if folded.letters[gap] == ",":
        return Follow("comma", gap)
    return Follow("clause" if grammar.CLAUSE.match(folded.letters, gap + 1, unit.end) else "noun", gap + 1)


def _past_adverbials(folded: Skeleton, unit: Unit, gap: int, timed: int, promises: bool) -> Follow | None:
    """The statement behind the adverbials at ``gap`` that begins with a word or mark of its own: "said on Friday that".

    ``timed`` is the gap behind a time there; the verb ``promises`` where it governs an infinitive.
    """
    letters, far = folded.letters, timed
    if letters[gap + 1] in _ADVERBIALS:
        match = grammar.ADVERBIALS.match(letters, gap, unit.end)
        if match is not None and match.end() > gap:
            far = _past_time(folded, unit, match.end())
    if far <= gap:
        return None
    found = _next(folded, unit, far)
    if found and found.kind == "quote" and letters[gap:far].endswith("n") and is_title(folded, found.at):
        found = _next(folded, unit, found.at + 1)
    if found is None:
        return None
    begins = found.kind in _PLAIN or (found.kind == "infinitive" and promises)
    return found if begins or far >= unit.end else None


def is_title(folded: Skeleton, token: int) -> bool:
    """Is the quotation a title, behind "wrote in her memoir, ": a capital to each of its few long words?"""
    quotation, text = folded.quotations[token], folded.scanned.text
    if quotation.end - quotation.start > _TITLE:
        return False
    words = text[quotation.inner_start : quotation.inner_end].rstrip(",.").split()
    plain = not any(word[-1] in ".?!," for word in words)
    return plain and len(words) > 1 and not any(word[0].islower() and len(word) > 3 for word in words)


def _past_time(folded: Skeleton, unit: Unit, gap: int) -> int:
    """The gap behind "last week", "earlier this year", "a day earlier", "two years ago", or ``gap``."""
    letters, words, at = folded.letters, folded.words, gap + 1
    measured = at
    while letters[measured] in "d10":
        measured += 2
    if measured + 2 < unit.end and words[measured + 2] in _AGO:
        counted = words[measured].removesuffix("s")
        if is_a("before ago", counted) or is_a("time", counted):
            return measured + 3
    if words[at] in _EARLIER:
        at += 2
    if words[at] in _TIMED and at < unit.end - 2 and is_a("time", words[at + 2]):
        return at + 3
    return gap


def _past_venue(folded: Skeleton, unit: Unit, gap: int) -> int:
    """The gap behind "in a statement on its website", where a clause follows, or ``gap``."""
    letters, words = folded.letters, folded.words
    if letters[gap : gap + 3] != " p ":
        return gap
    for at in range(gap + 3, min(gap + _VENUE, unit.end), 2):
        if is_a("venue", words[at]):
            more = _MORE.match(letters, at + 1, unit.end)
            after = more.end() if more else at + 1
            clause = letters[after] == " " and grammar.CLAUSE.match(letters, after + 1, unit.end) is not None
            return after if clause and letters[after + 1] in "hdNn1" else gap
        if letters[at] not in "dnNegr0" or letters[at + 1] not in " '-":
            break
    return gap


def _past_hearer(folded: Skeleton, unit: Unit, gap: int) -> Follow | None:
    """ "told union workers in Ohio on Friday that": the next "that" or quotation, if no verb stands before it."""
    letters, words = folded.letters, folded.words
    if "that" not in words[gap + 1 : unit.end : 2] and letters.find("Q", gap, unit.end) < 0:
        return None
    for at in range(gap, min(gap + _HEARER, unit.end), 2):
        letter = letters[at + 1]
        if letter == "Q" and words[at + 3] == "that" and letters[at - 1] in "nN":  # 'on the show "Morning" that'
            continue
        if letter == "Q" and letters[at] in ",: ¶":
            return None if words[at - 1] in _SUBJECTS else Follow("quote", at + 1)
        if letters[at] in ",;:~(" and not _joins(letters, at):
            return _past_aside(folded, unit, at)
        if letter in "av":
            return None
        if letter == "c" and not _joins_hearers(folded, at):
            return None
        if words[at + 1] == "that" and at + 3 < unit.end:
            return Follow("that", at + 3) if letters[at - 1] != "p" else None
    return None


def _joins_hearers(folded: Skeleton, gap: int) -> bool:
    """The "and" of "told The Post and Courier that", "told a jury of six women and six men that"."""
    around = folded.letters[gap - 1 : gap + 4]
    return around == "N c N" or (around in ("n c 1", "n c 0") and folded.words[gap + 1] == "and")


def _joins(letters: str, gap: int) -> bool:
    """The commas of "a meeting in Salem, Oregon, that" part nothing."""
    if letters[gap] != ",":
        return False
    return letters[gap - 1 : gap + 2] == "N,N" or _PLACE.search(letters, gap - 9, gap) is not None


def _next(folded: Skeleton, unit: Unit, gap: int) -> Follow | None:
    """What the word or mark right behind ``gap`` begins, or None where it does not tell."""
    if gap >= unit.end:
        return Follow("end", unit.end)
    letters, words = folded.letters, folded.words
    mark, letter, word = letters[gap], letters[gap + 1], words[gap + 1]
    if letter == "Q":
        return Follow("quote", gap + 1)
    if mark == " " and letter in _PLAINER and word not in WH:
        return None
    if word == "that" and mark in " ,¶":
        if gap + 3 >= unit.end or (letters[gap + 3] in "av" and letters[gap + 2] == " "):
            return Follow("clause", gap + 1)
        timed = letters[gap + 3] == "m" or is_a("time", words[gap + 3])
        if letters[gap + 3] in "nm" and (gap + 4 >= unit.end or (timed and letters[gap + 4] in ",;")):
            return Follow("noun", gap + 1)  # "recalled that night"
        return Follow("that", gap + 3)
    if mark == ":":
        return Follow("clause", gap + 1)
    if mark in ",;~)(":
        return Follow("comma", gap)
    if word in DEGREES and letters[gap + 3] in "01":  # "said about half of it was lost"
        return Follow("clause" if grammar.CLAUSE.match(letters, gap + 3, unit.end) else "noun", gap + 1)
    if word in WH:
        return Follow("wh", gap + 1)
    if (word == "to" and letters[gap + 2] == " ") or (word == "not" and words[gap + 3] == "to"):
        return Follow("infinitive", gap + 1)
    return None

"""``according to``: the one cue that is no verb."""

from __future__ import annotations

from mediaparse.attributions import speakers
from mediaparse.attributions.cues import Hit
from mediaparse.attributions.phrases import Mention
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.statements import Piece, Statement
from mediaparse.attributions.words import kinds
from mediaparse.patterns import pattern

_FINITE = pattern("[ave]")

_PLURAL_AND_VERB = pattern("n (?=n(?:,| [pdr]))")
_RELATIVE = frozenset(("who", "whose", "which"))


def according_to(folded: Skeleton, unit: Unit, hit: Hit) -> Statement | None:
    """``According to Ruiz, A``, ``A, according to Ruiz`` and ``A, according to Ruiz, B``."""
    letters = folded.letters
    opens = hit.word == unit.start or (hit.word <= unit.start + 4 and letters[hit.word - 2] in "cr")
    # "For now, according to Ruiz, it rains"
    inserted = not opens and not _is_clause(folded, unit.start, hit.word - 1)
    speaker = speakers.after(folded, unit, hit.end, opens or inserted)
    if speaker is None or (folded.words[hit.end - 1] == "per" and _is_model(folded, speaker)):
        return None
    if opens:
        comma = letters.find(",", speaker[1], min(unit.end, speaker[1] + 80))
        if comma < 0 and speaker[1] >= unit.end:
            comma = letters.find(",", hit.end, unit.end)
        if comma > 0 and _describes(folded, comma):
            comma = letters.find(",", comma + 1, unit.end)
            speaker = (speaker[0], comma)
        if comma < 0 or comma + 1 >= unit.end:
            return None
        return Statement(hit, (speaker[0], min(speaker[1], comma)), ((comma + 1, unit.end),), "according-to")
    if letters[hit.word - 1] == ":" and letters[speaker[1]] == "," and speaker[1] < unit.end - 2:
        return Statement(hit, speaker, ((speaker[1] + 1, unit.end),), "according-to")
    pieces: list[Piece] = [(unit.start, hit.word - 1)]
    if speaker[1] < unit.end - 2 and letters[speaker[1]] == "," and letters[speaker[1] + 1] not in "gcs":
        pieces.append((speaker[1] + 1, unit.end))
    return Statement(hit, speaker, tuple(pieces), "according-to")


def _is_clause(folded: Skeleton, start: int, end: int) -> bool:
    """Does a finite verb stand there, also one that is a noun for the word classes: "380 people remain"?"""
    letters, words = folded.letters, folded.words
    return _FINITE.search(letters, start, end) is not None or any(
        words[plural.start()].endswith(("s", "people", "men")) and not words[plural.end()].endswith("s")
        for plural in _PLURAL_AND_VERB.finditer(letters, start, end + 1)
    )


def _is_model(folded: Skeleton, speaker: Mention) -> bool:
    """Is it a rule or a habit: "as per the contract", "as per usual", "as per Section 5"?"""
    return not kinds()["model"].isdisjoint(word.lower() for word in folded.words[speaker[0] : speaker[1] : 2])


def _describes(folded: Skeleton, comma: int) -> bool:
    """Does what stands behind the comma describe the speaker: ", who leads it, ", ", released on Monday, "?"""
    letters, word = folded.letters, folded.words[comma + 1]
    return word in _RELATIVE or (letters[comma + 1] in "ev" and letters[comma + 3] in "pm")

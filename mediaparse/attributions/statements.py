"""Statements: the cues of a unit with their speakers and contents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import islice

from attrs import frozen

from mediaparse.attributions import contents, grammar, speakers
from mediaparse.attributions.contents import Piece
from mediaparse.attributions.cues import Hit
from mediaparse.attributions.follows import Follow, Kind, follow
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.speakers import Mention

_SUBORDINATORS = frozenset(("because", "if", "when", "where", "unless", "since", "whether", "that"))
_LAST = 40  # cues of one sentence that are looked at for the one that closes it
_FINITE = re.compile("[av]")


@frozen(eq=False)
class Statement:
    """A cue with its speaker and content, in tokens."""

    hit: Hit | None
    speaker: Mention | None
    pieces: tuple[Piece, ...]
    rule: str


def read_unit(folded: Skeleton, unit: Unit, hits: list[Hit]) -> list[Statement]:
    """The statements of one unit, in order of their cues."""
    for number in range(len(hits) - 1, max(-1, len(hits) - 1 - _LAST), -1):
        limit = hits[number + 1].group if number + 1 < len(hits) else unit.end
        closing = _closing(folded, unit, hits[number], limit)
        if closing is not None:
            return [closing, *_openings(folded, unit, hits, number + 1, closing)]
    return _openings(folded, unit, hits, 0, None)


def _openings(
    folded: Skeleton, unit: Unit, hits: list[Hit], first: int, last: Statement | None
) -> list[Statement]:
    """The statements whose content stands behind their cue; what stands in another's content is part of it."""
    found: list[Statement] = []
    covered = unit.start if last is None else last.pieces[-1][1]
    for number in range(first, len(hits)):
        if hits[number].word < covered:
            continue
        statement = _opening(folded, unit, hits[number], islice(hits, number + 1, number + _LAST), last)
        if statement is not None:
            found.append(statement)
            last = statement
            covered = statement.pieces[-1][1] if statement.pieces else unit.end
    return found


def _closing(folded: Skeleton, unit: Unit, hit: Hit, limit: int) -> Statement | None:
    """What is said stands before the cue: ``"A," he said``, ``A, said Ruiz``, ``A, he said, B``."""
    letters = folded.letters
    if hit.form.verb.lemma == "according to":
        return _according_to(folded, unit, hit)
    if hit.infinitive or not hit.finite or hit.passive or not hit.governs("quotation"):
        return None
    speaker = speakers.before(folded, unit, hit.group)
    if speaker is None:
        return _inverted(folded, unit, hit, limit)
    start = speaker[0]
    if (said := _as_said(folded, unit, hit, speaker)) is not None:
        return said
    if start <= unit.start + 1 or letters[start] == "s" or not agrees(folded, hit, speaker):
        return None
    mark, last = letters[start - 1], letters[start - 2]
    if last != "Q" and mark not in ",—":
        return None
    found = follow(folded, unit, hit)
    if last == "Q":
        if found.kind is Kind.THAT or (start - 2 != unit.start and found.kind in (Kind.CLAUSE, Kind.WH, Kind.QUOTE)):
            return None
        tail = hit.end
    else:
        if found.kind not in (Kind.END, Kind.COMMA) or not hit.governs("clause") or folded.colon_after(unit):
            return None
        if _noun_rather(folded, hit, speaker, found):
            return None
        if found.kind is Kind.END and _introduces(letters, unit.start, start - 1):
            return None
        tail = found.at
    content = contents.before(folded, unit, start)
    return None if content is None else _with_tail(folded, unit, hit, speaker, content, (tail, limit), "closing")


def _introduces(letters: str, start: int, end: int) -> bool:
    """"In a speech in 1963, he declared", "When she won, he said": no statement stands before the comma."""
    if letters[start] not in "psg" or "," in letters[start:end]:
        return False
    return letters[start] == "s" or not _FINITE.search(letters, start, end)


def _inverted(folded: Skeleton, unit: Unit, hit: Hit, limit: int) -> Statement | None:
    letters = folded.letters
    last = hit.group - 2
    if last < unit.start or (letters[last] != "Q" and letters[hit.group - 1] not in ",—"):
        return None
    if hit.form.tense == "base" or (hit.governs("person") and hit.form.verb.lemma != "ask"):
        return None
    speaker = speakers.after(folded, unit, hit.end)
    if speaker is None or (letters[last] != "Q" and not _ends(folded, unit, speaker[1])):
        return None
    content = contents.before(folded, unit, hit.group)
    return None if content is None else _with_tail(folded, unit, hit, speaker, content, (speaker[1], limit), "inverted")


def _with_tail(
    folded: Skeleton, unit: Unit, hit: Hit, speaker: Mention, content: Piece, tail: tuple[int, int], rule: str
) -> Statement:
    """Add what the statement goes on with after the cue: ``he said, "B"``; ``tail`` is where to look."""
    letters = folded.letters
    start, limit = tail
    if start < unit.end - 2 and letters[content[1] - 1] != "Q" and letters[start] == ",":
        if letters[start + 1] not in "gcs" or folded.words[start + 1] in _SUBORDINATORS:
            return Statement(hit, speaker, (content, (start + 1, unit.end)), rule + " split")
    resumed = _resumed().search(letters, start, limit)
    if resumed is not None:
        return Statement(hit, speaker, (content, (resumed.end() - 1, unit.end)), rule + " split")
    return Statement(hit, speaker, (content,), rule)


@cache
def _resumed() -> re.Pattern[str]:
    """The quotation goes on before the sentence ends."""
    return re.compile(r"[,:—](?:c )?Q(?=[^,;:—Q]{0,40}\Z)|\A[ ¶]Q")


def _as_said(folded: Skeleton, unit: Unit, hit: Hit, speaker: Mention) -> Statement | None:
    """``As Ruiz said, A`` and ``A, as Ruiz said``."""
    letters = folded.letters
    start = speaker[0] - 2
    first = unit.start + 2 if letters[unit.start] == "c" else unit.start
    if start < unit.start or folded.words[start].lower() != "as":
        return None
    what = follow(folded, unit, hit)
    if what.kind not in (Kind.END, Kind.COMMA) or not hit.governs("quotation"):
        return None
    if start == first:
        if what.kind is Kind.END or what.at + 2 >= unit.end:
            return None
        return Statement(hit, speaker, ((what.at + 1, unit.end),), "as said")
    if letters[start - 1] not in ",—":
        return None
    pieces: list[Piece] = [(unit.start, start - 1)]
    if what.kind is Kind.COMMA and what.at < unit.end - 2 and letters[what.at + 1] not in "gcs":
        pieces.append((what.at + 1, unit.end))
    return Statement(hit, speaker, tuple(pieces), "as said")


def _asked(folded: Skeleton, unit: Unit, hit: Hit) -> Statement | None:
    """``Asked whether A, he said B``: a question without its asker."""
    bare = hit.word == unit.start or (hit.group == hit.word and folded.letters[hit.word - 2] == "s")
    if hit.form.verb.lemma not in ("ask", "ask about") or not (hit.passive or (bare and hit.form.tense == "past")):
        return None
    what = follow(folded, unit, hit)
    start = what.at
    if what.kind is not Kind.WH and what.kind is not Kind.QUOTE:
        if folded.words[hit.end + 1 : hit.end + 2] != ["about"] or hit.end + 3 >= unit.end:
            return None
        start = hit.end + 3
    end = folded.letters.find(",", start, unit.end)
    return Statement(hit, None, ((start, end if end > 0 else unit.end),), "asked")


def _according_to(folded: Skeleton, unit: Unit, hit: Hit) -> Statement | None:
    letters = folded.letters
    opens = hit.word <= unit.start + 2 or (letters[hit.word - 2] == "c" and hit.word <= unit.start + 4)
    speaker = speakers.after(folded, unit, hit.end, opens)
    if speaker is None:
        return None
    if opens:
        comma = letters.find(",", speaker[1], min(unit.end, speaker[1] + 80))
        if comma < 0 and speaker[1] >= unit.end:
            comma = letters.find(",", hit.end, unit.end)
        if comma < 0 or comma + 1 >= unit.end:
            return None
        return Statement(hit, (speaker[0], min(speaker[1], comma)), ((comma + 1, unit.end),), "according to")
    pieces: list[Piece] = [(unit.start, hit.word - 1)]
    if speaker[1] < unit.end - 2 and letters[speaker[1]] == "," and letters[speaker[1] + 1] not in "gcs":
        pieces.append((speaker[1] + 1, unit.end))
    return Statement(hit, speaker, tuple(pieces), "according to")


def _opening(folded: Skeleton, unit: Unit, hit: Hit, later: Iterable[Hit], last: Statement | None) -> Statement | None:
    """What is said stands behind the cue: ``he said that A``, ``he said: "A"``."""
    if hit.form.verb.lemma == "according to":
        return None
    if (asked := _asked(folded, unit, hit)) is not None:
        return asked
    if hit.passive:
        return None
    speaker, how = _subject(folded, unit, hit, last)
    if not how:
        return None
    what = follow(folded, unit, hit)
    if what.kind is Kind.END and hit.governs("quotation") and folded.colon_after(unit):
        return Statement(hit, speaker, (), f"{how} colon")
    if what.kind is Kind.QUOTE and what.at == hit.end + 1 and _named(folded, hit, speaker):
        return None
    if not _governed(hit, what) or (how == "subject" and _noun_rather(folded, hit, speaker, what)):
        return None
    relative = speaker is not None and _is_relative(folded.letters, unit, speaker[0])
    end = contents.behind(folded, unit, what, later, relative, not hit.governs("clause"))
    if end <= what.at:
        return None
    return Statement(hit, speaker, ((what.at, end),), f"{how} {what.kind}{' inf' if hit.infinitive else ''}")


def _is_relative(letters: str, unit: Unit, start: int) -> bool:
    """", who said ...": a clause that the next comma closes; so is "While Ruiz said ..., she"."""
    if letters[start] == "s":
        return letters[start - 1] == ","
    return start - 2 >= unit.start and letters[start - 2] == "s" and (start - 2 == unit.start or letters[start - 3] == ",")


def _governed(hit: Hit, what: Follow) -> bool:
    governs = hit.form.verb.governs
    match what.kind:
        case Kind.QUOTE:
            return "quotation" in governs or "noun" in governs
        case Kind.THAT:
            return "that" in governs
        case Kind.WH:
            return ("wh" in governs or "noun" in governs) and not hit.negated
        case Kind.INFINITIVE:
            return "infinitive" in governs
        case Kind.CLAUSE:
            return "clause" in governs or "noun" in governs
        case Kind.NOUN:
            return ("noun" in governs or hit.form.verb.lemma == "say") and not hit.negated
    return False


def _named(folded: Skeleton, hit: Hit, speaker: Mention | None) -> bool:
    """"A play called "The Wall"": named so, by nobody."""
    if hit.form.verb.lemma != "call" or speaker is None:
        return False
    letters = folded.letters
    named = letters[speaker[0] : speaker[1]]
    return not ("N" in named or "h" in named or letters[speaker[0] - 2 : speaker[0] - 1] == "s")


def _noun_rather(folded: Skeleton, hit: Hit, speaker: Mention | None, what: Follow) -> bool:
    """"The campaign claims about ...": a noun, where nothing around it says that it is a verb."""
    if not hit.form.verb.also_noun or hit.form.tense not in ("base", "present") or hit.group != hit.word:
        return False
    letters = folded.letters
    if what.kind is Kind.QUOTE or (what.kind is Kind.THAT and what.at == hit.end + 3):
        return False
    if speaker is None or letters[speaker[0]] == "h" or folded.words[speaker[0]] == "who":
        return False
    if hit.form.tense == "base" or letters[speaker[1] - 1] != "N":
        return what.kind in (Kind.END, Kind.COMMA) or letters[what.at] not in "dh"
    return what.kind not in (Kind.END, Kind.COMMA) and letters[what.at] not in "hdNn1"


def _subject(folded: Skeleton, unit: Unit, hit: Hit, last: Statement | None) -> tuple[Mention | None, str]:
    """Whose statement it is, and how that was found; no way at all where the cue is no verb here."""
    letters = folded.letters
    if hit.group - 2 < unit.start:
        return None, ""
    if hit.finite and not hit.infinitive:
        mention = speakers.before(folded, unit, hit.group)
        if mention is not None:
            return (mention, "subject") if agrees(folded, hit, mention) else (None, "")
    if hit.form.tense == "ing" or letters[hit.group - 2] == "c" or letters[hit.group - 1] == "," or hit.infinitive:
        if last is not None and last.speaker is not None:
            return last.speaker, "shared"
        mention = speakers.of_clause(folded, unit, hit.group)
        if mention is not None:
            return mention, "clause"
    return None, ""


_PLURAL = frozenset(
    "people men women children police media some many most others both all few several majority percent".split()
)
_HEAD_END = re.compile(" [op] ")
_ALONE = frozenset("some many most others both all few several this".split())


def agrees(folded: Skeleton, hit: Hit, mention: Mention) -> bool:
    """Can the mention be the subject of this form? "The final say", "the claims" have none."""
    letters, words = folded.letters, folded.words
    start, end = mention
    if end - start == 1 and letters[start] == "d" and words[start].lower() not in _ALONE:
        return False
    if hit.group != hit.word or letters[start] == "s":
        return True
    if letters[end - 1] in "01" and hit.form.verb.lemma != "say":
        return False
    last = words[end - 1].lower()
    if hit.form.tense == "base":
        if letters[end - 1] == "h":
            return last in ("they", "we", "i", "you")
        head = _HEAD_END.search(letters, start, end)
        first = words[head.start() - 1].lower() if head else last
        return first.endswith("s") or last in _PLURAL or first in _PLURAL or "c" in letters[start:end]
    if hit.form.tense == "present":
        if letters[end - 1] == "h":
            return last in ("he", "she", "it")
        return letters[end - 1] == "N" or not last.endswith("s")
    return True


def _ends(folded: Skeleton, unit: Unit, gap: int) -> bool:
    letters = folded.letters
    match = grammar.adverbials().match(letters, gap, unit.end)
    at = match.end() if match else gap
    return at >= unit.end or letters[at] in ",—;"

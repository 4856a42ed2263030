"""Statements: the cues of a unit with their speakers and contents."""

from __future__ import annotations

from attrs import frozen

from mediaparse.attributions import speakers
from mediaparse.attributions.cues import Hit
from mediaparse.attributions.grammar import adverbials
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.speakers import Mention

Piece = tuple[int, int]  # first token, gap after the last


@frozen(eq=False)
class Statement:
    """A cue with its speaker and content, in tokens."""

    hit: Hit | None
    speaker: Mention | None
    pieces: tuple[Piece, ...]
    rule: str


@frozen(eq=False)
class Follow:
    """What follows a cue: ``kind`` and the token where it begins."""

    kind: str
    at: int


def read_unit(folded: Skeleton, unit: Unit, hits: list[Hit]) -> list[Statement]:
    """The statements of one unit, in order of their cues."""
    for number in range(len(hits) - 1, -1, -1):
        closing = closing_statement(folded, unit, hits[number])
        if closing is not None:
            rest = participles(folded, unit, hits[number + 1 :], closing)
            return [closing, *rest]
    found: list[Statement] = []
    covered = unit.start
    for number, hit in enumerate(hits):
        if hit.word < covered:
            continue
        statement = opening_statement(folded, unit, hit, hits[number + 1 :], found)
        if statement is not None:
            found.append(statement)
            covered = max(covered, statement.pieces[-1][1])
    return found


def closing_statement(folded: Skeleton, unit: Unit, hit: Hit) -> Statement | None:
    """What is said stands before the cue: ``"A," he said``, ``A, said Ruiz``, ``A, he said, B``."""
    letters = folded.letters
    if hit.form.verb.lemma == "according to":
        return _according_to(folded, unit, hit)
    if hit.infinitive or not hit.finite or hit.form.tense == "base":
        return None
    previous = hit.group - 2
    if (
        previous >= unit.start
        and (letters[previous] == "Q" or letters[hit.group - 1] == ",")
        and not hit.passive
        and (not hit.governs("person") or hit.form.verb.lemma == "ask")
    ):
        speaker = speakers.after(folded, unit, hit.end)
        quoted = letters[previous] == "Q"
        if speaker is not None and (quoted or _ends(folded, unit, speaker[1])) and hit.governs("quotation"):
            content = _content_before(folded, unit, hit.group)
            if content is not None:
                return _with_tail(folded, unit, hit, speaker, content, speaker[1], "inverted")
    speaker = speakers.before(folded, unit, hit.group)
    if speaker is None or speaker[0] <= unit.start + 1 or hit.passive:
        return None
    mark, last = letters[speaker[0] - 1], letters[speaker[0] - 2]
    if letters[speaker[0]] == "s" or not hit.governs("quotation"):
        return None
    follow = follows(folded, unit, hit)
    if last == "Q" and follow.kind in ("end", "comma", "quote", "clause"):
        content = _content_before(folded, unit, speaker[0])
        if content is not None:
            return _with_tail(folded, unit, hit, speaker, content, hit.end, "closing")
    if mark == "," and follow.kind in ("end", "comma"):
        content = _content_before(folded, unit, speaker[0])
        if content is not None:
            return _with_tail(folded, unit, hit, speaker, content, follow.at, "closing")
    return None


def _content_before(folded: Skeleton, unit: Unit, end: int) -> Piece | None:
    """From the start of the unit to the comma before token ``end``; a quotation alone where it stands there."""
    letters = folded.letters
    start = unit.start
    if letters[end - 2] == "Q" and end - 4 >= start and letters[end - 3] in ":":
        start = end - 2
    return (start, end - 1) if end - 1 > start else None


def _with_tail(
    folded: Skeleton, unit: Unit, hit: Hit, speaker: Mention, content: Piece, tail: int, rule: str
) -> Statement:
    """Add what the statement goes on with after the cue: ``he said, "B"``."""
    letters = folded.letters
    match = adverbials().match(letters, tail, unit.end)
    gap = match.end() if match else tail
    for at in (tail, gap):
        if at < unit.end and letters[at] in ",: —¶" and letters[at + 1] == "Q":
            return Statement(hit, speaker, (content, (at + 1, unit.end)), rule + " split")
        if at < unit.end - 2 and letters[at] == "," and letters[at + 1] not in "gcs" and letters[content[1] - 1] != "Q":
            return Statement(hit, speaker, (content, (at + 1, unit.end)), rule + " split")
    return Statement(hit, speaker, (content,), rule)


def _according_to(folded: Skeleton, unit: Unit, hit: Hit) -> Statement | None:
    letters = folded.letters
    speaker = speakers.after(folded, unit, hit.end)
    if speaker is None:
        return None
    if hit.word <= unit.start + 2:
        comma = letters.find(",", hit.end, min(unit.end, hit.end + 80))
        if comma < 0 or comma + 1 >= unit.end:
            return None
        return Statement(hit, (speaker[0], min(speaker[1], comma)), ((comma + 1, unit.end),), "according to")
    end = hit.word - 1
    pieces: list[Piece] = [(unit.start, end)]
    return Statement(hit, speaker, tuple(pieces), "according to")


def participles(folded: Skeleton, unit: Unit, later: list[Hit], closing: Statement) -> list[Statement]:
    """``"A," he said, adding that B``: the cues after a closing one."""
    found: list[Statement] = []
    covered = 0
    for number, hit in enumerate(later):
        if hit.word < covered or closing.pieces[-1][1] > hit.word:
            continue
        statement = opening_statement(folded, unit, hit, later[number + 1 :], [closing, *found])
        if statement is not None:
            found.append(statement)
            covered = statement.pieces[-1][1]
    return found


def opening_statement(
    folded: Skeleton, unit: Unit, hit: Hit, later: list[Hit], found: list[Statement]
) -> Statement | None:
    """What is said stands after the cue: ``he said that A``, ``he said: "A"``."""
    letters = folded.letters
    if hit.passive or hit.form.verb.lemma == "according to":
        return None
    speaker, how = subject(folded, unit, hit, found)
    if how == "":
        return None
    follow = follows(folded, unit, hit)
    if follow.kind in ("end", "comma") or not _allowed(hit, follow):
        return None
    end = content_end(folded, unit, follow, later)
    if end <= follow.at:
        return None
    return Statement(hit, speaker, ((follow.at, end),), f"{how} {follow.kind}")


def _allowed(hit: Hit, follow: Follow) -> bool:
    governs = hit.form.verb.governs
    match follow.kind:
        case "quote":
            return "quotation" in governs or "noun" in governs
        case "that":
            return "that" in governs
        case "wh":
            return "wh" in governs or "noun" in governs
        case "infinitive":
            return "infinitive" in governs
        case "clause":
            return "clause" in governs or "noun" in governs
    return False


def subject(folded: Skeleton, unit: Unit, hit: Hit, found: list[Statement]) -> tuple[Mention | None, str]:
    """Whose statement it is, and how that was found; no way at all where the cue is no verb here."""
    letters, words = folded.letters, folded.words
    if words[hit.word][0].isupper() and hit.word > unit.start and hit.form.tense in ("base", "present"):
        return None, ""
    if hit.finite and not hit.infinitive and hit.group - 2 >= unit.start:
        mention = speakers.before(folded, unit, hit.group)
        if mention is not None:
            return (mention, "subject") if _agrees(folded, hit, mention) else (None, "")
    if hit.group - 2 < unit.start:
        return None, ""
    if hit.form.tense == "ing" or letters[hit.group - 2] == "c" or letters[hit.group - 1] == "," or hit.infinitive:
        if found and found[-1].speaker is not None:
            return found[-1].speaker, "shared"
        mention = speakers.of_clause(folded, unit, hit.group)
        if mention is not None:
            return mention, "clause"
    return None, ""


_PLURAL = frozenset(
    "people men women children police media some many most others both all few several majority".split()
)
_ALONE = frozenset("some many most others both all few several this".split())


def _agrees(folded: Skeleton, hit: Hit, mention: Mention) -> bool:
    """Can the mention be the subject of this form? "The final say", "the claims" have none."""
    letters, words = folded.letters, folded.words
    start, end = mention
    if end - start == 1 and letters[start] == "d" and words[start].lower() not in _ALONE:
        return False
    if hit.group != hit.word or letters[start] == "s":
        return True
    last = words[end - 1].lower()
    if hit.form.tense == "base":
        if letters[end - 1] == "h":
            return last in ("they", "we", "i", "you")
        return last.endswith("s") or last in _PLURAL or "c" in letters[start:end] or last == "percent"
    if hit.form.tense == "present":
        if letters[end - 1] == "h":
            return last in ("he", "she", "it")
        return letters[end - 1] == "N" or not last.endswith("s")
    return True


def follows(folded: Skeleton, unit: Unit, hit: Hit) -> Follow:
    """What stands behind the cue, its hearers and adverbials passed over."""
    letters, words = folded.letters, folded.words
    gap = hit.end
    if gap >= unit.end:
        return Follow("end", unit.end)
    direct = _next(folded, unit, gap)
    if direct is not None:
        return direct
    if hit.governs("person"):
        gap = _hearer(folded, unit, gap)
        direct = _next(folded, unit, gap)
        if direct is not None:
            return direct
    match = adverbials().match(letters, gap, unit.end)
    far = match.end() if match else gap
    if far >= unit.end and ("noun" not in hit.form.verb.governs or "clause" in hit.form.verb.governs):
        return Follow("end", unit.end)
    if far > gap and far < unit.end:
        direct = _next(folded, unit, far)
        if direct is not None and (direct.kind in ("that", "quote", "colon") or direct.kind == "comma"):
            return direct
    while gap + 2 < unit.end and letters[gap + 1] == "m":
        gap += 2
    if gap + 4 < unit.end and letters[gap + 1 : gap + 4] == "p m":
        gap += 4
    return Follow("clause", gap + 1)


def _next(folded: Skeleton, unit: Unit, gap: int) -> Follow | None:
    letters, words = folded.letters, folded.words
    if gap >= unit.end:
        return Follow("end", unit.end)
    word = words[gap + 1]
    if letters[gap + 1] == "Q":
        return Follow("quote", gap + 1)
    if word == "that" and letters[gap] in " ,¶" and gap + 3 < unit.end:
        if letters[gap + 2] in ",":
            return Follow("that", gap + 3)
        return Follow("that", gap + 3)
    if letters[gap] == ":":
        return Follow("clause", gap + 1)
    if letters[gap] in ",;—)":
        return Follow("comma", gap)
    if (
        letters[gap] in " ¶"
        and letters[gap + 1] == "s"
        and word in ("how", "why", "whether", "if", "what", "where", "when")
    ):
        return Follow("wh", gap + 1)
    if word == "what":
        return Follow("wh", gap + 1)
    if word == "to" and letters[gap + 2] == " ":
        return Follow("infinitive", gap + 1)
    return None


def _hearer(folded: Skeleton, unit: Unit, gap: int) -> int:
    import re

    pattern = re.compile(
        r" (?:h|N(?:[ '.]N){0,5}|(?:d )?(?:[nNe01][ '-]){0,4}n)(?: [po] (?:d )?(?:[nN] ){0,3}[nN])?(?=[ ,:]|\Z)"
    )
    match = pattern.match(folded.letters, gap, unit.end)
    return match.end() if match else gap


def _ends(folded: Skeleton, unit: Unit, gap: int) -> bool:
    letters = folded.letters
    match = adverbials().match(letters, gap, unit.end)
    at = match.end() if match else gap
    return at >= unit.end or letters[at] in ",—;"


def content_end(folded: Skeleton, unit: Unit, follow: Follow, later: list[Hit]) -> int:
    """The gap where the content that begins at ``follow`` ends."""
    letters = folded.letters
    for hit in later:
        if hit.word <= follow.at + 2:
            continue
        gap = hit.group - 1
        if letters[gap] == "," and hit.form.tense == "ing":
            return gap
        if hit.infinitive or not hit.finite or hit.form.tense == "base":
            continue
        if letters[hit.group - 2] == "c" and hit.group - 3 > follow.at:
            return hit.group - 3
        mention = speakers.before(folded, unit, hit.group)
        if mention is not None and mention[0] - 3 > follow.at and letters[mention[0] - 2] == "c":
            return mention[0] - 3
    return unit.end

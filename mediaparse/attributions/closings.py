"""Closings: what is said stands before its cue, or on both sides of it."""

from __future__ import annotations

from mediaparse.attributions import contents, grammar, speakers
from mediaparse.attributions.according import according_to
from mediaparse.attributions.agreement import agrees, noun_rather
from mediaparse.attributions.cues import Hit
from mediaparse.attributions.follows import Follow, follow, is_title
from mediaparse.attributions.phrases import AS, DEGREES, Mention
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.statements import Piece, Statement
from mediaparse.patterns import pattern

_SUBORDINATORS = frozenset(("because", "if", "when", "where", "unless", "since", "whether", "that"))
_NOT_INTRODUCING = frozenset(("more", "less", "fewer", "nearly", "almost", "so"))  # "More than ten people drowned"
_INTRODUCING = frozenset("psgmr")
_WITH_HEARER = frozenset(("tell", "inform", "notify", "brief"))  # never without the one who is told
_WITHOUT_OBJECT = frozenset(("say", "add", "warn", "agree", "reply"))
_TELLING = frozenset(("say", "tell"))
_AROUND = frozenset("pmos")  # "said of Ruiz in May, when", "said after he won"
_WHEN = frozenset(("after", "as", "because", "before", "since", "when", "while"))
_PRONOUNS = frozenset(("which", "whom"))  # "told a meeting at which"
_CLAUSES = _WHEN | _PRONOUNS
_PLAIN = pattern("Q[ ,](?:N(?: N){0,4}|h) ")
_NO_SUBJECTS = speakers.OBJECTS | speakers.SELF
_FINITE = pattern("[av]")
_FINITE_OR_PAST = pattern("[ave]")
# The quotation goes on before the sentence ends.
_RESUMED = pattern(r"[,:~](?:c )?Q(?=[^,;:~Q]{0,40}\Z)|\A[ ¶]Q")


def closing(folded: Skeleton, unit: Unit, hit: Hit, limit: int) -> Statement | None:
    """What is said stands before the cue: ``"A," he said``, ``A, said Ruiz``, ``A, he said, B``."""
    letters, words = folded.letters, folded.words
    if "quotation" not in hit.form.governs or not hit.finite or hit.passive:
        if hit.form.lemma == "say" and hit.form.tense == "ing":
            return _as_quoted(folded, unit, hit)
        return according_to(folded, unit, hit) if hit.form.lemma == "according to" else None
    if hit.end >= unit.end and _is_plain(folded, unit, hit):
        return Statement(hit, (unit.start + 2, hit.group - 1), ((unit.start, unit.start + 1),), "closing")
    if words[hit.end + 1] == "by":
        if (reported := _as_reported(folded, unit, hit)) is not None:
            return reported
        if _has_agent(folded, hit):
            return None
    speaker = speakers.before(folded, unit, hit.group)
    if speaker is None:
        return _inverted(folded, unit, hit, limit)
    start = speaker[0]
    last = letters[start - 2]
    if last in "pN" and words[start - 2] in AS and (said := _as_said(folded, unit, hit, speaker)) is not None:
        return said
    if start <= unit.start or (last != "Q" and letters[start - 1] not in ",~"):
        return None
    if (letters[start] in "sd" and speakers.relative(folded, start)) or not agrees(folded, hit, speaker):
        return None
    if last == "Q" and hit.end >= unit.end:  # `"A," he said.`
        content = contents.before(folded, unit, start)
        return None if content is None else Statement(hit, speaker, (content,), "closing")
    found = follow(folded, unit, hit)
    if last == "Q":
        tail = None if _goes_on(folded, unit, hit, found, start - 2) else hit.end
    elif found.kind == "noun" and letters[hit.group - 1] == "," and "noun" not in hit.form.governs:
        return _inverted(folded, unit, hit, limit)
    else:
        tail = _tail(folded, unit, hit, speaker, found)
    if tail is None:
        return None
    content = contents.before(folded, unit, start)
    return None if content is None else _with_tail(folded, unit, hit, speaker, content, (tail, limit), "closing")


def _as_quoted(folded: Skeleton, unit: Unit, hit: Hit) -> Statement | None:
    """``"A," the agency quoted Ruiz as saying``."""
    letters, cited = folded.letters, speakers.quoted(folded, unit, hit.group)
    if cited is None or (hit.end < unit.end and letters[hit.end + 1] not in "pm"):
        return None
    speaker, start = cited
    content = contents.before(folded, unit, start) if start > unit.start and letters[start - 1] in ", " else None
    return None if content is None else Statement(hit, speaker, (content,), "closing")


def _is_plain(folded: Skeleton, unit: Unit, hit: Hit) -> bool:
    """Is it ``"A," he said.`` or ``"A," Ana Ruiz said.``, the commonest of all, and told at a glance?"""
    if hit.form.tense != "past" or _PLAIN.fullmatch(folded.letters, unit.start, hit.group) is None:
        return False
    return folded.words[unit.start + 2].lower() not in _NO_SUBJECTS


def _tail(folded: Skeleton, unit: Unit, hit: Hit, speaker: Mention, found: Follow) -> int | None:
    """Where what follows ``A, he said`` can go on with the statement; None where no statement stands before it."""
    if "clause" not in hit.form.governs or folded.colon_after(unit):
        return None
    letters, start = folded.letters, speaker[0]
    resumes = around = False
    if found.kind == "quote":
        resumes = letters[hit.end] == "," and found.at == hit.end + 1 and _broken(folded, unit, start, found.at)
    elif found.kind == "comma":
        around = not _PRONOUNS.isdisjoint(folded.words[hit.end + 1 : found.at : 2])
    else:
        around = hit.form.lemma in _TELLING and _circumstances(folded, unit, start, found)
    if not (resumes or around) and found.kind != "end" and found.kind != "comma":
        return None
    if hit.form.also_noun and noun_rather(folded, hit, speaker, found):
        return None
    ends = not hit.form.also_noun and (
        hit.end >= unit.end or (hit.end + 2 >= unit.end and letters[hit.end + 1] == "m")
    )  # "he said Monday."
    if not ends and found.kind != "comma" and _introduces(folded, unit.start, start - 1):
        return None
    return unit.end if around else hit.end if resumes else found.at


def _has_agent(folded: Skeleton, hit: Hit) -> bool:
    """Is it no finite verb but a participle: "sources cited by the agency", not "he said by the river"?"""
    agent = folded.letters[hit.end] == " " and folded.letters[hit.end + 3] in "dN"
    return agent and hit.form.tense == "past" and hit.group == hit.word and hit.form.lemma not in _WITHOUT_OBJECT


def _circumstances(folded: Skeleton, unit: Unit, start: int, found: Follow) -> bool:
    """Is it when and how it was said that follows: ``A, he said on condition of anonymity because``?

    What is said, a clause, stands before the mention that begins at ``start``.
    """
    letters, words, at = folded.letters, folded.words, found.at
    if found.kind not in ("noun", "clause", "wh") or (letters[at] != "p" and words[at] not in _WHEN):
        return False
    if not _FINITE_OR_PAST.search(letters, unit.start, start - 1):
        return False
    verb = _FINITE.search(letters, at, unit.end)
    return verb is None or any(words[token] in _CLAUSES for token in range(at, verb.start(), 2))


def _broken(folded: Skeleton, unit: Unit, start: int, quoted: int) -> bool:
    """Is ``A pipeline, she argues, "moves the thirst"`` one clause that the cue breaks?"""
    quotation, letters = folded.quotations[quoted], folded.letters
    if not folded.scanned.text[quotation.inner_start : quotation.inner_start + 1].islower():
        return False
    if _FINITE.search(letters, unit.start, start) is not None:
        return True
    return grammar.PHRASE_TO_COMMA.match(letters, unit.start, start) is not None


def _goes_on(folded: Skeleton, unit: Unit, hit: Hit, found: Follow, quoted: int) -> bool:
    """In `In his book "Home," Ruiz argues that` the statement stands behind the cue, not in the marks before it."""
    if found.kind == "that":
        introduced = quoted > unit.start and not _FINITE.search(folded.letters, unit.start, quoted)
        return introduced or found.at == hit.end + 3
    if quoted == unit.start or found.kind in ("end", "comma"):
        return False
    letters = folded.letters
    introduced = letters[unit.start] == "p" and not _FINITE.search(letters, unit.start, quoted)
    if found.kind == "noun":
        return introduced and "noun" in hit.form.governs
    if introduced or found.kind == "infinitive":
        return introduced
    quotation = folded.quotations[quoted]
    ended = folded.scanned.text[quotation.inner_end - 1 : quotation.inner_end] in (",", "?", "!")
    return not (ended and found.kind == "clause" and letters[hit.end + 1] in _AROUND)


def _introduces(folded: Skeleton, start: int, end: int) -> bool:
    """ "In a speech in 1963, he declared", "When she won, he said": no statement stands before the comma."""
    letters = folded.letters
    if folded.words[start].endswith(("ing", "ed")):  # "Asked why", "Speaking in Skerry"
        return True
    if folded.words[start].lower() in _NOT_INTRODUCING:
        return False
    if (
        folded.words[start].lower() in DEGREES
        and letters[start + 2] in "01"
        and _FINITE_OR_PAST.search(letters, start, end)
    ):
        return False  # "About half of the people drowned"
    if any(part[:1] not in _INTRODUCING for part in letters[start:end].split(",")):
        return False
    return letters[start] == "s" or not _FINITE.search(letters, start, end) or "," in letters[start:end]


def _inverted(folded: Skeleton, unit: Unit, hit: Hit, limit: int) -> Statement | None:
    """``"A," said Ruiz`` and ``A, said Ruiz``: the subject behind its verb."""
    letters = folded.letters
    last = hit.group - 2
    if last < unit.start or (letters[last] != "Q" and letters[hit.group - 1] not in ",~"):
        return None
    if letters[hit.group] == "a" or (hit.form.tense == "base" and hit.form.lemma != "say"):
        return None
    if "person" in hit.form.governs and (letters[last] != "Q" or hit.form.lemma in _WITH_HEARER):
        return None
    if letters[last] != "Q" and hit.form.governs.isdisjoint(("that", "clause")):  # "the service, called the Swan, runs"
        return None
    speaker = speakers.after(folded, unit, hit.end, later=limit)
    if (
        speaker is None
        or (hit.form.tense == "base" and not agrees(folded, hit, speaker))
        or (letters[last] != "Q" and not _ends(folded, unit, speaker[1]))
    ):
        return None
    content = contents.before(folded, unit, hit.group)
    return None if content is None else _with_tail(folded, unit, hit, speaker, content, (speaker[1], limit), "inverted")


def _ends(folded: Skeleton, unit: Unit, gap: int) -> bool:
    """Does the clause end at ``gap``, or behind the adverbials there: ``said Ruiz on Friday,``?"""
    letters = folded.letters
    if gap >= unit.end or letters[gap] in ",~;":
        return True
    if folded.words[gap + 1] in _WHEN and letters[gap + 3] == "h":  # "said a sergeant as he worked"
        return True
    match = grammar.ADVERBIALS.match(letters, gap, unit.end)
    at = match.end() if match else gap
    return at >= unit.end or letters[at] in ",~;"


def _with_tail(
    folded: Skeleton, unit: Unit, hit: Hit, speaker: Mention, content: Piece, tail: tuple[int, int], rule: str
) -> Statement:
    """Add what the statement goes on with after the cue: ``he said, "B"``; ``tail`` is where to look."""
    letters = folded.letters
    start, limit = tail
    dashed = letters[start] == letters[content[1]] == "~"
    inserted = start < unit.end - 2 and letters[content[1] - 1] != "Q" and (letters[start] == "," or dashed)
    if inserted and folded.words[start + 1] in _PRONOUNS:
        inserted = False
    if inserted and (letters[start + 1] not in "gcs" or folded.words[start + 1] in _SUBORDINATORS):
        return Statement(hit, speaker, (content, (start + 1, unit.end)), rule + "-split")
    if start < limit and (resumed := _RESUMED.search(letters, start, limit)) is not None:
        if " p " in letters[start : resumed.start()] and is_title(folded, resumed.end() - 1):
            return Statement(hit, speaker, (content,), rule)  # "she wrote in her memoir, “Fair Weather”"
        return Statement(hit, speaker, (content, (resumed.end() - 1, unit.end)), rule + "-split")
    return Statement(hit, speaker, (content,), rule)


def _as_reported(folded: Skeleton, unit: Unit, hit: Hit) -> Statement | None:
    """``As reported by the Post, A``."""
    if hit.group - 2 != unit.start or folded.words[unit.start] not in AS:
        return None
    speaker = speakers.after(folded, unit, hit.end + 2, clause_may_follow=True)
    if speaker is None or speaker[1] + 2 >= unit.end or folded.letters[speaker[1]] != ",":
        return None
    return Statement(hit, speaker, ((speaker[1] + 1, unit.end),), "as-said")


def _as_said(folded: Skeleton, unit: Unit, hit: Hit, speaker: Mention) -> Statement | None:
    """``As Ruiz said, A`` and ``A, as Ruiz said``."""
    letters = folded.letters
    start = speaker[0] - 2
    first = unit.start + 2 if letters[unit.start] == "c" else unit.start
    if start < unit.start:
        return None
    what = follow(folded, unit, hit)
    if "quotation" not in hit.form.governs:
        return None
    if what.kind == "quote" and start == first:
        return Statement(hit, speaker, ((what.at, unit.end),), "as-said")
    if what.kind in ("clause", "noun") and start == first:  # `As Ruiz told the paper last week, "A"`
        quoted = letters.find(",Q", hit.end, unit.end) + 1
        if not quoted or _FINITE.search(letters, hit.end, quoted):
            return None
        return Statement(hit, speaker, ((quoted, unit.end),), "as-said")
    if what.kind not in ("end", "comma"):
        return None
    if start == first:
        if what.kind == "end" or what.at + 2 >= unit.end:
            return None
        return Statement(hit, speaker, ((what.at + 1, unit.end),), "as-said")
    if letters[start - 1] not in ",~":
        return None
    pieces: list[Piece] = [(unit.start, start - 1)]
    if what.kind == "comma" and what.at < unit.end - 2 and letters[what.at + 1] not in "gcs":
        pieces.append((what.at + 1, unit.end))
    return Statement(hit, speaker, tuple(pieces), "as-said")

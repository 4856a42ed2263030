"""Openings: what is said stands behind its cue."""

from __future__ import annotations

from mediaparse.attributions import contents, grammar, speakers
from mediaparse.attributions.agreement import agrees, names_only, noun_rather
from mediaparse.attributions.cues import Hit
from mediaparse.attributions.follows import WH, Follow, follow
from mediaparse.attributions.phrases import DEGREES, Mention
from mediaparse.attributions.skeleton import Skeleton, Unit
from mediaparse.attributions.statements import Statement
from mediaparse.attributions.words import is_a
from mediaparse.patterns import pattern

_CLOSED = frozenset(("as", "which"))  # "- which Ruiz described as bold -"
_TOLD = ("that", "quote", "wh")  # "went on to say that", but no "to praise the plan"
_ASK = ("ask", "ask about")
_APART = frozenset(("according to", "call", "discuss", *_ASK))  # verbs with a rule of their own
_UNMARKED = ("comma", "noun")
_STATES = pattern("[avehQ;:~]")
_OF_VERBS = frozenset(("as", "on", "upon", "out"))  # "described as", "called upon"
_COUNTING = frozenset(("report", "claim"))  # "reported two billion crowns", "claimed ten lives"
_GOES_ON = frozenset(("on", "continued", "continues"))  # "went on to praise the plan"
_QUESTION = 30  # tokens between "asked" and what was
_NOTHING = frozenset(("nothing", "little"))


def opening(folded: Skeleton, unit: Unit, hit: Hit, later: list[Hit], last: Statement | None) -> Statement | None:
    """What is said stands behind the cue: ``he said that A``, ``he said: "A"``."""
    letters, lemma, tense = folded.letters, hit.form.lemma, hit.form.tense
    apart = lemma in _APART
    if apart:
        if lemma == "according to":
            return None
        if lemma in _ASK and (asked := _asked(folded, unit, hit)) is not None:
            return asked
    if hit.group == unit.start and (first := _verb_first(folded, unit, hit)) is not None:
        return first
    if hit.passive:
        return None
    speaker, how = _subject(folded, unit, hit, last)
    if not how:
        return None
    what = follow(folded, unit, hit)
    if tense == "ing" and what.kind not in _TOLD and _qualifies(folded, hit, how, what):
        return None
    if hit.infinitive and not _reached(folded, hit, what):
        return None
    if "quotation" in hit.form.governs:
        if letters[unit.end] != "." and folded.colon_after(unit) and _announces(folded, unit, what):
            return Statement(hit, speaker, (), f"{how}-colon")
        if what.kind in _UNMARKED:
            what = _past_announcement(folded, unit, what)
    at = what.at
    if letters[at] in "op" and at == hit.end + 1 and _described(folded, hit, how, what):
        return None
    if apart and (names_only(folded, hit, speaker, what) or _discussed(folded, hit, speaker)):
        return None
    if not _governed(folded, hit, what):
        return None
    if how == "subject" and hit.form.also_noun and noun_rather(folded, hit, speaker, what):
        return None
    worded = what.kind == "quote" and how == "participle" and folded.words[hit.group - 2] != "as"
    if worded and not letters.startswith("Q c Q", at):
        return Statement(hit, speaker, ((at, at + 1),), "participle-quote")  # 'a sign saying "Keep out" hung'
    closes = _closes(folded, unit, hit, speaker)
    end = contents.behind(folded, unit, what, later, closes, "clause" not in hit.form.governs)
    if end <= at or (end - at == 1 and letters[at] in "hds" and folded.words[at] != "no"):
        return None
    return Statement(hit, speaker, ((at, end),), f"{how}-{what.kind}")


def _qualifies(folded: Skeleton, hit: Hit, how: str, what: Follow) -> bool:
    """ "Its reading scores", "the sweeping criticizing tone", "a man saying nothing": a participle of a noun phrase."""
    if folded.letters[hit.group - 2 : hit.group] == "d ":
        return True
    return how == "participle" and (what.kind != "clause" or hit.form.lemma != "say")


def _described(folded: Skeleton, hit: Hit, how: str, what: Follow) -> bool:
    """In "claims of fraud" a noun, in "a person briefed on the plan said" a verb that describes who speaks."""
    if folded.letters[what.at] == "o":
        return what.kind in ("clause", "noun")
    return how == "subject" and what.kind == "clause" and "person" in hit.form.governs


def _discussed(folded: Skeleton, hit: Hit, speaker: Mention | None) -> bool:
    """ "The meeting discussed the dam": it says nothing of it."""
    if hit.form.lemma != "discuss" or speaker is None:
        return False
    return is_a("occasion", folded.words[speaker[1] - 1])


def _announces(folded: Skeleton, unit: Unit, what: Follow) -> bool:
    """Is what follows the cue up to the colon that ends the unit no statement: "to loud applause", "the line"?"""
    return what.kind == "end" or (what.kind in _UNMARKED and _STATES.search(folded.letters, what.at, unit.end) is None)


def _past_announcement(folded: Skeleton, unit: Unit, what: Follow) -> Follow:
    """In `he recites the old line: "A"` the statement is the quotation."""
    letters = folded.letters
    quoted = letters.find("Q", what.at, unit.end)
    if quoted < 0 or letters[quoted - 1] not in (":," if letters[what.at] == "o" else ":"):
        return what
    return what if _STATES.search(letters, what.at, quoted - 1) else Follow("quote", quoted)


def _reached(folded: Skeleton, hit: Hit, what: Follow) -> bool:
    """ "went on to say", "took the floor to warn that": said in the end, though the verb is an infinitive."""
    before = folded.words[hit.group - 4]
    return before in _GOES_ON or (what.kind in _TOLD and not is_a("withholding", before))


def _subject(folded: Skeleton, unit: Unit, hit: Hit, last: Statement | None) -> tuple[Mention | None, str]:
    """Whose statement it is, and how that was found; no way at all where the cue is no verb here."""
    if hit.finite and hit.group > unit.start:
        mention = speakers.before(folded, unit, hit.group)
        if mention is not None:
            return (mention, "subject") if agrees(folded, hit, mention) else (None, "")
    letters = folded.letters
    if folded.words[hit.group - 2] == "without":  # "left without saying that"
        return None, ""
    if hit.form.tense == "ing" and (cited := speakers.quoted(folded, unit, hit.group)) is not None:
        return cited[0], "participle"
    if hit.word == unit.start and hit.form.tense == "ing":
        mention = speakers.of_clause(folded, unit, hit.group)
        return mention, "clause" if mention else ""
    if hit.group <= unit.start:
        return None, ""
    if hit.form.tense == "ing" and not hit.finite:
        mention = speakers.in_absolute(folded, unit, hit.group)
        if mention is not None:
            return mention, "absolute"
    if hit.form.tense == "ing" and letters[hit.group - 1] == " " and letters[hit.group - 2] in "nN":
        mention = speakers.before(folded, unit, hit.group)
        if mention is not None and not is_a("venue", folded.words[mention[1] - 1]):
            return mention, "participle"
    if letters[hit.group - 2] == "c" and (who := speakers.of_relative(folded, unit, hit.group - 2)) is not None:
        return who, "subject"
    if hit.form.tense == "past" and letters[hit.group - 1] == "," and is_a("calling", hit.form.lemma):
        return None, ""  # "the officials, called superdelegates"
    if hit.form.tense == "ing" or letters[hit.group - 2] == "c" or letters[hit.group - 1] == "," or hit.infinitive:
        if last is not None and last.speaker is not None and last.speaker[1] == hit.group - 1:
            return last.speaker, "shared"
        low = last.pieces[-1][1] if last is not None and last.pieces else unit.start
        mention = speakers.of_last_clause(folded, max(low, hit.group - speakers.REACH), hit.group)
        if mention is None and last is not None and last.speaker is not None:
            return last.speaker, "shared"
        mention = mention or speakers.of_clause(folded, unit, hit.group)
        if mention is not None:
            return mention, "clause"
    return None, ""


def _governed(folded: Skeleton, hit: Hit, what: Follow) -> bool:
    """Can what follows the cue be what its verb says, by what ``verbs.tsv`` says that it governs?"""
    governs = hit.form.governs
    match what.kind:
        case "that":
            return "that" in governs
        case "quote":
            return "quotation" in governs or "noun" in governs
        case "wh":
            return ("wh" in governs or "noun" in governs) and not hit.negated
        case "infinitive":
            return "infinitive" in governs
        case "clause":
            placed = folded.letters[what.at] == "p" and what.at == hit.end + 1  # "views expressed in this column are"
            return "clause" in governs or ("noun" in governs and not placed)
        case "noun":
            if folded.letters[what.at] in "01" and hit.form.lemma in _COUNTING:
                return False
            counts = folded.words[what.at] in DEGREES and folded.letters[what.at + 2] in "01"  # "said about half of"
            if folded.letters[what.at] == "p" and folded.words[what.at] not in _OF_VERBS and not counts:
                return False  # "said in Skerry"
            if hit.form.lemma == "say":
                return not hit.negated and folded.words[what.at] not in _NOTHING
            return "noun" in governs and not hit.negated
    return False


def _closes(folded: Skeleton, unit: Unit, hit: Hit, speaker: Mention | None) -> str:
    """The mark that ends what is said within another clause: "After saying ..., Ruiz", "Ruiz, who said ..., won"."""
    if hit.word == unit.start:
        return ","
    if speaker is None:
        return ""
    letters, start = folded.letters, speaker[0]
    if start > hit.word:
        return ","
    word = start - 2
    if letters[start] in "sd" and speakers.relative(folded, start):
        return letters[start - 1] if letters[start - 1] in ",~" else ""
    if word < unit.start or not (letters[word] == "s" or folded.words[word].lower() in _CLOSED):
        return ""
    while word > unit.start and letters[word - 2] in "cr" and letters[word - 1] == " ":  # "But while", "Even as"
        word -= 2
    return "," if word == unit.start else letters[word - 1] if letters[word - 1] in ",~" else ""


def _verb_first(folded: Skeleton, unit: Unit, hit: Hit) -> Statement | None:
    """``Said Ruiz: "A"``, ``Added Ruiz, the mayor, "A"``."""
    letters = folded.letters
    if hit.form.tense != "past" or "quotation" not in hit.form.governs:
        return None
    mention = speakers.after(folded, unit, hit.end)
    if mention is None:
        return None
    gap = mention[1]
    if gap >= unit.end:
        return Statement(hit, mention, (), "verb-first-colon") if folded.colon_after(unit) else None
    if letters[gap] not in ",:" or letters[gap + 1] != "Q":
        return None
    return Statement(hit, mention, ((gap + 1, unit.end),), "verb-first")


def _asked(folded: Skeleton, unit: Unit, hit: Hit) -> Statement | None:
    """``Asked whether A, he said B``: a question without its asker."""
    bare = hit.word == unit.start or (hit.group == hit.word and folded.letters[hit.word - 2] == "s")
    if not (hit.passive or (bare and hit.form.tense == "past")):
        return None
    what = follow(folded, unit, hit)
    start = what.at if what.kind in ("wh", "quote") else _question(folded, unit, hit.end)
    if start is None:
        return None
    asker = None
    if folded.words[hit.end + 1] == "by":
        named = grammar.ASKER.match(folded.letters, hit.end + 3, start)
        asker = named.span() if named else None
    end = folded.letters.find(",", start, unit.end)
    return Statement(hit, asker, ((start, end if end > 0 else unit.end),), "asked")


def _question(folded: Skeleton, unit: Unit, gap: int) -> int | None:
    """The question of "asked by a reporter on Monday whether the dam held", "asked in Skerry about the dam"."""
    letters, words = folded.letters, folded.words
    for at in range(gap, min(gap + _QUESTION, unit.end - 2), 2):
        word = words[at + 1]
        if letters[at] not in " ¶.'-" or letters[at + 1] in "avc":
            return None
        if word == "about":
            return at + 3
        if word in WH:
            return at + 1
        if word == "to":
            return at + 1 if words[gap + 1] == "by" else None
    return None

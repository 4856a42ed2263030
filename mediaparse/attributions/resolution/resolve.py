"""The walk over a text's mentions that links each to somebody, the earlier ones first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence, Set
from functools import cached_property
from itertools import pairwise

from mediaparse.attributions.lexicon import AttributionLexicon, Title, TitleKind
from mediaparse.attributions.resolution.bodies import body_name, fuller_names, initials
from mediaparse.attributions.resolution.mentions import PRONOUNS, Mention, read_mention
from mediaparse.attributions.resolution.names import aged
from mediaparse.attributions.resolution.people import Cast, Person, cast, of_age, surnames_in
from mediaparse.attributions.resolution.roles import Holding, apposed, describe, enter, holders, is_broader, is_kin
from mediaparse.attributions.resolution.subjects import (
    addressed,
    antecedent,
    begins_with,
    first_part,
    is_byline,
    is_first_name,
    people,
    run_before,
    subjects,
    subjects_before,
)
from mediaparse.attributions.types import ResolvedBy, Speaker
from mediaparse.attributions.words import is_a
from mediaparse.scan import Scan

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_PRONOUNS = {gender: frozenset(word for word, of in _GENDER.items() if of == gender) for gender in "mf"}
_NEUTER = frozenset(("it", "its", "itself"))
_ASKED = ("asked",)
# Words that begin a clause whose subject the pronoun after its comma takes up: "When Berg was asked, he said".
_FRONTED = ("When ", "After ", "While ", "Asked ")
# What somebody no longer is, a writer knows of somebody who was named.
_PAST = frozenset(("former", "ex", "retired", "onetime"))
# Offices of which readers know who held them.
_UNIQUE = frozenset(("president", "vice president", "prime minister"))
_NATIVE = Title("native")  # what "the Norwegian" is
_SENTENCES = 6  # so far back, without a speaker of the gender since, a subject can be whom a pronoun means
_FAR = 12  # so many sentences back can the speaker be whom a pronoun means
_NEAR = 3  # and so many the one whom "it" or another word for the same person means
_TURNS = 24  # speakers that are remembered

# Names of the module, for a member of an enumeration takes long to look up.
_NAME, _SURNAME, _PRONOUN, _ROLE, _ORGANIZATION, _CONTINUATION = ResolvedBy

Stretch = tuple[int, int]  # where a mention starts and ends in the text


def resolve(
    scanned: Scan, mentions: Sequence[Stretch | None], lexicon: AttributionLexicon
) -> tuple[Speaker | None, ...]:
    """The speaker of each mention, in the order of the text.

    None among the mentions is a paragraph of pure quotation: the speaker before it goes on,
    with the span of that mention.

    >>> from mediaparse.attributions.lexicon import builtin_lexicon
    >>> from mediaparse.scan import scan
    >>> text = scan("Mayor Ana Ruiz opened the port. It will pay, she said.")
    >>> [(found.name, found.role) for found in resolve(text, [(45, 48)], builtin_lexicon())]
    [('Ana Ruiz', 'Mayor')]
    """
    text = scanned.text
    texts = {text[start:end] for start, end in filter(None, mentions)}
    if not texts:
        return (None,) * len(mentions)
    walk = _Walk(cast(scanned, lexicon, surnames_in(texts)), lexicon, texts)
    return tuple([walk.link(*mention) if mention else walk.go_on() for mention in mentions])


# How a mention means whom or what: the person, or a name alone; the role with it; is it somebody, if unnamed.
_Meaning = tuple[ResolvedBy, Person | None, str | None, str | None, bool]

# A mention that was linked: its sentence, the part after it, what was found, whom it means, and is it somebody.
_Turn = tuple[int, int, Speaker, Person | None, bool]


class _Walk:
    """What is known at a point of the text: who spoke, and which speakers were left unnamed."""

    def __init__(self, cast: Cast, lexicon: AttributionLexicon, texts: Set[str]) -> None:
        self.cast = cast
        self.scanned = cast.scanned
        self.titled = lexicon.title_words
        self.texts = texts
        self.sentence_starts = [start for start, _ in cast.scanned.sentences]
        self.turns: deque[_Turn] = deque(maxlen=_TURNS)
        self.spoke: dict[Person, int] = {}
        self.sole: dict[str, Person] = {}
        self.settled: dict[str, tuple[str | None, int]] = {}  # mention of a body to its name and its number of parts
        self.anonymous: dict[str, int] = {}
        self.bodies: dict[str, str] = {}
        self.described: list[tuple[Person, Mention]] = []

    def link(self, start: int, end: int) -> Speaker:
        """The speaker whom the mention from ``start`` to ``end`` means, kept as the last who spoke."""
        scanned = self.scanned
        text = scanned.text[start:end]
        part, sentence = bisect_right(scanned.offsets, start) - 1, bisect_right(self.sentence_starts, start) - 1
        after, human = part + 1, True
        name: str | None = None
        role: str | None = None
        if (person := self.sole.get(text)) is not None:
            how = _SURNAME
        elif text in self.settled:
            how, human = _ORGANIZATION, False
            name, length = self.settled[text]
            after = part + length
        elif (gender := _GENDER.get(pronoun := text.casefold())) is not None:
            how, person = _PRONOUN, self._of_gender(gender, part, sentence)
        elif pronoun in PRONOUNS:
            how, human = _PRONOUN, pronoun != "which"
            person, name = self._by_pronoun(pronoun, part, sentence)
        else:
            mention = read_mention(part, scanned.part_at(max(start, end - 1)), self.titled, self.cast)
            how, person, name, role, human = self._meaning(mention, sentence)
            if mention.kind == "body":
                self.settled[text] = name, mention.end - part
            part, after = mention.start, mention.end
        if person is not None:
            name = person.name
            if role:
                person.role = person.role or role
            else:
                role = person.role or self._role_of(person)
            self.spoke[person] = part
        speaker = Speaker(start, end, scanned.written[start:end], name, role, None if name is None else how)
        self.turns.append((sentence, after, speaker, person, human))
        return speaker

    def go_on(self) -> Speaker | None:
        """The last speaker once more."""
        if not self.turns:
            return None
        _, _, last, _, _ = self.turns[-1]
        how = None if last.name is None else _CONTINUATION
        return Speaker(last.start, last.end, last.text, last.name, last.role, how)

    def _meaning(self, mention: Mention, sentence: int) -> _Meaning:
        """Whom or what a mention means, by its kind."""
        if mention.kind == "person":
            person, role = self._by_name(mention), self._role_in(mention)
            if person is not None and role is not None:
                self.described.append((person, mention))
            single = mention.naming is None or len(mention.naming.words) == 1
            return _SURNAME if single else _NAME, person, None, role, True
        if mention.kind == "role":
            person = self._by_role(mention, sentence)
            return _ROLE, person, None, None, person is not None or mention.head in self.titled
        if mention.kind == "body":
            return _ORGANIZATION, None, self._body(mention), None, False
        return _ROLE, None, None, None, False

    def _by_name(self, mention: Mention) -> Person | None:
        """Whom a name means: of several bearers the one of that gender, who spoke last, or who is named most."""
        naming = mention.naming
        if naming is None:
            return None
        if len(naming.words) > 1 and naming.start in self.cast.by_part:
            return self.cast.by_part[naming.start]
        bearers = self.cast.named(naming)
        if not bearers:
            self.cast.enter(naming)
            return self.cast.by_part.get(naming.start)
        if len(bearers) > 1:
            for fits in (
                [person for person in bearers if naming.honorific is None or person.may_be(naming.honorific)],
                [person for person in bearers if person.told],
                [person for person in bearers if not is_kin(self.scanned, person, self.titled)],
                [person for person in bearers if person.namings[0].start < mention.start],
            ):
                bearers = [person for person in bearers if person in fits] or bearers
        if len(bearers) == 1:
            if len(naming.words) == 1 and mention.end == mention.start + 1:
                self.sole[naming.words[0]] = bearers[0]
            return bearers[0]
        last = max(bearers, key=lambda person: self.spoke.get(person, -1))
        if last in self.spoke:
            return last
        most, other = sorted(bearers, key=lambda person: -len(person.namings))[:2]
        return most if len(most.namings) > len(other.namings) else None

    def _by_pronoun(self, pronoun: str, part: int, sentence: int) -> tuple[Person | None, str | None]:
        """Whom a pronoun of no gender means at ``part``, or the name of the body that "it" means."""
        if pronoun in _NEUTER and self.turns:
            said, _, speaker, _, human = self.turns[-1]
            return None, None if human or sentence - said > _NEAR else speaker.name
        if pronoun == "who":
            if self.turns:
                _, end, _, person, _ = self.turns[-1]
                if self.scanned.classes[end:part] == ",":
                    return person, None
            return antecedent(self.cast, sentence, part), None
        return None, self._body_before(part, sentence) if pronoun == "which" else None

    def _body_before(self, part: int, sentence: int) -> str | None:
        """The name of the body right before ", which"; in "the Board of Skerry, which" the last name alone is none."""
        run = run_before(self.cast, sentence, part)
        if run is None or self.scanned.classes[run[0] - 2 : run[0]] == "o ":
            return None
        mention = read_mention(run[0], run[-1], self.titled, self.cast)
        return self._body(mention) if mention.kind == "body" else None

    def _of_gender(self, gender: str, part: int, sentence: int) -> Person | None:
        """The last speaker of ``gender``, or the subject of a sentence since then."""
        scanned = self.scanned
        hearer = addressed(self.cast, part + 1)
        said, end, last = self._last_of(gender, sentence, hearer)
        if said == sentence:
            return last
        if said >= 0 and scanned.parts[end + 1 : end + 2] == _ASKED:  # "asked Berg whether": the next "he" answers
            asked = addressed(self.cast, end)
            if asked is not None and asked.may_be(gender):
                return asked
        if scanned.parts[part - 1] == " " or scanned.text.startswith(_FRONTED, self.sentence_starts[sentence]):
            for person in subjects_before(self.cast, sentence, part):
                if person.may_be(gender) and person is not hearer:
                    return person
        floor = max(said + 1, sentence - _SENTENCES)
        for at in range(sentence - 1, floor - 1, -1):
            start, end = first_part(scanned, at), first_part(scanned, at + 1)
            if begins_with(scanned, start, _PRONOUNS[gender]) or is_byline(scanned, at):
                continue
            if is_first_name(self.cast, at, start, gender):
                return self.cast.enter_alone(start)
            for person in subjects(self.cast, start, end):
                if person.may_be(gender) and person is not hearer:
                    return person
            if last is None:
                others = {person for person in people(self.cast, start, end) if person.may_be(gender)}
                if len(others) == 1:
                    return others.pop()
        return last

    def _last_of(self, gender: str, sentence: int, hearer: Person | None) -> tuple[int, int, Person | None]:
        """The sentence, the end and the person of the last turn, not too far back, of ``gender`` or of one unnamed."""
        for said, end, _, person, human in reversed(self.turns):
            if sentence - said > _FAR:
                break
            if human and (person is None or (person is not hearer and person.gender in (gender, None))):
                return said, end, person
        return -1, -1, None

    def _by_role(self, mention: Mention, sentence: int) -> Person | None:
        """Whom a description means: who holds its title, and shares the most of its other words."""
        title = self.titled.get(mention.head) or (_NATIVE if is_a("native", mention.head.capitalize()) else None)
        if not mention.definite:
            self.anonymous[mention.head] = mention.start
            return None
        if mention.head == "old" and mention.modifiers[1:] == ("year",):
            return of_age(self.cast, mention.modifiers[0], self._just_spoken(sentence))
        if title is None:
            return None
        self._enter_described()
        shared: dict[Person, int] = {}
        for head in {mention.head, title.word.casefold().rpartition(" ")[2]}:
            for person, holder in self.holders.get(head, {}).items():
                if holder.start < mention.start:
                    same = sum([holder.shares(word) for word in mention.modifiers])
                    shared[person] = max(shared.get(person, 0), same)
        if not shared:
            return self._described(mention, sentence, title)
        top = max(shared.values())
        recent = self._just_spoken(sentence)
        if mention.proper and not top and recent and recent not in shared and not self._role_of(recent):
            return recent
        fits = [person for person, same in shared.items() if same == top]
        if len(fits) > 1:
            last = next((person for _, _, _, person, human in reversed(self.turns) if human), None)
            fits = [last] if last in fits else []
        if not fits or self.anonymous.get(mention.head, -1) > self._last_seen(fits[0], mention.start):
            return None
        return fits[0]

    def _enter_described(self) -> None:
        """Let the mentions so far tell roles: "Governor of the Ivalo Region Jo Berg" makes a governor."""
        for person, mention in self.described:
            if mention.naming is not None and mention.start < mention.naming.start:
                span = mention.start, mention.naming.start
                enter(self.holders, self.scanned, self.titled, person, *span)
        self.described.clear()

    def _described(self, mention: Mention, sentence: int, title: Title) -> Person | None:
        """The person who spoke last, where a writer's second way to call somebody follows ("the billionaire")."""
        if mention.possessed:
            return None
        recent = self._just_spoken(sentence)
        past = title.word not in _UNIQUE and not _PAST.isdisjoint(mention.modifiers)
        if not past and title.kind != "person":
            if recent is None or not self._is_also(recent, title, mention):
                return None
        elif not self.turns:
            bounds = [first_part(self.scanned, at) for at in range(sentence, -1, -1)[:4]]
            earlier = (person for end, start in pairwise(bounds) for person in subjects(self.cast, start, end))
            recent = next(earlier, None)
        return recent if recent is not None and title.gender in (None, recent.gender) else None

    def _is_also(self, recent: Person, title: Title, mention: Mention) -> bool:
        """Is the mention another word for ``recent``: "the official" for a mayor, "the single mother"?"""
        parts, letters = self.scanned.parts, self.scanned.classes
        head = mention.end if parts[mention.end - 1].casefold() == mention.head else mention.end - 4
        counted = letters[head : mention.end] in (" o 1", " o 0")  # "the father of two"
        if mention.head in self.anonymous or (head < mention.end and not counted):
            return False
        role = self._role_of(recent)
        if (broader := is_broader(title.word, role, self.titled)) is not None:
            return broader
        if mention.head in parts[: mention.start] or not any(aged(self.scanned, at.end) for at in recent.namings):
            return False
        return title.kind is TitleKind.KIN or (title.kind is TitleKind.TRADE and role is None)

    def _just_spoken(self, sentence: int) -> Person | None:
        """The last speaker, where that was in this sentence or just before it."""
        if not self.turns:
            return None
        said, _, _, person, _ = self.turns[-1]
        return person if sentence - said <= _NEAR else None

    def _last_seen(self, person: Person, before: int) -> int:
        """The last part before ``before`` where ``person`` is named or speaks."""
        at = bisect_left(person.namings, before, key=lambda naming: naming.start)
        return max(person.namings[at - 1].start if at else -1, self.spoke.get(person, -1))

    @cached_property
    def holders(self) -> dict[str, dict[Person, Holding]]:
        """Who holds each title."""
        return holders(self.cast, self.titled)

    def _role_in(self, mention: Mention) -> str | None:
        """The title, rank or office that is written with the name: before it, or behind it as an apposition."""
        naming, titled = mention.naming, self.titled
        if naming is None:
            return None
        scanned = self.scanned
        if mention.start < naming.start and scanned.classes[naming.start - 2] not in "po":
            words = map(str.casefold, scanned.parts[mention.start : naming.start : 2])
            if any(titled[word].kind != "honorific" for word in words if word in titled):
                before = titled.get(scanned.parts[naming.start - 2].casefold())
                addressed = before is not None and before.kind == "honorific"  # "The director, Dr Amina Bello"
                apart = addressed and scanned.classes[naming.start - 3] == ","
                return self._text(mention.start, naming.start - 3 if apart else naming.start)
        described = apposed(scanned, naming, titled, mention.end)
        return None if described is None else self._text(*described)

    def _role_of(self, person: Person) -> str | None:
        """The first role that the text gives ``person``."""
        if person.role is None:
            found = describe(self.scanned, person, self.titled)
            person.role = "" if found is None else self._text(*found)
        return person.role or None

    def _body(self, mention: Mention) -> str | None:
        """The fullest name of an organisation: "Federal Transit Agency" for "FTA" and "the Transit Agency"."""
        scanned = self.scanned
        if mention.naming is None:
            return None
        name = body_name(scanned, mention.naming, mention.start, mention.end, self.titled)
        if name not in self.bodies:
            fuller = self.initials.get(name, ()) if name.isupper() else fuller_names(scanned, name)
            self.bodies[name] = next(iter(fuller)) if len(fuller) == 1 else name
        return self.bodies[name]

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The words of all mentions, in lower case."""
        return frozenset([word.casefold() for text in self.texts for word in text.split()])

    @cached_property
    def initials(self) -> dict[str, set[str]]:
        """The full names of organisations by their initials."""
        return initials(self.scanned, self.wanted)

    def _text(self, start: int, end: int) -> str:
        """The text of the parts from ``start`` up to ``end``, on one line."""
        text = self.scanned.text[self.scanned.offsets[start] : self.scanned.offsets[end]]
        return " ".join(text.split()).rstrip(",( ")

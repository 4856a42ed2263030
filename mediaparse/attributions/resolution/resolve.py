"""The walk over a text's mentions that links each to somebody, the earlier ones first."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from attrs import Factory, define

from mediaparse.attributions.lexicon import AttributionLexicon, Title, TitleKind
from mediaparse.attributions.resolution.bodies import body_end, fuller_names, initials
from mediaparse.attributions.resolution.mentions import Kind, Mention, read_mention
from mediaparse.attributions.resolution.people import Cast, Person, cast
from mediaparse.attributions.resolution.roles import Holder, apposed, describe, enter, holders, is_kin
from mediaparse.attributions.resolution.subjects import (
    addressed,
    answering,
    antecedent,
    begins_with,
    first_part,
    people,
    sentence_at,
    subjects,
    subjects_before,
)
from mediaparse.attributions.types import ResolvedBy, Speaker
from mediaparse.scan import Scan
from mediaparse.spans import Span

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
_PRONOUNS = {gender: frozenset(word for word, of in _GENDER.items() if of == gender) for gender in "mf"}
_NEUTER = frozenset(("it", "its", "itself"))
# Words that begin a clause whose subject the pronoun after its comma takes up: "When Berg was asked, he said".
_FRONTED = frozenset(("When", "After", "While", "Asked"))
# What somebody no longer is, a writer knows of somebody who was named.
_PAST = frozenset(("former", "ex", "retired", "onetime"))
# Offices of which readers know who held them.
_UNIQUE = frozenset(("president", "vice president", "prime minister"))
# As many sentences, and as many earlier speakers, as a pronoun looks back.
_SENTENCES = 6
_TURNS = 24
_FAR = 12


def resolve(scanned: Scan, mentions: Sequence[Span | None], lexicon: AttributionLexicon) -> tuple[Speaker | None, ...]:
    """The speaker of each mention, in the order of the text.

    None among the mentions is a paragraph of pure quotation: the speaker before it goes on,
    with the span of that mention.

    >>> from mediaparse.attributions.lexicon import builtin_lexicon
    >>> from mediaparse.scan import scan
    >>> text = scan("Mayor Ana Ruiz opened the port. It will pay, she said.")
    >>> [(found.name, found.role) for found in resolve(text, [text.span(45, 48)], builtin_lexicon())]
    [('Ana Ruiz', 'Mayor')]
    """
    spans = [span for span in mentions if span is not None]
    short = [span.text.rpartition(" ")[2] for span in spans if span.text.count(" ") < 2]
    surnames = frozenset([form for word in short for form in (word, word.capitalize())])
    walk = _Walk(cast(scanned, lexicon, surnames), lexicon, spans)
    return tuple([walk.link(span) for span in mentions])


class _Meaning(NamedTuple):
    """Whom or what a mention means, and what told so; ``human`` tells somebody, if unnamed, from a body or a group."""

    how: ResolvedBy
    person: Person | None = None
    name: str | None = None
    role: str | None = None
    human: bool = True


class _Turn(NamedTuple):
    """A mention that was linked: its parts, its sentence, and what was found."""

    start: int
    end: int
    sentence: int
    speaker: Speaker
    person: Person | None
    human: bool


@define(eq=False)
class _Walk:
    """What is known at a point of the text: who spoke, and which speakers were left unnamed."""

    cast: Cast
    lexicon: AttributionLexicon
    spans: Sequence[Span]
    turns: deque[_Turn] = Factory(lambda: deque(maxlen=_TURNS))
    spoke: dict[int, int] = Factory(dict)
    sole: dict[str, Person] = Factory(dict)
    anonymous: dict[str, int] = Factory(dict)
    bodies: dict[str, str] = Factory(dict)
    described: list[tuple[Person, Mention]] = Factory(list)

    def link(self, span: Span | None) -> Speaker | None:
        """The speaker whom the next mention means, kept as the last who spoke."""
        if span is None:
            return self._continued()
        scanned = self.cast.scanned
        sentence = sentence_at(scanned, span.start)
        if (sole := self.sole.get(span.text)) is not None:
            start = scanned.part_at(span.start)
            end, meaning = start + 1, _Meaning(ResolvedBy.SURNAME, sole)
        else:
            mention = read_mention(span, self.lexicon.title_words, self.cast)
            start, end, meaning = mention.start, mention.end, self._meaning(mention, sentence)
        how, person, name, role, human = meaning
        if person is not None:
            name, role = person.name, role or self._role_of(person)
            if role is not None:
                person.role = person.role or role
            self.spoke[id(person)] = start
        speaker = Speaker(span.start, span.end, span.text, name, role, None if name is None else how)
        self.turns.append(_Turn(start, end, sentence, speaker, person, human))
        return speaker

    def _meaning(self, mention: Mention, sentence: int) -> _Meaning:
        """Whom or what a mention means, by its kind."""
        match mention.kind:
            case Kind.PRONOUN:
                return _Meaning(ResolvedBy.PRONOUN, *self._by_pronoun(mention, sentence))
            case Kind.PERSON:
                person, role = self._by_name(mention), self._role_in(mention)
                if person is not None and role is not None:
                    self.described.append((person, mention))
                single = mention.naming is None or len(mention.naming.words) == 1
                return _Meaning(ResolvedBy.SURNAME if single else ResolvedBy.NAME, person, role=role)
            case Kind.ROLE:
                human = mention.head in self.lexicon.title_words
                return _Meaning(ResolvedBy.ROLE, self._by_role(mention, sentence), human=human)
            case Kind.BODY:
                return _Meaning(ResolvedBy.ORGANIZATION, name=self._body(mention), human=False)
            case Kind.GROUP:
                return _Meaning(ResolvedBy.ROLE, human=False)

    def _continued(self) -> Speaker | None:
        if not self.turns:
            return None
        last = self.turns[-1].speaker
        how = None if last.name is None else ResolvedBy.CONTINUATION
        return Speaker(last.start, last.end, last.text, last.name, last.role, how)

    def _by_name(self, mention: Mention) -> Person | None:
        """Whom a name means: of several bearers the one of that gender, who spoke last, or who is named most."""
        naming = mention.naming
        if naming is None:
            return None
        if len(naming.words) > 1 and naming.start in self.cast.by_part:
            return self.cast.by_part[naming.start]
        bearers = self.cast.named(naming.folded)
        if not bearers:
            return Person(self._text(naming.start, naming.end), naming.folded, [naming])
        if len(bearers) > 1:
            for fits in (
                [person for person in bearers if naming.honorific is None or person.may_be(naming.honorific)],
                [person for person in bearers if person.told],
                [person for person in bearers if not is_kin(self.cast.scanned, person, self.lexicon.title_words)],
                [person for person in bearers if person.namings[0].start < mention.start],
            ):
                bearers = [person for person in bearers if person in fits] or bearers
        if len(bearers) == 1:
            if len(naming.words) == 1 and mention.end == mention.start + 1:
                self.sole[naming.words[0]] = bearers[0]
            return bearers[0]
        last = max(bearers, key=lambda person: self.spoke.get(id(person), -1))
        if id(last) in self.spoke:
            return last
        most, other = sorted(bearers, key=lambda person: -len(person.namings))[:2]
        return most if len(most.namings) > len(other.namings) else None

    def _by_pronoun(self, mention: Mention, sentence: int) -> tuple[Person | None, str | None]:
        """Whom a pronoun means, or the name of the body that "it" means."""
        if mention.head in _NEUTER:
            last = self.turns[-1] if self.turns else None
            near = last is not None and not last.human and sentence - last.sentence < 4
            return None, last.speaker.name if last is not None and near else None
        if mention.head == "who":
            last = self.turns[-1] if self.turns else None
            taken_up = last is not None and self.cast.scanned.classes[last.end : mention.start] == ","
            return last.person if last and taken_up else antecedent(self.cast, sentence, mention.start), None
        gender = _GENDER.get(mention.head)
        return (None if gender is None else self._of_gender(gender, mention, sentence)), None

    def _of_gender(self, gender: str, mention: Mention, sentence: int) -> Person | None:
        """The last speaker of ``gender``, or the subject of a sentence since then."""
        hearer = addressed(self.cast, mention.end)
        last = self._last_of(gender, sentence, hearer)
        if last is not None and last.sentence == sentence:
            return last.person
        if last is not None and (asked := answering(self.cast, last.end)) is not None and asked.may_be(gender):
            return asked
        parts = self.cast.scanned.parts
        if parts[mention.start - 1] == " " or parts[first_part(self.cast.scanned, sentence)] in _FRONTED:
            for person in subjects_before(self.cast, sentence, mention.start):
                if person.may_be(gender) and person is not hearer:
                    return person
        floor = max(last.sentence + 1 if last else 0, sentence - _SENTENCES)
        for at in range(sentence - 1, floor - 1, -1):
            if begins_with(self.cast.scanned, at, _PRONOUNS[gender]):
                continue
            for person in subjects(self.cast, at):
                if person.may_be(gender) and person is not hearer:
                    return person
            if last is None or last.person is None:
                others = {id(person): person for person in people(self.cast, at) if person.may_be(gender)}
                if len(others) == 1:
                    return others.popitem()[1]
        return None if last is None else last.person

    def _last_of(self, gender: str, sentence: int, hearer: Person | None) -> _Turn | None:
        """The last turn, not too far back, of somebody of ``gender`` or of somebody unnamed."""
        for turn in reversed(self.turns):
            if sentence - turn.sentence > _FAR:
                return None
            if turn.human and (turn.person is None or (turn.person is not hearer and turn.person.may_be(gender))):
                return turn
        return None

    def _by_role(self, mention: Mention, sentence: int) -> Person | None:
        """Whom a description means: who holds its title, and shares the most of its other words."""
        title = self.lexicon.title_words.get(mention.head)
        if not mention.definite:
            self.anonymous[mention.head] = mention.start
            return None
        if title is None:
            return None
        self._enter_described()
        shared: dict[int, int] = {}
        known: dict[int, Person] = {}
        for head in {mention.head, title.word.casefold().split()[-1]}:
            for key, holder in self.holders.get(head, {}).items():
                if holder.start < mention.start:
                    same = sum(any(_akin(word, other) for other in holder.words) for word in mention.modifiers)
                    shared[key], known[key] = max(shared.get(key, 0), same), holder.person
        if not shared:
            return self._described(mention, sentence, title)
        top = max(shared.values())
        recent = self._just_spoken(sentence)
        if mention.proper and not top and recent and id(recent) not in shared and not self._role_of(recent):
            return recent
        fits = [known[key] for key, same in shared.items() if same == top]
        last = next((turn.person for turn in reversed(self.turns) if turn.human), None)
        person = fits[0] if len(fits) == 1 else last if last in fits else None
        if person is None or self.anonymous.get(mention.head, -1) > self._last_seen(person, mention.start):
            return None
        return person

    def _enter_described(self) -> None:
        """Let the mentions so far tell roles: "Governor of the Ivalo Region Jo Berg" makes a governor."""
        for person, mention in self.described:
            if mention.naming is not None and mention.start < mention.naming.start:
                span = mention.start, mention.naming.start
                enter(self.holders, self.cast.scanned, self.lexicon.title_words, person, *span)
        self.described.clear()

    def _described(self, mention: Mention, sentence: int, title: Title) -> Person | None:
        """The person who spoke last, where a writer's second way to call somebody follows ("the billionaire")."""
        past = title.word not in _UNIQUE and not _PAST.isdisjoint(mention.modifiers)
        if mention.possessed or not (past or title.kind is TitleKind.PERSON):
            return None
        recent = self._just_spoken(sentence)
        if not self.turns:
            earlier = (person for at in range(sentence - 1, -1, -1)[:3] for person in subjects(self.cast, at))
            recent = next(earlier, None)
        return recent if recent is not None and title.gender in (None, recent.gender) else None

    def _just_spoken(self, sentence: int) -> Person | None:
        """The last speaker, where that was in this sentence or one of the three before it."""
        last = self.turns[-1] if self.turns else None
        return last.person if last is not None and sentence - last.sentence <= 3 else None

    def _last_seen(self, person: Person, before: int) -> int:
        """The last part before ``before`` where ``person`` is named or speaks."""
        at = bisect_left(person.namings, before, key=lambda naming: naming.start)
        return max(person.namings[at - 1].start if at else -1, self.spoke.get(id(person), -1))

    @cached_property
    def holders(self) -> dict[str, dict[int, Holder]]:
        """Who holds each title."""
        return holders(self.cast, self.lexicon.title_words)

    def _role_in(self, mention: Mention) -> str | None:
        """The title, rank or office that is written with the name: before it, or behind it as an apposition."""
        naming, titled = mention.naming, self.lexicon.title_words
        if naming is None:
            return None
        scanned = self.cast.scanned
        words = (word.casefold() for word in scanned.parts[mention.start : naming.start : 2])
        titles = any(titled[word].kind is not TitleKind.HONORIFIC for word in words if word in titled)
        if titles and scanned.classes[naming.start - 2] not in "po":
            return self._text(mention.start, naming.start)
        for start, end in apposed(scanned, naming, titled, mention.end):
            return self._text(start, end)
        return None

    def _role_of(self, person: Person) -> str | None:
        """The first role that the text gives ``person``."""
        if person.role is None:
            found = describe(self.cast.scanned, person, self.lexicon.title_words)
            person.role = "" if found is None else self._text(*found)
        return person.role or None

    def _body(self, mention: Mention) -> str | None:
        """The fullest name of an organisation: "Federal Transit Agency" for "FTA" and "the Transit Agency"."""
        naming, scanned = mention.naming, self.cast.scanned
        if naming is None:
            return None
        start = mention.start + 2 if scanned.classes[mention.start] == "d" else mention.start
        if any(word[0].islower() and word != "s" for word in scanned.parts[start : naming.start : 2]):
            start = naming.start
        name = self._text(start, body_end(scanned, naming.start, naming.end, mention.end))
        if name not in self.bodies:
            fuller = self.initials.get(name, ()) if name.isupper() else fuller_names(scanned, name)
            self.bodies[name] = next(iter(fuller)) if len(fuller) == 1 else name
        return self.bodies[name]

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The words of all mentions, in lower case."""
        return frozenset([word.casefold() for span in self.spans for word in span.text.split()])

    @cached_property
    def initials(self) -> dict[str, set[str]]:
        """The full names of organisations by their initials."""
        return initials(self.cast.scanned, self.wanted)

    def _text(self, start: int, end: int) -> str:
        """The text of the parts from ``start`` up to ``end``, on one line."""
        scanned = self.cast.scanned
        text = scanned.text[scanned.offsets[start] : scanned.offsets[end]]
        return " ".join(text.split()).rstrip(",( ")


def _akin(one: str, other: str) -> bool:
    """Are two words one, or an adjective and its noun ("Russian", "Russia")?"""
    return one == other or (len(one) > 4 and len(other) > 4 and one[:5] == other[:5])

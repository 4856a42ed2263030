"""The walk over a text's mentions that links each to somebody, the earlier ones first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from attrs import Factory, define, frozen

from mediaparse.attributions.lexicon import AttributionLexicon, TitleKind
from mediaparse.attributions.resolution.mentions import Kind, Mention, read_mention
from mediaparse.attributions.resolution.names import runs
from mediaparse.attributions.resolution.people import Cast, Person, cast
from mediaparse.attributions.resolution.roles import Role, roles
from mediaparse.attributions.types import ResolvedBy, Speaker
from mediaparse.scan import Scan
from mediaparse.spans import Span

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_NEUTER = frozenset(("it", "its", "itself"))


@frozen(eq=False)
class Turn:
    """A speaker who was linked: the mention's place, and the person, or the name of a body, or None."""

    start: int
    sentence: int
    speaker: Speaker
    person: Person | None
    human: bool


def resolve(scanned: Scan, mentions: Sequence[Span | None], lexicon: AttributionLexicon) -> tuple[Speaker | None, ...]:
    """The speaker of each mention, in the order of the text.

    None among the mentions is a paragraph of pure quotation: the speaker before it goes on.
    """
    wanted = frozenset(
        word.casefold()
        for span in mentions
        if span is not None and len(span.text) < 400
        for word in span.text.split()
        if word[0].isupper()
    )
    walk = _Walk(scanned, lexicon, cast(scanned, lexicon, wanted), [start for start, _ in scanned.sentences])
    return tuple(walk.link(span) for span in mentions)


@define(eq=False)
class _Walk:
    scanned: Scan
    lexicon: AttributionLexicon
    cast: Cast
    sentences: list[int]
    turns: list[Turn] = Factory(list)
    anonymous: dict[str, int] = Factory(dict)

    def link(self, span: Span | None) -> Speaker | None:
        if span is None:
            return self._continued()
        mention = read_mention(self.scanned, span, self.lexicon.title_words, self.cast)
        sentence = bisect_right(self.sentences, span.start) - 1
        person, name, role, how, human = None, None, None, None, True
        match mention.kind:
            case Kind.PERSON:
                person = self._by_name(mention, sentence)
                assert mention.naming is not None
                how = ResolvedBy.NAME if len(mention.naming.words) > 1 else ResolvedBy.SURNAME
                role = self._role_in(mention)
                if person is None:
                    name = None
                else:
                    name = person.name
            case Kind.PRONOUN:
                person, name = self._by_pronoun(mention, sentence)
                how = ResolvedBy.PRONOUN
            case Kind.ROLE:
                person = self._by_role(mention, sentence)
                how = ResolvedBy.ROLE
                human = mention.head in self.lexicon.title_words
            case Kind.BODY:
                name = self._body(mention)
                how, human = ResolvedBy.ORGANIZATION, False
            case Kind.GROUP:
                human = False
        if person is not None:
            name = person.name
        speaker = Speaker(span.start, span.end, span.text, name, role, how if name is not None else None)
        self.turns.append(Turn(mention.start, sentence, speaker, person, human))
        return speaker

    def _continued(self) -> Speaker | None:
        if not self.turns:
            return None
        last = self.turns[-1].speaker
        how = ResolvedBy.CONTINUATION if last.name is not None else None
        return Speaker(last.start, last.end, last.text, last.name, last.role, how)

    def _by_name(self, mention: Mention, sentence: int) -> Person | None:
        naming = mention.naming
        assert naming is not None
        own = self.cast.namings.get(naming.start)
        if own is not None and len(naming.words) > 1:
            return own
        words = tuple(word.casefold() for word in naming.words)
        people = self.cast.named(words)
        honorific = next((t.gender for t in naming.titles if t.kind is TitleKind.HONORIFIC and t.gender), None)
        if len(people) > 1 and honorific:
            people = [person for person in people if person.gender in (honorific, None)]
        if len(people) < 2:
            return people[0] if people else Person(" ".join(naming.words), words, [naming])
        for turn in reversed(self.turns):
            if turn.person in people:
                return turn.person
        ranked = sorted(people, key=lambda person: -len(person.namings))
        if len(ranked[0].namings) > len(ranked[1].namings):
            return ranked[0]
        return None

    def _by_pronoun(self, mention: Mention, sentence: int) -> tuple[Person | None, str | None]:
        if mention.head in _NEUTER:
            last = self.turns[-1] if self.turns else None
            if last is not None and not last.human and sentence - last.sentence < 4:
                return None, last.speaker.name
            return None, None
        gender = _GENDER.get(mention.head)
        if gender is None:
            return None, None
        last = next((turn for turn in reversed(self.turns) if turn.human and _fits(turn.person, gender)), None)
        floor = last.sentence + 1 if last else max(0, sentence - 6)
        for at in range(sentence - 1, max(floor, sentence - 6) - 1, -1):
            subject = self._subject(at)
            if subject is not None and _fits(subject, gender):
                return subject, None
        if last is not None:
            return last.person, None
        return None, None

    def _subject(self, sentence: int) -> Person | None:
        scanned = self.scanned
        start = scanned.part_at(self.sentences[sentence])
        end = (
            scanned.part_at(self.sentences[sentence + 1]) if sentence + 1 < len(self.sentences) else len(scanned.parts)
        )
        for run in runs(scanned, start + start % 2, min(end, start + 120)):
            if run[0] > 1 and scanned.classes[run[0] - 2] in "po":
                continue
            person = self.cast.namings.get(run[0]) or next(
                (self.cast.namings[index] for index in run if index in self.cast.namings), None
            )
            if person is None:
                people = self.cast.by_surname.get(scanned.parts[run[-1]].casefold(), [])
                person = people[0] if len(people) == 1 else None
            if person is not None:
                return person
        return None

    def _by_role(self, mention: Mention, sentence: int) -> Person | None:
        """Whom a description means: the one whose role has its chief word, and the most of the others."""
        title = self.lexicon.title_words.get(mention.head)
        if not mention.definite:
            self.anonymous[mention.head] = mention.start
            return None
        if title is None:
            return None
        best: dict[int, tuple[int, Person]] = {}
        heads = {mention.head, title.word.casefold().split()[-1]}
        for role in (role for head in heads for role in self.roles.get(head, ()) if role.start < mention.start):
            shared = sum(any(_akin(word, other) for other in role.words) for word in mention.modifiers)
            best[id(role.person)] = max(
                best.get(id(role.person), (0, role.person)), (shared, role.person), key=lambda x: x[0]
            )
        if not best:
            return None
        top = max(shared for shared, _ in best.values())
        people = [person for shared, person in best.values() if shared == top]
        recent = next((turn.person for turn in reversed(self.turns) if turn.human), None)
        if len(people) == 1 or recent in people:
            person = people[0] if len(people) == 1 else recent
            if self.anonymous.get(mention.head, -1) > self._last_seen(person, mention.start):
                return None
            return person
        return None

    def _last_seen(self, person: Person | None, before: int) -> int:
        """The last part before ``before`` where ``person`` is named or speaks."""
        if person is None:
            return -1
        named = max((naming.start for naming in person.namings if naming.start < before), default=-1)
        return max(named, next((turn.start for turn in reversed(self.turns) if turn.person is person), -1))

    @cached_property
    def roles(self) -> dict[str, list[Role]]:
        return roles(self.scanned, self.cast, self.lexicon.title_words)

    def _role_in(self, mention: Mention) -> str | None:
        naming, scanned = mention.naming, self.scanned
        assert naming is not None
        before = scanned.text[scanned.offsets[mention.start] : scanned.offsets[naming.start]].strip(" ,\n")
        return " ".join(before.split()) or None

    def _body(self, mention: Mention) -> str | None:
        naming, scanned = mention.naming, self.scanned
        assert naming is not None
        start = mention.start + 2 if scanned.classes[mention.start] == "d" else mention.start
        return " ".join(scanned.text[scanned.offsets[start] : scanned.offsets[naming.end]].split())


def _fits(person: Person | None, gender: str) -> bool:
    return person is None or person.gender in (gender, None)


def _akin(one: str, other: str) -> bool:
    """Are two words one, or an adjective and its noun ("Russian", "Russia")?"""
    return one == other or (len(one) > 4 and len(other) > 4 and one[:5] == other[:5])

"""What the attribution finder knows: cue verbs, titles and names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property

from attrs import field, frozen

from mediaparse.attributions.inflection import regular_forms, tense_of
from mediaparse.data import read_pairs, read_tsv
from mediaparse.entries import Choice, check_words
from mediaparse.values import Knowledge, Value

SAYING = frozenset(("that", "clause", "wh", "quotation"))
_GOVERNED = SAYING | {"noun", "infinitive", "as", "person"}
_PREPOSITIONS = frozenset(("of", "in", "by"))


def _words(words: Iterable[str] | str) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _set_of_words(words: Iterable[str] | str) -> frozenset[str]:
    return words if isinstance(words, frozenset) else frozenset(_words(words))


@frozen(eq=False, repr=False)
class CueVerb(Value):
    """A verb that marks a statement.

    ``forms`` are all its forms; a regular verb needs none. ``governs`` says what may stand
    for the statement: ``that``, ``clause``, ``wh``, ``quotation``, ``noun``, ``infinitive``,
    and ``person`` where a hearer stands before it. ``also_noun`` where its lemma and
    its -s form are nouns as well ("claims").

    >>> CueVerb("kvetch").forms
    ('kvetch', 'kvetches', 'kvetched', 'kvetching')
    """

    lemma: str
    forms: tuple[str, ...] = field(default=(), converter=_words)
    governs: frozenset[str] = field(default=SAYING, converter=_set_of_words)
    also_noun: bool = False

    def __attrs_post_init__(self) -> None:
        if not self.forms:
            object.__setattr__(self, "forms", regular_forms(self.lemma))

    @property
    def id(self) -> str:
        """The lemma; it may stand in a registry once."""
        return self.lemma

    def check(self) -> None:
        """Raise ``ValueError``, naming the verb, where a form is no word, or it governs what no verb does."""
        check_words(f"verb {self.lemma!r}", (self.lemma, *self.forms))
        for form in (self.lemma, *self.forms):
            if form != form.lower():
                raise ValueError(f"verb {self.lemma!r}: {form!r} must be in small letters")
        if unknown := self.governs - _GOVERNED:
            raise ValueError(f"verb {self.lemma!r}: nothing is called {min(unknown)!r} that a verb governs")


class TitleKind(Choice):
    """What a title says of its holder."""

    HONORIFIC = "honorific"
    RANK = "rank"
    OFFICE = "office"
    POST = "post"
    TRADE = "trade"
    KIN = "kin"
    PERSON = "person"
    GROUP = "group"
    MODIFIER = "modifier"


# Kinds that tell nobody's title on their own.
UNTITLED = frozenset((TitleKind.MODIFIER, TitleKind.GROUP))


@frozen(eq=False, repr=False)
class Title(Value):
    """A word that names a person's office, rank or trade ("minister", "colonel-general").

    ``gender`` is "m", "f" or None where the word does not say. ``forms`` are abbreviations,
    other spellings and irregular plurals; ``also`` are words by which a writer means the
    same person again ("lawmaker" for a senator).
    """

    word: str
    kind: TitleKind = field(default=TitleKind.PERSON, converter=TitleKind)
    gender: str | None = None
    forms: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The word; it may stand in a registry once."""
        return self.word

    def check(self) -> None:
        """Raise ``ValueError``, naming the title, where it or a form of it is no word."""
        check_words(f"title {self.word!r}", (self.word, *self.forms, *self.also))
        if self.gender not in ("m", "f", None):
            raise ValueError(f"title {self.word!r}: gender must be 'm', 'f' or None, not {self.gender!r}")


class CueForm:
    """One form of a cue verb: the words after its first ("out" of "pointed out") and its tense.

    What the grammar asks of the verb at each cue stands here as well.
    """

    __slots__ = ("also_noun", "governs", "lemma", "particle", "tense", "verb")

    def __init__(self, verb: CueVerb, particle: tuple[str, ...], tense: str) -> None:
        self.verb = verb
        self.particle = particle
        self.tense = tense
        self.lemma, self.governs, self.also_noun = verb.lemma, verb.governs, verb.also_noun


class _Cues(dict[str, list[CueForm]]):
    """A word of ``verbs`` to the forms that begin with it, made when a text has it."""

    def __init__(self, verbs: Mapping[str, Iterable[CueVerb]]) -> None:
        self.verbs = verbs

    def __missing__(self, word: str) -> list[CueForm]:
        beginning: list[CueForm] = []
        for verb in self.verbs[word]:
            tenses = {written: tense_of(written, verb.lemma) for written in (verb.lemma, *verb.forms)}
            if "past" not in tenses.values():  # "read", "put it"
                tenses[verb.lemma] = "past"
            for written, tense in tenses.items():
                first, *particle = written.split(" ")
                if first in (word, word.lower()):
                    beginning.append(CueForm(verb, tuple(particle), tense))
        beginning.sort(key=lambda form: -len(form.particle))
        self[word] = beginning
        return beginning


@frozen(eq=False, repr=False, slots=False)
class AttributionLexicon(Knowledge):
    """All that the attribution finder knows."""

    verbs: tuple[CueVerb, ...]
    titles: tuple[Title, ...]

    @cached_property
    def title_words(self) -> Mapping[str, Title]:
        """Each title by its word and forms, in lower case and with a blank for a hyphen.

        A title of several words stands under the last of them too, where no other title does and no
        preposition ("chief of staff") makes another word the chief one; an honorific ("Tan Sri") does not.
        """
        words: dict[str, Title] = {}
        forms = [
            (form.casefold().replace("-", " "), title) for title in self.titles for form in (title.word, *title.forms)
        ]
        for form, title in forms:
            words.setdefault(form, title)
        for form, title in forms:
            if title.kind is not TitleKind.HONORIFIC and _PREPOSITIONS.isdisjoint(form.split()):
                words.setdefault(form.split()[-1], title)
        return words

    @cached_property
    def person_words(self) -> frozenset[str]:
        """Given names and titles, no modifiers and groups, with a capital, as they stand in a name."""
        titles = [word for word, title in self.title_words.items() if title.kind not in UNTITLED and " " not in word]
        return frozenset(map(str.capitalize, (*given_names(), *titles)))

    @cached_property
    def cue_verbs(self) -> Mapping[str, Iterable[CueVerb]]:
        """First word of a form, also with a capital, to the verbs that have one which begins so."""
        verbs: dict[str, list[CueVerb]] = {}
        for verb in self.verbs:
            for first in dict.fromkeys(written.partition(" ")[0] for written in (verb.lemma, *verb.forms)):
                verbs.setdefault(first, []).append(verb)
        return verbs | {word.capitalize(): several for word, several in verbs.items()}

    @cached_property
    def cues(self) -> Mapping[str, Sequence[CueForm]]:
        """First word of a form, also with a capital, to the forms that begin so, the longest first."""
        return _Cues(self.cue_verbs)


@cache
def builtin_verbs() -> tuple[CueVerb, ...]:
    """The verbs of ``verbs.tsv``."""
    return tuple(_verb(*row) for row in read_tsv(__package__, "verbs.tsv"))


def _verb(lemma: str, forms: str, governs: str, also: str) -> CueVerb:
    stated = [form for form in forms.split("; " if " " in lemma else " ") if form]
    return CueVerb(lemma, (lemma, *stated) if stated else (), _governed(governs), also == "noun")


@cache
def _governed(cell: str) -> frozenset[str]:
    return frozenset(cell.split())


@cache
def builtin_titles() -> tuple[Title, ...]:
    """The titles of ``titles.tsv``."""
    return tuple(
        Title(word, kind, None if gender == "-" else gender, _list(forms), _list(also))
        for word, kind, gender, forms, also in read_tsv(__package__, "titles.tsv")
    )


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(", ")) if cell else ()


@cache
def given_names() -> Mapping[str, str]:
    """Given name, in lower case, to ``m``, ``f`` or ``-``."""
    return read_pairs(__package__, "names.tsv")


@cache
def organization_words() -> frozenset[str]:
    """Words, in lower case, that no person's name holds."""
    return frozenset(word for (word,) in read_tsv(__package__, "organizations.tsv"))


@cache
def builtin_lexicon() -> AttributionLexicon:
    """What the finder knows without a registry."""
    return AttributionLexicon(builtin_verbs(), builtin_titles())

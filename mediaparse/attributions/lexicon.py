"""What the attribution finder knows: cue verbs and titles."""

from __future__ import annotations

from functools import cache, cached_property

from attrs import field, frozen

from mediaparse.attributions.inflection import regular_forms, tense_of
from mediaparse.data import read_tsv

SAYING = frozenset(("that", "clause", "wh", "quotation"))


@frozen
class CueVerb:
    """A verb that marks a statement.

    ``forms`` are all its forms; a regular verb needs none. ``governs`` says what may stand
    for the statement: ``that``, ``clause``, ``wh``, ``quotation``, ``noun``, ``infinitive``,
    ``as``, and ``person`` where a hearer stands before it.

    >>> CueVerb("kvetch").forms
    ('kvetch', 'kvetches', 'kvetched', 'kvetching')
    """

    lemma: str
    forms: tuple[str, ...] = field(default=(), converter=tuple)
    governs: frozenset[str] = field(default=SAYING, converter=frozenset)

    def __attrs_post_init__(self) -> None:
        if not self.forms:
            object.__setattr__(self, "forms", regular_forms(self.lemma))

    @property
    def id(self) -> str:
        """The lemma; it may stand in a registry once."""
        return self.lemma


@frozen
class Title:
    """A word that names a person's office, rank or trade ("minister", "colonel-general")."""

    word: str

    @property
    def id(self) -> str:
        """The word; it may stand in a registry once."""
        return self.word


@frozen
class CueForm:
    """One form of a cue verb: the words after its first ("out" of "pointed out") and its tense."""

    verb: CueVerb
    particle: tuple[str, ...]
    tense: str


@frozen
class AttributionLexicon:
    """All that the attribution finder knows."""

    verbs: tuple[CueVerb, ...]
    titles: tuple[Title, ...]

    @cached_property
    def cues(self) -> dict[str, tuple[CueForm, ...]]:
        """First word of a form, also with a capital, to the forms that begin so, the longest first."""
        forms: dict[str, list[CueForm]] = {}
        for verb in self.verbs:
            for written in (verb.lemma, *verb.forms):
                first, *particle = written.split(" ")
                form = CueForm(verb, tuple(particle), tense_of(written, verb.lemma))
                for word in {first, first.capitalize()}:
                    if form not in forms.setdefault(word, []):
                        forms[word].append(form)
        return {word: tuple(sorted(found, key=lambda form: -len(form.particle))) for word, found in forms.items()}


@cache
def builtin_verbs() -> tuple[CueVerb, ...]:
    """The verbs of ``verbs.tsv``."""
    return tuple(_verb(*row) for row in read_tsv(__package__, "verbs.tsv"))


def _verb(lemma: str, forms: str, governs: str) -> CueVerb:
    stated = forms.split("; ") if ";" in forms else forms.split()
    return CueVerb(lemma, (lemma, *stated) if stated else (), governs.split())


@cache
def builtin_titles() -> tuple[Title, ...]:
    """The titles of ``titles.tsv``."""
    return tuple(Title(row[0]) for row in read_tsv(__package__, "titles.tsv"))


@cache
def builtin_lexicon() -> AttributionLexicon:
    """What the finder knows without a registry."""
    return AttributionLexicon(builtin_verbs(), builtin_titles())

"""What the attribution finder knows: cue verbs and titles."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from mediaparse.data import read_tsv


@frozen
class CueVerb:
    """A verb that marks a statement, with all its forms."""

    lemma: str
    forms: tuple[str, ...]

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
class AttributionLexicon:
    """All that the attribution finder knows."""

    verbs: tuple[CueVerb, ...]
    titles: tuple[Title, ...]


@cache
def builtin_verbs() -> tuple[CueVerb, ...]:
    """The verbs of ``verbs.tsv``."""
    return tuple(CueVerb(row[0], tuple(row[1].split())) for row in read_tsv(__package__, "verbs.tsv"))


@cache
def builtin_titles() -> tuple[Title, ...]:
    """The titles of ``titles.tsv``."""
    return tuple(Title(row[0]) for row in read_tsv(__package__, "titles.tsv"))


@cache
def builtin_lexicon() -> AttributionLexicon:
    """What the finder knows without a registry."""
    return AttributionLexicon(builtin_verbs(), builtin_titles())

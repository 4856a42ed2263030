"""What an attribution is made of: source (speaker), cue and content, after Pareti's PARC."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from mediaparse.spans import Found, Span


class AttributionKind(StrEnum):
    """How the content is given: in quotation marks, in the writer's words, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class ResolvedBy(StrEnum):
    """What told who the speaker is."""

    NAME = "name"
    SURNAME = "surname"
    PRONOUN = "pronoun"
    ROLE = "role"
    ORGANIZATION = "organization"
    CONTINUATION = "continuation"


@frozen(eq=False, repr=False)
class Cue(Span):
    """The words that mark the statement; ``lemma`` is "say", "according to", ...; ``negated``: "would not say"."""

    lemma: str
    negated: bool


@frozen(eq=False, repr=False)
class Speaker(Span):
    """The mention of the speaker as it stands in the text, title and all.

    ``name`` is the fullest name that this article gives that speaker ("Sergei Rudskoi"
    for "he") or None, ``role`` the title, rank or office written with it or found by
    resolution or None, ``resolved_by`` how ``name`` was found or None where it was not.
    """

    name: str | None
    role: str | None
    resolved_by: ResolvedBy | None


@frozen(eq=False, repr=False)
class Attribution(Found):
    """Who said what. The span runs from the first to the last of content, cue and speaker.

    ``content`` has a piece for each part of a split quotation, marks outside; ``closed``
    is False where an opening quotation mark has no closing one.
    """

    kind: AttributionKind
    content: tuple[Span, ...]
    cue: Cue | None
    speaker: Speaker | None
    closed: bool

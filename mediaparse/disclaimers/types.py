"""The kinds of disclaimer, and what is found of one."""

from __future__ import annotations

from attrs import frozen

from mediaparse.entries import Choice
from mediaparse.spans import Found, Span


class DisclaimerKind(Choice):
    """Five designations, the gravest first, and ten notices.

    A designation is a legal status attached to a name, a notice speaks about the text itself.

    >>> DisclaimerKind.FOREIGN_AGENT.is_designation, DisclaimerKind.COPYRIGHT.is_designation
    (True, False)
    """

    TERRORIST_DESIGNATION = "terrorist_designation"
    EXTREMIST_DESIGNATION = "extremist_designation"
    UNDESIRABLE_ORGANIZATION = "undesirable_organization"
    FOREIGN_AGENT = "foreign_agent"
    BANNED_ORGANIZATION = "banned_organization"
    FORWARD_LOOKING = "forward_looking"
    REGULATORY = "regulatory"
    SYNDICATION = "syndication"
    REPUBLICATION = "republication"
    COPYRIGHT = "copyright"
    PRESUMPTION_OF_INNOCENCE = "presumption_of_innocence"
    SPONSORED = "sponsored"
    OPINION_VIEWS = "opinion_views"
    NOT_ADVICE = "not_advice"
    EDITORIAL_NOTE = "editorial_note"

    @property
    def is_designation(self) -> bool:
        """Is it a status attached to a name, and no notice about the text?"""
        return self in GRAVITY

    @property
    def gravity(self) -> int:
        """Rank among the designations: 0 is the gravest, which names a mark that states several."""
        return GRAVITY[self]


GRAVITY = {kind: rank for rank, kind in enumerate(list(DisclaimerKind)[:5])}


@frozen(eq=False, repr=False)
class Disclaimer(Found):
    """A mark that a law or a house puts into the text.

    ``jurisdictions`` are ISO 3166-1 alpha-2 codes, "EU" or "UN", in the order of the text;
    empty for a notice. ``target`` is whom or what it marks, or None where the text names
    nothing. ``author`` is the agency that signs an editorial aside ("TASS" in "(an old name
    for IS - TASS)"), or None.
    """

    kind: DisclaimerKind
    jurisdictions: tuple[str, ...]
    target: Span | None
    author: Span | None = None

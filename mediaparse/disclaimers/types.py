"""The kinds of disclaimer, and what is found of one."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from mediaparse.spans import Found, Span


class DisclaimerKind(StrEnum):
    """Five designations (a legal status attached to a name), ten notices (about the text itself)."""

    BANNED_ORGANIZATION = "banned_organization"
    TERRORIST_DESIGNATION = "terrorist_designation"
    EXTREMIST_DESIGNATION = "extremist_designation"
    FOREIGN_AGENT = "foreign_agent"
    UNDESIRABLE_ORGANIZATION = "undesirable_organization"
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


@frozen
class Disclaimer(Found):
    """A mark that a law or a house puts into the text.

    ``jurisdictions`` are ISO 3166-1 alpha-2 codes, "EU" or "UN"; empty for a notice.
    ``target`` is whom or what it marks, or None where the text names nothing.
    """

    kind: DisclaimerKind
    jurisdictions: tuple[str, ...]
    target: Span | None

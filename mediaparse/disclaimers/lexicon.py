"""What the disclaimer finder knows: rules."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from mediaparse.disclaimers.types import DisclaimerKind


@frozen
class DisclaimerRule:
    """A wording that marks a name or a text."""

    id: str
    kind: DisclaimerKind
    jurisdictions: tuple[str, ...]


@frozen
class DisclaimerLexicon:
    """All that the disclaimer finder knows."""

    rules: tuple[DisclaimerRule, ...]


@cache
def builtin_rules() -> tuple[DisclaimerRule, ...]:
    """The rules of ``rules/``."""
    return ()


@cache
def builtin_lexicon() -> DisclaimerLexicon:
    """What the finder knows without a registry."""
    return DisclaimerLexicon(builtin_rules())

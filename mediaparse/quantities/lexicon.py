"""What the quantity finder knows: units."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from mediaparse.quantities.types import Unit


@frozen
class UnitEntry:
    """A unit as a row of knowledge: the unit, and the words and signs that name it."""

    unit: Unit
    surfaces: tuple[str, ...]

    @property
    def id(self) -> str:
        """The unit's name; it may stand in a registry once."""
        return self.unit.name


@frozen
class QuantityLexicon:
    """All that the quantity finder knows."""

    units: tuple[UnitEntry, ...]


@cache
def builtin_units() -> tuple[UnitEntry, ...]:
    """The units of ``units.tsv``."""
    return ()


@cache
def builtin_lexicon() -> QuantityLexicon:
    """What the finder knows without a registry."""
    return QuantityLexicon(builtin_units())

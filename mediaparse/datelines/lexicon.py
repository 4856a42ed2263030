"""What the dateline finder knows: agencies."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from mediaparse.data import read_toml
from mediaparse.datelines.types import Agency


@frozen
class AgencyEntry:
    """An agency as a row of knowledge: the agency, and the names that it signs with in any script."""

    agency: Agency
    aliases: tuple[str, ...]

    @property
    def id(self) -> str:
        """The agency's id; an id may stand in a registry once."""
        return self.agency.id


@frozen
class DatelineLexicon:
    """All that the dateline finder knows."""

    agencies: tuple[AgencyEntry, ...]


@cache
def builtin_agencies() -> tuple[AgencyEntry, ...]:
    """The agencies of ``agencies.toml``."""
    return tuple(
        AgencyEntry(Agency(id, row["name"], row.get("country")), (row["name"], *row.get("aliases", ())))
        for id, row in read_toml(__package__, "agencies.toml").items()
    )


@cache
def builtin_lexicon() -> DatelineLexicon:
    """What the finder knows without a registry."""
    return DatelineLexicon(builtin_agencies())

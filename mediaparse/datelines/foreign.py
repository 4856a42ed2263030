"""Months that the tables lack, read by dateparser from the short string that the grammar has cut out."""

from __future__ import annotations

import datetime as dt
from functools import cache

# The languages of wires that months.tsv does not hold; each one more costs dateparser time.
_LANGUAGES = (
    "af", "am", "bs", "cy", "eu", "fil", "ga", "gl", "gu", "ha", "hy", "ka", "km", "kn", "lb", "lo",
    "ml", "mn", "mt", "my", "ne", "pa", "si", "so", "ta", "te", "th", "yo", "zu",
)  # fmt: skip


def month_of(day: int, month: str) -> int | None:
    """The number of ``month``, a name in one of dateparser's languages; None where it is none.

    >>> month_of(5, "დეკემბერი"), month_of(5, "tea")
    (12, None)
    """
    import dateparser  # no text without such a month pays for it

    found = dateparser.parse(f"{day} {month}", languages=list(_LANGUAGES), settings=_settings())
    return found.month if found else None


@cache
def _settings() -> dict[str, object]:
    """One object for all calls, as dateparser keeps each; a fixed base, so that the day of the call does not matter."""
    return {
        "RELATIVE_BASE": dt.datetime(2000, 1, 1),
        "REQUIRE_PARTS": ["day", "month"],
        "PARSERS": ["absolute-time"],
        "TIMEZONE": "UTC",
    }

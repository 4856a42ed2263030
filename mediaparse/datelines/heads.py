"""Head: a dateline as it stands in the text, before anything is resolved."""

from __future__ import annotations

from typing import NamedTuple

from mediaparse.datelines.dates import DateText
from mediaparse.datelines.places import PlaceText
from mediaparse.datelines.signatures import Signature


class Head(NamedTuple):
    """A dateline as it stands in the text, before anything is resolved."""

    start: int
    end: int
    places: tuple[PlaceText, ...]
    date: DateText | None
    signature: Signature | None
    closing: str
    rule: str

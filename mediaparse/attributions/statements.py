"""Statements: what the grammar finds, in tokens of the skeleton."""

from __future__ import annotations

from attrs import frozen

from mediaparse.attributions.cues import Hit
from mediaparse.attributions.speakers import Mention

Piece = tuple[int, int]  # first token, gap after the last


@frozen(eq=False)
class Statement:
    """A cue with its speaker and content; a quotation that goes on in a new paragraph has neither cue nor speaker."""

    hit: Hit | None
    speaker: Mention | None
    pieces: tuple[Piece, ...]
    rule: str

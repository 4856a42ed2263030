"""Statements: what the grammar finds, in tokens of the skeleton."""

from __future__ import annotations

from mediaparse.attributions.cues import Hit
from mediaparse.attributions.phrases import Mention

Piece = tuple[int, int]  # first token, gap after the last


class Statement:
    """A cue with its speaker and content; a quotation that goes on in a new paragraph has neither cue nor speaker."""

    __slots__ = ("hit", "pieces", "rule", "speaker")

    def __init__(self, hit: Hit | None, speaker: Mention | None, pieces: tuple[Piece, ...], rule: str) -> None:
        self.hit = hit
        self.speaker = speaker
        self.pieces = pieces
        self.rule = rule

    def add(self, piece: Piece) -> None:
        """Take in what the statement goes on with."""
        self.pieces = (*self.pieces, piece)

    def of(self, *pieces: Piece) -> Statement:
        """The same with other content."""
        return Statement(self.hit, self.speaker, pieces, self.rule)

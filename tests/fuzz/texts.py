"""Bytes, which a fuzzer changes, and the texts that they stand for."""

from __future__ import annotations

import json
from pathlib import Path

TESTS = Path(__file__).parent.parent
PIECES: tuple[str, ...] = tuple(json.loads((TESTS / "pieces.json").read_text("utf-8")))
_PIECE, _OTHER = 0x80, 0xF0  # the first byte that stands for a piece, and for a character in the three bytes behind it


def text_of(data: bytes) -> str:
    """The text of ``data``: ASCII as it is, a byte for a piece of news, four for any other character.

    >>> text_of(b"Rain\\xf0\\x00\\x20\\x14")
    'Rain—'
    """
    found: list[str] = []
    at = 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte < _PIECE:
            found.append(chr(byte))
        elif byte < _OTHER:
            found.append(PIECES[(byte - _PIECE) % len(PIECES)])
        else:
            found.append(chr(int.from_bytes(data[at : at + 3], "big") % 0x110000))
            at += 3
    return "".join(found)


def data_of(text: str) -> bytes:
    """Bytes that stand for ``text``.

    >>> text_of(data_of("«Ой!»")) == "«Ой!»"
    True
    """
    return b"".join(
        bytes((ord(letter),)) if ord(letter) < _PIECE else bytes((_OTHER,)) + ord(letter).to_bytes(3, "big")
        for letter in text
    )

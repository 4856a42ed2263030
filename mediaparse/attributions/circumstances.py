"""Circumstances: the words for when and where something is said, no part of a speaker or of what is said."""

from __future__ import annotations

from functools import cache

from mediaparse.data import read_pairs


@cache
def venues() -> frozenset[str]:
    """Occasions and media: "interview", "statement"."""
    return _of("venue")


@cache
def times() -> frozenset[str]:
    """What "last" or "this" may stand before: "week", "night"."""
    return _of("time", "daytime")


@cache
def daytimes() -> frozenset[str]:
    """Times that may stand behind a weekday: "evening"."""
    return _of("daytime")


@cache
def spans() -> frozenset[str]:
    """What is counted before "ago" and "earlier": "year", "moment"."""
    return _of("span") | times()


def _of(*kinds: str) -> frozenset[str]:
    return frozenset(word for word, kind in read_pairs(__package__, "circumstances.tsv").items() if kind in kinds)

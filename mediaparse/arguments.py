"""What callers hand over, checked: the ``TypeError`` says what was wanted and what was given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from types import NoneType
from typing import TypeVar

L = TypeVar("L")

REGISTRY = "a Registry or None"


def check(name: str, given: object, kinds: type | tuple[type, ...], wanted: str) -> None:
    """Raise ``TypeError`` where the argument ``name`` is none of ``kinds``.

    >>> check("text", b"Rain.", str, "a str")
    Traceback (most recent call last):
        ...
    TypeError: text must be a str, not bytes
    """
    if not isinstance(given, kinds):
        raise wrong(name, given, wanted)


def wrong(name: str, given: object, wanted: str) -> TypeError:
    """The error that says so."""
    what = f"the class {given.__name__}" if isinstance(given, type) else type(given).__name__
    return TypeError(f"{name} must be {wanted}, not {what}")


def checked_day(published: dt.date | None) -> dt.date | None:
    """The day of publication, of a moment too.

    >>> checked_day(dt.datetime(2023, 3, 4, 5, 6))
    datetime.date(2023, 3, 4)
    """
    check("published", published, (dt.date, NoneType), "a datetime.date or None")
    return published.date() if isinstance(published, dt.datetime) else published


def checked_lexicon(registry: object, finder: str, kind: type[L], builtin: Callable[[], L]) -> L:
    """What ``finder`` knows by ``registry``, which this layer cannot import, or by itself where that is None."""
    if registry is None:
        return builtin()
    lexicon = getattr(registry, finder, None)
    if isinstance(lexicon, kind):
        return lexicon
    raise wrong("registry", registry, REGISTRY)

"""Patterns that are compiled when they are first used: an import compiles none, a text only those that it needs."""

from __future__ import annotations

import re
from typing import Any, cast


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern that ``re.compile`` makes, compiled when it is first used, and then as fast.

    >>> vowels = pattern("[aeiou]")
    >>> vowels.findall("harbour")
    ['a', 'o', 'u']
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))


_METHODS = tuple(name for name in vars(re.Pattern) if name[0] != "_")


class _Pattern:
    """Takes over the methods of the compiled pattern when it is asked for one of them."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        vars(self).update((each, getattr(compiled, each)) for each in _METHODS)
        return getattr(compiled, name)

"""Patterns that are compiled when they are first used: an import compiles none, a text only those that it needs."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern that ``re.compile`` makes, compiled when it is first used, and then as fast.

    >>> vowels = pattern("[aeiou]")
    >>> vowels.findall("harbour")
    ['a', 'o', 'u']
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))


class _Pattern:
    """Takes over a method of the compiled pattern when it is first asked for it."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        method = vars(self)[name] = getattr(self._compiled, name)
        return method

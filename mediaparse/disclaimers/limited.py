"""A plugin's pattern, which runs under the time limit of its rule."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cached_property

import regex
from attrs import frozen

from mediaparse.errors import PluginError


@frozen
class Limited:
    """The pattern ``expression`` of the rule ``rule`` of ``plugin``; each search may take ``timeout`` seconds.

    Its two methods are those of ``re.Pattern`` and raise ``PluginError`` where the time is over.
    """

    expression: str
    rule: str
    plugin: str
    timeout: float

    @cached_property
    def _pattern(self) -> regex.Pattern[str]:
        return regex.compile(self.expression)

    def finditer(self, codes: str) -> Iterator[regex.Match[str]]:
        """Every match in ``codes``."""
        try:
            yield from self._pattern.finditer(codes, timeout=self.timeout)
        except TimeoutError as error:
            raise self._over() from error

    def search(self, codes: str, first: int = 0, last: int = sys.maxsize) -> regex.Match[str] | None:
        """The first match from ``first`` up to ``last``, which is not in it."""
        try:
            return self._pattern.search(codes, first, last, timeout=self.timeout)
        except TimeoutError as error:
            raise self._over() from error

    def _over(self) -> PluginError:
        blamed = f"plugin {self.plugin!r}: mediaparse_disclaimer_rules: {self.rule!r}"
        return PluginError(f"{blamed}: a wording took more than its timeout, {self.timeout} seconds")

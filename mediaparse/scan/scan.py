"""Scan: a text cut once into words and the gaps between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from typing import TypeVar

from attrs import frozen

from mediaparse.arguments import check
from mediaparse.scan.paragraphs import paragraphs
from mediaparse.scan.plain import Original, is_odd, mend, moves, plain
from mediaparse.scan.quotations import Quotation, quotations
from mediaparse.scan.sentences import sentences
from mediaparse.scan.wordclasses import classes_of
from mediaparse.spans import Span, cut

F = TypeVar("F", bound=Span)

_GAP = re.compile(r"([ \W]\W*+)")  # a set first, and the commonest of it first, is searched for in one go


@frozen(eq=False, repr=False, slots=False)  # with slots, what is worked out later makes each attribute take longer
class Scan:
    """A text and its parts; everything else is worked out when it is first asked for, and kept.

    ``parts`` alternates words and gaps: a word (``\\w+``) at each even index, the
    characters between two words at each odd one. The first and the last word are
    empty where the text begins or ends with a gap. ``offsets[k]`` is where part ``k``
    starts, ``offsets[k + 1]`` where it ends. Where the text that was given is an odd one, all
    this is of its plain copy. Spans are cut from the text as ``written``: the one that was given,
    or its copy where that has other offsets, and then the ``original`` is kept, too. A copy that
    changes few words brings its ``classes`` with it.
    """

    text: str
    parts: tuple[str, ...]
    offsets: tuple[int, ...]
    written: str
    original: Original | None = None
    _classes: str | None = None

    def restored(self, finds: tuple[F, ...]) -> tuple[F, ...]:
        """``finds`` with the spans that they have in the text that was given."""
        return finds if self.original is None else self.original.restored(finds)

    def part_at(self, offset: int) -> int:
        """The index of the part that holds the character at ``offset``."""
        return bisect_right(self.offsets, offset) - 1

    def places(self, word: str) -> Iterator[int]:
        """The indices of the parts that are ``word``, in order."""
        at = self.text.find(word)
        while at >= 0:
            if not at or not self.text[at - 1].isalnum():
                part = self.part_at(at)
                if self.parts[part] == word:
                    yield part
            at = self.text.find(word, at + len(word))

    def span(self, start: int, end: int) -> Span:
        """The span of the text from ``start`` to ``end``."""
        return cut(self.written, start, end)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the text."""
        return frozenset(self.parts[::2])

    @cached_property
    def classes(self) -> str:
        """One letter a part: what kind of word or gap it is (see ``wordclasses.tsv``)."""
        return classes_of(self.parts, self.vocabulary) if self._classes is None else self._classes

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each paragraph, without the white space around it."""
        return paragraphs(self.text)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outermost quotations, in order; none reaches over a paragraph's end."""
        return quotations(self.text, self.paragraphs)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence, closing marks included, white space around it not."""
        return sentences(self)


def scan(text: str) -> Scan:
    """Cut ``text`` into words and gaps.

    >>> scan("MOSCOW, December 7.").parts
    ('MOSCOW', ', ', 'December', ' ', '7', '.', '')

    Raises ``TypeError`` where ``text`` is no ``str``.
    """
    check("text", text, str, "a str")
    parts = _GAP.split(text)
    if not is_odd(text, parts[1::2]):
        return Scan(text, tuple(parts), tuple(accumulate(map(len, parts), initial=0)), text)
    copy, changes = plain(text)
    if moves(changes):
        parts = _GAP.split(copy)
        return Scan(copy, tuple(parts), tuple(accumulate(map(len, parts), initial=0)), copy, Original(text, changes))
    offsets = tuple(accumulate(map(len, parts), initial=0))
    mend(parts, copy, offsets, changes)
    return Scan(copy, tuple(parts), offsets, text)

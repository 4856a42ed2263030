"""Keys: the words that a text must hold for a wording, the rarest first, and how far a wording can reach round them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from mediaparse.disclaimers.codes import longest
from mediaparse.disclaimers.wording import Choice, Class, Gap, Mark, Node, Repeat, Trigger, Word, WordingError
from mediaparse.disclaimers.words import shares, word_classes

_GLUE = frozenset((
    "the", "in", "by", "and", "as", "which", "be", "this", "linking", "places", "many", "land", "including",
    "country", "national",
))  # fmt: skip
"""Classes of words too common to be looked for."""

_PHRASE = 2  # words that a token of ``...`` has at most, on average


class Need(NamedTuple):
    """Words and classes one of which a text must hold; ``marked`` where the wording says that they are rare."""

    words: frozenset[Word | Class]
    marked: bool

    @property
    def commonness(self) -> tuple[int, bool, bool, int]:
        """In how many of a thousand stories one stands; then marked words, classes and long words come first."""
        written = [each.form for each in self.words if isinstance(each, Word)]
        all_written = len(written) == len(self.words)
        return sum(map(_share, self.words)), not self.marked, all_written, -min(map(len, written), default=0)


def needs(tree: Choice) -> list[frozenset[Word | Class]]:
    """Sets of words and classes of each of which a text must hold one for ``tree``, the rarest first.

    Raises ``WordingError`` where there is none: a text can hold ``tree`` without any word.
    """
    found = sorted(_needs(tree), key=lambda need: need.commonness)
    if not found:
        raise WordingError("no word of it must be there")
    return list(dict.fromkeys(need.words for need in found))


def _needs(node: Node) -> Iterator[Need]:
    match node:
        case Word():
            yield Need(frozenset((node,)), False)
        case Class(name):
            if name in word_classes().wordings:
                yield from _needs(word_classes().wordings[name])
            elif name.partition(".")[0] not in _GLUE:
                yield Need(frozenset((node,)), False)
        case Trigger(Mark(mark)):
            yield Need(frozenset((Word(mark),)), True)
        case Trigger(item):
            yield from (Need(need.words, True) for need in _needs(item))
        case Repeat(item, least):
            if least:
                yield from _needs(item)
        case Choice((branch,)):
            for item in branch:
                yield from _needs(item)
        case Choice(branches):
            rarest = [min(_needs(Choice((each,))), key=lambda need: need.commonness, default=None) for each in branches]
            chosen = [need for need in rarest if need is not None]
            if len(chosen) == len(branches):
                yield Need(frozenset().union(*(need.words for need in chosen)), all(need.marked for need in chosen))


@cache
def _share(each: Word | Class) -> int:
    forms = word_classes().forms[each.name] if isinstance(each, Class) else (each.form,)
    return sum(shares().get(form, 0) for form in set(map(longest, forms)))


def reach(tree: Choice, key: frozenset[Word | Class]) -> tuple[int, int]:
    """How many parts of a text, words and gaps, ``tree`` can be long before and behind a word of ``key``."""
    if len(tree.branches) > 1:
        return _length(tree), _length(tree)
    lengths = [_length(item) for item in tree.branches[0]]
    at = key_at(tree.branches[0], key)
    return sum(lengths[: at + 1]), sum(lengths[at:])


def key_at(items: Sequence[Node], key: frozenset[Word | Class]) -> int:
    """Which of ``items`` needs the words of ``key``."""
    return next(k for k, item in enumerate(items) if any(need.words == key for need in _needs(item)))


def _length(node: Node) -> int:
    """How many parts of a text, words and gaps, ``node`` can be long: an even number."""
    match node:
        case Word(form):
            return 2 * len(form.split(" ")) + 2  # the end of "признан(а)"
        case Class(name):
            return _length_of_class(name)
        case Mark():
            return 2
        case Gap(wide):
            return 12 * 2 * _PHRASE if wide else 4
        case Repeat(item, _, most):
            return most * _length(item)
        case Trigger(item):
            return _length(item)
        case Choice(branches):
            return max(sum(map(_length, branch)) for branch in branches)


@cache
def _length_of_class(name: str) -> int:
    known = word_classes()
    if name in known.wordings:
        return _length(known.wordings[name])
    return max(_length(Word(form)) for form in known.forms[name])

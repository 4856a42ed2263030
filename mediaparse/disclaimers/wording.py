"""The language of wordings: a pattern over words and word classes.

``{banned} {in} {places}`` is three classes; a class is a set of words or, where
``words/`` says so, a wording itself. Anything else that is written is that word,
in whatever case and with ё or е, or that mark; ``(a|b)`` is a choice, ``?`` after an item
makes it optional, ``{2,5}`` after it repeats it, ``_`` is any word, ``#`` a number,
``...`` up to twelve words or commas, ``\\$`` the end of a line. ``!`` before an item says that a text without its
words cannot hold the wording: the finder looks for those first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import takewhile

from attrs import frozen

END = "$"
"""How a wording writes the end of a line or of a sentence."""

MARKS = '().,—"*:;/\n!?~©%&|'
"""What a gap can hold; everything else in a piece's codes stands for a word."""

_LEXEME = re.compile(r"\{\d+,\d+\}|\{[\w.]+\}|\.\.\.|[\w]+|\\[()?|.!$]|[()?|!,—\"*:;/©%&]|\S")
_BOUND = re.compile(r"\{(\d+),(\d+)\}")


class WordingError(ValueError):
    """A wording that is not of the language; the message says where."""


@frozen
class Word:
    """One word as written."""

    form: str


@frozen
class Class:
    """A word of a class."""

    name: str


@frozen
class Mark:
    """A punctuation mark."""

    mark: str


@frozen
class Gap:
    """Any word (``_``), or a few words and commas (``...``)."""

    wide: bool


@frozen
class Repeat:
    """An item, from ``least`` to ``most`` times."""

    item: Node
    least: int
    most: int


@frozen
class Choice:
    """One of several sequences."""

    branches: tuple[tuple[Node, ...], ...]


@frozen
class Trigger:
    """An item whose words a text must hold."""

    item: Node


Node = Word | Class | Mark | Gap | Repeat | Choice | Trigger


def fold(word: str) -> str:
    """``word`` as wordings write it: lower case, ё as е."""
    return word.lower().replace("ё", "е")


@cache
def read(wording: str) -> Choice:
    """The tree of ``wording``.

    >>> read("banned {in} {country}?").branches[0][0]
    Word(form='banned')

    Raises ``WordingError`` where it is malformed.
    """
    lexemes = _LEXEME.findall(wording)
    tree, rest = _choice(lexemes, 0, wording)
    if rest < len(lexemes):
        raise WordingError(f"{wording!r}: a {lexemes[rest]!r} too many")
    return tree


def _choice(lexemes: list[str], at: int, wording: str) -> tuple[Choice, int]:
    branches: list[tuple[Node, ...]] = []
    while True:
        items, at = _sequence(lexemes, at, wording)
        if not items:
            raise WordingError(f"{wording!r}: an empty choice")
        branches.append(items)
        if at >= len(lexemes) or lexemes[at] != "|":
            return Choice(tuple(branches)), at
        at += 1


def _sequence(lexemes: list[str], at: int, wording: str) -> tuple[tuple[Node, ...], int]:
    items: list[Node] = []
    while at < len(lexemes) and lexemes[at] not in ("|", ")"):
        item, at = _item(lexemes, at, wording)
        items.append(item)
    return tuple(items), at


def _item(lexemes: list[str], at: int, wording: str) -> tuple[Node, int]:
    trigger = lexemes[at] == "!"
    at += trigger
    if at >= len(lexemes):
        raise WordingError(f"{wording!r}: nothing after the last '!'")
    lexeme = lexemes[at]
    node: Node
    if lexeme == "(":
        node, at = _choice(lexemes, at + 1, wording)
        if at >= len(lexemes):
            raise WordingError(f"{wording!r}: a '(' is not closed")
    elif lexeme in ("_", "..."):
        node = Gap(lexeme == "...")
    elif lexeme[0] == "{" and lexeme[-1] == "}" and not _BOUND.fullmatch(lexeme):
        node = Class(lexeme[1:-1])
    elif len(lexeme) == 2 and lexeme[0] == "\\":
        node = Mark(lexeme[1])
    elif lexeme in MARKS and lexeme not in "|?!":
        node = Mark(lexeme)
    elif lexeme == "#":
        node = Mark("0")
    elif lexeme[0].isalnum():
        node = Word(fold(lexeme))
    else:
        raise WordingError(f"{wording!r}: {lexeme!r} is out of place")
    if trigger:
        node = Trigger(node)
    return _repeated(lexemes, at + 1, node)


def _repeated(lexemes: list[str], at: int, node: Node) -> tuple[Node, int]:
    following = lexemes[at] if at < len(lexemes) else ""
    if following == "?":
        return Repeat(node, 0, 1), at + 1
    if bound := _BOUND.fullmatch(following):
        return Repeat(node, int(bound[1]), int(bound[2])), at + 1
    return node, at


def fused(tree: Choice, phrases: frozenset[str]) -> Choice:
    """``tree`` with the words that a piece reads as one phrase made one word."""
    return Choice(tuple(_fused_sequence(branch, phrases) for branch in tree.branches))


def _fused_sequence(items: tuple[Node, ...], phrases: frozenset[str]) -> tuple[Node, ...]:
    found: list[Node] = []
    while items:
        words = [item.form for item in takewhile(lambda item: isinstance(item, Word), items) if isinstance(item, Word)]
        size = next((n for n in range(len(words), 1, -1) if " ".join(words[:n]) in phrases), 0)
        found.append(Word(" ".join(words[:size])) if size else _fused_item(items[0], phrases))
        items = items[size or 1 :]
    return tuple(found)


def _fused_item(node: Node, phrases: frozenset[str]) -> Node:
    match node:
        case Repeat(item, least, most):
            return Repeat(_fused_item(item, phrases), least, most)
        case Trigger(item):
            return Trigger(_fused_item(item, phrases))
        case Choice():
            return fused(node, phrases)
    return node


def words_in(node: Node) -> Iterator[str]:
    """Every word that ``node`` writes out."""
    match node:
        case Word(form):
            yield form
        case Repeat(item) | Trigger(item):
            yield from words_in(item)
        case Choice(branches):
            for branch in branches:
                for item in branch:
                    yield from words_in(item)


def classes_in(node: Node) -> Iterator[str]:
    """Every class that ``node`` names."""
    match node:
        case Class(name):
            yield name
        case Repeat(item) | Trigger(item):
            yield from classes_in(item)
        case Choice(branches):
            for branch in branches:
                for item in branch:
                    yield from classes_in(item)


def pattern(node: Node, codes: Mapping[str, str], macros: Mapping[str, Node]) -> str:
    """The regular expression of ``node`` over a piece's codes; ``codes`` gives those of a word or class."""
    match node:
        case Word(form):
            return f"[{codes['=' + form]}]"
        case Class(name):
            return pattern(macros[name], codes, macros) if name in macros else f"[{codes[name]}]"
        case Mark(mark):
            return r"(?=\n|\Z)" if mark == END else re.escape(mark)
        case Gap(wide):
            return r"[^().\n*;!?]{0,12}?" if wide else f"[^{re.escape(MARKS)}]"
        case Repeat(item, least, most):
            return f"(?:{pattern(item, codes, macros)}){{{least},{most}}}"
        case Trigger(item):
            return pattern(item, codes, macros)
        case Choice(branches):
            if (letters := letters_of(node, codes, macros)) is not None:
                return f"[{letters}]"
            written = ("".join(pattern(item, codes, macros) for item in branch) for branch in branches)
            return f"(?:{'|'.join(written)})"


def letters_of(node: Node, codes: Mapping[str, str], macros: Mapping[str, Node]) -> str | None:
    """The codes of ``node``, for a set of a regular expression, where it is one word or mark, whichever; else None."""
    match node:
        case Word(form):
            return codes["=" + form]
        case Mark(mark):
            return None if mark == END else re.escape(mark)
        case Class(name):
            return letters_of(macros[name], codes, macros) if name in macros else codes[name]
        case Choice(branches):
            letters = [letters_of(branch[0], codes, macros) if len(branch) == 1 else None for branch in branches]
            return None if None in letters else "".join(each for each in letters if each)
    return None


def triggers(node: Node, macros: Mapping[str, Node], glue: frozenset[str]) -> frozenset[Word | Class] | None:
    """The words and classes one of which a text must hold for ``node``; None where it can hold without any.

    A marked item decides; else the first class that is no glue, else the longest word.
    """
    match node:
        case Word():
            return frozenset((node,))
        case Class(name):
            if name in macros:
                return triggers(macros[name], macros, glue)
            return None if name.partition(".")[0] in glue else frozenset((node,))
        case Trigger(item):
            return triggers(item, macros, glue)
        case Repeat(item, least):
            return triggers(item, macros, glue) if least else None
        case Choice(branches):
            chosen = [_rarest(branch, macros, glue) for branch in branches]
            if any(each is None for each in chosen):
                return None
            return frozenset().union(*(each for each in chosen if each is not None))
    return None


def needs(tree: Choice, macros: Mapping[str, Node], small: frozenset[str]) -> Iterator[frozenset[Word | Class]]:
    """Sets of words and classes of each of which a text must hold one for ``tree``."""
    branches = tree.branches if len(tree.branches) == 1 else ((tree,),)
    for item in branches[0]:
        needed = triggers(item, macros, small)
        if needed is not None:
            yield needed


def _rarest(
    branch: tuple[Node, ...], macros: Mapping[str, Node], glue: frozenset[str]
) -> frozenset[Word | Class] | None:
    marked = [item for item in branch if _marked(item)]
    candidates = [(item, each) for item in marked or branch if (each := triggers(item, macros, glue)) is not None]
    if not candidates:
        return None
    return min(candidates, key=lambda pair: _commonness(pair[0], pair[1]))[1]


def _marked(node: Node) -> bool:
    match node:
        case Trigger():
            return True
        case Repeat(item, least):
            return least > 0 and _marked(item)
        case Choice(branches):
            return all(any(_marked(item) for item in branch) for branch in branches)
    return False


def _commonness(node: Node, words: frozenset[Word | Class]) -> int:
    """Classes before words, long words before short ones."""
    if any(isinstance(each, Class) for each in words):
        return -99
    return -min(len(each.form) for each in words if isinstance(each, Word))

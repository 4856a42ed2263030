"""The language of wordings: a pattern over words and word classes.

``{banned} {in} {places}`` is three classes; a class is a set of words or, where
``words/`` says so, a wording itself. Anything else that is written is that word,
in whatever case and with ё or е, or that mark; ``(a|b)`` is a choice, ``?`` after an item
makes it optional, ``{2,5}`` after it repeats it, ``_`` is any word, ``#`` a number,
``...`` up to twelve words or commas, ``\\$`` the end of a line. ``!`` before an item says that its words are
rare: the finder looks for those first. Of the marks, ``!©`` alone can be looked for, by the word behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby, takewhile

from attrs import frozen

from mediaparse.disclaimers.codes import END, MARKS, fold, packed

_LEXEME = re.compile(r"\{\d+,\d+\}|\{[\w.]+\}|\.\.\.|[\w]+|\\[()?|.!$]|[()?|!,—\"*:;/©%&]|\S")
_ATOM = re.compile(r"\[[^\]]+\]|\\?.", re.DOTALL)
_BOUND = re.compile(r"\{(\d+),(\d+)\}")
_MOST = 100  # words: no formula is longer


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
    return _repeated(lexemes, at + 1, node, wording)


def _repeated(lexemes: list[str], at: int, node: Node, wording: str) -> tuple[Node, int]:
    following = lexemes[at] if at < len(lexemes) else ""
    if following == "?":
        return Repeat(node, 0, 1), at + 1
    if bound := _BOUND.fullmatch(following):
        least, most = int(bound[1]), int(bound[2])
        if not least <= most <= _MOST:
            raise WordingError(f"{wording!r}: {following!r} must rise, to {_MOST} at most")
        return Repeat(node, least, most), at + 1
    return node, at


def fused(tree: Choice, phrases: frozenset[str]) -> Choice:
    """``tree`` with the words that a piece reads as one phrase made one word."""
    return Choice(tuple(_fused_sequence(branch, phrases) for branch in tree.branches))


def _fused_sequence(items: tuple[Node, ...], phrases: frozenset[str]) -> tuple[Node, ...]:
    found: list[Node] = []
    while items:
        words = [form for form in takewhile(bool, map(_form, items)) if form]
        size = next((n for n in range(len(words), 1, -1) if " ".join(words[:n]) in phrases), 1)
        if size > 1:
            word = Word(" ".join(words[:size]))
            found.append(Trigger(word) if any(isinstance(item, Trigger) for item in items[:size]) else word)
        else:
            found.append(_fused_item(items[0], phrases))
        items = items[size:]
    return tuple(found)


def _form(node: Node) -> str | None:
    """The word that ``node`` writes out, where it is one, marked as rare or not."""
    match node:
        case Word(form) | Trigger(Word(form)):
            return form
    return None


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
        case Word(form) | Trigger(Mark(form)):
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
            return codes["=" + form]
        case Class(name):
            return pattern(macros[name], codes, macros) if name in macros else f"[{packed(codes[name])}]"
        case Mark(mark):
            return r"(?=\n|\Z)" if mark == END else re.escape(mark)
        case Gap(wide):
            return r"[^().\n*;!?]{0,12}?" if wide else f"[^{re.escape(MARKS)}]"
        case Repeat(item, least, most):
            written = pattern(item, codes, macros)
            is_choice = isinstance(item, Choice) and len(item.branches) > 1  # which is in brackets, or a set
            repeated = written if is_choice or _ATOM.fullmatch(written) else f"(?:{written})"
            return repeated + ("?" if (least, most) == (0, 1) else f"{{{least},{most}}}")
        case Trigger(item):
            return pattern(item, codes, macros)
        case Choice(branches):
            alternatives = list(_alternatives(branches, codes, macros))
            return alternatives[0] if len(alternatives) == 1 else f"(?:{'|'.join(alternatives)})"


def _alternatives(
    branches: tuple[tuple[Node, ...], ...], codes: Mapping[str, str], macros: Mapping[str, Node]
) -> Iterator[str]:
    """The expression of each of ``branches``; neighbours that are one word or mark are one set."""

    def letters(branch: tuple[Node, ...]) -> str | None:
        return letters_of(branch[0], codes, macros) if len(branch) == 1 else None

    for single, run in groupby(branches, lambda branch: letters(branch) is not None):
        if single:
            yield one_of(letter for branch in run for letter in letters(branch) or ())
        else:
            yield from ("".join(pattern(item, codes, macros) for item in branch) for branch in run)


def one_of(letters: Iterable[str]) -> str:
    """The regular expression of one of ``letters``, codes and marks."""
    either = set(letters)
    marks = either.intersection(MARKS)
    return f"[{re.escape(''.join(sorted(marks)))}{packed(either - marks)}]"


def letters_of(node: Node, codes: Mapping[str, str], macros: Mapping[str, Node]) -> str | None:
    """The codes of ``node`` where it is one word or mark, whichever; else None."""
    match node:
        case Word(form):
            return codes["=" + form]
        case Mark(mark):
            return None if mark == END else mark
        case Class(name):
            return letters_of(macros[name], codes, macros) if name in macros else codes[name]
        case Choice(branches):
            letters = [letters_of(branch[0], codes, macros) if len(branch) == 1 else None for branch in branches]
            return None if None in letters else "".join(each for each in letters if each)
    return None

"""From wordings to what a text is searched for: numbered sets of words, patterns over codes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import asdict, frozen

from mediaparse.disclaimers.wording import (
    Choice,
    Class,
    Word,
    WordingError,
    fused,
    letters_of,
    needs,
    pattern,
    read,
    triggers,
    words_in,
)
from mediaparse.disclaimers.words import Vocabulary, vocabulary, word_classes

_SMALL = frozenset(("the", "in", "by", "and", "as", "which", "be", "this", "linking"))
"""Classes of words that nearly every text has."""

_GLUE = _SMALL | {"places", "place", "many", "land", "including", "country", "national"}
"""Classes of words too common to be looked for first."""


@frozen
class Compiled:
    """What the wordings of some rules become; a rule is its number."""

    vocabulary: Vocabulary
    letters: Mapping[str, str]
    """Class, to the codes of its words."""
    jurisdictions: Mapping[str, str]
    """A country's name or adjective, to its code."""
    signs: Mapping[str, Sequence[int]]
    """A word as a text can write it, to the sets of needed words that it is of."""
    wordings: Sequence[tuple[int, str, Sequence[int], int]]
    """Rule, pattern, needed sets and key of each wording."""
    companions: Mapping[str, Sequence[str]]
    """Rule (a string, as JSON has it), to the patterns of its companions."""

    def row(self) -> dict[str, Any]:
        """The same as JSON can hold it, in a form that is read fast."""
        words = self.vocabulary
        return {
            **asdict(self),
            "vocabulary": {"codes": _packed(words.codes), "phrases": words.phrases, "members": words.members},
            "jurisdictions": _packed(self.jurisdictions),
            "signs": _packed(self.signs),
        }

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Compiled:
        """The value whose ``row`` it is."""
        words = row["vocabulary"]
        vocabulary = Vocabulary(_unpacked(words["codes"]), words["phrases"], words["members"])
        read = {name: _unpacked(row[name]) for name in ("jurisdictions", "signs")}
        return cls(**{**row, **read, "vocabulary": vocabulary})


def _packed(values: Mapping[str, Any]) -> list[tuple[Any, str]]:
    """``values`` with the keys of each value in one string, a line each."""
    keys: dict[str, list[str]] = {}
    shown = {json.dumps(value): value for value in values.values()}
    for key, value in values.items():
        keys.setdefault(json.dumps(value), []).append(key)
    return [(shown[value], "\n".join(of)) for value, of in keys.items()]


def _unpacked(rows: list[tuple[Any, str]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for value, keys in rows:
        found.update(dict.fromkeys(keys.split("\n"), value))
    return found


def compiled(rules: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Compiled:
    """``rules``, each its wordings and companions, as what a text is searched for."""
    known = word_classes()
    trees = [(number, _tree(wording)) for number, (wordings, _) in enumerate(rules) for wording in wordings]
    beside = {number: [_tree(wording) for wording in of] for number, (_, of) in enumerate(rules) if of}
    written = (*(tree for _, tree in trees), *(tree for of in beside.values() for tree in of), *known.wordings.values())
    words = vocabulary(known.forms, frozenset(word for tree in written for word in words_in(tree)))
    sets: dict[frozenset[Word | Class], int] = {}
    found: list[tuple[int, str, Sequence[int], int]] = []
    for number, tree in trees:
        key = key_of(tree)
        if key is None:
            raise WordingError("no word of a wording must be there")
        needed = {sets.setdefault(each, len(sets)) for each in (*needs(tree, known.wordings, _SMALL), key)}
        found.append((number, pattern(tree, words.members, known.wordings), sorted(needed), sets[key]))
    names = (*known.forms, *known.wordings)
    return Compiled(
        words,
        {name: letters_of(Class(name), words.members, known.wordings) or "" for name in names},
        known.jurisdictions,
        _signs(sets),
        found,
        {str(n): [pattern(tree, words.members, known.wordings) for tree in of] for n, of in beside.items()},
    )


def key_of(tree: Choice) -> frozenset[Word | Class] | None:
    """The words that a text is searched for first; None where there is none that it must hold."""
    return triggers(tree, word_classes().wordings, _GLUE)


def _tree(wording: str) -> Choice:
    return fused(read(wording), word_classes().phrases)


def _signs(sets: Mapping[frozenset[Word | Class], int]) -> dict[str, list[int]]:
    surfaces = {each: _surfaces(each) for each in frozenset[Word | Class]().union(*sets)}
    found: dict[str, list[int]] = {}
    for words, number in sets.items():
        for form in sorted(frozenset[str]().union(*map(surfaces.__getitem__, words))):
            found.setdefault(form, []).append(number)
    return found


def _surfaces(each: Word | Class) -> frozenset[str]:
    """The single words, as written in a text, that show ``each``: of a phrase, its longest."""
    forms = word_classes().forms[each.name] if isinstance(each, Class) else (each.form,)
    longest = {max(form.split(" "), key=len) for form in forms}
    return frozenset(shape for word in longest for shape in _shapes(word))


def _shapes(form: str) -> Iterable[str]:
    """``form`` in small letters, with a capital, in capitals; with ё, wherever an е may be one."""
    spelt = {form, *(form[:k] + "ё" + form[k + 1 :] for k, letter in enumerate(form) if letter == "е")}
    return {shape for word in spelt for shape in (word, word.capitalize(), word.upper())}

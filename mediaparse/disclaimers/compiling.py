"""From wordings to what a text is searched for: codes of words, patterns over codes, the words that must be there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mediaparse.disclaimers.codes import FIRST_CODE, packed
from mediaparse.disclaimers.keys import needs, reach
from mediaparse.disclaimers.wording import Choice, Class, Word, fused, letters_of, pattern, read, words_in
from mediaparse.disclaimers.words import WordClasses, word_classes


class Compiled(NamedTuple):
    """What the wordings of some rules become, in a form that JSON can hold; a rule is its number."""

    groups: Sequence[str]
    """The words of each code (see ``codes.Vocabulary``)."""
    letters: Mapping[str, str]
    """Class, to the codes of its words, packed."""
    jurisdictions: Mapping[str, Sequence[str]]
    """Code of a country, to its names and adjectives."""
    needed: Sequence[str]
    """Sets of words, by their codes, packed; a wording needs a word of some of them."""
    wordings: Sequence[tuple[int, str, Sequence[int], int, int]]
    """Rule, pattern, needed sets, the rarest first, and reach of each wording round a word of the rarest."""
    companions: Mapping[str, Sequence[str]]
    """Rule (a string, as JSON has it), to the patterns of its companions."""


def compiled(rules: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Compiled:
    """``rules``, each its wordings and companions, as what a text is searched for."""
    known = word_classes()
    trees = [(number, _tree(wording)) for number, (wordings, _) in enumerate(rules) for wording in wordings]
    beside = {number: [_tree(wording) for wording in of] for number, (_, of) in enumerate(rules) if of}
    written = (*(tree for _, tree in trees), *(tree for of in beside.values() for tree in of), *known.wordings.values())
    groups, members = _codes(known, Counter(word for tree in written for word in words_in(tree)))
    sets: dict[frozenset[Word | Class], int] = {}
    found: list[tuple[int, str, Sequence[int], int, int]] = []
    for number, tree in trees:
        sought = needs(tree)
        needed = [sets.setdefault(each, len(sets)) for each in sought]
        found.append((number, pattern(tree, members, known.wordings), needed, *reach(tree, sought[0])))
    names = (*known.forms, *known.wordings)
    countries: dict[str, list[str]] = {}
    for form, code in known.jurisdictions.items():
        countries.setdefault(code, []).append(form)
    return Compiled(
        groups,
        {name: packed(letters_of(Class(name), members, known.wordings) or "") for name in names},
        countries,
        [
            packed(code for one in each for code in members[one.name if isinstance(one, Class) else "=" + one.form])
            for each in sets
        ],
        found,
        {str(n): [pattern(tree, members, known.wordings) for tree in of] for n, of in beside.items()},
    )


def _tree(wording: str) -> Choice:
    return fused(read(wording), word_classes().phrases)


def _codes(known: WordClasses, literals: Iterable[str]) -> tuple[list[str], dict[str, str]]:
    """The words of each code, and the codes of each class, or ``=word`` for the words that wordings write out.

    Words of the same classes share a code. The codes of a class are neighbours as far as can be, the largest class
    first: a set of a few ranges is compiled in a tenth of the time of one of scattered codes.
    """
    classes: dict[str, set[str]] = {}
    for name, words in known.forms.items():
        for word in words:
            classes.setdefault(word, set()).add(name)
    for word in literals:
        classes.setdefault(word, set()).add("=" + word)
    sizes = Counter(name for names in classes.values() for name in names)
    by_signature: dict[tuple[tuple[int, str], ...], list[str]] = {}
    for word, names in classes.items():
        by_signature.setdefault(tuple(sorted((-sizes[name], name) for name in names)), []).append(word)
    groups: list[str] = []
    members: dict[str, str] = {}
    for at, (signature, forms) in enumerate(sorted(by_signature.items()), FIRST_CODE):
        groups.append("|".join(sorted(forms)))
        for _, name in signature:
            members[name] = members.get(name, "") + chr(at)
    return groups, members

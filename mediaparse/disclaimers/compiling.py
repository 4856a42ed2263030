"""From wordings to what a text is searched for: codes of words, patterns over codes, the words that must be there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from mediaparse.disclaimers.codes import FIRST_CODE, Vocabulary, packed
from mediaparse.disclaimers.keys import needs, reach
from mediaparse.disclaimers.neighbours import beside
from mediaparse.disclaimers.wording import Choice, Class, Word, fused, letters_of, pattern, read, words_in
from mediaparse.disclaimers.words import WordClasses, word_classes

_SHORT = 3  # times: a pattern that is no longer than so many others is as soon compiled as refused


class Source(NamedTuple):
    """What a rule writes; a ``qualifier`` is never looked for by itself."""

    wordings: Sequence[str]
    companions: Sequence[str]
    qualifier: bool


class Compiled(NamedTuple):
    """What the wordings of some rules become, in a form that JSON can hold; rules and wordings are their numbers.

    All but the patterns of companions are strings and lists of them: a text needs few, and reads those that it needs.
    """

    groups: Sequence[str]
    """The words of each code (see ``codes.Vocabulary``)."""
    phrases: Mapping[str, str]
    """The first word of phrases, to those (see there)."""
    letters: Mapping[str, str]
    """Class, to the codes of its words, packed."""
    jurisdictions: Mapping[str, str]
    """Code of a country, to its names and adjectives, with a bar between them."""
    needed: Sequence[str]
    """Sets of words, by their codes, packed; a wording needs a word of some of them."""
    keys: Mapping[str, str]
    """Words that wordings are looked for by, with a bar between them, to those wordings."""
    wordings: Sequence[str]
    """Rule, reach before and behind the key, needed sets but that of the key, the rarest first; a tab, the pattern of
    the key with its neighbours, where that is much shorter; a tab, the whole pattern."""
    qualifiers: Sequence[int]
    """The wordings of rules that are qualifiers."""
    companions: Mapping[str, Sequence[str]]
    """Rule (a string, as JSON has it), to the patterns of its companions."""


def compiled(rules: Sequence[Source]) -> Compiled:
    """``rules`` as what a text is searched for."""
    known = word_classes()
    trees = [(number, _tree(wording)) for number, rule in enumerate(rules) for wording in rule.wordings]
    companions = {number: [_tree(wording) for wording in rule.companions] for number, rule in enumerate(rules)}
    written = (
        *(tree for _, tree in trees),
        *(tree for of in companions.values() for tree in of),
        *known.wordings.values(),
    )
    groups, members = _codes(known, Counter(word for tree in written for word in words_in(tree)))
    sets: dict[frozenset[Word | Class], int] = {}
    looked_for: dict[int, list[int]] = {}
    found: list[str] = []
    for at, (number, tree) in enumerate(trees):
        sought = needs(tree)
        key, *needed = [sets.setdefault(each, len(sets)) for each in sought]
        if not rules[number].qualifier:
            looked_for.setdefault(key, []).append(at)
        numbers = " ".join(map(str, (number, *reach(tree, sought[0]), *needed)))
        expression = pattern(tree, members, known.wordings)
        near = beside(tree, sought[0], members, known.wordings)
        found.append(f"{numbers}\t{near if len(expression) > _SHORT * len(near) else ''}\t{expression}")
    names = (*known.forms, *known.wordings)
    sets_of_codes = [
        packed(code for one in each for code in members[one.name if isinstance(one, Class) else "=" + one.form])
        for each in sets
    ]
    return Compiled(
        groups,
        _phrases(groups),
        {name: packed(letters_of(Class(name), members, known.wordings) or "") for name in names},
        _countries(known.jurisdictions),
        sets_of_codes,
        _keys((Vocabulary(groups, {}).shown_by(sets_of_codes[key]), of) for key, of in looked_for.items()),
        found,
        [at for at, (number, _) in enumerate(trees) if rules[number].qualifier],
        {str(n): [pattern(tree, members, known.wordings) for tree in of] for n, of in companions.items() if of},
    )


def _countries(jurisdictions: Mapping[str, str]) -> dict[str, str]:
    """Code of a country, to its names and adjectives, with a bar between them."""
    found: dict[str, list[str]] = {}
    for form, code in jurisdictions.items():
        found.setdefault(code, []).append(form)
    return {code: "|".join(forms) for code, forms in found.items()}


def _phrases(groups: Iterable[str]) -> dict[str, str]:
    """The first word of phrases, to those, the longest first."""
    found: dict[str, list[str]] = {}
    for form in "|".join(groups).split("|"):
        if " " in form:
            found.setdefault(form.partition(" ")[0], []).append(form)
    return {first: "|".join(sorted(forms, key=lambda form: (-form.count(" "), form))) for first, forms in found.items()}


def _keys(looked_for: Iterable[tuple[Iterable[str], Sequence[int]]]) -> dict[str, str]:
    """Words to the wordings that are looked for by them; those with the same wordings together."""
    by_form: dict[str, list[int]] = {}
    for forms, numbers in looked_for:
        for form in dict.fromkeys(forms):
            by_form.setdefault(form, []).extend(numbers)
    together: dict[tuple[int, ...], list[str]] = {}
    for form, wordings in by_form.items():
        together.setdefault(tuple(wordings), []).append(form)
    return {"|".join(forms): " ".join(map(str, numbers)) for numbers, forms in together.items()}


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

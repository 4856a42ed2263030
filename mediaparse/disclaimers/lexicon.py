"""What the disclaimer finder knows: rules, and the patterns that they become."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, cached_property

from attrs import field, frozen

from mediaparse.data import read_toml
from mediaparse.disclaimers.types import DisclaimerKind
from mediaparse.disclaimers.wording import (
    Choice,
    Class,
    Node,
    Word,
    WordingError,
    classes_in,
    fold,
    fused,
    letters_of,
    needs,
    pattern,
    read,
    triggers,
    words_in,
)
from mediaparse.disclaimers.words import Vocabulary, WordClasses, split_phrase, vocabulary, word_classes

_SMALL = frozenset(("the", "in", "by", "and", "as", "which", "be", "this", "linking"))
"""Classes of words that nearly every text has."""

_GLUE = _SMALL | {"places", "place", "many", "land", "including", "country", "national"}
"""Classes of words too common to be looked for first."""


class Use(StrEnum):
    """How a wording makes a mark."""

    STATUS = "status"
    """It states a status: in brackets, a footnote, an apposition, or before the name."""
    BRACKET = "bracket"
    """It states a status in brackets and footnotes alone."""
    TAG = "tag"
    """A bare noun that states a status where it fills its brackets or its footnote."""
    QUALIFIER = "qualifier"
    """It makes graver what another wording states: a terrorist organization, outlawed."""
    SENTENCE = "sentence"
    """The sentence that holds it is the notice."""
    OPENING = "opening"
    """The sentence that begins with it is the notice."""
    PARAGRAPH = "paragraph"
    """The notice runs from the sentence that holds it to the end of the paragraph."""
    NOTE = "note"
    """The sentence that holds it is the notice; the rest of a paragraph that it opens is of it."""
    LABEL = "label"
    """It opens a paragraph, which is the notice."""
    EXACT = "exact"
    """The notice is what the wording covers, its brackets included."""

    @property
    def states(self) -> bool:
        """Does it state a status?"""
        return self in (Use.STATUS, Use.BRACKET, Use.TAG)


def _tuple(value: Iterable[str] | str) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


@frozen
class DisclaimerRule:
    """Wordings that mark a name or a text, written in the language of ``wording``.

    ``jurisdictions`` hold where a wording names no country. ``use`` is ``Use.STATUS`` for a
    designation and ``Use.SENTENCE`` for a notice, if it is not given; ``companions`` are
    the sentences beside a notice that belong to it. The rest is for the reader: the
    ``languages``, since and until when the law is in force, the law or the style guide, and where
    it was read.

    >>> from mediaparse.disclaimers import DisclaimerKind
    >>> DisclaimerRule("kg.banned", DisclaimerKind.BANNED_ORGANIZATION, ("KG",), "тыюу салынган").use
    <Use.STATUS: 'status'>
    """

    id: str
    kind: DisclaimerKind = field(converter=DisclaimerKind)
    jurisdictions: tuple[str, ...] = field(converter=_tuple)
    wordings: tuple[str, ...] = field(converter=_tuple)
    use: Use = field(converter=Use)
    companions: tuple[str, ...] = field(converter=_tuple, default=())
    languages: tuple[str, ...] = field(converter=_tuple, default=())
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None
    law: str = ""
    source: str = ""

    @use.default
    def _use_of_kind(self) -> Use:
        return Use.STATUS if self.kind.is_designation else Use.SENTENCE

    def check(self) -> None:
        """Raise ``WordingError``, naming the rule, where a wording cannot be used."""
        known = word_classes()
        if not self.wordings:
            raise WordingError(f"rule {self.id!r} has no wording")
        for wording in (*self.wordings, *self.companions):
            try:
                tree = read(wording)
            except WordingError as error:
                raise WordingError(f"rule {self.id!r}: {error}") from error
            for name in classes_in(tree):
                if name not in known.forms and name not in known.wordings:
                    raise WordingError(f"rule {self.id!r}: {wording!r}: no class is called {name!r}")
        for wording in self.wordings:
            if triggers(read(wording), known.wordings, _GLUE) is None:
                raise WordingError(f"rule {self.id!r}: {wording!r}: no word of it must be there")


@frozen
class Wording:
    """A wording of a rule, ready to be looked for.

    ``needs`` are numbers of sets of words (see ``DisclaimerLexicon.signs``): a text holds
    the wording only if it holds a word of each; ``key`` is the rarest of them.
    """

    rule: DisclaimerRule
    expression: str
    needs: frozenset[int]
    key: int

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What it looks like in a piece's codes."""
        return re.compile(self.expression)


@frozen
class DisclaimerLexicon:
    """All that the disclaimer finder knows."""

    rules: tuple[DisclaimerRule, ...]

    @cached_property
    def _trees(self) -> tuple[tuple[DisclaimerRule, Choice], ...]:
        return tuple((rule, self._tree(wording)) for rule in self.rules for wording in rule.wordings)

    def _tree(self, wording: str) -> Choice:
        return fused(read(wording), self._classes.phrases)

    @cached_property
    def _classes(self) -> WordClasses:
        return word_classes()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the rules and of their classes, with their codes."""
        known = self._classes
        companions = (self._tree(wording) for rule in self.rules for wording in rule.companions)
        trees = (*(tree for _, tree in self._trees), *companions, *known.wordings.values())
        return vocabulary(known.forms, frozenset(word for tree in trees for word in words_in(tree)))

    @cached_property
    def _sets(self) -> dict[frozenset[Word | Class], int]:
        """Each set of words that a wording needs, with its number."""
        found: dict[frozenset[Word | Class], int] = {}
        for _, tree in self._trees:
            for needed in needs(tree, self._classes.wordings, _SMALL):
                found.setdefault(needed, len(found))
            if (key := triggers(tree, self._classes.wordings, _GLUE)) is not None:
                found.setdefault(key, len(found))
        return found

    @cached_property
    def signs(self) -> dict[str, tuple[int, ...]]:
        """A word as a text can write it, to the numbers of the sets of needed words that it is of."""
        surfaces = {each: self._surfaces(each) for each in frozenset[Word | Class]().union(*self._sets)}
        found: dict[str, list[int]] = {}
        for words, number in self._sets.items():
            for form in frozenset[str]().union(*map(surfaces.__getitem__, words)):
                found.setdefault(form, []).append(number)
        return {form: tuple(numbers) for form, numbers in found.items()}

    @cached_property
    def wordings(self) -> dict[int, tuple[Wording, ...]]:
        """The wordings that find something, ready to be looked for, by their key."""
        found: dict[int, tuple[Wording, ...]] = {}
        for rule, tree in self._trees:
            if rule.use is not Use.QUALIFIER:
                wording = self._wording(rule, tree)
                found[wording.key] = (*found.get(wording.key, ()), wording)
        return found

    @cached_property
    def qualifiers(self) -> tuple[Wording, ...]:
        """The wordings that make graver what another states."""
        return tuple(self._wording(rule, tree) for rule, tree in self._trees if rule.use is Use.QUALIFIER)

    def _wording(self, rule: DisclaimerRule, tree: Choice) -> Wording:
        macros = self._classes.wordings
        key = triggers(tree, macros, _GLUE)
        if key is None:
            raise WordingError(f"rule {rule.id!r}: no word of a wording must be there")
        needed = frozenset(self._sets[words] for words in needs(tree, macros, _SMALL))
        expression = pattern(tree, self.vocabulary.members, macros)
        return Wording(rule, expression, needed | {self._sets[key]}, self._sets[key])

    @cached_property
    def companions(self) -> dict[str, tuple[re.Pattern[str], ...]]:
        """Rule id, to what the sentences beside its notice may say."""
        return {
            rule.id: tuple(self._compile(self._tree(wording)) for wording in rule.companions)
            for rule in self.rules
            if rule.companions
        }

    @cached_property
    def _letters(self) -> dict[str, str]:
        codes, macros = self.vocabulary.members, self._classes.wordings
        return {name: letters_of(Class(name), codes, macros) or "" for name in (*self._classes.forms, *macros)}

    def jurisdiction(self, written: str) -> str:
        """The code of a country, by its name or adjective as written."""
        known = self._classes.jurisdictions
        return known.get(written) or known[" ".join(split_phrase(fold(written)))]

    def members(self, *names: str) -> str:
        """The codes of the words of the classes ``names``."""
        return "".join(map(self._letters.__getitem__, names))

    def _compile(self, tree: Node) -> re.Pattern[str]:
        return re.compile(pattern(tree, self.vocabulary.members, self._classes.wordings))

    def _surfaces(self, each: Word | Class) -> frozenset[str]:
        """The single words, as written in a text, that show ``each``: of a phrase, its longest."""
        forms = self._classes.forms[each.name] if isinstance(each, Class) else (each.form,)
        longest = {max(form.split(" "), key=len) for form in forms}
        return frozenset(shape for word in longest for shape in _shapes(word))


def _shapes(form: str) -> Iterable[str]:
    """``form`` in small letters, with a capital, in capitals; with ё, wherever an е may be one."""
    spelt = {form, *(form[:k] + "ё" + form[k + 1 :] for k, letter in enumerate(form) if letter == "е")}
    return {shape for word in spelt for shape in (word, word.capitalize(), word.upper())}


_RULE_FILES = (
    "general", "ru", "by", "tr", "us", "gb", "eu", "in", "markets", "syndication", "notices", "opinions", "sponsored",
    "reuse", "editorial", "notices_ru", "notices_uk", "notices_de", "notices_fr", "notices_es", "notices_it",
    "notices_pt", "notices_tr", "notices_pl", "notices_asia",
)  # fmt: skip


@cache
def builtin_rules() -> tuple[DisclaimerRule, ...]:
    """The rules of ``rules/``."""
    return tuple(
        DisclaimerRule(**row) for name in _RULE_FILES for row in read_toml(__package__, f"rules/{name}.toml")["rule"]
    )


@cache
def builtin_lexicon() -> DisclaimerLexicon:
    """What the finder knows without a registry."""
    return DisclaimerLexicon(builtin_rules())

"""What the disclaimer finder knows: rules, and the patterns that they become."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from attrs import field, frozen

from mediaparse.data import read_text, read_toml
from mediaparse.disclaimers.codes import MARKS, Vocabulary, all_shapes, fold, split_phrase, unpacked
from mediaparse.disclaimers.types import DisclaimerKind
from mediaparse.entries import Choice, check_countries
from mediaparse.values import Knowledge, Value

if TYPE_CHECKING:
    from mediaparse.disclaimers.compiling import Compiled
    from mediaparse.disclaimers.limited import Limited


_REACH = 240  # parts (words and gaps) on either side of a key word: more than any formula is long
_STATUS_REACH = 110
_ASIDE_REACH = 100


class Use(Choice):
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
        return self in STATING


STATING = frozenset((Use.STATUS, Use.BRACKET, Use.TAG))
"""How a wording is used that states a status."""


def _tuple(value: Iterable[str] | str) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _date(value: dt.date | str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


@frozen(eq=False, repr=False)
class DisclaimerRule(Value):
    """Wordings that mark a name or a text, written in the language of ``wording``.

    ``jurisdictions`` hold where a wording names no country. ``use`` is ``Use.STATUS`` for a
    designation and ``Use.SENTENCE`` for a notice, if it is not given; ``companions`` are
    the sentences beside a notice that belong to it. For the reader are the ``languages``,
    since and until when the law is in force, the law or the style guide, and where it was
    read. ``timeout`` is the number of seconds that one search may take, where a ``plugin``
    brings the rule; ``build_registry`` says which.

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
    valid_from: dt.date | None = field(converter=_date, default=None)
    valid_until: dt.date | None = field(converter=_date, default=None)
    law: str = ""
    source: str = ""
    timeout: float = 1.0
    plugin: str = ""

    @use.default
    def _use_of_kind(self) -> Use:
        return Use.STATUS if self.kind.is_designation else Use.SENTENCE

    def check(self) -> None:
        """Raise ``ValueError``, naming the rule, where a jurisdiction is no code or a wording cannot be used."""
        from mediaparse.disclaimers.checking import check  # what compiles wordings is imported where one is compiled

        check_countries(f"rule {self.id!r}", self.jurisdictions)
        check(self.id, self.wordings, self.companions, self.timeout)

    def pattern(self, expression: str) -> re.Pattern[str] | Limited:
        """``expression``, that of a wording, ready to be searched for: under a time limit, where a plugin brings it."""
        if not self.plugin:
            return re.compile(expression)
        from mediaparse.disclaimers.limited import Limited  # and with it regex, which the built-in rules do without

        return Limited(expression, self.id, self.plugin, self.timeout)


class Wording:
    """A wording of a rule, ready to be looked for.

    ``needs`` are numbers of sets of words (see ``DisclaimerLexicon.words``), rare ones first: a text holds the
    wording only where a word of each stands near the word that it is looked for by, no more than
    ``before`` parts before it or ``behind`` parts behind it; ``beside`` is the expression of that word with what
    stands directly before and behind it, if it is told. What the wording makes can ``reach`` so many
    parts to either side. One that ``opens`` must open a sentence or a paragraph, one ``in_brackets`` fill its brackets.
    """

    __slots__ = (
        "__dict__", "before", "behind", "beside", "expression", "in_brackets", "needs", "opens", "reach", "rule",
        "states",
    )  # fmt: skip

    def __init__(
        self, rule: DisclaimerRule, expression: str, beside: str, needs: Sequence[int], before: int, behind: int
    ) -> None:
        self.rule = rule
        self.expression = expression
        self.beside = beside
        self.needs = needs
        self.before = before
        self.behind = behind
        self.opens = rule.use in (Use.OPENING, Use.LABEL)
        self.in_brackets = rule.use is Use.EXACT
        self.states = rule.use.states
        self.reach = _ASIDE_REACH if self.in_brackets else _STATUS_REACH if self.states else _REACH

    @cached_property
    def pattern(self) -> re.Pattern[str] | Limited:
        """What it looks like in a piece's codes."""
        return self.rule.pattern(self.expression)

    def may_match(self, codes: str) -> bool:
        """Does a key stand in ``codes`` beside what it needs, as far as a short pattern tells?"""
        return not self.beside or self._beside.search(codes) is not None

    @cached_property
    def _beside(self) -> re.Pattern[str] | Limited:
        return self.rule.pattern(self.beside)


class Companions:
    """What the sentences beside a notice of ``rule`` may say."""

    __slots__ = ("__dict__", "expressions", "rule")

    def __init__(self, rule: DisclaimerRule, expressions: Sequence[str]) -> None:
        self.rule = rule
        self.expressions = expressions

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str] | Limited, ...]:
        """The same in a piece's codes."""
        return tuple(map(self.rule.pattern, self.expressions))

    def follow(self, codes: str, first: int, last: int) -> bool:
        """Does one of them stand between the tokens ``first`` and ``last``, the latter not included?"""
        return any(pattern.search(codes, first, last) for pattern in self.patterns)


@frozen(eq=False, repr=False, slots=False)
class DisclaimerLexicon(Knowledge):
    """All that the disclaimer finder knows."""

    rules: tuple[DisclaimerRule, ...]

    @cached_property
    def _compiled(self) -> Compiled:
        return _builtin(WORDS) if self.rules == builtin_rules() else _compiled(self.rules)

    @cached_property
    def plain(self) -> DisclaimerLexicon:
        """The same for a text whose words are ASCII: what is built in, without the other words."""
        return _PlainLexicon(self.rules) if self.rules == builtin_rules() else self

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the rules and of their classes, with their codes."""
        return Vocabulary(self._compiled.groups, self._compiled.phrases)

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """A word as a text can write it, its ё as е, to the numbers of the wordings that are looked for by it."""
        numbers = {form: of for forms, of in self._compiled.keys.items() for form in forms.split("|")}
        return dict(zip(all_shapes(numbers), 3 * [*numbers.values()], strict=True))

    def looked_for(self, key: str) -> Sequence[Wording]:
        """The wordings that are looked for by ``key``, one of ``keys``."""
        known = self._looked_for.get(key)
        if known is None:
            known = self._looked_for[key] = tuple(map(self._wording, map(int, self.keys[key].split(" "))))
        return known

    @cached_property
    def _looked_for(self) -> dict[str, Sequence[Wording]]:
        return {}

    def _wording(self, number: int) -> Wording:
        known = self._wordings.get(number)
        if known is None:
            numbers, beside, expression = self._compiled.wordings[number].split("\t")
            rule, before, behind, *needs = map(int, numbers.split(" "))
            known = self._wordings[number] = Wording(self.rules[rule], expression, beside, needs, before, behind)
        return known

    @cached_property
    def _wordings(self) -> dict[int, Wording]:
        return {}

    def words(self, need: int) -> frozenset[str]:
        """The words that meet the need, as a text can write them, their ё as е."""
        known = self._words.get(need)
        if known is None:
            forms = [*self.vocabulary.shown_by(self._compiled.needed[need])]
            known = self._words[need] = frozenset(all_shapes(forms))
        return known

    @cached_property
    def _words(self) -> dict[int, frozenset[str]]:
        return {}

    @cached_property
    def qualifiers(self) -> tuple[tuple[DisclaimerRule, re.Pattern[str] | Limited], ...]:
        """The rules that make graver what another states, each with one of its wordings."""
        wordings = map(self._wording, self._compiled.qualifiers)
        return tuple((wording.rule, wording.pattern) for wording in wordings)

    @cached_property
    def companions(self) -> Mapping[str, Companions]:
        """Rule id, to what the sentences beside its notice may say."""
        rules = ((self.rules[int(number)], of) for number, of in self._compiled.companions.items())
        return {rule.id: Companions(rule, of) for rule, of in rules}

    def jurisdiction(self, written: str) -> str:
        """The code of a country, by its name or adjective as written."""
        known = self._jurisdictions
        folded = fold(written)
        return known.get(written) or known.get(folded) or known[" ".join(split_phrase(folded))]

    @cached_property
    def _jurisdictions(self) -> Mapping[str, str]:
        return {form: code for code, forms in self._compiled.jurisdictions.items() for form in forms.split("|")}

    def members(self, *names: str) -> str:
        """The codes of the words of the classes ``names``."""
        known = self._members.get(names)
        if known is None:
            known = self._members[names] = "".join(unpacked(self._compiled.letters[name]) for name in names)
        return known

    @cached_property
    def _members(self) -> dict[tuple[str, ...], str]:
        return {}


class _PlainLexicon(DisclaimerLexicon):
    """What is built in, for a text whose words are ASCII."""

    @cached_property
    def _compiled(self) -> Compiled:
        return _builtin(PLAIN_WORDS)


_RULE_FILES = (
    "general", "ru", "by", "tr", "us", "gb", "eu", "in", "markets", "syndication", "notices", "opinions", "sponsored",
    "reuse", "editorial", "notices_ru", "notices_uk", "notices_de", "notices_fr", "notices_es", "notices_it",
    "notices_pt", "notices_tr", "notices_pl", "notices_asia",
)  # fmt: skip


RULES, WORDS, PLAIN_WORDS, CODES = (f"builtin_{what}.json" for what in ("rules", "words", "plain_words", "codes"))
"""The rules and what they are compiled to; ``python -m mediaparse.disclaimers.lexicon`` writes the files anew.

The words of ASCII stand by themselves, too: most texts have no others, and they are two fifths. What is written in
codes stands apart: one character beyond 0xffff makes Python keep all of a file in twice the room.
"""
_IN_CODES = ("letters", "needed", "wordings", "companions")


def source_rules() -> list[dict[str, Any]]:
    """The rules as the files of ``rules/`` write them."""
    return [row for name in _RULE_FILES for row in read_toml(__package__, f"rules/{name}.toml")["rule"]]


def source_builtin() -> dict[str, str]:
    """What the files of what is built in must say."""
    rows = source_rules()
    form = _compiled(DisclaimerRule(**row) for row in rows)
    words = {name: of for name, of in form._asdict().items() if name not in _IN_CODES}
    codes = {name: getattr(form, name) for name in _IN_CODES}
    said = {RULES: rows, WORDS: words, PLAIN_WORDS: words | _plain_words(form), CODES: codes}
    return {name: json.dumps(what, ensure_ascii=False, default=str) + "\n" for name, what in said.items()}


def _compiled(rules: Iterable[DisclaimerRule]) -> Compiled:
    from mediaparse.disclaimers.compiling import Source, compiled

    return compiled([Source(rule.wordings, rule.companions, rule.use is Use.QUALIFIER) for rule in rules])


def _plain_words(form: Compiled) -> dict[str, object]:
    """The tables of words of ``form``, of those words alone that are ASCII, or the sign of copyright."""

    def plain(forms: str) -> str:
        return "|".join(form for form in forms.split("|") if form.isascii() or form in MARKS)

    return {
        "groups": list(map(plain, form.groups)),
        "phrases": {first: kept for first, forms in form.phrases.items() if (kept := plain(forms))},
        "jurisdictions": {code: plain(forms) for code, forms in form.jurisdictions.items()},
        "keys": {kept: numbers for forms, numbers in form.keys.items() if (kept := plain(forms))},
    }


@cache
def _builtin(words: str) -> Compiled:
    """What the built-in rules are compiled to, with the words of the file ``words``."""
    known = _read(words) | _read(CODES)
    return cast("Compiled", SimpleNamespace(**known))  # the module of ``Compiled`` imports what compiles


def _read(name: str) -> Any:
    return json.loads(read_text(__package__, name))


@cache
def builtin_rules() -> tuple[DisclaimerRule, ...]:
    """The rules of ``rules/``."""
    return tuple(DisclaimerRule(**row) for row in _read(RULES))


@cache
def builtin_lexicon() -> DisclaimerLexicon:
    """What the finder knows without a registry."""
    return DisclaimerLexicon(builtin_rules())


if __name__ == "__main__":
    from pathlib import Path

    for name, text in source_builtin().items():
        Path(__file__).with_name(name).write_text(text, "utf-8")

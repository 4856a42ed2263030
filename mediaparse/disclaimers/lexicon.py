"""What the disclaimer finder knows: rules, and the patterns that they become."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast

from attrs import field, frozen

from mediaparse.data import read_text, read_toml
from mediaparse.disclaimers.compiling import Compiled, compiled, key_of
from mediaparse.disclaimers.types import DisclaimerKind
from mediaparse.disclaimers.wording import WordingError, classes_in, fold, read
from mediaparse.disclaimers.words import Vocabulary, split_phrase, word_classes


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


def _date(value: dt.date | str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if isinstance(value, str) else value


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
    valid_from: dt.date | None = field(converter=_date, default=None)
    valid_until: dt.date | None = field(converter=_date, default=None)
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
            if key_of(read(wording)) is None:
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
class Companions:
    """What the sentences beside a notice may say."""

    expressions: tuple[str, ...]

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """The same in a piece's codes."""
        return tuple(map(re.compile, self.expressions))

    def follow(self, codes: str, first: int, last: int) -> bool:
        """Does one of them stand between the tokens ``first`` and ``last``, the latter not included?"""
        return any(pattern.search(codes, first, last) for pattern in self.patterns)


@frozen
class DisclaimerLexicon:
    """All that the disclaimer finder knows."""

    rules: tuple[DisclaimerRule, ...]

    @cached_property
    def _compiled(self) -> Compiled:
        if self.rules == builtin_rules():
            return Compiled.of(_builtin()["compiled"])
        return compiled(tuple((rule.wordings, rule.companions) for rule in self.rules))

    @property
    def vocabulary(self) -> Vocabulary:
        """The words of the rules and of their classes, with their codes."""
        return self._compiled.vocabulary

    @property
    def signs(self) -> Mapping[str, Sequence[int]]:
        """A word as a text can write it, to the numbers of the sets of needed words that it is of."""
        return self._compiled.signs

    @cached_property
    def wordings(self) -> dict[int, list[Wording]]:
        """The wordings that find something, ready to be looked for, by their key."""
        found: dict[int, list[Wording]] = {}
        for rule, wording in self._wordings():
            if rule.use is not Use.QUALIFIER:
                found.setdefault(wording.key, []).append(wording)
        return found

    @cached_property
    def keys(self) -> dict[str, tuple[int, ...]]:
        """The words of ``signs`` that wordings are looked for by, to the numbers of their keys."""
        wordings = self.wordings
        held = ((form, tuple(n for n in numbers if n in wordings)) for form, numbers in self.signs.items())
        return {form: numbers for form, numbers in held if numbers}

    @cached_property
    def qualifiers(self) -> tuple[Wording, ...]:
        """The wordings that make graver what another states."""
        return tuple(wording for rule, wording in self._wordings() if rule.use is Use.QUALIFIER)

    def _wordings(self) -> Iterator[tuple[DisclaimerRule, Wording]]:
        for number, expression, needed, key in self._compiled.wordings:
            rule = self.rules[number]
            yield rule, Wording(rule, expression, frozenset(needed), key)

    @cached_property
    def companions(self) -> dict[str, Companions]:
        """Rule id, to what the sentences beside its notice may say."""
        return {self.rules[int(number)].id: Companions(tuple(of)) for number, of in self._compiled.companions.items()}

    def jurisdiction(self, written: str) -> str:
        """The code of a country, by its name or adjective as written."""
        known = self._compiled.jurisdictions
        return known.get(written) or known[" ".join(split_phrase(fold(written)))]

    def members(self, *names: str) -> str:
        """The codes of the words of the classes ``names``."""
        return "".join(map(self._compiled.letters.__getitem__, names))


_RULE_FILES = (
    "general", "ru", "by", "tr", "us", "gb", "eu", "in", "markets", "syndication", "notices", "opinions", "sponsored",
    "reuse", "editorial", "notices_ru", "notices_uk", "notices_de", "notices_fr", "notices_es", "notices_it",
    "notices_pt", "notices_tr", "notices_pl", "notices_asia",
)  # fmt: skip


BUILTIN = "builtin.json"
"""The rules and what they are compiled to; ``python -m mediaparse.disclaimers.lexicon`` writes the file anew."""


def source_rules() -> list[dict[str, Any]]:
    """The rules as the files of ``rules/`` write them."""
    return [row for name in _RULE_FILES for row in read_toml(__package__, f"rules/{name}.toml")["rule"]]


def source_builtin() -> str:
    """What the file ``BUILTIN`` must say."""
    rows = source_rules()
    rules = [DisclaimerRule(**row) for row in rows]
    form = compiled(tuple((rule.wordings, rule.companions) for rule in rules))
    return json.dumps({"rules": rows, "compiled": form.row()}, ensure_ascii=False, default=str) + "\n"


@cache
def _builtin() -> dict[str, Any]:
    return cast(dict[str, Any], json.loads(read_text(__package__, BUILTIN)))


@cache
def builtin_rules() -> tuple[DisclaimerRule, ...]:
    """The rules of ``rules/``."""
    return tuple(DisclaimerRule(**row) for row in _builtin()["rules"])


@cache
def builtin_lexicon() -> DisclaimerLexicon:
    """What the finder knows without a registry."""
    return DisclaimerLexicon(builtin_rules())


if __name__ == "__main__":
    Path(__file__).with_name(BUILTIN).write_text(source_builtin(), "utf-8")

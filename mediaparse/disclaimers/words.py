"""Word classes: the words that rules speak of, in all their forms, and the codes that stand for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, cached_property

from attrs import frozen

from mediaparse.data import read_toml, read_tsv
from mediaparse.disclaimers.wording import Node, fold, read

_FIRST_CODE = 0x4E00  # far from every mark of wording.MARKS; a piece of text never enters a code string itself


@frozen
class WordClasses:
    """What ``words/`` says: the forms of each class, the classes that are wordings, and the countries."""

    forms: dict[str, frozenset[str]]
    wordings: dict[str, Node]
    jurisdictions: dict[str, str]
    """Form of a country's name or adjective, to its code."""

    @cached_property
    def phrases(self) -> frozenset[str]:
        """The forms of several words, each of which a piece reads as one."""
        return frozenset(form for words in self.forms.values() for form in words if " " in form)


@cache
def word_classes() -> WordClasses:
    """The classes of ``words/*.toml`` and ``words/countries.tsv``."""
    forms: dict[str, frozenset[str]] = {}
    wordings: dict[str, Node] = {}
    for name in ("status", "nouns", "frames", "notices"):
        for key, value in read_toml(__package__, f"words/{name}.toml").items():
            if "wording" in value:
                wordings[key] = read(value["wording"])
            else:
                words = [word for language, words in value.items() if language != "about" for word in words]
                forms[key] = frozenset(form for word in words for form in inflected(word))
    jurisdictions: dict[str, str] = {}
    for column, key in ((1, "country"), (2, "national")):
        of_class = set()
        for row in read_tsv(__package__, "words/countries.tsv"):
            for word in filter(None, row[column].split("; ")):
                for form in inflected(word):
                    jurisdictions[form] = row[0]
                    of_class.add(form)
                    forms[f"{key}.{row[0]}"] = forms.get(f"{key}.{row[0]}", frozenset()) | {form}
        forms[key] = frozenset(of_class)
    return WordClasses(forms, wordings, jurisdictions)


@cache
def _endings() -> dict[str, list[str]]:
    return read_toml(__package__, "words/endings.toml")


def inflected(word: str) -> tuple[str, ...]:
    """The forms of ``word`` as the data write it: itself, or its stem with each ending of its paradigm.

    >>> inflected("запрещён|short")
    ('запрещен', 'запрещена', 'запрещено', 'запрещены')
    """
    stem, _, paradigm = word.partition("|")
    folded = stem if is_abbreviation(stem) else " ".join(split_phrase(fold(stem)))
    return tuple(folded + ending for ending in _endings()[paradigm]) if paradigm else (folded,)


def is_abbreviation(word: str) -> bool:
    """Is ``word`` written in Latin capitals alone, so that its small letters are another word ("US")?"""
    return word.isascii() and word.isupper() and "." not in word and " " not in word


def split_phrase(phrase: str) -> list[str]:
    """The words of ``phrase``, as a scan cuts them: ``u.s.`` is two."""
    for mark in ".-'’‘":
        phrase = phrase.replace(mark, " ")
    return phrase.split()


@frozen
class Vocabulary:
    """Every word of the wordings and their classes, with the code that stands for it.

    Words that belong to the same classes share a code.
    """

    codes: dict[str, str]
    """Form (folded, or an abbreviation as written) to code; a phrase's words are joined by spaces."""
    phrases: Mapping[str, Sequence[Sequence[str]]]
    """First word of a phrase, to the phrases that begin so, longest first."""
    members: dict[str, str]
    """Class, or ``=word``, to the codes of its words."""

    @cached_property
    def alone(self) -> dict[str, str]:
        """The forms that begin no phrase, to their codes; found as written they need no folding."""
        return {form: code for form, code in self.codes.items() if fold(form) not in self.phrases}


def vocabulary(forms: dict[str, frozenset[str]], literals: frozenset[str]) -> Vocabulary:
    """The vocabulary of the classes ``forms`` and of the words ``literals`` that wordings write out."""
    classes: dict[str, set[str]] = {}
    for name, words in forms.items():
        for word in words:
            classes.setdefault(word, set()).add(name)
    for word in literals:
        classes.setdefault(word, set()).add("=" + word)
    by_signature: dict[frozenset[str], str] = {}
    codes: dict[str, str] = {}
    phrases: dict[str, list[tuple[str, ...]]] = {}
    members: dict[str, str] = {}
    for word in sorted(classes):
        signature = frozenset(classes[word])
        if signature not in by_signature:
            by_signature[signature] = chr(_FIRST_CODE + len(by_signature))
            for name in sorted(signature):
                members[name] = members.get(name, "") + by_signature[signature]
        codes[word] = by_signature[signature]
        first, *more = word.split(" ")
        if more:
            phrases.setdefault(first, []).append((first, *more))
    longest_first = {
        first: tuple(sorted(rest, key=lambda phrase: (-len(phrase), phrase))) for first, rest in phrases.items()
    }
    return Vocabulary(codes, longest_first, members)

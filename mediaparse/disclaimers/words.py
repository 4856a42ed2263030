"""Word classes: the words that rules speak of, in all their forms, and the codes that stand for them."""

from __future__ import annotations

from functools import cache, cached_property

from attrs import frozen

from mediaparse.data import read_toml, read_tsv
from mediaparse.disclaimers.codes import fold, split_phrase
from mediaparse.disclaimers.wording import Node, read


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


@cache
def shares() -> dict[str, int]:
    """Word, to how many of a thousand news stories hold it, roughly; one that is not there is rare."""
    return {word: int(row[0]) for row in read_tsv(__package__, "words/common.tsv") for word in row[1].split(" ")}

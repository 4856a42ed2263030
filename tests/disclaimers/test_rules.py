"""The built-in rules: well formed, told apart, with what a reader needs to judge them."""

from __future__ import annotations

import json
import re
from itertools import chain
from pathlib import Path

import pytest

from mediaparse.disclaimers import DisclaimerKind, DisclaimerRule, find, lexicon
from mediaparse.disclaimers.finder import find_in
from mediaparse.disclaimers.lexicon import DisclaimerLexicon, builtin_lexicon, builtin_rules, source_builtin
from mediaparse.disclaimers.words import inflected, word_classes
from mediaparse.scan import scan

CASES = Path(__file__).parent.parent / "cases" / "disclaimers"


@pytest.mark.parametrize("rule", builtin_rules(), ids=lambda rule: rule.id)
def test_a_rule_is_well_formed(rule: DisclaimerRule) -> None:
    rule.check()
    assert all(re.fullmatch("[A-Z]{2}", code) for code in rule.jurisdictions)
    assert all(re.fullmatch("[a-z]{2}", language) for language in rule.languages)
    assert rule.kind.is_designation or not rule.jurisdictions


def test_every_kind_has_a_rule_and_a_case() -> None:
    rows = [json.loads(line) for line in (CASES / "synthetic.jsonl").read_text("utf-8").splitlines()]
    assert {find["kind"] for row in rows for find in row["find"]} == {str(kind) for kind in DisclaimerKind}
    assert {rule.kind for rule in builtin_rules()} == set(DisclaimerKind)


def test_the_compiled_rules_are_those_of_the_files() -> None:
    for name, text in source_builtin().items():
        written = Path(lexicon.__file__).with_name(name).read_text("utf-8")
        assert written == text, "run: python -m mediaparse.disclaimers.lexicon"


def test_rules_compiled_at_once_find_the_same() -> None:
    anew = DisclaimerLexicon(builtin_rules()[::-1])
    text = "They fought IS (outlawed in Russia). The views expressed are the author's own."
    assert [mark.text for mark in find_in(scan(text), anew)] == [mark.text for mark in find(text)]


def test_every_pattern_compiles() -> None:
    known = builtin_lexicon()
    patterns = (wording.pattern for wording in chain.from_iterable(map(known.looked_for, known.keys)))
    for pattern in (*patterns, *(pattern for _, pattern in known.qualifiers)):
        assert isinstance(pattern, re.Pattern)  # no plugin's, which runs under a time limit
        assert pattern.groups == 0
    assert all(beside.patterns for beside in known.companions.values())


def test_a_look_beside_the_key_refuses_nothing_that_stands_there(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [json.loads(line) for path in CASES.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    found = [find(row["text"]) for row in rows]
    monkeypatch.setattr(lexicon.Wording, "may_match", lambda *_: True)
    assert [find(row["text"]) for row in rows] == found


def test_a_class_holds_all_forms_of_its_words() -> None:
    assert {"запрещенная", "запрещенной", "запрещенных"} <= word_classes().forms["banned_ru_full"]
    assert inflected("организаци|ia")[:3] == ("организация", "организации", "организацию")


@pytest.mark.parametrize(
    ("form", "code"), [("США", "US"), ("U.S.", "US"), ("UK", "GB"), ("Türkiye", "TR"), ("ООН", "UN")]
)
def test_a_country_is_known_as_it_is_written(form: str, code: str) -> None:
    assert builtin_lexicon().jurisdiction(form) == code


def test_us_is_a_country_in_capitals_alone() -> None:
    assert find("The club (banned by us) is closed.") == ()


@pytest.mark.parametrize("shape", [str.upper, str.capitalize, str.lower])
@pytest.mark.parametrize("formula", ["запрещена в РФ", "запрещён в России", "признан иноагентом"])
def test_a_formula_is_read_in_any_letters(formula: str, shape: object) -> None:
    assert callable(shape)
    [mark] = find(f"Письмо от «Лиги» ({shape(formula)}) дошло.")
    assert mark.jurisdictions == ("RU",)


def test_a_reader_is_told_where_a_rule_comes_from() -> None:
    assert [rule.id for rule in builtin_rules() if not (rule.law and rule.languages)] == []

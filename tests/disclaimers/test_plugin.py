"""A plugin's wording is one entry; a wording that cannot be read is an error at build time."""

from __future__ import annotations

import pytest

import mediaparse
from mediaparse import DisclaimerKind, DisclaimerRule, PluginError, Registry, build_registry, hookimpl

TEXT = "Об этом сообщил «Кербен» (Өзбекстанда тыюу салынган), пишет агентство."


class Plugin:
    """A plugin of the rules that it is given."""

    def __init__(self, *rules: DisclaimerRule) -> None:
        self.rules = rules

    @hookimpl
    def mediaparse_disclaimer_rules(self) -> tuple[DisclaimerRule, ...]:
        return self.rules


def built(*rules: DisclaimerRule) -> Registry:
    return build_registry([Plugin(*rules)])


def rule(wording: str) -> DisclaimerRule:
    return DisclaimerRule("kg.banned", DisclaimerKind.BANNED_ORGANIZATION, "UZ", wording)


def test_a_wording_in_another_language_is_one_line() -> None:
    registry = built(rule("Өзбекстанда !тыюу салынган"))
    [mark] = mediaparse.parse(TEXT, registry=registry).disclaimers
    assert (mark.text, mark.rule, mark.jurisdictions) == ("(Өзбекстанда тыюу салынган)", "kg.banned", ("UZ",))
    assert mark.target is not None
    assert mark.target.text == "Кербен"


def test_a_rare_word_may_be_the_first_of_what_is_known_as_one_phrase() -> None:
    dated = DisclaimerRule("kz.banned", "banned_organization", "KZ", "былтыр !тыйым салынған")
    [mark] = mediaparse.parse("«Кербен» (былтыр тыйым салынған) жабылды.", registry=built(dated)).disclaimers
    assert (mark.text, mark.rule) == ("(былтыр тыйым салынған)", "kz.banned")


def test_it_is_found_with_its_registry_alone() -> None:
    built(rule("Өзбекстанда !тыюу салынган"))
    assert mediaparse.parse(TEXT).disclaimers == ()


def test_a_rule_may_use_the_classes_of_the_built_in_ones() -> None:
    blocked = DisclaimerRule("blocked", "banned_organization", (), "!blocked {in} {places}", use="bracket")
    [mark] = mediaparse.parse("He posts on Chirp (blocked in Iran and Türkiye).", registry=built(blocked)).disclaimers
    assert mark.jurisdictions == ("IR", "TR")


def test_a_notice_is_the_sentence_that_holds_the_wording() -> None:
    weather = DisclaimerRule("weather", "regulatory", (), "forecast !supplied by the met office")
    text = "Rain is due. The forecast supplied by the Met Office may change. Bring a coat."
    [notice] = mediaparse.parse(text, registry=built(weather)).disclaimers
    assert notice.text == "The forecast supplied by the Met Office may change."


@pytest.mark.parametrize(
    ("wording", "message"),
    [
        ("{banned} ({in} {country}", r"a '\(' is not closed"),
        ("{banned} )", r"a '\)' too many"),
        ("{bannned} {in} {country}", "no class is called 'bannned'"),
        ("{banned} | ", "an empty choice"),
        ("banned ? ?", "'\\?' is out of place"),
        ("banned !", "nothing after the last '!'"),
        ("banned \\", "is out of place"),
        ("{banned}?", "no word of it must be there"),
        ("...", "no word of it must be there"),
        ("", "an empty choice"),
    ],
)
def test_a_malformed_wording_is_an_error_that_names_plugin_and_rule(wording: str, message: str) -> None:
    with pytest.raises(
        PluginError, match=rf"plugin 'Plugin': mediaparse_disclaimer_rules: rule 'kg.banned'.*{message}"
    ):
        built(rule(wording))


def test_a_rule_without_a_wording_is_an_error() -> None:
    with pytest.raises(PluginError, match=r"rule 'kg\.banned' has no wording"):
        built(DisclaimerRule("kg.banned", "banned_organization", (), ()))

"""A plugin's wording is one entry; a wording that cannot be read is an error at build time."""

from __future__ import annotations

import pytest

import mediaparse
from mediaparse import DisclaimerKind, DisclaimerRule, PluginError, Registry, build_registry, disclaimers, hookimpl

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
        ("word{3,2} !other", r"'\{3,2\}' must rise"),
        ("word{0,999} !other", r"'\{0,999\}' must rise, to 100 at most"),
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


SLOW = "!blocked ((_?){0,60}){0,60} zanzibar"
CROWDED = f"He was (blocked {'by rain ' * 40} there) in Zanzibar."


def test_a_wording_runs_under_the_time_limit_of_its_rule() -> None:
    slow = DisclaimerRule("slow", "banned_organization", (), SLOW, timeout=0.05)
    registry = built(slow, rule("Өзбекстанда !тыюу салынган"))
    assert len(mediaparse.parse(TEXT, registry=registry).disclaimers) == 1
    blamed = "plugin 'Plugin': mediaparse_disclaimer_rules: 'slow': a wording took more than its timeout, 0.05 seconds"
    for read in (mediaparse.parse, disclaimers.find):
        with pytest.raises(PluginError, match=blamed):
            read(CROWDED, registry=registry)


def test_so_does_a_qualifier() -> None:
    told = DisclaimerRule("told", "banned_organization", "KG", "!barred in {country}")
    slow = DisclaimerRule("slow", "terrorist_designation", "KG", SLOW, use="qualifier", timeout=0.05)
    text = f"They met Azov (barred in Russia, in Zanzibar blocked {'by rain ' * 20})."
    with pytest.raises(PluginError, match="'slow': a wording took more than its timeout"):
        disclaimers.find(text, registry=built(told, slow))


def test_so_do_companions() -> None:
    slow = DisclaimerRule("slow", "regulatory", (), "!offices gave", companions=(SLOW,), timeout=0.05)
    text = f"The offices gave notice. Zanzibar was blocked {'by rain ' * 40}."
    with pytest.raises(PluginError, match="'slow': a wording took more than its timeout"):
        disclaimers.find(text, registry=built(slow))


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf")])
def test_a_time_limit_is_a_number_of_seconds(timeout: float) -> None:
    slow = DisclaimerRule("slow", "banned_organization", (), SLOW, timeout=timeout)
    with pytest.raises(PluginError, match="'slow': timeout must be a number of seconds above 0"):
        built(slow)

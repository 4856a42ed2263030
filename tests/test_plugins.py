"""Plugins: what they add is found with the registry that they were built into, and nowhere else."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from attrs import frozen

import mediaparse
from mediaparse import (
    Agency,
    AgencyEntry,
    Article,
    CueVerb,
    DisclaimerRule,
    Extractor,
    Found,
    PluginError,
    Registry,
    Title,
    Unit,
    UnitEntry,
    build_registry,
    hookimpl,
)
from mediaparse.hooks import Builtins, check
from mediaparse.registry import default_registry

TEXT = (
    "VALDORA, May 4 (Borealis Wire) - The river carried off 40 zorkels of timber.\n\n"
    "The Reed League (kvarned by the Storting) took no part.\n\n"
    "The mayor kvetched that nobody had warned the town. Hotline: call 555-01."
)  # fmt: skip


@frozen
class Hotline(Found):
    """A hotline that an article names."""

    number: str


def hotlines(article: Article) -> Iterable[Hotline]:
    for match in re.finditer(r"\bHotline: call ([\d-]+)", article.text):
        yield Hotline(match.start(), match.end(), match.group(), "hotline", match[1])


class Valdora:
    """A plugin with an agency, a verb, a wording, a unit and an extractor of the imaginary town of Valdora."""

    @hookimpl
    def mediaparse_agencies(self) -> list[AgencyEntry]:
        return [AgencyEntry(Agency("borealis", "Borealis Wire", "NO"), ("Borealis Wire",))]

    @hookimpl
    def mediaparse_verbs(self) -> list[CueVerb]:
        return [CueVerb("kvetch", ("kvetch", "kvetches", "kvetched", "kvetching"))]

    @hookimpl
    def mediaparse_disclaimer_rules(self) -> list[DisclaimerRule]:
        return [DisclaimerRule("no.kvarned", "banned_organization", "NO", "kvarned by the storting")]

    @hookimpl
    def mediaparse_units(self) -> list[UnitEntry]:
        return [UnitEntry(Unit("zorkel", None, "volume", None, None), ("zorkel", "zorkels"))]

    @hookimpl
    def mediaparse_extractors(self) -> list[Extractor]:
        return [Extractor("hotlines", Hotline, hotlines)]


def test_a_plugin_changes_what_its_registry_finds() -> None:
    article = mediaparse.parse(TEXT, registry=build_registry([Valdora()]))
    assert [agency.id for dateline in article.datelines for agency in dateline.agencies] == ["borealis"]
    assert [found.cue.lemma for found in article.attributions if found.cue] == ["kvetch"]
    assert [(mark.text, mark.rule) for mark in article.disclaimers] == [("(kvarned by the Storting)", "no.kvarned")]
    assert [found.text for found in article.quantities if found.unit and found.unit.name == "zorkel"] == ["40 zorkels"]
    assert article.extra["hotlines"] == article.get(Hotline)
    assert [found.number for found in article.get(Hotline)] == ["555-01"]


def test_a_plugin_changes_nothing_elsewhere() -> None:
    before = mediaparse.parse(TEXT)
    build_registry([Valdora()])
    assert mediaparse.parse(TEXT) == before
    assert not any(agency.id == "borealis" for dateline in before.datelines for agency in dateline.agencies)
    assert not any(found.cue and found.cue.lemma == "kvetch" for found in before.attributions)
    assert before.disclaimers == ()
    assert not any(found.unit and found.unit.name == "zorkel" for found in before.quantities)
    assert dict(before.extra) == {}


def test_the_built_ins_come_through_the_hooks() -> None:
    assert build_registry() == default_registry()
    assert default_registry().plugins == ("mediaparse",)


def test_what_no_plugin_adds_to_is_shared() -> None:
    registry = build_registry([SimpleNamespace(mediaparse_verbs=hookimpl(lambda: [CueVerb("kvetch")]))])
    assert registry.quantities is default_registry().quantities
    assert registry.attributions != default_registry().attributions


@pytest.mark.parametrize(
    ("hook", "kind"),
    [
        ("mediaparse_agencies", AgencyEntry),
        ("mediaparse_verbs", CueVerb),
        ("mediaparse_titles", Title),
        ("mediaparse_disclaimer_rules", DisclaimerRule),
        ("mediaparse_units", UnitEntry),
    ],
)
def test_the_built_ins_are_as_well_formed_as_a_plugin_must_be(hook: str, kind: type) -> None:
    """Held here, because a build does not check them again."""
    entries = tuple(getattr(Builtins(), hook)())
    for entry in entries:
        check("mediaparse", hook, entry, kind)
    assert len({entry.id for entry in entries}) == len(entries)


def test_a_registry_is_a_value() -> None:
    registry = build_registry([Valdora()])
    written = pickle.dumps(registry)
    again: Registry = pickle.loads(written)
    assert mediaparse.parse(TEXT, registry=again) == mediaparse.parse(TEXT, registry=registry)
    assert again == registry
    assert pickle.dumps(registry) == written  # without the tables that the text was read by


def plugin(name: str, **hooks: Callable[[], object]) -> SimpleNamespace:
    """A plugin made of functions, as a module is."""
    return SimpleNamespace(__name__=name, **{hook: hookimpl(function) for hook, function in hooks.items()})


def failing() -> list[AgencyEntry]:
    raise RuntimeError("no table")


def wrapped() -> Iterator[None]:
    yield


class Selfless:
    @hookimpl
    def mediaparse_units() -> list[UnitEntry]:  # type: ignore[misc]
        return []


REFUSED = {
    "a misspelt hook": (
        plugin("typo", mediaparse_agency=failing),
        "'typo' has a hook .* mediaparse_agency; it knows ",
    ),
    "a hook with an argument": (
        SimpleNamespace(__name__="curious", mediaparse_agencies=hookimpl(lambda registry: [])),
        "(?s)'curious' cannot be registered: .*mediaparse_agencies.*'registry'",
    ),
    "no hook": (
        SimpleNamespace(__name__="unmarked", mediaparse_agencies=list),
        "'unmarked': .* is not marked",
    ),
    "no plugin": (SimpleNamespace(__name__="empty"), "'empty' has no hook: a plugin is a module or an object with"),
    "a name": ("mediaparse_casualties", "'str' has no hook: a plugin is a module or an object with functions marked"),
    "a class": (Valdora, r"'Valdora' is a class: give an object of it, Valdora\(\)"),
    "a mark that was forgotten": (
        SimpleNamespace(__name__="half", mediaparse_agencies=hookimpl(lambda: ()), mediaparse_units=list),
        "'half': mediaparse_units is not marked with mediaparse.hookimpl",
    ),
    "a method without self": (Selfless(), "'Selfless': mediaparse_units failed: TypeError: .* 1 was given"),
    "a wrapper": (
        SimpleNamespace(__name__="wrapper", mediaparse_agencies=hookimpl(wrapper=True)(wrapped)),
        "'wrapper': mediaparse_agencies must return AgencyEntry entries, not NoneType",
    ),
    "a hook that fails": (plugin("broken", mediaparse_agencies=failing), "'broken': mediaparse_agencies .* no table"),
    "entries of another type": (
        plugin("mixed", mediaparse_agencies=lambda: ["TASS"]),
        "'mixed': mediaparse_agencies must return AgencyEntry entries, not str",
    ),
    "a string for a tuple": (
        plugin("letters", mediaparse_units=lambda: [UnitEntry(Unit("sotka"), "sotka")]),  # type: ignore[arg-type]
        r"'letters': mediaparse_units: 'sotka': surfaces must be tuple\[str, ...\], not 'sotka'",
    ),
    "a verb that governs nothing known": (
        plugin("grammar", mediaparse_verbs=lambda: [CueVerb("kvetch", governs="qoutation")]),
        "'grammar': mediaparse_verbs: verb 'kvetch': nothing is called 'qoutation'",
    ),
    "a title of no kind": (
        plugin("kinds", mediaparse_titles=lambda: [Title("reeve", kind="pots")]),
        "'kinds': mediaparse_titles failed: ValueError: 'pots' is no TitleKind: it is one of honorific, rank, ",
    ),
    "an agency of a style that is none": (
        plugin(
            "styled", mediaparse_agencies=lambda: [AgencyEntry(Agency("a", "A", "IS"), ("A",), styles=("brackets",))]
        ),
        "'styled': mediaparse_agencies: agency 'a': there is no style 'brackets'; the styles are bracket, ",
    ),
    "nothing": (
        plugin("empty", mediaparse_verbs=lambda: None),
        "'empty': .* failed: TypeError: what it returns must be a list of CueVerb, not NoneType",
    ),
    "an id that is taken": (
        plugin("twice", mediaparse_agencies=lambda: [AgencyEntry(Agency("tass", "TASS", "RU"), ("TASS",))]),
        "'twice': mediaparse_agencies: 'tass' is already taken by 'mediaparse'",
    ),
}


@pytest.mark.parametrize("case", list(REFUSED))
def test_a_bad_plugin_is_refused_by_name(case: str) -> None:
    bad, message = REFUSED[case]
    with pytest.raises(PluginError, match=message):
        build_registry([bad])


@pytest.mark.parametrize("given", [None, 5, "mediaparse_casualties", Valdora, Valdora()])
def test_what_is_no_list_of_plugins(given: object) -> None:
    with pytest.raises(TypeError, match=r"^plugins must be a list of plugins, not (None|int|str|the class V|V)"):
        build_registry(given)  # type: ignore[arg-type]


def agency(id: str, name: str) -> AgencyEntry:
    return AgencyEntry(Agency(id, name, None), (name,))


def test_plugins_come_in_the_order_given_behind_the_built_ins() -> None:
    one = plugin("one", mediaparse_agencies=lambda: [agency("one", "Wire One")])
    last = SimpleNamespace(
        __name__="last", mediaparse_agencies=hookimpl(lambda: [agency("last", "Wire Last")], trylast=True)
    )
    first = SimpleNamespace(
        __name__="first", mediaparse_agencies=hookimpl(lambda: [agency("first", "Wire First")], tryfirst=True)
    )
    registry = build_registry([last, one, first])
    assert registry.plugins == ("mediaparse", "last", "one", "first")
    assert [entry.id for entry in registry.datelines.agencies][-3:] == ["last", "one", "first"]


def test_a_hook_of_a_later_version_is_passed_over_where_it_is_optional() -> None:
    later = SimpleNamespace(__name__="later", mediaparse_weather=hookimpl(optionalhook=True)(failing))
    assert build_registry([later]).plugins == ("mediaparse", "later")


def test_a_word_that_two_entries_share() -> None:
    sharing = plugin(
        "sharing",
        mediaparse_agencies=lambda: [
            agency("mine", "Reuters"),
            AgencyEntry(Agency("other", "Other", None), ("Other", "TASS")),
        ],
        mediaparse_units=lambda: [UnitEntry(Unit("my league"), ("kilometer",))],
        mediaparse_titles=lambda: [Title("bigman", forms=("minister",))],
    )
    registry = build_registry([sharing])
    article = mediaparse.parse("OSLO, March 3 (Reuters) - It is 5 kilometers away.", registry=registry)
    assert [agency.id for agency in article.datelines[0].agencies] == ["mine"]
    alias = mediaparse.parse("OSLO, March 3 (TASS) - It is far.", registry=registry)
    assert [agency.id for agency in alias.datelines[0].agencies] == ["tass"]
    assert [found.unit.name for found in article.quantities if found.unit] == ["kilometre"]
    assert registry.attributions.title_words["minister"].word == "minister"


@pytest.mark.parametrize("order", [1, -1])
def test_two_rules_that_fit(order: int) -> None:
    kinds = {"b.ban": "banned_organization", "a.ban": "banned_organization", "z.terror": "terrorist_designation"}
    rules = [DisclaimerRule(id, kind, "NO", "kvarned by the storting") for id, kind in kinds.items()][::order]
    text = "The Reed League (kvarned by the Storting) took no part."

    def named(*rules: DisclaimerRule) -> list[str]:
        registry = build_registry([plugin("two", mediaparse_disclaimer_rules=lambda: rules)])
        return [mark.rule for mark in mediaparse.parse(text, registry=registry).disclaimers]

    assert named(*rules) == ["z.terror"]
    assert named(*(rule for rule in rules if not rule.id.startswith("z"))) == ["a.ban"]


def test_an_extractor_builds_on_the_finders_and_not_on_other_extractors() -> None:
    seen: list[Article] = []

    def watch(article: Article) -> list[Hotline]:
        seen.append(article)
        return []

    build = [Extractor("hotlines", Hotline, hotlines), Extractor("watch", Hotline, watch)]
    article = mediaparse.parse(TEXT, registry=build_registry([plugin("p", mediaparse_extractors=lambda: build)]))
    assert [found.text for found in article.extra["hotlines"]] == ["Hotline: call 555-01"]
    assert article.extra["watch"] == ()
    assert seen[0].quantities == article.quantities
    assert dict(seen[0].extra) == {}


def test_a_plugin_comes_once() -> None:
    one = Valdora()
    with pytest.raises(PluginError, match="'Valdora' is given twice"):
        build_registry([one, one])


def test_an_extractor_that_fails_is_named() -> None:
    def fails(article: Article) -> list[Hotline]:
        raise KeyError(article.text)

    registry = build_registry([plugin("p", mediaparse_extractors=lambda: [Extractor("sirens", Hotline, fails)])])
    with pytest.raises(PluginError, match="extractor 'sirens' failed: KeyError"):
        mediaparse.parse("Sirens.", registry=registry)


WRONG = {
    "another type": (Found(0, 2, "At", "rule"), "extractor 'sirens' must find Hotline, not Found"),
    "a span outside": (Hotline(0, 99, "At", "rule", "1"), "extractor 'sirens' found a span .* 0 to 99"),
    "another text": (Hotline(0, 2, "In", "rule", "1"), "extractor 'sirens' found a span .* 0 to 2"),
}


@pytest.mark.parametrize("case", list(WRONG))
def test_what_an_extractor_finds_is_checked(case: str) -> None:
    found, message = WRONG[case]
    sirens = Extractor("sirens", Hotline, lambda article: [found])
    registry = build_registry([plugin("p", mediaparse_extractors=lambda: [sirens])])
    with pytest.raises(PluginError, match=message):
        mediaparse.parse("At sea.", registry=registry)


def install(folder: Path, name: str, code: str) -> None:
    """Put a distribution into ``folder`` whose entry point names the module ``name``."""
    (folder / f"{name}.py").write_text(code, "utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[mediaparse]\n{name} = {name}\n", "utf-8")


STRANGER = """
from mediaparse import Agency, AgencyEntry, hookimpl

@hookimpl
def mediaparse_agencies():
    return [AgencyEntry(Agency("borealis", "Borealis Wire", "NO"), ("Borealis Wire",))]
"""


def test_installed_plugins_come_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "valdora_stranger", STRANGER)
    monkeypatch.syspath_prepend(tmp_path)
    assert build_registry().plugins == ("mediaparse",)
    asked = build_registry(entry_points=True)
    assert asked.plugins == ("mediaparse", "valdora_stranger")
    assert "borealis" in [entry.id for entry in asked.datelines.agencies]


def test_an_installed_plugin_that_cannot_be_loaded_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "valdora_broken", "import no_such_module_of_valdora")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(PluginError, match=r"'valdora_broken' cannot be loaded .* ModuleNotFoundError"):
        build_registry(entry_points=True)

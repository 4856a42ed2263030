"""A plugin that does what it may not: an error that names it and its hook, where the caller can catch it."""

# Values of wrong types are what is tested.
# mypy: disable-error-code="arg-type, dict-item, list-item, return-value"

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import SimpleNamespace

import pytest
from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

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
    Quantity,
    Registry,
    Span,
    Title,
    Unit,
    UnitEntry,
    build_registry,
    hookimpl,
)
from tests.promises import hold

ACME = Agency("acme", "Acme", None)


def built(hook: str, *entries: object) -> Registry:
    """The registry with a plugin "wild" whose ``hook`` returns ``entries``."""
    return build_registry([SimpleNamespace(__name__="wild", **{hook: hookimpl(lambda: entries)})])


@frozen
class Street(Found):
    """A street that an article names."""

    name: str


@frozen
class Toll(Found):
    """How many an article counts, and where it says so."""

    count: Quantity
    at: Span | None = None


WRONG_TYPES: dict[str, dict[str, object]] = {
    "mediaparse_agencies": {
        "agency 'acme' has no aliases: it would never be found": AgencyEntry(ACME, ()),
        "agency 'acme': a country is two capital letters such as 'NO', not 'Norway'": AgencyEntry(
            Agency("acme", "Acme", "Norway"), ("Acme",)
        ),
        "'acme': aliases must be tuple[str, ...], not ('Acme', 5)": AgencyEntry(ACME, ("Acme", 5)),
        "'acme': aliases has a blank string": AgencyEntry(ACME, ("Acme", " ")),
        "'acme': agency.country must be str | None, not 7": AgencyEntry(Agency("acme", "A", 7), ()),
        "None: agency must be mediaparse.datelines.types.Agency, not None": AgencyEntry(None, ("Acme",)),
        "agency 'acme': '...' is no word": AgencyEntry(ACME, ("Acme", "...")),
    },
    "mediaparse_verbs": {
        "verb 'Kvetch': 'Kvetch' must be in small letters": CueVerb("Kvetch"),
        "'kvetch': governs must be frozenset[str], not frozenset({3})": CueVerb("kvetch", governs=(3,)),
        "verb '!': '!' is no word": CueVerb("!"),
        "'kvetch': forms has a blank string": CueVerb("kvetch", ("kvetch", "")),
    },
    "mediaparse_titles": {
        "title 'reeve': gender must be 'm', 'f' or None, not 'male'": Title("reeve", gender="male"),
        "title 'reeve': '-' is no word": Title("reeve", forms=("-",)),
        "'reeve': also must be tuple[str, ...], not 'mayor'": Title("reeve", also="mayor"),
    },
    "mediaparse_disclaimer_rules": {
        "rule 'r': a country is two capital letters such as 'NO', not 'Russia'": DisclaimerRule(
            "r", "banned_organization", "Russia", "banned"
        ),
        "'r': law must be str, not 114": DisclaimerRule("r", "banned_organization", "RU", "banned", law=114),
        "'r': timeout must be float, not '1'": DisclaimerRule("r", "banned_organization", "RU", "banned", timeout="1"),
        "'r': RecursionError": DisclaimerRule("r", "banned_organization", "RU", "(" * 5000 + "banned" + ")" * 5000),
    },
    "mediaparse_units": {
        "'sotka': unit.dimension must be str, not None": UnitEntry(Unit("sotka", dimension=None), ("sotka",)),
        "'sotka': near must be tuple[tuple[str, frozenset[str]], ...], not (('s',),)": UnitEntry(
            Unit("sotka", dimension="area"),
            near=(("s",),),
        ),
    },
    "mediaparse_extractors": {
        "'streets': result must be type[mediaparse.spans.Found], not <class 'int'>": Extractor(
            "streets", int, lambda article: ()
        ),
        "'streets': find must be collections.abc.Callable[": Extractor("streets", Street, 3),
    },
}


@pytest.mark.parametrize(
    ("hook", "message"), [(hook, message) for hook, entries in WRONG_TYPES.items() for message in entries]
)
def test_an_entry_of_wrong_types_is_refused(hook: str, message: str) -> None:
    with pytest.raises(PluginError) as refused:
        built(hook, WRONG_TYPES[hook][message])
    assert str(refused.value).startswith(f"plugin 'wild': {hook}: {message}")


def failing(article: Article) -> Iterator[Found]:
    yield Street(0, 4, "High", "street", "High")
    raise ZeroDivisionError("no streets")


def counting(change: Callable[[Quantity], Quantity]) -> Callable[[Article], list[Found]]:
    """A function that finds the first quantity, changed by ``change``."""
    return lambda article: [Toll(0, 4, "High", "toll", change(article.quantities[0]))]


FOUND: dict[str, Callable[[Article], Iterable[Found]]] = {
    "failed: ZeroDivisionError: no streets": failing,
    "failed: TypeError: what it returns must be a list of Found, not NoneType": lambda article: None,
    "must find Found, not str": lambda article: ["High"],
    "found a span that is not of the text: 0 to 99": lambda article: [Street(0, 99, "High", "street", "High")],
    "found a span that is not of the text: -4 to 4": lambda article: [Street(-4, 4, "", "street", "High")],
    "found a span that is not of the text: 4 to 0": lambda article: [Street(4, 0, "", "street", "High")],
    "found a span that is not of the text: '0' to 4": lambda article: [Street("0", 4, "High", "street", "High")],
    "found a span that is not of the text: 15 to 91": counting(lambda found: evolve(found, end=91)),
    "found a span that is not of the text: None to None": lambda article: [
        Toll(0, 4, "High", "toll", article.quantities[0], Span(None, None, ""))
    ],
}


@pytest.mark.parametrize("message", list(FOUND))
def test_what_an_extractor_does_wrong_names_its_plugin(message: str) -> None:
    registry = built("mediaparse_extractors", Extractor("streets", Found, FOUND[message]))
    with pytest.raises(PluginError) as failed:
        mediaparse.parse("High street is 5 miles long.", registry=registry)
    assert str(failed.value).startswith("plugin 'wild': mediaparse_extractors: extractor 'streets' " + message)


def test_the_cause_of_a_failure_is_kept() -> None:
    registry = built("mediaparse_extractors", Extractor("streets", Found, failing))
    with pytest.raises(PluginError) as failed:
        mediaparse.parse("High street.", registry=registry)
    assert isinstance(failed.value.__cause__, ZeroDivisionError)


def test_an_extractor_may_be_a_pattern() -> None:
    streets = Extractor.matching("streets", Street, r"\b(?P<name>\p{Lu}\w++) street\b")
    registry = built("mediaparse_extractors", streets)
    article = mediaparse.parse("High street meets Mill street.", registry=registry)
    assert article.get(Street) == (
        Street(0, 11, "High street", "streets", "High"),
        Street(18, 29, "Mill street", "streets", "Mill"),
    )


def test_a_pattern_runs_under_a_time_limit() -> None:
    slow = Extractor.matching("slow", Found, r"(?:a|aa)+$", timeout=0.05)
    registry = built("mediaparse_extractors", slow)
    assert mediaparse.parse("aa", registry=registry).extra["slow"] == (Found(0, 2, "aa", "slow"),)
    with pytest.raises(
        PluginError, match="plugin 'wild': mediaparse_extractors: extractor 'slow' failed: TimeoutError"
    ):
        mediaparse.parse("a" * 60 + "b", registry=registry)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        (r"(?P<nam>\w+) street", r"the groups of its pattern are \['nam'\], the fields \['name'\]"),
        (r"\w+ street", r"the groups of its pattern are \[\], the fields \['name'\]"),
        (r"(?P<name>\w+ street", r"missing \)"),
    ],
)
def test_a_pattern_that_fits_no_type_is_refused(pattern: str, message: str) -> None:
    def extractors() -> list[Extractor]:
        return [Extractor.matching("streets", Street, pattern)]

    wild = SimpleNamespace(__name__="wild", mediaparse_extractors=hookimpl(extractors))
    with pytest.raises(PluginError, match=f"plugin 'wild': mediaparse_extractors failed: .*{message}"):
        build_registry([wild])


NAMES = st.one_of(
    st.text(min_size=1, max_size=6),
    st.text(alphabet="aB5 .*+?()[]{}|\\^$-—/\"'«,:;\n\u00a0\u200b电é", min_size=1, max_size=6),
)
ENTRIES = st.one_of(
    st.builds(
        lambda name, more: (
            "mediaparse_agencies",
            AgencyEntry(Agency("x", name, None), (name, more), styles=("dash", "tag")),
        ),
        NAMES,
        NAMES,
    ),
    st.builds(lambda name, form: ("mediaparse_verbs", CueVerb(name, (name, form))), NAMES, NAMES),
    st.builds(lambda name: ("mediaparse_verbs", CueVerb(name)), NAMES),
    st.builds(lambda name, form: ("mediaparse_titles", Title(name, forms=(form,))), NAMES, NAMES),
    st.builds(
        lambda a, b, c: ("mediaparse_units", UnitEntry(Unit("x", dimension="area"), (a,), (b,), (c,))),
        NAMES,
        NAMES,
        NAMES,
    ),
)
TEXT = "ROME, May 4 ({0}) - Rain. {0} 5 {0} of rain, {0}5, {0} Ruiz {0} that 5 {0}s fell ({0}). “No,” he {0}. {0}"


@given(ENTRIES, NAMES)
@settings(max_examples=25, deadline=None)
def test_whatever_a_name_is_it_is_refused_or_harmless(plugged: tuple[str, object], other: str) -> None:
    try:
        registry = built(*plugged)
    except PluginError:
        return
    names = [name for name in str(plugged[1]).split("'")[1::2] if name]
    for name in (*names, other):
        text = TEXT.format(name)
        article = mediaparse.parse(text, registry=registry)
        for finds in (article.datelines, article.attributions, article.disclaimers, article.quantities):
            hold(text, finds)

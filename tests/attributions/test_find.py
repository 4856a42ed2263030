"""What rows cannot say of attributions: knowledge that is whole, plugins' verbs, time, odd input."""

from __future__ import annotations

import time

import pytest

from mediaparse import CueVerb, attributions, build_registry, hookimpl
from mediaparse.attributions.inflection import regular_forms
from mediaparse.attributions.lexicon import builtin_verbs

GOVERNED = {"that", "clause", "wh", "quotation", "noun", "person", "infinitive"}


class Kvetching:
    """A plugin with a verb of which it states the lemma alone."""

    @hookimpl
    def mediaparse_verbs(self) -> list[CueVerb]:
        return [CueVerb("kvetch")]


@pytest.mark.parametrize("form", ["kvetches", "kvetched"])
def test_a_plugins_verb_needs_a_lemma_and_nothing_else(form: str) -> None:
    text = f"The baker {form} that the flour was damp."
    assert attributions.find(text) == ()
    [found] = attributions.find(text, registry=build_registry([Kvetching()]))
    assert found.cue is not None
    assert (found.cue.lemma, found.cue.text) == ("kvetch", form)
    assert [piece.text for piece in found.content] == ["the flour was damp"]


@pytest.mark.parametrize(
    ("lemma", "past", "ing"),
    [
        ("claim", "claimed", "claiming"),
        ("note", "noted", "noting"),
        ("deny", "denied", "denying"),
        ("say", "sayed", "saying"),
        ("agree", "agreed", "agreeing"),
        ("quip", "quipped", "quipping"),
        ("echo", "echoed", "echoing"),
        ("exclaim", "exclaimed", "exclaiming"),
        ("label", "labeled", "labeling"),
    ],
)
def test_regular_forms(lemma: str, past: str, ing: str) -> None:
    assert regular_forms(lemma)[0] == lemma
    assert {past, ing} <= set(regular_forms(lemma))


def test_every_verb_governs_something_known() -> None:
    assert len(builtin_verbs()) > 250
    for verb in builtin_verbs():
        assert verb.governs, verb.lemma
        assert verb.governs <= GOVERNED, verb.lemma


def test_every_form_of_a_particle_verb_has_its_particle() -> None:
    for verb in builtin_verbs():
        words = verb.lemma.count(" ")
        assert all(form.count(" ") == words for form in verb.forms), verb.lemma


@pytest.mark.parametrize(
    "text",
    [
        "said",
        '"',
        "''",
        "said, said: said",
        "According to",
        ': "',
        "— said —",
        "Harbour traffic fell 4 pct in May - Portbank",
        "\ud800 said \x00",
        "he said:\n\n",
        "«»" * 50,
    ],
)
def test_fragments_neither_raise_nor_leave_the_text(text: str) -> None:
    for found in attributions.find(text):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "trigger",
    [
        'He said "no," ',
        "said that ",
        "and he said ",
        "John Smith, ",
        "who said ",
        "told him that ",
        "A, B and C said, ",
    ],
)
def test_time_grows_with_the_text(trigger: str) -> None:
    def seconds(length: int) -> float:
        text = trigger * (length // len(trigger))
        spent = []
        for _ in range(3):
            begun = time.process_time()
            attributions.find(text)
            spent.append(time.process_time() - begun)
        return min(spent)

    assert seconds(80_000) < 20 * seconds(10_000) + 0.05


def test_what_is_quoted_is_no_cue() -> None:
    [found] = attributions.find('"She said that he said no," Olga Brandt said.')
    assert found.speaker is not None
    assert found.speaker.text == "Olga Brandt"


def test_the_span_runs_over_content_cue_and_speaker() -> None:
    text = 'On Monday "we were lucky," Olga Brandt said in Skerry.'
    [found] = attributions.find(text)
    assert found.text == 'On Monday "we were lucky," Olga Brandt said'

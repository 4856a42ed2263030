"""A recipe makes the same registry elsewhere, or says what is missing there."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from importlib import metadata
from types import SimpleNamespace

import pytest

import mediaparse_casualties
from mediaparse import PluginError, build_registry
from mediaparse.recipe import Ingredient, Recipe, recipe

HERE = metadata.version("mediaparse-news")
Install = Callable[..., None]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Let the plugin of the examples be installed, under some names and in a version."""

    def installed(*names: str, version: str = "1.2") -> None:
        entries = [
            SimpleNamespace(
                name=name,
                value="mediaparse_casualties",
                load=lambda: mediaparse_casualties,
                dist=SimpleNamespace(name=f"mediaparse-{name}", version=version),
            )
            for name in names
        ]
        monkeypatch.setattr(metadata, "entry_points", lambda group: entries)

    return installed


def test_it_travels_and_makes_the_registry(install: Install) -> None:
    install("tolls-1", "other")
    written = recipe(entry_points=["tolls-1"])
    assert written == Recipe(HERE, (Ingredient("tolls-1", "mediaparse-tolls-1", "1.2"),))
    built = pickle.loads(pickle.dumps(written)).build()
    assert built.plugins == ("mediaparse", "tolls-1")
    assert built == build_registry(entry_points=["tolls-1"])
    assert built is written.build()


def test_a_worker_that_lacks_plugins_says_which(install: Install) -> None:
    install("here-1", "newer-1")
    wanted = Recipe(HERE, (
        Ingredient("gone-1", "mediaparse-gone", "0.3"),
        Ingredient("here-1", "mediaparse-here-1", "1.2"),
        Ingredient("newer-1", "mediaparse-newer-1", "0.9"),
    ))  # fmt: skip
    with pytest.raises(PluginError) as error:
        wanted.build()
    assert str(error.value) == (
        "the registry cannot be made here: plugin 'gone-1' (mediaparse-gone 0.3) is not installed here; "
        "plugin 'newer-1' (mediaparse-newer-1 0.9) is 'newer-1' (mediaparse-newer-1 1.2) here"
    )


def test_another_version_of_the_library() -> None:
    with pytest.raises(PluginError, match=rf"mediaparse-news 0\.0\.1 is {HERE} here"):
        Recipe("0.0.1", ()).build()


def test_a_plugin_that_is_not_installed(install: Install) -> None:
    install("here-2")
    with pytest.raises(PluginError, match="not installed: plugin 'gone-2'"):
        recipe(entry_points=["gone-2", "here-2"])


def test_a_name_for_names() -> None:
    with pytest.raises(TypeError, match="not the string 'casualties'"):
        build_registry(entry_points="casualties")

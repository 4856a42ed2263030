"""What pip and a reader of the README are promised."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from importlib.resources import files
from pathlib import Path

import pytest

import mediaparse

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PLAIN = re.compile(r"^mediaparse(?![\w.-])")


def requirements() -> list[str]:
    """Every requirement of the distribution, those of the extras too."""
    return [
        *PROJECT["dependencies"],
        *(entry for extra in PROJECT["optional-dependencies"].values() for entry in extra),
    ]


def commands() -> list[str]:
    """Every line of the documentation, the checks and the examples that asks pip for something."""
    paths = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/**/*"), ROOT / ".ci" / "run"]
    lines = [
        line
        for path in paths
        if path.is_file() and path.suffix != ".pyc"
        for line in path.read_text("utf-8").splitlines()
    ]
    return [line for line in lines if re.search(r"\b(pip|pipx|uv)\b.*\b(install|add)\b", line)]


def test_the_distribution_is_not_the_stranger_of_the_plain_name() -> None:
    assert PROJECT["name"] == "mediaparse-news"
    assert not [entry for entry in requirements() if PLAIN.match(entry)]
    assert not [line for line in commands() if any(PLAIN.match(word.strip("'\"`")) for word in line.split())]


@pytest.mark.parametrize("entry", ["mediaparse", "mediaparse>=1", "mediaparse[test]", "mediaparse ; python_version"])
def test_the_stranger_would_be_noticed(entry: str) -> None:
    assert PLAIN.match(entry)


def test_the_metadata_that_was_installed_is_that_of_the_project() -> None:
    installed = metadata.metadata("mediaparse-news")
    assert installed["Version"] == PROJECT["version"]
    assert installed["License-Expression"] == "MIT"
    assert installed["License-File"] == "LICENSE"
    assert installed["Requires-Python"] == ">=3.11"


def test_every_requirement_has_a_lower_bound() -> None:
    own = re.compile(r"mediaparse-news\[")
    assert not [entry for entry in requirements() if ">=" not in entry and not own.match(entry)]


def test_the_package_says_that_it_is_typed() -> None:
    assert files("mediaparse").joinpath("py.typed").is_file()


def test_every_public_name_says_what_it_is() -> None:
    assert not [name for name in mediaparse.__all__ if not getattr(mediaparse, name).__doc__]
    assert mediaparse.__all__ == sorted(mediaparse.__all__)


def test_the_readme_has_two_commands_of_one_line() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    example, tests = (line for line in lines if line.startswith("python3 -m venv "))
    assert example.endswith("examples/read_article.py")
    assert "-m pytest" in tests

"""The pages name every field, every value and every hook, and nothing that is gone."""

from __future__ import annotations

import inspect
import re
import runpy
import tomllib
from enum import StrEnum
from pathlib import Path

import attrs
import pytest

import mediaparse
from mediaparse.hooks import Hooks

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PUBLIC = [getattr(mediaparse, name) for name in mediaparse.__all__]
TYPES = [kind for kind in PUBLIC if isinstance(kind, type) and attrs.has(kind)]


def first_column(page: str, heading: str) -> list[str]:
    """The names in the first column of the table under ``heading`` of ``page``."""
    _, _, below = (DOCS / page).read_text("utf-8").partition(f"\n### `{heading}`\n")
    section = re.split(r"^#", below, maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(r"^\| `([^`]+)`", section, re.MULTILINE)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_field_is_explained(kind: type[attrs.AttrsInstance]) -> None:
    own = [field.name for field in attrs.fields(kind) if not field.inherited]
    assert first_column("data-model.md", kind.__name__) == own


@pytest.mark.parametrize("kind", [kind for kind in PUBLIC if isinstance(kind, type) and issubclass(kind, StrEnum)])
def test_every_value_is_explained(kind: type[StrEnum]) -> None:
    assert first_column("data-model.md", kind.__name__) == [str(value) for value in kind]


def test_every_hook_is_explained() -> None:
    assert first_column("design.md", "Hooks") == [name for name in vars(Hooks) if name.startswith("mediaparse_")]


def sections(page: str) -> dict[str, str]:
    """What stands under each heading of ``page`` that is a name."""
    pieces = re.split(r"^### `(\w+)`\n", (DOCS / page).read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {
        name: re.split(r"^## ", text, flags=re.MULTILINE)[0] for name, text in zip(*[iter(pieces)] * 2, strict=True)
    }


def test_every_hook_stands_with_its_signature_and_an_example() -> None:
    hooks = {name: hook for name, hook in vars(Hooks).items() if name.startswith("mediaparse_")}
    explained = sections("plugins.md")
    assert list(explained) == list(hooks)
    for name, hook in hooks.items():
        signature = str(inspect.signature(hook)).replace("(self, ", "(").replace("(self)", "()").replace("'", "")
        assert f"```python\ndef {name}{signature}\n```\n" in explained[name]
        assert f"def {name}(self):" in (DOCS / "plugins.md").read_text("utf-8")


def test_every_public_name_is_in_the_reference() -> None:
    listed = re.findall(
        r"^\.\. (?:auto\w+|py:decorator):: ([\w.]+)$", (DOCS / "reference.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(name for name in listed if "." not in name) == mediaparse.__all__


def test_the_files_that_contributors_are_sent_to_exist() -> None:
    named = re.findall(r"`((?:mediaparse|tests|docs|examples)/[^`]*)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert named
    assert not [name for name in named if "<" not in name and not (ROOT / name).exists()]


def test_the_extras_that_readers_are_sent_to_exist() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    pages = [ROOT / "README.md", *DOCS.rglob("*.md"), *(ROOT / "mediaparse").rglob("*.py"), *ROOT.glob("examples/*.py")]
    named = [
        name
        for page in pages
        for names in re.findall(r"(?:mediaparse-news|\.)\[(\w+(?:,\w+)*)\]['\"]", page.read_text("utf-8"))
        for name in names.split(",")
    ]
    assert {"spacy", "pint", "examples", "arrow"} <= set(named) <= set(extras)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_lead_somewhere(page: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / page).read_text("utf-8"))
    assert not [link for link in links if not (ROOT / link).exists()]


def test_the_tables_are_those_that_the_data_give() -> None:
    script = runpy.run_path(str(DOCS / "generate_tables.py"))
    for name, tables in script["PAGES"].items():
        written = (DOCS / name).read_text("utf-8")
        assert script["page"](written, tables) == written, "run: python docs/generate_tables.py"

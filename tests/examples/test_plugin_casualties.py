"""``examples/plugin_casualties``, as if it were installed: what its own tests cannot say."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import mediaparse
from mediaparse import build_registry

PLUGIN = Path(__file__).parents[2] / "examples" / "plugin_casualties"
PROJECT = tomllib.loads((PLUGIN / "pyproject.toml").read_text("utf-8"))["project"]
TEXT = "DUSHANBE, May 4 - Pamir Wire. The storm left 14 dead and flooded 6 sotkas of land."


@pytest.fixture
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the metadata into a folder of packages that an installer would write from pyproject.toml."""
    name, version = PROJECT["name"].replace("-", "_"), PROJECT["version"]
    info = tmp_path / f"{name}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    [(group, points)] = PROJECT["entry-points"].items()
    lines = [f"[{group}]", *(f"{name} = {value}" for name, value in points.items())]
    (info / "entry_points.txt").write_text("\n".join(lines))
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("_installed")
def test_installed_it_comes_when_asked_and_not_before() -> None:
    before = mediaparse.parse(TEXT)
    assert build_registry().plugins == ("mediaparse",)
    assert dict(before.extra) == {}
    assert before.datelines[0].agencies == ()
    registry = build_registry(entry_points=True)
    assert registry.plugins == ("mediaparse", "casualties")
    article = mediaparse.parse(TEXT, registry=registry)
    assert [found.text for found in article.extra["casualties"]] == ["14 dead"]
    assert [agency.id for agency in article.datelines[0].agencies] == ["pamir"]
    assert [found.unit.name for found in article.quantities if found.unit] == ["sotka"]
    assert mediaparse.parse(TEXT) == before


def test_it_asks_for_this_mediaparse() -> None:
    [needed] = [entry for entry in PROJECT["dependencies"] if entry.startswith("mediaparse-news")]
    ours = tomllib.loads((PLUGIN.parents[1] / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    minor = int(ours.split(".")[1])
    assert needed == f"mediaparse-news>=0.{minor},<0.{minor + 1}"

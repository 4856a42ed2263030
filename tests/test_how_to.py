"""The commands of the how-to pages print what the pages say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "docs" / "how-to").glob("*.md"))


def sessions() -> Iterator[tuple[str, str]]:
    """Page and content of each console session."""
    for page in PAGES:
        for session in re.findall(r"^```console\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL):
            yield page.stem, session


@pytest.mark.skipif(os.name == "nt", reason="the pages show a POSIX shell")
@pytest.mark.parametrize(("page", "session"), list(sessions()), ids=[page for page, _ in sessions()])
def test_a_session_prints_what_the_page_says(page: str, session: str, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    search = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    settings = {"PATH": search, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    for piece in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        command, _, expected = piece.partition("\n")
        done = subprocess.run(
            command,
            shell=True,
            cwd=tmp_path,
            env=os.environ | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert done.stdout == expected


def test_the_package_of_the_plugin_page() -> None:
    page = (ROOT / "docs" / "how-to" / "package-a-plugin.md").read_text("utf-8")
    project = (ROOT / "examples" / "plugin_casualties" / "pyproject.toml").read_text("utf-8")
    [shown] = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert all(line in project.splitlines() for line in shown.splitlines())


def test_the_program_of_the_plugin_page(capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs" / "how-to" / "package-a-plugin.md").read_text("utf-8")
    [program] = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    [expected] = re.findall(r"^prints\n\n```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    exec(program.replace("entry_points=True", "[__import__('mediaparse_casualties')]"), {})
    assert capsys.readouterr().out == expected

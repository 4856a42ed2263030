"""``examples/who_said_what.py``, run as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
COMMAND = (sys.executable, str(EXAMPLES / "who_said_what.py"))
COMPLAINT = "feed.jsonl:5: no text; left out\n"


def run(folder: Path, *arguments: str, columns: int = 100) -> subprocess.CompletedProcess[str]:
    settings = {"COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8", "MPLCONFIGDIR": str(folder)}
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, cwd=folder, env=os.environ | settings, encoding="utf-8"
    )


def test_the_table_of_the_shipped_feed(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert (done.returncode, done.stderr) == (0, COMPLAINT)
    head, *rows = [line.split(maxsplit=5) for line in done.stdout.splitlines()]
    assert head[:4] == ["speaker", "said", "quoted", "articles"]
    assert rows[0] == ["Ingrid", "Solberg", "6", "2", "3", "Nobody who lives on an island should pay for a storm,"]
    assert ["Lars", "Dahl", "3", "2", "2", "I have heard that before,"] in rows
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("columns", [72, 90])
def test_no_line_is_wider_than_the_terminal(tmp_path: Path, columns: int) -> None:
    assert max(map(len, run(tmp_path, columns=columns).stdout.splitlines())) <= columns


def test_the_same_name_in_other_letters_is_the_same_speaker(tmp_path: Path) -> None:
    texts = ('"Rain is due," Ana Ruiz said.', '"Bring a coat," ANA RUIZ said.')
    (tmp_path / "feed.jsonl").write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    [_, row] = run(tmp_path, "feed.jsonl").stdout.splitlines()
    assert row.split(maxsplit=5) == ["Ana", "Ruiz", "2", "2", "2", "Bring a coat,"]


def test_top(tmp_path: Path) -> None:
    assert len(run(tmp_path, "--top", "2").stdout.splitlines()) == 3


@pytest.mark.parametrize(("name", "magic"), [("chart.png", b"\x89PNG"), ("chart.svg", b"<?xml")])
def test_the_chart(tmp_path: Path, name: str, magic: bytes) -> None:
    pytest.importorskip("matplotlib")
    assert run(tmp_path, "--chart", name).returncode == 0
    assert (tmp_path / name).read_bytes().startswith(magic)


def test_a_chart_without_matplotlib(tmp_path: Path) -> None:
    (tmp_path / "matplotlib.py").write_text("raise ImportError")
    done = subprocess.run(
        [*COMMAND, "--chart", "chart.png"],
        capture_output=True,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        encoding="utf-8",
    )
    assert done.returncode == 2
    assert "--chart needs matplotlib: python -m pip install 'mediaparse-news[examples]'" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["no/such.jsonl"], "cannot read no/such.jsonl: No such file or directory"),
        (["--top", "0"], "--top must be at least 1"),
        (["--top", "many"], "argument --top: invalid int value: 'many'"),
    ],
)
def test_a_wrong_use_is_told_in_one_line(tmp_path: Path, arguments: list[str], complaint: str) -> None:
    done = run(tmp_path, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"who_said_what.py: {complaint}\n")


def test_a_chart_of_an_unknown_kind(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    done = run(tmp_path, "--chart", "chart.docx")
    assert done.returncode == 2
    assert "cannot write chart.docx" in done.stderr

"""``examples/clean_feed.py``, run as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
COMMAND = (sys.executable, str(EXAMPLES / "clean_feed.py"))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, encoding="utf-8")


def cleaned(folder: Path, *texts: str) -> list[str]:
    """``texts`` after a way through the feed."""
    source = folder / "feed.jsonl"
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    return [json.loads(line)["text"] for line in run(str(source)).stdout.splitlines()]


def test_the_shipped_feed() -> None:
    done = run()
    assert (done.returncode, done.stderr) == (0, "feed.jsonl:5: no text; left out\n")
    records = {record["id"]: record for record in map(json.loads, done.stdout.splitlines())}
    assert list(records) == ["ferries-1", "ferries-2", "pass-1", "pass-2", "ferries-3", "quake", "fine"]
    assert not [id for id, record in records.items() if "outlawed" in record["text"] or "(Reuters)" in record["text"]]
    road = records["pass-1"]
    assert road["published"] == "2023-03-14"
    assert road["text"].startswith("A hundred and eighteen kilometers of road")
    assert "the Islamic State terror group, Major General" in road["text"]
    assert road["datelines"] == [
        {"text": "DUSHANBE, March 14. /TASS/.", "places": ["Dushanbe"], "date": "2023-03-14", "agencies": ["tass"]}
    ]
    [mark] = road["disclaimers"]
    assert (mark["text"], mark["kind"], mark["jurisdictions"]) == (
        "(outlawed in Russia)",
        "banned_organization",
        ["RU"],
    )
    assert records["ferries-2"]["text"].endswith("(Writing by Arne Moen)")
    assert [mark["kind"] for mark in records["ferries-2"]["disclaimers"]] == ["copyright"]


def test_what_is_taken_out_leaves_no_hole(tmp_path: Path) -> None:
    texts = {
        "They fled the PKK (outlawed in Türkiye), he said.": "They fled the PKK, he said.",
        "They fled the Islamic State (outlawed in Russia) in May.": "They fled the Islamic State in May.",
        "They fled the Islamic State (outlawed in Russia).": "They fled the Islamic State.",
        "Rain is due.\n\n© 2024 Coast Weekly. All rights reserved.\n\nBring a coat.": "Rain is due.\n\nBring a coat.",
        "Rain is due\n\nOSLO, March 3 (Reuters) - Bring a coat.": "Rain is due\n\nBring a coat.",
        "Rain is due.\n\n© 2024 Coast Weekly. All rights reserved.": "Rain is due.",
        "Rain is due.": "Rain is due.",
        "": "",
    }
    assert cleaned(tmp_path, *texts) == list(texts.values())


def test_a_lone_surrogate_passes(tmp_path: Path) -> None:
    assert cleaned(tmp_path, "Rain \ud800 is due.") == ["Rain \ud800 is due."]


def test_a_folder_of_texts(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("OSLO, March 3 (Reuters) - Bring a coat.")
    assert json.loads(run(str(tmp_path)).stdout)["text"] == "Bring a coat."


def test_a_single_text(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("OSLO, March 3 (Reuters) - Bring a coat.\n\nRain is due.")
    assert json.loads(run(str(tmp_path / "story.txt")).stdout)["text"] == "Bring a coat.\n\nRain is due."


def test_a_folder_without_texts(tmp_path: Path) -> None:
    done = run(str(tmp_path))
    assert (done.returncode, done.stderr) == (2, f"clean_feed.py: cannot read {tmp_path}: no .txt file below it\n")


def test_a_closed_pipe_leaves_no_traceback(tmp_path: Path) -> None:
    # More than a pipe's buffer, so that writing goes on after the reader has gone.
    (tmp_path / "feed.jsonl").write_text('{"text": "Rain."}\n' * 5000)
    with subprocess.Popen([*COMMAND, str(tmp_path / "feed.jsonl")], stdout=-1, stderr=-1) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("arguments", [["no/such.jsonl"], ["one", "two"]])
def test_a_wrong_use_is_told_in_one_line(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("clean_feed.py: ")
    assert done.stderr.count("\n") == 1

"""``examples/read_article.py``, run as a user runs it."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import NoneType

import attrs
import pytest

import mediaparse
from mediaparse.export import SCHEMA_VERSION

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"
STORY = (EXAMPLES / "wire_story.txt").read_text("utf-8")
COMMAND = (sys.executable, str(EXAMPLES / "read_article.py"))


@cache
def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    settings = {"COLUMNS": "80", "PYTHONIOENCODING": "utf-8"} | environment
    return subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, env=os.environ | settings)


def test_the_report_of_the_shipped_story() -> None:
    done = run()
    assert done.stderr == b""
    assert done.returncode == 0
    assert done.stdout.decode() == (HERE / "wire_story.report.txt").read_text("utf-8")


def test_a_path_and_standard_input_give_the_same_report(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, "utf-8")
    assert run(str(path)).stdout == run("-", stdin=STORY.encode()).stdout == run().stdout


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert run("-", stdin=b"\xef\xbb\xbf" + STORY.encode()).stdout == run().stdout


def test_published_settles_the_year() -> None:
    assert "no year stated" in run().stdout.decode()
    assert "2023-03-14 (the year from --published)" in run("--published", "2023-03-15").stdout.decode()


def test_a_text_without_finds_has_a_report_too() -> None:
    assert run("-", stdin=b"").stdout.decode().count("none found") == 4


@pytest.mark.parametrize("columns", [40, 57, 100])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    lines = run(COLUMNS=str(columns)).stdout.decode().splitlines()
    assert max(map(len, lines)) == columns


def test_no_escape_sequences_reach_a_pipe_nor_come_from_the_text() -> None:
    assert b"\x1b" not in run("-", stdin=b'"It \x1b[2Jrained 5 \x1b[7mkilometers," Mr. Po\x1b[0mrter said.').stdout


def test_a_terminal_that_knows_ascii_only() -> None:
    done = run(PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert b"Farhod Saidov" in done.stdout


def in_json(value: object) -> object:
    """``value`` with all its fields, decimals and dates as strings."""
    if isinstance(value, (Decimal, dt.date)):
        return str(value)
    if isinstance(value, tuple):
        return [in_json(item) for item in value]
    if isinstance(value, Mapping):
        return {key: in_json(item) for key, item in value.items()}
    if isinstance(value, (str, int, NoneType)):
        return value
    return {name: in_json(getattr(value, name)) for name in attrs.fields_dict(type(value))}  # type: ignore[arg-type]


def test_json_has_every_field_of_every_find() -> None:
    printed = json.loads(run("--json", "--published", "2023-03-15").stdout)
    assert printed.pop("schema_version") == SCHEMA_VERSION
    assert printed == in_json(mediaparse.parse(STORY, published=dt.date(2023, 3, 15)))
    assert all(printed[field] for field in ("datelines", "attributions", "disclaimers", "quantities"))
    assert all(STORY[found["start"] : found["end"]] == found["text"] for found in printed["quantities"])
    assert all(isinstance(found["value"], str) for found in printed["quantities"])


@pytest.mark.parametrize(
    ("arguments", "stdin", "complaint"),
    [
        (["no/such/file.txt"], b"", "cannot read no/such/file.txt: No such file or directory"),
        ([str(HERE)], b"", f"cannot read {HERE}: Is a directory"),
        (["-"], b"caf\xe9", "cannot read -: not UTF-8 (byte 3)"),
        (["--published", "7 December"], b"", "--published must be a date such as 2023-03-14, not '7 December'"),
        (["--published", ""], b"", "--published must be a date such as 2023-03-14, not ''"),
        (["one", "two"], b"", "unrecognized arguments: two"),
    ],
)
def test_a_wrong_use_is_told_in_one_line(arguments: list[str], stdin: bytes, complaint: str) -> None:
    done = run(*arguments, stdin=stdin)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode() == f"read_article.py: {complaint}\n"


def test_a_closed_pipe_leaves_no_traceback() -> None:
    # More than a pipe's buffer, so that writing goes on after the reader has gone.
    story = "\n\n".join([STORY] * 40).encode()
    with subprocess.Popen([*COMMAND, "-", "--json"], stdin=-1, stdout=-1, stderr=-1) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(story)
        process.stdin.close()
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""

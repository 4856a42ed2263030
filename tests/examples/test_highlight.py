"""``examples/highlight.py``, run as a user runs it."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

import mediaparse
from mediaparse.export import to_html

EXAMPLES = Path(__file__).parents[2] / "examples"
STORY = (EXAMPLES / "wire_story.txt").read_text("utf-8")
COMMAND = (sys.executable, str(EXAMPLES / "highlight.py"))


def run(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, cwd=folder)


def page(title: str, published: dt.date | None = None) -> str:
    return to_html(mediaparse.parse(STORY, published=published), title=title)


def test_the_page_of_the_shipped_story(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [b"wire_story.mediaparse.html"], b"")
    assert (tmp_path / "wire_story.mediaparse.html").read_text("utf-8") == page("wire story")


def test_path_title_date_and_output(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes(b"\xef\xbb\xbf" + STORY.encode())
    done = run(tmp_path, "story.txt", "--title", "Road", "--published", "2023-03-15", "-o", "road.html")
    assert done.stdout.split() == [b"road.html"]
    assert (tmp_path / "road.html").read_text("utf-8") == page("Road", dt.date(2023, 3, 15))
    assert (tmp_path / "story.txt").read_bytes().startswith(b"\xef\xbb\xbf")


def test_from_standard_input_to_standard_output(tmp_path: Path) -> None:
    done = run(tmp_path, "-", "-o", "-", stdin=STORY.encode())
    assert done.stdout.decode() == page("article")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for a browser is a shell script")
def test_a_browser_opens_the_page(tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/opened"\n')
    browser.chmod(0o755)
    subprocess.run([*COMMAND, "--open"], cwd=tmp_path, env=os.environ | {"BROWSER": str(browser)}, check=True)
    assert (tmp_path / "opened").read_text().strip() == (tmp_path / "wire_story.mediaparse.html").as_uri()


@pytest.mark.parametrize(
    ("arguments", "stdin", "complaint"),
    [
        (["no/such/file.txt"], b"", "cannot read no/such/file.txt: No such file or directory"),
        (["-"], b"caf\xe9", "cannot read -: not UTF-8 (byte 3)"),
        (["--published", "March"], b"", "--published must be a date such as 2023-03-14, not 'March'"),
        (["-o", "no/such/page.html"], b"", "cannot write no/such/page.html: No such file or directory"),
        (["--open", "-o", "-"], b"", "--open needs a file, not standard output"),
    ],
)
def test_a_wrong_use_is_told_in_one_line(tmp_path: Path, arguments: list[str], stdin: bytes, complaint: str) -> None:
    done = run(tmp_path, *arguments, stdin=stdin)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"highlight.py: {complaint}\n"

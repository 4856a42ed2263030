"""``examples/corpus.py``, run as a user runs it, stopped and run again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import mediaparse
from mediaparse.export import from_dict

EXAMPLES = Path(__file__).parents[2] / "examples"
FEED = EXAMPLES / "feed.jsonl"
COMMAND = (sys.executable, str(EXAMPLES / "corpus.py"))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, cwd=folder, encoding="utf-8")


@pytest.fixture(scope="module")
def whole() -> bytes:
    """The output for the shipped feed, worked out here."""
    lines = []
    for number, line in enumerate(FEED.read_text("utf-8").splitlines(), 1):
        record = json.loads(line)
        if "text" in record:
            lines.append((f"feed.jsonl:{number}", record["text"]))
    assert len(lines) == 7
    return json.dumps(lines).encode()


def told(output: Path) -> bytes:
    """Source and text of each line of ``output``."""
    records = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    return json.dumps([(record["source"], record["article"]["text"]) for record in records]).encode()


def test_the_shipped_feed(tmp_path: Path, whole: bytes) -> None:
    done = run(tmp_path)
    assert (done.returncode, done.stderr) == (0, "feed.jsonl:5: no text; left out\n")
    assert done.stdout == "feed.mediaparse.jsonl: 7 articles; left out: 1\n"
    assert [path.name for path in tmp_path.iterdir()] == ["feed.mediaparse.jsonl"]
    output = tmp_path / "feed.mediaparse.jsonl"
    assert told(output) == whole
    first = json.loads(output.read_text("utf-8").splitlines()[0])
    article = from_dict(first["article"])
    assert article == mediaparse.parse(article.text, published=article.published)


@pytest.mark.parametrize("cut", [0, 1, 400, -1], ids=["at once", "in the first line", "later", "before the last byte"])
def test_a_run_that_was_stopped_goes_on(tmp_path: Path, cut: int) -> None:
    run(tmp_path, "-o", "whole.jsonl")
    whole = (tmp_path / "whole.jsonl").read_bytes()
    lines = whole.splitlines(keepends=True)
    begun = whole[:cut] if cut in (0, 1, -1) else b"".join(lines[:3]) + lines[3][:cut]
    (tmp_path / "out.jsonl.part").write_bytes(begun)
    done = run(tmp_path, "-o", "out.jsonl")
    assert done.stdout.startswith("out.jsonl: 7 articles")
    assert (tmp_path / "out.jsonl").read_bytes() == whole
    assert not (tmp_path / "out.jsonl.part").exists()


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("stop", "status"), [(signal.SIGKILL, -9), (signal.SIGTERM, 130), (signal.SIGINT, 130)])
def test_stopped_by_a_signal(tmp_path: Path, stop: signal.Signals, status: int) -> None:
    story = json.loads(FEED.read_text("utf-8").splitlines()[0])["text"]
    count = 2000
    (tmp_path / "big.jsonl").write_text("".join(json.dumps({"text": f"{story}\n\n{n}"}) + "\n" for n in range(count)))
    part, output = tmp_path / "big.mediaparse.jsonl.part", tmp_path / "big.mediaparse.jsonl"
    with subprocess.Popen([*COMMAND, "big.jsonl"], cwd=tmp_path, stdout=-1, stderr=-1) as process:
        while not (part.exists() and part.stat().st_size):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(stop)
        # Standard error closes when the last worker has gone.
        _, complaint = process.communicate(timeout=60)
    assert process.returncode == status
    assert not output.exists()
    assert (b"run it again" in complaint) == (status == 130)
    begun = part.read_bytes()
    (tmp_path / "big.jsonl").write_text("".join((tmp_path / "big.jsonl").read_text().splitlines(keepends=True)[:90]))
    part.write_bytes(b"".join(begun.splitlines(keepends=True)[:40]))
    done = run(tmp_path, "big.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    records = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [record["source"] for record in records] == [f"big.jsonl:{number}" for number in range(1, 91)]
    assert [record["article"]["text"].split()[-1] for record in records] == [str(number) for number in range(90)]


def test_a_source_that_has_changed_is_not_gone_on_with(tmp_path: Path) -> None:
    run(tmp_path, "-o", "out.jsonl")
    (tmp_path / "out.jsonl").rename(tmp_path / "out.jsonl.part")
    begun = (tmp_path / "out.jsonl.part").read_bytes()
    (tmp_path / "feed.jsonl").write_text('{"text": "Rain is due."}\n' * 9)
    done = run(tmp_path, "feed.jsonl", "-o", "out.jsonl")
    assert done.returncode == 2
    assert "the source has changed; remove it to begin anew" in done.stderr
    assert (tmp_path / "out.jsonl.part").read_bytes() == begun
    assert not (tmp_path / "out.jsonl").exists()


BAD = {
    b"{": "no JSON",
    b"[1]": "no JSON object",
    b"[" * 100_000: "no JSON",
    b"caf\xe9": "not UTF-8 (byte 3)",
    b'{"text": 7}': "no text",
    b'{"text": "Rain.", "published": "March"}': "published must be a date such as 2023-03-14, not 'March'",
    b'{"text": "Rain.", "published": 2023}': "published must be a date",
}


def test_bad_records_are_reported_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "feed.jsonl").write_bytes(b"\n\n".join([*BAD, b'\xef\xbb\xbf{"text": "Rain is due."}']))
    done = run(tmp_path, "feed.jsonl")
    complaints = done.stderr.splitlines()
    assert done.returncode == 0
    assert len(complaints) == len(BAD)
    for number, (complaint, why) in enumerate(zip(complaints, BAD.values(), strict=True)):
        assert complaint.startswith(f"feed.jsonl:{2 * number + 1}: {why}")
    [line] = (tmp_path / "feed.mediaparse.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["source"] == f"feed.jsonl:{2 * len(BAD) + 1}"


def test_a_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", "a/d.html"):
        (tmp_path / "texts" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "texts" / name).write_text("Rain is due.")
    run(tmp_path, "texts", "--jobs", "1")
    lines = (tmp_path / "texts.mediaparse.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["source"] for line in lines] == ["a/c.txt", "b.txt"]


def test_a_single_text(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Rain is due.\n\nBring a coat.")
    assert run(tmp_path, "story.txt").stdout == "story.mediaparse.jsonl: 1 articles; left out: 0\n"
    assert b"Bring a coat." in told(tmp_path / "story.mediaparse.jsonl")


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
def test_a_terminal_sees_rate_and_time_left(tmp_path: Path) -> None:
    terminal, inside = os.openpty()
    subprocess.run(COMMAND, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=inside, check=True)
    os.close(inside)
    shown = os.read(terminal, 10_000).decode()
    os.close(terminal)
    assert "100%" in shown
    assert "articles/s  0 s left" in shown
    assert shown.endswith("\r\033[K")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["no/such.jsonl"], "no/such.jsonl: No such file or directory"),
        (["-o", "no/such/out.jsonl"], "no/such/out.jsonl.part: No such file or directory"),
        (["-o", str(FEED)], "the output would replace the source"),
        (["-o", str(EXAMPLES)], f"{EXAMPLES} is a folder; name a file in it"),
        ([str(EXAMPLES / "plugin_casualties")], f"{EXAMPLES / 'plugin_casualties'}: no .txt file below it"),
        (["--jobs", "0"], "--jobs must be at least 1"),
    ],
)
def test_a_wrong_use_is_told_in_one_line(tmp_path: Path, arguments: list[str], complaint: str) -> None:
    done = run(tmp_path, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"corpus.py: {complaint}\n")
    assert not list(tmp_path.iterdir())

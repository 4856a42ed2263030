"""Time grows with the text's length, whatever is repeated in it."""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from types import FrameType

import pytest

import mediaparse

PACKAGE = Path(mediaparse.__file__).parent
TRIGGERS: tuple[str, ...] = tuple(json.loads(Path(__file__).with_name("triggers.json").read_text("utf-8")))
# One for each thing that a finder looks for, to alternate with each other one.
KINDS = (
    '"',
    "“",
    "5 ",
    "A ",
    "(",
    " - ",
    "said ",
    "according to ",
    "*",
    "and ",
    "$",
    "outlawed in Russia ",
    "ROME, ",
    "\n",
)
NESTED = (("(", ")"), ("“", "”"), ("[", "]"), ('"A ', 'B" '), ("«", "»"), ("(5 ", ") "), ("/", "A"))
SHORT, LONG = 10_000, 80_000
PATIENCE = 6  # runs: what the machine does besides can only add to the least of them
SLACK = 0.04  # seconds: short texts are read in a few hundredths


def seconds(*texts: str) -> float:
    """The processor time of reading ``texts``."""
    begun = time.process_time()
    for text in texts:
        mediaparse.parse(text)
    return time.process_time() - begun


def assert_linear(short: Callable[[], float], grown: Callable[[], float], most: float) -> None:
    """Fail where ``grown`` takes more than ``most`` times what ``short`` takes, in the best of some runs of each."""
    shortest, least = short(), grown()
    for _ in range(PATIENCE - 1):
        if least < most * shortest + SLACK:
            break
        shortest, least = min(shortest, short()), min(least, grown())
    assert least < most * shortest + SLACK


def filled(repeated: str, length: int) -> str:
    return repeated * (length // len(repeated))


@pytest.mark.parametrize("trigger", TRIGGERS, ids=repr)
def test_eight_times_the_text_takes_less_than_twelve_times_the_time(trigger: str) -> None:
    short, long = filled(trigger, SHORT), filled(trigger, LONG)
    assert_linear(lambda: seconds(short), lambda: seconds(long), 12)


@pytest.mark.parametrize("pair", list(combinations(KINDS, 2)), ids=repr)
def test_so_do_two_in_turn(pair: tuple[str, str]) -> None:
    short, long = filled("".join(pair), SHORT), filled("".join(pair), LONG)
    assert_linear(lambda: seconds(short), lambda: seconds(long), 12)


@pytest.mark.parametrize("pair", NESTED, ids=repr)
def test_so_do_openings_before_their_closings(pair: tuple[str, str]) -> None:
    short, long = ("".join(filled(mark, length) for mark in pair) for length in (SHORT // 2, LONG // 2))
    assert_linear(lambda: seconds(short), lambda: seconds(long), 12)


def lexicon_words(package: str) -> list[str]:
    """What the data of ``package`` hold, a cell or a string of several words as one, in some order."""
    words: list[str] = []
    for path in sorted((PACKAGE / package).rglob("*.t*")):
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        if path.suffix == ".tsv":
            words += (word for line in lines for word in re.split(r"[\t|;]+", line) if word)
        else:
            words += re.findall(r'"([^"]+)"', "\n".join(lines))
    random.Random(1).shuffle(words)
    return words


@pytest.mark.parametrize("between", [" ", ", ", ".\n\n"], ids=repr)
@pytest.mark.parametrize("package", ["datelines", "attributions", "disclaimers", "quantities", "scan"])
def test_all_words_of_a_lexicon_take_little_more_time_than_their_parts(package: str, between: str) -> None:
    words = lexicon_words(package)
    assert len(words) > 400
    size = len(words) // 8 + 1
    parts = [between.join(words[at : at + size]) for at in range(0, len(words), size)]
    assert_linear(lambda: seconds(*parts), lambda: seconds(between.join(parts)), 1.5)


def calls(text: str) -> int:
    """How many functions are called while ``text`` is read: work that no other work on the machine changes."""
    called = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal called
        called += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        mediaparse.parse(text)
    finally:
        sys.setprofile(None)
    return called


@pytest.mark.parametrize("trigger", TRIGGERS, ids=repr)
def test_four_times_the_text_calls_less_than_five_times_the_functions(trigger: str) -> None:
    assert calls(filled(trigger, 8_000)) < 5 * calls(filled(trigger, 2_000)) + 500

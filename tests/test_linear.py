"""Time grows with the text's length, whatever is repeated in it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

import mediaparse

TRIGGERS = tuple(json.loads(Path(__file__).with_name("triggers.json").read_text("utf-8")))
SHORT, LONG = 10_000, 80_000


def seconds(text: str) -> float:
    """Processor time, the least of three runs: what the machine does besides can only add."""
    spent = []
    for _ in range(3):
        begun = time.process_time()
        mediaparse.parse(text)
        spent.append(time.process_time() - begun)
    return min(spent)


@pytest.mark.parametrize("trigger", TRIGGERS, ids=repr)
def test_eight_times_the_text_takes_less_than_sixteen_times_the_time(trigger: str) -> None:
    short = seconds(trigger * (SHORT // len(trigger)))
    grown = seconds(trigger * (LONG // len(trigger)))
    assert grown < 16 * short + 0.02

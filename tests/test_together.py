"""Threads, processes and interpreters without a lock: the same texts and one registry give the same results."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import pickle
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

import mediaparse
from mediaparse import Article, Registry, build_registry
from tests.test_plugins import Valdora


class Words(Valdora):
    """The plugin without its wording of a disclaimer, for these take long to be made ready."""

    mediaparse_disclaimer_rules = None  # type: ignore[assignment]


WIRE = (Path(__file__).parent.parent / "examples" / "wire_story.txt").read_text("utf-8")
TEXTS = (
    WIRE,
    WIRE.replace(" ", "\u00a0"),
    "VALDORA, May 4 (Borealis Wire) - The mayor kvetched that 40 zorkels were gone. Hotline: call 555-01.",
    "«Ансор» (запрещена в РФ) и ещё 12 организаций, сообщил Иванов.",
    "“It cost $1.5 million,” said Ana Ruiz, head of the union. She told reporters that 3,000 km of road were closed.",
    "",
)  # fmt: skip
PUBLISHED = dt.date(2024, 5, 5)
TOGETHER = 8


def read(registry: Registry | None, text: str) -> Article:
    return mediaparse.parse(text, published=PUBLISHED, registry=registry)


def at_once(registry: Registry) -> list[list[Article]]:
    """What threads find that all begin at one moment, each with another text first."""
    gate = threading.Barrier(TOGETHER)

    def work(number: int) -> list[Article]:
        gate.wait()
        turn = number % len(TEXTS)
        found = [read(registry, text) for text in (*TEXTS[turn:], *TEXTS[:turn])]
        return found[len(TEXTS) - turn :] + found[: len(TEXTS) - turn]

    with ThreadPoolExecutor(TOGETHER) as pool:
        return list(pool.map(work, range(TOGETHER)))


def test_threads_that_share_a_fresh_registry_find_the_same() -> None:
    """What a registry works out on first use, it is here asked for by all of them at once."""
    alone = [read(build_registry([Words()]), text) for text in TEXTS]
    assert at_once(build_registry([Words()])) == [alone] * TOGETHER


@pytest.mark.skipif(
    not hasattr(sys, "_is_gil_enabled") or sys._is_gil_enabled(), reason="this interpreter runs one thread at a time"
)
def test_threads_without_a_lock_find_the_same() -> None:
    alone = [read(build_registry([Words()]), text) for text in TEXTS]
    for _ in range(20):
        assert at_once(build_registry([Words()])) == [alone] * TOGETHER


@pytest.mark.parametrize("plugins", [(), (Words(),)], ids=["built-in", "plugin"])
def test_a_registry_and_its_results_pass_to_spawned_processes_and_back(plugins: tuple[object, ...]) -> None:
    registry = build_registry(plugins)
    alone = [read(registry, text) for text in TEXTS]
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(partial(read, registry), TEXTS)) == alone


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_registry_in_use_is_pickled_and_finds_the_same(protocol: int) -> None:
    registry = build_registry([Words()])
    alone = [read(registry, text) for text in TEXTS]
    again = pickle.loads(pickle.dumps(registry, protocol))
    assert [read(again, text) for text in TEXTS] == alone
    assert pickle.loads(pickle.dumps(alone, protocol)) == alone

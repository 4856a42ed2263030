"""Each reader on each text; only run when asked for: ``python -m tests.benchmarks``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.readers import OWN, PEERS, READ_BY_PEERS, TEXTS, Reader

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture


def measure(benchmark: BenchmarkFixture, name: str, read: Reader, size: str) -> None:
    text = TEXTS[size]
    read(text)
    benchmark.group = f"a text of {len(text):,} characters"
    benchmark.extra_info.update(reader=name, size=size)
    benchmark(read, text)


@pytest.mark.parametrize("size", TEXTS)
@pytest.mark.parametrize("name", OWN)
def test_own(benchmark: BenchmarkFixture, name: str, size: str) -> None:
    measure(benchmark, name, OWN[name], size)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("name", "size"), READ_BY_PEERS)
def test_peer(benchmark: BenchmarkFixture, name: str, size: str) -> None:
    measure(benchmark, name, PEERS[name](), size)

"""What reading leaves behind: nothing that grows with the number of texts."""

from __future__ import annotations

import gc
import tracemalloc

import mediaparse

# One place: names of places are kept in a bounded cache, which new ones would fill.
STORY = """OSLO, March {day} (Reuters) - Ferry {number} of the {name} Line had {number} passengers, said {name} Hall.

"We counted {number} of them," {name} said. "The {name} pier (outlawed in Russia) is {number} meters long."
"""


def read(texts: range) -> None:
    """Read stories no two of which share a name or a number, and keep none of them."""
    for number in texts:
        name = "".join(chr(ord("a") + int(digit)) for digit in f"{number:06}").capitalize()
        mediaparse.parse(STORY.format(day=1 + number % 28, name=name, number=1000 + number))


def test_memory_does_not_grow_with_the_number_of_texts() -> None:
    tracemalloc.start()
    try:
        read(range(300))  # tables and free lists fill
        gc.collect()
        before, _ = tracemalloc.get_traced_memory()
        read(range(300, 700))
        gc.collect()
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 400 * 40  # bytes: a text that left but one object would leave more

"""Every row of ``tests/cases`` holds, and every known failure still fails."""

from __future__ import annotations

import attrs
import pytest

from mediaparse.scan import scan
from tests.cases import Case, agrees, cases, found_in
from tests.spans import spans_of


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.place)
def test_case(case: Case) -> None:
    found = found_in(case)
    assert all(case.text[item.start : item.end] == item.text for item in found)
    if case.known_failure:
        assert not agrees(found, case.find), "passes now: move it out of known_failures.jsonl"
    else:
        assert agrees(found, case.find), f"{case.text!r} gave {found}"


@pytest.mark.parametrize("finder", ["datelines", "attributions", "disclaimers", "quantities"])
def test_a_text_may_break_off_anywhere(finder: str) -> None:
    """A feed cuts its teasers where it likes: behind "said Lund Co", behind "Oslo - Tuesday, "."""
    for case in cases():
        if case.finder == finder:
            for end in scan(case.text[:400]).offsets:
                begun = attrs.evolve(case, text=case.text[:end])
                for found in found_in(begun):
                    assert all(begun.text[span.start : span.end] == span.text for span in spans_of(found)), begun.text

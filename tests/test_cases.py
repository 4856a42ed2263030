"""Every row of ``tests/cases`` holds, and every known failure still fails."""

from __future__ import annotations

import pytest

from tests.cases import Case, agrees, cases, found_in


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.place)
def test_case(case: Case) -> None:
    found = found_in(case)
    assert all(case.text[item.start : item.end] == item.text for item in found)
    if case.known_failure:
        assert not agrees(found, case.find), "passes now: move it out of known_failures.jsonl"
    else:
        assert agrees(found, case.find), f"{case.text!r} gave {found}"

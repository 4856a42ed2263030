"""What importing and using mediaparse loads."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Slow to import, or optional: only those pay who ask for what needs them.
SLOW = {"quantulum3", "dateparser", "inflect", "pint", "cattrs", "regex", "fractions", "pathlib", "tomllib"}
PARSE = "mediaparse.parse('OSLO, March 3 (Reuters) - Prices rose 2 percent, the bank said.')"


def loaded(code: str) -> set[str]:
    report = f"{code}; import sys; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("code", ["import mediaparse", f"import mediaparse; {PARSE}"])
def test_nothing_slow_is_loaded(code: str) -> None:
    names = loaded(code)
    assert "mediaparse" in names
    assert not names & (SLOW | {"pluggy"})


def test_a_registry_takes_pluggy_alone() -> None:
    names = loaded("import mediaparse; mediaparse.build_registry()")
    assert "pluggy" in names
    assert not names & SLOW

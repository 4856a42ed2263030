"""What importing and using mediaparse loads."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Slow to import, or optional: only those pay who ask for what needs them.
SLOW = {"quantulum3", "dateparser", "inflect", "pint", "cattrs", "regex", "fractions", "pathlib", "tomllib"}


@pytest.mark.parametrize(
    "code",
    [
        "import mediaparse",
        "import mediaparse; mediaparse.build_registry()",
        "import mediaparse; mediaparse.parse('OSLO, March 3 (Reuters) - Prices rose 2 percent, the bank said.')",
    ],
)
def test_nothing_slow_is_loaded(code: str) -> None:
    report = f"{code}; import sys; print(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "mediaparse" in loaded
    assert not loaded & SLOW

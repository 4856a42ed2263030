"""Checking a rule: is each of its wordings one that can be found?"""

from __future__ import annotations

import math
from collections.abc import Sequence

from mediaparse.disclaimers.keys import needs
from mediaparse.disclaimers.wording import WordingError, classes_in, read
from mediaparse.disclaimers.words import word_classes


def check(rule: str, wordings: Sequence[str], companions: Sequence[str], timeout: float) -> None:
    """Raise ``WordingError``, naming ``rule``, where a wording cannot be read or found, or has no time to be."""
    known = word_classes()
    if not 0 < timeout < math.inf:
        raise WordingError(f"rule {rule!r}: timeout must be a number of seconds above 0, not {timeout!r}")
    if not wordings:
        raise WordingError(f"rule {rule!r} has no wording")
    for wording in (*wordings, *companions):
        try:
            tree = read(wording)
        except WordingError as error:
            raise WordingError(f"rule {rule!r}: {error}") from error
        for name in classes_in(tree):
            if name not in known.forms and name not in known.wordings:
                raise WordingError(f"rule {rule!r}: {wording!r}: no class is called {name!r}")
    for wording in wordings:
        try:
            needs(read(wording))
        except WordingError as error:
            raise WordingError(f"rule {rule!r}: {wording!r}: {error}") from error

"""Look for a text that breaks a promise: ``python -m tests.fuzz TARGET [FOLDER] [FLAG ...]``.

``TARGET`` is ``parse`` or a finder. ``FOLDER`` keeps what was tried and led somewhere new, so that a
second run goes on from there; the texts of the cases are put into it first. The flags are libFuzzer's:
``-max_total_time=600`` ends after ten minutes, ``-timeout=5`` sets the seconds that one text may take.
A text that breaks a promise is left in ``crash-*``, and ``python -m tests.fuzz TARGET crash-*`` tries
it again and prints it.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["mediaparse"]):
    import mediaparse
    from mediaparse import Found, attributions, datelines, disclaimers, quantities

from tests.cases import cases
from tests.fuzz.texts import data_of, text_of
from tests.promises import hold

PUBLISHED = dt.date(2024, 1, 5)


def parsed(text: str) -> tuple[tuple[Found, ...], ...]:
    """What each finder finds in ``text``, read as an article."""
    article = mediaparse.parse(text, published=PUBLISHED)
    return article.datelines, article.attributions, article.disclaimers, article.quantities


TARGETS: dict[str, Callable[[str], tuple[tuple[Found, ...], ...]]] = {
    "parse": parsed,
    "datelines": lambda text: (datelines.find(text, published=PUBLISHED),),
    "attributions": lambda text: (attributions.find(text),),
    "disclaimers": lambda text: (disclaimers.find(text),),
    "quantities": lambda text: (quantities.find(text),),
}


def main(target: str, *arguments: str) -> None:
    """Run libFuzzer on ``target``."""
    find = TARGETS[target]

    def test(data: bytes) -> None:
        text = text_of(data)
        try:
            for finds in find(text):
                hold(text, finds)
        except BaseException:
            print(f"{target} of {text!a}", file=sys.stderr)
            raise

    names = [argument for argument in arguments if not argument.startswith("-")]
    if not any(Path(name).is_file() for name in names):
        folder = Path(names[0] if names else tempfile.mkdtemp(prefix="mediaparse-fuzz-"))
        folder.mkdir(parents=True, exist_ok=True)
        for case in cases():
            if target in ("parse", case.finder):
                data = data_of(case.text)
                (folder / sha256(data).hexdigest()[:20]).write_bytes(data)
        arguments = (str(folder), *(argument for argument in arguments if argument not in names))
    atheris.Setup([sys.argv[0], *arguments], test)
    atheris.Fuzz()


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"{__doc__}\nTargets: {', '.join(TARGETS)}")
    main(*sys.argv[1:])

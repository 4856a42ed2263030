"""The texts, and all that reads them: the finders, ``parse``, and the peers that are installed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import mediaparse
from mediaparse import attributions, datelines, disclaimers, quantities
from mediaparse.scan import scan

Reader = Callable[[str], object]

STORY = (Path(__file__).parents[2] / "examples" / "wire_story.txt").read_text("utf-8")
TEXTS = {
    "short": "Freight rose 18% in the first week, the Transport Ministry said in a statement.",
    "ordinary": STORY,
    "long": "\n\n".join([STORY] * 40),
}
PUBLISHED = dt.date(2023, 3, 14)
UNIT = "`re.findall`, words"


def _scanned(text: str) -> object:
    scanned = scan(text)
    return scanned.classes, scanned.sentences, scanned.quotations


OWN: dict[str, Reader] = {
    UNIT: re.compile(r"\w+").findall,
    "the scan that all share": _scanned,
    "`datelines.find`": lambda text: datelines.find(text, published=PUBLISHED),
    "`attributions.find`": attributions.find,
    "`disclaimers.find`": disclaimers.find,
    "`quantities.find`": quantities.find,
    "`mediaparse.parse`": lambda text: mediaparse.parse(text, published=PUBLISHED),
}


def _quantulum3() -> Reader:
    parser: Any = import_module("quantulum3.parser")
    read: Reader = parser.parse
    return read


def _dateparser() -> Reader:
    search: Any = import_module("dateparser.search")
    return lambda text: search.search_dates(text, languages=["en"])


def _spacy_tokens() -> Reader:
    spacy: Any = import_module("spacy")
    read: Reader = spacy.blank("en")
    return read


def _spacy() -> Reader:
    model: Any = import_module("en_core_web_sm")
    read: Reader = model.load()
    return read


# Name, the package that must be there, how it reads, and the texts that it reads in bearable time.
_PEERS: tuple[tuple[str, str, Callable[[], Reader], tuple[str, ...]], ...] = (
    ("quantulum3, `parser.parse`", "quantulum3", _quantulum3, ("short", "ordinary")),
    ("dateparser, `search_dates`", "dateparser", _dateparser, ("short", "ordinary")),
    ("spaCy, tokens alone", "spacy", _spacy_tokens, ("short", "ordinary", "long")),
    ("spaCy, `en_core_web_sm`", "en_core_web_sm", _spacy, ("short", "ordinary", "long")),
)
PEERS = {name: read for name, package, read, _ in _PEERS if find_spec(package)}
READ_BY_PEERS = [(name, size) for name, _, _, sizes in _PEERS if name in PEERS for size in sizes]

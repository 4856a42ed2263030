"""Reading many articles: a file of JSON Lines, a text, or a folder of texts. The examples that read a feed share it."""

from __future__ import annotations

import datetime as dt
import errno
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SHIPPED = Path(__file__).with_name("feed.jsonl")
SOURCES = "a file of JSON Lines, a .txt file, or a folder of .txt files"


class Raw(NamedTuple):
    """A record as it lies there: ``where`` names the line or the file."""

    where: str
    data: bytes
    is_json: bool


class Record(NamedTuple):
    """An article to be read, and all the fields that came with it."""

    text: str
    published: dt.date | None
    fields: dict[str, object]


class BadRecordError(ValueError):
    """A record that cannot be read; the message says why."""


def raw_records(source: Path) -> Iterator[Raw]:
    """Each line of a file that is not blank; of a ``.txt`` file, or those below a folder by their names, the whole.

    Raises ``OSError`` where one cannot be read.
    """
    if source.is_dir():
        for path in text_files(source):
            yield Raw(path.relative_to(source).as_posix(), path.read_bytes(), False)
        return
    if source.suffix == ".txt":
        yield Raw(source.name, source.read_bytes(), False)
        return
    with source.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield Raw(f"{source.name}:{number}", line, True)


def text_files(folder: Path) -> list[Path]:
    """The text files below ``folder``; a ``FileNotFoundError`` where there are none."""
    found = sorted(path for path in folder.rglob("*.txt") if path.is_file())
    if not found:
        raise FileNotFoundError(errno.ENOENT, "no .txt file below it", str(folder))
    return found


def read_record(raw: Raw, *, text: str = "text", published: str = "published") -> Record:
    """The record in ``raw``: a JSON object with a text and, if it likes, a date, in the fields named; or a text alone.

    >>> read_record(Raw("feed.jsonl:1", b'{"text": "Rain is due.", "published": "2023-03-03"}', True)).published
    datetime.date(2023, 3, 3)

    Raises ``BadRecordError``.
    """
    try:
        content = raw.data.decode("utf-8-sig")
        fields = json.loads(content) if raw.is_json else {text: content}
    except UnicodeDecodeError as error:
        raise BadRecordError(f"not UTF-8 (byte {error.start})") from error
    except (ValueError, RecursionError) as error:
        raise BadRecordError(f"no JSON: {error}") from error
    if not isinstance(fields, dict):
        raise BadRecordError("no JSON object")
    written, dated = fields.get(text), fields.get(published)
    if not isinstance(written, str):
        raise BadRecordError(f"no {text}")
    try:
        # A time of day may follow the date.
        date = None if dated is None else dt.date.fromisoformat(dated[:10])
    except (TypeError, ValueError) as error:
        raise BadRecordError(f"{published} must be a date such as 2023-03-14, not {dated!r}") from error
    return Record(written, date, fields)

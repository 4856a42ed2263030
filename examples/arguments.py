"""The command lines of the examples: complaints of one line, and an article read from a path or standard input."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import NoReturn

SHIPPED = Path(__file__).with_name("wire_story.txt")


class Arguments(argparse.ArgumentParser):
    """An argument parser whose complaints are one line, without the usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def add_article(parser: argparse.ArgumentParser) -> None:
    """Let the command line name an article and its date."""
    parser.add_argument("path", nargs="?", default=str(SHIPPED), help="a UTF-8 text file, or - for standard input")
    parser.add_argument("--published", metavar="DATE", help="when it was published (YYYY-MM-DD): settles the year")


def read_article(parser: argparse.ArgumentParser, given: argparse.Namespace) -> tuple[str, dt.date | None]:
    """The text and the date that the command line names; a complaint and exit status 2 where they cannot be read."""
    try:
        text = read(given.path)
        return text, dt.date.fromisoformat(given.published) if given.published is not None else None
    except OSError as error:
        parser.error(f"cannot read {given.path}: {error.strerror}")
    except UnicodeDecodeError as error:
        parser.error(f"cannot read {given.path}: not UTF-8 (byte {error.start})")
    except ValueError:
        parser.error(f"--published must be a date such as 2023-03-14, not {given.published!r}")


def read(path: str) -> str:
    """The text at ``path``, or that of standard input where it is ``-``."""
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    return data.decode("utf-8-sig")

"""Show what was found in a news article: article in, page out.

Without a path it reads ``wire_story.txt`` beside this file; ``-`` stands for standard input. The page is one file
that any browser opens; it loads nothing and sends nothing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import webbrowser
from pathlib import Path
from typing import NoReturn

import mediaparse
from mediaparse.export import to_html

SHIPPED = Path(__file__).with_name("wire_story.txt")


class Arguments(argparse.ArgumentParser):
    """An argument parser whose complaints are one line, without the usage."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}\n")


def main() -> None:
    parser = Arguments(description="Write a page that shows what was found in a news article.")
    parser.add_argument("path", nargs="?", default=str(SHIPPED), help="a UTF-8 text file, or - for standard input")
    parser.add_argument("--published", metavar="DATE", help="when it was published (YYYY-MM-DD): settles the year")
    parser.add_argument("--title", help="the title of the page; the name of the file without it")
    parser.add_argument("-o", "--output", metavar="PAGE", help="where to write the page, or - for standard output")
    parser.add_argument("--open", action="store_true", help="open the page in a browser")
    given = parser.parse_args()
    name = "article" if given.path == "-" else Path(given.path).stem
    output = given.output or f"{name}.mediaparse.html"
    if given.open and output == "-":
        parser.error("--open needs a file, not standard output")
    try:
        text = read(given.path)
        published = dt.date.fromisoformat(given.published) if given.published is not None else None
    except OSError as error:
        parser.error(f"cannot read {given.path}: {error.strerror}")
    except UnicodeDecodeError as error:
        parser.error(f"cannot read {given.path}: not UTF-8 (byte {error.start})")
    except ValueError:
        parser.error(f"--published must be a date such as 2023-03-14, not {given.published!r}")
    page = to_html(mediaparse.parse(text, published=published), title=given.title or name.replace("_", " "))
    if output == "-":
        sys.stdout.buffer.write(page.encode("utf-8"))
        return
    try:
        Path(output).write_text(page, "utf-8", newline="\n")
    except OSError as error:
        parser.error(f"cannot write {output}: {error.strerror}")
    print(output)
    if given.open:
        webbrowser.open(Path(output).resolve().as_uri())


def read(path: str) -> str:
    """The text at ``path``, or that of standard input where it is ``-``."""
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    return data.decode("utf-8-sig")


if __name__ == "__main__":
    main()

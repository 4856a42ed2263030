"""Show what was found in a news article: article in, page out.

Without a path it reads ``wire_story.txt`` beside this file; ``-`` stands for standard input. The page is one file
that any browser opens; it loads nothing and sends nothing.
"""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path

import mediaparse
from arguments import Arguments, add_article, read_article
from mediaparse.export import to_html


def main() -> None:
    parser = Arguments(description="Write a page that shows what was found in a news article.")
    add_article(parser)
    parser.add_argument("--title", help="the title of the page; the name of the file without it")
    parser.add_argument("-o", "--output", metavar="PAGE", help="where to write the page, or - for standard output")
    parser.add_argument("--open", action="store_true", help="open the page in a browser")
    given = parser.parse_args()
    name = "article" if given.path == "-" else Path(given.path).stem
    output = given.output or f"{name}.mediaparse.html"
    if given.open and output == "-":
        parser.error("--open needs a file, not standard output")
    text, published = read_article(parser, given)
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


if __name__ == "__main__":
    main()

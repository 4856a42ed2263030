"""JSON Lines: an article a line, for corpora that are read again by whatever reads JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from mediaparse.arguments import check, wrong
from mediaparse.article import Article
from mediaparse.export.record import from_dict, to_dict
from mediaparse.registry import Registry
from mediaparse.spans import Found

# What JSON leaves bare, but ends a line for some readers or cannot be written in UTF-8.
_ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def to_jsonl(articles: Iterable[Article]) -> Iterator[str]:
    """A line for each article, line end and all: the JSON of ``to_dict``.

    Every line is JSON by itself and can be written in UTF-8, whatever the text holds::

        with open("articles.jsonl", "w", encoding="utf-8") as file:
            file.writelines(to_jsonl(articles))

    Raises ``ValueError`` where a text has the two halves of a surrogate pair as two
    characters: JSON would make one of them, and move every offset behind it.
    """
    check("articles", articles, Iterable, "an iterable of Article")
    for article in articles:
        check("each of articles", article, Article, "an Article")
        if pair := _PAIR.search(article.text):
            raise ValueError(f"the text has a surrogate pair as two characters at {pair.start()}")
        line = json.dumps(to_dict(article), ensure_ascii=False, separators=(",", ":"))
        yield _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n"


def from_jsonl(
    lines: Iterable[str], *, types: Iterable[type[Found]] = (), registry: Registry | None = None
) -> Iterator[Article]:
    """The article of each line, one at a time; blank lines are passed over. ``lines`` may be an open file.

    >>> import mediaparse
    >>> article = mediaparse.parse("The pass is 4,000 metres high.")
    >>> list(from_jsonl(to_jsonl([article]))) == [article]
    True

    ``types`` and ``registry`` are those of ``from_dict``. Raises ``ValueError`` with the number
    of the first line that is no JSON or no article.
    """
    if isinstance(lines, str) or not isinstance(lines, Iterable):
        raise wrong("lines", lines, "an open file or another iterable of lines")
    known = tuple(types)
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                article = from_dict(json.loads(line), types=known, registry=registry)
            except (TypeError, ValueError) as error:
                raise ValueError(f"line {number}: {error}") from error
            yield article

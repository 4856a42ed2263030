"""The page around the article: one file, nothing loaded from elsewhere, no script but its own."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from string import Template

from mediaparse.arguments import check
from mediaparse.article import Article
from mediaparse.data import read_text
from mediaparse.export.html.kinds import kinds, speakers
from mediaparse.export.html.markup import Html, element, text
from mediaparse.export.html.panels import legend, notes, quantity_table, speaker_list
from mediaparse.export.html.story import story


def to_html(article: Article, *, title: str = "News article") -> str:
    """A page that shows the article with all that was found in it.

    Each find is marked in the colour and the line of its kind; details stand beside it on hover and on keyboard
    focus. A legend switches kinds, a list of speakers lights up what each said, a table has the quantities.

    The page is one file and loads nothing. Everything of the article is escaped, and a content security policy
    allows no style and no script but the page's own.

    >>> import mediaparse
    >>> page = to_html(mediaparse.parse("The pass is 4,000 metres high."), title="Passes")
    >>> page.splitlines()[0], "<title>Passes</title>" in page
    ('<!doctype html>', True)
    """
    check("article", article, Article, "an Article")
    check("title", title, str, "a str")
    found = tuple(kinds(article))
    quantities = next(kind for kind in found if kind.id == "quantities")
    return _template().substitute(
        title=text(title),
        published=_published(article),
        policy=_policy(),
        style=_read("page.css"),
        script=_read("page.js"),
        legend=legend(found),
        speakers=speaker_list(speakers(article)),
        story=story(article.text, found),
        quantities=quantity_table(quantities),
        notes=notes(found),
    )


def _published(article: Article) -> Html:
    if article.published is None:
        return Html("")
    return element("p", text(f"Published {article.published.isoformat()[:10]}"), class_="published")


@cache
def _template() -> Template:
    return Template(_read("page.html"))


@cache
def _read(name: str) -> str:
    return read_text(__package__, name)


@cache
def _policy() -> str:
    """What the browser may do: apply this style, run this script, nothing else."""
    style, script = (b64encode(sha256(_read(name).encode()).digest()).decode() for name in ("page.css", "page.js"))
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )

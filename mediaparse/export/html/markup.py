"""Writing HTML so that the type checker sees what is escaped and what is not."""

from __future__ import annotations

import html
import re
from typing import NewType

Html = NewType("Html", str)

# What no HTML page may hold: control characters, lone surrogates, noncharacters.
_NOT_IN_HTML = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]|[\ufffe\uffff]")
EMPTY = Html("")


def text(words: str) -> Html:
    """``words`` escaped; what a page cannot hold becomes U+FFFD.

    >>> text('<script>"&"</script>')
    '&lt;script&gt;&quot;&amp;&quot;&lt;/script&gt;'
    """
    return Html(html.escape(_NOT_IN_HTML.sub("\ufffd", words)))


def element(name: str, *children: Html, **attributes: str | bool) -> Html:
    """The element ``name``. An attribute that is False is left out; ``class_`` is class, ``data_find`` data-find.

    >>> element("p", text("3 < 4"), class_="sum", hidden=False)
    '<p class="sum">3 &lt; 4</p>'
    """
    return Html(f"{start_tag(name, **attributes)}{''.join(children)}</{name}>")


def start_tag(name: str, **attributes: str | bool) -> Html:
    """The start tag of the element ``name``."""
    written = [
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{text(value)}"')
        for key, value in attributes.items()
        if value is not False
    ]
    return Html(f"<{name}{''.join(written)}>")


def join(*pieces: Html) -> Html:
    """``pieces`` one after the other, each on a line of its own."""
    return Html("\n".join(pieces))

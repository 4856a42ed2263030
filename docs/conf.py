"""How Sphinx builds the documentation."""

from __future__ import annotations

from enum import Enum
from importlib.metadata import version as version_of
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "mediaparse"
author = "The mediaparse maintainers"
version = release = version_of("mediaparse-news")

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "mediaparse"
html_show_copyright = False
myst_heading_anchors = 3
autodoc_default_options = {"members": True}
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_use_unqualified_type_names = True


def process_signature(
    app: Sphinx, what: str, name: str, documented: object, options: object, signature: str | None, returns: str | None
) -> tuple[str | None, str | None]:
    """Leave out how an enumeration is called, which nobody does, and the name of attrs' missing default."""
    if isinstance(documented, type) and issubclass(documented, Enum):
        return None, returns
    return signature and signature.replace("= NOTHING", "= ..."), returns


def setup(app: Sphinx) -> None:
    app.connect("autodoc-process-signature", process_signature)

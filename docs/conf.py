"""How Sphinx builds the documentation."""

from importlib.metadata import version as version_of

project = "mediaparse"
author = "The mediaparse maintainers"
version = release = version_of("mediaparse-news")

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
suppress_warnings = ["toc.not_readable", "myst.xref_missing"]
html_theme = "furo"
html_title = "mediaparse"
html_show_copyright = False
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
python_use_unqualified_type_names = True

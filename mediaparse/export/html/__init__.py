"""An article as one self-contained page that shows what was found in it."""

from mediaparse.export.html.page import to_html

__all__ = ["to_html"]

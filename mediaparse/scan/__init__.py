"""One pass over a text, which all finders share: words, gaps, word classes, paragraphs, sentences."""

from mediaparse.scan.scan import Scan, scan

__all__ = ["Scan", "scan"]

"""Who is who: each mention of a speaker linked to the person or organisation that it means."""

from mediaparse.attributions.resolution.resolve import Stretch, resolve

__all__ = ["Stretch", "resolve"]

"""What was found in an article, in the formats of others: each a pure function of an Article.

Nothing of this is loaded by ``import mediaparse``.
"""

from mediaparse.export.brat import Standoff, to_brat
from mediaparse.export.html import to_html
from mediaparse.export.jsonl import from_jsonl, to_jsonl
from mediaparse.export.nitf import to_nitf
from mediaparse.export.offsets import code_point_offset, utf8_offsets, utf16_offsets
from mediaparse.export.record import SCHEMA_VERSION, from_dict, to_dict
from mediaparse.export.schema import json_schema
from mediaparse.export.spacy import to_spacy
from mediaparse.export.web_annotation import to_web_annotations

__all__ = [
    "SCHEMA_VERSION",
    "Standoff",
    "code_point_offset",
    "from_dict",
    "from_jsonl",
    "json_schema",
    "to_brat",
    "to_dict",
    "to_html",
    "to_jsonl",
    "to_nitf",
    "to_spacy",
    "to_web_annotations",
    "utf8_offsets",
    "utf16_offsets",
]

"""The JSON Schema of a record, made from the types themselves.

``article.schema.json`` beside this file is the same, written down: a test holds the two together,
so that no field changes unseen, and ``tests/export/regenerate_schema.py`` writes it anew.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from mediaparse.export.finds import RESULTS
from mediaparse.export.record import SCHEMA_VERSION, TYPE
from mediaparse.spans import Found

Schema: TypeAlias = dict[str, object]

_PLAIN: dict[object, Schema] = {
    NoneType: {"type": "null"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: {"type": "string"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?$"},
    dt.date: {"type": "string", "format": "date"},
}


def json_schema() -> Schema:
    """The JSON Schema (draft 2020-12) of what ``to_dict`` returns and a line of ``to_jsonl`` holds.

    >>> json_schema()["properties"]["schema_version"]
    {'const': 1}
    """
    definitions: dict[str, Schema] = {}
    properties: dict[str, Schema] = {
        "schema_version": {"const": SCHEMA_VERSION},
        "text": _PLAIN[str],
        "published": {"anyOf": [_PLAIN[dt.date], _PLAIN[NoneType]]},
        **{name: _array(_schema(kind, definitions)) for name, kind in RESULTS.items()},
        "extra": {"type": "object", "additionalProperties": _array(_plugin(definitions))},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:mediaparse:article:{SCHEMA_VERSION}",
        "title": "A news article, and the datelines, attributions, disclaimers and quantities found in it",
        **_object(properties),
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(kind: object, definitions: dict[str, Schema]) -> Schema:
    """The schema of a value of type ``kind``; what has a name goes into ``definitions``."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if get_origin(kind) in (Union, UnionType):
        return {"anyOf": [_schema(option, definitions) for option in get_args(kind)]}
    if get_origin(kind) is tuple:
        return _array(_schema(get_args(kind)[0], definitions))
    if not isinstance(kind, type):
        raise TypeError(f"no JSON Schema for {kind!r}")
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = _named(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _named(kind: type, definitions: dict[str, Schema]) -> Schema:
    """The definition of an enumeration or a type with fields."""
    described: Schema = {"description": (kind.__doc__ or "").partition("\n")[0]}
    if issubclass(kind, StrEnum):
        return described | {"enum": [str(value) for value in kind]}
    if not attrs.has(kind):
        raise TypeError(f"no JSON Schema for {kind!r}")
    hints = get_type_hints(kind)
    return described | _object({field.name: _schema(hints[field.name], definitions) for field in attrs.fields(kind)})


def _object(properties: dict[str, Schema]) -> Schema:
    """An object that has all of ``properties`` and nothing else."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _plugin(definitions: dict[str, Schema]) -> Schema:
    """A find of a plugin: the fields of every find, the name of its type, and fields of its own."""
    hints = get_type_hints(Found)
    properties = {TYPE: _PLAIN[str]} | {
        field.name: _schema(hints[field.name], definitions) for field in attrs.fields(Found)
    }
    return _object(properties) | {"additionalProperties": True}

"""The Arrow schema of an article, made from the types themselves.

Offsets are code points, as everywhere. A decimal ``value`` stands as ``decimal128(38, 9)``; where
that cannot hold it exactly, or would not give back its last zeros, ``value_text`` has it as text.
Rules and enumerations are dictionary-encoded: they are few, and come again and again.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

import attrs
import pyarrow as pa

from mediaparse.export.finds import RESULTS

DECIMAL = pa.decimal128(38, 9)
# Behind the name of a decimal field: the field that has it as text.
TEXT = "_text"
_CODED = pa.dictionary(pa.int32(), pa.string())
_TYPES = {bool: pa.bool_(), int: pa.int32(), str: pa.string()}


def _fields(kind: type) -> list[pa.Field]:
    """A field for each of an attrs type; two for a decimal."""
    hints = get_type_hints(kind)
    fields = []
    for name in (field.name for field in attrs.fields(kind)):
        wanted = _required(hints[name])
        if wanted is Decimal:
            fields += [pa.field(name, DECIMAL), pa.field(name + TEXT, pa.string())]
        else:
            fields.append(pa.field(name, _CODED if name == "rule" else _type(wanted)))
    return fields


def _required(hint: object) -> object:
    """``hint`` without its None: every Arrow field may be null."""
    if get_origin(hint) in (Union, UnionType):
        [hint] = (option for option in get_args(hint) if option is not NoneType)
    return hint


def _type(kind: object) -> pa.DataType:
    if get_origin(kind) is tuple:
        return pa.list_(_type(get_args(kind)[0]))
    if not isinstance(kind, type):
        raise TypeError(f"no Arrow type for {kind!r}")
    if issubclass(kind, StrEnum):
        return _CODED
    return pa.struct(_fields(kind)) if attrs.has(kind) else _TYPES[kind]


def _plain(kind: pa.DataType) -> pa.DataType:
    """``kind`` with strings where it has codes for them."""
    if pa.types.is_dictionary(kind):
        return kind.value_type
    if pa.types.is_list(kind):
        return pa.list_(_plain(kind.value_type))
    if pa.types.is_struct(kind):
        return pa.struct([pa.field(field.name, _plain(field.type)) for field in kind])
    return kind


SCHEMA = pa.schema(
    [
        pa.field("id", pa.string()),
        pa.field("text", pa.string()),
        pa.field("published", pa.date32()),
        *(pa.field(name, pa.list_(_type(kind))) for name, kind in RESULTS.items()),
        pa.field("extra", pa.string()),
        pa.field("error", pa.string()),
    ],
    metadata={"mediaparse.schema_version": "1"},
)
PLAIN_SCHEMA = pa.schema([pa.field(field.name, _plain(field.type)) for field in SCHEMA], metadata=SCHEMA.metadata)


def plain(batch: pa.RecordBatch) -> pa.RecordBatch:
    """``batch`` of ``SCHEMA`` as one of ``PLAIN_SCHEMA``: strings for codes, for engines that know none (Spark)."""
    return batch.cast(PLAIN_SCHEMA)

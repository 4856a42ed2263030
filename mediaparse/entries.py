"""What can be wrong with an entry of whatever kind: a value that is not of its field's type, a name that is none."""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from inspect import formatannotation
from typing import NoReturn, Union, get_args, get_origin, get_type_hints

import attrs


class Choice(StrEnum):
    """Values of which an entry has one, as a string too; another is an error that names them."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        raise ValueError(f"{value!r} is no {cls.__name__}: it is one of {', '.join(cls)}")


def faults(entry: attrs.AttrsInstance, inside: str = "") -> Iterator[str]:
    """What is wrong with the fields of ``entry``, each by its name behind ``inside``.

    >>> from mediaparse.quantities.unit import Unit, UnitEntry
    >>> next(faults(UnitEntry(Unit("sotka"), "sotka")))
    "surfaces must be tuple[str, ...], not 'sotka'"
    """
    kinds = _kinds(type(entry))
    for field in attrs.fields(type(entry)):
        value, name = getattr(entry, field.name), inside + field.name
        if not _is_of(value, kinds[field.name]):
            yield f"{name} must be {formatannotation(kinds[field.name])}, not {value!r}"
        elif attrs.has(type(value)):  # a unit, an agency
            yield from faults(value, f"{name}.")
        elif isinstance(value, tuple) and any(isinstance(item, str) and not item.strip() for item in value):
            yield f"{name} has a blank string"


def check_words(entry: str, names: Iterable[str]) -> None:
    """Raise ``ValueError``, naming the ``entry``, where one of ``names`` holds neither letter nor digit."""
    for name in names:
        if not any(map(str.isalnum, name)):
            raise ValueError(f"{entry}: {name!r} is no word")


def check_countries(entry: str, codes: Iterable[str | None]) -> None:
    """Raise ``ValueError``, naming the ``entry``, where one of ``codes`` cannot be that of a country or a union."""
    for code in codes:
        if code is not None and not (len(code) == 2 and code.isascii() and code.isalpha() and code.isupper()):
            raise ValueError(f"{entry}: a country is two capital letters such as 'NO', not {code!r}")


@lru_cache
def _kinds(of: Hashable) -> dict[str, object]:
    """The types of the fields of ``of``."""
    return get_type_hints(of)


def _is_of(value: object, kind: object) -> bool:
    """Is ``value`` of the type ``kind``, which may be a tuple of others, a union or a function?"""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return any(_is_of(value, one) for one in inner)
    if origin is tuple and inner[-1] is not ...:
        return (
            isinstance(value, tuple)
            and len(value) == len(inner)
            and all(_is_of(item, one) for item, one in zip(value, inner, strict=True))
        )
    if origin in (tuple, frozenset):
        return isinstance(value, origin) and all(_is_of(item, inner[0]) for item in value)
    if origin is type:
        return isinstance(value, type) and issubclass(value, inner[0])
    if origin is Callable:
        return callable(value)
    return isinstance(value, (int, float) if kind is float else kind)  # type: ignore[arg-type]

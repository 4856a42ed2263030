"""An Article as plain dictionaries and lists, and back: what JSON, YAML and databases take."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from enum import Enum, StrEnum
from functools import cache
from types import NoneType
from typing import TypeAlias, TypeVar

from cattrs import BaseValidationError, transform_error
from cattrs.preconf.json import JsonConverter, make_converter

from mediaparse.arguments import REGISTRY, check
from mediaparse.article import Article, Extra
from mediaparse.export.finds import EXTRA, RESULTS, groups
from mediaparse.registry import Registry
from mediaparse.spans import Found, is_of, parts

T = TypeVar("T")
Types: TypeAlias = Mapping[str, type[Found]]

SCHEMA_VERSION = 1
# The name of a plugin's type stands under a word that cannot be the name of one of its fields.
TYPE = "class"


def to_dict(article: Article) -> dict[str, object]:
    """The article and all that was found in it, of dictionaries, lists, strings, whole numbers, booleans and None.

    Decimals and dates are strings, so that no digit is lost. Finds of plugins stand under
    ``"extra"``, each with the name of its type as ``"class"``.

    >>> import mediaparse
    >>> record = to_dict(mediaparse.parse("The pass is 4,000 metres high."))
    >>> record["schema_version"], record["quantities"][0]["value"]
    (1, '4000')
    """
    check("article", article, Article, "an Article")
    return {
        "schema_version": SCHEMA_VERSION,
        "text": article.text,
        "published": None if article.published is None else article.published.isoformat()[:10],
        **{name: [found_to_dict(found) for found in getattr(article, name)] for name in RESULTS},
        "extra": {
            name: [{TYPE: type(found).__name__, **found_to_dict(found)} for found in finds]
            for name, finds in article.extra.items()
        },
    }


def from_dict(
    record: Mapping[str, object], *, types: Iterable[type[Found]] = (), registry: Registry | None = None
) -> Article:
    """The article of which ``to_dict`` made ``record``.

    Where plugins found something, name the types of their finds as ``types``, or hand over
    the ``registry`` that has their extractors.

    >>> import mediaparse
    >>> article = mediaparse.parse("The pass is 4,000 metres high.")
    >>> from_dict(to_dict(article)) == article
    True

    Raises ``ValueError`` where the record has another schema version, a field too many, too few
    or of another type, a find of an unknown type, or a span that is not of the text.
    """
    check("record", record, Mapping, "a mapping")
    check("registry", registry, (Registry, NoneType), REGISTRY)
    version = record.get("schema_version")
    if version is None:
        raise ValueError(f"no record of an article, for it has no schema_version, but {sorted(map(str, record))}")
    if version != SCHEMA_VERSION:
        raise ValueError(f"schema_version must be {SCHEMA_VERSION}, not {version!r}")
    extractors = () if registry is None else registry.extractors
    results = {extractor.name: extractor.result for extractor in extractors}
    article = _article(record, _by_name(types), results)
    _check_spans(article)
    return article


def _by_name(types: Iterable[type[Found]]) -> Types:
    check("types", types, Iterable, "an iterable of the types of finds")
    named = {}
    for kind in types:
        check("each of types", kind, type, "a type of find")
        named[kind.__name__] = kind
    return named


def found_to_dict(found: Found) -> dict[str, object]:
    """One find as ``to_dict`` has it."""
    fields: dict[str, object] = _converter().unstructure(found)
    return fields


def _article(record: Mapping[str, object], types: Types, results: Types) -> Article:
    """The article, its fields and their types checked; ``types`` by their names, ``results`` by their extractors'."""
    wanted = {"schema_version", "text", "published", *RESULTS, "extra"}
    if record.keys() != wanted:
        raise ValueError(f"a record has the keys {sorted(wanted)}, not {sorted(map(str, record))}")
    published = record["published"]
    found = {name: tuple(_finds(record[name], kind, name)) for name, kind in RESULTS.items()}
    return Article(
        text=_structure(record["text"], str, "text"),
        published=None if published is None else _structure(published, dt.date, "published"),
        extra=Extra(tuple(_extra(record["extra"], types, results))),
        **found,  # type: ignore[arg-type]
    )


def _check_spans(article: Article) -> None:
    for name, finds in groups(article):
        for index, found in enumerate(finds):
            for span in (found, *(part for _, part in parts(found))):
                if not is_of(article.text, span):
                    raise ValueError(
                        f"{name}[{index}]: {span.text[:40]!r} does not stand at {span.start} to {span.end} of the text"
                    )


def _finds(value: object, kind: type[Found], path: str) -> Iterator[Found]:
    """The finds of one finder."""
    for index, fields in enumerate(_checked(value, list, path)):
        yield _structure(_checked(fields, dict, f"{path}[{index}]"), kind, f"{path}[{index}]")


def _extra(extra: object, types: Types, results: Types) -> Iterator[tuple[str, tuple[Found, ...]]]:
    """What plugins found, each find as the type whose name it bears."""
    for name, finds in _checked(extra, dict, "extra").items():
        own = {results[name].__name__: results[name]} if name in results else {}
        yield name, tuple(_named(finds, {**types, **own}, EXTRA + name))


def _named(value: object, types: Types, path: str) -> Iterator[Found]:
    for index, item in enumerate(_checked(value, list, path)):
        fields = dict(_checked(item, dict, f"{path}[{index}]"))
        kind = fields.pop(TYPE, None)
        if not isinstance(kind, str) or kind not in types:
            raise ValueError(
                f"{path}[{index}] is of the type {kind!r}: name it in types, or pass the registry that has it"
            )
        yield _structure(fields, types[kind], f"{path}[{index}]")


def _checked(value: object, kind: type[T], path: str) -> T:
    if not isinstance(value, kind):
        raise ValueError(f"{path} must be a {kind.__name__}, not {type(value).__name__}")
    return value


def _structure(value: object, kind: type[T], path: str) -> T:
    """``value`` as a ``kind``, or a ``ValueError`` that names what is wrong and where."""
    try:
        return _converter().structure(value, kind)
    except BaseValidationError as error:
        raise ValueError("; ".join(transform_error(error, path))) from error
    except (TypeError, ValueError) as error:
        raise ValueError(f"{path}: {error}") from error


@cache
def _converter() -> JsonConverter:
    """cattrs for JSON, with decimals as strings, and nothing taken for what it is not."""
    converter = make_converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, _decimal)
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly)
    for enumeration in (Enum, StrEnum):
        converter.register_unstructure_hook(enumeration, _value)
    return converter


def _value(member: Enum) -> object:
    return member.value


def _decimal(value: object, _kind: type[Decimal]) -> Decimal:
    try:
        return Decimal(_exactly(value, str))
    except InvalidOperation as error:
        raise ValueError(f"{value!r} is no decimal") from error


def _exactly(value: object, kind: type[T]) -> T:
    """``value`` where it is a ``kind``; cattrs would turn "no" into True and 2.7 into 2."""
    if issubclass(kind, Enum):
        # An enumeration of strings is a str as well.
        return kind(value)
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value

"""What a find says, in words for a reader: labels and values."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import singledispatch

import attrs

from mediaparse.attributions.types import Attribution, ResolvedBy, Speaker
from mediaparse.datelines.types import Dateline, PartialDate, Place
from mediaparse.disclaimers.types import Disclaimer
from mediaparse.quantities.types import Quantity, Unit
from mediaparse.spans import Found, Span

RESOLVED = {
    ResolvedBy.NAME: "named",
    ResolvedBy.SURNAME: "by a part of the name",
    ResolvedBy.PRONOUN: "by a pronoun",
    ResolvedBy.ROLE: "by a title or office",
    ResolvedBy.ORGANIZATION: "an organization",
    ResolvedBy.CONTINUATION: "the quotation goes on",
}
# Longer numbers are written with an exponent; nobody counts their zeros.
_DIGITS = 21


@singledispatch
def details(found: Found) -> Iterator[tuple[str, str]]:
    """Labels and values of what ``found`` says, without its rule and offsets.

    A find of a plugin has its own fields; those that are None or empty are left out.
    """
    known = attrs.fields_dict(Found)
    for field in attrs.fields(type(found)):
        value = plain(getattr(found, field.name))
        if value and field.name not in known:
            yield field.name.replace("_", " ").strip(), value


@details.register
def _(found: Dateline) -> Iterator[tuple[str, str]]:
    for place in found.places:
        yield "place", place_name(place)
    if found.date is not None:
        yield "date", date_in_full(found.date)
    for agency in found.agencies:
        yield "agency", agency.name + bracketed(agency.country)


@details.register
def _(found: Attribution) -> Iterator[tuple[str, str]]:
    if found.speaker is not None:
        yield "speaker", speaker_name(found.speaker)
        if found.speaker.role:
            yield "role", found.speaker.role
        if found.speaker.resolved_by is not None and found.speaker.text != found.speaker.name:
            yield "written as", found.speaker.text + bracketed(RESOLVED[found.speaker.resolved_by])
    if found.cue is not None:
        lemma = found.cue.lemma if found.cue.lemma != found.cue.text.lower() else None
        yield "cue", found.cue.text + bracketed(lemma)
        if found.cue.negated:
            yield "negated", "yes"
    yield "speech", found.kind
    if not found.closed:
        yield "quotation mark", "never closed"


@details.register
def _(found: Disclaimer) -> Iterator[tuple[str, str]]:
    yield "says", found.kind.replace("_", " ")
    if found.jurisdictions:
        yield "law of", ", ".join(found.jurisdictions)
    if found.target is not None:
        yield "marks", found.target.text
    if found.author is not None:
        yield "signed by", plain(found.author)


@details.register
def _(found: Quantity) -> Iterator[tuple[str, str]]:
    yield "value", amount(found)
    if found.unit is not None:
        yield "unit", unit_name(found.unit)
    if found.noun is not None:
        yield "of what", found.noun.text
    if found.change is not None:
        yield "change", found.change


def place_name(place: Place) -> str:
    """The place with its region and country."""
    return ", ".join(filter(None, (place.name, place.region))) + bracketed(place.country)


def date_in_full(date: PartialDate) -> str:
    """The date as a calendar has it, or as the dateline has it where no year is known."""
    settled = date.as_date()
    if settled is None:
        return date.text + bracketed(None if date.year else "no year")
    return str(settled) + bracketed("the year from the date of publication" if date.inferred else None)


def speaker_name(speaker: Speaker) -> str:
    """The fullest name that the article gives the speaker, or the mention."""
    return speaker.name or speaker.text


def amount(quantity: Quantity) -> str:
    """Comparator and value, or range.

    >>> from mediaparse import Comparator
    >>> text = "up to 1,400 mines"
    >>> number = Decimal(1400), None, Comparator.AT_MOST, None, None, None
    >>> amount(Quantity(0, len(text), text, "count", *number))
    'at most 1,400'
    """
    ends = [number(end) for end in (quantity.value, quantity.upper) if end is not None]
    return quantity.comparator.words + " to ".join(ends)


def number(value: Decimal) -> str:
    """``value`` with its thousands set off.

    >>> number(Decimal("1.2E+9")), number(Decimal("1E+40"))
    ('1,200,000,000', '1E+40')
    """
    return f"{value:,f}" if value.is_finite() and abs(value.adjusted()) < _DIGITS else str(value)


def unit_name(unit: Unit) -> str:
    """The unit with its sign or code."""
    sign = unit.code or unit.symbol
    return unit.name + bracketed(sign if sign != unit.name else None)


def bracketed(text: str | None) -> str:
    """``text`` in brackets behind a space, or nothing."""
    return f" ({text})" if text else ""


def plain(value: object) -> str:
    """Any value of a field, as a reader has it: of a span its text, of a tuple its items, of a value its name."""
    match value:
        case None:
            return ""
        case Span():
            return value.text
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return number(value)
        case tuple() | list() | frozenset():
            return ", ".join(map(plain, value))
    if not attrs.has(kind := type(value)):
        return str(value)
    name = getattr(value, "name", None)
    if isinstance(name, str):
        return name
    return ", ".join(filter(None, (plain(getattr(value, field.name)) for field in attrs.fields(kind))))

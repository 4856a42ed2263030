"""Resolution: names in title case, countries, months as numbers, years."""

from __future__ import annotations

import datetime as dt

from mediaparse.datelines.dates import settle
from mediaparse.datelines.gazetteer import country_of
from mediaparse.datelines.heads import Head
from mediaparse.datelines.names import title_case
from mediaparse.datelines.places import PlaceText
from mediaparse.datelines.types import Dateline, Place

_TURKISH = frozenset("İıĞğ")


def resolve(text: str, head: Head, published: dt.date | None) -> Dateline:
    """The dateline that ``head`` stands for."""
    agencies = head.signature.agencies if head.signature else ()
    languages = head.signature.languages if head.signature else ()
    homes = tuple(agency.country for agency in agencies if agency.country)
    turkish = set(languages) == {"tr"} or not _TURKISH.isdisjoint(text[head.start : head.end])
    places = tuple(_place(text, place, homes, turkish) for place in head.places)
    date = settle(text, head.date, languages, published) if head.date else None
    return Dateline(head.start, head.end, text[head.start : head.end], head.rule, places, date, agencies)


def _place(text: str, place: PlaceText, homes: tuple[str, ...], turkish: bool) -> Place:
    name = title_case(text[place.start : place.name_end], turkish=turkish)
    region = ", ".join(place.regions) or None
    country = country_of(name, place.regions, homes)
    return Place(place.start, place.end, text[place.start : place.end], name, region, country)

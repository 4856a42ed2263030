"""Resolution: names in title case, countries, months as numbers, years, agencies that sign alike."""

from __future__ import annotations

import datetime as dt

from mediaparse.datelines.dates import settle
from mediaparse.datelines.gazetteer import countries_of_city, country_of
from mediaparse.datelines.heads import Head
from mediaparse.datelines.lexicon import DatelineLexicon
from mediaparse.datelines.names import title_case
from mediaparse.datelines.places import PlaceText
from mediaparse.datelines.types import Agency, Dateline, Place
from mediaparse.patterns import pattern
from mediaparse.scan import Scan

_TURKISH = frozenset("İıĞğ")
_CODE = pattern(r"\w+")


def resolve(scanned: Scan, head: Head, published: dt.date | None, lexicon: DatelineLexicon) -> Dateline:
    """The dateline that ``head`` stands for."""
    agencies = head.signature.agencies if head.signature else ()
    languages = head.signature.languages if head.signature else ()
    text, written = scanned.text, scanned.written
    typed = written[head.start : head.end]
    turkish = languages == ("tr",) or not _TURKISH.isdisjoint(typed)
    places = tuple([_place(scanned, place, agencies, turkish) for place in head.places])
    date = settle(written, head.date, languages, published) if head.date else None
    if head.signature and not lexicon.sharers.isdisjoint([agency.id for agency in agencies]):
        signed = text[head.signature.start : head.signature.end]
        agencies = tuple([_at_home(agency, signed, places, lexicon) for agency in agencies])
    return Dateline(head.start, head.end, typed, head.rule, places, date, agencies)


def _at_home(agency: Agency, typed: str, places: tuple[Place, ...], lexicon: DatelineLexicon) -> Agency:
    """``agency``, or the one that signs alike and has its home where the places lie ("KABUL (BNA)")."""
    rivals = [entry for code in _CODE.findall(typed) for entry in lexicon.namesakes(code)]
    if not places or agency not in [entry.agency for entry in rivals]:
        return agency
    here = {places[0].country} if places[0].country else countries_of_city(places[0].name)
    homes = ((entry.homes or (entry.agency.country,), entry.agency) for entry in rivals)
    return next((rival for home, rival in homes if not here.isdisjoint(home)), agency)


def _place(scanned: Scan, place: PlaceText, agencies: tuple[Agency, ...], turkish: bool) -> Place:
    name = title_case(scanned.text[place.start : place.name_end], turkish=turkish)
    region = ", ".join(place.regions) or None
    country = country_of(name, place.regions, tuple([agency.country for agency in agencies if agency.country]))
    return Place(place.start, place.end, scanned.written[place.start : place.end], name, region, country)

"""The tables: every agency is read by every name, every style by its example, every month in its language."""

from __future__ import annotations

import re

import pytest

from mediaparse import datelines
from mediaparse.data import read_tables, read_text, read_toml, read_tsv
from mediaparse.datelines.dates import DateText, settle
from mediaparse.datelines.lexicon import (
    BUILTIN,
    AgencyEntry,
    builtin_agencies,
    builtin_lexicon,
    source_agencies,
    source_builtin,
)
from mediaparse.datelines.names import fold

PACKAGE = "mediaparse.datelines"
AGENCIES = builtin_agencies()
LEXICON = builtin_lexicon()
STYLES = read_toml(PACKAGE, "styles.toml")
# The ranges of Chinese characters, kana and Hangul, whose datelines have no room for a name in round brackets.
EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


def names() -> list[tuple[AgencyEntry, str]]:
    return [(entry, alias) for entry in AGENCIES for alias in entry.aliases if not EAST_ASIAN.search(alias)]


def test_there_are_agencies_enough() -> None:
    assert len(AGENCIES) >= 120


def test_every_entry_is_complete() -> None:
    for entry in AGENCIES:
        assert re.fullmatch(r"[a-z0-9-]+", entry.id)
        assert re.fullmatch(r"([A-Z]{2})?", entry.agency.country or ""), entry.id
        assert entry.languages, entry.id
        assert all(re.fullmatch(r"[a-z]{2}", language) for language in entry.languages), entry.id
        assert entry.styles, entry.id
        assert set(entry.styles) <= set(STYLES), entry.id
        assert "." in entry.seen, entry.id


def test_the_built_in_agencies_are_those_of_the_file() -> None:
    assert read_text(PACKAGE, BUILTIN) == source_builtin(), "run python -m mediaparse.datelines.lexicon"
    assert builtin_agencies() == tuple(source_agencies())


def test_the_agencies_are_read_as_toml_reads_them() -> None:
    assert read_tables(PACKAGE, "agencies.toml") == read_toml(PACKAGE, "agencies.toml")


def test_no_two_agencies_of_one_country_sign_alike() -> None:
    owners: dict[tuple[str, str | None], str] = {}
    for entry in AGENCIES:
        for alias in entry.aliases:
            for home in entry.homes or (entry.agency.country,):
                assert owners.setdefault((fold(alias), home), entry.id) == entry.id


def test_an_agency_is_read_by_each_of_its_names() -> None:
    for entry, name in names():
        meant = LEXICON.signed(name)
        if meant is not entry:
            assert meant in LEXICON.namesakes(name), name
            continue
        (found,) = datelines.find(f"OSLO, March 3 ({name}) - The port opened again after the storm.")
        assert found.agencies == (entry.agency,), name
        (found,) = datelines.find(f"A headline about the port OSLO, March 3 ({name}) - The port opened again.")
        assert found.agencies == (entry.agency,), name


@pytest.mark.parametrize(
    ("place", "code", "agency"),
    [
        ("KABUL", "BNA", "bakhtar"),
        ("Manama", "BNA", "bna"),
        ("Seef", "BNA", "bna"),
        ("Kabul", "Bahrain News Agency", "bna"),
        ("Taipei", "CNA", "cna"),
        ("Geneva", "CNA", "cna"),
        ("ROME", "CNA", "cna-catholic"),
        ("Larnaca, Cyprus", "CNA", "cna-cyprus"),
        ("Beijing", "CNS", "cns-china"),
        ("WASHINGTON", "CNS", "cns"),
        ("Graz", "APA", "apa"),
        ("Baku", "APA", "apa-azerbaijan"),
        ("Dakar", "APA", "apanews"),
        ("Bonn", "KNA", "kna"),
        ("Nairobi", "KNA", "kna-kenya"),
        ("Alger", "APS", "aps-algeria"),
        ("DAKAR", "APS", "aps-senegal"),
        ("Cotonou", "ABP", "abp-benin"),
    ],
)
def test_the_place_tells_houses_that_sign_alike(place: str, code: str, agency: str) -> None:
    (found,) = datelines.find(f"{place}, March 3 ({code}) - The port opened again after the storm.")
    assert [found_agency.id for found_agency in found.agencies] == [agency]


@pytest.mark.parametrize("style", STYLES)
def test_a_style_reads_its_example(style: str) -> None:
    (found,) = datelines.find(STYLES[style]["example"])
    assert found.rule == STYLES[style]["rule"]


@pytest.mark.parametrize("style", ["tag", "bare", "agency-as-place"])
def test_a_style_that_looks_like_prose_is_read_for_its_houses_alone(style: str) -> None:
    text = {
        "tag": "{} - A comet that nobody expected can be seen from the south this week.",
        "bare": "Oslo, March 3, {}. The port opened again after the storm.",
        "agency-as-place": "{}, March 3. The port opened again after the storm.",
    }[style]
    for entry in AGENCIES:
        if LEXICON.namesakes(entry.agency.name):
            continue
        found = datelines.find(text.format(entry.agency.name))
        if style in entry.styles:
            assert [item.rule for item in found] == [style], entry.id
        elif "." not in entry.agency.name:  # the address of a site is a tag whoever's it is
            assert style not in [item.rule for item in found], entry.id


def test_a_month_is_read_in_its_language() -> None:
    for language, number, months in read_tsv(PACKAGE, "months.tsv"):
        for month in months.split("|"):
            date = settle(f"5 {month}", DateText(0, 2 + len(month), None, month, 5), (language,), None)
            assert date is not None, month
            assert date.month == int(number), month


def test_a_city_that_stands_alone_settles_its_country() -> None:
    for name, country, others in read_tsv(PACKAGE, "standalone.tsv"):
        for typed in filter(None, (name, name.upper(), *others.split("|"))):
            (found,) = datelines.find(f"{typed}, 3/3/2020 (Reuters) - The port opened again after the storm.")
            assert [place.country for place in found.places] == [country or None], typed

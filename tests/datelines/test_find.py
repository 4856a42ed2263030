"""What rows of cases cannot say: plugins, purity, size."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from collections.abc import Iterable

import pytest

import mediaparse
from mediaparse import datelines
from mediaparse.datelines import Agency, AgencyEntry
from mediaparse.datelines.names import title_case

BOREALIS = Agency("borealis", "Borealis", "IS")
TEXTS = (
    "Reykjavik, March 3 (Borealis) - The port opened again after the storm.",
    "Reykjavik, March 3, Borealis - The port opened again after the storm.",
    "The port is open Reykjavik, March 3 /Borealis/ The port opened again after the storm.",
)


class Plugin:
    """A plugin that adds one house."""

    @mediaparse.hookimpl
    def mediaparse_agencies(self) -> Iterable[AgencyEntry]:
        return [AgencyEntry(BOREALIS, ("Borealis",), styles=("bare",))]


@pytest.mark.parametrize("text", TEXTS)
def test_one_entry_adds_an_agency(text: str) -> None:
    registry = mediaparse.build_registry([Plugin()])
    (found,) = datelines.find(text, registry=registry)
    assert found.agencies == (BOREALIS,)
    assert BOREALIS not in [agency for item in datelines.find(text) for agency in item.agencies]


def test_a_house_that_nobody_entered_is_named_as_it_signs() -> None:
    (found,) = datelines.find(TEXTS[0])
    assert found.agencies == (Agency("borealis", "Borealis", None),)
    assert found.rule == "unknown-house"


@pytest.mark.parametrize(
    ("published", "text", "date"),
    [
        (dt.date(2018, 1, 2), "OSLO, Dec 30 (Reuters) -", dt.date(2017, 12, 30)),
        (dt.date(2017, 12, 31), "OSLO, Jan 1 (Reuters) -", dt.date(2018, 1, 1)),
        (dt.date(2017, 12, 31), "OSLO, Dec 31 (Reuters) -", dt.date(2017, 12, 31)),
        (dt.date(2025, 2, 1), "OSLO, Feb 29 (Reuters) -", dt.date(2024, 2, 29)),
        (dt.date(2020, 1, 2), "OSLO, Dec 30, 2004 (Reuters) -", dt.date(2004, 12, 30)),
        (None, "OSLO, Dec 30 (Reuters) -", None),
    ],
)
def test_published_settles_the_year(published: dt.date | None, text: str, date: dt.date | None) -> None:
    (found,) = datelines.find(f"{text} The port opened again after the storm.", published=published)
    assert found.date is not None
    assert found.date.as_date() == date
    assert found.date.inferred == (published is not None and "2004" not in text)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("RIO DE JANEIRO", "Rio de Janeiro"),
        ("rio de janeiro", "Rio de Janeiro"),
        ("STRATFORD-UPON-AVON", "Stratford-upon-Avon"),
        ("FRANKFURT AM MAIN", "Frankfurt am Main"),
        ("AIX-EN-PROVENCE", "Aix-en-Provence"),
        ("DEIR EZ-ZOR", "Deir ez-Zor"),
        ("AL-SHAHANIYA", "Al-Shahaniya"),
        ("РОСТОВ-НА-ДОНУ", "Ростов-на-Дону"),
        ("N'DJAMENA", "N'Djamena"),
        ("L'AQUILA", "L'Aquila"),
        ("KING'S LYNN", "King's Lynn"),
        ("THE HAGUE", "The Hague"),
        ("LAS VEGAS", "Las Vegas"),
        ("St. John's", "St. John's"),
    ],
)
def test_title_case(typed: str, name: str) -> None:
    assert title_case(typed) == name


def test_an_ordinary_dateline_does_not_load_dateparser() -> None:
    code = (
        "import sys; from mediaparse import datelines;"
        "datelines.find('Praha 5. prosince (ČTK) - Rada schválila nový rozpočet.');"
        "assert 'dateparser' not in sys.modules;"
        "datelines.find('CARDIFF, 5 Rhagfyr (PA) - The port opened again after the storm.');"
        "assert 'dateparser' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


REPEATED = [
    "(Reuters) ", "(Reuters\n", "(AP", "[AP ", "LONDON/", "LONDON, ", "A-B", "A ", "LONDON - \n\n", "(London, ",
    "/A", "5 December 2020 ", "St. ", "\nAP ", "\nReuters - ", "日电", "新华社北京9月2日电", "【北京", "(서울=",
    "LONDON (AP) - It is. ", "A | B ", "AGRA | AP | ", "A /B/, ", "5 - ", "\u2009", "\t",
]  # fmt: skip


@pytest.mark.parametrize("repeated", REPEATED, ids=repr)
def test_time_grows_with_length(repeated: str) -> None:
    def seconds(length: int) -> float:
        text = repeated * (length // len(repeated))
        begun = time.process_time()
        datelines.find(text)
        return time.process_time() - begun

    short = min(seconds(5_000) for _ in range(3))
    assert min(seconds(40_000) for _ in range(2)) < 16 * short + 0.1

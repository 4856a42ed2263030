"""What rows of cases cannot say: time, strings of any content, the objects of other libraries."""

from __future__ import annotations

import subprocess
import sys
import time
from decimal import Decimal, localcontext

import pytest
from attrs import evolve

from mediaparse import quantities
from tests.cases import cases

TRIGGERS = (
    "1 ", "1,", "1-2 ", "$1 ", "one ", "two and ", "half a ", "5 to ", "from 1 to ", "5%", "1/2 ", "tens of thousands ",
    "and a half ", "5 new ", "Mr. 5 ", "1.1.1", "1 m ", "December 3 and ", "aged 5, ", "Lin, 5, ", "1e5", "5°C ",
    "5 per ", "more than ", "5 people and ", "hundred ", "½", "5 a-b-c-", "1\u00a0", "5 U.S. ", "100 000 ", "one in ",
    "a day old ", "an hour and a half ", "4x", "4x6 inches ", "6'1\" ", "6-foot-4-", "toll rose to 5 ",
    "5 who and ", "5 in May and ",
    "expectancy is 5 ", "The boys are 5, ", "1 of the 5's ", "-5C ", "5 pounds ", "up from 5 to ", "\n5\n",
)  # fmt: skip


def seconds(text: str) -> float:
    """Seconds of this process alone, the least of three runs."""
    spent = []
    for _ in range(3):
        begun = time.process_time()
        quantities.find(text)
        spent.append(time.process_time() - begun)
    return min(spent)


@pytest.mark.parametrize("trigger", TRIGGERS, ids=repr)
def test_time_grows_with_the_text(trigger: str) -> None:
    short, long = (seconds(trigger * (size // len(trigger))) for size in (2_000, 16_000))
    assert long < 16 * short + 0.02


@pytest.mark.parametrize(
    "text", ["", "\x00 5 \x00 km", "\ud800 5 \udfff", "5", "5 ", " 5-", "$", "one", "one of", "1" * 100_000]
)
def test_no_string_raises_and_spans_slice(text: str) -> None:
    for found in quantities.find(text):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "before",
    [
        "The council met on Monday evening in the old town hall and spoke about the bridge.\n\n",
        "COUNCIL SPEAKS ABOUT THE BRIDGE OVER THE RIVER AT THE OLD MILL IN MARCH\n\n",
        "“The bridge will not last another winter,” the mayor told reporters in March.\r\n\r\n",
        "The council met on Monday evening in the old town hall and heard at least\u2029",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.\n \n",
    ],
)
def test_a_paragraph_in_front_only_shifts_the_finds(before: str) -> None:
    for case in cases():
        if case.finder == "quantities":
            alone = quantities.find(case.text)
            behind = [found for found in quantities.find(before + case.text) if found.start >= len(before)]
            assert [_shifted(found, -len(before)) for found in behind] == list(alone)


def _shifted(found: quantities.Quantity, by: int) -> quantities.Quantity:
    noun = found.noun and evolve(found.noun, start=found.noun.start + by, end=found.noun.end + by)
    return evolve(found, start=found.start + by, end=found.end + by, noun=noun)


@pytest.mark.parametrize(
    "text", ["5 km ", "It cost $5 a", "They saw 5 of", "half", "5 people who", "5 in 10", "from 5 to"]
)
def test_a_text_cut_short_anywhere_is_read(text: str) -> None:
    for end in range(len(text) + 1):
        quantities.find(text[:end])


def test_the_callers_decimal_context_changes_nothing() -> None:
    text = (
        "Half of 1,234,567.89 euros, two-thirds of 1.2345678 million people, 5/8 pct, 125½ miles, -12345 yards, "
        "one thousand two hundred and thirty-four men, 1234 dollars and 56 cents, 1,235 or 1,236 cars, 123-1/8 pct."
    )
    expected = quantities.find(text)
    with localcontext() as context:
        context.prec = 2
        assert quantities.find(text) == expected


def test_digits_are_kept() -> None:
    assert str(quantities.find("It costs 1.10 euros.")[0].value) == "1.10"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("more than 550 terrorists", "more than 550 terrorists"),
        ("as many as 53,478 objects", "53,478 objects"),
        ("$1.2 billion", "1.2 billion dollars"),
        ("246 kilometers of roads", "246 kilometres of roads"),
        ("between 5 and 7 weeks", "5 to 7 weeks"),
        ("Shares fell about 2 percent.", "down about 2 percent"),
        ("one mile", "1 mile"),
        ("$58.24 per barrel", "58.24 dollars per barrel"),
        ("three thousand tests per day", "3,000 tests per day"),
        ("minus 5 degrees Celsius", "-5 degrees Celsius"),
        ("a 54-year-old", "54 years old"),
    ],
)
def test_a_quantity_says_itself(text: str, said: str) -> None:
    assert str(quantities.find(text)[0]) == said


@pytest.mark.filterwarnings("ignore")
def test_quantulum3s_object() -> None:
    found = quantities.find("It covers 5 to 7 kilometers, at $58.24 per barrel, for 3 men.")
    distance, price, men = (one.to_quantulum() for one in found)
    assert (distance.value, distance.uncertainty, distance.unit.name) == (6.0, 1.0, "kilometre")
    assert (distance.surface, distance.span) == ("5 to 7 kilometers", (10, 27))
    assert (price.value, price.unit.name, price.unit.currency_code) == (58.24, "dollar per barrel", "USD")
    assert (men.value, men.unit.name) == (3.0, "dimensionless")


def test_pints_object() -> None:
    pytest.importorskip("pint")
    found = quantities.find("It covers 2,500 square kilometers at 300 km/h, 5%, 20 °C, 450 Nm, 80 kWh.")
    assert found[0].to_pint().magnitude == Decimal(2500)
    assert [str(one.to_pint().units) for one in found] == [
        "kilometer ** 2", "kilometer / hour", "percent", "degree_Celsius", "meter * newton", "hour * kilowatt"
    ]  # fmt: skip
    with pytest.raises(ValueError, match="pint knows no unit 'euro'"):
        quantities.find("5 euros")[0].to_pint()


def test_finding_imports_neither_quantulum3_nor_pint() -> None:
    code = (
        "import sys; from mediaparse import quantities; str(quantities.find('5 km')[0].to('mile'));"
        "sys.exit(bool({'quantulum3', 'pint', 'inflect'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

"""The table of units is quantulum3's own, and a plugin's unit changes what is found."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest

import mediaparse
from mediaparse import quantities
from mediaparse.data import read_text, read_tsv
from mediaparse.hooks import hookimpl
from mediaparse.quantities import Unit, UnitEntry
from mediaparse.quantities.compiling import BUILTIN, source_builtin, source_units
from mediaparse.quantities.convert import converted, unit_named
from mediaparse.quantities.lexicon import QuantityLexicon, builtin_lexicon, builtin_units
from tests.quantities.regenerate_units import TABLE, table

PACKAGE = "mediaparse.quantities"


@pytest.mark.filterwarnings("ignore")
def test_the_table_is_that_of_the_installed_quantulum3() -> None:
    assert TABLE.read_text("utf-8") == table(), (
        "run python -m tests.quantities.regenerate_units and read the difference"
    )


def test_the_built_in_units_are_those_of_the_tables() -> None:
    assert read_text(PACKAGE, BUILTIN) == source_builtin(), "run python -m mediaparse.quantities.compiling"
    assert builtin_units() == source_units()


def test_words_of_units_made_ahead_are_those_made_at_once() -> None:
    ahead, at_once = builtin_lexicon(), QuantityLexicon(source_units())
    for name in ("words", "symbols", "signs", "codes", "measures", "longest", "openings", "belonging"):
        assert getattr(ahead, name) == getattr(at_once, name), name


class Smoots:
    @hookimpl
    def mediaparse_units(self) -> Iterable[UnitEntry]:
        return [UnitEntry(Unit("smoot", "smt", "length"), ("smoot",), ("smt",))]


def test_a_plugins_unit_is_found_with_its_registry_and_not_without() -> None:
    text = "The bridge is 364.4 smoots long, the ramp 20 smt, the toll 2 dollars a smoot."
    registry = mediaparse.build_registry(plugins=[Smoots()])
    found = quantities.find(text, registry=registry)
    assert [found_one.unit and found_one.unit.name for found_one in found] == ["smoot", "smoot", "dollar per smoot"]
    without = mediaparse.parse(text).quantities
    assert [found_one.unit and found_one.unit.name for found_one in without] == [None, "dollar"]


def test_every_factor_is_of_a_known_unit() -> None:
    known = builtin_lexicon().by_name
    assert [name for name, _, _ in read_tsv("mediaparse.quantities", "factors.tsv") if name not in known] == []


@pytest.mark.parametrize(
    ("value", "of", "to", "result"),
    [
        ("11", "kilometre", "metre", "11000"),
        ("26.2", "mile", "kilometre", "42.1648128"),
        ("100", "degree Celsius", "degree fahrenheit", "212"),
        ("0", "kelvin", "degree Celsius", "-273.15"),
        ("1", "acre", "square metre", "4046.8564224"),
        ("2", "hour", "minute", "120"),
        ("72", "km/h", "m/s", "20"),
        ("1", "barrel", "litre", "158.987294928"),
        ("30", "basis point", "percent", "0.3"),
        ("18", "month of age", "year of age", "1.5"),
    ],
)
def test_conversion_is_exact(value: str, of: str, to: str, result: str) -> None:
    assert converted(Decimal(value), unit_named(of), unit_named(to)) == Decimal(result)


def test_rates_convert_by_their_parts() -> None:
    found = quantities.find("Yields were 4.5 tonnes per hectare.")[0]
    per_acre = Unit("kilogram per acre", dimension="mass per area")
    assert round(found.to(per_acre).value) == 1821


@pytest.mark.parametrize(
    ("text", "unit", "why"),
    [
        ("550 men", "metre", "'550 men' has no unit"),
        ("5 kilometres", "kilogram", "kilometre is a unit of length, kilogram one of mass"),
        ("5 months", "day", "month has no fixed size"),
        ("5 euros", "dollar", "euro has no fixed size"),
        ("5 kilometres", "blorp", "no unit is called 'blorp'"),
    ],
)
def test_what_cannot_be_converted_is_a_value_error(text: str, unit: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        quantities.find(text)[0].to(unit)


def test_a_unit_named_twice_in_the_tables_is_one_entry() -> None:
    names = [entry.id for entry in builtin_lexicon().units]
    assert len(names) == len(set(names))

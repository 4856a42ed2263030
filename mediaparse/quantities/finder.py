"""The quantities of a text."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve

from mediaparse.quantities.ages import age_before
from mediaparse.quantities.amounts import Amount, amount_of
from mediaparse.quantities.changes import change_of
from mediaparse.quantities.comparators import comparator_after, comparator_before
from mediaparse.quantities.counts import Counted, counted, is_quantity
from mediaparse.quantities.joins import joined
from mediaparse.quantities.lexicon import QuantityLexicon, builtin_lexicon
from mediaparse.quantities.lookalikes import is_lookalike
from mediaparse.quantities.nouns import phrase_of
from mediaparse.quantities.numerals import Numeral, figures, spelled
from mediaparse.quantities.restated import restated
from mediaparse.quantities.types import Comparator, Quantity
from mediaparse.scan import Scan, scan

if TYPE_CHECKING:
    from mediaparse.registry import Registry


def find(text: str, *, registry: Registry | None = None) -> tuple[Quantity, ...]:
    """The quantities of ``text``, sorted by ``start``; offsets are code points, ends exclusive.

    >>> [str(found.value) for found in find("More than 550 terrorists held 246 kilometers of roads in 2017.")]
    ['550', '246']

    Raises ``TypeError`` where ``text`` is no ``str``.
    """
    lexicon = builtin_lexicon() if registry is None else registry.quantities
    return find_in(scan(text), lexicon)


def find_in(scanned: Scan, lexicon: QuantityLexicon) -> tuple[Quantity, ...]:
    """As ``find``, of a text already scanned."""
    text = scanned.text
    amounts = [amount_of(text, numeral, lexicon) for numeral in numerals(scanned)]
    plain = [_aged(text, amount, lexicon) for amount in amounts if not is_lookalike(text, amount)]
    found = [_quantity(scanned, amount, lexicon) for amount in joined(text, plain)]
    return restated(text, [quantity for quantity in found if quantity is not None])


def numerals(scanned: Scan) -> list[Numeral]:
    """Every number that the text writes, in figures or in words, in order."""
    found = [numeral for numeral in figures(scanned.text) if isinstance(numeral, Numeral)]
    found += spelled(scanned)
    found.sort(key=lambda numeral: numeral.start)
    return [numeral for at, numeral in enumerate(found) if not at or numeral.start >= found[at - 1].end]


def _aged(text: str, amount: Amount, lexicon: QuantityLexicon) -> Amount:
    """``amount``, in years of age where the words around it say so."""
    year_of_age = lexicon.by_name.get("year of age")
    if year_of_age is None or amount.unit is not None or amount.form != "figures":
        return amount
    return evolve(amount, unit=year_of_age) if age_before(text, amount.start, amount.number_end) else amount


def _quantity(scanned: Scan, amount: Amount, lexicon: QuantityLexicon) -> Quantity | None:
    """The quantity that ``amount`` is, with what it counts, its comparator and its change; None where it is none."""
    text = scanned.text
    unit, end, noun = amount.unit, amount.end, None
    lasts = unit is not None and unit.dimension == "time"
    before = comparator_before(text, amount.start, amount.value, lasts)
    comparator, start = before or (amount.bound or Comparator.EQUAL, amount.start)
    if unit is None:
        counts = counted(scanned, amount, lexicon)
        if counts is None and not is_quantity(text, amount, before is not None or amount.bound is not None):
            return None
        if counts is not None:
            noun, unit, end = counts.noun, counts.unit, counts.end
    else:
        if (after := comparator_after(text, end)) and not before:
            comparator, end = after
        noun = phrase_of(scanned, amount.end) if text.startswith(" of ", amount.end) else None
    change = change_of(text, start, end, amount.unit)
    return Quantity(
        start,
        end,
        text[start:end],
        _rule(amount, noun is not None),
        amount.value,
        amount.upper,
        comparator,
        change,
        unit,
        None if noun is None else scanned.span(noun.start, noun.end),
    )


def _rule(amount: Amount, counts: bool) -> str:
    """The name of the rule: the form of the number where it is no plain one, else what it is a number of."""
    if amount.form in ("range", "vague", "fraction"):
        return amount.form
    if amount.unit is None:
        return "count" if counts else "number"
    return {"currency": "money", "age": "age", "time": "time"}.get(amount.unit.dimension, "measure")

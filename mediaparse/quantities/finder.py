"""The quantities of a text."""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from mediaparse.arguments import checked_lexicon
from mediaparse.quantities.ages import is_age
from mediaparse.quantities.amounts import Amount, amount_of
from mediaparse.quantities.capitals import in_small_letters
from mediaparse.quantities.changes import change_after, change_before, leading
from mediaparse.quantities.comparators import bounding, comparator_after, comparator_before, sign_before
from mediaparse.quantities.context import bare, begin_of, words_before
from mediaparse.quantities.counts import counted, is_quantity
from mediaparse.quantities.elided import is_elided
from mediaparse.quantities.figures import figures
from mediaparse.quantities.homes import at_home
from mediaparse.quantities.joins import joined
from mediaparse.quantities.lexicon import QuantityLexicon, builtin_lexicon
from mediaparse.quantities.lookalikes import is_lookalike, sticks
from mediaparse.quantities.nouns import phrase_of
from mediaparse.quantities.numerals import Numeral
from mediaparse.quantities.rates import rate_behind
from mediaparse.quantities.restated import restated
from mediaparse.quantities.spelled import spelled
from mediaparse.quantities.types import Change, Comparator, Quantity
from mediaparse.quantities.unit import Unit
from mediaparse.quantities.words import is_a
from mediaparse.scan import Scan, scan
from mediaparse.spans import cut

if TYPE_CHECKING:
    from mediaparse.registry import Registry


_EQUAL = Comparator.EQUAL  # a member costs a look-up through its class
_BLANKS = frozenset((" ", "\n", ""))
_MANY = 10
_PREPOSITIONS = frozenset(("about", "over", "under"))
_TURNED = frozenset(("turn", "turns", "turned", "turning"))
_RULES = {"currency": "money", "age": "age", "time": "time"}


def find(text: str, *, registry: Registry | None = None) -> tuple[Quantity, ...]:
    """The quantities of ``text``, sorted by ``start``; offsets are code points, ends exclusive.

    >>> [str(found.value) for found in find("More than 550 terrorists held 246 kilometers of roads in 2017.")]
    ['550', '246']

    Raises ``TypeError`` where ``text`` is no ``str`` or ``registry`` no Registry.
    """
    lexicon = checked_lexicon(registry, "quantities", QuantityLexicon, builtin_lexicon)
    scanned = scan(text)
    return scanned.restored(find_in(scanned, lexicon))


def find_in(scanned: Scan, lexicon: QuantityLexicon) -> tuple[Quantity, ...]:
    """As ``find``, of a text already scanned; spans are cut from ``scanned.written``."""
    return _find_in(in_small_letters(scanned, lexicon), lexicon)


def _find_in(scanned: Scan, lexicon: QuantityLexicon) -> tuple[Quantity, ...]:
    """As ``find_in``, of a text in which no line is set in capitals."""
    text = scanned.text
    free: list[Numeral] = []
    for numeral in numerals(scanned):
        if text[numeral.start - 1 : numeral.start] in _BLANKS or not sticks(text, numeral, lexicon):
            free.append(numeral)
        elif " " in text[numeral.start : numeral.end]:  # "the F16 500 men"
            free += figures(text, text.index(" ", numeral.start), numeral.end)
    amounts = [amount_of(text, numeral, lexicon) for numeral in free]
    plain = [
        _aged(text, amount, lexicon) if amount.unit is None else amount
        for amount in amounts
        if not is_lookalike(text, amount)
    ]
    found: list[Quantity] = []
    for amount in joined(text, plain):
        quantity = _quantity(scanned, amount, lexicon, found)
        if quantity is not None and (not found or quantity.start >= found[-1].end):
            found.append(quantity)
    return at_home(scanned, restated(text, found), lexicon)


def numerals(scanned: Scan) -> list[Numeral]:
    """Every number that the text writes, in figures or in words, in order."""
    found = sorted(figures(scanned.text) + spelled(scanned), key=attrgetter("start"))
    return [numeral for at, numeral in enumerate(found) if not at or numeral.start >= found[at - 1].end]


def _aged(text: str, amount: Amount, lexicon: QuantityLexicon) -> Amount:
    """``amount``, which has no unit, in years of age where the words around it say so."""
    if amount.form not in ("figures", "words"):
        return amount
    end = amount.numeral.end
    if amount.form == "words":  # "Lily, nine, ran", but "Lily, one of them" and "Lily, two of them"
        apposed = bool(amount.lead) and amount.lead[-1].endswith(",")
        if amount.value == 1 or (apposed and text[end : end + 1] != ",") or text.startswith(" of ", end):
            return amount
    aged = is_age(text, amount.value, end, amount.lead)
    return amount.replaced(unit=lexicon.by_name.get("year of age")) if aged else amount


def _quantity(scanned: Scan, amount: Amount, lexicon: QuantityLexicon, found: list[Quantity]) -> Quantity | None:
    """The quantity behind those ``found`` that ``amount`` is, with what it counts, its comparator and its change."""
    text, unit, end, noun = scanned.text, amount.unit, amount.end, None
    comparator, start, lead, change = _by_what_leads(text, amount)
    if unit is None:
        counts = counted(scanned, amount, lexicon)
        if counts is not None:
            noun, unit, end = counts
        elif not is_quantity(text, amount, comparator) and not is_elided(text, amount, lead, found):
            return None
    else:
        if text.startswith(" of ", end) and not text.startswith("within", start):  # "within 30 miles of the port"
            noun = phrase_of(scanned, end)
            if noun is not None and (rated := rate_behind(text, unit, noun.end, lexicon)):
                unit, end = rated.unit, rated.end
        if comparator is None and (after := comparator_after(text, end)) and not text.startswith(" plus ", end):
            comparator, end = after  # "£5m plus add-ons" has none
    change = change_after(text, end, unit) or change
    rule = _rule(amount, unit, noun is not None)
    what = None if noun is None else cut(scanned.written, noun.start, noun.end)
    bound = comparator or _EQUAL
    written = scanned.written[start:end]
    return Quantity(start, end, written, rule, amount.value, amount.upper, bound, change, unit, what)


def _by_what_leads(text: str, amount: Amount) -> tuple[Comparator | None, int, tuple[str, ...], Change | None]:
    """The comparator of ``amount``, where it begins, the words before it, and the change that they say."""
    bound, start, lead = amount.bound, amount.start, amount.lead
    if not (lead and lead[-1][-1].isalnum()) and (sign := sign_before(text, start)):
        bound, start = sign
        lead = words_before(text, start)
    elif not lead or bare(lead[-1]) not in _telling():
        return bound, start, lead, None
    else:
        lasts = amount.unit is not None and amount.unit.dimension == "time"
        before = comparator_before(lead, amount.value, lasts)
        if before is not None and not _takes(text, amount, before[1]):
            bound, count = before
            start, lead = begin_of(text, start, count), lead[:-count]
    return bound, start, lead, change_before(lead, amount.unit, amount.upper is not None)


@cache
def _telling() -> frozenset[str]:
    """The words right before a number that can bound it or say that it is the size of a movement."""
    return leading() | bounding().keys()


def _takes(text: str, amount: Amount, count: int) -> bool:
    """Is the word before a number no comparator, but a preposition or a particle of what is said?

    "Not about one law", "under one roof", "a row over $2 million", "a drone over two regions", "turned the ball over
    19 times".
    """
    word = bare(amount.lead[-1])
    if word not in _PREPOSITIONS:
        return False
    before = bare(amount.lead[-2]) if len(amount.lead) > 1 else ""
    if word == "over" and count == 1 and (is_a("dispute", before) or not _TURNED.isdisjoint(amount.lead[-5:-1])):
        return True
    if amount.unit is not None or amount.form != "words":
        return False
    if word == "about" and amount.value < _MANY and is_a("topic", before):
        return True
    if word == "about" or (word == "under" and count == 1):
        return amount.value == 1 and not text.startswith((" quarter", " half"), amount.end)
    if word != "over" or count > 1:
        return False
    labours = amount.value == 1 and text.startswith(" of ", amount.end)  # "laboured over one of the speeches"
    return labours or (amount.value < _MANY and is_a("territory", amount.follower or ""))


def _rule(amount: Amount, unit: Unit | None, counts: bool) -> str:
    """The name of the rule: the form of the number where it is no plain one, else what it is a number of."""
    if amount.form not in ("figures", "words"):
        return "fraction" if amount.form == "part" else amount.form
    if unit is None:
        return "count" if counts else "number"
    if unit.dimension.startswith("count per"):
        return "rate"
    return _RULES.get(unit.dimension, "measure")

"""Counts: what a number without a unit counts, and whether it is a quantity at all."""

from __future__ import annotations

import re

from attrs import frozen

from mediaparse.quantities.amounts import Amount
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.lookalikes import year
from mediaparse.quantities.nouns import Phrase, phrase_at, phrase_of
from mediaparse.quantities.unit import Unit
from mediaparse.quantities.units import Named, per, rate, with_rate
from mediaparse.quantities.words import is_a
from mediaparse.scan import Scan
from mediaparse.scan.wordclasses import table

_OF = re.compile(
    r"[ \n]of[ \n](?:the|its|his|her|their|our|my|your|these|those|them|us|you|whom|which|all|an?|every|[A-Z]\w+['’]s?)\b"
)
_ONE_OF = re.compile(r"[ \n]of[ \n](?:the|its|his|her|their|our|my|your|these|those|[A-Z]\w+['’]s?)\b")
_HYPHEN = re.compile(r"-(?P<noun>[a-z]{3,})\b(?!-)")
_ATTRIBUTE = re.compile(r"[ ](?P<noun>[a-z]{3,})[ ](?=[a-z])")
_DETERMINED = re.compile(r"\b(?:an?|the|The|A|An|its|their|his|her|this|that|our)(?: [a-z]+)? \Z")
_NO_COUNT = re.compile(
    r"\b(?:no|any|every|each|this|that|another|which|the|number|the other|last|only the|big|day|at|[Oo]n|loved|and)[ \n-]\Z",
    re.I,
)
_COMPARED = re.compile(
    r"(?:\b[Cc]ompared (?:with|to)|\b[Ii]ncluding|\b(?:up|down) from|\b(?:average|total|sum|maximum|record) of|\b(?:is|was|from) just) \Z"
)
_CLOSED = re.compile(r" ?[.,;:!?)]|$| [a-z]")
_ADJECTIVES = frozenset(
    "way sided off time fold odd plus on step strong year based something timer dimensional minute size".split()
)


@frozen
class Counted:
    """What is counted: the noun, a rate that it is counted by, and where the two end."""

    noun: Phrase | None
    unit: Unit | None
    end: int


def counted(scan: Scan, amount: Amount, lexicon: QuantityLexicon) -> Counted | None:
    """What a number without a unit counts, or None where it counts nothing."""
    text = scan.text
    if amount.form == "words" and amount.value == 1:
        return _one(scan, amount, lexicon)
    if amount.form in ("vague", "fraction"):
        return _share(scan, amount)
    if _OF.match(text, amount.end):
        phrase = phrase_of(scan, amount.end)
        if phrase is None or not phrase.plural:
            return Counted(None, None, amount.end)
        return Counted(phrase, None, phrase.end if amount.is_scaled else amount.end)
    phrase = phrase_at(scan, amount.end)
    if phrase is None:
        phrase = _attribute(text, amount)
    if phrase is not None:
        return _by(text, phrase, lexicon)
    by = per(text, amount.end, lexicon)
    if by is not None:
        return Counted(None, Unit(f"per {by.unit.name}", dimension=f"count per {by.unit.dimension}"), by.end)
    return None


def _one(scan: Scan, amount: Amount, lexicon: QuantityLexicon) -> Counted | None:
    """ "one area", "one of the best films"; not "no one", "one another", "the one"."""
    text = scan.text
    if text[amount.start : amount.end].lower() != "one":
        return None
    if _ONE_OF.match(text, amount.end):
        phrase = phrase_of(scan, amount.end)
        return None if phrase is None or not phrase.plural else Counted(phrase, None, phrase.end)
    if _NO_COUNT.search(text[max(0, amount.start - 12) : amount.start]) or text[amount.end : amount.end + 1] == "-":
        return None
    phrase = phrase_at(scan, amount.end, one=True)
    if phrase is None or is_a("pronoun", text[phrase.start : phrase.end].lower()):
        return None
    return _by(text, phrase, lexicon)


def _share(scan: Scan, amount: Amount) -> Counted | None:
    """What a fraction or a vague plural is of."""
    text = scan.text
    phrase = phrase_of(scan, amount.end)
    if amount.form == "fraction":
        if (
            phrase is None
            and text[amount.start : amount.end].isalpha() is False
            and "/" in text[amount.start : amount.end]
        ):
            return None
        return Counted(phrase, None, amount.end)
    if phrase is None or not phrase.plural:
        return Counted(None, None, amount.end)
    return Counted(phrase, None, phrase.end)


_HEADS = frozenset(("time", "length", "point", "currency"))


def _by(text: str, phrase: Phrase, lexicon: QuantityLexicon) -> Counted:
    """The noun, with "per day" or "a week" behind it as a rate; a unit where the head names one ("19 dry days")."""
    head = lexicon.words.get(re.split(r"[ \n-]", text[phrase.start : phrase.end])[-1].lower())
    if head is not None and head.dimension in _HEADS and phrase.plural:
        named = with_rate(text, Named(head, phrase.start, phrase.end), lexicon)
        return Counted(None, named.unit, named.end)
    by = per(text, phrase.end, lexicon)
    if by is None:
        return Counted(phrase, None, phrase.end)
    noun = Unit(singular(" ".join(text[phrase.start : phrase.end].split())), dimension="count")
    return Counted(phrase, rate(noun, by.unit, lexicon), by.end)


def singular(phrase: str) -> str:
    """The phrase with its last word in the singular, by the commonest rules.

    >>> [singular(phrase) for phrase in ("tests", "new cases", "parties", "classes", "people")]
    ['test', 'new case', 'party', 'class', 'people']
    """
    if phrase.endswith("ies"):
        return phrase[:-3] + "y"
    if phrase.endswith(("sses", "shes", "ches", "xes")):
        return phrase[:-2]
    return phrase[:-1] if phrase.endswith("s") and not phrase.endswith("ss") else phrase


def _attribute(text: str, amount: Amount) -> Phrase | None:
    """A singular noun between the number and what it describes: "six-speed gearbox", "the 11 member pact"."""
    match = _HYPHEN.match(text, amount.end)
    if match is not None:
        return None if match["noun"] in _ADJECTIVES else Phrase(match.start("noun"), match.end("noun"), False)
    match = _ATTRIBUTE.match(text, amount.end)
    if match is None or table()[match["noun"]] != "n" or is_a("verb", match["noun"]) or not _DETERMINED.search(text[max(0, amount.start - 24) : amount.start]):
        return None
    return Phrase(match.start("noun"), match.end("noun"), False)


def is_quantity(text: str, amount: Amount, bounded: bool) -> bool:
    """Is a number without unit and noun a quantity? Only where its form or a comparator says so."""
    written = text[amount.number_start : amount.number_end]
    if year(text, amount.number_start, amount.number_end) and written >= "1600":
        return False
    if amount.form == "words":
        return bounded and amount.value >= 10
    if amount.form not in ("figures", "range"):
        return False
    if _COMPARED.search(text[max(0, amount.start - 16) : amount.start]):
        return True
    if amount.form == "range" and "-" in written and "." not in written:
        return False
    return (
        bounded
        or amount.is_scaled
        or "," in written
        or "." in written
        or (amount.value >= 10000 and len(written) < 8 and _CLOSED.match(text, amount.end))
        or amount.value < 0
    )

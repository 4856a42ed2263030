"""Counts: what a number without a unit counts, and whether it is a quantity at all."""

from __future__ import annotations

from mediaparse.patterns import pattern
from mediaparse.quantities.amounts import Amount
from mediaparse.quantities.context import bare
from mediaparse.quantities.dates import year
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.nouns import Phrase, form, phrase_at, phrase_of, singular
from mediaparse.quantities.numerals import scales
from mediaparse.quantities.rates import per, rate, with_rate
from mediaparse.quantities.types import Comparator
from mediaparse.quantities.unit import Unit
from mediaparse.quantities.units import Named
from mediaparse.quantities.words import is_a
from mediaparse.scan import Scan
from mediaparse.scan.wordclasses import class_of

_POSSESSED = r"the|its|his|her|their|our|my|your|these|those|[A-Z]\w{1,30}['’]s?"
_ONE_OF = pattern(rf"[ \n]of[ \n](?:{_POSSESSED})(?!\w)")
_OF = pattern(rf"[ \n]of[ \n](?:{_POSSESSED}|them|us|you|whom|which|all|an?|every)(?!\w)")
_HYPHEN = pattern(r"-(?P<noun>[a-z]{3,30})\b(?!-)")
_ATTRIBUTE = pattern(r" (?P<noun>[a-z]{3,30}) (?=[a-z])")
_RATED = pattern(r" (?P<noun>[a-z]{3,30})(?=[ .,;:)]|$)")  # "a .500 record"
_STRONG = pattern(r"-strong\b")  # "a 40-strong team"
_CALIBRE = pattern(r" \d[\d.,]{0,6}+ ?(?P<unit>[a-z]{1,12}+)(?= )")
_IN_ROW = pattern(  # "they won five straight", "six in a row"
    r" (?:(?:straight|consecutive)(?=[.,;)]|$| (?:and|since|to|in|at|on|over|from|against|before|after)\b)"
    r"|in (?:a row|succession)\b)"
)
_ARTICLES = frozenset(("a", "an", "the", "its", "their", "his", "her", "this", "that", "our"))
_ELLIPSES = frozenset((("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from")))
_HEADS = frozenset(("time", "length", "point", "currency"))
_CLOSED = pattern(r" ?[.,;:!?)]|$| [a-z]+(?!\w)")
_FIRST_YEAR = "1600"
_TEN = 10  # "a crew of four" says what crew it is
_LARGE = 10_000  # figures from here on are no year
_COMPOUND = 12  # " seventeen-" is the longest number that opens one
_NAMING = 1000  # "the 8088 chip"


Counted = tuple[Phrase | None, Unit | None, int]
"""What is counted: the noun, a rate or a unit that it is counted by, and where they end."""


def counted(scan: Scan, amount: Amount, lexicon: QuantityLexicon) -> Counted | None:
    """What a number without a unit counts, or None where it counts nothing."""
    if amount.form == "words" and scan.text[amount.start : amount.end].lower() == "one":
        return _one(scan, amount, lexicon)
    if amount.form in ("vague", "part"):
        if amount.form == "part":
            return _shared(scan, amount) or _parted(scan, amount.end), None, amount.end
        phrase = phrase_of(scan, amount.end)
        return (phrase, None, phrase.end) if phrase and phrase.plural else (None, None, amount.end)
    if scan.text.startswith("of", amount.end + 1) and (
        _OF.match(scan.text, amount.end) or _of_number(scan, amount.end)
    ):
        phrase = phrase_of(scan, amount.end) or _of_several(scan, amount.end)
        if phrase is None or not phrase.plural:
            return None, None, amount.end
        return phrase, None, phrase.end if amount.numeral.scaled else amount.end
    hyphen = -1
    if not amount.follower:  # no plain word
        if thing := _of_calibre(scan, amount.end, lexicon):
            return thing
        hyphen = scan.text.find("-", amount.end, amount.end + _COMPOUND)
        if hyphen > amount.end and (compound := _compounded(scan, amount.end, lexicon)):
            return compound
    if hyphen == amount.end:
        phrase = _hyphened(scan, amount.end)
    else:
        phrase = phrase_at(scan, amount.end) or _attribute(scan.text, amount)
    if phrase is not None:
        return _by(scan.text, phrase, lexicon)
    if strong := _STRONG.match(scan.text, amount.end):
        return None, None, strong.end()
    if in_row := _IN_ROW.match(scan.text, amount.end):
        return None, None, in_row.end()
    by = per(scan.text, amount.end, lexicon)
    if by is None:
        return None
    return None, Unit(f"per {by.unit.name}", dimension=f"count per {by.unit.dimension}"), by.end


def _shared(scan: Scan, amount: Amount) -> Phrase | None:
    """The noun in the midst of a share: "one child in five"."""
    if amount.end == amount.numeral.end or scan.text.startswith((" in ", " out of "), amount.numeral.end):
        return None
    return phrase_at(scan, amount.numeral.end, one=True)


def _parted(scan: Scan, end: int) -> Phrase | None:
    """What the part that ends at ``end`` is of ("half the jobs", "half of the 120 jobs"); not in "a fifth larger"."""
    phrase = phrase_of(scan, end)
    if scan.text.startswith("of", end + 1):
        return phrase or _of_several(scan, end)
    if phrase is not None and phrase.head.endswith("ing") and not phrase.plural:
        return None  # "three in ten saying so"
    compared = phrase is not None and phrase.head.endswith("er") and scan.parts[scan.part_at(end) + 1] == phrase.head
    return None if compared else phrase


def _compounded(scan: Scan, end: int, lexicon: QuantityLexicon) -> Counted | None:
    """What is counted behind a number that opens a compound: "12 two-bedroom flats", "five 3-pointers".

    A measure is found by itself, so the count ends before it: "two" of "two 20-foot boats", "two 15-year-old boys".
    """
    index = scan.part_at(end)
    if scan.classes[index : index + 3] not in (" 0-", " 1-") or scan.parts[index] != " ":
        return None
    first = last = index + 1
    while scan.parts[last + 1 : last + 2] == ("-",) and last < first + 6:
        last += 2
    phrase = phrase_at(scan, scan.offsets[last + 1])
    if form(scan.parts[last]) == "plural":
        phrase = Phrase(scan.offsets[first], scan.offsets[last + 1], True, scan.parts[last])
    if phrase is None or not phrase.plural:
        return None
    measured = last == first + 2 or (last == first + 4 and scan.parts[last] == "old")
    if measured and scan.parts[first + 2] in lexicon.words:
        return phrase, None, end
    return Phrase(scan.offsets[first], phrase.end, True, phrase.head), None, phrase.end


def _of_calibre(scan: Scan, end: int, lexicon: QuantityLexicon) -> Counted | None:
    """What is counted behind a measure of it that has no hyphen ("two 155mm howitzers", "three 5 kg bags")."""
    measure = _CALIBRE.match(scan.text, end)
    if measure is None or measure["unit"] not in lexicon.measures or measure["unit"].endswith("s"):
        return None
    phrase = phrase_at(scan, measure.end())
    return (phrase, None, end) if phrase and phrase.plural else None


def _of_number(scan: Scan, end: int) -> bool:
    """Does "of" with another number follow ("16 of 20 drones", "one of the 12 jurors")?"""
    index = scan.part_at(end)
    if scan.parts[index : index + 3] != (" ", "of", " "):
        return False
    words = scan.classes[index + 3 : index + 6]
    return words[:1] in ("0", "1") or (words[:1] == "d" and words[2:] in ("0", "1"))


def _of_several(scan: Scan, end: int) -> Phrase | None:
    """The noun of the number behind "of" ("ten of the 12 jurors", "20 of the village's 130 houses")."""
    first = scan.part_at(end) + 3
    for index in range(first, min(first + 8, len(scan.parts)), 2):
        if scan.classes[index] in ("0", "1") and scan.parts[index - 1] == " ":
            while scan.classes[index + 1 : index + 3] in (",0", ".0") and len(scan.parts[index + 1]) == 1:  # "1,113"
                index += 2
            following = scan.parts[index + 1 : index + 3]
            if following[:1] == (" ",) and following[1] in scales():  # "1.2 million residents"
                index += 2
            return phrase_at(scan, scan.offsets[index + 1])
        if scan.parts[index - 1] not in (" ", "'", "’"):
            return None
    return None


def _one(scan: Scan, amount: Amount, lexicon: QuantityLexicon) -> Counted | None:
    """What "one" counts: "one area", "one of the best films"; not "no one", "one another", "the one"."""
    if amount.lead and is_a("no count", bare(amount.lead[-1])) and not _says_that(amount.lead):
        return None
    if _of_number(scan, amount.end):
        return _of_several(scan, amount.end), None, amount.end
    if _ONE_OF.match(scan.text, amount.end):
        phrase = phrase_of(scan, amount.end)
        return (phrase, None, phrase.end) if phrase and phrase.plural else None
    if not scan.text.startswith((" ", "\n"), amount.end):
        return None
    if scan.text.startswith((" more than ", " fewer than ", " less than "), amount.end):
        return None, None, amount.end
    phrase = phrase_at(scan, amount.end, one=True)
    if phrase is None or is_a("pronoun", scan.text[phrase.start : phrase.end].lower()) or _stands_alone(scan, phrase):
        return None
    return _by(scan.text, phrase, lexicon)


def _stands_alone(scan: Scan, phrase: Phrase) -> bool:
    """Is "one" before ``phrase`` a pronoun ("makes one available", "a letter, one asking for help")?"""
    if " " in scan.text[phrase.start : phrase.end]:
        return False
    following = scan.classes[scan.part_at(phrase.end) : scan.part_at(phrase.end) + 2]
    asks = phrase.head.endswith("ing") and following[:1] == " " and following[1:] in ("d", "h")
    return asks or form(phrase.head) == "verb"


def _says_that(lead: tuple[str, ...]) -> bool:
    """Does "that" begin what somebody says or thinks ("persuaded that one colony can")?"""
    said = bare(lead[-2]) if len(lead) > 1 else ""
    return lead[-1] == "that" and (is_a("saying", said) or said.endswith("ed"))


def _by(text: str, phrase: Phrase, lexicon: QuantityLexicon) -> Counted:
    """The noun, with "per day" or "a week" behind it as a rate; a unit where its head names one ("19 dry days")."""
    head = lexicon.words.get(phrase.head.lower()) if phrase.plural else None
    if head is not None and head.dimension in _HEADS:
        compound = head.dimension == "point" and phrase.end - phrase.start > len(phrase.head)  # "break points"
        if not compound:
            named = with_rate(text, Named(head, phrase.start, phrase.end), lexicon)
            return None, named.unit, named.end
    by = per(text, phrase.end, lexicon)
    if by is None:
        return phrase, None, phrase.end
    words = " ".join(text[phrase.start : phrase.end].replace("-", " ").split())
    return phrase, rate(Unit(singular(words), dimension="count"), by.unit, lexicon), by.end


def _hyphened(scan: Scan, end: int) -> Phrase | None:
    """The noun behind the hyphen at ``end``: "six-speed gearbox", "two-bedroom flats"; none of "three-way talks"."""
    match = _HYPHEN.match(scan.text, end)
    if match is not None and is_a("attribute", match["noun"]):
        return None
    phrase = phrase_at(scan, end)
    if phrase is not None and match is not None and _goes_astray(scan, phrase):
        phrase = None
    return phrase or (match and Phrase(match.start("noun"), match.end("noun"), False, match["noun"]))


def _goes_astray(scan: Scan, phrase: Phrase) -> bool:
    """Has a phrase behind a hyphen a name ("the 67,000-seat Red Lions ground") or a verb ("the 78-page report lists
    212 cases")?"""
    if not scan.text[phrase.start : phrase.end].islower():
        return True
    index = scan.part_at(phrase.end)
    return phrase.plural and scan.classes[index : index + 2] in (" d", " 0", " 1", " h")


def _attribute(text: str, amount: Amount) -> Phrase | None:
    """A singular noun between the number and what it describes: "the 11 member pact"."""
    match = (_RATED if "." in text[amount.start : amount.end] else _ATTRIBUTE).match(text, amount.end)
    if match is None or class_of(match["noun"]) != "n" or is_a("verb", match["noun"]) or amount.value >= _NAMING:
        return None
    if not _ARTICLES.intersection(map(bare, amount.lead[-2:])) or amount.lead[-1] == "magnitude":
        return None
    return Phrase(match.start("noun"), match.end("noun"), False, match["noun"])


def is_quantity(text: str, amount: Amount, bound: Comparator | None) -> bool:
    """Is a number without unit and noun a quantity? Only where its form, a comparator or an ellipsis says so."""
    bounded = bound is not None
    written = text[amount.numeral.start : amount.numeral.end]
    if year(written) and written >= _FIRST_YEAR:
        return False
    if _gathered(amount.lead) and (amount.form == "figures" or (amount.form == "words" and amount.value >= _TEN)):
        return True
    if amount.form == "words":
        least = 2 if bound in (Comparator.AT_LEAST, Comparator.AT_MOST) else 10
        return amount.numeral.scaled or (bounded and amount.value >= least)
    if amount.form not in ("figures", "range"):
        return False
    if _announced(amount.lead):
        return True
    if amount.form == "range" and "-" in written and "." not in written:
        return False
    if amount.value >= _LARGE and len(written) < 8 and _CLOSED.match(text, amount.end):
        return True
    if amount.form == "range" and amount.upper is not None and amount.value < amount.upper:
        return True
    return bounded or amount.numeral.scaled or "," in written or "." in written or amount.value < 0


def _announced(lead: tuple[str, ...]) -> bool:
    """Do the words before a number announce a quantity ("compared with 63", "an average of 1500", "including 19")?"""
    if not lead:
        return False
    before, last = bare(lead[-2]) if len(lead) > 1 else "", bare(lead[-1])
    return is_a("announcing", last) or (before, last) in _ELLIPSES or (last == "of" and is_a("sum", before))


def _gathered(lead: tuple[str, ...]) -> bool:
    """Do the words before a number gather so many people or things ("a crowd of 300", "with a crew of about 20")?"""
    if len(lead) < 3 or lead[-1] != "of":
        return False
    return is_a("gathering", lead[-2]) and not _ARTICLES.isdisjoint(map(bare, lead[-5:-2]))

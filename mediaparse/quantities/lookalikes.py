"""Look-alikes: figures that are no quantity, but part of a date, a name or a reference."""

from __future__ import annotations

from mediaparse.patterns import pattern
from mediaparse.quantities.amounts import Amount
from mediaparse.quantities.comparators import comparator_before
from mediaparse.quantities.context import bare
from mediaparse.quantities.dates import dated, year
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.numerals import SPELLED, Numeral
from mediaparse.quantities.units import unit_before
from mediaparse.quantities.words import is_a, kinds
from mediaparse.scan.wordclasses import class_of

_ORDINAL = pattern(r"(?:st|nd|rd|th|s|ers?|[’']s)\b")
_BRAND = pattern(r"[a-z][A-Z]")  # "iPhone 14", "PlayStation 5"
_ORDINAL_INITIALS = frozenset("snrte'’")
_ADDRESS = pattern(r" (?:[A-Z]\w{0,30}\.? ){1,3}(\w{1,30})")
_ADDRESSED = pattern(r"/[a-z]{1,10}[.\d/]")  # "doi: 10.5555/oa.2020"
_JOINED = pattern(r"(?P<word>[^\W_][\w.&]*)[-–]\Z")
_MODEL = pattern(r" ([A-Z][A-Za-z]{1,30})(?= )")
_TIMES = frozenset("x×")
_CROSS = pattern(r"[x×](\d{1,6})")
_CROSSED = pattern(r"(?<![\d.])(\d{1,6})[x×]\Z")
_ONCE = pattern(
    r"(?:,| (?:he|she|they|we|I|you|it|the|will|would|be|when|soon|to|because|while|during|last|my|his|her|their|our"
    r"|someone|somebody|an?)\b)"
)
_ENDS = (".", "!", "?", ":", ".”", '."', "—", "--", ".’")
_JOINING = frozenset("-&/")  # "S&P 500", "S&P/ASX 200", "Rolls-Royce 250"
_FIRST_YEAR = "1600"


def sticks(text: str, numeral: Numeral, lexicon: QuantityLexicon) -> bool:
    """Do figures stick to letters that make a name of them ("Tupolev-22M3") and are no sign ("RM23")?"""
    start = numeral.start
    before = text[start - 1 : start]
    if not before or before.isspace() or before in _TIMES or numeral.form in SPELLED or not glued(text, start, ()):
        return False
    return unit_before(text, start, lexicon) is None


def is_lookalike(text: str, amount: Amount) -> bool:
    """Are the figures of ``amount`` no quantity, by what stands around them?"""
    numeral, unit, lead = amount.numeral, amount.unit, amount.lead
    if amount.form in SPELLED:
        return _named_word(text, amount)
    alone = amount.follower is not None  # between blanks and marks that part words
    if not alone and (told := _by_what_sticks(text, amount)) is not None:
        return told
    start, end = numeral.start, numeral.end
    if (unit is None or unit.dimension == "time") and dated(text, start, end, lead, amount.follower):
        return True
    if amount.upper is not None and unit is None:
        return amount.value >= amount.upper or year(text[start : start + 4])
    written = text[start:end]
    if len(written) == 4 and year(written):
        return _is_year(written, amount)
    if unit is not None or "," in written or not written[-1].isdigit():
        return False
    named = not alone and text[end + 1 : end + 2].isupper() and (addressed(text, end) or _modelled(text, end))
    return named or labelled(lead)


def _by_what_sticks(text: str, amount: Amount) -> bool | None:
    """As ``is_lookalike``, by the letters and marks that stick to the figures; None where they do not tell."""
    start, end, lead, unit = amount.numeral.start, amount.numeral.end, amount.lead, amount.unit
    if text[end : end + 1] in _ORDINAL_INITIALS and _ORDINAL.match(text, end) and not _stone(text, amount):
        return True
    if (amount.start < start and unit is not None) or _crossed(text, amount):
        return False
    if unit is not None and amount.end == end + 1 and text[end].isalpha() and lead:
        return labelled(lead) if unit.name == "count" else is_a("label", lead[-1].lower())  # "Article 5c"
    if unit is None and text[end : end + 1] == "/" and _ADDRESSED.match(text, end):
        return True
    return glued(text, amount.start, lead) or (unit is None and text[end : end + 1].isalpha()) or None


def _stone(text: str, amount: Amount) -> bool:
    """Is "st" a weight? No ordinal has it but behind a one ("8st 4lb", but "21st")."""
    weight = amount.unit is not None and amount.unit.name == "stone"
    return weight and (text[amount.numeral.end - 1] != "1" or text[amount.numeral.end - 2 : amount.numeral.end] == "11")


def _crossed(text: str, amount: Amount) -> bool:
    """Is the number one of two sizes with an "x" between ("4x6 inches")? Not in a relay ("4x100m")."""
    start, end = amount.numeral.start, amount.numeral.end
    if text[end : end + 1] in _TIMES:
        other = _CROSS.match(text, end)
    elif start and text[start - 1] in _TIMES and amount.unit is not None and amount.unit.dimension == "length":
        other = _CROSSED.search(text, max(0, start - 8), start)
    else:
        return False
    return other is not None and amount.value < 10 * int(other[1]) and int(other[1]) < 10 * amount.value


def glued(text: str, start: int, lead: tuple[str, ...]) -> bool:
    """Does the number stick to letters that make a name of it ("F-16", "COVID -19", "ID.4")?"""
    if not start:
        return False
    before = text[start - 1]
    if before.isspace():
        return text[start] in "-–" and bool(lead) and len(lead[-1]) > 1 and lead[-1].isupper() and lead[-1].isalpha()
    if before.isalnum() or before in "#@_":
        return True
    if before in "'’/\\+.":
        return start > 1 and not (text[start - 2].isspace() or text[start - 2] == "(")
    if before in "-–":
        joined = _JOINED.search(text[max(0, start - 16) : start])
        return joined is not None and not is_a("joined", joined["word"].lower())
    return False


def labelled(lead: tuple[str, ...]) -> bool:
    """Does the word before the number make a name or a reference of it ("page 5", "Game 6", "Nasdaq 100")?

    >>> labelled(("on", "page")), labelled(("the", "Nasdaq")), labelled(("every", "day")), labelled(("Police", "freed"))
    (True, True, False, False)
    """
    if not lead:
        return False
    if lead[-1] == "the" and len(lead) > 1:
        lead = lead[:-1]
    word = lead[-1].rstrip(".")
    if word.lower() in kinds()["label"]:
        ends = word != lead[-1] and not is_a("short label", word.lower())  # "He lost the match. Two men"
        return not ends and (len(lead) < 2 or not is_a("determined", bare(lead[-2])))
    if (word.islower() and word.isalpha()) or word[-1:].isdigit():  # "the F16 500 men flew" has its number
        return False
    if word.isalpha() and _BRAND.search(word):
        return True
    if not word.isalnum() or word != lead[-1]:
        return not _JOINING.isdisjoint(word) and word[0].isupper() and word[-1].isalnum()
    if word[0].isupper() and is_a("named", word.lower()):
        return True
    return len(lead) > 1 and not lead[-2].endswith(_ENDS) and _named(lead)


def _named(lead: tuple[str, ...]) -> bool:
    """Is the word before a number a name, and no label nor one that numbers are wont to follow?"""
    if not lead:
        return False
    word = lead[-1]
    known = is_a("label", word.lower()) or is_a("named", word.lower())
    return word[0].isupper() and class_of(word) == "N" and not known


def addressed(text: str, end: int) -> bool:
    """Is the number that of a house ("10 Downing Street")?"""
    match = _ADDRESS.match(text, end)
    return match is not None and is_a("street", match[1])


def _modelled(text: str, end: int) -> bool:
    """Is the number a model with its suffix ("737 MAX jets")?"""
    suffix = _MODEL.match(text, end)
    return suffix is not None and is_a("model", suffix[1].lower())


def _is_year(figures: str, amount: Amount) -> bool:
    """Is a number of four figures a year? One with a unit only behind "in" and its like."""
    leads = bool(amount.lead) and is_a("dated", bare(amount.lead[-1]))
    if leads or amount.unit is not None:
        return leads
    if labelled(amount.lead):
        return True
    return figures >= _FIRST_YEAR and comparator_before(amount.lead, amount.value, True) is None


def _idiom(text: str, amount: Amount) -> bool:
    """ "at one point", "not one bit", "one day we will": no point, bit or day is counted."""
    before = amount.lead[-1] if amount.lead else ""
    unit = text[amount.numeral.end : amount.end]
    if before.lower() == "at" or unit == " bit":
        return True
    once = unit == " day" and class_of(before) != "p" and not is_a("lasting", before)
    return once and _ONCE.match(text, amount.end) is not None


def _named_word(text: str, amount: Amount) -> bool:
    """Is a number word part of a name or an idiom ("Formula One", "the Big Ten", "at one point")?"""
    lead = amount.lead
    if amount.value == 1 and _idiom(text, amount):
        return True
    word = text[amount.numeral.start : amount.numeral.start + 2]
    small = word[0].islower()
    if amount.unit is None and labelled(lead):
        given = small and amount.form != "part" and _named(lead)  # "gave Ruiz two tickets", but "the Republican half"
        if not given:
            return True
    if small or word.isupper() or not lead:
        return False
    return not lead[-1].endswith(_ENDS)

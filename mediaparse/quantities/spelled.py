"""Numbers in words: cardinals, fractions, vague plurals and times."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import chain

from mediaparse.patterns import pattern
from mediaparse.quantities.changes import change_before
from mediaparse.quantities.numerals import EXACT, ROUNDED, Numeral, scales, table, times
from mediaparse.quantities.records import Record
from mediaparse.quantities.words import is_a
from mediaparse.scan import Scan
from mediaparse.scan.wordclasses import class_of

_CARDINAL = pattern("1")
_JOINING = frozenset((" ", "-", " - ", "\n", "\u00a0"))
_INNER = frozenset(("and", "a", "of"))
_LONGEST = 16  # words of a number
_NO_NUMBER = ("", Decimal(0))
_VAGUE_BEFORE = frozenset(("few", "several", "couple"))
_BEFORE_SCALE = _VAGUE_BEFORE | {"a"}
_UNSCALED = ("one", "teen", "ten", "hundred")
_TIMES = frozenset(("day", "week", "month", "year"))
_PARTS = frozenset(("half", "quarter", "third"))
_SINGLE = _PARTS | {"old"}
_PLAIN = frozenset(("zero", "one", "teen", "ten"))
_BEFORE_AGE = frozenset(("a", "an", "the", "s", "its", "his", "her", "their", "this"))
_HEDGES = frozenset(("almost", "nearly", "about", "around", "roughly", "over", "just", "more", "less", "than", "only"))
_SHARED_BY = frozenset(("", "to", "in", "from", "this", "last", "over", "since", "between", "after", "on", "at", "as"))


class _Word(Record):
    """A word of a run and its index in the scan.

    ``kind`` and ``value`` are those of ``numbers.tsv``, empty and zero for other words; a
    hyphen before the word stands in ``text``.
    """

    __slots__ = ("kind", "part", "text", "value")

    def __init__(self, part: int, text: str, kind: str, value: int) -> None:
        self.part = part
        self.text = text
        self.kind = kind
        self.value = value


class _Read(Record):
    """What a run begins with: the number, and how many words it takes."""

    __slots__ = ("form", "mantissa", "value", "words")

    def __init__(self, words: int, value: Decimal, mantissa: Decimal, form: str = "words") -> None:
        self.words = words
        self.value = value
        self.mantissa = mantissa
        self.form = form


def spelled(scan: Scan) -> list[Numeral]:
    """The numbers that the text writes in words.

    >>> from mediaparse.scan import scan
    >>> text = "one hundred and five, two and a half million, two-thirds, tens of thousands"
    >>> [(str(found.value), found.upper and str(found.upper)) for found in spelled(scan(text))]
    [('105', None), ('2500000', None), ('0.6666666666666666666666666667', None), ('10000', '100000')]
    """
    found: list[Numeral] = []
    past = 0
    for index in _triggers(scan):
        if index < past:
            continue
        if one := _plain(scan, index) or _single(scan, index):
            found.append(one)
            continue
        before = scan.parts[index - 2].lower() if index >= 2 and scan.parts[index - 1] in _JOINING else ""
        if before not in _BEFORE_SCALE and scan.parts[index].lower() in scales():
            continue  # that of the figures before it: "20 million"
        run = _run(scan, index)
        if not run[0].kind:
            continue
        if before == "a" and _moves(scan, index - 4):
            before = "by a"
        read = _read(run, before)
        if read is None:
            continue
        last = run[read.words - 1].part
        hyphened = read.words < len(run) and run[read.words].text.startswith("-")  # "a quarter-point cut"
        start = scan.offsets[index - 2 if _takes_article(run[0], before, read.form) and not hyphened else index]
        upper = times(read.value, Decimal(10)) if read.form == "vague" else None
        found.append(Numeral(start, scan.offsets[last + 1], read.value, upper, read.form, read.mantissa))
        past = last + 2
    return found


def _moves(scan: Scan, index: int) -> bool:
    """Does the word at ``index``, hedges left out, make a size of what follows ("by nearly a third", "fell a half")?"""
    parts = scan.parts
    while index > 0 and parts[index] in _HEDGES and parts[index + 1] == " ":
        index -= 2
    return index >= 0 and (parts[index] == "by" or change_before((parts[index],), None) is not None)


def _triggers(scan: Scan) -> list[int]:
    """The indices of the words that can begin a number: those of the class of number words, and a few others."""
    cardinals = [match.start() for match in _CARDINAL.finditer(scan.classes)]
    others = _unclassed() & scan.vocabulary
    return sorted(chain(cardinals, *map(scan.places, others))) if others else cardinals


@cache
def _unclassed() -> frozenset[str]:
    """The words in numbers, as they can be typed, that have not the class letter of number words."""
    words = ["old", *(word for word, (kind, _) in table().items() if kind != "abbreviation")]
    typed = (form for word in words for form in (word, word.capitalize(), word.upper()))
    return frozenset(word for word in typed if class_of(word) != "1")


def _single(scan: Scan, index: int) -> Numeral | None:
    """The one that no number writes: of "a day old" and "a month-old baby", of "an hour and a half"."""
    parts = scan.parts
    word = parts[index].lower()
    if word not in _SINGLE or index < 4 or parts[index - 1] not in _JOINING:
        return None
    before = parts[index - 4].lower()
    if word == "old" and parts[index - 2] in _TIMES and before in _BEFORE_AGE:
        article = before in ("a", "an") and parts[index - 1] == " "
        start = scan.offsets[index - 4 if article else index - 2]
        return Numeral(start, scan.offsets[index - 3] if article else start, Decimal(1), None, "words", Decimal(1))
    if word not in _PARTS or index < 8 or (before, parts[index - 2]) != ("and", "a"):
        return None
    if parts[index - 8].lower() in ("a", "an") and parts[index - 7 : index : 2] == (" ",) * 4:
        return Numeral(scan.offsets[index - 8], scan.offsets[index - 7], Decimal(1), None, "words", Decimal(1))
    return None


def _plain(scan: Scan, index: int) -> Numeral | None:
    """The number of a single word ("six tanks"), where no other word that a number can hold follows it."""
    parts, numbers = scan.parts, table()
    kind, value = numbers.get(parts[index].lower(), _NO_NUMBER)
    if kind not in _PLAIN:
        return None
    if index + 2 < len(parts) and parts[index + 1] in _JOINING:
        following = parts[index + 2].lower()
        if following in numbers or following == "and":  # "five and a half"
            return None
    return Numeral(scan.offsets[index], scan.offsets[index + 1], value, None, "words", value)


def _run(scan: Scan, index: int) -> list[_Word]:
    """The words from ``index`` on that only spaces and hyphens part, to the first that no number holds."""
    run: list[_Word] = []
    parts, numbers = scan.parts, table()
    for at in range(index, min(index + 2 * _LONGEST, len(parts)), 2):
        gap = parts[at - 1] if run else ""
        if run and gap not in _JOINING:
            break
        word = parts[at].lower()
        kind, value = numbers.get(word, _NO_NUMBER)
        run.append(_Word(at, "-" + word if "-" in gap else word, kind, int(value)))
        if not kind and word not in _INNER:
            break
    return run


def _takes_article(first: _Word, before: str, form: str) -> bool:
    """Does an "a" before belong to the number ("a hundred", "a third of", but not "a two-year")?"""
    return before in ("a", "by a") and first.kind in ("scale", "part") and form != "vague"


def _read(run: Sequence[_Word], before: str) -> _Read | None:
    """What number the run begins with, given the word before it."""
    first = run[0]
    match first.kind:
        case "fold":
            return _Read(1, Decimal(first.value), Decimal(first.value), "fold")
        case "vague":
            return _vague(run)
        case "part":
            return _half_of_scale(run) or _whole_part(run, before)
        case "scale" if before in _VAGUE_BEFORE:
            return _Read(*_cardinal(run), form="vague")
        case "scale" if before not in ("a", "by a"):
            return None
    return _tailed(run, *_cardinal(run))


def _cardinal(run: Sequence[_Word]) -> tuple[int, Decimal, Decimal]:
    """How many words the cardinal takes that the run begins with, and its value, as number and as mantissa."""
    total = group = at = count = 0
    last = ""
    while at < len(run):
        kind, number = run[at].kind, run[at].value
        if kind == "scale" and number == 100 and last in ("", *_UNSCALED):
            group, last = max(group, 1) * number, "hundred"
        elif kind == "scale" and last in ("", *_UNSCALED):
            total, group, last = total + max(group, 1) * number, 0, "scale"
        elif kind == "scale" and last == "scale":  # "two hundred thousand million"
            total = total * number
        elif kind in ("zero", "one", "teen", "ten") and _may_follow(kind, last):
            group, last = group + number, kind
        else:
            break
        at = count = at + 1
        after = run[at + 1].kind if at + 1 < len(run) and run[at].text.lstrip("-") == "and" else ""
        if last in ("hundred", "scale") and after in ("one", "teen", "ten"):
            at += 1
    value = Decimal(total + group)
    return count, value, _mantissa(value, run[count - 1].value) if last in ("hundred", "scale") else value


def _mantissa(value: Decimal, scale: int) -> Decimal:
    """What stands before the scale ("three" of "three million"), or the whole where the scale is not of all of it."""
    return value if value % scale else value // scale


def _may_follow(kind: str, last: str) -> bool:
    """Can a number word of that kind follow one of the kind ``last`` in one number?"""
    if kind == "one":
        return last in ("", "ten", "hundred", "scale")
    return last in ("", "hundred", "scale") and (kind != "zero" or last == "")


def _tailed(run: Sequence[_Word], count: int, value: Decimal, mantissa: Decimal) -> _Read:
    """The cardinal with what belongs to it: a denominator, or "and a half" with a scale."""
    rest = run[count:]
    if rest and rest[0].kind == "part" and _is_fraction(rest, value):
        share = ROUNDED.divide(value, Decimal(rest[0].value))
        return _Read(count + 1, share, share, "part")
    tail = [word.text.lstrip("-") for word in rest[:3]]
    if tail[:2] != ["and", "a"] or tail[2:] not in (["half"], ["quarter"], ["third"]):
        return _Read(count, value, mantissa)
    mixed = EXACT.add(value, ROUNDED.divide(Decimal(1), Decimal(rest[2].value)))
    if len(rest) > 3 and rest[3].kind == "scale":
        return _Read(count + 4, times(mixed, Decimal(rest[3].value)), mixed)
    return _Read(count + 3, mixed, mixed)


def _is_fraction(rest: Sequence[_Word], over: Decimal) -> bool:
    """Is "thirds" behind a number its denominator?

    "Three quarters" without "of" are a time, "two halves" parts of a game.
    """
    part = rest[0]
    name = part.text.lstrip("-")
    if not 0 < over < part.value or (over > 1) != name.endswith(("s", "halves")):
        return False
    doubtful = name in ("quarters", "halves") or over == 1
    return part.text.startswith("-") or not doubtful or (len(rest) > 1 and rest[1].text == "of")


def _vague(run: Sequence[_Word]) -> _Read | None:
    """A plural that means a range: "dozens", "tens of thousands"."""
    value, count = Decimal(run[0].value), 1
    if len(run) > 2 and run[1].text == "of" and run[2].kind == "vague":
        value, count = times(value, Decimal(run[2].value)), 3
    elif run[0].text == "tens":
        return None
    return _Read(count, value, value, "vague")


def _half_of_scale(run: Sequence[_Word]) -> _Read | None:
    """A part of a scale: "half a million", "half million", "quarter of a million"."""
    if run[0].text not in ("half", "quarter"):
        return None
    skipped = 0
    for words in (["a"], ["of", "a"]):
        if [word.text for word in run[1 : 1 + len(words)]] == words:
            skipped = len(words)
    if len(run) <= skipped + 1 or run[skipped + 1].kind != "scale":
        return None
    part = ROUNDED.divide(Decimal(1), Decimal(run[0].value))
    return _Read(skipped + 2, times(part, Decimal(run[skipped + 1].value)), part)


def _whole_part(run: Sequence[_Word], before: str) -> _Read | None:
    """A part of a whole: "a third of", "half the houses", "half an hour"; not "the first half", nor "split in half"."""
    following = run[1].text if len(run) > 1 else ""
    if following[:1] == "-" and is_a("halved", following[1:]) and run[0].text in ("half", "quarter"):
        share = ROUNDED.divide(Decimal(1), Decimal(run[0].value))
        return _Read(1, share, share, "part")  # "a quarter-point cut"
    named = (before in ("a", "by a") and following == "of") or (before == "by a" and following in _SHARED_BY)
    joined = before == "and" and following not in ("a", "an")  # "and half of them", but "an hour and half a mile on"
    if run[0].text == "half" and before not in ("a", "by a") and (joined or not is_a("before half", before)):
        named = named or is_a("after half", following) or is_a("hedging half", before)
    part = ROUNDED.divide(Decimal(1), Decimal(run[0].value))
    return _Read(1, part, part, "part") if named else None

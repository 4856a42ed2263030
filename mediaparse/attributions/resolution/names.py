"""Names of people and organisations: runs of capitalised words, read with the titles before them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from re import Match
from typing import NamedTuple

from mediaparse.attributions.lexicon import (
    UNTITLED,
    AttributionLexicon,
    Title,
    TitleKind,
    given_names,
    organization_words,
)
from mediaparse.attributions.words import is_a, kinds
from mediaparse.patterns import pattern
from mediaparse.scan import Scan
from mediaparse.scan.sentences import abbreviations

_SOMEBODY = frozenset((TitleKind.TRADE, TitleKind.KIN, TitleKind.PERSON))
_OFFICIAL = frozenset((TitleKind.HONORIFIC, TitleKind.RANK, TitleKind.OFFICE, TitleKind.POST))

_MOST = 15  # words that a name has at most, besides the first; the titles before it count
# A capitalised word, or one of a closed class that is a name before another ("Will", "April") or an initial ("A.");
# up to two words in lower case may join two ("Ursula von der Leyen").
_FIRST = r"(?:[am] (?=N)|[dhr]\.(?=N))?+N"
_NEXT = r"(?: n(?: n)?[ -]N|[ ¶'\-.&](?:N|[dhr](?=\.)))"
_RUN = pattern(f"{_FIRST}(?:{_NEXT}){{0,{_MOST}}}+")
# A run of several words from its first capitalised word on: one letter is searched for faster than six.
_LONG_RUN = pattern(rf"N(?:(?={_NEXT})|(?<=[am] N)|(?<=[dhr]\.N))(?:{_NEXT}){{0,{_MOST}}}+")
_AGED = pattern(",(?:0|d 0)")  # what may be an age
# "A spokesman for the port, ", "the head of the Power Union (PU), ", to its chief word (group 1).
_DESCRIBED = pattern(r"(?<![a-zN01] )(d (?:[nNe][ '-]){0,5}n)(?: [op] [dnNe0 '\-op]{1,40})?(?:\(N\)|,)\Z")
# 'John "Jack" Berg'; what stands around the nickname.
_NICKNAMED = pattern(r"""N["(*](?:d )?N(?: N)?["')]N""")
_NICK_MARKS = frozenset(((' "', '" '), (" “", "” "), (" '", "' "), (" ‘", "’ "), (" (", ") ")))
_BLANK = frozenset(" ")
_PLAIN = frozenset("N" + " N" * more for more in range(_MOST + 1))  # runs whose words nothing but a blank may part
_REACH = 40
_GOVERNED = frozenset(("p ", "o ", "d "))  # "in West Skerry, who", "the Skerry Board, who"
_AHEAD = frozenset(("a ", "m ", "d.", "h.", "r."))  # what such a run can begin with before that
SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
# The letters of "Minister for Relief and ", "Secretary of ".
_OFFICE_OF = pattern(r"N [op] (?:N[ ,-]|c ){0,6}\Z")
# "Associate Dean Smith" holds one office.
_UNDER = frozenset(("associate", "assistant", "deputy", "vice"))


class Naming(NamedTuple):
    """A place where the text names somebody or something: the words from part ``start`` up to part ``end``.

    ``folded`` are its words in lower case; ``first`` is where its run of capitalised words begins,
    with the ``titles`` in it; ``person`` says that a title or a given name tells a person.
    """

    first: int
    start: int
    end: int
    words: tuple[str, ...]
    folded: tuple[str, ...]
    titles: tuple[Title, ...]
    person: bool

    @property
    def honorific(self) -> str | None:
        """The gender that "Mr" or "Mrs" before the name tells."""
        for title in self.titles:
            if title.kind == "honorific":
                return title.gender
        return None


def runs(scanned: Scan, start: int, end: int) -> Iterator[list[int]]:
    """The words, as part indices, of each run of capitalised words between the parts ``start`` and ``end``.

    >>> from mediaparse.scan import scan
    >>> text = scan("Gov. Ana de la Cruz met aide Jo O'Hara in Oslo. Anna Berg's son left.")
    >>> [[text.parts[index] for index in run] for run in runs(text, 0, len(text.parts))]
    [['Gov', 'Ana', 'de', 'la', 'Cruz'], ['Jo', 'O', 'Hara'], ['Oslo'], ['Anna', 'Berg']]
    """
    for first, behind in map(Match.span, _RUN.finditer(scanned.classes, start, end)):
        if behind == first + 1:
            yield [first]
        else:
            yield from _split(scanned, first, behind)


def telling_runs(scanned: Scan, lexicon: AttributionLexicon, surnames: frozenset[str]) -> Iterator[list[int]]:
    """The runs of several words that may name a person: one tells so, or a title or an age stands by.

    The last word tells nothing, unless a mention ends in it: "Abu Kamal" is no person because some are called Kamal.
    """
    parts, letters = scanned.parts, scanned.classes
    telling, titled = lexicon.person_words, lexicon.title_words
    surnames |= kinds()["honour"]
    titles = titled.keys()
    for start, end in map(Match.span, _LONG_RUN.finditer(letters)):
        if letters[start - 2 : start] in _AHEAD:
            start -= 2
        words = parts[start:end:2]
        if (
            telling.isdisjoint(words[:-1])
            and surnames.isdisjoint(words)
            and parts[start - 2].casefold() not in titles  # none is the gap that stands there before a first word
            and titles.isdisjoint(words)  # "Oslo mayor Jo Berg"
            and not (letters.startswith(",", end) and told_beside(scanned, start, end, titled))
            and not (words[0].isupper() and not telling.isdisjoint(map(str.capitalize, words[:-1])))
        ):
            continue
        for run in _split(scanned, start, end):
            if len(run) > 1:
                yield run


def age_behind(scanned: Scan, gap: int) -> str:
    """The age behind the name that ends at ``gap``, or nothing: "Jo Berg, 63, ", "Jo, a 63-year-old"."""
    parts, letters = scanned.parts, scanned.classes
    behind = letters[gap : gap + 4]
    if behind[:2] == ",0" and "".join(parts[gap + 2 : gap + 3])[:1] in (",", "."):
        return parts[gap + 1] if len(parts[gap + 1]) <= 2 else ""
    if behind == ",d 0" and parts[gap + 5 : gap + 8 : 2] == ("year", "old"):
        described = letters[gap + 8 : gap + 10] in (" n", " N", " e")  # "a 63-year-old firm"
        return "" if described else parts[gap + 3]
    return ""


def aged(scanned: Scan, gap: int) -> bool:
    """Does an age stand behind the name that ends at ``gap``?"""
    return age_behind(scanned, gap) != ""


def aged_alone(scanned: Scan, titled: Mapping[str, Title]) -> Iterator[int]:
    """The words that are a name alone, as an age behind them tells: "Valentyna, 74, "; "Salem, 10 miles" is none."""
    letters, parts = scanned.classes, scanned.parts
    for match in _AGED.finditer(letters):
        at = match.start() - 1
        alone = letters[at] == "N" and letters[at - 2] not in "Nop" and parts[at].istitle()
        if alone and told_behind(scanned, at + 1, titled):
            yield at


def nicknamed(scanned: Scan) -> Iterator[Naming]:
    """The names with a nickname in their middle: 'Sen. John "Jack" Berg', "Robert (Bob) Lund"."""
    parts, letters = scanned.parts, scanned.classes
    for match in _NICKNAMED.finditer(letters):
        start, last = match.start(), match.end() - 1
        words = parts[start], parts[last]
        marks = parts[start + 1], parts[last - 1]
        called = parts[start + 2].istitle() and len(parts[start + 2]) > 1  # no "(R)", no "(AP)"
        if marks in _NICK_MARKS and called and words[0].casefold() in given_names() and words[1].istitle():
            first = start
            while first > 1 and letters[first - 2] == "N" and parts[first - 1] in (" ", ". "):
                first -= 2
            yield Naming(first, start, last + 1, words, (words[0].casefold(), words[1].casefold()), (), True)


def told_behind(scanned: Scan, gap: int, titled: Mapping[str, Title]) -> bool:
    """Does it say behind the name that ends at ``gap`` that it is a person's: an age, or "Jo Berg, a retired nurse"?"""
    parts, letter = scanned.parts, scanned.classes[gap + 1 : gap + 2]
    if letter != "d" or parts[gap + 1] not in ("a", "an"):
        return letter in ("d", "0") and aged(scanned, gap)
    start, end = (gap + 9, gap + 10) if parts[gap + 5 : gap + 8 : 2] == ("year", "old") else (gap + 3, gap + 8)
    heads = (titled.get(word) for word in parts[start:end:2])
    return any(title is not None and title.kind in _SOMEBODY for title in heads) or aged(scanned, gap)


def told_beside(scanned: Scan, start: int, end: int, titled: Mapping[str, Title]) -> bool:
    """Does what stands around a name say that it is a person's: "a spokesman, Jo Berg, left", "Jo Berg, who left"?"""
    letters, parts = scanned.classes, scanned.parts
    if told_behind(scanned, end, titled):
        return True
    if letters.startswith(",s", end) and parts[end + 1] == "who":
        held = title_of(parts[end - 1].casefold(), titled) is not None or parts[end - 1].endswith("ans")
        return not held and letters[start - 2 : start] not in _GOVERNED
    if letters[start - 1 : start] not in (",", ")") or "," not in parts[start - 1] or letters[end : end + 1] != ",":
        return False
    ahead = _DESCRIBED.search(letters, max(0, start - _REACH), start)
    title = titled.get(parts[ahead.end(1) - 1].casefold()) if ahead else None
    return title is not None and title.kind not in UNTITLED


def _split(scanned: Scan, start: int, end: int) -> list[list[int]]:
    """The words between two parts, cut where one name ends and the next begins; "On Friday" begins none."""
    parts = scanned.parts
    if start > 1 and parts[start - 2] in ("On", "on") and parts[start].endswith("day") and start + 2 < end:
        start += 2
    if scanned.classes[start:end] in _PLAIN and _BLANK.issuperset(parts[start + 1 : end : 2]):
        return [list(range(start, end, 2))]
    run = [start]
    found = []
    for index in range(start + 2, end, 2):
        if not _joined(parts, index):
            if run and not parts[run[0]].islower():
                found.append(run)
            run = []
        if run or not parts[index].islower():
            run.append(index)
    if run:
        found.append(run)
    return found


def _joined(parts: tuple[str, ...], index: int) -> bool:
    """Does the word at ``index`` go on with the name that stands before it?"""
    word, gap, before = parts[index], parts[index - 1], parts[index - 2]
    if gap == " ":
        return (not word.islower() and (not before.islower() or is_a("particle", before))) or is_a("particle", word)
    if gap[0] == ".":
        if gap.strip() != "." or gap.count("\n") > 1:
            return False
        if len(before) == 1:
            return gap == "." or parts[index - 3] != "." or not is_a("place in initials", parts[index - 4] + before)
        return abbreviations().get(before) == "name"
    if gap in "'’":
        return len(word) > 1
    if gap == "-":
        return True
    plain = gap == "&" or (gap.isspace() and gap.count("\n") < 2)
    return plain and (not word.islower() or is_a("particle", word))


def read(scanned: Scan, run: list[int], titled: Mapping[str, Title]) -> Naming | None:
    """The name in ``run``, the titles before it cut off; None where only titles stand there.

    >>> from mediaparse.attributions.lexicon import builtin_lexicon
    >>> from mediaparse.scan import scan
    >>> naming = read(scan("Deputy Prime Minister Ana Ruiz"), [0, 2, 4, 6, 8], builtin_lexicon().title_words)
    >>> naming.words, [title.word for title in naming.titles], naming.person
    (('Ana', 'Ruiz'), ['deputy', 'minister'], True)
    """
    parts, names = scanned.parts, given_names()
    honoured = len(run) > 2 and is_a("honour", parts[run[-1]])
    if honoured:
        run = run[:-1]
    first, end = run[0], run[-1] + 1
    words = parts[first:end:2]
    folded = tuple(map(str.casefold, words))
    last = len(words) - 1
    found = [
        (at, title)
        for at, word in enumerate(folded)
        if (title := title_of(word, titled) if word[-1] == "s" else titled.get(word)) is not None
    ]
    if found and 1 in map(len, folded):
        found = [pair for pair in found if not _is_initial(folded, pair[0])]
    holders = _before_name(scanned, run, words, folded, found, titled) if found else []
    if holders is None:
        return None
    if holders:
        titles, cut = tuple([title for _, title in holders]), holders[-1][0] + 1
    else:
        titles, cut = _title_ahead(scanned, first, titled), 0
    if last > 1 and last > cut and (honorific := _of_two_words(folded, cut, titled)) is not None:
        titles, cut = (*titles, honorific), max(cut, 1) + 1
    start, given = cut, False
    for at in range(cut, last):
        if folded[at] in names and not is_a("particle", words[at]) and not _in_two(parts, first, at):
            if at != cut + 1 or not holders or not _is_given(scanned, run[cut], titled):
                start = at
            given = True
            break
    while start > cut and len(words[start - 1]) == 1:  # "F. Scott Lund"
        start -= 1
    if start < last:
        person = (given or honoured or titles or folded[start] in names) and len(folded[last]) > 1
    else:
        person = bool(titles) and _is_alone(scanned, end, titles, titled, honoured)
    if not person or not organization_words().isdisjoint(folded[start:]):
        return Naming(first, first, end, words, folded, (), False)
    return Naming(first, run[start], end, words[start:], folded[start:], titles, True)


def _is_initial(folded: tuple[str, ...], at: int) -> bool:
    """Is the word ``at`` an initial and no "Monsieur": the M of "Dr M. Berg", "M.K. Berg", but not of "M. Berg"?"""
    return len(folded[at]) == 1 and (at > 0 or len(folded) == 1 or len(folded[1]) == 1)


def _is_alone(scanned: Scan, end: int, titles: tuple[Title, ...], titled: Mapping[str, Title], honoured: bool) -> bool:
    """Is the word that ends at ``end`` a name by itself, as ``titles`` before it, an age or the word itself tells?

    "Mayor Berg", and with an age also "farmer Suparno, 52".
    """
    word = scanned.parts[end - 1]
    folded = word.casefold()
    if len(folded) == 1 or (folded in titled and titles[0].kind != "honorific"):
        return False
    if word.isupper() and scanned.classes[end : end + 2] == " n":
        return False
    told = honoured or folded in given_names() or any(title.kind in _OFFICIAL for title in titles)
    return told or aged(scanned, end)


def _of_two_words(folded: tuple[str, ...], cut: int, titled: Mapping[str, Title]) -> Title | None:
    """The "Tan Sri" or "Datuk Seri" in which the title that ends at ``cut`` goes on, a name behind it."""
    at = max(cut, 1) - 1
    title = titled.get(" ".join(folded[at : at + 2])) if at + 2 < len(folded) else None
    return title if title is not None and title.kind is TitleKind.HONORIFIC else None


def _is_given(scanned: Scan, at: int, titled: Mapping[str, Title]) -> bool:
    """Can the word behind a title be a given name that nobody knows: "Senator Gulrez Ahmad Berg"?"""
    word = scanned.parts[at]
    folded = word.casefold()
    known = folded in titled or folded in organization_words() or folded in scanned.vocabulary
    return not known and not word.isupper() and scanned.parts[at + 1] == " "


def _before_name(
    scanned: Scan,
    run: list[int],
    words: tuple[str, ...],
    folded: tuple[str, ...],
    found: list[tuple[int, Title]],
    titled: Mapping[str, Title],
) -> list[tuple[int, Title]] | None:
    """Which of the titles ``found`` in a run stand before the name in it; None where there is no name."""
    names, last = given_names(), len(words) - 1
    holders = [pair for pair in found if pair[1].kind not in UNTITLED and not is_a("particle", words[pair[0]])]
    if holders and holders[-1][0] == last:
        called = found[0][1].kind == "honorific" and found[-1][1].kind != "office"
        if last and len(found) == len(words) and not called:
            return None
        holders.pop()
    if found[0][0] != 0 and folded[0] in names:
        holders = [(at, title) for at, title in holders if at > 1 or title.kind == "office"]
    if not holders or holders[-1][0] + 1 < last:
        return holders
    if folded[last - 1] in names and _titled_before(scanned, run, holders, titled):
        holders = holders[:-1]
    joined = bool(holders) and holders[-1][0] + 1 == last and scanned.parts[run[last] - 1] == "-"
    return [] if joined else holders


def _in_two(parts: tuple[str, ...], first: int, at: int) -> bool:
    """Is the word ``at`` half of a name in two: the "Jae" of "Moon Jae-in", the "Bright" of "Noreen Lund-Bright"?"""
    word = first + 2 * at
    return (parts[word + 1] == "-" and parts[word + 2].islower()) or (at > 0 and parts[word - 1] == "-")


def behind_field(scanned: Scan, naming: Naming, titled: Mapping[str, Title]) -> Naming | None:
    """The last two words of "Minister of Housing and Urban Transport Aigul Berg", where they name nothing else."""
    words = naming.words
    first = len(words) - 3 if scanned.parts[naming.end - 2] == "-" else len(words) - 2
    known = organization_words().union(titled, scanned.vocabulary)
    if first < 1 or not known.isdisjoint(naming.folded[first:]):
        return None
    start = naming.end - 2 * (len(words) - first) + 1
    return Naming(naming.first, start, naming.end, words[first:], naming.folded[first:], (), True)


def office_before(scanned: Scan, first: int, titled: Mapping[str, Title]) -> int:
    """Where the office begins whose field ends at ``first``: "Secretary of ", "Minister for Relief and "; or -1."""
    match = _OFFICE_OF.search(scanned.classes, max(0, first - 20), first)
    title = titled.get(scanned.parts[match.start()].casefold()) if match else None
    return match.start() if match and title is not None and title.kind == "office" else -1


def surname(words: tuple[str, ...]) -> str:
    """The word of a name by which the text calls its bearer later: the last that is no suffix.

    Before a given name in two it is the one before: "Kwok" of "Raymond Kwok Tsz-ho".

    >>> surname(("Tim", "Kaine", "Jr")), surname(("Kim", "Jong", "un")), surname(("Ursula", "von", "der", "Leyen"))
    ('Kaine', 'Kim', 'Leyen')
    """
    last = len(words) - 1
    if last > 1 and words[last].islower() and not is_a("particle", words[last]) and words[last - 1][0].isupper():
        return words[last - 2]
    return words[last - 1 if last and words[last].casefold() in SUFFIXES else last]


def _titled_before(
    scanned: Scan, run: list[int], holders: list[tuple[int, Title]], titled: Mapping[str, Title]
) -> bool:
    """Does a title stand before the last of ``holders``, so that this one is a given name: "Coach Dean Smith"?"""
    at = holders[-1][0]
    before = [title for place, title in holders if place + 1 == at] if at else _title_ahead(scanned, run[0], titled)
    return any(title.word not in _UNDER for title in before)


def title_of(word: str, titled: Mapping[str, Title]) -> Title | None:
    """The title that ``word`` is, or is the plural of: "Senators"."""
    title = titled.get(word)
    if word[-1:] == "s" and (title is None or title.kind == "group"):
        return titled.get(word[:-1], title)
    return title


def _title_ahead(scanned: Scan, first: int, titled: Mapping[str, Title]) -> tuple[Title, ...]:
    """The title in lower case right before the word at ``first``: "spokesman"."""
    if first < 2 or scanned.classes[first - 1] != " ":
        return ()
    title = titled.get(scanned.parts[first - 2].casefold())
    return () if title is None or title.kind in UNTITLED else (title,)

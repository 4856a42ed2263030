"""Names of people and organisations: runs of capitalised words, read with the titles before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from attrs import frozen

from mediaparse.attributions.lexicon import Title, TitleKind
from mediaparse.data import read_tsv
from mediaparse.scan import Scan
from mediaparse.scan.sentences import abbreviations

_PACKAGE = "mediaparse.attributions"
# Capitalised words joined as in a name, up to two lower-case ones between ("Ursula von der Leyen"); "Will", "April".
_RUN = re.compile(r"(?:[am] (?=N))?+N(?:(?: n(?: n)?[ -]|[ ¶'\-.&])N)*+")
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "as",
        "ad",
        "abu",
        "bin",
        "bint",
        "ben",
        "ibn",
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "zu",
        "af",
        "av",
    ]
)
_UNTITLED = frozenset((TitleKind.MODIFIER, TitleKind.GROUP))
_OFFICIAL = frozenset((TitleKind.HONORIFIC, TitleKind.RANK, TitleKind.OFFICE, TitleKind.POST))


@cache
def given_names() -> Mapping[str, str]:
    """Given name, in lower case, to ``m``, ``f`` or ``-``."""
    return {name: gender for name, gender in read_tsv(_PACKAGE, "names.tsv")}


@cache
def organization_words() -> frozenset[str]:
    """Words, in lower case, that no person's name holds."""
    return frozenset(word for (word,) in read_tsv(_PACKAGE, "organizations.tsv"))


@frozen(eq=False)
class Naming:
    """A place where the text names somebody or something: the words from part ``start`` up to part ``end``.

    ``first`` is where its run of capitalised words begins, with the ``titles`` in it;
    ``person`` says that a title or a given name tells a person.
    """

    first: int
    start: int
    end: int
    words: tuple[str, ...]
    titles: tuple[Title, ...]
    person: bool


def runs(scanned: Scan, start: int, end: int) -> Iterator[list[int]]:
    """The words, as part indices, of each run of capitalised words between the parts ``start`` and ``end``.

    >>> from mediaparse.scan import scan
    >>> text = scan("Gov. Ana de la Cruz met aide Jo O'Hara in Oslo. Anna Berg's son left.")
    >>> [[text.parts[index] for index in run] for run in runs(text, 0, len(text.parts))]
    [['Gov', 'Ana', 'de', 'la', 'Cruz'], ['Jo', 'O', 'Hara'], ['Oslo'], ['Anna', 'Berg']]
    """
    parts = scanned.parts
    for match in _RUN.finditer(scanned.classes, start, end):
        run = [match.start()]
        for index in range(match.start() + 2, match.end(), 2):
            if not _joined(parts, index):
                if run and parts[run[-1]][0].isupper():
                    yield run
                run = []
            if run or parts[index][0].isupper():
                run.append(index)
        yield run


def _joined(parts: tuple[str, ...], index: int) -> bool:
    """Does the word at ``index`` go on with the name that stands before it?"""
    word, gap, before = parts[index], parts[index - 1], parts[index - 2]
    if gap == " ":
        return (word[0].isupper() and (before[0].isupper() or before in _PARTICLES)) or word in _PARTICLES
    if "." in gap:
        return gap[0] == "." and (len(before) == 1 or abbreviations().get(before) == "name")
    if gap in "'’":
        return len(word) > 1
    return gap.count("\n") < 2 and (word[0].isupper() or word in _PARTICLES)


def read(scanned: Scan, run: list[int], titled: Mapping[str, Title]) -> Naming | None:
    """The name in ``run``, the titles before it cut off; None where only titles stand there.

    >>> from mediaparse.attributions.lexicon import builtin_lexicon
    >>> from mediaparse.scan import scan
    >>> naming = read(scan("Deputy Prime Minister Ana Ruiz"), [0, 2, 4, 6, 8], builtin_lexicon().title_words)
    >>> naming.words, [title.word for title in naming.titles], naming.person
    (('Ana', 'Ruiz'), ['prime', 'minister'], True)
    """
    parts, names, bodies = scanned.parts, given_names(), organization_words()
    words = [parts[index] for index in run]
    folded = [word.casefold() for word in words]
    found = [(at, titled[word]) for at, word in enumerate(folded) if word in titled]
    holders = [(at, title) for at, title in found if title.kind not in _UNTITLED]
    if len(found) == len(words) > 1 and holders and holders[-1][0] == len(words) - 1:
        return None
    if folded[0] in names and not (found and found[0][0] == 0):
        holders = [(at, title) for at, title in holders if title.kind is TitleKind.OFFICE]
    holders = [(at, title) for at, title in holders if at < len(words) - 1]
    cut = holders[-1][0] + 1 if holders else 0
    titles = tuple(title for _, title in holders)
    if not titles and run[0] > 1 and parts[run[0] - 1] == " ":
        before = titled.get(parts[run[0] - 2])
        titles = (before,) if before is not None and before.kind not in _UNTITLED else ()
    start = next((at for at in range(cut, len(words) - 1) if folded[at] in names), cut)
    rest = folded[start:]
    alone = len(rest) == 1
    told = rest[0] in names or (bool(titles) and (not alone or any(title.kind in _OFFICIAL for title in titles)))
    person = told and (bool(titles) or not alone) and not any(word in bodies for word in folded[cut:])
    if person and alone and rest[0] in titled:
        person = False
    if not person:
        start, titles = 0, ()
    return Naming(run[0], run[start], run[-1] + 1, tuple(words[start:]), titles, person)

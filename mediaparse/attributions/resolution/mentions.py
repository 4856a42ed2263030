"""A mention of a speaker, split into who is named, as what, and the words that describe."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

from attrs import frozen

from mediaparse.attributions.lexicon import Title, TitleKind
from mediaparse.attributions.resolution.names import Naming, given_names, read, runs
from mediaparse.attributions.resolution.people import Cast
from mediaparse.scan import Scan
from mediaparse.spans import Span

_BREAKS = frozenset(",(—:;posQ")
_INDEFINITE = frozenset(("a", "an", "one", "another", "some", "any", "every", "each", "no", "two", "many", "several"))


class Kind(Enum):
    """What a mention consists of."""

    PRONOUN = auto()
    PERSON = auto()
    BODY = auto()
    ROLE = auto()
    GROUP = auto()


@frozen(eq=False)
class Mention:
    """A mention's words from part ``start`` up to part ``end``.

    ``naming`` is the name in it; ``head`` its chief word and ``modifiers`` those before it,
    in lower case, where it describes ("the Russian general").
    """

    kind: Kind
    start: int
    end: int
    naming: Naming | None = None
    head: str = ""
    modifiers: tuple[str, ...] = ()
    definite: bool = False


def read_mention(scanned: Scan, span: Span, titled: Mapping[str, Title], cast: Cast) -> Mention:
    """What the mention at ``span`` consists of."""
    parts, letters = scanned.parts, scanned.classes
    start, end = scanned.part_at(span.start), scanned.part_at(max(span.start, span.end - 1))
    start, end = start + start % 2, end + 1 - end % 2
    if end <= start + 1:
        word = parts[start].casefold() if start < len(parts) else ""
        if letters[start : start + 1] == "h" or word in ("his", "her", "who", "which", "that", "their", "its"):
            return Mention(Kind.PRONOUN, start, end, head=word)
    after = _core_end(letters, start, end)
    last = after - 1
    inner = list(runs(scanned, start, after)) if "N" in letters[start:after] else []
    if inner and inner[-1][-1] == last:
        naming = read(scanned, inner[-1], titled)
        if naming is not None and not (len(inner[-1]) == 1 and parts[last].casefold() in titled):
            if len(inner) > 1 and "c" in letters[inner[-2][-1] : naming.start]:
                return Mention(Kind.GROUP, start, end)
            return _named(scanned, start, end, naming, cast)
    naming = _apposed(scanned, after, end, titled, cast) or _trailing(scanned, start, after, end, titled)
    words = tuple(word.casefold() for word in parts[start:after:2])
    if _plural(words[-1], titled) or "c" in letters[start:after]:
        return Mention(Kind.GROUP, start, end)
    if naming is not None:
        return Mention(Kind.PERSON, start, end, naming)
    bare = words[1:] if letters[start] == "d" or words[0] in _INDEFINITE else words
    definite = words[0] not in _INDEFINITE and (letters[start] == "d" or "'" in letters[start:after])
    return Mention(Kind.ROLE, start, end, None, words[-1], bare[:-1], definite)


def _core_end(letters: str, start: int, end: int) -> int:
    """The part after the noun phrase that the mention begins with."""
    for at in range(start + 1, end):
        if letters[at] in _BREAKS:
            return at if at % 2 else at - 1
    return end


def _named(scanned: Scan, start: int, end: int, naming: Naming, cast: Cast) -> Mention:
    words = tuple(word.casefold() for word in naming.words)
    article = scanned.classes[start] == "d" and start + 2 >= naming.first
    if naming.person or (cast.named(words) and not article):
        return Mention(Kind.PERSON, start, end, naming)
    if len(words) == 1 and (words[0].endswith(("ans", "crats", "cans")) or words[0] in ("tories",)):
        return Mention(Kind.GROUP, start, end)
    return Mention(Kind.BODY, start, end, naming)


def _apposed(scanned: Scan, after: int, end: int, titled: Mapping[str, Title], cast: Cast) -> Naming | None:
    """The name that stands between commas behind a description: "a spokesman for the port, Jo Berg"."""
    letters = scanned.classes
    for gap in range(after | 1, end, 2):
        if letters[gap] != "," or gap + 1 >= end or letters[gap + 1] not in "Nam":
            continue
        run = next(runs(scanned, gap + 1, end), None)
        if run is None or run[0] != gap + 1 or (run[-1] + 1 < end and letters[run[-1] + 1] not in ",("):
            continue
        naming = read(scanned, run, titled)
        if naming is None:
            continue
        words = tuple(word.casefold() for word in naming.words)
        if naming.person or words[0] in given_names() or cast.named(words) or len(words) in (2, 3):
            return naming
    return None


def _trailing(scanned: Scan, start: int, after: int, end: int, titled: Mapping[str, Title]) -> Naming | None:
    """The name at the end of an office: "head of the port authority in Oslo Captain Jo Berg"."""
    parts, letters = scanned.parts, scanned.classes
    if letters[end - 1] != "N" or after >= end or letters[after + 1] not in "po":
        return None
    run = list(runs(scanned, after, end))[-1]
    naming = read(scanned, run, titled)
    if naming is None or not naming.person or run[-1] != end - 1:
        return None
    last = max(letters.rfind("p", after, naming.start), letters.rfind("o", after, naming.start))
    stop = naming.start
    while (
        stop > last + 2
        and parts[stop - 2].casefold() in titled
        and titled[parts[stop - 2].casefold()].kind is not TitleKind.GROUP
    ):
        stop -= 2
    held = letters[last + 2 : stop : 2]
    if not held.strip("d") or (letters[start] == "d" and parts[start].casefold() != "the"):
        return None
    if (letters[start] == "d" or parts[last] == "for") and held[0] != "d":
        return None
    return naming


def _plural(word: str, titled: Mapping[str, Title]) -> bool:
    title = titled.get(word)
    if title is not None:
        return title.kind is TitleKind.GROUP
    return (word.endswith("s") and (word[:-1] in titled or word.endswith("men"))) or word.endswith("men")

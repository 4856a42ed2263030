"""The kinds of find as the page names and numbers them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from mediaparse.article import Article
from mediaparse.attributions.types import Attribution
from mediaparse.export.details import speaker_name
from mediaparse.export.finds import EXTRA, RESULTS, groups
from mediaparse.spans import Found

NAMES = {
    "datelines": "Datelines",
    "attributions": "Who said what",
    "disclaimers": "Disclaimers",
    "quantities": "Quantities",
}


@frozen
class Entry:
    """A find with what stands for it in the page, where no word of the text may be a name: ``id`` and ``kind``.

    ``speaker`` is the index of its speaker in ``speakers``, or None.
    """

    id: str
    kind: str
    style: str
    found: Found
    speaker: int | None


@frozen
class Kind:
    """The finds of one finder or extractor; ``style`` is the class under which the style sheet knows them."""

    id: str
    style: str
    name: str
    entries: tuple[Entry, ...]


@frozen
class Speaker:
    """A speaker, under the fullest name, with the longest role that the article gives, and what was said."""

    name: str
    role: str | None
    said: tuple[Attribution, ...]


def kinds(article: Article) -> Iterator[Kind]:
    """Each finder of the library and each extractor of a plugin, with its finds numbered."""
    number = {speaker.name: index for index, speaker in enumerate(speakers(article))}
    for index, (name, finds) in enumerate(groups(article)):
        builtin = index < len(RESULTS)
        kind = name if builtin else f"extra-{index - len(RESULTS)}"
        style = name if builtin else "extra"
        entries = tuple(
            Entry(
                f"{kind}-{place}",
                kind,
                style,
                found,
                number.get(speaker_name(found.speaker)) if isinstance(found, Attribution) and found.speaker else None,
            )
            for place, found in enumerate(finds, 1)
        )
        yield Kind(kind, style, NAMES[name] if builtin else name.removeprefix(EXTRA), entries)


def speakers(article: Article) -> tuple[Speaker, ...]:
    """Everybody to whom the article attributes words, in the order of their first."""
    said: dict[str, list[Attribution]] = {}
    for attribution in article.attributions:
        if attribution.speaker is not None:
            said.setdefault(speaker_name(attribution.speaker), []).append(attribution)
    return tuple(
        Speaker(
            name,
            max((one.speaker.role for one in statements if one.speaker and one.speaker.role), key=len, default=None),
            tuple(statements),
        )
        for name, statements in said.items()
    )

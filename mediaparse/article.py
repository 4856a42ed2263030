"""Article: a text with everything that was found in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TypeVar

from attrs import field, frozen

from mediaparse.arguments import check
from mediaparse.attributions.types import Attribution
from mediaparse.datelines.types import Dateline
from mediaparse.disclaimers.types import Disclaimer
from mediaparse.quantities.types import Quantity
from mediaparse.spans import Found
from mediaparse.values import Value

F = TypeVar("F", bound=Found)


@frozen(eq=False, repr=False)
class Extra(Value, Mapping[str, tuple[Found, ...]]):
    """What plugins' extractors found, by extractor; a mapping that cannot change, hashable and picklable."""

    items_: tuple[tuple[str, tuple[Found, ...]], ...] = ()

    def __getitem__(self, name: str) -> tuple[Found, ...]:
        for key, found in self.items_:
            if key == name:
                return found
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.items_)

    def __len__(self) -> int:
        return len(self.items_)


@frozen(eq=False, repr=False)
class Article(Value):
    """A text and what was found in it; each tuple is sorted by ``start``.

    ``extra`` holds the results of plugins' extractors by the extractor's name.
    """

    text: str
    published: dt.date | None
    datelines: tuple[Dateline, ...]
    attributions: tuple[Attribution, ...]
    disclaimers: tuple[Disclaimer, ...]
    quantities: tuple[Quantity, ...]
    extra: Mapping[str, tuple[Found, ...]] = field(factory=Extra)

    def get(self, result_type: type[F]) -> tuple[F, ...]:
        """Every find that is a ``result_type``, of the finders and of plugins, sorted by ``start``.

        >>> import mediaparse
        >>> [found.text for found in mediaparse.parse("It covers 11 kilometers.").get(mediaparse.Quantity)]
        ['11 kilometers']
        """
        check("result_type", result_type, type, "a type such as Quantity")
        groups = (self.datelines, self.attributions, self.disclaimers, self.quantities, *self.extra.values())
        found = [item for group in groups for item in group if isinstance(item, result_type)]
        return tuple(sorted(found, key=lambda item: (item.start, item.end)))

    def said_by(self, name: str) -> tuple[Attribution, ...]:
        """Everything that the speaker called ``name`` said, in the order of the text.

        ``name`` is the fullest name that the article gives the speaker, or its last words
        ("Rudskoi" for "Sergei Rudskoi"), in any case; pronouns and roles that were resolved
        to that speaker count.

        >>> import mediaparse
        >>> article = mediaparse.parse('Mayor Ana Ruiz said it was safe. "It has stood for years," she added.')
        >>> [said.content[0].text for said in article.said_by("Ruiz")]
        ['it was safe', 'It has stood for years,']
        """
        check("name", name, str, "a str")
        wanted = name.casefold()
        return tuple(
            said
            for said in self.attributions
            if said.speaker is not None
            and said.speaker.name is not None
            and f" {said.speaker.name.casefold()}".endswith(f" {wanted}")
        )

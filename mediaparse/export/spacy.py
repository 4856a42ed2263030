"""spaCy: the finds as span groups of a ``Doc``. Needs the extra ``spacy``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mediaparse.arguments import check, wrong
from mediaparse.article import Article
from mediaparse.export.finds import groups
from mediaparse.spans import Span, parts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens


def to_spacy(article: Article, nlp: Language) -> Doc:
    """A ``Doc`` of the article's text, as ``nlp`` cuts it into tokens, with the finds in ``doc.spans``.

    ``doc.spans["mediaparse.quantities"]`` and so on have a span for each find in the article's order,
    labelled with its type; ``doc.spans["mediaparse.extra.name"]`` has those of the plugin's extractor ``name``.
    The spans that the finds of a group hold are in ``doc.spans["mediaparse.attributions.speaker"]`` and the
    like. The ``id`` of each span is the index of its find. spaCy's spans are made of tokens, so one that
    starts or ends inside of a token takes the whole of it.

    The rest of a pipeline can follow: ``nlp(to_spacy(article, nlp))``.
    """
    check("article", article, Article, "an Article")
    if not hasattr(nlp, "make_doc"):
        raise wrong("nlp", nlp, "a pipeline of spaCy such as spacy.blank('en')")
    doc = nlp.make_doc(article.text)
    for name, finds in groups(article):
        labelled = [(index, type(found).__name__.upper(), found) for index, found in enumerate(finds)]
        doc.spans[f"mediaparse.{name}"] = list(_spans(doc, labelled))
        held: dict[str, list[tuple[int, str, Span]]] = {}
        for index, _, found in labelled:
            for field, span in parts(found):
                held.setdefault(field, []).append((index, field.upper(), span))
        for field, spans in held.items():
            doc.spans[f"mediaparse.{name}.{field}"] = list(_spans(doc, spans))
    return doc


def _spans(doc: Doc, labelled: Iterable[tuple[int, str, Span]]) -> Iterator[Tokens]:
    """spaCy's spans for ours; an empty one has no tokens and is left out."""
    for index, label, span in labelled:
        tokens = doc.char_span(span.start, span.end, label=label, span_id=index, alignment_mode="expand")
        if tokens is not None and span.start < span.end:
            yield tokens

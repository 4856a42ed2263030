"""News that is made up with its answer known: what is to be found, and where."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen
from hypothesis import strategies as st

from mediaparse import Article, Span

Told = tuple[str, int, int, tuple[object, ...]]
"""One find: its kind, its start and end, and the rest of what is to be known of it."""

PLACES = {"LIMA": "Lima", "OSLO": "Oslo", "NAIROBI": "Nairobi", "SÃO PAULO": "São Paulo", "MOSCOW": "Moscow"}
MONTHS = {"January": 1, "March": 3, "May": 5, "Sept.": 9, "Dec": 12}
DATELINES = {
    "{place}, {month} {day} ({agency}) - ": {"Reuters": "reuters", "AP": "ap", "AFP": "afp"},
    "{place}, {month} {day}. /{agency}/. ": {"TASS": "tass"},
    "{place} ({agency}) — ": {"AP": "ap", "Reuters": "reuters"},
}
SPEAKERS = {
    "Mayor Ana Ruiz": ("Ana Ruiz", "Mayor"),
    "Colonel General Ivan Petrov": ("Ivan Petrov", "Colonel General"),
    "Joyce Mwangi": ("Joyce Mwangi", None),
    "Foreign Minister Lars Holm": ("Lars Holm", "Foreign Minister"),
    "Mei Tanaka": ("Mei Tanaka", None),
}
CLAUSES = ("the dam is safe", "nobody had warned the town", "rain would fall on the hills", "the talks are over")
VERBS = {"said": "say", "added": "add", "warned": "warn"}
MARKS = (("“", "”"), ('"', '"'), ("''", "''"))
COUNTS = {"5": "5", "12": "12", "1,200": "1200", "forty-two": "42", "three million": "3000000", "2.5": "2.5"}
BOUNDS = {"": "=", "about ": "~", "more than ": ">", "at least ": ">=", "fewer than ": "<", "up to ": "<="}
UNITS = {"kilometers": "kilometre", "tonnes": "tonne", "hectares": "hectare", "percent": "percentage"}
TARGETS = ("the Islamic State", "the Reed League", "Jabhat al-Nusra")
STATUSES = {
    "(outlawed in Russia)": ("banned_organization", ("RU",)),
    "(designated as a terrorist organization in Russia)": ("terrorist_designation", ("RU",)),
    "(banned in Kazakhstan)": ("banned_organization", ("KZ",)),
}
PLAIN = ("Rain fell on the hills.", "The harbour was quiet.", "Nobody came to the square, and the shops stayed shut.")


@frozen
class News:
    """A text, and what is to be found in it, by kind and start."""

    text: str
    told: tuple[Told, ...]


@st.composite
def datelines(draw: st.DrawFn) -> News:
    style = draw(st.sampled_from(list(DATELINES)))
    place, month = draw(st.sampled_from(list(PLACES))), draw(st.sampled_from(list(MONTHS)))
    day, agency = draw(st.integers(1, 28)), draw(st.sampled_from(list(DATELINES[style])))
    text = style.format(place=place, month=month, day=day, agency=agency)
    date = (MONTHS[month], day) if "{month}" in style else None
    fields = (PLACES[place], date, DATELINES[style][agency])
    return News(f"{text}Rain fell on the hills.", (("dateline", 0, len(text.rstrip()), fields),))


@st.composite
def statements(draw: st.DrawFn, mention: str) -> News:
    name, role = SPEAKERS[mention]
    clause, verb = draw(st.sampled_from(CLAUSES)), draw(st.sampled_from(list(VERBS)))
    opening, closing = draw(st.sampled_from(MARKS))
    said, written = draw(
        st.sampled_from(
            [
                (f"{clause.capitalize()},", "{opening}{said}{closing} {mention} {verb}."),
                (f"{clause.capitalize()}.", "{mention} {verb}: {opening}{said}{closing}"),
                (clause, "{mention} {verb} that {said}."),
                (clause, "On Friday {mention} {verb} that {said}."),
            ]
        )
    )
    before, _, behind = written.partition("{said}")
    parts = {"opening": opening, "closing": closing, "mention": mention, "verb": verb}
    start = len(before.format(**parts))
    text = before.format(**parts) + said + behind.format(**parts)
    kind = "direct" if "{opening}" in written else "indirect"
    return News(text, (("attribution", start, start + len(said), (kind, VERBS[verb], name, role)),))


@st.composite
def measures(draw: st.DrawFn) -> News:
    count, bound = draw(st.sampled_from(list(COUNTS))), draw(st.sampled_from(list(BOUNDS)))
    unit = draw(st.sampled_from(list(UNITS)))
    before, behind = draw(st.sampled_from([("The flood covered ", "."), ("It took away ", " in the end.")]))
    amount = f"{bound}{count} {unit}"
    fields = (Decimal(COUNTS[count]), BOUNDS[bound], UNITS[unit])
    start = len(before)
    return News(before + amount + behind, (("quantity", start, start + len(amount), fields),))


@st.composite
def marks(draw: st.DrawFn) -> News:
    target, status = draw(st.sampled_from(TARGETS)), draw(st.sampled_from(list(STATUSES)))
    before = f"They had met members of {target} "
    fields = (*STATUSES[status], target)
    start = len(before)
    return News(f"{before}{status} in the hills.", (("disclaimer", start, start + len(status), fields),))


@st.composite
def news(draw: st.DrawFn) -> News:
    """An article of paragraphs in any order, no speaker twice."""
    mentions = draw(st.lists(st.sampled_from(list(SPEAKERS)), unique=True, max_size=4))
    body = [draw(statements(mention)) for mention in mentions]
    body += draw(
        st.lists(st.one_of(measures(), marks(), st.sampled_from(PLAIN).map(lambda text: News(text, ()))), max_size=6)
    )
    paragraphs = [draw(datelines())] * draw(st.booleans()) + draw(st.permutations(body))
    between = draw(st.sampled_from(["\n\n", "\n", "\r\n\r\n", "\n \n"]))
    text, told = "", []
    for paragraph in paragraphs:
        text += between if text else ""
        told += [(kind, len(text) + start, len(text) + end, rest) for kind, start, end, rest in paragraph.told]
        text += paragraph.text
    return News(text, tuple(sorted(told)))


def told_by(article: Article) -> tuple[Told, ...]:
    """What was found in ``article``, as ``News`` tells it."""
    found: list[Told] = []

    def tell(kind: str, span: Span, *rest: object) -> None:
        found.append((kind, span.start, span.end, rest))

    for line in article.datelines:
        date = line.date and (line.date.month, line.date.day)
        tell("dateline", line, line.places[0].name, date, line.agencies[0].id)
    for said in article.attributions:
        cue, speaker = said.cue, said.speaker
        tell(
            "attribution",
            said.content[0],
            said.kind,
            cue and cue.lemma,
            speaker and speaker.name,
            speaker and speaker.role,
        )
    for each in article.quantities:
        tell("quantity", each, each.value, each.comparator, each.unit and each.unit.name)
    for mark in article.disclaimers:
        tell("disclaimer", mark, mark.kind, mark.jurisdictions, mark.target and mark.target.text)
    return tuple(sorted(found))

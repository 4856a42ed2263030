"""Write the tables of the documentation anew from the data: ``python docs/generate_tables.py``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from mediaparse import datelines
from mediaparse.data import read_toml
from mediaparse.datelines.lexicon import builtin_agencies
from mediaparse.disclaimers import DisclaimerKind, DisclaimerRule
from mediaparse.disclaimers.lexicon import builtin_rules

DOCS = Path(__file__).parent
EXAMPLES = {
    "terrorist_designation": "(terrorist organization outlawed in Russia)",
    "extremist_designation": "(признана экстремистской организацией)",
    "undesirable_organization": "(признано нежелательной организацией в РФ)",
    "foreign_agent": "(внесён в реестр иноагентов)",
    "banned_organization": "(outlawed in Russia)",
    "forward_looking": "This release contains forward-looking statements.",
    "regulatory": "This announcement contains inside information for the purposes of Article 7.",
    "syndication": "(This story has not been edited by our staff and is published from a syndicated feed.)",
    "republication": "This article was originally published by Coast Weekly.",
    "copyright": "© 2024 Coast Weekly. All rights reserved.",
    "presumption_of_innocence": "All suspects are presumed innocent until proven guilty.",
    "sponsored": "This post contains affiliate links.",
    "opinion_views": "The views expressed are the writer's own.",
    "not_advice": "This is not investment advice.",
    "editorial_note": "(an old name for IS - TASS)",
}


def styles() -> str:
    """The styles, each with its shape, its example and what is found in it."""
    rows = ["| style | shape | example | rule | how many houses |", "|---|---|---|---|---|"]
    for id, style in read_toml("mediaparse.datelines", "styles.toml").items():
        (found,) = datelines.find(style["example"])
        houses = sum(id in entry.styles for entry in builtin_agencies())
        rows.append(f"| {id} | `{style['shape']}` | `{found.text}` | `{style['rule']}` | {houses or ''} |")
    return "\n".join(rows)


def agencies() -> str:
    """The agencies, by name."""
    rows = ["| id | name | also signs | country | languages | styles |", "|---|---|---|---|---|---|"]
    for entry in sorted(builtin_agencies(), key=lambda entry: entry.agency.name.casefold()):
        also = ", ".join(entry.aliases[1:])
        country, languages, used = entry.agency.country or "", ", ".join(entry.languages), ", ".join(entry.styles)
        rows.append(f"| `{entry.id}` | {entry.agency.name} | {also} | {country} | {languages} | {used} |")
    return "\n".join(rows)


def kinds() -> str:
    """The kinds, each with its group, an example and how many rules find it."""
    rows = ["| kind | group | example | rules |", "|---|---|---|---|"]
    for kind in DisclaimerKind:
        group = "designation" if kind.is_designation else "notice"
        count = sum(rule.kind is kind for rule in builtin_rules())
        rows.append(f"| `{kind}` | {group} | {EXAMPLES[kind]} | {count} |")
    return "\n".join(rows)


def rules() -> str:
    """The rules, in the order in which they are read."""
    rows = ["| rule | kind | of | use | languages | wordings | in force | law or style guide |", "|" + "---|" * 8]
    for rule in builtin_rules():
        languages, codes = ", ".join(rule.languages), ", ".join(rule.jurisdictions)
        law = "; ".join(filter(None, (rule.law, rule.source)))
        cells = (
            f"`{rule.id}`",
            f"`{rule.kind}`",
            codes,
            f"`{rule.use}`",
            languages,
            len(rule.wordings),
            force(rule),
            law,
        )
        rows.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(rows)


def force(rule: DisclaimerRule) -> str:
    """Since and until when the rule's law is in force."""

    def written(day: dt.date | None) -> str:
        return day.isoformat() if day else ""

    return f"{written(rule.valid_from)} – {written(rule.valid_until)}" if rule.valid_from or rule.valid_until else ""


PAGES: Mapping[str, Mapping[str, Callable[[], str]]] = {
    "datelines.md": {"styles": styles, "agencies": agencies},
    "disclaimers.md": {"kinds": kinds, "rules": rules},
}
"""The pages, each with its tables by name."""


def page(written: str, tables: Mapping[str, Callable[[], str]]) -> str:
    """``written`` with its tables made anew."""
    for name, table in tables.items():
        before, opening, rest = written.partition(f"<!-- {name} -->\n")
        _, closing, behind = rest.partition(f"<!-- /{name} -->")
        written = f"{before}{opening}{table()}\n{closing}{behind}"
    return written


if __name__ == "__main__":
    for name, tables in PAGES.items():
        (DOCS / name).write_text(page((DOCS / name).read_text("utf-8"), tables), "utf-8")

"""Write the tables of datelines.md anew from the data: ``python docs/generate_datelines.py``."""

from __future__ import annotations

from pathlib import Path

from mediaparse import datelines
from mediaparse.data import read_toml
from mediaparse.datelines.lexicon import builtin_agencies

PAGE = Path(__file__).with_name("datelines.md")


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


def page(written: str) -> str:
    """``written`` with its tables made anew."""
    for name, table in (("styles", styles()), ("agencies", agencies())):
        before, opening, rest = written.partition(f"<!-- {name} -->\n")
        _, closing, behind = rest.partition(f"<!-- /{name} -->")
        written = f"{before}{opening}{table}\n{closing}{behind}"
    return written


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")

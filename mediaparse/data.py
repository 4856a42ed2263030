"""Reading the knowledge that stands as data beside the code: TOML and TSV files."""

from __future__ import annotations

import json
import re
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader
    from importlib.machinery import ModuleSpec


def read_text(package: str, name: str) -> str:
    """The file ``name`` of ``package``, which may lie in a zip file.

    Raises ``OSError`` where there is none.
    """
    spec = cast("ModuleSpec", import_module(package).__spec__)
    folder = cast("list[str]", spec.submodule_search_locations)[0]
    # As pkgutil and importlib.resources do, which take time to import.
    return cast("ResourceLoader", spec.loader).get_data(f"{folder}/{name}").decode("utf-8")


def read_toml(package: str, name: str) -> dict[str, Any]:
    """The TOML file ``name`` of ``package``, as nested dictionaries."""
    import tomllib  # compiles its patterns: only where one is read

    return tomllib.loads(read_text(package, name))


def read_tables(package: str, name: str) -> dict[str, dict[str, Any]]:
    """The TOML file ``name`` of ``package``, of tables whose values are strings and lists of strings, each on its line.

    In those TOML reads as JSON does, which takes a fifteenth of the time.
    """
    lines = re.findall(r"(?m)^(?:\[([\w-]+)\]|(\w+) = (.+))$", read_text(package, name))
    values = iter(json.loads(f"[{','.join(value for _, _, value in lines if value)}]"))
    tables: dict[str, dict[str, Any]] = {}
    for id, key, _ in lines:
        if id:
            table = tables[id] = {}
        else:
            table[key] = next(values)
    return tables


def read_pairs(package: str, name: str) -> dict[str, str]:
    """The TSV file ``name`` of ``package``, of two columns without spaces, the first to the second.

    Comments stand at its head alone. It takes a third of the time that ``read_tsv`` does.
    """
    text = read_text(package, name)
    while text.startswith("#"):
        text = text.partition("\n")[2]
    cells = text.split()[2:]
    return dict(zip(cells[::2], cells[1::2], strict=True))


def read_words(package: str, name: str) -> dict[str, frozenset[str]]:
    """The TSV file ``name`` of ``package``, of kinds and words with blanks between them: each kind to its words.

    A kind can have several rows.
    """
    kinds: dict[str, set[str]] = {}
    for kind, words in read_tsv(package, name):
        kinds.setdefault(kind, set()).update(words.split())
    return {kind: frozenset(words) for kind, words in kinds.items()}


def read_tsv(package: str, name: str) -> list[tuple[str, ...]]:
    """The rows of the TSV file ``name`` of ``package``; lines that start with ``#`` and empty ones are comments.

    The first row that is no comment names the columns and is left out.
    """
    lines = read_text(package, name).split("\n")
    rows = [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
    return rows[1:]

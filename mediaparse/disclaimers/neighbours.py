"""Neighbours: what stands directly before and behind the key of a wording; most texts are refused by a look at them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mediaparse.disclaimers.keys import key_at
from mediaparse.disclaimers.wording import Choice, Class, Node, Repeat, Trigger, Word, letters_of, one_of


def beside(tree: Choice, key: frozenset[Word | Class], codes: Mapping[str, str], macros: Mapping[str, Node]) -> str:
    """The expression of the word ``key`` of ``tree`` with its neighbours; empty where either is not told."""
    if len(tree.branches) > 1:
        return ""
    [items] = tree.branches
    at = key_at(items, key)
    item = items[at]
    own = letters_of(item.item if isinstance(item, Trigger) else item, codes, macros)
    before, behind = (
        letters if letters and not optional else ""
        for letters, optional in (_edge(items[:at], -1, codes, macros), _edge(items[at + 1 :], 1, codes, macros))
    )
    if own is None or not (before or behind):
        return ""
    return "".join(one_of(letters) for letters in (before, own, behind) if letters)


def _edge(
    items: Sequence[Node], step: int, codes: Mapping[str, str], macros: Mapping[str, Node]
) -> tuple[str | None, bool]:
    """The codes that ``items`` begin with (where ``step`` is -1, end with), None where any, and may all be left out?"""
    found = ""
    for item in items[::step]:
        letters, optional = _edge_of(item, step, codes, macros)
        if letters is None:
            return None, False
        found += letters
        if not optional:
            return found, False
    return found, True


def _edge_of(node: Node, step: int, codes: Mapping[str, str], macros: Mapping[str, Node]) -> tuple[str | None, bool]:
    match node:
        case Trigger(item):
            return _edge_of(item, step, codes, macros)
        case Repeat(item, least):
            letters, optional = _edge_of(item, step, codes, macros)
            return letters, optional or least == 0
        case Class(name) if name in macros:
            return _edge_of(macros[name], step, codes, macros)
        case Choice(branches):
            edges = [_edge(branch, step, codes, macros) for branch in branches]
            known = [letters for letters, _ in edges if letters is not None]
            return "".join(known) if len(known) == len(edges) else None, any(optional for _, optional in edges)
    return letters_of(node, codes, macros), False

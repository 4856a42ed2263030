"""The house: imports go down, never round in a circle, and no file is too long to read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib.util import resolve_name
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "mediaparse"
FINDERS = {"datelines", "attributions", "disclaimers", "quantities"}
# From the ground up, as docs/design.md has them.
LAYERS = (
    {"values"},
    {"spans", "data", "patterns", "arguments", "errors", "entries"},
    {"scan"},
    FINDERS,
    {"article"},
    {"registry"},
    {"hooks"},
    {"pipeline", "recipe"},
    {"export", "mediaparse"},
    {"arrow"},
)
LAYER = {part: height for height, parts in enumerate(LAYERS) for part in parts}


def dotted(path: Path) -> str:
    """The name by which the module at ``path`` is imported."""
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


MODULES = {dotted(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def part(module: str) -> str:
    """The top-level module or package of mediaparse that ``module`` is or belongs to."""
    return module.split(".")[1] if "." in module else module


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node that runs; what stands under ``if TYPE_CHECKING`` does not."""
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            yield node
            yield from statements(node)


def imports(module: str) -> set[str]:
    """The modules of mediaparse that ``module`` imports when it runs."""
    found = set()
    for node in statements(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            source = resolve_name("." * node.level + (node.module or ""), module)
            found |= {name if (name := f"{source}.{alias.name}") in MODULES else source for alias in node.names}
    return found & MODULES.keys()


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_down(module: str) -> None:
    own = part(module)
    for imported in imports(module):
        assert part(imported) == own or LAYER[part(imported)] < LAYER[own], f"{module} imports {imported}"


def test_no_circle() -> None:
    assert tuple(TopologicalSorter({module: imports(module) for module in MODULES}).static_order())


@pytest.mark.parametrize("module", MODULES)
def test_a_file_can_be_read_in_one_go(module: str) -> None:
    assert len(MODULES[module].read_text("utf-8").splitlines()) <= 400

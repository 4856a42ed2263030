"""Recipes: how a registry is made again in another process, from the names and versions of its plugins."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib import metadata

from attrs import frozen

from mediaparse.errors import PluginError
from mediaparse.hooks import build_registry, installed
from mediaparse.registry import Registry

_LIBRARY = "mediaparse-news"


@frozen
class Ingredient:
    """An installed plugin: the name of its entry point, the distribution that has it, and its version."""

    name: str
    distribution: str
    version: str

    def __str__(self) -> str:
        return f"{self.name!r} ({self.distribution} {self.version})"


@frozen
class Recipe:
    """What ``build_registry(entry_points=...)`` would make here, written down: small, and the same everywhere.

    ``mediaparse`` is the version of the library that wrote it, ``plugins`` are in the order in which they
    are registered.
    """

    mediaparse: str
    plugins: tuple[Ingredient, ...]

    def build(self) -> Registry:
        """The registry; made once a process.

        Raises ``PluginError`` that names each plugin which this process lacks or has in another version.
        """
        return _built(self)


def recipe(*, entry_points: bool | Iterable[str] = True) -> Recipe:
    """The recipe of the installed plugins, all of them or those that ``entry_points`` names.

    >>> recipe(entry_points=False).plugins
    ()

    Raises ``PluginError`` where a named plugin is not installed.
    """
    return Recipe(metadata.version(_LIBRARY), tuple(map(_ingredient, installed(entry_points))))


def _ingredient(entry_point: metadata.EntryPoint) -> Ingredient:
    distribution = entry_point.dist
    if distribution is None:
        raise PluginError(f"plugin {entry_point.name!r} belongs to no installed distribution")
    return Ingredient(entry_point.name, distribution.name, distribution.version)


@cache
def _built(wanted: Recipe) -> Registry:
    here = {plugin.name: plugin for plugin in recipe().plugins} if wanted.plugins else {}
    complaints = [
        f"plugin {plugin} is {here.get(plugin.name, 'not installed')} here"
        for plugin in wanted.plugins
        if here.get(plugin.name) != plugin
    ]
    if (version := metadata.version(_LIBRARY)) != wanted.mediaparse:
        complaints.insert(0, f"{_LIBRARY} {wanted.mediaparse} is {version} here")
    if complaints:
        raise PluginError(f"the registry cannot be made here: {'; '.join(complaints)}")
    return build_registry(entry_points=[plugin.name for plugin in wanted.plugins])

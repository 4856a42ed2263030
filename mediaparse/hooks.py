"""The hooks: what a plugin can add, and how plugins become a Registry.

Everything that the library itself knows comes in through the same hooks, as the
plugin ``mediaparse``; the plugin manager is made for one build and thrown away.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

import attrs
import pluggy

from mediaparse.arguments import check as check_argument
from mediaparse.arguments import wrong
from mediaparse.attributions import lexicon as attributions
from mediaparse.attributions.lexicon import AttributionLexicon, CueVerb, Title
from mediaparse.datelines import lexicon as datelines
from mediaparse.datelines.lexicon import AgencyEntry, DatelineLexicon
from mediaparse.disclaimers import lexicon as disclaimers
from mediaparse.disclaimers.lexicon import DisclaimerLexicon, DisclaimerRule
from mediaparse.entries import faults
from mediaparse.errors import PluginError
from mediaparse.quantities import lexicon as quantities
from mediaparse.quantities.lexicon import QuantityLexicon
from mediaparse.quantities.unit import UnitEntry
from mediaparse.registry import BUILTIN, Extractor, Registry, default_registry

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "mediaparse"

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


class Hooks:
    """What a plugin can add; each hook returns entries, and may be left out."""

    @hookspec
    def mediaparse_agencies(self) -> Iterable[AgencyEntry]:
        """Agencies that sign datelines."""
        raise NotImplementedError

    @hookspec
    def mediaparse_verbs(self) -> Iterable[CueVerb]:
        """Verbs that mark a statement."""
        raise NotImplementedError

    @hookspec
    def mediaparse_titles(self) -> Iterable[Title]:
        """Titles, ranks and offices of speakers."""
        raise NotImplementedError

    @hookspec
    def mediaparse_disclaimer_rules(self) -> Iterable[DisclaimerRule]:
        """Wordings of disclaimers."""
        raise NotImplementedError

    @hookspec
    def mediaparse_units(self) -> Iterable[UnitEntry]:
        """Units of measurement and currencies."""
        raise NotImplementedError

    @hookspec
    def mediaparse_extractors(self) -> Iterable[Extractor]:
        """Finders of the plugin's own."""
        raise NotImplementedError


HOOKS = tuple(name for name in vars(Hooks) if name.startswith("mediaparse_"))


class Builtins:
    """What the library itself knows, as a plugin like any other."""

    @hookimpl
    def mediaparse_agencies(self) -> Iterable[AgencyEntry]:
        """The agencies of ``datelines/agencies.toml``."""
        return datelines.builtin_agencies()

    @hookimpl
    def mediaparse_verbs(self) -> Iterable[CueVerb]:
        """The verbs of ``attributions/verbs.tsv``."""
        return attributions.builtin_verbs()

    @hookimpl
    def mediaparse_titles(self) -> Iterable[Title]:
        """The titles of ``attributions/titles.tsv``."""
        return attributions.builtin_titles()

    @hookimpl
    def mediaparse_disclaimer_rules(self) -> Iterable[DisclaimerRule]:
        """The rules of ``disclaimers/rules/``."""
        return disclaimers.builtin_rules()

    @hookimpl
    def mediaparse_units(self) -> Iterable[UnitEntry]:
        """The units of ``quantities/units.tsv``."""
        return quantities.builtin_units()


class _Entry(attrs.AttrsInstance, Protocol):
    @property
    def id(self) -> str: ...


@runtime_checkable
class _Checked(Protocol):
    """An entry that can say whether it is well formed."""

    def check(self) -> None:
        """Raise ``ValueError``, naming the entry, where it is not."""


E = TypeVar("E", bound=_Entry)
L = TypeVar("L")


def build_registry(plugins: Sequence[object] = (), *, entry_points: bool | Iterable[str] = False) -> Registry:
    """All that the finders know, with what ``plugins`` add, in the order given.

    ``plugins`` are modules or objects with hooks marked ``mediaparse.hookimpl``;
    ``entry_points=True`` adds the installed ones of the entry-point group ``mediaparse``,
    names of entry points those alone.

    Raises ``PluginError``, naming the plugin, where it is not installed, has no hook, where
    a hook is misspelt, fails or returns something else than its entries, where an entry is
    malformed, or where an id is already taken.
    """
    if isinstance(plugins, str):
        raise wrong("plugins", plugins, "a list of plugins")
    check_argument("plugins", plugins, Iterable, "a list of plugins")
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(Hooks)
    manager.register(Builtins(), BUILTIN)
    for plugin in plugins:
        _register(manager, plugin, getattr(plugin, "__name__", None) or type(plugin).__qualname__)
    for entry_point in installed(entry_points):
        _register(manager, _loaded(entry_point), entry_point.name)

    def entries(hook: str, kind: type[E]) -> tuple[E, ...]:
        return _collect(manager, hook, kind)

    builtin = default_registry()
    verbs, titles = entries("mediaparse_verbs", CueVerb), entries("mediaparse_titles", Title)
    return Registry(
        datelines=_shared(DatelineLexicon(entries("mediaparse_agencies", AgencyEntry)), builtin.datelines),
        attributions=_shared(AttributionLexicon(verbs, titles), builtin.attributions),
        disclaimers=_shared(
            DisclaimerLexicon(entries("mediaparse_disclaimer_rules", DisclaimerRule)), builtin.disclaimers
        ),
        quantities=_shared(QuantityLexicon(entries("mediaparse_units", UnitEntry)), builtin.quantities),
        extractors=entries("mediaparse_extractors", Extractor),
        plugins=tuple(name for name, _ in manager.list_name_plugin()),
    )


def _shared(lexicon: L, builtin: L) -> L:
    """``builtin``, whose tables are made once a process, where no plugin adds anything to it."""
    return builtin if lexicon == builtin else lexicon


def _register(manager: pluggy.PluginManager, plugin: object, name: str) -> None:
    if isinstance(plugin, type):
        raise PluginError(f"plugin {name!r} is a class: give an object of it, {name}()")
    if manager.has_plugin(name):
        raise PluginError(f"plugin {name!r} is given twice, or two plugins are called so")
    for hook in HOOKS:
        if callable(getattr(plugin, hook, None)) and manager.parse_hookimpl_opts(plugin, hook) is None:
            raise PluginError(f"plugin {name!r}: {hook} is not marked with mediaparse.hookimpl")
    try:
        manager.register(plugin, name)
    except (ValueError, pluggy.PluginValidationError) as error:
        raise PluginError(f"plugin {name!r} cannot be registered: {'; '.join(str(error).splitlines())}") from error
    if not (callers := manager.get_hookcallers(plugin)):
        raise PluginError(
            f"plugin {name!r} has no hook: a plugin is a module or an object with functions marked mediaparse.hookimpl"
        )
    for caller in callers:
        own = [found for found in caller.get_hookimpls() if found.plugin is plugin]
        if not caller.has_spec() and not own[0].optionalhook:
            raise PluginError(
                f"plugin {name!r} has a hook that mediaparse does not know: {caller.name}; it knows {', '.join(HOOKS)}"
            )


def installed(wanted: bool | Iterable[str]) -> Sequence[EntryPoint]:
    """The installed plugins, in the order of their names: all, none, or those that ``wanted`` names.

    Raises ``PluginError`` that names each which is not installed.
    """
    if wanted is False:
        return ()
    from importlib import metadata  # slow to import, and only wanted here

    if isinstance(wanted, str):
        raise TypeError(f"entry_points must be True, False or names, not the string {wanted!r}")
    found = sorted(metadata.entry_points(group=GROUP), key=lambda entry: (entry.name, entry.value))
    if wanted is True:
        return found
    names = set(wanted)
    if missing := sorted(names.difference(entry.name for entry in found)):
        raise PluginError(f"not installed: plugin {', '.join(map(repr, missing))}")
    return [entry for entry in found if entry.name in names]


def _loaded(entry_point: EntryPoint) -> object:
    try:
        return entry_point.load()
    except Exception as error:
        raise PluginError(
            f"plugin {entry_point.name!r} cannot be loaded from {entry_point.value!r}: {type(error).__name__}: {error}"
        ) from error


def _collect(manager: pluggy.PluginManager, hook: str, kind: type[E]) -> tuple[E, ...]:
    """What every plugin returns for ``hook``, the built-ins first, each checked; a test has checked the built-ins."""
    collected: dict[str, E] = {}
    owners: dict[str, str] = {}
    order = [name for name, _ in manager.list_name_plugin()]
    for implementation in sorted(
        getattr(manager.hook, hook).get_hookimpls(), key=lambda found: order.index(found.plugin_name)
    ):
        name = implementation.plugin_name
        try:
            given = implementation.function()
            check_argument("what it returns", given, Iterable, f"a list of {kind.__name__}")
            returned = tuple(given)
        except Exception as error:
            raise PluginError(f"plugin {name!r}: {hook} failed: {type(error).__name__}: {error}") from error
        if name == BUILTIN:
            collected = {entry.id: entry for entry in returned}
            continue
        for entry in returned:
            check(name, hook, entry, kind)
            if entry.id in collected:
                owner = owners.get(entry.id, BUILTIN)
                raise PluginError(f"plugin {name!r}: {hook}: {entry.id!r} is already taken by {owner!r}")
            collected[entry.id] = _named(entry, name)
            owners[entry.id] = name
    return tuple(collected.values())


def _named(entry: E, name: str) -> E:
    """``entry``; where it can fail while a text is read, with ``name``, the plugin's, to blame."""
    return attrs.evolve(entry, plugin=name) if isinstance(entry, (DisclaimerRule, Extractor)) else entry


def check(name: str, hook: str, entry: _Entry, kind: type[_Entry]) -> None:
    """Raise ``PluginError`` where what the plugin ``name`` returns for ``hook`` is no well-formed ``kind``."""
    if not isinstance(entry, kind):
        raise PluginError(f"plugin {name!r}: {hook} must return {kind.__name__} entries, not {type(entry).__name__}")
    for fault in faults(entry):
        raise PluginError(f"plugin {name!r}: {hook}: {getattr(entry, 'id', None)!r}: {fault}")
    if isinstance(entry, _Checked):
        try:
            entry.check()
        except Exception as error:
            told = str(error) if isinstance(error, ValueError) else f"{entry.id!r}: {type(error).__name__}: {error}"
            raise PluginError(f"plugin {name!r}: {hook}: {told}") from error

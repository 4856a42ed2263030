"""The errors that mediaparse raises on its own account."""

from __future__ import annotations


class PluginError(Exception):
    """A plugin cannot be used, or did what a plugin may not do; the message names the plugin."""

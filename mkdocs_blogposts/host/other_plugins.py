"""The plugins around us, as far as they have to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page


def options_of(config: MkDocsConfig, *names: str) -> list[Mapping[str, Any]]:
    """The options of each instance of a plugin that is switched on; `names` are all that it may go by."""
    # A second instance is called `rss #2`.
    plugins = [plugin for name, plugin in config.plugins.items() if name.partition(" #")[0] in names]
    return [plugin.config for plugin in plugins if plugin.config.get("enabled", True)]


def is_locked(page: Page) -> bool:
    """Whether mkdocs-encryptcontent-plugin is going to put the text of a page behind a password."""
    return hasattr(page, "encryptcontent")

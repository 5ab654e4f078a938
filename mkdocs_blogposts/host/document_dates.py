"""The day on which a file was made, by which the blog of MaterialX dates a post without a date."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_PLUGIN, _THEME = "document-dates", "materialx"


class CreationDates:
    """Asks for them once, as soon as a post needs one; under another theme there are none."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self._config, self._files = config, files

    def __call__(self, src_uri: str) -> datetime | None:
        """When a file was made; `None` where that does not count."""
        found: dict[str, datetime] = self._known.get(src_uri, {})
        return found.get("created")

    @cached_property
    def _known(self) -> dict[str, Any]:
        if self._config.theme.name != _THEME:
            return {}
        plugin = self._config.plugins.get(_PLUGIN)
        if known := getattr(plugin, "data_cached", None):
            return dict(known)
        try:
            dates = import_module("mkdocs_document_dates.utils")  # which MaterialX brings along
        except ImportError:
            return {}
        return dict(dates.load_dates_and_authors(Path(self._config.docs_dir), self._files))

"""What the blog of MaterialX asks of the plugin that it brings along: when a file was made, how long a text takes."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..settings import Settings

_PLUGIN, _THEME = "document-dates", "materialx"


def with_its_pace(settings: Settings, chosen: frozenset[str], config: MkDocsConfig) -> Settings:
    """The options with the pace that the blog of MaterialX has for readers, where the site has `chosen` none."""
    utils = _utils() if config.theme.name == _THEME else None
    if utils is None:
        return settings
    paces = {
        "post_readtime_words_per_minute": utils.DEFAULT_WPM,
        "post_readtime_words_per_minute_cjk": utils.DEFAULT_WPM_CJK,
    }
    return replace(settings, **{name: pace for name, pace in paces.items() if name not in chosen})


def minutes_of_markdown(text: str, words_per_minute: int, characters_per_minute: int) -> int | None:
    """How long a text takes as that plugin counts; `None` where it is not there."""
    utils = _utils()
    if utils is None:
        return None
    minutes, *_ = utils.analyze_markdown(text, max(1, words_per_minute), max(1, characters_per_minute))
    return int(minutes)


def _utils() -> Any:
    try:
        return import_module("mkdocs_document_dates.utils")
    except ImportError:
        return None


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
        utils = _utils()
        return dict(utils.load_dates_and_authors(Path(self._config.docs_dir), self._files)) if utils else {}

"""What a build has to know of the site as a whole."""

from __future__ import annotations

import os
import posixpath
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.utils.yaml import yaml_load

from ..cache.store import Store

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from ..settings import Settings

_BRACES = "{{"


def refuse_two_blogs(config: MkDocsConfig, settings: Settings) -> None:
    """`PluginError` where Material's own blog would make the same pages."""
    ours = [plugin for name, plugin in config.plugins.items() if name.partition(" #")[0] == "blogposts"]
    for name, plugin in config.plugins.items():
        if any(plugin is each for each in ours):
            continue  # which a build before has told templates of under Material's name
        options = getattr(plugin, "config", {})
        is_blog = name.rpartition("/")[2] == "blog" and options.get("enabled", True)
        if is_blog and posixpath.normpath(options.get("blog_dir", "")) == posixpath.normpath(settings.blog_dir):
            raise PluginError("`blog` and `blogposts` both make a blog: take `blog` out of `plugins:` in mkdocs.yml")


def has_macros(config: MkDocsConfig, settings: Settings) -> bool:
    """Whether the plugin `macros` renders what stands between braces, in a site that is not all Jekyll's."""
    options = getattr(config.plugins.get("macros"), "config", None)
    if options is None or settings.post_permalink or settings.post_dialect == "jekyll":
        return False
    begin = options.get("j2_variable_start_string") or _BRACES
    return begin == _BRACES and bool(options.get("render_by_default", True))


def build_time() -> datetime:
    """Now, or the time that `SOURCE_DATE_EPOCH` gives for reproducible builds."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)


def site_urls(config: MkDocsConfig, *, is_serve: bool) -> tuple[str, ...]:
    """The address of the site, and under `serve`, which puts its own in that place, the one of `mkdocs.yml` too."""
    given = None
    if is_serve and config.config_file_path:
        with Path(config.config_file_path).open("rb") as file:
            given = yaml_load(file).get("site_url")
    return tuple(dict.fromkeys(url for url in (config.site_url, given) if url))


def store_of(config: MkDocsConfig, settings: Settings) -> Store | None:
    """Where builds of a site keep what they may need again; `None` where it wants nothing kept."""
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return Store(root / settings.cache_dir) if settings.cache else None

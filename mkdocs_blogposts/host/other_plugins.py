"""The plugins around us, as far as they have to be asked."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from ..settings import Settings

_BRACES = "{{"


def plugins_of(config: MkDocsConfig, *names: str) -> list[Any]:
    """Each instance of a plugin that is switched on; `names` are all that it may go by."""
    # A second instance is called `rss #2`.
    plugins = [plugin for name, plugin in config.plugins.items() if name.partition(" #")[0] in names]
    return [plugin for plugin in plugins if plugin.config.get("enabled", True)]


def options_of(config: MkDocsConfig, *names: str) -> list[Mapping[str, Any]]:
    """The options of each of these instances."""
    return [plugin.config for plugin in plugins_of(config, *names)]


def is_locked(page: Page) -> bool:
    """Whether mkdocs-encryptcontent-plugin is going to put the text of a page behind a password."""
    return hasattr(page, "encryptcontent")


def refuse_two_blogs(config: MkDocsConfig, settings: Settings) -> None:
    """`PluginError` where Material's own blog, or the plugin named once more, would make the same pages."""
    blogs = [_folders_of(options["blog_dir"], options["post_dir"]) for options in options_of(config, "blogposts")]
    if blogs.count(_folders_of(settings.blog_dir, settings.post_dir)) > 1:
        raise PluginError(
            "`blogposts` is in `plugins:` of mkdocs.yml twice: take one out, or give it a `blog_dir` of its own"
        )
    ours = [plugin for name, plugin in config.plugins.items() if name.partition(" #")[0] == "blogposts"]
    for name, plugin in config.plugins.items():
        if any(plugin is each for each in ours):
            continue  # which a build before has told templates of under Material's name
        options = getattr(plugin, "config", {})
        is_blog = name.rpartition("/")[2] == "blog" and options.get("enabled", True)
        if is_blog and posixpath.normpath(options.get("blog_dir", "")) == posixpath.normpath(settings.blog_dir):
            raise PluginError("`blog` and `blogposts` both make a blog: take `blog` out of `plugins:` in mkdocs.yml")


def _folders_of(blog_dir: str, post_dir: str) -> tuple[str, str]:
    """The folders of a blog and of its posts, whichever way they are written."""
    return posixpath.normpath(blog_dir), posixpath.normpath(post_dir)


def has_macros(config: MkDocsConfig, settings: Settings) -> bool:
    """Whether the plugin `macros` renders what stands between braces, in a site that is not all Jekyll's."""
    options = getattr(config.plugins.get("macros"), "config", None)
    if options is None or settings.post_permalink or settings.post_dialect == "jekyll":
        return False
    begin = options.get("j2_variable_start_string") or _BRACES
    return begin == _BRACES and bool(options.get("render_by_default", True))

"""What mkdocs-minify-plugin makes of a page, which takes longer than most pages themselves, is kept for later builds.

It depends on the HTML that the plugin gets and on its options alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...cache.exact_values import exact_digest
from ...cache.fingerprint import installed
from ...cache.store import digest

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from ...cache.store import Store

    Minify = Callable[..., str | None]

MINIFIED = "minified"
"""Kind of entry that the store keeps of it."""

_MODULE = "mkdocs_minify_plugin.plugin"
_OPTIONS = frozenset(
    {
        *("remove_comments", "remove_empty_space", "remove_all_empty_space", "reduce_empty_attributes"),
        *("reduce_boolean_attributes", "remove_optional_attribute_quotes", "convert_charrefs"),
        *("keep_pre", "pre_tags", "pre_attr"),
    }
)
"""Those that the plugin knows; of any other it tells with each page."""


def keep_minified(config: MkDocsConfig, store: Store | None) -> None:
    """Let the plugin pass over pages of which it has made the same before."""
    methods = config.plugins.events["post_page"]
    for place, method in enumerate(methods if store else ()):
        plugin = getattr(method, "__self__", None)
        if store and type(plugin).__module__ == _MODULE and (basis := _basis(plugin)):
            methods[place] = _kept(method, store, basis)


def _kept(minify: Minify, store: Store, basis: str) -> Minify:
    """What does with a page what the plugin does."""

    def minified(output: str, *, page: Page, config: MkDocsConfig) -> str | None:
        key, slot = digest(basis, output), digest(config.site_url, page.url)
        known: str | None = store.get(MINIFIED, key, slot)
        if known is None:
            known = minify(output, page=page, config=config)
            if known is not None:
                store.put(MINIFIED, key, known, slot)
        return known

    return minified


def _basis(plugin: Any) -> str | None:
    """What its pages depend on beside their HTML; `None` where it makes nothing of them, or tells something."""
    chosen = plugin.config.get("htmlmin_opts") or {}
    if not (plugin.config.get("minify_html") and isinstance(chosen, Mapping) and chosen.keys() <= _OPTIONS):
        return None
    options = exact_digest(dict(chosen))
    return options and digest(installed(), options)

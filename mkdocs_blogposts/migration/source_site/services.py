"""Services and plugins of a Jekyll site that have no counterpart in the import, and what to do about each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...jekyll.plugins import WITHOUT_FILTERS, plugins_of
from .old_site import Role, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .old_site import JekyllSite

_MATERIAL = "https://squidfunk.github.io/mkdocs-material/setup"

_SHOWN_BY_LAYOUTS = ("venue", "location", "type", "citation", "paperurl", "slidesurl", "bibtexurl")

_ANALYTICS = ("google_analytics", "google_analytics_id", "google_tag_manager", "plausible", "goatcounter")

_INSTEAD: Mapping[str, str] = {
    "jekyll-mentions": "@names are not links any more",
    "jekyll-avatar": "the tag `avatar` is a link to the account, without its picture",
    "jekyll-scholar": "bibliographies are not made; the plugin mkdocs-bibtex may do",
    "jekyll-multiple-languages-plugin": "the new site is in the first language",
    "jekyll-polyglot": "each language has its folder, but what is not translated has no copy there",
}

_CARRIED = (WITHOUT_FILTERS - _INSTEAD.keys()) | {"jekyll-toc"}
"""Plugins whose work is done by MkDocs, by Material or by us, or that is not needed any more."""


def left_services(site: JekyllSite) -> Iterator[tuple[str, str]]:
    """What was not carried, and why or what to do instead."""
    yield from _services(site)
    yield from _parts_of_the_theme(site)
    for plugin in plugins_of(site.config):
        if plugin not in _CARRIED:
            yield plugin, _INSTEAD.get(plugin, "it has no counterpart here that is known")


def _services(site: JekyllSite) -> Iterator[tuple[str, str]]:
    if _is_set(site.part("analytics")) or any(site.text(name) for name in _ANALYTICS):
        yield (
            "analytics",
            f"no service is told of readers unless you ask for it: {_MATERIAL}/setting-up-site-analytics/",
        )
    comments = site.part("comments")
    if as_text(comments.get("provider")) or as_text(site.part("disqus").get("shortname")) or site.text("disqus"):
        yield "comments", f"add them as you like: {_MATERIAL}/adding-a-comment-system/"


def _parts_of_the_theme(site: JekyllSite) -> Iterator[tuple[str, str]]:
    if as_text(site.part("author").get("bio")) or as_text(site.part("author").get("avatar")):
        yield "author's profile beside the text", "the footer has its links; write the rest into the home page"
    keys = sorted({key for file in site.of(Role.DOCUMENT) for key in _SHOWN_BY_LAYOUTS if file.values.get(key)})
    if keys:
        yield (
            ", ".join(keys),
            "layouts showed them on pages of collections; `page.meta` has them for a template of yours",
        )
    for name in ("theme", "remote_theme"):
        if theme := site.text(name):
            yield f"theme {theme}", "the site has Material for MkDocs"
    jekyll = site.jekyll
    if any((site.root / jekyll.plugins_dir).rglob("*.rb")):
        yield f"plugins written in Ruby in {jekyll.plugins_dir}", "nothing runs them here; they are there to be read"
    folders = {jekyll.layouts_dir: "layouts", "_sass": "styles"}
    for folder, what in folders.items():
        if (site.root / folder).is_dir() and not _is_carried(site, folder):
            yield f"{what} in {folder}", "they are Jekyll's; templates and styles of Material take their place"


def _is_carried(site: JekyllSite, folder: str) -> bool:
    """Whether the new site has all files of a folder."""
    carried = {site.root / file.path for file in site.of(Role.LIQUID)}
    return all(path in carried for path in (site.root / folder).rglob("*") if path.is_file())


def _is_set(options: Mapping[str, Any]) -> bool:
    """Whether a part of `_config.yml` says more than whose service it would be."""
    values = (value for key, value in options.items() if key != "provider")
    return any(_is_set(value) if isinstance(value, dict) else as_text(value) for value in values)

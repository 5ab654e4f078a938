"""Which plugins and hooks have a part in a build, and whether it is known what they leave alone."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from ..search import SearchIndex, indexes_of
from .page_parts import is_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

_OURS = __name__.partition(".")[0]
_SEARCH = ("material.plugins.search", "mkdocs.contrib.search", "properdocs.contrib.search")
_KNOWN = (_OURS, "mkdocs_glightbox", "mkdocs_minify_plugin", *_SEARCH)
"""Whose plugins do nothing with a page, when it is made, that anything but this page or the search shows."""
_CLOSING = (
    *("material.plugins", "materialx.plugins", "mkdocs_section_index", "mkdocs_redirects"),
    *("mkdocs_awesome_pages_plugin", "mkdocs_literate_nav"),
)
"""Whose plugins, like these, leave nothing to the end of the process."""
_WHEN_MADE = ("page_context", "post_page", "pre_template", "template_context", "post_template")


def can_be_left(config: MkDocsConfig) -> bool:
    """Whether all plugins and hooks that see pages being made are known to bear that some are not.

    Of several blogs, each would have to know what the others leave.
    """
    listening = [(event, method) for event in _WHEN_MADE for method in config.plugins.events[event]]
    listening += [("env", method) for method in _after_us(config)]
    blogs = {id(plugin) for plugin in config.plugins.values() if _is_of(type(plugin), (_OURS,))}
    return (
        len(blogs) == 1
        and all(_is_of(method, _KNOWN) or is_known(method, event) for event, method in listening)
        and _knows_search(config)
    )


def ends_without_texts(config: MkDocsConfig) -> bool:
    """Whether all plugins and hooks that are asked once all pages are written are known not to ask for their texts."""
    events = config.plugins.events
    return all(_is_of(method, _KNOWN) for method in (*events["post_build"], *events["shutdown"]))


def ends_with_pages(config: MkDocsConfig) -> bool:
    """Whether nobody but us and the search does anything with the site once all pages are made."""
    return all(_is_of(method, (_OURS, *_SEARCH)) for method in config.plugins.events["post_build"])


def closes_its_files(config: MkDocsConfig) -> bool:
    """Whether nobody but those known has a part in a build: no file is left open that Python would write in its end."""
    return not config["hooks"] and all(_is_of(type(plugin), (*_KNOWN, *_CLOSING)) for plugin in config.plugins.values())


def ends_pages_alone(config: MkDocsConfig) -> bool:
    """Whether nobody but us does anything with a page that its template has made."""
    return all(_is_of(method, (_OURS,)) for method in config.plugins.events["post_page"])


def _after_us(config: MkDocsConfig) -> Iterator[Any]:
    """What still may change how pages are made, once it is known which of them are left."""
    methods = reversed(config.plugins.events["env"])
    return itertools.takewhile(lambda method: not _is_of(method, (_OURS,)), methods)


def _is_of(method: Any, packages: Iterable[str]) -> bool:
    """Whether a method comes from one of some packages."""
    return f"{getattr(method, '__module__', None)}.".startswith(tuple(f"{name}." for name in packages))


def _knows_search(config: MkDocsConfig) -> bool:
    """Whether all search plugins have an index that is known here."""
    known = [search.index for search in SearchIndex.all_of(config, None)]
    return all(any(index is each for each in known) for index in indexes_of(config))

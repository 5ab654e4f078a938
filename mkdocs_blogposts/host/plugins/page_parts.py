"""What plugins of others put into each page when it is made: who is known to look at that page alone, and who is asked.

This touches what Material's `social` keeps to itself: `card_pool_jobs`, which has the card of each page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...cache.description import describe
from ...cache.exact_values import comparable
from ...light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    Ask = Callable[[Any, Page, MkDocsConfig, Navigation], Any]
    """Gives what a method of a plugin puts into a page."""

_THEMES = ("material", "materialx")
_WITH_SWITCH = ("optimize", "privacy", "projects", "social", "tags")
_IN_PAGES = ("page_context", "post_page")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What a package does at one event, in all of its releases that were read."""

    package: str
    event: str
    ask: Ask | None = None
    """Gives what it puts into a page, where that is not all in the page, its HTML, and the configuration."""
    is_so: Callable[[Any], bool] = bool
    """Whether a plugin does nothing else, as it is set up."""


def _context(method: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    """What a plugin gives to the template of a page, where it does nothing else."""
    given: dict[str, Any] = {}
    return method(given, page=page, config=config, nav=nav) or given


def _social(method: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ARG001
    """The lines of Material's `social` in the head of a page, whose card is in the site from then on."""
    job = method.__self__.card_pool_jobs.get(page.file.src_uri)
    if job and (failed := job.exception()):
        raise failed  # which it tells once the page is made
    return method("", page=page, config=config)


def _has_jobs(plugin: Any) -> bool:
    return hasattr(plugin, "card_pool_jobs")


_KNOWN = (
    *(_Known(package=f"{theme}.plugins.tags", event="page_context", ask=_context) for theme in _THEMES),
    *(_Known(package=f"{theme}.plugins.social", event="post_page", ask=_social, is_so=_has_jobs) for theme in _THEMES),
)
_SWITCHED_OFF = tuple(f"{theme}.plugins.{name}." for theme in _THEMES for name in _WITH_SWITCH)
"""Whose plugins do nothing at any event where `enabled` is `false`."""
_NOTHING = _Known(package="", event="")


def _known(method: Any, event: str) -> _Known | None:
    """What a method of a plugin is known to do; `None` where it may do anything."""
    module, plugin = f"{getattr(method, '__module__', None)}.", getattr(method, "__self__", None)
    if module.startswith(_SWITCHED_OFF) and getattr(plugin, "config", {}).get("enabled") is False:
        return _NOTHING
    for each in _KNOWN:
        if event == each.event and module.startswith(f"{each.package}."):
            return each if each.is_so(plugin) else None
    return None


def is_known(method: Any, event: str) -> bool:
    """Whether what a method does with a page is nothing to others, and all that it puts into it can be asked for."""
    return _known(method, event) is not None


def asked_of_pages(config: MkDocsConfig) -> list[tuple[Ask, Any]]:
    """The methods of these that put something into pages, each with what asks it."""
    methods = ((method, _known(method, event)) for event in _IN_PAGES for method in config.plugins.events[event])
    return [(known.ask, method) for method, known in methods if known and known.ask]


def parts_of(page: Page, asked: Iterable[tuple[Ask, Any]], config: MkDocsConfig, nav: Navigation) -> Iterator[object]:
    """What each of these puts into a page, as values that are equal only if it is the same."""
    for ask, method in asked:
        yield _asked(ask, method, page, config, nav)


def _asked(ask: Ask, method: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> object:
    try:
        return comparable(describe(ask(method, page, config, nav)))
    except Exception:  # noqa: BLE001  # of any plugin, which fails again when the page is made
        return object()

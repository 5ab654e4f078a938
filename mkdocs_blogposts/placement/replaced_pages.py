"""Pages of ours in whose places a plugin has had others made, as awesome-pages does to build `nav` with a `...`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from ..pages.listing_pages import ViewPage
from ..pages.text_pages import TextPage
from .placed_files import take_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation


def retake(nav: Navigation, pages: Iterable[TextPage | ViewPage]) -> None:
    """Give pages back their files, and their places in the navigation."""
    lost = {id(page.file.page): page for page in pages if _is_replaced(page)}
    if not lost:
        return
    for ours in lost.values():
        _take_place(ours, ours.file.page)
    nav.items = _with_ours(nav.items, lost)
    nav.pages = [lost.get(id(page), page) for page in nav.pages]
    nav.homepage = lost.get(id(nav.homepage), nav.homepage)
    for page in nav.pages:
        page.previous_page = lost.get(id(page.previous_page), page.previous_page)
        page.next_page = lost.get(id(page.next_page), page.next_page)


def _is_replaced(page: TextPage | ViewPage) -> bool:
    """Whether another page has the file of one; several of ours may share a file, and then the last has it."""
    other = page.file.page
    # Of the first page of a section section-index changes the class, so that it is none of ours to see.
    return isinstance(other, Page) and other is not page and not isinstance(other, TextPage | ViewPage)


def _take_place(page: TextPage | ViewPage, other: Any) -> None:
    page.file.page = page
    page.parent, page.previous_page, page.next_page = other.parent, other.previous_page, other.next_page
    if title := vars(other).get("title"):
        take_title(page, title)


def _with_ours(items: Iterable[StructureItem], lost: Mapping[int, Page]) -> list[Any]:
    """Entries of the navigation with our pages in place of others."""
    shown = [lost.get(id(item), item) for item in items]
    for section in (item for item in shown if isinstance(item, Section)):
        section.children = _with_ours(section.children, lost)
    return shown

"""Cards in any page of the site, where a comment asks for them: `<!-- blogposts: {limit: 3} -->`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup

from ..blog.selection import Selection, SelectionError
from ..faults import Kind, Place
from ..html.ids import ids_in
from ..html.page_urls import from_page
from .group_lists import REQUEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context
    from mkdocs.structure.pages import Page

    from ..faults import Faults
    from .presenter import Presenter

_CARDS = ('class="bp-grid"', 'class="bp-groups"')
"""By one of these a finished page is known to have cards, or a list."""


def asks_for_cards(content: str) -> bool:
    """Whether a page has such a comment."""
    return "<!--" in content and REQUEST.search(content) is not None


def has_cards(output: str) -> bool:
    """Whether a finished page shows cards, or a list."""
    return any(mark in output for mark in _CARDS)


def check_requests(page: Page, path: str, faults: Faults) -> None:
    """Tell each comment of a page that can't be understood."""
    for found in REQUEST.finditer(page.content or ""):
        try:
            Selection.parse(found.group(1))
        except SelectionError as error:
            faults.add(
                Kind.KEY,
                path,
                f"blogposts: {error}",
                place=_place(found.group(), page),
                hint="write it as <!-- blogposts: {limit: 3, tag: python} -->",
            )


def place_cards(content: str, presenter: Presenter) -> str:
    """The HTML of a page with cards in place of its comments; one that can't be understood gives none."""
    taken = ids_in(content)
    return REQUEST.sub(lambda found: _cards(found.group(1), presenter, taken), content)


def _cards(request: str, presenter: Presenter, taken: set[str]) -> str:
    try:
        selection = Selection.parse(request)
    except SelectionError:
        return ""
    return show_selection(selection, presenter, taken)


def show_selection(selection: Selection, presenter: Presenter, taken: set[str]) -> Markup:
    """The cards that a selection asks for, or the list; `taken` are the ids of the page."""
    if selection.list:
        return presenter.groups(selection, taken)
    if selection.talks:
        return presenter.grid(talks=selection.talks_of(presenter.blog))
    return presenter.grid(posts=selection.posts_of(presenter.blog))


def cards_global(presenter: Presenter) -> Callable[..., Markup]:
    """The global of templates that shows cards: `{{ blogposts(limit=3, tag="python") }}`."""

    @pass_context
    def blogposts(context: Context, **values: object) -> Markup:
        page = context.get("page")
        shown = show_selection(Selection.of(values), presenter, ids_in(page.content or "") if page else set())
        return Markup(from_page(shown, page.url if page else ""))

    return blogposts


def _place(comment: str, page: Page) -> Place | None:
    text = page.file.content_string
    position = text.find(comment)
    if position < 0:
        return None
    return Place(text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position))

"""Cards in any page of the site, where a comment asks for them: `<!-- blogposts: {limit: 3} -->`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup

from ..blog.selection import Selection, SelectionError
from ..content.faults import Kind, Place
from .addresses import from_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context
    from mkdocs.structure.pages import Page

    from ..content.faults import Faults
    from .presenter import Presenter

CARDS = 'class="bp-grid"'
"""By this a finished page is known to have cards."""
_REQUEST = re.compile(r"<!--\s*blogposts:(.*?)-->", re.DOTALL)


def asks_for_cards(content: str) -> bool:
    """Whether a page has such a comment."""
    return "<!--" in content and _REQUEST.search(content) is not None


def check_requests(page: Page, path: str, faults: Faults) -> None:
    """Tell each comment of a page that can't be understood."""
    for found in _REQUEST.finditer(page.content or ""):
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
    return _REQUEST.sub(lambda found: _cards(found.group(1), presenter), content)


def _cards(request: str, presenter: Presenter) -> str:
    try:
        selection = Selection.parse(request)
    except SelectionError:
        return ""
    return show_selection(selection, presenter)


def show_selection(selection: Selection, presenter: Presenter) -> Markup:
    """The cards that a selection asks for."""
    if selection.talks:
        return presenter.grid(talks=selection.talks_of(presenter.blog))
    return presenter.grid(posts=selection.posts_of(presenter.blog))


def cards_global(presenter: Presenter) -> Callable[..., Markup]:
    """The global of templates that shows cards: `{{ blogposts(limit=3, tag="python") }}`."""

    @pass_context
    def blogposts(context: Context, **values: object) -> Markup:
        page = context.get("page")
        return Markup(from_page(show_selection(Selection.of(values), presenter), page.url if page else ""))

    return blogposts


def _place(comment: str, page: Page) -> Place | None:
    text = page.file.content_string
    position = text.find(comment)
    if position < 0:
        return None
    return Place(text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position))

"""Lists of all posts by tag, category or year, in any page that asks for one."""

from __future__ import annotations

import contextlib
import re
from functools import partial
from typing import TYPE_CHECKING

from ..blog.groups import anchors_of, groups_of
from ..blog.listing_kinds import ARCHIVE, ARCHIVE_INDEX, LISTS, TAG, TAG_INDEX
from ..blog.selection import Selection, SelectionError
from ..content.models import Post
from ..pages.listing_pages import ViewPage
from .listing_values import GroupList, GroupView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.structure.pages import Page

    from ..blog.blog import Blog
    from ..blog.listings import Views
    from ..cards.card_html import CardHtml

MOST_TITLES = 500
"""Posts of a blog that the page of all archives names."""

REQUEST = re.compile(r"<!--\s*blogposts:(.*?)-->", re.DOTALL)
"""A comment that asks for cards or for a list."""
MAY_ASK = re.compile(r"<!--\s*(?i:blog)")
"""How each of them begins, and what may be meant for one."""
NEARLY_A_REQUEST = re.compile(
    # Where no letter in front is of either case, `re` looks for these marks alone, and much faster.
    r"<!--\s*(?!blogposts:)(?i:blog[-_ ]?posts?)\s*(?::.*?|\{.*?)?-->",
    re.DOTALL,
)
"""A comment that was probably meant to be one."""


def selections_in(content: str) -> Iterator[Selection]:
    """What the comments of a page ask for, as far as they can be understood."""
    for found in REQUEST.finditer(content) if "blogposts:" in content else ():
        with contextlib.suppress(SelectionError):
            yield Selection.parse(found[1])


def promise_anchors(page: Page, content: str, blog: Blog, views: Views) -> None:
    """Let links in other pages lead to anchors that a page is going to have, once its text is HTML."""
    present = page.present_anchor_ids
    if present is None:
        return
    taken = set(present)
    if isinstance(page, ViewPage) and page.view.kind is TAG_INDEX:
        present.update(anchors_of((term.name for term in views.taxonomies[TAG].terms), taken).values())
    if isinstance(page, ViewPage) and page.view.kind is ARCHIVE_INDEX and has_titles(blog):
        present.update(anchors_of((view.title for view in views.of(ARCHIVE)), taken).values())
    for selection in selections_in(content):
        if selection.list in LISTS:
            names = (group.name for group in groups_of(selection, blog, views))
            present.update(anchors_of(names, taken).values())


def has_titles(blog: Blog) -> bool:
    """Whether the page of all archives names each post, and does not grow too long by that."""
    return len(blog.listed) <= MOST_TITLES


def list_of_archives(blog: Blog, views: Views, html: CardHtml, taken: set[str]) -> GroupList:
    """All archives of a blog, with their posts where these are not too many."""
    archives = views.of(ARCHIVE)
    newest_first = partial(sorted, key=lambda post: post.date, reverse=True)  # whatever is pinned
    anchors = anchors_of((view.title for view in archives), taken) if has_titles(blog) else {}
    return GroupList(
        groups=tuple(
            GroupView(
                name=view.title,
                url=html.cards.term_url(ARCHIVE, view.title),
                anchor=anchors.get(view.title),
                count=len(view.posts),
                entries=tuple(map(html.cards.post_card, newest_first(view.posts if has_titles(blog) else ()))),
            )
            for view in archives
        )
    )


def list_of_groups(selection: Selection, blog: Blog, views: Views, html: CardHtml, taken: set[str]) -> GroupList:
    """What a selection asks a list for, with anchors beside those that are `taken`."""
    groups = groups_of(selection, blog, views)
    anchors = anchors_of((group.name for group in groups), taken)
    return GroupList(
        groups=tuple(
            GroupView(
                name=group.name,
                url=html.cards.term_url(group.kind, group.name),
                anchor=anchors.get(group.name),
                count=len(group.items),
                entries=tuple(
                    html.cards.post_card(item) if isinstance(item, Post) else html.talks.of(item)
                    for item in group.items
                ),
            )
            for group in groups
        )
    )

"""The title of a Jekyll site's text, which layouts of Jekyll put above it whatever headings it has itself."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from markupsafe import Markup
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ..frontmatter.file_names import JEKYLL_FOLDERS
from ..html.excerpts import plain_text
from ..html.phrases import HEADING, inline_html

if TYPE_CHECKING:
    import re

    from mkdocs.structure.pages import Page

_BARE_LAYOUTS = ("default", "home", "splash")
"""Layouts that leave headings of this level to the text."""


def is_of_a_jekyll_site(src_uri: str) -> bool:
    """Whether a post or talk lies in a folder of Jekyll's."""
    return any(folder in JEKYLL_FOLDERS for folder in PurePosixPath(src_uri).parts[:-1])


def put_above(page: Page, title: Markup, *, also_without_heading: bool = False) -> None:
    """Let a text begin with its title, where another heading of the highest level would stand in its place.

    Where the text has no such heading, themes put one there that says what `nav` does.
    """
    heading = HEADING.search(page.content or "")
    told = plain_text(title)
    if page.meta.get("layout") in _BARE_LAYOUTS:
        return
    if says(heading, told) if heading else not also_without_heading:
        return
    # As text alone, since other plugins put their own into it; the site has rendered it.
    page.content = str(Markup("<h1>{}</h1>\n{}").format(title, Markup(page.content or "")))
    root = AnchorLink(told, "", 1)
    root.children = list(page.toc)
    page.toc = TableOfContents([root])


def says(heading: re.Match[str], title: str) -> bool:
    """Whether a heading of a text says what a title does."""
    return plain_text(inline_html(heading["text"])).casefold() == title.casefold()

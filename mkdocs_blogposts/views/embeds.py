"""Cards in any page of the site, where a comment asks for them: `<!-- blogposts: {limit: 3} -->`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import pass_context
from markupsafe import Markup

from ..blog.selection import Selection, SelectionError
from ..faults import Kind, Level, Place, shown
from ..html.ids import ids_in
from ..html.page_urls import from_page
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from ..pages.file_contents import text_of
from .group_lists import MAY_ASK, NEARLY_A_REQUEST, REQUEST, list_of_groups, selections_in
from .listing_values import GridView

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from jinja2.runtime import Context
    from mkdocs.structure.pages import Page

    from ..blog.blog import Blog
    from ..blog.listings import Views
    from ..cards.card_html import CardHtml
    from ..cards.paper_cards import PaperCards
    from ..cards.part_templates import PartTemplates
    from ..faults import Faults
    from .talk_map import TalkMap

_HINT = "write it as <!-- blogposts: {limit: 3, tag: python} -->"
_HEADING = late_pattern(r"<h([1-6])\b")
_PARTS = ("grid", "talks", "table", "groups", "speaking", "map", "papers", "deliveries")
_CARDS = tuple(f'class="bp-{name}"' for name in _PARTS)
"""By one of these a finished page is known to have cards, or a list."""


def may_ask(content: str) -> bool:
    """Whether a page may have such a comment, or one that was meant to be one."""
    return "<!--" in content and MAY_ASK.search(content) is not None


def asks_for_cards(content: str) -> bool:
    """Whether a page has such a comment."""
    return "<!--" in content and REQUEST.search(content) is not None


def has_cards(output: str) -> bool:
    """Whether a finished page shows cards, or a list."""
    return any(mark in output for mark in _CARDS)


def asks_for_map(content: str) -> bool:
    """Whether a page asks for a map of talks."""
    return any(selection.list == "map" for selection in selections_in(content))


def check_requests(page: Page, path: str, faults: Faults, embeds: Embeds, *, has_papers: bool) -> None:
    """Tell each comment of a page that can't be understood, or that asks for what there is none of."""
    content = page.content or ""
    if "<!--" not in content:
        return
    for found in NEARLY_A_REQUEST.finditer(content):
        message = f"{shown(found.group())} shows no cards"
        faults.add(Kind.KEY, path, message, place=_place(found.group(), page), hint=_HINT, level=Level.INFO)
    for found in REQUEST.finditer(content):
        place = _place(found.group(), page)
        try:
            selection = Selection.parse(found.group(1))
        except SelectionError as error:
            faults.add(Kind.KEY, path, f"blogposts: {error}", place=place, hint=_HINT)
            continue
        if selection.list == "publications":
            if not has_papers:
                told = "publications: this page lists them, but no BibTeX file is named"
                hint = "write `publications: publications.bib` in mkdocs.yml, below `- blogposts:`"
                # What stands in the text only once it is rendered is Liquid, of which Jekyll makes its own list.
                level = None if place else Level.INFO
                faults.add(Kind.PUBLICATION, path, told, place=place, hint=hint, level=level)
            elif place and (missing := embeds.papers.missing(selection)):
                message = f"publications: none has the {missing[0]} {shown(missing[1])}"
                hint = "write one that a BibTeX entry has; name a file without `.bib`"
                faults.add(Kind.PUBLICATION, path, message, place=place, hint=hint, level=Level.INFO)
        elif missing := selection.missing_in(embeds.blog):
            message = f"blogposts: nothing has the {missing[0]} {shown(missing[1])}"
            hint = "see all names with `blogposts tags` or `blogposts list`"
            faults.add(Kind.KEY, path, message, place=place, hint=hint, level=Level.INFO)


@dataclass(frozen=True, slots=True)
class Embeds:
    """Shows what a page asks for of one blog."""

    templates: PartTemplates
    html: CardHtml
    blog: Blog
    views: Views
    map: TalkMap
    papers: PaperCards

    def placed_in(self, content: str) -> str:
        """The HTML of a page with cards in place of its comments; one that can't be understood gives none."""
        taken = ids_in(content)
        return REQUEST.sub(lambda found: self._in_place_of(found, taken), content)

    def _in_place_of(self, found: re.Match[str], taken: set[str]) -> str:
        try:
            selection = Selection.parse(found.group(1))
        except SelectionError:
            return ""
        return self._show(selection, taken, _level_below(found.string[: found.start()]))

    def _show(self, selection: Selection, taken: set[str], level: int = 3) -> Markup:
        """The cards that a selection asks for, with headings of some level, or the list; `taken` are the page's ids."""
        if selection.list:
            return self._list(selection, taken, level)
        if selection.talks and selection.layout == "table":
            from .talk_lists import talk_lines  # noqa: PLC0415  # few pages list talks

            return self.templates.render("talk-lines.html", lines=talk_lines(selection, self.blog, self.html))
        if selection.talks:
            talks = tuple(self.html.of_talk(talk, level=level) for talk in selection.talks_of(self.blog))
            return self.templates.render("grid.html", view=GridView(cards=(), talks=talks))
        if selection.layout == "table":
            rows = tuple(self.html.cards.brief_card(post) for post in selection.posts_of(self.blog))
            return self.templates.render("grid.html", view=GridView(cards=(), talks=(), rows=rows))
        posts = tuple(self.html.of_post(post, level=level) for post in selection.posts_of(self.blog))
        return self.templates.render("grid.html", view=GridView(cards=posts, talks=()))

    def _list(self, selection: Selection, taken: set[str], level: int) -> Markup:
        if selection.list == "speaking":
            from .speaking import speaking_view  # noqa: PLC0415  # as above

            return self.templates.render("speaking.html", view=speaking_view(selection, self.blog, self.html, level))
        if selection.list == "publications":
            return self.templates.render("papers.html", view=self.papers.listed(selection, level))
        if selection.list == "map":
            view = self.map.view([talk for talk in self.blog.talks if selection.has(talk)])
            return self.templates.render("map.html", view=view) if view else Markup()
        groups = list_of_groups(selection, self.blog, self.views, self.html, taken)
        return self.templates.render("groups.html", view=groups)

    def template_global(self) -> Callable[..., Markup]:
        """The global of templates that shows cards: `{{ blogposts(limit=3, tag="python") }}`."""

        @pass_context
        def blogposts(context: Context, **values: object) -> Markup:
            page = context.get("page")
            shown = self._show(Selection.of(values), ids_in(page.content or "") if page else set())
            return Markup(from_page(shown, page.url if page else ""))

        return blogposts


def _level_below(content: str) -> int:
    """The level of a heading that stands below the last one of a text."""
    levels = _HEADING.findall(content)
    return min(int(levels[-1]) + 1, 6) if levels else 2


def _place(comment: str, page: Page) -> Place | None:
    text = text_of(page.file)
    position = text.find(comment)
    return Place.at(text, position) if position >= 0 else None

"""Whether listings look as those of Material's blog do, or are cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..host.theme import LIST_TEMPLATE
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from ..host.theme import Theme
    from ..pages.listing_pages import ViewPage
    from ..settings import Settings


@dataclass(frozen=True, slots=True)
class ListingLayout:
    """How the listings of one blog look in one theme."""

    theme: Theme
    is_material_list: bool
    """Whether listings are to look as Material's own do, where a page has no other template."""

    @classmethod
    def of(cls, theme: Theme, settings: Settings) -> ListingLayout:
        """What a site has set, or its theme has templates for."""
        return cls(theme, theme.shows_list(settings))

    def usual_template(self, page: ViewPage) -> str | None:
        """The template of a listing that names none; `None` where that is the one of all pages."""
        return LIST_TEMPLATE if self.is_material_list and page.view.kind.has_posts else None

    def shows_posts(self, page: ViewPage) -> bool:
        """Whether a template shows the posts of a listing by itself, as those of Material's blog do."""
        template = page.meta.get("template")
        if not page.view.kind.has_posts or not isinstance(template, str):
            return False
        if template == LIST_TEMPLATE:
            return self.is_material_list
        return self.theme.uses(template, "posts")

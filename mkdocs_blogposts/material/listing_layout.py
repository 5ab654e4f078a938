"""Whether listings look as those of Material's blog do, or are cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..blog.listing_kinds import KINDS, layout_of
from ..host.theme import LIST_TEMPLATE
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..blog.listing_kinds import ListingKind
    from ..host.theme import Theme
    from ..pages.listing_pages import ViewPage
    from ..settings import Settings


@dataclass(frozen=True, slots=True)
class ListingLayout:
    """How the listings of one blog look in one theme."""

    theme: Theme
    settings: Settings

    @property
    def has_material_list(self) -> bool:
        """Whether any listing looks as Material's own do."""
        return any(self.is_material_list(kind) for kind in KINDS)

    def is_material_list(self, kind: ListingKind) -> bool:
        """Whether listings of a kind look as Material's own do, where a page has no other template.

        They do so by themselves where the site has its own version of one of Material's templates for lists.
        """
        wanted = layout_of(kind, self.settings)
        is_wanted = wanted == "list" or (self.theme.has_own_listing and wanted != "table")
        return kind.has_posts and self.theme.has_post_template and is_wanted

    def usual_template(self, page: ViewPage) -> str | None:
        """The template of a listing that names none; `None` where that is the one of all pages."""
        return LIST_TEMPLATE if self.is_material_list(page.view.kind) else None

    def shows_posts(self, page: ViewPage) -> bool:
        """Whether a template shows the posts of a listing by itself, as those of Material's blog do."""
        template = page.meta.get("template")
        if not page.view.kind.has_posts or not isinstance(template, str):
            return False
        if template == LIST_TEMPLATE:
            return self.is_material_list(page.view.kind)
        return self.theme.uses(template, "posts")

    def is_filled_by_a_hook(self, page: ViewPage, values: Mapping[str, Any]) -> bool:
        """Whether a hook has given posts to Material's template, for a listing that Material's blog has not."""
        is_other = page.meta.get("template") == LIST_TEMPLATE and not page.view.kind.is_material
        return self.theme.has_post_template and is_other and bool(values.get("posts"))

"""What a page asks of its theme, and the theme does not have: told, and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..faults import Kind, Level, shown
from ..html.escaping import escaped

if TYPE_CHECKING:
    from ..faults import Faults, Place
    from ..host.theme import Theme
    from ..pages.listing_pages import ViewPage
    from ..pages.text_pages import TextPage


def check_template(page: TextPage, theme: Theme, faults: Faults) -> None:
    """Tell a template that the theme does not have, and take the usual one in its place."""
    article = page.article
    template = article.meta.get("template")
    if page.meta.get("template") not in (template, escaped(template)):
        return  # a hook, another plugin or we have set it
    page.meta.pop("template", None)
    if not template:
        return
    if isinstance(template, str) and theme.has(template):
        page.meta["template"] = template
        return
    faults.add(
        Kind.TYPE,
        article.path,
        f"template: the theme has no template {shown(template)}",
        place=article.places.get("template"),
        hint="write the name of one that it has, or of one in its `custom_dir`",
    )


def check_icon(page: TextPage, theme: Theme, faults: Faults) -> None:
    """Leave out, and tell, an icon that Material lacks, which would end the build; Jekyll's themes name others."""
    if "icon" in page.meta and theme.has_post_template and not theme.has_icon(page.meta["icon"]):
        del page.meta["icon"]
        article = page.article
        _tell_icon(article.path, article.meta.get("icon"), article.places.get("icon"), faults)


def check_icon_of_listing(page: ViewPage, path: str, theme: Theme, faults: Faults) -> None:
    """Do the same with the head of a listing that a site has written."""
    if "icon" in page.meta and theme.has_post_template and not theme.has_icon(page.meta["icon"]):
        _tell_icon(path, page.meta.pop("icon"), None, faults)


def _tell_icon(path: str, icon: Any, place: Place | None, faults: Faults) -> None:
    faults.add(
        Kind.TYPE,
        path,
        f"icon: the theme has no icon {shown(icon)}",
        place=place,
        hint="write the name of one that it has: material/anchor",
        level=Level.INFO,  # Material says nothing of it, and its readers miss nothing else.
    )

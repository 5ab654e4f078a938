"""Pages without a text whose layout lists posts: known by what the Liquid of that layout goes through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .old_listings import Listing, Purpose, listing_in, says_nothing
from .old_site import as_text
from .printed_layouts import file_of_layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .old_site import JekyllSite, SiteFile

_TERM = re.compile(
    r"\bsite\.(?P<kind>tags|categories)\s*\[\s*(?P<name>[\w.-]+)\s*\]"
    r"|\b\w+\.(?P<list>tags|categories)\s+contains\s+(?P<part>[\w.-]+)"
    r"|\b\w+\.(?P<field>tag|category)\s*==\s*(?P<same>[\w.-]+)"
)
"""What lists the posts of one tag or category: `site.tags[page.tag]`, `post.tags contains page.tag`."""

_NAMED = re.compile(r"\{%-?\s*assign\s+(?P<name>[\w-]+)\s*=\s*(?P<value>page\.[\w-]+)\s*-?%\}")
_KINDS = {"tags": Purpose.TAG, "tag": Purpose.TAG, "categories": Purpose.CATEGORY, "category": Purpose.CATEGORY}
_HYDEJACKS = {"featured_tags": Purpose.TAG, "featured_categories": Purpose.CATEGORY}
"""Collections of the theme Hydejack, each document of which lists what its slug names."""


def listing_by_layout(site: JekyllSite, file: SiteFile) -> Listing | None:
    """What a page lists that says nothing itself; `None` where its layout makes something else of it."""
    if not says_nothing(file):
        return None
    if purpose := _HYDEJACKS.get(file.collection or ""):
        return Listing(purpose, as_text(file.values.get("slug")) or file.path.stem)
    layout = as_text(file.values.get("layout"))
    path = file_of_layout(site, layout) if layout else None
    text = (site.root / path).read_text(encoding="utf-8", errors="replace") if path else ""
    return next(_terms(text, file.values), None) or listing_in(text, site.collections)


def _terms(layout: str, values: Mapping[str, object]) -> Iterator[Listing]:
    """The tags and categories that a layout lists for the page that it stands around."""
    named = {found["name"]: found["value"] for found in _NAMED.finditer(layout)}
    for found in _TERM.finditer(layout):
        name = found["name"] or found["part"] or found["same"]
        whole = named.get(name, name)
        label = as_text(values.get(whole.removeprefix("page."))) if whole.startswith("page.") else ""
        if label:
            yield Listing(_KINDS[found["kind"] or found["list"] or found["field"]], label)

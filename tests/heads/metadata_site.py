"""A site with every kind of page that says what it is, and the readers that are asked what they read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import schema_org
from extruct.jsonld import JsonLdExtractor
from extruct.opengraph import OpenGraphExtractor

from tests.png import png

if TYPE_CHECKING:
    from tests.built import Page
    from tests.site import Site

POST = "blog/2024/01/31/tides/"
HIDDEN = "Secret"
"""What every text that is held back says in all its values."""

SITE = """
    docs/index.md
    | # Home
    docs/blog/.authors.yml
    | authors:
    |   jane:
    |     name: Jane Doe
    |     description: Reads gauges
    |     url: https://jane.example/
    |     fediverse: "@jane@social.example"
    |     links: [https://social.example/@jane, {label: Code, url: https://code.example/jane}, mailto:jane@example.org]
    |   joe: {name: Joe}
    docs/blog/posts/tides.md
    | ---
    | title: Tides & *storms*
    | slug: tides
    | date: {created: 2024-01-31 09:30:00 +01:00, updated: 2024-02-29}
    | authors: [jane, joe]
    | tags: [storm, C#]
    | categories: [Field notes]
    | description: What the "gauge" said
    | teaser: {path: gauge.png, alt: A gauge in a bucket}
    | ---
    | Text.
    docs/blog/posts/plain.md
    | ---
    | title: Plain
    | date: 2024-01-30
    | authors: [jane]
    | tags: [storm]
    | ---
    | It rained all day.
    docs/blog/posts/elsewhere.md
    | ---
    | title: Elsewhere
    | date: 2024-01-29
    | canonical_url: https://example.com/first/
    | image: https://example.com/picture.svg
    | ---
    | Text.
    docs/talks/surge.md
    | ---
    | title: Storm surge
    | venue: EuroSciPy
    | location: Ghent, Belgium
    | date: 2024-05-05
    | end: 2024-05-06
    | speakers: [jane, Someone]
    | talk_type: Tutorial
    | tags: [storm]
    | videourl: https://www.youtube.com/watch?v=abcdefghijk
    | ---
    docs/talks/undated.md
    | ---
    | title: Undated
    | venue: PyConf
    | ---
    | Words.
"""
PAGES = (
    *(POST, "blog/2024/01/30/plain/", "blog/2024/01/29/elsewhere/", "talks/surge/", "talks/undated/", "talks/"),
    *("blog/", "blog/page/2/", "blog/tag/storm/", "blog/tag/storm/page/2/", "blog/tags/", "blog/archive/2024/"),
    *("blog/category/field-notes/", "blog/author/jane/", "blog/author/joe/"),
)
"""One of each kind, and what is odd of some."""


def put_metadata_site(site: Site, theme: str = "material") -> Site:
    """Write the site, with one post on each page of a listing."""
    site.config(theme=theme, site_url="https://example.org/notes/", site_description="All about tides")
    site.blogposts(authors_profiles=True, pagination_per_page=1)
    return site.write(SITE).put("docs/blog/posts/gauge.png", png(640, 360))


def graph_of(page: Page) -> dict[str, dict[str, Any]]:
    """The things that a page is about, by type, as extruct reads them; each must be what schema.org knows."""
    scripts = JsonLdExtractor().extract(page.html)
    things = [thing for script in scripts for thing in script.get("@graph", [script])]
    for thing in things:
        assert_known(thing)
    return {thing["@type"]: thing for thing in things}


def open_graph_of(page: Page) -> list[tuple[str, str]]:
    """The properties of Open Graph on a page, as extruct reads them."""
    return [named for found in OpenGraphExtractor().extract(page.html) for named in found["properties"]]


def assert_known(thing: dict[str, Any]) -> None:
    """Assert that schema.org has the type of a thing, its properties, and the types of what these hold."""
    known = {each.schema_name: each for each in getattr(schema_org, thing["@type"]).SCHEMA_PROPERTIES}
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        assert name in known, f"{thing['@type']} has no {name}"
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                kinds = {kind.__name__ for kind in getattr(schema_org, part["@type"]).__mro__}
                assert kinds & set(known[name].ranges), f"{name} of {thing['@type']} is no {part['@type']}"
                assert_known(part)

"""Pages of tags, of which most are made from what a few have around their text, are what the theme makes of each."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from mkdocs.structure.toc import get_toc

from mkdocs_blogposts.cache.page_shells import PageShells
from tests.built import bytes_of

if TYPE_CHECKING:
    from tests.site import Site

PLAIN = ("alpha", "beta", "gamma delta", "x-ray", "Straße", "42", "title", "Home", "Tags", "index")
ODD = (
    "C++",
    "a & b",
    "<b>bold</b>",
    "'quoted'",
    "*starred*",
    "{{ page.url }}",
    "h1",
    "a -- b",
    "-dash",
    "\ue000title\ue001",
)

FEEDBACK = {
    "title": "Was it of use?",
    "ratings": [
        {"icon": "material/emoticon", "name": "Yes", "data": 1, "note": "<a href='/?page={url}&t={title}'>x</a>"}
    ],
}
"""What shows the address of each page, in which nothing can be put in place of it."""

SITES: dict[str, dict[str, Any]] = {
    "usual": {},
    "list": {"plugin": {"view_layout": "list", "blog_toc": True}},
    "feedback": {"extra": {"analytics": {"provider": "google", "property": "G-1", "feedback": FEEDBACK}}},
    "no directories": {"use_directory_urls": False, "theme": {"name": "material", "features": ["navigation.path"]}},
    "no address": {"site_url": ""},
}


@pytest.mark.parametrize("name", SITES)
def test_pages_of_tags_are_what_the_theme_makes_of_each(site: Site, name: str) -> None:
    given = dict(SITES[name])
    options = {"workers": 1, "pagination_per_page": 2, **given.pop("plugin", {})}
    site.config(**{"theme": {"name": "material"}, "site_description": "Of the site", **given})
    site.put("docs/index.md", "# Home\n")
    site.put("docs/blog/tag/beta.md", "---\ntitle: Written\n---\nOf the beta.\n")
    for number, tag in enumerate((*PLAIN, *ODD)):
        head = {"date": f"2024-01-{number + 1:02}", "tags": [tag, "every", *PLAIN[: number % 3]]}
        site.put(f"docs/blog/posts/{number:02}.md", f"---\n{head}\n---\n# Post {number}\n\nText of {number}.\n")

    made_for_each = bytes_of(site.blogposts(cache=False, **options).build().dir)

    assert bytes_of(site.blogposts(cache=True, **options).build().dir) == made_for_each


@pytest.mark.parametrize(("headings", "times"), [([], 3), ([{"level": 2, "id": "a", "name": "A", "children": []}], 5)])
def test_pages_with_headings_of_their_own_are_rendered_each_time(headings: list[object], times: int) -> None:
    made: list[str] = []
    shells = PageShells(lambda _: True, lambda *_: "key")
    for title in ("one", "two", "three", "four", "five"):
        toc = get_toc([{"level": 1, "id": "top", "name": title, "children": cast("Any", headings)}])
        content, url = f"<h1>{title}</h1>", f"https://example.org/{title}/"
        page = SimpleNamespace(title=title, content=content, canonical_url=url, meta={}, toc=toc)

        def render(page: Any = page) -> str:
            made.append(page.title)
            return f"<title>{page.title}</title>{page.content}"

        assert shells.render({"page": page}, None, render) == f"<title>{title}</title>{content}"

    assert len(made) == times

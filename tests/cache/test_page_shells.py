"""Pages of tags, of which most are made from what a few have around their text, are what the theme makes of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

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

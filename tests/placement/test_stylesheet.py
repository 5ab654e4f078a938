"""The style sheet that our pages have, and further ones of those that have more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.placement.stylesheet import Stylesheets

if TYPE_CHECKING:
    from tests.site import Site


THEMES = {"bs-sidebar", "headerlink", "navbar", "rst-versions", "wy-nav-side", "wy-nav-top"}
"""Classes of themes."""

BESIDE = {"half", "third", "warning"}
"""Classes of `figure` and of `bp-fault`, which are reasons by themselves."""

RUN = "script:not([type]), script[type='text/javascript'], script[type=module]"
"""Scripts that are no data."""

SMALL = 12_000
"""Bytes of a sheet, before it is zipped."""


def test_our_pages_have_one_small_style_sheet_and_no_script(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n").put("docs/index.md", "# Home\n")

    built = site.build()

    sheets = sorted(name for name in built.files if name.startswith("assets/stylesheets/blogposts"))
    assert [re.sub(r"\.[0-9a-f]{8}\.css$", "", name.rpartition("/")[2]) for name in sheets] == [
        *("blogposts-feed", "blogposts-more", "blogposts-talks", "blogposts")
    ]
    name = sheets[-1]
    assert len(built.read(name)) < SMALL
    assert "/*" not in built.read(name)
    for url in ("blog/", "blog/2024/01/31/a/"):
        page = built.page(url)
        assert [url for _, url in page.links_in("head") if "blogposts" in url and url.endswith(".css")] == [name]
        up = "../" * url.count("/")
        assert [node.attributes["src"] for node in page.css("script[src]")] == [
            f"{up}{node.attributes['src']}" for node in built.page().css("script[src]")
        ]
        assert len(page.css(RUN)) == len(built.page().css(RUN))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("more", "{: .notice--info}"),
        ("more", "<!-- blogposts: {layout: table} -->"),
        ("more", "<!-- blogposts: {list: tags} -->"),
        ("talks", "[T](../../talks/t.md)"),
    ],
)
def test_a_page_that_has_more_has_a_further_small_style_sheet(site: Site, name: str, text: str) -> None:
    head = "---\ndate: 2024-01-31\nlayout: single\ntags: [x]\n---\n"
    site.put("docs/blog/posts/a.md", f"{head}# A\n\nText.\n{text}\n").put("docs/blog/posts/b.md", f"{head}# B\n")
    site.put("docs/talks/t.md", "---\nvenue: PyCon\n---\n# T\n")

    built = site.build()

    [sheet] = [each for each in built.files if each.startswith("assets/") and f"blogposts-{name}." in each]
    assert len(built.read(sheet)) < SMALL
    styled = {url: [link for _, link in built.page(url).links_in("head") if link == sheet] for url in built.pages}
    assert styled["blog/2024/01/31/a/"] == [sheet]
    assert styled["blog/2024/01/31/b/"] == []


@pytest.mark.parametrize("name", ["more", "talks"])
def test_each_class_of_a_further_sheet_is_a_reason_to_have_it(site: Site, name: str) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n")
    built = site.build()
    sheets = {
        path: names_in(built.read(path)) for path in built.files if path.startswith("assets/stylesheets/blogposts")
    }
    [mine] = [path for path in sheets if f"blogposts-{name}." in path]
    own = sheets[mine] - THEMES - BESIDE - {each for path, names in sheets.items() if path != mine for each in names}
    links = Stylesheets({f"blogposts-{name}": "url"})

    assert {each for each in own if not links.of(f'<div class="{each}">')} == set()
    assert len(own) > 20


def names_in(sheet: str) -> set[str]:
    """The classes that a style sheet knows."""
    return set(re.findall(r"\.(-?[a-z][\w-]*)", re.sub(r"{[^{}]*}", "{}", sheet)))

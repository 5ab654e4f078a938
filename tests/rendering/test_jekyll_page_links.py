"""Links from and to the ordinary pages of a Jekyll site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site


@pytest.fixture
def linked(site: Site) -> Site:
    """A site whose pages a test can link to, below a path."""
    return (
        site.blogposts(jekyll_pages=True)
        .config(site_url="https://example.org/base/")
        .write("""
        _config.yml
        | collections:
        |   publications: {output: true, permalink: "/:collection/:path/"}
        docs/index.md
        | # Home
        docs/plain/page.md
        | # A page without front matter
        docs/images/x.png
        docs/about.md
        | ---
        | title: About
        | permalink: /about/
        | ---
        docs/sub/bare.html
        | ---
        | permalink: /bare
        | ---
        _pages/cv.md
        | ---
        | title: CV
        | permalink: /cv/
        | ---
        _publications/paper.md
        | ---
        | title: Paper
        | ---
        _posts/2024-01-31-post.md
        | ---
        | title: Post
        | permalink: /posts/post/
        | ---
        """)
    )


LINKS = {
    "about.md": "about/",
    "/about/": "about/",
    "/about": "about/",
    "/base/about/": "about/",
    "https://example.org/base/about": "about/",
    "/bare": "bare/",
    "/bare/": "bare/",
    "sub/bare.html": "bare/",
    "/cv/#work": "cv/#work",
    "_pages/cv.md": "cv/",
    "../_pages/cv.md": "cv/",
    "/publications/paper": "publications/paper/",
    "/posts/post": "posts/post/",
    "../_posts/2024-01-31-post.md": "posts/post/",
    "plain/page.md": "plain/page/",
    "/plain/page/": "plain/page/",
    "/images/x.png": "images/x.png",
    "/base/sitemap.xml": "sitemap.xml",
    "https://example.org/base/sitemap.xml": "sitemap.xml",
    "https://example.com/about/": "https://example.com/about/",
}
"""What a page in `docs` writes, and where it leads."""


@pytest.mark.parametrize(("name", "url"), [("md", "from/"), ("html", "from/")])
def test_a_page_leads_where_it_is_meant_to(linked: Site, name: str, url: str) -> None:
    as_text = [f"[to]({link})" if name == "md" else f"<a href='{link}'>to</a>" for link in LINKS]
    linked.put(f"docs/from.{name}", "---\npermalink: /from/\n---\n" + "\n".join(as_text))
    built = linked.build(strict=True)

    assert built.exit_code == 0, built.log
    assert [link.url for link in built.page(url).links] == list(LINKS.values())


def test_a_link_counts_from_where_jekyll_has_its_page(linked: Site) -> None:
    linked.put("docs/from.md", "---\npermalink: /deep/from\n---\n[to](near)\n")
    linked.put("docs/near.md", "---\npermalink: /deep/near\n---\n")

    assert [link.url for link in linked.build(strict=True).page("deep/from/").links] == ["deep/near/"]


@pytest.mark.parametrize("name", ["docs/other.md", "docs/blog/posts/other.md", "_pages/other.md"])
def test_other_pages_lead_to_it(linked: Site, name: str) -> None:
    head = "---\ndate: 2024-02-01\npermalink: /other/\n---\n"
    up = {"docs/other.md": "", "docs/blog/posts/other.md": "../../", "_pages/other.md": "../docs/"}[name]
    text = f"[a]({up}about.md) [b](/about) [c](https://example.org/base/cv/) <a href='/publications/paper'>d</a>"
    built = linked.put(name, head + text).build(strict=True)

    links = [link.url for link in built.page("other/").links if len(link.text) == 1]
    assert links == ["about/", "about/", "cv/", "publications/paper/"]


def test_a_page_of_mkdocs_leads_to_it(linked: Site) -> None:
    text = "[a](about.md) [b](/about) [c](/publications/paper) <img src='images/x.png'>\n"
    built = linked.put("docs/index.md", text).build()

    assert [link.url for link in built.page("").links] == ["about/", "about/", "publications/paper/"]


def test_pictures_from_the_root_are_found(linked: Site) -> None:
    linked.put("docs/about.md", "---\npermalink: /about/\n---\n![x](/images/x.png) <img src='/base/images/x.png'>")
    built = linked.build(strict=True)

    assert [node.attributes["src"] for node in built.page("about/").css("article img")] == ["../images/x.png"] * 2


def test_a_link_that_leads_nowhere_is_told_with_its_place(linked: Site) -> None:
    linked.put("_pages/cv.md", "---\npermalink: /cv/\n---\nText.\n\nSee [this](/abuot/).\n")

    assert linked.build().faults == [
        "_pages/cv.md:6:12: link: '/abuot/' leads nowhere in this site\n    did you mean '/about/'?"
    ]


def test_a_link_to_an_unpublished_page_keeps_its_text(linked: Site) -> None:
    linked.put("docs/hidden.md", "---\npublished: false\npermalink: /hidden/\n---\n")
    linked.put("docs/about.md", "---\npermalink: /about/\n---\nSee [this](/hidden/).\n")
    built = linked.build()

    assert built.faults == [
        (
            "docs/about.md:4:12: link: '/hidden/' leads to a page that is held back (unpublished),"
            " so only its text is left"
            "\n    publish that page, or take the link out"
        )
    ]
    assert built.page("about/").text == "About See this."
    assert "hidden/" not in built.pages

"""What others have said already is not said again, and what nobody may know is said by nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.heads.metadata_site import HIDDEN, PAGES, POST, graph_of, put_metadata_site

if TYPE_CHECKING:
    from tests.built import Page
    from tests.site import Site

MAIN = """
    overrides/main.html
    | {% extends "base.html" %}
    | {% block extrahead %}
    | <meta property="og:title" content="Theirs">
    | <meta content="picture.png" property="og:image">
    | <meta name=twitter:card content=summary>
    | <script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article"}</script>
    | {% endblock %}
    | {% block site_meta %}
    | <link href="https://example.com/theirs/" rel="canonical">
    | {% endblock %}
"""
HOOK = """
    hook.py
    | TAG = '<meta property="og:description" content="Theirs"><meta name="description" content="Theirs">'
    | def on_post_page(output, **_):
    |     return output.replace("</head>", TAG + "</head>")
"""


def contents(page: Page, name: str) -> list[str | None]:
    return [node.attributes["content"] for node in page.css(f'meta[name="{name}"], meta[property="{name}"]')]


def test_what_an_override_says_stands(site: Site) -> None:
    put_metadata_site(site).write(MAIN)
    site.config(theme={"name": "material", "custom_dir": "overrides"})

    page = site.build(strict=True).page(POST)

    assert contents(page, "og:title") == ["Theirs"]
    assert contents(page, "og:image") == ["picture.png"]
    assert contents(page, "og:image:width") == []
    assert contents(page, "twitter:card") == ["summary"]
    assert [node.attributes["href"] for node in page.css("link[rel=canonical]")] == ["https://example.com/theirs/"]
    assert contents(page, "description") == ['What the "gauge" said']
    assert contents(page, "og:type") == ["article"]
    assert [*graph_of(page)] == ["Article", "BreadcrumbList"]


def test_what_a_later_plugin_says_stands(site: Site) -> None:
    put_metadata_site(site, "mkdocs").write(HOOK)
    site.config(hooks=["hook.py"])

    page = site.build(strict=True).page(POST)

    assert contents(page, "og:description") == ["Theirs"]
    assert contents(page, "description") == ["Theirs"]


def test_a_site_may_want_none_of_it(site: Site) -> None:
    put_metadata_site(site).blogposts(seo=False)

    built = site.build(strict=True)

    for url in PAGES:
        page = built.page(url)
        assert page.css("meta[property], script[type='application/ld+json'], link[rel=me]") == []
        assert len(page.css("link[rel=canonical]")) == 1
    assert built.page("blog/page/2/").title == "Blog - Site"
    assert built.page("blog/").meta("description") == "All about tides"


def test_pages_that_are_not_ours_say_what_they_said(site: Site) -> None:
    put_metadata_site(site).put("docs/cards.md", "# Cards\n\n<!-- blogposts: {limit: 1} -->\n")

    built = site.build(strict=True)

    for url in ("", "cards/"):
        assert built.page(url).css("meta[property], script[type='application/ld+json']") == []


def test_without_an_address_nothing_is_said_that_needs_one(site: Site) -> None:
    put_metadata_site(site).config(site_url=None)

    built = site.build(strict=True)

    page = built.page(POST)
    assert [message for message in built.infos if "site_url" in message] == [
        (
            "mkdocs.yml has no `site_url`, so the blog has no feeds, and no canonical URLs, breadcrumbs or pictures for"
            " shared links; add `site_url: https://example.org/`"
        )
    ]
    assert page.css("link[rel=canonical]") == []
    assert contents(page, "og:url") == contents(page, "og:image") == []
    assert contents(page, "og:title") == ["Tides & storms"]
    graph = graph_of(page)
    assert [*graph] == ["BlogPosting"]
    assert "url" not in graph["BlogPosting"]
    assert [author.get("url") for author in graph["BlogPosting"]["author"]] == ["https://jane.example/", None]


HELD_BACK = {
    "draft": "draft: true",
    "unpublished": "published: false",
    "future": "date: 2999-01-01",
    "expired": "expires: 2024-01-02",
    "unlisted": "unlisted: true",
    "tagged": "tags: [draft]",
}


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_what_is_held_back_is_named_nowhere(site: Site, theme: str) -> None:
    put_metadata_site(site, theme).blogposts(draft_if_future_date=True)
    for name, key in HELD_BACK.items():
        head = {"title": HIDDEN, "description": HIDDEN, "date": "2024-01-31", "tags": f"[storm, {HIDDEN}]"}
        head |= {"categories": "[Field notes]", "authors": "[joe]", key.partition(":")[0]: key.partition(":")[2]}
        lines = "".join(f"{name}: {value}\n" for name, value in head.items())
        site.put(f"docs/blog/posts/{name}.md", f"---\n{lines}---\nText.\n")
    talk = f"---\ntitle: {HIDDEN}\nvenue: {HIDDEN}\ntags: [storm]\ndraft: true\n---\n{HIDDEN}\n"
    site.put("docs/talks/hidden.md", talk)

    built = site.build()

    own = {url for url in built.pages if "secret" in url}
    assert own == {"blog/2024/01/31/secret/"}, "the unlisted post has its page"
    assert [url for url in set(built.pages) - own if HIDDEN in built.page(url).html.partition("</head>")[0]] == []
    assert built.page("blog/tag/storm/").meta("description") == "2 posts, 1 talk tagged storm"
    assert built.page("blog/author/joe/").meta("description") == "1 post by Joe"
    assert built.page("blog/2024/01/31/secret/").meta("robots") == "noindex"
    assert built.page(POST).meta("robots") is None


def test_a_draft_that_is_shown_is_not_for_search_engines(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\ndraft: true\n---\nText.\n")

    assert site.build(serve=True).page("blog/2024/01/31/a/").meta("robots") == "noindex"
    assert site.blogposts(draft=True).build().page("blog/2024/01/31/a/").meta("robots") == "noindex"


def test_what_is_kept_changes_with_what_it_tells(site: Site) -> None:
    put_metadata_site(site)
    site.build()
    for name, old, new in (
        ("docs/blog/.authors.yml", "Jane Doe", "Jane Roe"),
        ("docs/blog/posts/plain.md", "tags: [storm]", "tags: [rain]"),
    ):
        site.put(name, (site.root / name).read_text(encoding="utf-8").replace(old, new))

    built = site.build()

    assert graph_of(built.page(POST))["BlogPosting"]["author"][0]["name"] == "Jane Roe"
    assert built.page("blog/author/jane/").meta("og:title") == "Jane Roe"
    assert built.page("blog/tag/storm/").meta("description") == "1 post, 1 talk tagged storm"

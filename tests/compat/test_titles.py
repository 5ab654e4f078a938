"""The title of a post is what its heading says, as with Material's blog: on its page, on cards and in feeds."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.built import text_of
from tests.compat.plugins import needs

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

EXTENSIONS = """\
markdown_extensions:
  - attr_list
  - footnotes
  - toc: {permalink: true}
  - pymdownx.tilde
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
"""

AS_MATERIAL = {
    "attributes": "# T { #x }",
    "attributes with a colon": "# T2 {: #y .z }",
    "a footnote": "# Foot[^1]\n\n[^1]: Note.",
    "an emoji": "# Go :rocket: on",
    "an icon": "# Go :material-heart: on",
    "formatting": "# **Bold** `code` & <b>x</b> &amp; &copy;",
    "a link": "# [Link](https://example.com)",
    "struck out": "# A ~~x~~ b",
    "underlined": "Under\n=====",
    "closed, and twice where a hook adds to the text": "# Closed #\n\n## Closed #\n\nADDED",
    "a picture": "# ![Alt](https://example.com/x.png) text",
    "none": "Text.",
    "of a hook": "HEADING",
    "lowered by a hook": "# Lower\n\nLOWERED",
    "lowered by a hook, and another that is not": "# Lower still\n\nLOWERED\n\n# Not lower",
}
"""Texts of posts by what their heading has."""

OTHERWISE = {
    "in front matter": ("title: A *b* ~~c~~ `d` <b>e</b> &amp; :rocket:f", "Text.", "A b c d e & 🚀f"),
    "broken into lines": ("title: A<br>b <br /> `<br>`", "Text.", "A b <br>"),
    "further down": ("", "Text.\n\n# Down here", "Down here"),
    "as HTML": ("", "<h1>Raw <i>HTML</i></h1>", "Raw HTML"),
    "of a hook's key": ("", "# Its heading\n\nRENAMED", "By a hook"),
}
"""Where Material shows Markdown as it is, or the name of the file: front matter, text, and our title."""

HOOK = """\
def on_page_markdown(markdown, page, **_):
    if "RENAMED" in markdown:
        page.meta["title"] = "By a hook"
    if "LOWERED" in markdown:
        markdown = markdown.replace("# Lower", "## Lower")
    return markdown.replace("HEADING", "# Of a hook").replace("ADDED", "More.")
"""


def write(site: Site, plugin: str) -> Site:
    """Write the site; each post is named by a number, so that titles by name are the same too."""
    site.put("hook.py", HOOK)
    site.put(
        "mkdocs.yml",
        "site_name: Site\nsite_url: https://example.org/\nhooks: [hook.py]\ntheme: {name: material}\n"
        f"plugins: [search, {plugin}: {{pagination: false}}]\n{EXTENSIONS}",
    )
    heads = {name: ("", text) for name, text in AS_MATERIAL.items()}
    heads |= {name: (head, text) for name, (head, text, _) in OTHERWISE.items()}
    for number, (head, text) in enumerate(heads.values()):
        site.put(f"docs/blog/posts/p{number:02}.md", f"---\ndate: 2024-01-01\n{head}\n---\n{text}\n\nBody.\n")
    return site


def titles_of(built: Built) -> dict[str, str]:
    """What `<title>` says of each post."""
    assert built.exit_code == 0, built.log
    return {url: built.page(url).title.removesuffix(" - Site") for url in built.pages if "/2024/01/" in url}


def test_a_title_is_what_the_heading_says(site: Site) -> None:
    theirs = titles_of(write(site, "blog").build())
    built = write(site, "blogposts").build()

    ours = titles_of(built)

    assert set(ours) == set(theirs)
    own = {title for _, _, title in OTHERWISE.values()}
    assert {url: title for url, title in ours.items() if title not in own} == {
        url: title for url, title in theirs.items() if ours[url] not in own
    }
    assert own <= set(ours.values())
    for url in ("blog/", "blog/archive/2024/"):
        assert {card.url: card.title for card in built.page(url).cards} == ours
    items = json.loads(built.read("blog/feed.json"))["items"]
    assert {item["url"].removeprefix("https://example.org/"): item["title"] for item in items} == ours
    icons = [heading for heading in built.page("blog/").css("h2 a") if text_of(heading) == "Go on"]
    assert [len(heading.css("svg path")) for heading in icons] == [1]


def test_a_title_is_what_macros_make_of_it(site: Site) -> None:
    needs("mkdocs-macros-plugin")
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-01\n---\n# A {{ 1 + 1 }}\n\nBody.\n")
    site.put("docs/blog/posts/b.md", "---\ndate: 2024-01-01\n---\n{% raw %}\n# B {{ 2 }}\n{% endraw %}\n\nBody.\n")

    built = site.config(plugins=["search", "macros", "blogposts"]).build()

    assert [card.title for card in built.page("blog/").cards] == ["A 2", "B {{ 2 }}"]
    assert sorted(titles_of(built).values()) == ["A 2", "B {{ 2 }}"]


LISTED = """\
---
date: 2024-01-01
authors: [kim]
categories: ['*Big* news', snake_case]
tags: [zeta, Alpha, beta, alpha2]
---
# A
"""


def listings_of(site: Site, plugin: str, index: str) -> tuple[list[str], list[str], dict[str, tuple[str, str]]]:
    """What the navigation calls the blog, the tags on a post, and `<title>` and heading of each listing."""
    site.put(
        "docs/blog/.authors.yml", "authors: {kim: {name: _Kim_, description: D, avatar: https://example.com/a.png}}\n"
    )
    site.put("docs/blog/posts/a.md", LISTED).put("docs/index.md", "# Home\n").put("docs/blog/index.md", index)
    site.config(plugins=["search", "tags", {plugin: {"authors_profiles": True}}])
    built = site.config(nav=["index.md", {"index": "blog/index.md"}]).build()
    own = re.compile(r"blog/(tags?/|archive/$)")
    pages = {url: built.page(url) for url in built.pages if url.startswith("blog/") and not own.match(url)}
    tags = [text_of(node) for node in built.page("blog/2024/01/01/a/").css(".md-tags .md-tag")]
    return (
        [text_of(node) for node in built.page().css(".md-nav--primary > ul > li:nth-child(2) > :is(a, label, div)")],
        tags,
        {url: (page.title, page.heading) for url, page in pages.items()},
    )


def test_listings_and_tags_are_called_as_with_material(site: Site) -> None:
    index = "# What is *new*\n"
    theirs = listings_of(site, "blog", index)

    assert listings_of(site, "blogposts", index) == theirs


def test_an_index_without_a_title_is_not_called_index(site: Site) -> None:
    site.put("docs/blog/posts/a.md", LISTED).put("docs/blog/index.md", "Only text.\n")

    assert site.build().page("blog/").title == "Blog - Site"
    assert site.config(nav=[{"News": "blog/index.md"}]).build().page("blog/").title == "News - Site"
    site.delete("docs/blog/index.md").put("docs/index.md", "Only text.\n").config(nav=None, site_name="Ours")
    page = site.blogposts(blog_dir=".", post_dir="blog/posts").build().page()
    assert page.heading == "Ours"


HEADED_BY_THE_SITE = """\
{% if "\\x3ch1" not in page.content %}<h1>{{ page.title }}</h1>{% endif %}<p class="mine">{{ page.meta.banner }}</p>
{{ page.content }}
"""


def test_a_site_that_heads_texts_itself_heads_posts(site: Site) -> None:
    site.put("over/partials/content.html", HEADED_BY_THE_SITE).put("docs/index.md", "# Home\n")
    site.put("docs/blog/posts/a.md", "---\ndate: 2025-01-01\ntitle: A & b\nbanner: Mine\n---\n\n## Part\n\nText.\n")
    site.put("docs/blog/posts/b.md", "---\ndate: 2025-01-02\nbanner: Mine\n---\n\n# B\n\nText.\n")
    site.config(theme={"name": "material", "custom_dir": "over"})
    urls = ("blog/2025/01/01/a--b/", "blog/2025/01/02/b/")

    found = []
    for name in ("blog", "blogposts"):
        built = site.config(plugins=["search", name]).build(strict=True)
        parts = (built.page(url).css("article :is(h1, h2, .mine)") for url in urls)
        found.append([[text_of(part) for part in each] for each in parts])

    assert found[0][0] == ["A & b", "Mine", "Part"]
    assert found[1] == found[0]

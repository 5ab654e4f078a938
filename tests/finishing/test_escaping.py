"""Nothing in front matter reaches a page or a feed unescaped."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.built import Built

EVIL = """<evil-tag onclick="x">'"&amp;]]></script></title><!--"""
RUNS = (
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<evil-tag>",
    "vbscript:x",
)

POST = {
    "title": EVIL,
    "date": "2024-01-31",
    "slug": "a",
    "description": EVIL,
    "excerpt": EVIL,
    "tags": [EVIL, "plain"],
    "categories": [EVIL],
    "authors": [{"name": EVIL, "description": EVIL, "avatar": RUNS[0], "url": RUNS[0]}],
    "teaser": f"https://example.com/{EVIL}",
    "link": RUNS[0],
    "links": [{EVIL: "https://example.com/"}, {"x": RUNS[0]}, {EVIL: [{EVIL: RUNS[1]}]}],
    "icon": EVIL,
    "status": EVIL,
    "subtitle": EVIL,
    "unknown": {"deep": [EVIL]},
    "hide": [EVIL],
    "tagline": EVIL,
    "toc_label": EVIL,
    "citation": EVIL,
    "paperurl": f"https://example.com/{EVIL}",
    "header": {
        "overlay_image": f"https://example.com/{EVIL}",
        "overlay_filter": f"{EVIL};background:url(//evil)",
        "overlay_color": EVIL,
        "image_description": EVIL,
        "caption": EVIL,
        "cta_url": RUNS[0],
        "cta_label": EVIL,
        "actions": [{"label": EVIL, "url": f"https://example.com/{EVIL}"}],
        "video": {"provider": "youtube", "id": EVIL},
    },
}
TALK = {
    "title": EVIL,
    "date": "2024-01-31",
    "venue": EVIL,
    "location": EVIL,
    "talk_type": EVIL,
    "tags": [EVIL],
    "description": EVIL,
    "link": RUNS[0],
    "slidesurl": RUNS[0],
    "videourl": f"https://example.com/{EVIL}",
    "header": {"image": f"https://example.com/{EVIL}", "image_description": EVIL, "caption": EVIL},
}


def page_with(head: Mapping[str, object], text: str = "Text.") -> str:
    return f"---\n{yaml.safe_dump(dict(head), allow_unicode=True, width=10000)}---\n{text}\n"


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = Site(tmp_path_factory.mktemp("site"))
    site.config(theme=request.param)
    site.blogposts(authors_profiles=True, backlinks=True, feeds_content="full", view_layout="cards")
    site.put("docs/index.md", "# Home\n")
    site.put("docs/blog/posts/a.md", page_with(POST, "Text, see [the talk](/talks/t/) and [home](/index.md)."))
    site.put("docs/talks/t.md", page_with(TALK))
    for number, url in enumerate(RUNS):
        both = {"title": "x", "date": "2024-01-30", "slug": str(number), "link": url, "image": url}
        site.put(f"docs/blog/posts/{number}.md", page_with(both))
        site.put(f"docs/talks/{number}.md", page_with(both | {"venue": "y", "slidesurl": url, "videourl": url}))
    site.put("docs/blog/posts/faulty.md", page_with({"title": EVIL, "date": EVIL, "slug": EVIL}))
    # Under `serve`, what has faults is shown as well, and so are the faults.
    return site.build(serve=True)


def trees(built: Built) -> Iterator[tuple[str, LexborHTMLParser]]:
    for name in built.files:
        if name.endswith(".html"):
            yield name, LexborHTMLParser(built.read(name))


def test_the_site_is_built(built: Built) -> None:
    assert built.error is None
    assert "evil-tag" in built.page("blog/").text
    assert {"blog/2024/01/31/a/", "talks/t/", "blog/faulty/"} <= set(built.pages)


def test_no_element_comes_out_of_front_matter(built: Built) -> None:
    assert [name for name, tree in trees(built) if tree.css("evil-tag")] == []
    assert [name for name, tree in trees(built) if tree.css_first("body") is None or "onclick" in names_of(tree)] == []


def names_of(tree: LexborHTMLParser) -> set[str]:
    """The names of all attributes of a page."""
    return {name for node in tree.css("*") for name in node.attributes}


def test_no_page_is_cut_short(built: Built) -> None:
    title = f"{EVIL} - Site"
    # What Jekyll and Material's blog put into pages as HTML, as names, is read as that.
    name_of_author = f"{html.unescape(EVIL)} - Site"
    for name, tree in trees(built):
        titles = [node.text() for node in tree.css("head title")]
        assert [found for found in titles if not found.endswith("Site")] == [], name
        assert len(titles) == 1, name
        assert titles[0] == (name_of_author if "/author/" in name else title) or EVIL[:5] not in titles[0], name
        assert tree.css("footer, .md-footer"), name
    assert built.page("blog/tag/amp--/").title == " ".join(title.split())


def test_no_script_holds_what_strangers_wrote_but_as_data(built: Built) -> None:
    scripts = [node for _, tree in trees(built) for node in tree.css("script")]
    assert scripts
    for script in scripts:
        if script.attributes.get("type") == "application/ld+json":
            assert json.loads(script.text())
        else:
            assert "<evil" not in script.text()


def test_no_url_runs_anything(built: Built) -> None:
    pattern = re.compile(r"^\s*(?:java\s*script|vbscript|data):", re.IGNORECASE)
    running = [
        (name, node.attributes[key])
        for name, tree in trees(built)
        for key in ("href", "src", "poster", "action", "content", "srcset")
        for node in tree.css(f"[{key}]")
        if pattern.match("".join((node.attributes[key] or "").split()))
    ]
    assert [found for found in running if not str(found[1]).startswith("data:image/svg")] == []


def test_no_feed_is_broken(built: Built) -> None:
    items = json.loads(built.read("blog/feed.json"))["items"]
    texts = [item["content_html"] for item in items]
    for name, tag in (("blog/rss.xml", "{*}encoded"), ("blog/atom.xml", "{http://www.w3.org/2005/Atom}content")):
        root = built.xml(name)
        assert [node.tag for node in root.iter() if "evil" in str(node.tag)] == []
        found = [node.text or "" for node in root.iter(tag)]
        assert len(found) == len(items)
        texts += found
    assert [text for text in texts if "see <a" in text]
    assert [text for text in texts if LexborHTMLParser(text).css("evil-tag, [onclick], script")] == []
    assert EVIL in [node.text for node in built.xml("blog/rss.xml").iter("category")]
    assert [item["url"] for item in items if not item["url"].startswith(built.site_url)] == []
    assert len(built.xml("sitemap.xml"))


def test_the_search_index_is_data(built: Built) -> None:
    for piece in built.search:
        assert LexborHTMLParser(f"<div>{piece['title']}</div>").css("evil-tag") == []
        assert LexborHTMLParser(f"<div>{piece['text']}</div>").css("evil-tag") == []


def test_characters_that_xml_has_not_stay_out_of_feeds(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\n---\nText \x0b.\n")

    built = site.build()

    assert built.exit_code == 0
    assert built.xml("blog/rss.xml").findtext(".//item/description") == "Text ."
    assert built.xml("blog/atom.xml").findtext(".//{*}entry/{*}summary") == "Text ."


def test_characters_that_xml_has_not_are_told_in_front_matter(site: Site) -> None:
    site.put("docs/blog/posts/a.md", '---\ntitle: "A \\x00"\ndate: 2024-01-31\n---\nText.\n')

    assert site.build().faults == [
        "docs/blog/posts/a.md:2:8: title: the control character U+0000 is not allowed here\n    delete it"
    ]


MARKED = """
    docs/index.md
    | # Home
    docs/blog/posts/a.md
    | ---
    | title: A
    | date: 2024-01-31
    | links: [b.md, blog/posts/b.md, ../../guide.md, guide.md#sec, plain.md]
    | ---
    docs/blog/posts/b.md
    | ---
    | title: Be <evil-tag>
    | slug: b
    | subtitle: <evil-tag>
    | status: '"><evil-tag>'
    | icon: '"><evil-tag>'
    | date: 2023-01-31
    | links: [a.md]
    | ---
    docs/guide.md
    | ---
    | title: To <evil-tag>
    | subtitle: <evil-tag>
    | status: '"><evil-tag>'
    | nested: {deep: [<evil-tag>]}
    | ---
    | ## &lt;evil-tag&gt; and more {#sec}
    docs/plain.md
    | # This & that
"""


@pytest.mark.parametrize(("name", "year"), [("a", 2024), ("b", 2023)])
def test_what_a_post_leads_to_is_escaped_beside_it(site: Site, name: str, year: int) -> None:
    shown = "{% for item in page.config.links %}[{{ item.title }}|{{ item.meta }}|{{ item.meta.subtitle }}]{% endfor %}"
    site.put("overrides/blog-post.html", '{% extends "base.html" %}{% block content %}' + shown + "{% endblock %}")
    site.config(theme={"name": "material", "custom_dir": "overrides"}, markdown_extensions=["attr_list"])
    # In the navigation, Material prints what a page says of itself, with or without a blog.
    site.config(nav=["index.md"]).write(MARKED)

    page = site.build().page(f"blog/{year}/01/31/{name}/")

    assert page.css("evil-tag") == []
    if name == "a":
        assert page.text.count("|<evil-tag>]") == 3
        assert page.text.count("[To <evil-tag>|") == 2
        assert "|<evil-tag> and more]" in page.text
        assert "[This & that|" in page.text


def test_material_shows_what_a_post_leads_to_as_text(site: Site) -> None:
    site.config(nav=["index.md"], markdown_extensions=["attr_list"]).write(MARKED)

    built = site.build()

    assert built.page("blog/2024/01/31/a/").css("evil-tag") == []
    assert "To <evil-tag>" in built.page("blog/2024/01/31/a/").css(".md-sidebar--post")[0].text()


def test_a_title_that_is_only_markup_is_shown_as_written(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: <br>\ndate: 2024-01-31\nslug: a\n---\nText.\n")

    built = site.build()

    assert built.page("blog/").cards[0].title == "<br>"
    assert built.page("blog/2024/01/31/a/").heading == "<br>"


def test_stars_within_a_word_of_a_jekyll_title_are_text(site: Site) -> None:
    """As most themes of Jekyll print titles as they are, and those of which Markdown is made have it around words."""
    title = "D*I*Y, 2**3 and *one* `a*b*c`"
    site.put("docs/blog/posts/a.md", f"---\ntitle: {title}\ndate: 2024-01-31\npermalink: /a/\n---\nText.\n")
    site.put("docs/blog/posts/b.md", "---\ntitle: D*I*Y\ndate: 2024-01-30\nslug: b\n---\nText.\n")

    built = site.build()

    assert built.page("a/").heading == "D*I*Y, 2**3 and one a*b*c"
    assert [card.title for card in built.page("blog/").cards] == ["D*I*Y, 2**3 and one a*b*c", "DIY"]
    assert built.page("a/").title.startswith("D*I*Y, 2**3 and one a*b*c")

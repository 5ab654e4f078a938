"""Links between posts, talks and pages, however they are written, wherever they are shown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.built import Link
from tests.links import broken_links
from tests.site import Site

if TYPE_CHECKING:
    from tests.built import Built

WAYS = {
    "file": ("../../talks/2024-02-02-conf.md", "talks/2024-02-02-conf/"),
    "file and anchor": ("../../talks/2024-02-02-conf.md#more", "talks/2024-02-02-conf/#more"),
    "file of a post": ("2023-05-05-older.md", "posts/2023/05/older/"),
    "permalink": ("/posts/2023/05/older/", "posts/2023/05/older/"),
    "permalink without slash": ("/posts/2023/05/older", "posts/2023/05/older/"),
    "permalink with index.html": ("/posts/2023/05/older/index.html", "posts/2023/05/older/"),
    "permalink and anchor": ("/posts/2023/05/older/#part", "posts/2023/05/older/#part"),
    "permalink without slash and anchor": ("/posts/2023/05/older#part", "posts/2023/05/older/#part"),
    "permalink and query": ("/posts/2023/05/older/?a=1&b=2#part", "posts/2023/05/older/?a=1&b=2#part"),
    "talk from the root": ("/talks/2024-02-02-conf", "talks/2024-02-02-conf/"),
    "with the base path": ("/notes/posts/2023/05/older/", "posts/2023/05/older/"),
    "with the base path, without slash": ("/notes/talks/2024-02-02-conf", "talks/2024-02-02-conf/"),
    "whole URL": ("https://example.org/notes/posts/2023/05/older/", "posts/2023/05/older/"),
    "whole URL without slash": ("https://example.org/notes/posts/2023/05/older", "posts/2023/05/older/"),
    "whole URL and anchor": ("https://example.org/notes/talks/2024-02-02-conf/#more", "talks/2024-02-02-conf/#more"),
    "whole URL without scheme": ("//example.org/notes/posts/2023/05/older/", "posts/2023/05/older/"),
    "relative URL": ("../../../../../posts/2023/05/older/", "posts/2023/05/older/"),
    "docs page by file": ("../../guide.md", "guide/"),
    "docs page from the root": ("/guide/", "guide/"),
    "index of the blog": ("/blog/", "blog/"),
    "tag page": ("/blog/tag/x/", "blog/tag/x/"),
    "other site": ("https://example.com/posts/2023/05/older/", "https://example.com/posts/2023/05/older/"),
    "same host, other path": ("https://example.org/elsewhere/", "https://example.org/elsewhere/"),
    "mail": ("mailto:me@example.org", "mailto:me@example.org"),
}
"""How a link is written, and where it leads from the root of the site."""

FORMS = ("Markdown", "reference", "HTML")


def text_with(form: str, url: str) -> str:
    match form:
        case "Markdown":
            return f"See [here]({url}) now."
        case "reference":
            return f"See [here][it] now.\n\n[it]: {url}"
        case _:
            return f'See <a class="x" href="{url.replace("&", "&amp;")}">here</a> now.'


SITE = """
    docs/index.md
    | # Home
    docs/guide.md
    | # Guide
    docs/blog/posts/2023-05-05-older.md
    | ---
    | title: Older
    | permalink: /posts/2023/05/older/
    | tags: [x]
    | ---
    | Old.
    |
    | ## Part
    docs/talks/2024-02-02-conf.md
    | ---
    | title: Conf
    | venue: Conf
    | ---
    | Abstract.
    |
    | ## More
"""


def slug_of(form: str, way: str) -> str:
    return f"{form} {way}".lower().replace(",", "").replace(".", "").replace(" ", "-")


@pytest.fixture(scope="module", params=[True, False], ids=["directory URLs", "file URLs"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    site = Site(tmp_path_factory.mktemp("site")).write(SITE)
    site.config(site_url="https://example.org/notes/", use_directory_urls=request.param)
    site.blogposts(pagination=False, feeds_length=1000)
    for form in FORMS:
        for way, (url, _) in WAYS.items():
            head = f"title: {slug_of(form, way)}\nslug: {slug_of(form, way)}\ndate: 2024-01-31\ntags: [x]\n"
            site.put(f"docs/blog/posts/{slug_of(form, way)}.md", f"---\n{head}---\n{text_with(form, url)}\n\nMore.\n")
    return site.build()


def expected(built: Built, way: str) -> str:
    """Where a link is to lead on this site."""
    url = WAYS[way][1]
    if "guide/index.html" in built.files or url.startswith(("http", "mailto")):
        return url
    path, anchor = (url.partition("#")[0], "#" + url.partition("#")[2]) if "#" in url else (url, "")
    path, query = (path.partition("?")[0], "?" + path.partition("?")[2]) if "?" in path else (path, "")
    is_folder = path.startswith("posts/") or path == "blog/"
    return f"{path}index.html{query}{anchor}" if is_folder else f"{path.rstrip('/')}.html{query}{anchor}"


@pytest.fixture(scope="module")
def links(built: Built) -> dict[tuple[str, str], list[str]]:
    """Where the link of each post leads, by its title and where it is shown."""
    found = {}
    for listing in ("blog/", *(url for url in built.pages if "/archive/2024" in url or "/tag/x" in url)):
        page = built.page(listing)
        for card in page.css("article.bp-card"):
            heading = card.css_first("h2 a")
            assert heading is not None
            title, url = heading.text().strip(), page.resolve(heading.attributes["href"] or "")
            hrefs = [node.attributes["href"] or "" for node in card.css(".bp-card__excerpt a")]
            found[title, listing.removesuffix(".html").strip("/")] = [page.resolve(href) for href in hrefs]
            found[title, "page"] = [link.url for link in built.page(url).links if link.text == "here"]
    for name in ("rss.xml", "atom.xml"):
        feed = feedparser.parse(built.read(f"blog/{name}"), sanitize_html=False, resolve_relative_uris=False)
        found |= {(entry.title, name): hrefs_in(entry.content[0].value) for entry in feed.entries}
    items = json.loads(built.read("blog/feed.json"))["items"]
    return found | {(item["title"], "feed.json"): hrefs_in(item["content_html"]) for item in items}


def hrefs_in(content: str) -> list[str]:
    return [node.attributes["href"] or "" for node in LexborHTMLParser(content).css("a")]


CASES = [pytest.param(form, way, id=f"{form}: {way}") for form in FORMS for way in WAYS]


@pytest.mark.parametrize(("form", "way"), CASES)
def test_a_link_leads_where_it_should(
    built: Built, links: dict[tuple[str, str], list[str]], form: str, way: str
) -> None:
    if way == "relative URL" and "guide/index.html" not in built.files:
        return  # it is relative to a URL that such a site has not
    wanted = without_index(expected(built, way))
    whole = wanted if wanted.startswith(("http", "mailto")) else urljoin("https://example.org/notes/", wanted)

    found = {where: urls for (title, where), urls in links.items() if title == slug_of(form, way)}

    assert {where: [without_index(url) for url in urls] for where, urls in found.items()} == {
        "page": [wanted],
        "blog": [wanted],
        "blog/archive/2024": [wanted],
        "blog/tag/x": [wanted],
        "rss.xml": [whole],
        "atom.xml": [whole],
        "feed.json": [whole],
    }


def without_index(url: str) -> str:
    return url.replace("/index.html", "/")


def test_no_link_of_the_site_is_broken(built: Built) -> None:
    relative = [slug_of(form, "relative URL") for form in FORMS]
    broken = broken_links(built.dir, "/notes/")
    if "guide/index.html" not in built.files:
        # Written for URLs that such a site has not.
        broken = [link for link in broken if "posts/2023/05/older/" not in link]

    assert [link for link in broken if not any(slug in link for slug in relative)] == []


def test_a_page_of_the_docs_may_link_in_the_same_ways(site: Site) -> None:
    ways = {way: wanted for way, wanted in WAYS.items() if not wanted[0].startswith((".", "2023"))}
    lines = "\n\n".join(f"[{way}]({url})" for way, (url, _) in ways.items())
    site.config(site_url="https://example.org/notes/", validation={"links": {"absolute_links": "ignore"}})
    site.write(SITE).put("docs/page.md", f"# Page\n\n{lines}\n\n[file](blog/posts/2023-05-05-older.md)\n")

    built = site.build(strict=True)

    links = dict(built.page("page/").links)
    assert links.pop("file") == "posts/2023/05/older/"
    articles = {way: url for way, (_, url) in ways.items() if url.startswith(("posts/", "talks/"))}
    assert {way: links[way] for way in articles} == articles


def test_a_link_from_a_talk(site: Site) -> None:
    site.write(SITE).write("""
        docs/talks/t.md
        | ---
        | venue: Conf
        | permalink: /given/t/
        | ---
        | # T
        |
        | By [permalink](/posts/2023/05/older), by [file](../blog/posts/2023-05-05-older.md),
        | to [a talk](2024-02-02-conf.md).
    """)

    built = site.build(strict=True)

    links = built.page("given/t/").links
    assert Link("permalink", "posts/2023/05/older/") in links
    assert Link("file", "posts/2023/05/older/") in links
    assert Link("a talk", "talks/2024-02-02-conf/") in links


def test_pictures_and_files_of_posts(site: Site) -> None:
    site.config(site_url="https://example.org/notes/").write("""
        docs/index.md
        | # Home
        docs/blog/posts/2024-01-31-a/index.md
        | ---
        | title: A
        | permalink: /posts/a/
        | ---
        | ![beside](pic.png) ![root](/images/root.png) ![base](/notes/images/root.png)
        | <img src="pic.png" alt="raw"> <img src="/images/root.png" alt="raw root">
        | ![whole](https://example.org/notes/images/root.png) ![away](https://example.com/away.png)
        | [slides](slides.pdf)
        |
        | Text.
        docs/blog/posts/2024-01-31-a/pic.png
        | not really
        docs/blog/posts/2024-01-31-a/slides.pdf
        | not really
        docs/images/root.png
        | not really
    """)

    built = site.build()

    page = built.page("posts/a/")
    pictures = {node.attributes["alt"]: page.resolve(node.attributes["src"] or "") for node in page.css("article img")}
    assert pictures == {
        "beside": "blog/2024-01-31-a/pic.png",
        "root": "images/root.png",
        "base": "images/root.png",
        "raw": "blog/2024-01-31-a/pic.png",
        "raw root": "images/root.png",
        "whole": "images/root.png",
        "away": "https://example.com/away.png",
    }
    assert Link("slides", "blog/2024-01-31-a/slides.pdf") in page.links
    assert broken_links(built.dir, "/notes/") == []


HINT = "write the path of a file, or a URL from the site's root"


def test_a_link_that_leads_nowhere_is_told_with_its_place(site: Site) -> None:
    site.config(validation={"links": {"absolute_links": "warn", "unrecognized_links": "warn"}}).write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | permalink: /posts/about-the-tide/
        | ---
        | # A
        |
        | One [file](gone.md), one [path](/gone/), one [slip](/posts/about-the-tides/).
    """)

    built = site.build(strict=True)

    assert built.exit_code == 1
    assert [fault.split("\n    ") for fault in built.faults] == [
        ["docs/blog/posts/a.md:7:12: link: 'gone.md' leads nowhere in this site", HINT],
        ["docs/blog/posts/a.md:7:33: link: '/gone/' leads nowhere in this site", HINT],
        [
            "docs/blog/posts/a.md:7:53: link: '/posts/about-the-tides/' leads nowhere in this site",
            "did you mean '/posts/about-the-tide/'?",
        ],
    ]
    assert len(built.warnings) == 3, "MkDocs tells them again"


def test_the_place_is_that_of_the_link_and_not_of_a_longer_one(site: Site) -> None:
    site.config(validation={"links": {"absolute_links": "warn"}}).write(SITE).write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | ---
        | # A
        |
        | At [first](/posts/2023/05/older/#part), at a/posts/2023.
        |
        | [Then](/posts/2023).
    """)

    assert [fault.partition(": ")[0] for fault in site.build().faults] == ["docs/blog/posts/a.md:8:8"]


def test_a_link_that_leads_nowhere_has_the_level_that_mkdocs_gives_it(site: Site) -> None:
    site.write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | ---
        | # A
        |
        | One [path](/gone/), one [folder](gone/).
    """)

    built = site.build(strict=True)

    assert built.exit_code == 0
    assert built.warnings == []


def test_links_in_code_are_left_alone(site: Site) -> None:
    site.write(SITE).write("""
        docs/blog/posts/a.md
        | ---
        | date: 2024-01-31
        | ---
        | # A
        |
        | Write `[here](/posts/2023/05/older/)` or `<a href="/posts/2023/05/older/">`.
    """)

    page = site.build(strict=True).page("blog/2024/01/31/a/")

    assert [node.text() for node in page.css("article code")] == [
        "[here](/posts/2023/05/older/)",
        '<a href="/posts/2023/05/older/">',
    ]

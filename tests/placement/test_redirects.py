"""Old URLs lead to where their pages are now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

NEW = "blog/2024/01/31/new/"
ONE_PAGE = " -> a URL can lead to one page only; take it out of one of the two"
POST = "---\ntitle: {title}\ndate: 2024-01-31\n{head}\n---\nText.\n"


def put_post(site: Site, name: str, head: str, *, title: str | None = None) -> None:
    site.put(f"docs/blog/posts/{name}.md", POST.format(title=title or name.title(), head=head))


def lead_of(built: Built, name: str) -> str:
    """Where the page in a file leads."""
    url = name.removesuffix("index.html")
    page = built.page(url) if name.endswith(".html") else None
    assert page, name
    (refresh,) = page.css("meta[http-equiv=refresh]")
    seconds, _, href = (refresh.attributes["content"] or "").partition("; url=")
    (link,) = page.css("a")
    assert (seconds, href) == ("0", link.attributes["href"])
    assert page.meta("robots") == "noindex"
    return page.resolve(href)


def told(built: Built) -> list[str]:
    return [fault.replace("\n    ", " -> ") for fault in built.faults]


@pytest.mark.parametrize("site_url", ["https://example.org/", "https://example.org/docs/", ""])
def test_an_old_url_leads_to_the_page(site: Site, site_url: str) -> None:
    site.config(site_url=site_url or None)
    put_post(site, "new", "aliases: [/old/, /2019/old, /old.html]", title="Tom and <3")
    put_post(site, "other", "legacyUrl: /2024/12/other.html\nslug: other")
    site.put("docs/talks/t.md", "---\ntitle: T\nvenue: PyCon\nredirect_from: /talk/t/\n---\n")

    built = site.build(strict=True)

    post = "blog/2024/01/31/tom-and-3/"
    assert built.exit_code == 0, built.log
    assert {name: lead_of(built, name) for name in ("old/index.html", "2019/old.html", "old.html")} == dict.fromkeys(
        ("old/index.html", "2019/old.html", "old.html"), post
    )
    assert lead_of(built, "2024/12/other.html") == "blog/2024/01/31/other/"
    assert lead_of(built, "talk/t/index.html") == "talks/t/"
    assert built.page("old/").title == "Tom and <3"
    assert "<3" not in built.read("old/index.html").replace("&lt;3", "")
    root = site_url or "/"
    assert built.page("old/").css("link[rel=canonical]")[0].attributes["href"] == f"{root}{post}"
    assert json.loads(built.read("redirects.json")) == {
        "/old/": f"{root}{post}",
        "/2019/old": f"{root}{post}",
        "/old.html": f"{root}{post}",
        "/2024/12/other.html": f"{root}blog/2024/01/31/other/",
        "/talk/t/": f"{root}talks/t/",
    }


def test_without_directory_urls_old_urls_have_the_same_files(site: Site) -> None:
    site.config(use_directory_urls=False)
    put_post(site, "new", "aliases: [/old/, /2019/höher]")

    built = site.build(strict=True)

    names = ("old/index.html", "2019/höher.html")
    assert {lead_of(built, name) for name in names} == {"blog/2024/01/31/new.html"}
    new = '"https://example.org/blog/2024/01/31/new.html"'
    assert built.read("redirects.json") == f'{{\n  "/old/": {new},\n  "/2019/höher": {new}\n}}\n'


def test_a_post_that_has_moved_away_may_stand_in_the_navigation(site: Site) -> None:
    site.config(nav=[{"Home": "index.md"}, {"Moved": "blog/posts/gone.md"}, {"Blog": "blog/index.md"}])
    site.put("docs/index.md", "# Home\n").put("docs/blog/index.md", "# Blog\n")
    put_post(site, "gone", "redirect_to: https://example.com/")

    built = site.build()

    assert built.exit_code == 0
    assert ("Moved", "blog/2024/01/31/gone/") in built.page("").links_in("nav")


def test_an_old_url_is_in_no_list(site: Site) -> None:
    put_post(site, "new", "aliases: /old/")

    built = site.build(strict=True)

    assert "old/index.html" in built.files
    assert [url for url in built.sitemap if "old" in url] == []
    assert [entry for entry in built.search if "old" in entry["location"]] == []
    assert "old/" not in built.read("blog/index.html")
    # Feeds know the post by it, and lead nowhere else than others do.
    links = [built.xml("blog/rss.xml").findtext(".//item/link"), built.xml("blog/atom.xml").find(".//{*}entry/{*}link")]
    assert [link if isinstance(link, str) else link.get("href") for link in links if link is not None] == [
        f"https://example.org/{NEW}"
    ] * 2


def test_without_old_urls_there_is_no_list_of_them(site: Site) -> None:
    put_post(site, "new", "")

    assert "redirects.json" not in site.build().files


def test_a_site_keeps_its_own_list(site: Site) -> None:
    put_post(site, "new", "aliases: /old/")
    site.put("docs/redirects.json", '{"mine": true}')

    built = site.build(strict=True)

    assert built.read("redirects.json") == '{"mine": true}'
    assert lead_of(built, "old/index.html") == NEW


def test_redirects_can_be_switched_off(site: Site) -> None:
    put_post(site, "new", "aliases: /old/")
    put_post(site, "gone", "redirect_to: https://example.com/")
    site.blogposts(redirects=False)

    built = site.build(strict=True)

    assert built.pages == ["blog/", "blog/2024/01/31/gone/", NEW, "blog/archive/", "blog/archive/2024/", "blog/tags/"]
    assert "redirects.json" not in built.files


@pytest.mark.parametrize("head", ["draft: true", "published: false", "expires: 2024-02-01", "tags: [draft]"])
def test_what_is_held_back_leads_nowhere(site: Site, head: str) -> None:
    put_post(site, "new", f"{head}\naliases: /old/")
    put_post(site, "gone", f"{head}\nredirect_to: https://example.com/")

    built = site.build()

    assert [name for name in built.files if "old" in name or "gone" in name] == []
    assert "redirects.json" not in built.files


def test_a_chain_leads_straight_to_its_end(site: Site) -> None:
    put_post(site, "new", "aliases: /one/")
    put_post(site, "two", "redirect_to: /one/\naliases: /two/")
    put_post(site, "three", "redirect_to: two.md\naliases: /three/")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    day = "blog/2024/01/31"
    names = [f"{day}/two/", f"{day}/three/", "one/", "two/", "three/"]
    assert [lead_of(built, f"{name}index.html") for name in names] == [NEW] * 5


def test_links_to_an_old_url_lead_to_the_new_page(site: Site) -> None:
    put_post(site, "new", "aliases: [/old/, /2019/old]")
    put_post(site, "moved", "redirect_to: new.md")
    put_post(site, "away", "redirect_to: https://example.com/\npermalink: /away/")
    links = (
        "[a](/old/) [b](/2019/old) [c](https://example.org/old/#x) [d]({up}old/) <a href='/old/'>e</a> [f]({up}away/)"
    )
    site.put("docs/index.md", "# Home\n\n" + links.format(up="") + " [g](blog/posts/moved.md)\n")
    site.put(
        "docs/blog/posts/from.md", "---\ndate: 2024-01-31\n---\n# From\n\n" + links.format(up="/") + " [g](moved.md)\n"
    )

    built = site.build(strict=True)

    expected = [("a", NEW), ("b", NEW), ("c", f"{NEW}#x"), ("d", NEW), ("e", NEW), ("f", "away/"), ("g", NEW)]
    found = [(link.text, link.url) for link in built.page("blog/2024/01/31/from/").links if len(link.text) == 1]
    assert found == expected
    assert [(link.text, link.url) for link in built.page("").links if len(link.text) == 1] == expected
    assert told(built) == []


OTHER = "docs/blog/posts/other.md"
CLASHES = {
    "a page": ("/guide/", "docs/guide.md"),
    "a post": ("/blog/2024/01/31/other/", OTHER),
    "a redirect": ("/taken/", f"a redirect of {OTHER}"),
    "a listing": ("/blog/tags/", "the tag index 'Tags'"),
    "a feed": ("/blog/rss.xml", "the feed of 'blog' as rss"),
    "a file": ("/notes.txt", "docs/notes.txt"),
    "a folder in its way": ("/notes.txt/x/", "docs/notes.txt"),
    "a file in place of a folder": ("/files.d", "docs/files.d/a.txt"),
    "the sitemap": ("/sitemap.xml", "'sitemap.xml', which every site has"),
    "the list of redirects": ("/redirects.json", "'redirects.json', which every site has"),
}
"""An old URL, and whose it is."""


@pytest.mark.parametrize(("url", "owner"), CLASHES.values(), ids=CLASHES)
def test_no_redirect_takes_the_place_of_a_file(site: Site, url: str, owner: str) -> None:
    site.put("docs/guide.md", "# Guide\n").put("docs/notes.txt", "x").put("docs/files.d/a.txt", "x")
    put_post(site, "other", "aliases: /taken/")
    put_post(site, "post", f"aliases: {url}")

    built = site.build()

    assert told(built) == [
        f"docs/blog/posts/post.md:4:10: duplicate-url: aliases: '{url}' is already the URL of {owner}{ONE_PAGE}"
    ]
    assert built.exit_code == 0
    assert built.page(NEW.replace("new", "post")).heading == "Post"
    assert site.build(strict=True).exit_code == 1


def test_an_old_url_of_jekylls_that_is_a_listing_is_a_remark(site: Site) -> None:
    site.put("_posts/2024-01-31-a.md", "---\ntitle: A\ntags: [x]\nredirect_from: /blog/tags/\n---\nText.\n")
    built = site.build(strict=True)

    message = "_posts/2024-01-31-a.md:4:16: duplicate-url: redirect_from: '/blog/tags/' is already the URL of"
    assert told(built) == [f"{message} the tag index 'Tags'{ONE_PAGE}"]
    assert built.warnings == []


def test_no_redirect_takes_the_place_of_a_page_that_has_moved_away(site: Site) -> None:
    put_post(site, "away", "redirect_to: https://example.com/\npermalink: /x/")
    put_post(site, "a", "aliases: /x/")

    built = site.build()

    owner = "docs/blog/posts/away.md"
    assert told(built) == [
        f"docs/blog/posts/a.md:4:10: duplicate-url: aliases: '/x/' is already the URL of {owner}{ONE_PAGE}"
    ]


def test_a_page_may_name_its_own_url(site: Site) -> None:
    put_post(site, "new", f"aliases: [/{NEW}, /old/]")

    built = site.build(strict=True)

    assert built.page(NEW).heading == "New"
    assert list(json.loads(built.read("redirects.json"))) == ["/old/"]
    so = "is its URL now, so nothing leads there -> take it out"
    assert told(built) == [f"docs/blog/posts/new.md:4:11: aliases[0]: '/{NEW}' {so}"]


def test_several_blogs_share_one_list(site: Site) -> None:
    site.config(plugins=["search", "blogposts", {"blogposts": {"blog_dir": "news"}}])
    put_post(site, "new", "aliases: /old/")
    put_post(site, "gone", "redirect_to: https://example.com/\naliases: /gone/")
    site.put("docs/news/posts/b.md", POST.format(title="B", head="aliases: [/b/, /old/]\nredirect_to: /old/"))
    site.put("docs/news/posts/c.md", POST.format(title="C", head="redirect_to: /gone/"))

    first = "a redirect of docs/blog/posts/new.md"
    built = site.build()

    assert told(built) == [
        f"docs/news/posts/b.md:4:16: duplicate-url: aliases[1]: '/old/' is already the URL of {first}{ONE_PAGE}"
    ]
    preview = site.build(serve=True)
    assert list(json.loads(preview.read("redirects.json"))) == [
        *("/blog/2024/01/31/gone/", "/old/", "/gone/", "/news/2024/01/31/b/", "/news/2024/01/31/c/", "/b/")
    ]
    assert lead_of(preview, "b/index.html") == NEW
    assert lead_of(preview, "news/2024/01/31/c/index.html") == "https://example.com/"


def test_nothing_of_a_stranger_runs(site: Site) -> None:
    put_post(site, "new", "permalink: '/\"><script>alert(1)</script>/'\naliases: '/old\"><script>/'")
    put_post(site, "gone", "redirect_to: 'https://example.com/\"><script>alert(1)</script>'\npermalink: /gone/")

    built = site.build()

    pages = [built.read(name) for name in built.files if name.endswith(".html") and "http-equiv" in built.read(name)]
    assert len(pages) == 4
    assert all(page.count("<script>") == 1 and "alert(1)</script>" not in page for page in pages)

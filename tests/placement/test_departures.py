"""Pages that have moved away lead there, and those that cannot stay where they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.placement.test_redirects import NEW, lead_of, put_post, told

if TYPE_CHECKING:
    from tests.site import Site

CIRCLE = "leads in a circle, so the page stays -> let it lead to a page that stays"


def test_a_page_that_has_moved_away_leads_there_and_is_in_no_list(site: Site) -> None:
    put_post(site, "new", "tags: [x]")
    put_post(site, "here", "redirect_to: /blog/2024/01/31/new/#end\ntags: [y]")
    put_post(site, "file", "redirect_to: new.md")
    put_post(site, "own", "redirect_to: https://example.org/blog/2024/01/31/new/")
    put_post(site, "away", "redirect_to: https://example.com/a?b=c&d='e'#f\npermalink: /away.html")
    put_post(site, "beside", "redirect_to: /xylo/x y/")
    put_post(site, "scheme", "redirect_to: /javascript:alert(1)\npermalink: /scheme.html")
    put_post(site, "home", "redirect_to: https://example.com/home\npermalink: /")
    put_post(site, "listing", "redirect_to: /blog/tag/x/\npermalink: /blog/tag/x.html")
    put_post(site, "slash", "redirect_to: /slash/#a\npermalink: /slash.html")
    site.put("docs/talks/t.md", "---\ntitle: T\nvenue: PyCon\nredirect_to: https://example.com/t\n---\n")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    day = "blog/2024/01/31"
    assert lead_of(built, f"{day}/here/index.html") == f"{NEW}#end"
    assert lead_of(built, f"{day}/file/index.html") == NEW
    assert lead_of(built, f"{day}/own/index.html") == NEW
    assert lead_of(built, "away.html") == "https://example.com/a?b=c&d='e'#f"
    assert lead_of(built, f"{day}/beside/index.html") == "xylo/x%20y/"
    assert lead_of(built, "blog/tag/x.html") == "blog/tag/x/"
    assert lead_of(built, "slash.html") == "slash/#a"
    assert lead_of(built, "scheme.html") == "javascript%3Aalert(1)"
    assert lead_of(built, "talks/t/index.html") == "https://example.com/t"
    assert [card.title for card in built.page("blog/").cards] == ["New"]
    assert "blog/tag/y/index.html" not in built.files
    assert "talks/index.html" not in built.files
    assert [url for url in built.sitemap if "away" in url or "here" in url or "/t/" in url] == []
    assert "/here" not in built.read("blog/rss.xml")
    assert {entry["location"].partition("#")[0] for entry in built.search} == {NEW}
    leads = json.loads(built.read("redirects.json"))
    assert (leads[f"/{day}/here/"], leads["/"]) == (f"https://example.org/{NEW}#end", "https://example.com/home")
    hint = "write the path of a file, or a URL from the site's root"
    assert told(built) == [
        f"docs/blog/posts/{name}.md:4:14: redirect_to: '{url}' leads nowhere in this site -> {hint}"
        for name, url in (("beside", "/xylo/x y/"), ("scheme", "/javascript:alert(1)"), ("slash", "/slash/#a"))
    ]
    assert built.warnings == []


@pytest.mark.parametrize("serve", [False, True])
def test_a_page_that_leads_in_a_circle_stays(site: Site, *, serve: bool) -> None:
    put_post(site, "one", "redirect_to: two.md")
    put_post(site, "two", "redirect_to: /blog/2024/01/31/one/\naliases: /old/")
    put_post(site, "self", "redirect_to: https://example.org/blog/2024/01/31/self/")

    built = site.build(serve=serve)

    assert told(built) == [
        f"docs/blog/posts/one.md:4:14: redirect_to: 'two.md' {CIRCLE}",
        f"docs/blog/posts/self.md:4:14: redirect_to: 'https://example.org/blog/2024/01/31/self/' {CIRCLE}",
        f"docs/blog/posts/two.md:4:14: redirect_to: '/blog/2024/01/31/one/' {CIRCLE}",
    ]
    assert built.exit_code == 0
    assert {card.title for card in built.page("blog/").cards} == {"One", "Two", "Self"}
    assert lead_of(built, "old/index.html") == "blog/2024/01/31/two/"


def test_what_leaves_the_site_leads_in_no_circle(site: Site) -> None:
    put_post(site, "left", "redirect_to: https://example.com/\naliases: /")
    site.put("hook.py", "def on_config(config):\n    config.site_url += 'v2/'\n").config(hooks=["hook.py"])
    put_post(site, "back", "redirect_to: https://example.org/")

    built = site.build(strict=True)

    assert told(built) == []
    assert lead_of(built, "index.html") == "https://example.com/"
    assert lead_of(built, "blog/2024/01/31/back/index.html") == "https://example.org/"


def test_a_page_that_leads_to_what_is_held_back_stays(site: Site) -> None:
    put_post(site, "secret", "draft: true\npermalink: /x/")
    put_post(site, "taken", "draft: true\npermalink: /y/")
    put_post(site, "shown", "permalink: /y/")
    urls = {"a": "secret.md", "b": "/x/", "c": "/y/"}
    for name, url in urls.items():
        put_post(site, name, f"redirect_to: {url}")

    built = site.build()

    leads = "leads to a page that is held back (draft), so the page stays -> publish that page, or take the key out"
    assert told(built) == [f"docs/blog/posts/{name}.md:4:14: redirect_to: '{urls[name]}' {leads}" for name in "ab"]
    assert {card.title for card in built.page("blog/").cards} == {"A", "B", "Shown"}
    assert lead_of(built, "blog/2024/01/31/c/index.html") == "y/"

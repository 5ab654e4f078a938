"""Old URLs, and where a page has moved to, as front matter has them."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.faults import Level
from mkdocs_blogposts.jekyll.jekyll_config import JekyllConfig
from tests.content.reading import DATED, post, talk

JEKYLL = f"{DATED}\nlayout: post"
OWN = ("https://example.org/box/", "http://127.0.0.1:8000/box/")


@pytest.mark.parametrize(
    ("value", "dest_uri"),
    [
        ("/old/", "old/index.html"),
        ("/old", "old.html"),
        ("old/one", "old/one.html"),
        ("/old.html", "old.html"),
        ("/help/index.html", "help/index.html"),
        ("/brew-1.0.0", "brew-1.0.0"),
        ("/brew-1.0.0/", "brew-1.0.0/index.html"),
        ("/", "index.html"),
        ("//a//b/", "a/b/index.html"),
        ("/a%20b/", "a b/index.html"),
        ("/höher", "höher.html"),
        ("https://example.org/box/old/", "old/index.html"),
        ("https://EXAMPLE.org/box/old", "old.html"),
        ("http://127.0.0.1:8000/box/old/", "old/index.html"),
    ],
)
@pytest.mark.parametrize("head", [DATED, f"{DATED}\nlayout: post"], ids=["material", "jekyll"])
def test_an_old_url_has_a_file(head: str, value: str, dest_uri: str) -> None:
    read = post(f"{head}\nredirect_from: {value}", site_urls=OWN)

    assert read.told == []
    assert [old.dest_uri for old in read.it.old_urls] == [dest_uri]


def test_a_page_of_jekyll_moves_only_with_the_plugin_for_that() -> None:
    jekyll = JekyllConfig(paths=("_config.yml", "_more.yml"), values={"plugins": ["jekyll-feed"]})

    stays = post(f"{JEKYLL}\nredirect_to: /new/", jekyll=jekyll)
    moves = post(f"{JEKYLL}\nredirect_to: /new/", "", jekyll=jekyll)

    assert [told.partition(": ")[2] for told in stays.told] == [
        (
            "redirect_to: the plugin jekyll-redirect-from is not on, so the page stays"
            " -> add it to `plugins` in _more.yml, or take the text out"
        )
    ]
    assert moves.told == []
    assert (stays.it.new_url, moves.it.new_url) == (None, "/new/")


def test_every_key_counts_and_each_url_once() -> None:
    read = talk(
        "venue: PyCon\nredirect_from: [/a/, /b, null, [/c.html]]\naliases: /a/index.html\nlegacyUrl: https://example.org/box/d",
        site_urls=OWN,
    )

    assert read.told == []
    assert [(old.key, old.url) for old in read.it.old_urls] == [
        ("redirect_from[0]", "/a/"),
        ("redirect_from[1]", "/b"),
        ("redirect_from[3][0]", "/c.html"),
        ("legacyUrl", "/d"),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param(
            "redirect_from: 7",
            "redirect_from: expected a path, got 7 -> write `redirect_from: /old/path/`",
            id="number",
        ),
        pytest.param(
            "aliases: [/a/, {b: c}]",
            "aliases[1]: expected a path, got a mapping -> write `aliases[1]: /old/path/`",
            id="mapping",
        ),
        pytest.param(
            "aliases: /a/../b/",
            "aliases: '/a/../b/' leaves the site's folder -> do without `..`",
            id="dots",
        ),
        pytest.param(
            "redirect_from: https://example.com/old/",
            "redirect_from: 'https://example.com/old/' is not a URL of this site -> write only the path: /old/path/",
            id="another site",
        ),
        pytest.param(
            "redirect_from: https://example.org/other/",
            "redirect_from: 'https://example.org/other/' is not a URL of this site -> write only the path: /old/path/",
            id="beside the site",
        ),
        pytest.param(
            "redirect_from: javascript:alert(1)",
            "redirect_from: 'javascript:alert(1)' is not a URL of this site -> write only the path: /old/path/",
            id="another scheme",
        ),
        pytest.param("redirect_from: 'https://[x/'", "redirect_from: 'https://[x/' is not a URL", id="no URL"),
        pytest.param(
            "redirect_to: {a: b}",
            "redirect_to: expected a path or a URL, got a mapping -> write `redirect_to: /new/path/`",
            id="new URL that is none",
        ),
        pytest.param(
            "redirect_to: javascript:alert(1)",
            "redirect_to: 'javascript:alert(1)' is not an address to link to -> write `https://…` or a path",
            id="new URL that runs",
        ),
        pytest.param(
            "redirect_to: mailto:me@example.org",
            "redirect_to: 'mailto:me@example.org' is not the address of a page -> write `https://…` or a path",
            id="new URL of mail",
        ),
        pytest.param(
            "redirect_to: https://[x",
            "redirect_to: 'https://[x' is not the address of a page -> write `https://…` or a path",
            id="what is no URL",
        ),
    ],
)
def test_what_is_no_url_is_a_fault_with_its_place(line: str, told: str) -> None:
    read = post(f"{DATED}\n{line}", site_urls=OWN)

    assert [fault.partition(": ")[2] for fault in read.told] == [told]
    assert read.told[0].startswith("post.md:3:")
    assert read.levels == [Level.INFO if "expected" in told else Level.WARNING]


def test_a_query_is_a_remark() -> None:
    read = post(f"{DATED}\nredirect_from: /?p=12")

    assert read.told == [
        "post.md:3:16: redirect_from: '/?p=12' has a query, which no static site can answer -> take it out"
    ]
    assert read.levels == [Level.INFO]
    assert read.it.old_urls == ()


def test_an_anchor_is_left_out() -> None:
    read = post(f"{DATED}\nredirect_from: /old/#b")

    assert read.told == ["post.md:3:16: redirect_from: '/old/#b' has an anchor, which no server sees -> take it out"]
    assert read.levels == [Level.INFO]
    assert [old.url for old in read.it.old_urls] == ["/old/"]


def test_what_leaves_the_site_is_cleaned_as_jekyll_does_in_its_dialect() -> None:
    read = post(f"{DATED}\nlayout: post\nredirect_from: /../old/")

    assert read.told == ["post.md:4:16: redirect_from: '/../old/' is cleaned to '/old/'"]
    assert read.levels == [Level.INFO]
    assert [old.dest_uri for old in read.it.old_urls] == ["old/index.html"]


@pytest.mark.parametrize(
    ("value", "new_url"),
    [("/new/", "/new/"), ("[/new/, /other/]", "/new/"), ("https://example.com/?a=b#c", "https://example.com/?a=b#c")],
)
def test_a_page_can_have_moved_away(value: str, new_url: str) -> None:
    assert post(f"{DATED}\nredirect_to: {value}").it.new_url == new_url

"""The register of URLs: who has each, and where the others stand."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_blogposts.faults import Faults, Place
from mkdocs_blogposts.urls.option_claims import claim_of_option
from mkdocs_blogposts.urls.url_claims import Claim, UrlClaims, url_of


@pytest.fixture
def faults() -> Faults:
    return Faults()


@pytest.fixture
def claims(faults: Faults) -> UrlClaims:
    return UrlClaims(faults)


def claim(dest_uri: str, name: str = "b.md", **more: Any) -> Claim:
    return Claim(dest_uri=dest_uri, name=name, path=name, place=Place(2, 7), **more)


def told(faults: Faults) -> list[str]:
    return [f"{fault.level.name} {fault}" for fault in faults]


@pytest.mark.parametrize(
    ("first", "wanted", "granted"),
    [
        pytest.param("x/index.html", "y/index.html", "y/index.html", id="free"),
        pytest.param("x/index.html", "x/index.html", "x-2/index.html", id="a folder's page"),
        pytest.param("index.html", "index.html", "index-2/index.html", id="the home page"),
        pytest.param("x.html", "x.html", "x-2.html", id="a file"),
        pytest.param("a/feed.xml", "a/feed.xml", "a/feed-2.xml", id="a file in a folder"),
        pytest.param("LICENSE", "LICENSE", "LICENSE-2", id="without an ending"),
        pytest.param("a.b/x", "a.b/x", "a.b/x-2", id="a dot in the folder"),
        pytest.param("x", "x/index.html", "x-2/index.html", id="a file where a folder is wanted"),
        pytest.param("x", "x/y/z.html", "x-2/y/z.html", id="a file far above"),
        pytest.param("a/x", "a/x/y.html", "a/x-2/y.html", id="a file above, in a folder"),
        pytest.param("x/y/index.html", "x", "x-2", id="a folder where a file is wanted"),
        pytest.param("x/y/index.html", "x/index.html", "x/index.html", id="a page of the same folder"),
        pytest.param("x/index.html", "xy/index.html", "xy/index.html", id="a name that only begins so"),
    ],
)
@pytest.mark.parametrize("is_reserved", [False, True])
def test_whoever_comes_first_has_a_url(
    claims: UrlClaims, faults: Faults, first: str, wanted: str, granted: str, *, is_reserved: bool
) -> None:
    if is_reserved:
        claims.reserve(first, "a.md")
    else:
        assert claims.grant(claim(first, "a.md")) == first

    assert claims.grant(claim(wanted)) == granted
    message = f"'{url_of(wanted)}' is already the URL of a.md, so it is built at '{url_of(granted)}'"
    hint = "    give one of them another `permalink`, `slug`, title or date"
    assert told(faults) == ([] if wanted == granted else [f"WARNING b.md:2:7: duplicate-url: {message}\n{hint}"])


def test_each_has_a_number_of_its_own_and_no_number_is_taken_from_another(claims: UrlClaims) -> None:
    claims.reserve("x-3/index.html", "c.md")

    granted = [claims.grant(claim("x/index.html", name)) for name in ("a.md", "b.md", "d.md")]

    assert granted == ["x/index.html", "x-2/index.html", "x-4/index.html"]
    assert [claims.free(uri) for uri in ("x/index.html", "y.html")] == ["x-5/index.html", "y.html"]
    assert claims.free("y.html") == "y.html", "to ask is not to take"


def test_a_second_choice_is_taken_before_a_number(claims: UrlClaims) -> None:
    claims.grant(claim("x/index.html", "a.md"))

    second = {"second": "own/index.html"}
    assert claims.grant(claim("x/index.html", **second)) == "own/index.html"
    assert claims.grant(claim("x/index.html", "c.md", **second)) == "own-2/index.html"


def test_who_has_a_url_is_known(claims: UrlClaims, faults: Faults) -> None:
    claims.reserve("docs/guide/index.html", "guide.md")
    head = claim("blog/index.html", "blog.md")
    claims.reserve("blog/index.html", "docs/blog/index.md")

    assert claims.take_over(head) == "blog/index.html"
    names = {}
    for uri in ("docs/guide/index.html", "docs/guide", "docs", "docs/guide/index.html/x", "blog/index.html", "docs/x"):
        holder = claims.holder(uri)
        names[uri] = holder.name if holder else None
    assert names == {
        "docs/guide/index.html": "guide.md",
        "docs/guide": "guide.md",
        "docs": "guide.md",
        "docs/guide/index.html/x": "guide.md",
        "blog/index.html": "blog.md",
        "docs/x": None,
    }
    assert told(faults) == []


def test_the_options_that_decide_on_both_urls_are_the_remedy(claims: UrlClaims, faults: Faults) -> None:
    claims.grant(claim("tags/index.html", "the tag index 'Tags'", option="tags_index_url"))
    claims.grant(claim("tags/index.html", "the tag 'x'", option="tags_url_format"))

    assert told(faults) == [
        (
            "WARNING the tag 'x':2:7: duplicate-url: '/tags/' is already the URL of the tag index 'Tags',"
            " so the tag 'x' is built at '/tags-2/'\n    change `tags_index_url` or `tags_url_format`"
        )
    ]


def test_urls_that_differ_in_capitals_only_are_told_and_both_are_there(claims: UrlClaims, faults: Faults) -> None:
    assert claims.grant(claim("Post/index.html", "a.md")) == "Post/index.html"
    assert claims.grant(claim("post/index.html")) == "post/index.html"
    assert told(faults) == [
        (
            "INFO b.md:2:7: duplicate-url: '/post/' differs from '/Post/', the URL of a.md, in capitals only,"
            " so some file systems keep one of the two\n"
            "    give one of them another `permalink`, `slug`, title or date"
        )
    ]


def test_urls_that_differ_in_how_an_accent_is_written_are_told_and_both_are_there(
    claims: UrlClaims, faults: Faults
) -> None:
    assert claims.grant(claim("caf\u00e9/index.html", "a.md")) == "caf\u00e9/index.html"
    assert claims.grant(claim("cafe\u0301/index.html")) == "cafe\u0301/index.html"
    assert told(faults) == [
        (
            "INFO b.md:2:7: duplicate-url: '/cafe\u0301/' differs from '/caf\u00e9/', the URL of a.md,"
            " in how accents are written only, so some file systems keep one of the two\n"
            "    give one of them another `permalink`, `slug`, title or date"
        )
    ]


@pytest.mark.parametrize(
    ("dest_uri", "part"),
    [
        ("con/index.html", "con"),
        ("blog/AUX.md/index.html", "AUX.md"),
        ("a/nul.html", "nul.html"),
        ("a/com1.tar.gz/index.html", "com1.tar.gz"),
        ("LPT\u00b9/index.html", "LPT\u00b9"),
        ("what./index.html", "what."),
        ("what /index.html", "what "),
        *((f"a{sign}b/index.html", f"a{sign}b") for sign in '<>:"|?*'),
    ],
)
def test_a_file_that_windows_cannot_have_is_told_once_and_stays(
    claims: UrlClaims, faults: Faults, dest_uri: str, part: str
) -> None:
    assert claims.grant(claim(dest_uri)) == dest_uri
    beside = f"{dest_uri.rpartition('/')[0]}/feed.xml" if dest_uri.endswith("index.html") else dest_uri
    assert claims.grant(claim(beside, option="tags_url_format"))
    assert told(faults)[:1] == [
        (
            f"INFO b.md:2:7: permalink: the URL '{url_of(dest_uri)}' can be no file on Windows, because of '{part}'\n"
            "    where somebody builds the site there, give it another `permalink`, `slug` or title"
        )
    ]
    assert sum("Windows" in line for line in told(faults)) == 1


@pytest.mark.parametrize(
    "dest_uri", ["console/index.html", "com/index.html", "aux-in/index.html", "...", "a/.x/y.html"]
)
def test_a_file_that_windows_can_have_is_not(claims: UrlClaims, faults: Faults, dest_uri: str) -> None:
    assert claims.grant(claim(dest_uri)) == dest_uri
    assert told(faults) == []


@pytest.mark.parametrize(
    ("dest_uri", "url"),
    [("index.html", "/"), ("a/index.html", "/a/"), ("a/myindex.html", "/a/myindex.html"), ("a/b.html", "/a/b.html")],
)
def test_a_url_is_named_from_the_root_of_the_site(dest_uri: str, url: str) -> None:
    assert url_of(dest_uri) == url


@pytest.mark.parametrize(
    ("config_file_path", "path"), [("/site/en.yml", "en.yml"), (None, "mkdocs.yml"), ("", "mkdocs.yml")]
)
def test_what_an_option_wants_is_told_at_the_file_of_options(config_file_path: str | None, path: str) -> None:
    config = MkDocsConfig(config_file_path)

    found = claim_of_option("x/index.html", "the tag 'X'", "tags_url_format", config)

    assert (found.path, found.name, found.option) == (path, "the tag 'X'", "tags_url_format")

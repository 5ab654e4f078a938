"""Which file a URL is, and that none lies outside the site's folder."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from mkdocs_blogposts.faults import ContentError
from mkdocs_blogposts.frontmatter.dialects import Dialect
from mkdocs_blogposts.jekyll.permalinks import clean_permalink, page_dest_uri, safe_path
from mkdocs_blogposts.jekyll.placeholders import STYLES, Parts, check_placeholders, fill_permalink
from mkdocs_blogposts.jekyll.slugs import plain_slug, pretty_slug
from mkdocs_blogposts.settings import Settings
from mkdocs_blogposts.texts.url_formats import post_path

BOTH = [Dialect.MATERIAL, Dialect.JEKYLL]


@pytest.mark.parametrize("dialect", BOTH)
@pytest.mark.parametrize(
    ("permalink", "dest_uri"),
    [
        ("/posts/x/", "posts/x/index.html"),
        ("/talks/x", "talks/x/index.html"),
        ("talks/x", "talks/x/index.html"),
        ("/x.html", "x.html"),
        ("/x.HTM", "x.HTM"),
        ("/x.html/", "x.html/index.html"),
        ("/python-3.14", "python-3.14/index.html"),
        ("/projects/index", "projects/index.html"),
        ("/index", "index.html"),
        ("/404", "404.html"),
        ("/404/", "404/index.html"),
        ("/a/404", "a/404/index.html"),
        ("/feed.xml", "feed.xml/index.html"),
        ("/", "index.html"),
        ("//posts//x//", "posts/x/index.html"),
        (" /x/ ", "x/index.html"),
        ("/hello%20world/c%2B%2B/", "hello world/c++/index.html"),
        ("/été/日本/", "été/日本/index.html"),
        ("/%C3%A9/", "é/index.html"),
        ("/100%/", "100%/index.html"),
        ("/10:30/", "10:30/index.html"),
        ("/what%3F/c%23/", "what?/c#/index.html"),
    ],
)
def test_a_permalink_is_a_file(permalink: str, dest_uri: str, dialect: Dialect) -> None:
    assert clean_permalink(permalink, dialect).dest_uri == dest_uri
    assert clean_permalink(permalink, dialect).cleaned is None


@pytest.mark.parametrize(
    ("permalink", "cleaned", "dest_uri"),
    [
        ("/a/../../b//c/", "/a/b/c/", "a/b/c/index.html"),
        ("/../x.html", "/x.html", "x.html"),
        ("/%2e%2e/%2e%2e/x.html", "/x.html", "x.html"),
        ("/./a/./b/", "/a/b/", "a/b/index.html"),
        ("..", "/", "index.html"),
        ("/....//x/", "/x/", "x/index.html"),
        ("/wait...", "/wait/.", "wait/index.html"),
    ],
)
def test_jekyll_cleans_what_would_leave_the_site(permalink: str, cleaned: str, dest_uri: str) -> None:
    found = clean_permalink(permalink, Dialect.JEKYLL)

    assert (found.cleaned, found.dest_uri) == (cleaned, dest_uri)


def test_material_keeps_dots_that_lead_nowhere() -> None:
    assert clean_permalink("/./x./y../...", Dialect.MATERIAL).dest_uri == "x./y../.../index.html"


@pytest.mark.parametrize("permalink", ["/a/../b/", "..", "/%2e%2e/x", "/a/%2e./x"])
def test_material_refuses_it(permalink: str) -> None:
    with pytest.raises(ContentError) as caught:
        clean_permalink(permalink, Dialect.MATERIAL)

    assert caught.value.message == f"'{permalink}' leaves the site's folder"


@pytest.mark.parametrize("dialect", BOTH)
@pytest.mark.parametrize(
    ("permalink", "message"),
    [
        ("  ", "is empty"),
        ("https://example.org/x/", "'https://example.org/x/' is not a path within the site"),
        ("javascript:alert(1)", "'javascript:alert(1)' is not a path within the site"),
        ("C:/x/", "'C:/x/' is not a path within the site"),
        ("/C:/x/", "'C:/x/index.html' begins with a drive"),
        ("/x?a=b", "'/x?a=b' has a query or an anchor"),
        ("/x/#top", "'/x/#top' has a query or an anchor"),
        ("/a\\b/", r"'/a\b/' has a backslash"),
        ("/a%5Cb/", "'/a%5Cb/' has a backslash"),
        ("/a%00b/", "'/a%00b/' has a control character"),
        ("/a\nb/", r"'/a\nb/' has a control character"),
        ("/%FF/", "'/%FF/' is not UTF-8 once it is decoded"),
        (f"/{'é' * 128}/", f"'{'é' * 40}…' is too long for the name of a file"),
        (f"/{'/'.join(['x' * 99] * 9)}/", f"'{'x' * 60}…' is too long for a path"),
        (f"/{'d/' * 250}", f"'{'d/' * 30}…' is too long for a path"),
    ],
)
def test_what_is_no_path_is_refused(permalink: str, message: str, dialect: Dialect) -> None:
    with pytest.raises(ContentError) as caught:
        clean_permalink(permalink, dialect)

    assert caught.value.message == message


@pytest.mark.parametrize(("length", "jekylls"), [(250, f"{'x' * 250}.html"), (251, None)])
def test_the_file_of_jekyll_is_none_where_its_name_would_be_too_long(length: int, jekylls: str | None) -> None:
    assert clean_permalink(f"/{'x' * length}", Dialect.JEKYLL).jekylls == jekylls


PARTS = Parts(
    date=datetime(2023, 1, 1, 9, 5, 7, tzinfo=UTC),
    slug="Upgrading_Python's C++ code!",
    categories=("Web Apps", "C++", "web apps"),
    collection="talks",
    path="old/2023-01-01-x Y",
    name="2023-01-01-x Y",
)


@pytest.mark.parametrize(
    ("placeholder", "value"),
    [
        ("year", "2023"),
        ("short_year", "23"),
        ("month", "01"),
        ("i_month", "1"),
        ("short_month", "Jan"),
        ("long_month", "January"),
        ("day", "01"),
        ("i_day", "1"),
        ("y_day", "001"),
        ("hour", "09"),
        ("minute", "05"),
        ("second", "07"),
        ("week", "52"),
        ("w_year", "2022"),
        ("w_day", "7"),
        ("short_day", "Sun"),
        ("long_day", "Sunday"),
        ("title", "Upgrading_Python%27s-C%2B%2B-code%21"),
        ("slug", "upgrading-python-s-c-code"),
        ("categories", "web%20apps/c%2B%2B"),
        ("slugified_categories", "web-apps/c"),
        ("collection", "talks"),
        ("path", "old/2023-01-01-x%20Y"),
        ("name", "2023-01-01-x-y"),
        ("output_ext", ".html"),
    ],
)
def test_a_placeholder_stands_for(placeholder: str, value: str) -> None:
    assert fill_permalink(f"/:{placeholder}/", PARTS) == f"/{value}/"


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("/:year_:month/", "/2023_01/"),
        ("/:year-:month-:day:output_ext", "/2023-01-01.html"),
        ("/about/", "/about/"),
        ("/10:30/", "/10:30/"),
    ],
)
def test_what_stands_between_placeholders_is_kept(template: str, filled: str) -> None:
    assert fill_permalink(template, PARTS) == filled


@pytest.mark.parametrize(
    ("style", "dest_uri"),
    [
        ("date", "a/2023/01/01/Hi.html"),
        ("pretty", "a/2023/01/01/Hi/index.html"),
        ("ordinal", "a/2023/001/Hi.html"),
        ("weekdate", "a/2023/W52/Sun/Hi.html"),
        ("none", "a/Hi.html"),
    ],
)
def test_jekylls_styles(style: str, dest_uri: str) -> None:
    parts = Parts(date=PARTS.date, slug="Hi", categories=("A",), collection="posts", path="x", name="x")

    assert clean_permalink(fill_permalink(STYLES[style], parts), Dialect.JEKYLL).dest_uri == dest_uri


@pytest.mark.parametrize(
    ("template", "message", "hint"),
    [
        ("/:yaer/", "'/:yaer/' has the unknown placeholder :yaer", "did you mean :year?"),
        ("/:year_x/", "'/:year_x/' has the unknown placeholder :year_x", "did you mean :year?"),
    ],
)
def test_an_unknown_placeholder_is_told(template: str, message: str, hint: str) -> None:
    with pytest.raises(ContentError) as caught:
        check_placeholders(template)

    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_placeholder_that_is_like_none_lists_them_all() -> None:
    with pytest.raises(ContentError) as caught:
        check_placeholders("/:qqq/")

    assert str(caught.value.hint).startswith("there are :year, :short_year, :month")


def test_a_date_that_is_missing_is_told() -> None:
    with pytest.raises(ContentError, match="the permalink needs a date"):
        fill_permalink("/:year/", Parts(date=None, slug="x", collection="talks", path="x", name="x"))


@pytest.mark.parametrize(
    ("text", "pretty", "plain"),
    [
        ("My Post", "My-Post", "my-post"),
        (" -a -- b- ", "a-b", "a-b"),
        ("हिन्दी 日本", "हिन्दी-日本", "हिन्दी-日本"),
        ("v1.0~beta_2", "v1.0~beta_2", "v1-0-beta-2"),
        ("???", "", ""),
    ],
)
def test_jekylls_slugs(text: str, pretty: str, plain: str) -> None:
    assert (pretty_slug(text), plain_slug(text)) == (pretty, plain)


def dest_uri(*, use_directory_urls: bool = True, locale: str = "en", slug: str = "my-post", **settings: Any) -> str:
    path = post_path(
        date=datetime(2025, 7, 28, tzinfo=UTC),
        slug=slug,
        categories=("Web Apps", "C++"),
        file="file",
        settings=Settings(**settings),
        locale=locale,
    )
    return page_dest_uri(path, use_directory_urls=use_directory_urls)


class TestFormatOfUrls:
    """The option `post_url_format`."""

    @pytest.mark.parametrize(
        ("settings", "expected"),
        [
            ({}, "blog/2025/07/28/my-post/index.html"),
            ({"use_directory_urls": False}, "blog/2025/07/28/my-post.html"),
            ({"blog_dir": "."}, "2025/07/28/my-post/index.html"),
            ({"blog_dir": "news/blog"}, "news/blog/2025/07/28/my-post/index.html"),
            ({"post_url_format": "{file}"}, "blog/file/index.html"),
            ({"post_url_format": "/{slug}/"}, "blog/my-post/index.html"),
            ({"post_url_format": "{categories}/{slug}"}, "blog/web-apps/my-post/index.html"),
            (
                {"post_url_format": "{categories}/{slug}", "post_url_max_categories": 2},
                "blog/web-apps/c/my-post/index.html",
            ),
            ({"post_url_format": "{categories}/{slug}", "post_url_max_categories": 0}, "blog/my-post/index.html"),
            ({"post_url_format": "../{slug}"}, "my-post/index.html"),
            ({"post_url_date_format": "MMMM"}, "blog/July/my-post/index.html"),
            ({"post_url_date_format": "MMMM", "locale": "de"}, "blog/Juli/my-post/index.html"),
            ({"post_url_date_format": "short", "locale": "de"}, "blog/28.07.25/my-post/index.html"),
            ({"slug": "a/b"}, "blog/2025/07/28/a/b/index.html"),
        ],
    )
    def test_is_filled_in(self, settings: dict[str, Any], expected: str) -> None:
        assert dest_uri(**settings) == expected

    @pytest.mark.parametrize("bad", ["{dat}/{slug}", "{}", "{slug", "{slug:d}", "{slug.x}", "{0}"])
    def test_one_that_cannot_be_is_an_error_of_the_option(self, bad: str) -> None:
        with pytest.raises(ValueError, match=r"post_url_format: .* cannot be filled in; there are \{date\}, \{slug\}"):
            dest_uri(post_url_format=bad)

    def test_one_that_leaves_the_site_is_an_error_of_the_option(self) -> None:
        with pytest.raises(ValueError, match=r"post_url_format: '\.\./\.\./\{slug\}' leaves the site's folder"):
            dest_uri(post_url_format="../../{slug}")

    def test_a_pattern_that_is_none_is_an_error_of_the_option(self) -> None:
        with pytest.raises(ValueError, match="post_url_date_format: 'MMMMMMMMM' is not a pattern of Babel"):
            dest_uri(post_url_date_format="MMMMMMMMM")

    @pytest.mark.parametrize("locale", ["xx", "en_"])
    def test_a_language_that_babel_does_not_know(self, locale: str) -> None:
        with pytest.raises(ValueError, match="Babel"):
            dest_uri(locale=locale)


@pytest.mark.parametrize(
    ("path", "expected"), [("talks/x", "talks/x/index.html"), (".", "index.html"), ("./x/", "x/index.html")]
)
def test_a_page_stands_at_its_path(path: str, expected: str) -> None:
    assert page_dest_uri(path, use_directory_urls=True) == expected


@pytest.mark.parametrize("path", ["..", "../x", "/etc/passwd", "a/../../x"])
def test_a_page_never_stands_outside(path: str) -> None:
    with pytest.raises(ContentError, match="leaves the site's folder"):
        page_dest_uri(path, use_directory_urls=True)


@pytest.mark.parametrize(
    ("path", "safe"),
    [
        ("../../x", "x"),
        ("/a/./b/", "a/b"),
        ("..", "."),
        ("a\\b\x00c", "a-b-c"),
        ("C:/x", "C-/x"),
        ("é" * 200, "é" * 120),
    ],
)
def test_what_cannot_be_had_becomes_what_can(path: str, safe: str) -> None:
    assert safe_path(path) == safe
    assert page_dest_uri(safe, use_directory_urls=True)

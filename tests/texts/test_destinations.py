"""Where posts and talks are written, and what is told of those that have no place."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_blogposts.faults import Faults, Kind, Level
from tests.content.reading import DATED, post, talk


@pytest.mark.parametrize(
    ("head", "more", "dest_uri"),
    [
        pytest.param("title: My Post!", {}, "blog/2025/07/28/my-post/index.html", id="its title"),
        pytest.param("title: 'DRAFT: Hi'", {}, "blog/2025/07/28/hi/index.html", id="its title without a marker"),
        pytest.param(
            "title: '???'", {}, "blog/2025/07/28/index.html", id="that of its day, if the title has no letters"
        ),
        pytest.param(
            "title: X",
            {
                "src_uri": "blog/posts/日本.md",
                "post_url_format": "{slug}",
                "post_slugify": lambda _text, _separator: "",
            },
            "blog/日本/index.html",
            id="its file name as it is, where the index would be",
        ),
        pytest.param("title: X\nslug: My Own", {}, "blog/2025/07/28/My Own/index.html", id="its slug as it is"),
        pytest.param("title: X\nslug: 3.10", {}, "blog/2025/07/28/3.10/index.html", id="its slug that is a number"),
        pytest.param(
            "layout: post", {"src_uri": "_posts/x/My_Post.md"}, "blog/2025/07/28/My_Post/index.html", id="its file name"
        ),
        pytest.param(
            "", {"src_uri": "_posts/2020-01-01-Hi.md"}, "blog/2025/07/28/Hi/index.html", id="and that without its date"
        ),
        pytest.param(
            "layout: post\ntitle: X", {}, "blog/2025/07/28/x/index.html", id="its title where Material's blog has posts"
        ),
        pytest.param(
            "layout: post\ntitle: X", {"src_uri": "y/z.md"}, "blog/2025/07/28/z/index.html", id="its name elsewhere"
        ),
        pytest.param("permalink: /hello/", {}, "hello/index.html", id="its permalink"),
        pytest.param("permalink: /:year/:title.html", {}, "2025/post.html", id="its permalink with placeholders"),
        pytest.param("permalink: /x/\nslug: y", {}, "x/index.html", id="its permalink before its slug"),
        pytest.param(
            "permalink: /x/", {"use_directory_urls": False}, "x/index.html", id="its permalink, whatever the site has"
        ),
        pytest.param("title: X", {"use_directory_urls": False}, "blog/2025/07/28/x.html", id="a file of its own"),
        pytest.param(
            "categories: [Web Apps]",
            {"post_permalink": "/:categories/:year/:title/"},
            "web apps/2025/post/index.html",
            id="the site's permalinks",
        ),
        pytest.param("slug: Hi", {"post_permalink": "date"}, "2025/07/28/Hi.html", id="the site's style"),
        pytest.param("permalink: /x/", {"post_permalink": "date"}, "x/index.html", id="its own before the site's"),
        pytest.param(
            "",
            {"src_uri": "blog/posts/a/b.md", "post_permalink": "/:collection/:path/"},
            "posts/a/b/index.html",
            id="its path",
        ),
    ],
)
def test_a_post_is_written_to_where_it_says(head: str, more: dict[str, Any], dest_uri: str) -> None:
    found = post(f"{DATED}\n{head}", **more)

    assert (found.it.dest_uri, found.told) == (dest_uri, [])
    assert found.it.permalink == ("permalink" in head or "post_permalink" in more)


def test_the_date_of_a_url_is_that_of_the_sites_zone() -> None:
    head = "date: 2025-07-28 02:00:00\nlayout: post"

    assert post(head, timezone="America/Chicago").it.dest_uri == "blog/2025/07/27/post/index.html"


@pytest.mark.parametrize(
    ("head", "dest_uri", "told"),
    [
        pytest.param(
            "title: Hi\npermalink: https://example.org/x/",
            "hi/index.html",
            "post.md:4:12: permalink: 'https://example.org/x/' is not a path within the site, so it is ignored"
            " -> write only the path; `link` leads readers elsewhere",
            id="a permalink to another site",
        ),
        pytest.param(
            "layout: post\npermalink: /?p=7",
            "post/index.html",
            "post.md:4:12: permalink: '/?p=7' has a query or an anchor, so it is ignored"
            " -> write only the path, and %3F or %23 if it is meant",
            id="a permalink with a query",
        ),
        pytest.param(
            "permalink: /:yaer/",
            "post/index.html",
            "post.md:3:12: permalink: '/:yaer/' has the unknown placeholder :yaer, so it is ignored"
            " -> did you mean :year?",
            id="a permalink with a placeholder that is none",
        ),
        pytest.param(
            "permalink: [/x/]",
            "post/index.html",
            "post.md:3:12: permalink: expected text, got a list",
            id="a list of permalinks",
        ),
        pytest.param(
            "slug: ../../../../../x",
            "x/index.html",
            "post.md:3:7: slug: '../x' leaves the site's folder, so the page is built at '/blog/2025/07/28/x/'"
            " -> do without `..`",
            id="a slug that leaves the site",
        ),
        pytest.param("slug: [x]", "post/index.html", "post.md:3:7: slug: expected text, got a list", id="a list"),
        pytest.param(
            "slug: a\\b",
            "a-b/index.html",
            r"post.md:3:7: slug: 'blog/2025/07/28/a\\b/index.html' has a backslash or a control character,"
            " so the page is built at '/blog/2025/07/28/a-b/' -> delete it",
            id="a slug with a backslash",
        ),
        pytest.param(
            f"title: {'x' * 256}",
            f"{'x' * 240}/index.html",
            f"post.md:3:8: title: '{'x' * 40}…' is too long for the name of a file,"
            f" so the page is built at '/blog/2025/07/28/{'x' * 240}/' -> give the page a short `slug`",
            id="a title that is too long",
        ),
        pytest.param(
            f"slug: {'d/' * 2500}e",
            f"{'d/' * 195}e/index.html",
            f"post.md:3:7: slug: 'blog/2025/07/28/{'d/' * 22}…' is too long for a path,"
            f" so the page is built at '/blog/2025/07/28/{'d/' * 195}e/' -> give the page a short `permalink`",
            id="a slug of many folders",
        ),
    ],
)
def test_a_post_whose_url_cannot_be_had_stands_at_the_nearest(head: str, dest_uri: str, told: str) -> None:
    found = post(f"{DATED}\n{head}")

    assert (found.it.dest_uri, found.told) == (f"blog/2025/07/28/{dest_uri}", [told])


class TestPermalinkThatLeavesTheSite:
    """`..` in a permalink."""

    def test_is_cleaned_in_jekylls_dialect(self) -> None:
        found = post(f"{DATED}\npermalink: /a/../../b//c/")

        told = "3:12: permalink: '/a/../../b//c/' is cleaned to '/a/b/c/'"
        assert found.it.dest_uri == "a/b/c/index.html"
        assert found.told == [f"post.md:{told} -> write `permalink: /a/b/c/` if that is what it should be"]
        assert (found.faults.found[0].kind, found.levels) == (Kind.PERMALINK, [Level.INFO])

    def test_is_silent_where_the_site_wants_it_so(self) -> None:
        faults = Faults.for_site({"permalink": "ignore"})

        assert post(f"{DATED}\npermalink: /../x/", faults=faults).levels == [Level.IGNORE]

    def test_is_passed_over_in_materials_dialect(self) -> None:
        found = post(f"{DATED}\ntitle: Hi\npermalink: /a/../b/", post_dialect="material")

        assert found.it.dest_uri == "blog/2025/07/28/hi/index.html"
        assert found.told == [
            "post.md:4:12: permalink: '/a/../b/' leaves the site's folder, so it is ignored -> do without `..`"
        ]
        assert found.levels == [Level.WARNING]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            {"post_permalink": "/:yaer/"},
            "post_permalink: '/:yaer/' has the unknown placeholder :yaer; did you mean :year?",
        ),
        ({"post_url_format": "{dat}"}, "post_url_format: '{dat}' cannot be filled in"),
    ],
)
def test_an_option_that_cannot_be_used_is_an_error_with_its_name(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  (the message is looked at below)
        post(DATED, **settings)

    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("head", "more", "dest_uri"),
    [
        pytest.param("", {}, "talks/talk/index.html", id="its file name"),
        pytest.param(
            "", {"src_uri": "talks/2025/2025-07-17-x.md"}, "talks/2025-07-17-x/index.html", id="with its date"
        ),
        pytest.param(
            "", {"src_uri": "_talks/2025-07-17-x.md"}, "talks/2025-07-17-x/index.html", id="from Jekyll's folder"
        ),
        pytest.param(
            "", {"talks_dir": "talks", "use_directory_urls": False}, "talks/talk.html", id="a file of its own"
        ),
        pytest.param("slug: keynote", {}, "talks/keynote/index.html", id="its slug"),
        pytest.param("permalink: /talks/x", {}, "talks/x/index.html", id="its permalink"),
        pytest.param(
            "date: 2025-07-17",
            {"src_uri": "_talks/2025-07-17-x.md", "talks_permalink": "/:collection/:year/:title/"},
            "talks/2025/x/index.html",
            id="the site's permalinks",
        ),
    ],
)
def test_a_talk_is_written_to_where_it_says(head: str, more: dict[str, Any], dest_uri: str) -> None:
    found = talk(f"venue: PyCon\n{head}", **more)

    assert (found.it.dest_uri, found.told) == (dest_uri, [])


def test_a_talk_without_the_date_that_its_url_has_stands_at_its_name() -> None:
    found = talk("venue: PyCon", talks_permalink="/talks/:year/")

    assert found.it.dest_uri == "talks/talk/index.html"
    told = "talks_permalink: the permalink needs a date, so it is ignored -> add `date: 2025-07-01`"
    assert found.told == [f"talk.md:1:1: {told}"]


def test_a_talk_whose_slug_leaves_the_site_stays_in_it() -> None:
    found = talk("venue: PyCon\nslug: /../../x")

    assert found.it.dest_uri == "talks/x/index.html"
    told = "talk.md:3:7: slug: '../x' leaves the site's folder, so the page is built at '/talks/x/' -> do without `..`"
    assert found.told == [told]


class TestLink:
    """The key `link`."""

    @pytest.mark.parametrize("link", ["https://example.org/", "/other/", "post/", "/hello/x", "/a?b=c"])
    def test_leads_elsewhere(self, link: str) -> None:
        assert post(f"{DATED}\npermalink: /hello\nlink: {link}").it.link == link

    @pytest.mark.parametrize("link", ["/hello", "/hello/", "hello", "//hello/", "/hello.html", "/hello/index.html"])
    def test_to_the_page_itself_is_none(self, link: str) -> None:
        assert post(f"{DATED}\npermalink: /hello\nlink: {link}").it.link is None

    def test_is_none_for_talks_too(self) -> None:
        assert talk("venue: PyCon\npermalink: /talks/x\nlink: /talks/x").it.link is None


def test_a_slug_that_leads_up_a_folder_is_told_and_stays_where_its_builder_has_it() -> None:
    found = post(f"{DATED}\nslug: ../x")

    assert found.it.dest_uri == "blog/2025/07/x/index.html"
    assert found.told == [
        "post.md:3:7: slug: '../x' leads up a folder, so the page is built at '/blog/2025/07/x/' -> do without `..`"
    ]
    assert found.levels == [Level.INFO]

"""A whole file, from its bytes to a post or a talk."""

from __future__ import annotations

import random

import pytest

from mkdocs_blogposts.content.models import HeldBack, Mention, Picture
from mkdocs_blogposts.faults import Place
from mkdocs_blogposts.frontmatter.dialects import Dialect
from mkdocs_blogposts.texts.loader import load_post
from tests.content.reading import DATED, day, post, read

NOT_A_DATE = "is not a date -> write it as 2025-07-01, or 2025-07-01 09:30:00 +02:00"


def test_a_post_of_material_is_read() -> None:
    found = post(
        """
        title: Hello *World*
        date:
          created: 2025-07-28
          updated: 2025-08-01
          reviewed: 2025-09-01
        authors: [jane]
        categories: [News]
        tags: [python]
        slug: hello
        pin: true
        readtime: 7
        links: [index.md]
        description: A greeting.
        hide: [toc]
        """,
        "Short.\n\n<!-- more -->\n\nLong.\n",
    )

    it = found.it
    assert found.told == []
    assert (it.dialect, it.title, it.slug, it.description) == (
        Dialect.MATERIAL,
        "Hello *World*",
        "hello",
        "A greeting.",
    )
    assert (it.date, it.updated) == (day("2025-07-28"), day("2025-08-01"))
    assert it.dates == {"created": it.date, "updated": it.updated, "reviewed": day("2025-09-01")}
    assert [author.name for author in it.authors] == ["jane"]
    assert (it.categories, it.tags, it.links) == (("News",), ("python",), ["index.md"])
    assert (it.pinned, it.unlisted, it.held_back) == (True, False, None)
    assert (it.reading_time, it.shows_reading_time) == (7, True)
    assert (it.dest_uri, it.permalink) == ("blog/2025/07/28/hello/index.html", False)
    assert (it.body, it.body_line) == ("Short.\n\n<!-- more -->\n\nLong.\n", 17)
    assert it.places["date.updated"] == Place(5, 12)


def test_a_post_of_jekyll_is_read() -> None:
    found = post(
        """
        layout: single
        date: 2018-07-29 14:00:30 +0900
        last_modified_at: 2018-08-01
        permalink: /posts/2018/07/hello/
        excerpt: A *greeting*.
        header:
          teaser: /images/hello.png
        tags: python web
        categories: jekyll update
        read_time: false
        """,
        src_uri="es/_posts/2018-07-29-hello-world.md",
    )

    it = found.it
    assert found.told == []
    assert (it.dialect, it.title, it.slug) == (Dialect.JEKYLL, "Hello World", "hello-world")
    assert (it.date.isoformat(), it.updated) == ("2018-07-29T05:00:30+00:00", day("2018-08-01"))
    assert (it.excerpt, it.description) == ("A *greeting*.", "A *greeting*.")
    assert it.teaser == Picture(src="/images/hello.png", place=Place(8, 11))
    assert (it.tags, it.categories) == (("python", "web"), ("es", "jekyll", "update"))
    assert (it.dest_uri, it.permalink) == ("posts/2018/07/hello/index.html", True)
    assert it.shows_reading_time is False


def test_a_draft_that_only_title_and_tag_mark_is_read() -> None:
    found = post(
        """
        title: 'DRAFT: One Year: A Reflection'
        date: 2025-07-01
        permalink: /posts/2025/07/one-year/
        tags: [career, DRAFT]
        """
    )

    assert (found.it.title, found.it.tags, found.it.held_back) == (
        "One Year: A Reflection",
        ("career",),
        HeldBack.DRAFT,
    )
    assert (found.it.meta["title"], found.it.meta["tags"]) == ("One Year: A Reflection", ["career"])
    assert found.told == []


def test_every_fault_is_found_in_one_run() -> None:
    found = post(
        """
        date: July 1st
        updated: soon
        tittle: Hello
        tags: 7
        categories: {a: b}
        slug: [x]
        permalink: https://example.org
        pin: maybe
        readtime: -1
        link: javascript:x
        links: x
        draft: perhaps
        expires: never
        talks: {a: b}
        teaser: [a.png]
        author: {bio: x}
        """
    )

    assert found.maybe is None
    assert [fault.place.line for fault in found.faults if fault.place] == list(range(2, 18))


@pytest.mark.parametrize("key", ["pin", "pinned", "sticky", "featured"])
def test_a_post_is_pinned(key: str) -> None:
    assert post(f"{DATED}\n{key}: true").it.pinned


def test_a_post_is_unlisted() -> None:
    assert post(f"{DATED}\nunlisted: true").it.unlisted


@pytest.mark.parametrize(
    ("head", "site", "minutes", "is_shown"),
    [
        ("", True, None, True),
        ("", False, None, False),
        ("readtime: 5", False, 5, True),
        ("read_time: false", True, None, False),
        ("read_time: true", False, None, True),
        ("readtime: 5\nread_time: false", True, 5, False),
    ],
)
def test_the_reading_time_is_shown(head: str, minutes: int | None, *, site: bool, is_shown: bool) -> None:
    found = post(f"{DATED}\n{head}", post_readtime=site).it

    assert (found.reading_time, found.shows_reading_time) == (minutes, is_shown)


@pytest.mark.parametrize(
    ("written", "id_", "path"),
    [
        ("[2025-07-17-europython]", "2025-07-17-europython", ""),
        ("2025-07-17-europython", "2025-07-17-europython", ""),
        ("[talks/2025-07-17-europython.md]", "2025-07-17-europython", "talks/2025-07-17-europython"),
        ("[/talks/2025-07-17-europython/]", "2025-07-17-europython", "talks/2025-07-17-europython"),
        ("[talks/keynote/index.md]", "keynote", "talks/keynote"),
        ("[python-3.14]", "python-3.14", ""),
    ],
)
def test_talks_are_named_by_id_file_or_url(written: str, id_: str, path: str) -> None:
    place = Place(3, 9) if written.startswith("[") else Place(3, 8)

    assert post(f"{DATED}\ntalks: {written}").it.talks == (Mention(id=id_, path=path, place=place),)


@pytest.mark.parametrize(
    ("head", "excerpt", "description"),
    [
        ("excerpt: E\nsummary: S\ndescription: D", "E", "D"),
        ("excerpt: E\nsummary: S", "E", "S"),
        ("excerpt: E", "E", "E"),
        ("description: D", None, "D"),
    ],
)
def test_a_description_is_taken_from(head: str, excerpt: str | None, description: str) -> None:
    found = post(f"{DATED}\n{head}").it

    assert (found.excerpt, found.description) == (excerpt, description)


def test_a_bad_excerpt_is_told_once() -> None:
    assert post(f"{DATED}\nexcerpt: [x]").told == ["post.md:3:10: excerpt: expected text, got a list"]


def test_defaults_of_the_folder_count() -> None:
    found = post(DATED, defaults={"tags": ["a"], "draft": True}).it

    assert (found.tags, found.held_back) == (("a",), HeldBack.DRAFT)


SCRAPS = [
    *(
        "title",
        "date",
        "tags",
        "header",
        "permalink",
        "slug",
        "draft",
        "link",
        "talks",
        "authors",
        "categories",
        "expires",
    ),
    *(
        ":",
        ":",
        ": ",
        "- ",
        "---\n",
        "...\n",
        "+++\n",
        "\n",
        "\n ",
        "\n  ",
        "\t",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        "&a",
        "*a",
    ),
    *(
        "!!x",
        "|",
        ">",
        "%",
        "@",
        "`",
        "#",
        "..",
        "/",
        "\\",
        "2025-07-28",
        "2025-13-45",
        "null",
        "true",
        "3.10",
        "{{x}}",
    ),
    *("/:year/", "/../", "javascript:x", "\ufeff", "\x00", "é", "😀"),
]


@pytest.mark.parametrize("seed", range(200))
def test_whatever_a_file_holds_is_read_or_told(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311  (any text will do, as long as it is the same every time)
    text = "---\n" + "".join(rng.choice(SCRAPS) for _ in range(60)) + "\n---\nText."
    for src_uri in ("blog/posts/post.md", "_posts/2025-07-28-x.md"):
        found = read(load_post, text, src_uri=src_uri)

        assert found.maybe is not None or found.told
        if found.maybe:
            assert not {"", ".", ".."} & set(found.it.dest_uri.split("/"))

"""Which listings there are, where their files lie, and how they are split."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mkdocs_blogposts.blog.blog import Blog
from mkdocs_blogposts.blog.listing_kinds import ARCHIVE, CATEGORY, TAG
from mkdocs_blogposts.blog.listing_plans import plan_views
from mkdocs_blogposts.settings import Settings
from tests.blog.articles import post, talk

if TYPE_CHECKING:
    from mkdocs_blogposts.blog.listings import View, Views
    from mkdocs_blogposts.content.models import Post, Talk

POSTS = [post(str(day), f"2024-01-{day:02}", tags=("x",), categories=("y z",)) for day in range(1, 6)]


def views_of(posts: list[Post], talks: list[Talk] | None = None, **options: Any) -> Views:
    return plan_views(Blog.of(posts, talks or []), Settings(**options), "en", str.title)


def pages_of(view: View) -> list[tuple[str, list[str]]]:
    return [(pager.src_uri, [each.slug for each in pager.posts]) for pager in view.pagers]


def test_every_listing_of_a_blog() -> None:
    assert [(view.kind.name, view.title, view.src_uri) for view in views_of(POSTS, [talk("t")])] == [
        ("index", "Blog", "blog/index.md"),
        ("archive-index", "Archive", "blog/archive.md"),
        ("archive", "2024", "blog/archive/2024.md"),
        ("category", "y z", "blog/category/y-z.md"),
        ("tag-index", "Tags", "blog/tags.md"),
        ("tag", "x", "blog/tag/x.md"),
        ("talk-index", "Talks", "talks/index.md"),
    ]


def test_long_listings_are_split() -> None:
    views = views_of(POSTS, pagination_per_page=2)

    assert pages_of(views.index) == [
        ("blog/index.md", ["5", "4"]),
        ("blog/page/2/index.md", ["3", "2"]),
        ("blog/page/3/index.md", ["1"]),
    ]
    assert pages_of(views.of(TAG)[0]) == [
        ("blog/tag/x.md", ["5", "4"]),
        ("blog/tag/x/page/2.md", ["3", "2"]),
        ("blog/tag/x/page/3.md", ["1"]),
    ]


ONLY_ARCHIVE = {"pagination": False, "archive_pagination": True, "archive_pagination_per_page": 2}


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        pytest.param({"pagination_per_page": 5}, (1, 1, 1), id="just enough"),
        pytest.param({"pagination_per_page": 4}, (2, 2, 2), id="one too many"),
        pytest.param({"pagination": False, "pagination_per_page": 1}, (1, 1, 1), id="off"),
        pytest.param(ONLY_ARCHIVE, (1, 3, 1), id="archive only"),
        pytest.param({"pagination_per_page": 3, "categories_pagination": False}, (2, 2, 1), id="all but categories"),
        pytest.param({"pagination_per_page": 0}, (5, 5, 5), id="none is one"),
    ],
)
def test_how_many_pages_a_listing_has(options: dict[str, Any], numbers: tuple[int, ...]) -> None:
    views = views_of(POSTS, **options)

    assert tuple(len(view.pagers) for view in (views.index, views.of(ARCHIVE)[0], views.of(CATEGORY)[0])) == numbers


def test_an_empty_blog_has_one_empty_page() -> None:
    assert pages_of(views_of([]).index) == [("blog/index.md", [])]


@pytest.mark.parametrize(
    ("blog_dir", "src_uris"),
    [
        (".", ["index.md", "archive.md", "archive/2024.md", "category/y-z.md", "tags.md", "tag/x.md"]),
        (
            "a/b",
            [f"a/b/{name}.md" for name in ("index", "archive", "archive/2024", "category/y-z", "tags", "tag/x")],
        ),
    ],
    ids=["whole site", "deep"],
)
def test_a_blog_may_lie_anywhere(blog_dir: str, src_uris: list[str]) -> None:
    assert [view.src_uri for view in views_of(POSTS, blog_dir=blog_dir)] == src_uris


BY_MONTH = {"archive_date_format": "MMMM yyyy", "archive_url_date_format": "yyyy/MM"}


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        pytest.param({}, ["2024", "2023"], id="by year"),
        pytest.param(BY_MONTH, ["March 2024", "January 2024", "March 2023"], id="by month"),
        pytest.param({"archive": False}, [], id="off"),
    ],
)
@pytest.mark.parametrize("pinned", [False, True], ids=["no pin", "with a pin"])
def test_archives_go_by_date(options: dict[str, Any], titles: list[str], *, pinned: bool) -> None:
    posts = [post("a", "2023-03-01", pinned=pinned), post("b", "2024-01-01"), post("c", "2024-03-01")]

    assert [view.title for view in views_of(posts, **options).of(ARCHIVE)] == titles


def test_categories_stand_in_the_order_that_the_site_wants() -> None:
    posts = [post("a", categories=("b",)), post("c", categories=("a", "b"))]

    def titles(**options: Any) -> list[str]:
        return [view.title for view in views_of(posts, **options).of(CATEGORY)]

    assert titles() == ["a", "b"]
    assert titles(categories_sort_reverse=True) == ["b", "a"]
    assert titles(categories_sort_by=lambda view: -len(view.posts)) == ["b", "a"]

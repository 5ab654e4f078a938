"""No file is written outside of the site's folder, whatever options and front matter say."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.blog.listing_kinds import TAG
from tests.blog.articles import post
from tests.blog.test_views import views_of
from tests.test_config import loaded

if TYPE_CHECKING:
    from tests.site import Site


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        pytest.param("../../../../evil", "..%2F..%2F..%2F..%2Fevil", id="a way out"),
        pytest.param("AC/DC", "AC%2FDC", id="a slash"),
        pytest.param("A\\B", "A%5CB", id="a backslash"),
        pytest.param("..", "%2E%2E", id="dots only"),
    ],
)
def test_the_name_of_an_author_is_one_part_of_a_path(site: Site, name: str, folder: str) -> None:
    site.blogposts(authors_profiles=True, authors_profiles_url_format="author/{name}")
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\nauthors: ['{name}']\n---\n")

    built = site.build()

    assert built.exit_code == 0
    pages = [file for file in built.files if "author" in file and file.endswith(".html")]
    assert pages == [f"blog/author/{folder}/index.html"]
    assert not [folder for folder in (site.root, *site.root.parents) if (folder / "evil").exists()]
    assert f"blog/author/{folder.replace('%', '%25')}/" in [link.url for link in built.page("blog/").links]


FOLDERS_AND_FILES = ("blog_dir", "talks_dir", "tags_index_url", "feeds_atom_url")
PATTERNS = (
    *("post_url_format", "archive_url_format", "categories_url_format", "authors_profiles_url_format"),
    *("tags_url_format", "series_url_format", "events_url_format", "pagination_url_format"),
)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *product(FOLDERS_AND_FILES, ("../x", "x/../../y", "..", "x\\..\\y", "C:/x")),
        *product(PATTERNS, ("../../x", "x/../../../y", "../..", "x\\..\\y", "C:/x", "/../../x")),
        *product(("tags_url_format", "series_url_format"), ("/../x",)),
    ],
)
def test_an_option_that_leads_out_of_the_site_is_refused(name: str, value: str) -> None:
    _, errors, _ = loaded(**{name: value})

    assert errors == [(name, f"{value!r} may lead out of the site; write a path below it, without `..`")]


def test_pages_may_stand_above_the_folder_of_the_blog_as_with_material(site: Site) -> None:
    options = {
        "blog_dir": "blog/news",
        "post_url_format": "../../{slug}",
        "archive_url_format": "../past/{date}",
        "archive_pagination": False,
        "categories_url_format": "../{slug}",
        "categories_pagination": False,
        "authors_profiles": True,
        "authors_profiles_url_format": "x/../../by/{slug}",
        "authors_profiles_pagination": False,
        "pagination_per_page": 1,
        "pagination_url_format": "../p/{page}",
    }
    for number in (1, 2):
        head = f"date: 2025-01-0{number}\ncategories: [Tools]\nauthors: [ada]"
        site.put(f"docs/blog/news/posts/{number}.md", f"---\n{head}\n---\n# Post {number}\n")
    site.put(
        "docs/blog/news/.authors.yml", "authors: {ada: {name: Ada, description: A, avatar: 'https://x.org/a.png'}}\n"
    )
    site.put("docs/index.md", "# Home\n\n[Post](blog/news/posts/1.md)\n")

    theirs, ours = (
        site.config(plugins=[{name: options}]).build(strict=True, into=name) for name in ("blog", "blogposts")
    )

    made = {"post-1/index.html", "blog/tools/index.html", "blog/by/ada/index.html", "blog/p/2/index.html"}
    assert made <= theirs.files
    assert {name for name in theirs.files if name.endswith(".html")} <= ours.files
    assert (theirs.exit_code, ours.exit_code, ours.warnings) == (0, 0, [])
    assert [link.url for link in ours.page("").links if "post-1" in link.url] == ["post-1/"]


@pytest.mark.parametrize("name", ["blog_dir", "talks_dir"])
def test_a_folder_is_no_absolute_path(site: Site, name: str) -> None:
    built = site.blogposts(**{name: "/blog"}).build()

    assert built.exit_code == 1
    assert "'/blog' may lead out of the site; write a path below it, without `/` at its beginning" in built.errors[0]


def test_a_url_may_begin_with_a_slash_as_in_the_blog_of_material() -> None:
    _, errors, _ = loaded(post_url_format="/{date}/{slug}", tags_index_url="/tags/")

    assert errors == []


def test_posts_may_lie_outside() -> None:
    assert loaded(post_dir="../_posts")[1] == []


def test_a_function_of_the_site_cannot_lead_out_of_it(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\n---\n")

    built = site.blogposts(archive_url_date_format="'../../../x'").build()

    assert built.exit_code == 1
    assert built.errors == ["blogposts: archive_url_format: 'archive/../../../x' leaves the site's folder"]


def test_a_slug_of_the_site_cannot_lead_out_of_it() -> None:
    views = views_of([post("a", tags=("x",))], categories_slugify=lambda name, _: f"../../../{name}")

    assert [view.src_uri for view in views.of(TAG)] == ["blog/tag/..%2F..%2F..%2Fx.md"]
    assert list(views.notes) == ["'x' cannot be part of a URL as it is, so its page is at '..%2F..%2F..%2Fx'"]


def test_a_long_tag_has_a_page(site: Site) -> None:
    tag = "longword" * 60
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\ntags: [{tag}, {'é' * 300}]\n---\n")

    built = site.build()

    assert built.exit_code == 0
    assert len([page for page in built.pages if page.startswith("blog/tag/")]) == 2

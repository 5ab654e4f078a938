"""Every option of Material's blog: its name, its type, its default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from material.plugins.blog.config import BlogConfig

from mkdocs_blogposts.config import BlogPostsConfig
from tests.compat import material_site

if TYPE_CHECKING:
    from tests.site import Site

THEIRS = {name for name, _ in BlogConfig._schema}  # noqa: SLF001  (there is no other way to it)
OURS = {name for name, _ in BlogPostsConfig._schema}  # noqa: SLF001

DEFAULTS: dict[str, Any] = {
    "enabled": True,
    "blog_dir": "blog",
    "blog_toc": False,
    "post_dir": "{blog}/posts",
    "post_date_format": "long",
    "post_url_date_format": "yyyy/MM/dd",
    "post_url_format": "{date}/{slug}",
    "post_url_max_categories": 1,
    "post_slugify_separator": "-",
    "post_excerpt": "optional",
    "post_excerpt_max_authors": 1,
    "post_excerpt_max_categories": 5,
    "post_excerpt_separator": "<!-- more -->",
    "post_readtime": True,
    "post_readtime_words_per_minute": 265,
    "archive": True,
    "archive_name": "blog.archive",
    "archive_date_format": "yyyy",
    "archive_url_date_format": "yyyy",
    "archive_url_format": "archive/{date}",
    "archive_pagination": None,
    "archive_pagination_per_page": None,
    "archive_toc": None,
    "categories": True,
    "categories_name": "blog.categories",
    "categories_url_format": "category/{slug}",
    "categories_slugify_separator": "-",
    "categories_sort_reverse": False,
    "categories_allowed": [],
    "categories_pagination": None,
    "categories_pagination_per_page": None,
    "categories_toc": None,
    "authors": True,
    "authors_file": "{blog}/.authors.yml",
    "authors_profiles": False,
    "authors_profiles_name": "blog.authors",
    "authors_profiles_url_format": "author/{slug}",
    "authors_profiles_pagination": None,
    "authors_profiles_pagination_per_page": None,
    "authors_profiles_toc": None,
    "pagination": True,
    "pagination_per_page": 10,
    "pagination_url_format": "page/{page}",
    "pagination_format": "~2~",
    "pagination_if_single_page": False,
    "pagination_keep_content": False,
    "draft": False,
    "draft_on_serve": True,
    "draft_if_future_date": False,
}
"""Those that are plain values. Beside them there are three that are functions."""

SLUGS = {
    "post_slugify": ("Ein Größerer Titel & C++", "-"),
    "categories_slugify": ("C# & Sharp / Ähnliches", "_"),
}
"""Options that make slugs, and what is asked of them here."""


def test_all_fifty_two_are_there() -> None:
    named = {*DEFAULTS, *SLUGS, "categories_sort_by"}
    assert len(named) == 52
    assert named <= OURS


def test_none_of_what_the_installed_theme_has_is_missing() -> None:
    assert THEIRS <= OURS


def test_defaults_are_those_of_material() -> None:
    config = BlogPostsConfig()
    assert config.validate() == ([], [])
    assert {name: config[name] for name in DEFAULTS} == DEFAULTS


@pytest.mark.parametrize("name", SLUGS)
def test_slugs_are_made_as_in_material(name: str) -> None:
    ours, theirs = BlogPostsConfig(), BlogConfig()
    ours.validate()
    theirs.validate()
    assert ours[name](*SLUGS[name]) == theirs[name](*SLUGS[name])


@pytest.mark.parametrize("name", sorted(THEIRS - {"pagination_template"}))
def test_each_has_the_type_that_it_has_in_material(name: str) -> None:
    def is_refused(config: Any, value: object) -> bool:
        config.load_dict({name: value})
        return bool(config.validate()[0])

    values = [True, 3, "text", "required", ["text"], {"key": "text"}, 1.5, len]
    refused = [value for value in values if is_refused(BlogPostsConfig(), value)]
    expected = [value for value in values if is_refused(BlogConfig(), value)]
    # A format is tried out at once, where Material would fall over the first post.
    assert [value for value in refused if not isinstance(value, str)] == [
        value for value in expected if not isinstance(value, str)
    ]
    assert "text" not in refused or "text" in expected


def test_the_old_name_of_an_option_still_counts() -> None:
    config = BlogPostsConfig()
    config.load_dict({"pagination_template": "~3~"})

    errors, warnings = config.validate()

    assert errors == []
    assert "pagination_template" in dict(warnings)
    assert config["pagination_format"] == "~3~"


@pytest.mark.parametrize(
    ("wrong", "right"), [("blog_dirs", "blog_dir"), ("pagination_perpage", "pagination_per_page"), ("draf", "draft")]
)
def test_an_unknown_option_is_told_with_the_nearest(site: Site, wrong: str, right: str) -> None:
    site.put("docs/index.md", "# Home\n").blogposts(**{wrong: "x"})

    ran = site.run("build", "--strict")

    assert f"mkdocs.yml:9:5: unknown option '{wrong}'; did you mean '{right}'?" in ran.stderr
    assert ran.returncode == 1


def test_functions_of_material_can_be_named(site: Site) -> None:
    """As `!!python/name:material.plugins.blog.view_post_count` in `mkdocs.yml`."""
    material_site.write(site, {"categories_sort_by": "SORT", "post_slugify": "SLUG"})
    site.save()
    path = site.root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace("- blog:", "- blogposts:")
    slug = "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: none}}"
    text = text.replace("SORT", "!!python/name:material.plugins.blog.view_post_count").replace("SLUG", slug)
    path.write_text("# By hand\n" + text, encoding="utf-8")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    links = [link.url for link in built.page("blog/").links_in(".md-nav--primary")]
    assert [unquote(url).split("/")[2] for url in links if url.startswith("blog/category/")] == [
        "tools--tricks",
        "über-uns",
        "news",
    ]
    assert "blog/2024/01/31/Post--number-0/" in built.pages


def test_several_blogs_have_their_own_folders(site: Site) -> None:
    site.config(plugins=["search", "blogposts", {"blogposts": {"blog_dir": "news"}}])
    for blog in ("blog", "news"):
        for number in range(12):
            head = f"date: 2024-01-{number + 1:02}\ncategories: [{blog.title()}]"
            site.put(f"docs/{blog}/posts/{number}.md", f"---\n{head}\n---\n# Post {number} of {blog}\n")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    for blog, other in (("blog", "news"), ("news", "blog")):
        cards = [card.url for url in (f"{blog}/", f"{blog}/page/2/") for card in built.page(url).cards]
        assert len(cards) == 12
        assert all(url.startswith(f"{blog}/2024/") for url in cards)
        assert f"{blog}/category/{blog}/" in built.pages
        assert f"{blog}/category/{other}/" not in built.pages


def test_switched_off_it_does_nothing(site: Site) -> None:
    site.put("docs/index.md", "# Home\n").put("docs/blog/posts/a.md", "---\ndate: 2024-01-01\n---\n# A\n")
    off = site.blogposts(enabled=False).build()
    with_off = {name: off.read(name) for name in off.files if name.endswith(".html")}

    without = site.without_blog().build()

    assert with_off == {name: without.read(name) for name in without.files if name.endswith(".html")}

"""Lists of all posts by tag, category or year, with the anchors that Jekyll's themes have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.built import Page
    from tests.site import Site

POSTS = {
    "a": ("2023-02-01", "tags: [Python Software Foundation, C++]\ncategories: [News]"),
    "b": ("2024-03-01", "tags: [C++]\ncategories: [News, Tools]\nauthors: [Ada]"),
    "c": ("2024-04-01", "tags: [C#, ++]\nlink: https://example.com/c"),
    "hidden": ("2024-05-01", "tags: [C#]\ncategories: [Secret]\nunlisted: true"),
}
"""Date and front matter of each post."""

DAYS = {name: f"blog/{date.replace('-', '/')}/{name}/" for name, (date, _) in POSTS.items()}


def put_posts(site: Site) -> None:
    for name, (date, head) in POSTS.items():
        site.put(f"docs/blog/posts/{name}.md", f"---\ntitle: {name.title()}\ndate: {date}\n{head}\n---\nText.\n")
    site.put("docs/talks/t.md", "---\ntitle: T\nvenue: PyCon\ntags: [C#]\n---\n")


def groups(page: Page) -> dict[tuple[str, str | None, str], list[str]]:
    """Where the titles lead below each heading, with its id and its own link."""
    found = {}
    for section in page.content.css(".bp-groups section"):
        (heading,) = section.css("h2")
        links = [page.resolve(link.attributes["href"] or "") for link in section.css("a")]
        has_page = bool(heading.css("a"))
        key = (heading.text(), heading.attributes.get("id"), links[0] if has_page else "")
        found[key] = links[has_page:]
    return found


def test_all_posts_by_year(site: Site) -> None:
    put_posts(site)
    site.put("docs/year-archive.md", "# By year\n\n<!-- blogposts: {list: archive} -->\n")

    page = site.build(strict=True).page("year-archive/")

    assert groups(page) == {
        ("2024", "2024", "blog/archive/2024/"): ["https://example.com/c", DAYS["b"]],
        ("2023", "2023", "blog/archive/2023/"): [DAYS["a"]],
    }
    assert [link.url for link in page.links][:2] == ["year-archive/#2024", "year-archive/#2023"]
    assert [time.attributes["datetime"] for time in page.css("time")] == ["2024-04-01", "2024-03-01", "2023-02-01"]


def test_all_posts_by_category(site: Site) -> None:
    put_posts(site)
    site.put("docs/categories.md", "# By category\n\n<!-- blogposts: {list: categories} -->\n")

    assert groups(site.build(strict=True).page("categories/")) == {
        ("News", "news", "blog/category/news/"): [DAYS["b"], DAYS["a"]],
        ("Tools", "tools", "blog/category/tools/"): [DAYS["b"]],
    }


def test_all_posts_and_talks_by_tag(site: Site) -> None:
    put_posts(site)
    site.put("docs/topics.md", "# By tag\n\n<!-- blogposts: {list: tags} -->\n")

    assert groups(site.build(strict=True).page("topics/")) == {
        ("++", None, "blog/tag/%2B%2B/"): ["https://example.com/c"],
        ("C#", "c", "blog/tag/c-2/"): ["https://example.com/c", "talks/t/"],
        ("C++", None, "blog/tag/c/"): [DAYS["b"], DAYS["a"]],
        ("Python Software Foundation", "python-software-foundation", "blog/tag/python-software-foundation/"): [
            DAYS["a"]
        ],
    }


def test_what_has_no_page_has_no_link(site: Site) -> None:
    put_posts(site)
    site.blogposts(archive=False, categories=False)
    site.put("docs/all.md", "# All\n\n<!-- blogposts: {list: archive} -->\n\n<!-- blogposts: {list: categories} -->\n")

    assert {(name, url) for name, _, url in groups(site.build(strict=True).page("all/"))} == {
        (name, "") for name in ("2024", "2023", "News", "Tools")
    }


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        ("{list: archive, limit: 1}", {"2024": ["https://example.com/c"], "2023": [DAYS["a"]]}),
        ("{list: archive, tag: c++}", {"2024": [DAYS["b"]], "2023": [DAYS["a"]]}),
        ("{list: tags, author: ada}", {"C++": [DAYS["b"]]}),
        ("{list: categories, category: tools}", {"News": [DAYS["b"]], "Tools": [DAYS["b"]]}),
        ("{list: tags, category: nothing}", {}),
    ],
)
def test_a_list_can_be_of_some_posts(site: Site, request_: str, expected: dict[str, list[str]]) -> None:
    put_posts(site)
    site.put("docs/some.md", f"# Some\n\n<!-- blogposts: {request_} -->\n")

    page = site.build(strict=True).page("some/")

    assert {name: links for (name, _, _), links in groups(page).items()} == expected
    assert bool(page.css(".bp-empty")) == (not expected)


def test_no_id_stands_on_a_page_twice(site: Site) -> None:
    put_posts(site)
    lists = "\n\n".join(f"<!-- blogposts: {{list: {each}}} -->" for each in ("tags", "tags", "categories", "archive"))
    site.put("docs/all.md", f"# All\n\n## News\n\n{lists}\n")

    page = site.build(strict=True).page("all/")

    ids = [node.attributes["id"] for node in page.content.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {"news", "tools", "2024"} <= set(ids)


def test_templates_can_show_lists(site: Site) -> None:
    put_posts(site)
    site.put("docs/plain.md", "# Plain\n").put(
        "theme/main.html",
        "{% extends 'base.html' %}{% block content %}{{ super() }}"
        "{% if page.title == 'Plain' %}{{ blogposts(list='archive') }}{% endif %}{% endblock %}",
    )
    site.config(theme={"name": "material", "custom_dir": "theme"})

    page = site.build(strict=True).page("plain/")

    assert [name for name, _, _ in groups(page)] == ["2024", "2023"]
    assert [link.url for link in page.links_in("head") if "blogposts" in link.url]


@pytest.mark.parametrize(
    ("option", "url"),
    [
        ("tags", "blog/tags/"),
        ("topics/", "blog/topics/"),
        ("/tags/", "tags/"),
        ("/tags", "tags/"),
        ("/all/tags", "all/tags/"),
    ],
)
def test_the_list_of_all_tags_has_the_anchors_of_jekyll(site: Site, option: str, url: str) -> None:
    put_posts(site)
    site.blogposts(tags_index_url=option)
    site.put("docs/blog/posts/d.md", "---\ntitle: D\ndate: 2022-01-01\ntags: [posts]\n---\nText.\n")

    page = site.build(strict=True).page(url)

    found = {
        term.attributes.get("id"): page.resolve(term.css("a")[0].attributes["href"] or "")
        for term in page.css(".bp-terms__item")
        if term.attributes.get("id")
    }
    assert found == {
        "c": "blog/tag/c-2/",
        "posts": "blog/tag/posts/",
        "python-software-foundation": "blog/tag/python-software-foundation/",
    }


def test_tags_can_stand_at_the_root_of_the_site(site: Site) -> None:
    put_posts(site)
    site.blogposts(tags_index_url="/tags/", tags_url_format="/tag/{slug}/")

    built = site.build(strict=True)

    assert {"tags/", "tag/c/", "tag/c-2/"} <= set(built.pages)
    assert not [url for url in built.pages if url.startswith("blog/tag")]
    assert {"tag/c-2/", "tags/"} <= {link.url for link in built.page("blog/").links}


def test_links_to_those_anchors_are_right(site: Site) -> None:
    site.config(validation={"links": {"anchors": "warn", "absolute_links": "relative_to_docs"}})
    site.blogposts(tags_index_url="/tags/")
    put_posts(site)
    site.put("docs/categories.md", "# By category\n\n<!-- blogposts: {list: categories} -->\n")
    links = "[a](/tags/#python-software-foundation) [b](/categories/#news) [c](https://example.org/tags/#c)"
    site.put("docs/blog/posts/d.md", f"---\ntitle: D\ndate: 2022-01-01\n---\n{links}\n")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert [link.url for link in built.page("blog/2022/01/01/d/").links if len(link.text) == 1 and "#" in link.url] == [
        "tags/#python-software-foundation",
        "categories/#news",
        "tags/#c",
    ]


def test_an_anchor_that_is_not_there_is_told(site: Site) -> None:
    site.config(validation={"links": {"anchors": "warn"}})
    put_posts(site)
    site.put("docs/blog/posts/d.md", "---\ntitle: D\ndate: 2022-01-01\n---\n[a](/blog/tags/#perl)\n")

    (warning,) = site.build().warnings

    assert "does not contain an anchor '#perl'" in warning

"""What Material's blog does wrong, and threads ask for: none of it happens here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.links import broken_links

if TYPE_CHECKING:
    from tests.site import Site


def post(head: str, text: str = "# Hello\n\nText.\n") -> str:
    return f"---\n{head}\n---\n{text}"


def test_two_posts_on_one_url_are_told_with_both_files(site: Site) -> None:
    """As #7545 asks for."""
    for name in ("a", "b"):
        site.put(f"docs/blog/posts/{name}.md", post("date: 2024-01-31"))

    built = site.build()

    assert built.exit_code == 0
    assert {"blog/2024/01/31/hello/", "blog/2024/01/31/hello-2/"} <= set(built.pages)
    assert built.faults == [
        (
            "docs/blog/posts/a.md: duplicate-url: '/blog/2024/01/31/hello/' is already the URL of docs/blog/posts/b.md,"
            " so it is built at '/blog/2024/01/31/hello-2/'"
            "\n    give one of them another `permalink`, `slug`, title or date"
        )
    ]
    assert site.build(strict=True).exit_code == 1


@pytest.mark.parametrize("folder", ["blog/posts-old", "blog/postscripts"])
def test_folders_that_only_begin_alike_hold_no_posts(site: Site, folder: str) -> None:
    """As #5904 asks for."""
    site.put(f"docs/{folder}/a.md", "# Not a post\n").put(f"docs/{folder}/x.png", b"x")
    site.put("docs/blog/posts/a.md", post("date: 2024-01-31"))

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert {f"{folder}/a/", "blog/2024/01/31/hello/"} <= set(built.pages)
    assert f"{folder}/x.png" in built.files


@pytest.mark.parametrize("layout", ["cards", "list"])
def test_excerpts_are_whole_html_wherever_they_are_cut(site: Site, layout: str) -> None:
    text = '# Hello\n\n<div class="box" markdown>\n\n> Quoted\n>\n> <!-- more -->\n>\n> Hidden\n\n</div>\n'
    site.config(markdown_extensions=["md_in_html"]).blogposts(view_layout=layout)
    site.put("docs/blog/posts/a.md", post("date: 2024-01-31", text))
    site.put("docs/blog/posts/b.md", post("date: 2023-01-31", "# Second\n\nAfter it.\n"))

    page = site.build(strict=True).page("blog/")

    first, second = page.cards
    assert (first.title, first.excerpt.startswith("Quoted")) == ("Hello", True) if layout == "cards" else first.title
    assert second.title == "Second"
    assert not page.css(".bp-card .bp-card, .md-post .md-post")
    assert page.html.count("<blockquote>") == page.html.count("</blockquote>")


@pytest.mark.parametrize("layout", ["cards", "list"])
def test_titles_and_descriptions_are_text(site: Site, layout: str) -> None:
    head = "date: 2024-01-31\ntitle: A <b>&</b> B\ndescription: '\"><script>alert(1)</script>'"
    site.blogposts(view_layout=layout).put("docs/blog/posts/a.md", post(head, "Text.\n"))

    built = site.build(strict=True)

    for url in built.pages:
        assert "<script>alert" not in built.page(url).html
        assert "<b>&</b>" not in built.page(url).html


STUMBLING = {
    "a title of digits": "title: 2024",
    "one category": "categories: News",
    "no category": "categories:",
    "a category of digits": "categories: [2024]",
    "one author": "authors: Ada",
    "a tag as text": "tags: python",
    "hide as text": "hide: toc",
    "readtime as text": "readtime: '5'",
    "a quoted date": "date: '2024-01-31'",
    "a date with an offset": "date: 2024-01-31 14:00:30 +0900",
    "search as a flag": "search: false",
    "author as a mapping": "author: {name: Ada}",
}


@pytest.mark.parametrize("layout", ["cards", "list"])
@pytest.mark.parametrize("head", STUMBLING.values(), ids=STUMBLING)
def test_texts_and_numbers_are_taken_as_they_are_meant(site: Site, head: str, layout: str) -> None:
    """As #7705, #5748 and others ask for."""
    date = "" if "date:" in head else "date: 2024-01-31\n"
    site.config(plugins=["search", "tags", {"blogposts": {"view_layout": layout}}])
    site.put("docs/blog/posts/a.md", post(date + head, "# Hello\n\nText.\n"))

    built = site.build()

    assert built.exit_code == 0, built.log
    assert len(built.page("blog/").cards) == 1


def test_categories_in_upper_and_lower_case_are_one(site: Site) -> None:
    """As #6390, #6388, #4569 asks for."""
    for day, name in enumerate(["Python", "python", "python", "Über Uns", "über uns"], 1):
        site.put(f"docs/blog/posts/{day}.md", post(f"date: 2024-01-0{day}\ncategories: [{name}]", f"# Post {day}\n"))

    built = site.build(strict=True)

    assert [url for url in built.pages if url.startswith("blog/category/")] == [
        "blog/category/python/",
        "blog/category/über-uns/",
    ]
    assert built.page("blog/category/python/").heading == "python"
    assert len(built.page("blog/category/python/").cards) == 3


def test_nothing_is_written_into_docs_dir(site: Site) -> None:
    site.put("docs/index.md", "# Home\n")

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert built.page("blog/").heading == "Blog"
    assert [path.name for path in (site.root / "docs").rglob("*")] == ["index.md"]


def test_all_errors_are_told_at_once(site: Site) -> None:
    site.put("docs/blog/.authors.yml", "authors:\n  ada:\n    name: Ada\n")
    site.put("docs/blog/posts/a.md", post("date: 2024-13-45"))
    site.put("docs/blog/posts/b.md", post("date: 2024-01-31\nauthors: [adda]"))
    site.put("docs/blog/posts/c.md", "# No front matter\n")

    built = site.build()

    assert built.exit_code == 1
    assert [fault.partition(":")[0] for fault in built.faults] == [f"docs/blog/posts/{name}.md" for name in "abc"]
    assert "did you mean 'ada'" in built.faults[1].lower() or "ada" in built.faults[1]


def test_a_pinned_post_is_no_neighbour_of_the_newest(site: Site) -> None:
    for day in range(1, 4):
        pin = "\npin: true" if day == 1 else ""
        site.put(f"docs/blog/posts/{day}.md", post(f"date: 2024-01-0{day}{pin}", f"# Post {day}\n"))
    site.config(theme={"name": "material", "features": ["navigation.footer"]})

    built = site.build(strict=True)

    newest = built.page("blog/2024/01/03/post-3/").links_in(".md-footer")
    assert [link.url for link in newest if link.url.startswith("blog/2024")] == ["blog/2024/01/02/post-2/"]
    assert [card.title for card in built.page("blog/").cards] == ["Post 1", "Post 3", "Post 2"]


def test_the_title_of_a_listed_post_is_there(site: Site) -> None:
    """As #6491 asks for."""
    site.config(theme={"name": "material", "custom_dir": "overrides"})
    site.put("overrides/partials/post.html", '<b class="mine">{{ post.title }}</b>')
    site.put("docs/blog/posts/a.md", post("date: 2024-01-31"))

    assert [node.text() for node in site.build(strict=True).page("blog/").css(".mine")] == ["Hello"]


def test_posts_that_another_plugin_makes_are_posts(site: Site) -> None:
    """As #7583 asks for."""
    site.put("docs/index.md", "# Home\n").config(hooks=["hook.py"])
    site.put(
        "hook.py",
        "from mkdocs.structure.files import File\n"
        "def on_files(files, *, config):\n"
        "    text = '---\\ndate: 2024-01-31\\n---\\n# Made\\n'\n"
        "    files.append(File.generated(config, 'blog/posts/made.md', content=text))\n",
    )

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert built.page("blog/").cards[0].title == "Made"


@pytest.mark.parametrize("layout", ["cards", "list"])
def test_every_link_leads_somewhere(site: Site, layout: str) -> None:
    site.put("docs/index.md", "# Home\n").blogposts(view_layout=layout, pagination_per_page=1)
    for day in range(1, 4):
        text = f"# Post {day}\n\nA note[^1] and [a place](#there).\n\n## There\n\n[^1]: Below.\n"
        site.put(f"docs/blog/posts/{day}.md", post(f"date: 2024-01-0{day}", text))
    site.config(markdown_extensions=["footnotes"])

    built = site.build(strict=True)

    assert broken_links(built.dir) == []


def test_a_link_to_a_draft_fails_no_strict_build(site: Site) -> None:
    site.put("docs/blog/posts/d.md", post("date: 2024-01-30\ndraft: true", "# Secret\n\nText.\n"))
    links = "links: [blog/posts/d.md]"
    site.put("docs/blog/posts/a.md", post(f"date: 2024-01-31\n{links}", "# Hello\n\n[Next](d.md) and [on](d.md#x).\n"))
    site.put("docs/index.md", "# Home\n\n[File](blog/posts/d.md), [URL](blog/2024/01/30/secret/).\n")
    nav = ["index.md", "blog/index.md", "blog/posts/d.md"]
    codes = [site.config(nav=nav, plugins=[name]).build(strict=True).exit_code for name in ("blog", "blogposts")]

    assert codes == [0, 0]

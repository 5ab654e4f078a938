"""What a teaser card shows."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.built import Card

if TYPE_CHECKING:
    from tests.site import Site


def png(width: int, height: int) -> bytes:
    file = BytesIO()
    Image.new("L", (width, height)).save(file, "PNG")
    return file.getvalue()


def test_a_card_shows_what_it_should(site: Site) -> None:
    site.config(site_url="https://example.org/notes/").write("""
        docs/blog/posts/2024-03-01-a/index.md
        | ---
        | title: A "quoted" *title*
        | permalink: /posts/a/
        | header: {teaser: /images/a.png}
        | tags: [one tag, two]
        | ---
        | Text & more.
        |
        | Rest.
        docs/blog/posts/2024-02-01-b/index.md
        | ---
        | title: B
        | teaser: b.svg
        | permalink: /posts/b/
        | ---
        docs/blog/posts/2024-02-01-b/b.svg
        | <svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"></svg>
        docs/blog/posts/2024-01-01-c.md
        | ---
        | title: C
        | image: {path: "https://example.com/c.png", alt: "A \\"C\\""}
        | ---
    """).put("docs/images/a.png", png(2, 1))

    page = site.build(strict=True).page("blog/")

    assert page.cards[0] == Card(
        title='A "quoted" title',
        url="posts/a/",
        excerpt="Text & more.",
        date="2024-03-01",
        tags=("one tag", "two"),
    )
    pictures = [node.attributes for node in page.css("article.bp-card .bp-teaser img")]
    assert [page.resolve(each["src"] or "") for each in pictures] == [
        "images/a.png",
        "blog/2024-02-01-b/b.svg",
        "https://example.com/c.png",
    ]
    assert [(each.get("width"), each.get("height"), each["alt"]) for each in pictures] == [
        ("2", "1", ""),
        ("30", "20", ""),
        (None, None, 'A "C"'),
    ]


def test_pictures_below_the_fold_are_lazy(site: Site) -> None:
    site.put("docs/images/a.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'></svg>")
    for day in range(1, 7):
        site.put(f"docs/blog/posts/2024-01-{day:02}-p.md", f"---\ntitle: '{day}'\nteaser: /images/a.svg\n---\n")

    pictures = site.build(strict=True).page("blog/").css("article.bp-card img")

    assert [node.attributes.get("loading") for node in pictures] == [None] * 4 + ["lazy"] * 2


def test_a_bare_name_is_the_one_picture_that_bears_it(site: Site) -> None:
    for name in ("assets/img/one.svg", "a/two.svg", "b/two.svg"):
        site.put(f"docs/{name}", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'></svg>")
    site.put("docs/blog/posts/2024-01-31-a.md", "---\ntitle: A\nteaser: one.svg\n---\n")
    built = site.put("docs/blog/posts/2024-01-30-b.md", "---\ntitle: B\nteaser: two.svg\n---\n").build()

    page = built.page("blog/")
    assert [page.resolve(image.attributes["src"] or "") for image in page.css("article.bp-card img")] == [
        "assets/img/one.svg"
    ]
    assert [fault.split("\n")[0] for fault in built.faults] == [
        "docs/blog/posts/2024-01-30-b.md:3:9: teaser: there is no file 'two.svg'"
    ]


def test_a_teaser_that_is_not_there_is_told(site: Site) -> None:
    site.write("""
        docs/blog/posts/2024-01-31-a.md
        | ---
        | title: A
        | header:
        |   teaser: /images/gone.png
        | ---
    """)

    built = site.build()

    fault, hint = built.faults[0].split("\n    ")
    assert fault == "docs/blog/posts/2024-01-31-a.md:4:11: header.teaser: there is no file '/images/gone.png'"
    assert hint == "write a path from the post, from `docs_dir`, or a URL"
    assert built.warnings == built.faults
    assert "gone.png" not in built.page("blog/").html
    # As one in a text of Jekyll's: what MkDocs says of links that lead nowhere decides.
    assert site.config(validation={"links": {"not_found": "info"}}).build().warnings == []


def test_a_teaser_of_words_is_no_picture(site: Site) -> None:
    text = "We meet at the harbour, and walk from there."
    built = site.put("_posts/2024-01-31-a.md", f"---\ntitle: A\nteaser: {text}\n---\nText.\n").build()

    assert built.warnings == []
    assert (
        f"_posts/2024-01-31-a.md:3:9: teaser: '{text}' is text, not a picture"
        "\n    write `excerpt`, if listings are to show it"
    ) in built.infos


@pytest.mark.parametrize("head", ["image: gone.png", "cover: {image: gone.png}", "image:\n  path: gone.png"])
def test_what_others_read_is_told_as_a_remark_where_it_is_not_there(site: Site, head: str) -> None:
    """A site is as green as with Material's blog, which has no such keys."""
    site.put("docs/blog/posts/a.md", f"---\ndate: 2024-01-31\n{head}\n---\n# A\n")
    assert site.config(plugins=["search", "blog"]).build(strict=True).exit_code == 0

    built = site.config(plugins=["search", "blogposts"]).build(strict=True)

    assert built.exit_code == 0, built.log
    assert [message for message in built.infos if "there is no file 'gone.png'" in message]


def test_a_word_that_is_no_path_of_a_picture_is_a_remark(site: Site) -> None:
    site.write("""
        docs/blog/posts/2024-01-31-a.md
        | ---
        | title: A
        | image: on
        | ---
    """)

    built = site.build()

    told = "docs/blog/posts/2024-01-31-a.md:3:8: image: there is no file 'on'"
    assert [message.split("\n")[0] for message in built.infos if "image" in message] == [told]
    assert not built.warnings


def test_a_site_may_have_a_teaser_for_posts_without_one(site: Site) -> None:
    site.blogposts(post_teaser_default="images/default.svg").write("""
        docs/images/default.svg
        | <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"></svg>
        docs/blog/posts/2024-01-31-a.md
        | ---
        | title: A
        | ---
    """)

    page = site.build(strict=True).page("blog/")

    assert [page.resolve(node.attributes["src"] or "") for node in page.css("article.bp-card img")] == [
        "images/default.svg"
    ]


def test_a_card_shows_all_authors_and_categories_unless_the_site_says_how_many(site: Site) -> None:
    head = "date: 2024-01-31\nauthors: [Jane, Joe]\ncategories: [A, B, C]"
    site.put("docs/blog/posts/a.md", f"---\n{head}\n---\n# A\n")

    whole = site.build().page("blog/").css(".bp-card")[0].text()
    brief = site.blogposts(post_excerpt_max_authors=1, post_excerpt_max_categories=2).build()
    card = brief.page("blog/").css(".bp-card")[0].text()

    assert [name in whole.split() for name in ("Jane", "Joe", "A", "B", "C")] == [True] * 5
    assert [name in card.split() for name in ("Jane", "Joe", "A", "B", "C")] == [True, False, True, True, False]
    assert "Joe" in brief.page("blog/2024/01/31/a/").text

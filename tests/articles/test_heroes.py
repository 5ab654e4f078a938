"""Heroes: a wide picture above a text, with the title on it or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.built import Link
from tests.png import png

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from tests.built import Built, Page
    from tests.site import Site

HEAD = "title: A *post*\npermalink: /a/\ndate: 2024-01-31\n"
OVERLAY = "header: {overlay_image: /images/a.png}\n"
THEMES = ("material", "mkdocs", "readthedocs")


def built(site: Site, head: str, text: str = "Text.\n\n## Part\n\nMore.\n", theme: str = "material") -> Built:
    """A site with a post that has this front matter besides a title, a date and a permalink."""
    site.config(theme=theme).put("docs/images/a.png", png(160, 90)).put("docs/index.md", "# Home\n")
    return site.put("docs/blog/posts/a.md", f"---\n{head}---\n{text}").build()


def hero(page: Page) -> LexborNode:
    """The one hero of a page, in its own part."""
    [node] = page.content.css(".bp-overlay")
    return node


@pytest.mark.parametrize("theme", THEMES)
def test_the_title_stands_on_the_picture_and_nowhere_else(site: Site, theme: str) -> None:
    page = built(site, HEAD + OVERLAY, theme=theme).page("a/")

    [title] = page.content.css("h1")
    [image] = hero(page).css("img")
    assert title.html == "<h1>A <em>post</em></h1>"
    assert hero(page).css("h1")
    assert page.resolve(image.attributes["src"] or "") == "images/a.png"
    assert [image.attributes.get(name) for name in ("alt", "width", "height", "loading")] == ["", "160", "90", None]
    assert page.text.index("A post") < page.text.index("Text.")


@pytest.mark.parametrize(
    ("head", "text", "overlaid", "headings"),
    [
        pytest.param(HEAD, "Text.\n", "h1", ["A post"], id="title in front matter"),
        pytest.param(HEAD, "# A *post*\n\nText.\n", "h1", ["A post"], id="and in the text"),
        pytest.param("permalink: /a/\ndate: 2024-01-31\n", "# A post\n\nText.\n", "h1", ["A post"], id="in the text"),
        pytest.param(HEAD, "# Another\n\nText.\n", "p", ["Another"], id="another one in the text"),
        pytest.param(HEAD, "Text.\n\n# A post\n", "h1", ["A post"], id="further down"),
    ],
)
def test_there_is_one_heading_of_the_first_level(
    site: Site, head: str, text: str, overlaid: str, headings: list[str]
) -> None:
    page = built(site, head + OVERLAY, text).page("a/")

    title = hero(page).css_first(f"{overlaid}")
    assert title is not None
    assert title.text().rstrip("¶") == "A post"
    assert [node.text().rstrip("¶") for node in page.content.css("h1")] == headings


def test_the_heading_of_the_text_keeps_its_id_and_its_permanent_link(site: Site) -> None:
    site.config(markdown_extensions=[{"toc": {"permalink": True}}])

    page = built(site, HEAD + OVERLAY, "# A post\n\nText.\n\n## Part\n").page("a/")

    [title] = hero(page).css("h1")
    assert title.attributes["id"] == "a-post"
    assert title.css("a.headerlink[href='#a-post']")
    assert [node.attributes["href"] for node in page.css(".md-nav--secondary li a")] == ["#part"]


def test_search_and_the_table_of_contents_are_as_without(site: Site) -> None:
    text = "# A post\n\nText.\n\n## Part\n\nMore.\n"
    plain = built(site, f"{HEAD}header: {{}}\n", text)
    entries, toc = plain.search, [node.html for node in plain.page("a/").css(".md-nav--secondary")]

    with_hero = built(site, HEAD + OVERLAY, text)

    assert with_hero.search == entries
    assert [node.html for node in with_hero.page("a/").css(".md-nav--secondary")] == toc


def test_what_stands_below_the_title(site: Site) -> None:
    page = built(
        site,
        HEAD
        + "excerpt: About [Home](/index.md) & *all*.\n"
        + "header:\n"
        + "  overlay_image: https://pictures.example.net/a.png?b=1&c=2\n"
        + "  overlay_filter: rgba(255, 0, 0, 0.5)\n"
        + "  overlay_color: '#333'\n"
        + '  image_description: A "cat"\n'
        + "  caption: By [Jane](https://example.com/jane)\n"
        + "  cta_url: https://example.com/go\n"
        + "  actions: [{label: Home, url: /index.md}, {url: /a}]\n",
    ).page("a/")

    node = hero(page)
    [image] = node.css("img")
    assert (image.attributes["src"], image.attributes["alt"]) == (
        "https://pictures.example.net/a.png?b=1&c=2",
        'A "cat"',
    )
    assert "a.png?b=1&amp;c=2" in page.html
    assert node.attributes["style"] == (
        "--bp-colour: #333;--bp-overlay: linear-gradient(rgba(255, 0, 0, 0.5), rgba(255, 0, 0, 0.5));"
    )
    assert page.links_in(".bp-overlay") == [
        Link("Home", ""),
        Link("Learn more", "https://example.com/go"),
        Link("Home", ""),
        Link("Learn more", "a/"),
        Link("Jane", "https://example.com/jane"),
    ]
    assert "About Home & all." in page.text


def test_a_colour_alone(site: Site) -> None:
    node = hero(built(site, f"{HEAD}tagline: So *it* is\nheader: {{overlay_color: '#ffe'}}\n").page("a/"))

    assert (node.attributes["class"], node.attributes["style"]) == (
        "bp-overlay bp-overlay--colour",
        "--bp-colour: #ffe;",
    )
    assert node.css("img") == []
    assert "So it is" in node.text()


def test_a_picture_that_is_not_there_is_told_once(site: Site) -> None:
    found = built(site, f"{HEAD}header: {{overlay_image: nowhere.png}}\n")

    [warning] = found.warnings
    assert warning.startswith("docs/blog/posts/a.md:5:25: header.overlay_image: there is no file 'nowhere.png'\n")
    assert hero(found.page("a/")).attributes["class"] == "bp-overlay"


@pytest.mark.parametrize("theme", THEMES)
def test_a_plain_picture_stands_above_the_title(site: Site, theme: str) -> None:
    head = f"{HEAD}header: {{image: /images/a.png, image_description: A cat, caption: By *us*}}\n"

    page = built(site, head, theme=theme).page("a/")

    [image] = page.content.css("figure img")
    assert [image.attributes.get(name) for name in ("alt", "width", "loading")] == ["A cat", "160", None]
    assert [node.text() for node in page.content.css("figcaption")] == ["By us"]
    assert [node.text() for node in page.content.css("h1")] == ["A post"]
    assert page.html.index("<figure") < page.html.index("<h1")


def test_a_talk_shows_its_hero_and_no_second_picture(site: Site) -> None:
    site.put("docs/images/a.png", png(160, 90)).write("""
        docs/talks/t.md
        | ---
        | title: A talk
        | venue: PyConf
        | excerpt: In short.
        | header:
        |   overlay_image: /images/a.png
        |   teaser: /images/a.png
        |   video: {id: abc, provider: youtube}
        | ---
        | Abstract.
    """)

    page = site.build(strict=True).page("talks/t/")

    assert len(page.content.css("img")) == len(hero(page).css("img")) == 1
    assert [node.text() for node in page.content.css("h1")] == ["A talk"]
    assert Link("Video", "https://www.youtube.com/watch?v=abc") in page.links
    assert page.text.index("In short.") < page.text.index("PyConf") < page.text.index("Abstract.")


def test_only_a_header_makes_a_hero(site: Site) -> None:
    head = f"{HEAD}layout: single\n"
    plain = built(site, f"{head}header: {{teaser: /images/a.png}}\n").read("a/index.html")

    with_keys = built(site, f"{head}tagline: T\nheader: {{teaser: /images/a.png, caption: C, overlay_filter: 0.5}}\n")

    assert with_keys.read("a/index.html") == plain


def test_pictures_of_heroes_are_kept_where_drafts_show_them_too(site: Site) -> None:
    site.write("""
        docs/blog/posts/draft/b.md
        | ---
        | date: 2024-01-31
        | draft: true
        | ---
        | ![](p.png)
    """).put("docs/blog/posts/draft/p.png", png(4, 4))

    found = built(site, f"{HEAD}header: {{image: draft/p.png}}\n")

    assert "blog/draft/p.png" in found.files


def test_the_heading_of_a_table_of_contents_and_no_date(site: Site) -> None:
    page = built(site, f"{HEAD}toc_label: 'On <this> \\1 page'\nshow_date: false\n").page("a/")

    labels = [" ".join(node.text().split()) for node in page.css("label.md-nav__title[for=__toc]")]
    assert set(labels) == {r"On <this> \1 page"}
    assert {node.attributes["aria-label"] for node in page.css(".md-nav--secondary")} == {r"On <this> \1 page"}
    assert page.css("time") == []
    assert page.css(".md-post__meta")


def test_a_post_has_a_date_in_any_theme_unless_it_wants_none(site: Site) -> None:
    assert built(site, HEAD, theme="mkdocs").page("a/").css("time")
    assert not built(site, f"{HEAD}show_date: false\n", theme="mkdocs").page("a/").css("time")


@pytest.mark.parametrize("theme", THEMES)
def test_where_a_post_leads_besides(site: Site, theme: str) -> None:
    keys = "paperurl: /images/a.png\nslidesurl: https://example.com/s\ncodeurl: https://example.com/c\n"
    citation = "citation: 'Doe, J. &quot;P&quot; <i>J</i> <script>x</script> https://doi.org/1'\n"

    page = built(site, HEAD + keys + citation, theme=theme).page("a/")

    assert page.links_in(".bp-buttons") == [
        Link("Slides", "https://example.com/s"),
        Link("Paper", "images/a.png"),
        Link("Code", "https://example.com/c"),
    ]
    [cited] = page.content.css(".bp-citation")
    assert cited.text().startswith('Cite as: Doe, J. "P" J ')
    assert not cited.css("script")


@pytest.mark.parametrize(("words_per_minute", "minutes"), [(10, "10 min read"), (100, "1 min read")])
def test_a_post_says_how_fast_it_is_read(site: Site, words_per_minute: int, minutes: str) -> None:
    head = f"{HEAD}words_per_minute: {words_per_minute}\n"

    assert minutes in built(site, head, "word " * 99, theme="mkdocs").page("a/").text

"""Excerpts of Material's list: a text up to its separator, under a heading that leads to the post."""

from __future__ import annotations

from markupsafe import Markup

from mkdocs_blogposts.html.excerpts import ListExcerpt, cut_excerpt, list_excerpt, plain_text
from mkdocs_blogposts.html.html_urls import ROOT

POST = f"{ROOT}/blog/a/"


def excerpt(content: str) -> ListExcerpt:
    return list_excerpt(content, ("<!--end-->", "<!-- more -->"), "blog/a/", Markup("T &amp; U"), anchor="post")


def test_a_text_without_a_heading_gets_that_of_its_post() -> None:
    found = excerpt("Word<p>One</p>")

    assert found.html == f'<h2 id="post"><a class="toclink" href="{POST}">T &amp; U</a></h2>Word<p>One</p>'
    assert (found.title, found.anchor, found.more, found.names) == ("T &amp; U", "post", None, ("post",))


def test_a_text_without_anything_is_its_heading() -> None:
    assert excerpt("").html == f'<h2 id="post"><a class="toclink" href="{POST}">T &amp; U</a></h2>'


def test_a_heading_further_down_is_not_that_of_the_post() -> None:
    assert excerpt("<p>One</p><h1>Two</h1>").html.startswith(f'<h2 id="post"><a class="toclink" href="{POST}">T')


def test_headings_are_a_level_lower_and_lead_to_their_places() -> None:
    found = excerpt(
        '<h1 id="t">A <em>b</em><a class="headerlink" href="#t">¶</a></h1><h2 id="u">U</h2><h2>V</h2><h6 id="w">W</h6>'
    )

    assert found.html == (
        f'<h2 id="t"><a class="toclink" href="{POST}">A <em>b</em></a></h2>'
        f'<h3 id="u"><a class="toclink" href="{POST}#u">U</a></h3>'
        f'<h3><a class="toclink" href="{POST}#">V</a></h3><h6 id="w"><a class="toclink" href="{POST}#w">W</a></h6>'
    )
    assert (found.title, found.anchor) == ("A b", "t")


def test_the_heading_gets_a_name_that_no_other_element_has() -> None:
    found = excerpt('<h1>A</h1><p id="post">One</p>')

    assert found.anchor != "post"
    assert f'<h2 id="{found.anchor}">' in found.html


def test_the_first_separator_ends_it_and_no_name_is_there_twice() -> None:
    found = excerpt('<h1 id="t">A</h1><p id="a">One</p><!-- more --><p id="a">Two</p><p id="">Three</p><!--end-->x')

    assert found.html == f'<h2 id="t"><a class="toclink" href="{POST}">A</a></h2><p id="a">One</p>'
    assert found.more == "<p>Two</p><p>Three</p><!--end-->x"


def test_links_are_good_on_any_page() -> None:
    assert f'<a href="{ROOT}/blog/b/">' in excerpt('<p><a href="../b/">b</a></p>').html


def test_an_excerpt_tells_whether_there_is_more() -> None:
    found = {
        text: (cut.html, cut.more, cut.is_marked)
        for text in (
            "<p>A</p>",
            "<p>A</p><p>B</p>",
            "<p>A</p><!--end--><p>B</p>",
            "<hr>",
            "",
            "<h2>B</h2><p>A:</p><hr>",
        )
        for cut in [cut_excerpt(text, ("<!--end-->",), "blog/a/")]
    }

    assert found == {
        "<p>A</p>": ("<p>A</p>", False, False),
        "<p>A</p><p>B</p>": ("<p>A</p>", True, False),
        "<p>A</p><!--end--><p>B</p>": ("<p>A</p>", True, True),
        "<hr>": ("", True, False),
        "": ("", False, False),
        "<h2>B</h2><p>A:</p><hr>": ("<p>A…</p>", True, False),
    }


def test_plain_text_has_nothing_of_drawings_and_scripts() -> None:
    assert plain_text("<p>a<svg><title>x</title></svg>b <script>x</script><style>x</style>c<object>x</object></p>") == (
        "a b c"
    )

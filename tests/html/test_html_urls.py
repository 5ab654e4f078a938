"""URLs in finished HTML: which are found, and that nothing else is touched."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.html.html_urls import ROOT, rebase_url, rewrite_urls


@pytest.mark.parametrize(
    ("content", "rewritten"),
    [
        pytest.param('<a href="x">', '<a href="NEW">', id="double quotes"),
        pytest.param("<a href='x'>", '<a href="NEW">', id="single quotes"),
        pytest.param("<a href=x>", '<a href="NEW">', id="no quotes"),
        pytest.param('<A HREF = "x">', '<A HREF = "NEW">', id="upper case"),
        pytest.param('<a\n  class="y"\n  href="x"\n>', '<a\n  class="y"\n  href="NEW"\n>', id="several lines"),
        pytest.param('<a title="a > b" href="x">', '<a title="a > b" href="NEW">', id="a sign within a title"),
        pytest.param('<a title="y"href="x">', '<a title="y"href="NEW">', id="no space between"),
        pytest.param('<img alt src="x"/>', '<img alt src="NEW"/>', id="a name without a value"),
        pytest.param('<video poster="x" src="x">', '<video poster="NEW" src="NEW">', id="two URLs"),
        pytest.param('<img srcset="x, x 2x,x 300w">', '<img srcset="NEW, NEW 2x,NEW 300w">', id="a set of pictures"),
        pytest.param('<a href="x"><img src="x"></a>', '<a href="NEW"><img src="NEW"></a>', id="one in another"),
    ],
)
def test_urls_are_found(content: str, rewritten: str) -> None:
    assert rewrite_urls(content, lambda url: "NEW" if url == "x" else url) == rewritten


@pytest.mark.parametrize(
    "content",
    [
        pytest.param('<!-- <a href="x"> -->', id="a comment"),
        pytest.param("<script>'<a href=\"x\">'</script>", id="a script"),
        pytest.param('<style>/* <a href="x"> */</style >', id="a style"),
        pytest.param('<a title="href=x">', id="a title that tells of a link"),
        pytest.param('<a data-href="x">', id="an attribute that ends alike"),
        pytest.param('<abbr href="x">', id="an element that begins alike"),
        pytest.param('<link href="x">', id="an element of the head"),
        pytest.param('&lt;a href="x">', id="escaped"),
        pytest.param('<a href="x', id="never closed"),
        pytest.param('<img srcset="data:image/png;base64,x 2x">', id="data in a set of pictures"),
    ],
)
def test_all_else_is_left_alone(content: str) -> None:
    assert rewrite_urls(content, lambda _: "NEW") == content


def test_what_is_not_changed_stays_byte_for_byte() -> None:
    content = "<a  href = 'a?b&amp;c&d'  >&amp;</a><IMG SRC=x>"

    assert rewrite_urls(content, lambda url: url) == content


def test_entities_are_read_and_written() -> None:
    seen = []

    def rewrite(url: str) -> str:
        seen.append(url)
        return f'{url}"<'

    assert rewrite_urls('<a href="a?b&amp;c">', rewrite) == '<a href="a?b&amp;c&#34;&lt;">'
    assert seen == ["a?b&c"]


def test_an_attribute_goes_where_nothing_is_left_of_it() -> None:
    assert rewrite_urls('<a class="y" href="x" id="z">', lambda _: None) == '<a class="y" id="z">'


def test_text_that_is_no_html_takes_no_time() -> None:
    content = "<a " * 5000 + "<a x='" * 5000 + "<!--" * 200

    assert rewrite_urls(content, lambda _: "NEW") == content


@pytest.mark.parametrize(
    ("url", "page_url", "rebased"),
    [
        ("../b/", "blog/a/", f"{ROOT}/blog/b/"),
        ("../../", "blog/a/", f"{ROOT}/"),
        ("b.png", "blog/a/", f"{ROOT}/blog/a/b.png"),
        ("b.png", "blog/a.html", f"{ROOT}/blog/b.png"),
        ("#x", "blog/a/", f"{ROOT}/blog/a/#x"),
        ("?q=1#x", "blog/a/", f"{ROOT}/blog/a/?q=1#x"),
        ("../b/?q=../#x", "blog/a/", f"{ROOT}/blog/b/?q=../#x"),
        ("", "", f"{ROOT}/"),
        ("/x/", "blog/a/", "/x/"),
        ("//example.org/x", "blog/a/", "//example.org/x"),
        ("https://example.org/x", "blog/a/", "https://example.org/x"),
        ("mailto:me@example.org", "blog/a/", "mailto:me@example.org"),
    ],
)
def test_urls_are_told_from_the_root_of_the_site(url: str, page_url: str, rebased: str) -> None:
    assert rebase_url(url, page_url) == rebased

"""Excerpts: what of a post stands on cards, in metadata and in feeds."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.html.excerpts import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.built import Built
    from tests.site import Site


def built_with(site: Site, text: str, head: str = "") -> Built:
    site.put("docs/blog/posts/a.md", f"---\ntitle: A\ndate: 2024-01-31\n{head}---\n{text}\n")
    site.put("docs/blog/posts/b.md", "---\ntitle: B\ndate: 2023-01-31\n---\nAnother.\n")
    return site.build()


def excerpts_of(site: Site, posts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The excerpt on the card of each of several posts, by title; each is given as front matter and text."""
    for number, (head, text) in enumerate(posts):
        site.put(f"docs/blog/posts/{number}.md", f"---\ntitle: {number}\ndate: 2024-01-31\n{head}---\n{text}\n")
    cards = site.blogposts(pagination=False).build().page("blog/").cards
    return {card.title: card.excerpt for card in cards}


TEXTS = {
    "separator": ("One.\n\nTwo.\n\n<!-- more -->\n\nThree.", "One. Two."),
    "separator without spaces": ("One.\n\n<!--more-->\n\nTwo.", "One."),
    "first paragraph": ("One.\n\nTwo.", "One."),
    "picture first": ("![Picture](https://example.com/a.png)\n\nOne.", "One."),
    "heading first": ("## Heading\n\nOne.", "One."),
    "comment first": ("<!-- comment -->\n\nOne.", "One."),
    "quote first": ("> Quoted.\n\nOne.", "Quoted."),
    "list first": ("- one\n- two\n\nThree.", "one two"),
    "inline": ("One *two* [three](https://example.com/).", "One two three."),
    "footnote": ("One[^1].\n\n[^1]: Note.", "One."),
    "no text": ("", ""),
    "nothing above the separator": ("<!-- more -->\n\nOne.", ""),
    "title in the text": ("# A\n\nOne.", "One."),
    "separator in a list": ("- one\n\n    <!-- more -->\n\n- two", "one"),
    "raw HTML": ("<div>One <b>two</b></div>\n\nThree.", "Three."),
}


def test_what_of_a_text_stands_on_a_card(site: Site) -> None:
    site.config(markdown_extensions=["footnotes"])

    found = excerpts_of(site, [("", text) for text, _ in TEXTS.values()])

    assert {name: found[str(number)] for number, name in enumerate(TEXTS)} == {
        name: excerpt for name, (_, excerpt) in TEXTS.items()
    }


@pytest.mark.parametrize(
    ("head", "excerpt"),
    [
        pytest.param("excerpt: Told *so*.\n", "Told so.", id="excerpt wins over the text"),
        pytest.param("excerpt_separator: <!--end-->\n", "One.", id="separator of its own"),
        pytest.param("description: Told.\n", "One. Two.", id="the separator wins over a description"),
    ],
)
def test_what_front_matter_says_of_an_excerpt(site: Site, head: str, excerpt: str) -> None:
    text = "One.\n\n<!--end-->\n\nTwo.\n\n<!-- more -->\n\nThree."

    assert built_with(site, text, head).page("blog/").cards[0].excerpt == excerpt


def test_a_description_is_the_excerpt_of_a_post_without_a_separator(site: Site) -> None:
    heads = ["description: Told *so*.\n", "summary: Told.\n", "description: Told.\nexcerpt: First.\n"]

    found = excerpts_of(site, [(head, "One.\n\nTwo.") for head in heads])

    assert found == {"0": "Told so.", "1": "Told.", "2": "First."}


DESCRIPTIONS = {
    "no space after inline tags": ("One *two*, [three](https://example.com/).", "One two, three."),
    "no space within a word": ("Hy<b>phen</b>ated", "Hyphenated"),
    "space between items": ("- one\n- two", "one two"),
    "space for a line break": ("one<br>two", "one two"),
    "no entities": ('5 < 6 & "quoted"', '5 < 6 & "quoted"'),
}


def test_the_description_is_the_plain_text_of_the_excerpt(site: Site) -> None:
    for number, (text, _) in enumerate(DESCRIPTIONS.values()):
        head = f"title: A\npermalink: /{number}/\ndate: 2024-01-31"
        site.put(f"docs/blog/posts/{number}.md", f"---\n{head}\n---\n{text}\n")

    built = site.build()

    assert {name: built.page(f"{number}/").meta("description") for number, name in enumerate(DESCRIPTIONS)} == {
        name: description for name, (_, description) in DESCRIPTIONS.items()
    }


def test_a_long_description_ends_at_a_word(site: Site) -> None:
    description = built_with(site, "word, " * 100).page("blog/2024/01/31/a/").meta("description") or ""

    assert len(description) <= 301
    assert re.fullmatch(r"(word, )+word…", description)
    assert shortened("x " * 149 + "xx") == "x " * 149 + "xx"


CUT = {
    "in a quote": "> One\n>\n> <!-- more -->\n>\n> Two",
    "in a list of lists": "- one\n\n    - two\n\n        <!-- more -->\n\n    - three",
    "in raw HTML": "<div><p>One <b>two\n<!-- more -->\nthree</b></p></div>",
    "raw HTML that is never closed": "One <b>two\n\n<!-- more -->\n\nthree",
    "raw HTML that closes too much": "One</p></div></div></article>\n\n<!-- more -->\n\nthree",
    "after a table": "| a |\n|---|\n| 1 |\n\n<!-- more -->",
}


def test_a_card_is_closed_whatever_is_cut(site: Site) -> None:
    for number, text in enumerate(CUT.values()):
        head = f"title: '{number}'\ndate: 2024-01-{31 - number}"
        site.put(f"docs/blog/posts/{number}.md", f"---\n{head}\n---\n{text}\n")
    site.put("docs/blog/posts/last.md", "---\ntitle: Last\ndate: 2023-01-31\n---\nAnother.\n")

    page = site.build().page("blog/")

    cards = page.css(".bp-listing > .bp-grid > article")
    assert len(cards) == len(page.css("article.bp-card")) == len(CUT) + 1
    assert not page.css("article.bp-card article.bp-card")
    assert (page.cards[-1].title, page.cards[-1].excerpt) == ("Last", "Another.")


def test_no_id_stands_twice_on_a_listing(site: Site) -> None:
    site.config(markdown_extensions=["footnotes", "attr_list", {"toc": {"permalink": True}}])
    text = "One[^1]. {: #here }\n\n## Two\n\n[^1]: Note.\n\n<!-- more -->\n\nMore."
    site.put("docs/blog/posts/c.md", f"---\ntitle: C\ndate: 2022-01-31\n---\n{text}\n")

    page = built_with(site, text).page("blog/")

    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert sorted(set(ids), key=str) == sorted(ids, key=str)
    assert "¶" not in page.text


def test_the_text_goes_on_after_the_separator_on_the_page_of_the_post(site: Site) -> None:
    page = built_with(site, "One.\n\n<!-- more -->\n\nTwo.").page("blog/2024/01/31/a/")

    assert "One. Two." in page.text


LINKED = (
    """See [b](b.md), [doc](../../zlast.md#x), [by URL](/zlast/), [out](https://e.org/), [draft](d.md), [no](gone.md)"""
)


@pytest.mark.parametrize("key", ["excerpt", "description"])
@pytest.mark.parametrize("blog_dir", ["blog", "news"])
def test_links_of_front_matter_lead_where_those_of_texts_do(site: Site, key: str, blog_dir: str) -> None:
    site.config(plugins=["search", "blogposts", {"blogposts": {"blog_dir": "news"}}])
    site.put("docs/index.md", "# Home\n\n[a](gone.md)\n").put("docs/zlast.md", "# Last\n\n[b](gone.md)\n")
    site.put(f"docs/{blog_dir}/posts/b.md", "---\ntitle: B\ndate: 2023-01-31\n---\nText.\n")
    site.put(f"docs/{blog_dir}/posts/d.md", "---\ntitle: D\ndate: 2023-01-31\ndraft: true\n---\nText.\n")
    site.put(
        f"docs/{blog_dir}/posts/a.md", f'---\ntitle: A\ndate: 2024-01-31\nslug: a\n{key}: "{LINKED}"\n---\nText.\n'
    )
    path = f"docs/{blog_dir}/posts/a.md"
    place = f"{path}:5:{len(key) + 3}"

    for _ in range(2):  # The second time much is kept.
        built = site.build()

        excerpt = built.page(f"{blog_dir}/").links_in(".bp-card__excerpt")
        assert excerpt[:4] == [
            ("b", f"{blog_dir}/2023/01/31/b/"),
            ("doc", "zlast/#x"),
            ("by URL", "zlast/"),
            ("out", "https://e.org/"),
        ]
        item = next(item for item in json.loads(built.read(f"{blog_dir}/feed.json"))["items"] if item["title"] == "A")
        assert f'href="https://example.org/{blog_dir}/2023/01/31/b/"' in item["content_html"]
        assert 'href="https://example.org/zlast/#x"' in item["content_html"]
        assert [fault.splitlines()[0] for fault in built.faults if fault.startswith(path)] == [
            f"{place}: link: 'd.md' leads to a page that is held back (draft), so only its text is left",
            f"{place}: link: 'gone.md' leads nowhere in this site",
        ]

    site.put(f"docs/{blog_dir}/posts/b.md", "---\ntitle: B\ndate: 2023-01-31\nslug: moved\n---\nText.\n")
    assert site.build().page(f"{blog_dir}/").links_in(".bp-card__excerpt")[0].url == f"{blog_dir}/2023/01/31/moved/"

"""What works by script, by ids or by room: on a card it is whole, or what a reader needs of it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from lxml import html

from mkdocs_blogposts.html.card_texts import fit_for_cards
from mkdocs_blogposts.html.html_urls import ROOT
from tests.built import text_of
from tests.constructs import CONSTRUCTS, write_constructs
from tests.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.built import Built, Page

LISTINGS = ("", "blog/", "blog/archive/2024/")


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return _built(tmp_path_factory.mktemp("cards"), "cards")


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return _built(tmp_path_factory.mktemp("list"), "list")


def _built(root: Path, layout: str) -> Built:
    site = Site(root)
    write_constructs(site, layout=layout)
    return site.build(strict=True)


def test_a_construct_is_whole_or_what_a_reader_needs_of_it(cards: Built) -> None:
    assert cards.exit_code == 0, cards.log
    found = {card.title: card.excerpt for card in cards.page("blog/").cards}

    assert {name: (found[f"{name}, whole"], found[f"{name}, first"]) for name in CONSTRUCTS} == {
        name: (construct.whole, construct.first) for name, construct in CONSTRUCTS.items()
    }


@pytest.mark.parametrize("url", LISTINGS)
def test_a_card_has_no_part_of_what_works_by_a_script(cards: Built, url: str) -> None:
    page = cards.page(url)

    parts = (
        ".tabbed-set, .mermaid, .toc, .grid, .task-list-control, table, input, iframe, img, form, [id], [for], [name]"
    )
    assert page.css(".bp-card__excerpt p")
    assert not [node.html for node in page.css(".bp-card__excerpt") if node.css(parts)]
    assert _ids_of_several(page) == []
    assert _empty_links(page) == []


@pytest.mark.parametrize("url", LISTINGS[1:])
def test_ids_of_the_list_of_material_are_unique(items: Built, url: str) -> None:
    page = items.page(url)

    assert page.css(".md-post--excerpt .tabbed-set")
    assert _ids_of_several(page) == []
    ids = {node.attributes["id"] for node in page.css("[id]")}
    assert [node.html for node in page.css(".md-post--excerpt label[for]") if node.attributes["for"] not in ids] == []
    groups = [{node.attributes["name"] for node in each.css("input")} for each in page.css(".tabbed-set")]
    assert [len(group) for group in groups] == [1] * len(groups)
    assert len(set.union(*groups)) == len(groups)


def test_a_drawing_of_the_list_is_made_of_its_own_parts(items: Built) -> None:
    drawings = items.page("blog/").css(".md-post--excerpt svg:has(use)")

    assert len(drawings) > 1
    for drawing in drawings:
        assert drawing.css("use")[0].attributes["href"] == f"#{drawing.css('path')[0].attributes['id']}"


def test_the_table_of_contents_of_the_list_leads_to_its_posts(site: Site) -> None:
    for number in (1, 2, 3):
        site.put(
            f"docs/blog/posts/{number}.md", f"---\ndate: 2024-01-0{number}\nslug: s{number}\n---\n# Same\n\n## Part\n"
        )
    site.put("docs/blog/index.md", "# Same\n")

    page = site.blogposts(view_layout="list", blog_toc=True).build().page("blog/")

    anchors = [link.url.partition("#")[2] for link in page.links_in(".md-sidebar--secondary") if link.text == "Same"]
    targets = [page.css(f"[id='{anchor}']")[0] for anchor in anchors]
    assert [page.resolve(each.css("a")[0].attributes["href"] or "") for each in targets[-3:]] == [
        f"blog/2024/01/0{number}/s{number}/" for number in (3, 2, 1)
    ]


def _ids_of_several(page: Page) -> list[str | None]:
    return [name for name, number in Counter(node.attributes["id"] for node in page.css("[id]")).items() if number > 1]


def _empty_links(page: Page) -> list[str | None]:
    links = page.css(".bp-card__excerpt a")
    return [link.html for link in links if not text_of(link) and not link.css("svg")]


DOCUMENTS = {
    "attributes without values": "<a name><p id><img src><input id name><h2 id>Two</h2><td headers>\n\nText.",
    "an attribute twice": '<p id="a" id="b" class=x class=y>Text.</p>\n\n<p id="a">Text.</p>',
    "never closed": "<div><p><b><i><table><tr><td><ul><li>Text",
    "closed too often": "</div></p></b></body></html></article>Text.",
    "a whole document": "<!DOCTYPE html>\n<html><head><title>x</title></head><body onload=x>Text.</body></html>",
    "frames": "<frameset><frame src=x><noframes>Text.</noframes></frameset>",
    "control characters": "\x0bText.\x0c &#11; &#0; &#xd800; &#99999999999; &bogus; \ufffe",
    "namespaces": '<o:p xml:lang="en" a:b="c">Text.</o:p><svg xmlns:xlink="x"><use xlink:href="#a"/></svg>',
    "halves of comments": "<!-- Text. --><!- x -><!-- y\n\nText.",
    "instructions": "<?php echo 1 ?><![CDATA[x]]><% asp %>Text.",
    "tabs without their parts": '<div class="tabbed-set"></div><div class="tabbed-set"><input></div>',
    "annotations without a list": '<p class="annotate">Text (1).</p>',
    "code without code": '<table class="highlighttable"><tr><td class="linenos"></td></tr></table><pre></pre>',
    "quotes": "<a href=\"x'>Text.</a><a href='y\">Text.</a><a href=http://[x>Text.</a>",
}


def test_html_of_any_kind_is_built(site: Site) -> None:
    for number, text in enumerate(DOCUMENTS.values()):
        for end in ("", "<!-- more -->"):
            site.put(
                f"docs/blog/posts/{number}-{len(end)}.md",
                f"---\ndate: 2024-01-01\nslug: s{number}-{len(end)}\n---\n# T\n\n{text}\n\n{end}\n",
            )

    for layout in ("cards", "list"):
        built = site.blogposts(view_layout=layout, pagination=False).build()

        assert built.exit_code == 0, built.log
        assert len(re.findall("<article", built.read("blog/index.html"))) >= 2 * len(DOCUMENTS)
        assert _ids_of_several(built.page("blog/")) == []


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<p id="a">Word<a class="headerlink" href="#a">¶</a></p>', "<p>Word</p>"),
        ('<p><code><a href="#__codelineno-0-1">1</a>x</code></p>', "<p><code>x</code></p>"),
        ('<p>Word<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>', "<p>Word</p>"),
        ('<p>Word<sup id="fnref:1"><a href="#fn:1">1</a></sup></p>', "<p>Word</p>"),
        ("<p>10<sup>2</sup></p>", "<p>10<sup>2</sup></p>"),
        ("<p>a<svg><script></script></svg></p>", "<p>a</p>"),
        *((f'<p>a</p><{name} class="toc"><i>b</i></{name}>', "<p>a</p>") for name in ("div", "nav", "ul")),
        ('<p class="toc">a</p>', '<p class="toc">a</p>'),
        ("<p>a<svg><style></style></svg></p>", "<p>a</p>"),
        ('<p>a<svg><path id="b"></path></svg></p>', "<p>a</p>"),
        ("<p>a<svg><path></path></svg></p>", "<p>a<svg><path></path></svg></p>"),
        ('<p><a href="../b/">b</a></p>', '<p><a href="ROOT/blog/b/">b</a></p>'),
    ],
)
def test_what_leads_about_its_own_page_is_not_on_a_card(written: str, shown: str) -> None:
    root = html.fragment_fromstring(f"<div>{written}</div>")

    fit_for_cards(root, "blog/a/")

    assert html.tostring(root, encoding="unicode") == f"<div>{shown.replace('ROOT', ROOT)}</div>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        *((f"<p>a<{name}></{name}></p>", "<p>a</p>") for name in ("button", "select", "textarea", "datalist")),
        *((f"<p>a<{name}>b</{name}></p>", "<p>a</p>") for name in ("output", "progress", "meter")),
        ("<p>a<input></p>", "<p>a</p>"),
        ('<p><label><input type="checkbox"> a</label></p>', "<p><label>☐ a</label></p>"),
        ('<p><label><input type="checkbox" checked><span></span></label> a</p>', "<p>☑ a</p>"),
        ('<ul><li><input type="checkbox" checked></li></ul>', "<ul><li>☑</li></ul>"),
    ],
)
def test_of_what_a_reader_fills_in_only_ticks_are_on_a_card(written: str, shown: str) -> None:
    root = html.fragment_fromstring(f"<div>{written}</div>")

    fit_for_cards(root, "blog/a/")

    assert html.tostring(root, encoding="unicode") == f"<div>{shown}</div>"


@pytest.mark.parametrize(
    "name",
    [
        *("img", "picture", "figure", "video", "audio", "canvas", "iframe", "object", "embed", "form", "table", "map"),
        *("blockquote", "ul", "ol", "dl", "div"),
    ],
)
def test_a_sentence_that_leads_to_what_is_on_no_card_goes_on(name: str) -> None:
    root = html.fragment_fromstring(f"<div><p>Look at this:</p><{name}></{name}></div>")

    fit_for_cards(root, "blog/a/")

    assert html.tostring(root, encoding="unicode") == "<div><p>Look at this…</p></div>"


@pytest.mark.parametrize(
    "name",
    [
        *("id", "for", "name", "headers", "list", "form", "usemap", "popovertarget", "itemref", "contextmenu"),
        *("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "aria-flowto"),
        "aria-activedescendant",
    ],
)
def test_nothing_on_a_card_has_an_id_or_asks_for_one(name: str) -> None:
    root = html.fragment_fromstring(f'<div><p><span {name}="a">Word</span></p></div>')

    fit_for_cards(root, "blog/a/")

    assert html.tostring(root, encoding="unicode") == "<div><p><span>Word</span></p></div>"

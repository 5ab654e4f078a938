"""What a text of Jekyll's is on a site: its contents, its formulas, its quotes; and what is kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markdown import Markdown

from mkdocs_blogposts.jekyll.kramdown.extension import with_kramdown
from mkdocs_blogposts.jekyll.kramdown.raw_html import WholeElements
from tests.built import bytes_of
from tests.deadline import ends_within
from tests.jekyll.kramdown.test_jekyll import BODIES
from tests.kept import kept_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.built import Page
    from tests.site import Site

LONG_ENOUGH = 60
"""Seconds after which a text below is ended; each takes less than one, unless a pattern goes astray."""

LONG = {
    "attributes": "x\n{: " + ".a " * 20000,
    "braces": "{:" * 20000,
    "code in a row": "`a|" * 5000,
    "comments": "<!-- \n\n" * 2000,
    "escapes in attributes": "x\n{: " + "\\}" * 20000,
    "fences": "```x\n" * 5000,
    "formulas": "$$ a\n\n" * 2000,
    "formulas in a line": "$$ " * 20000,
    "hidden": "{::comment}\n" * 2000,
    "hidden in a line": "x {::comment}" * 5000,
    "items in items": "- " * 3000 + "x",
    "lines of pipes": "a | b\n" * 5000 + "x",
    "links": "[a]: " + 'b " ' * 5000,
    "liquid": "{{ " * 20000 + "{% " * 20000,
    "lists": "\n".join("  " * depth + "- x" for depth in range(300)),
    "elements beside each other": f"<div>\n{'<p markdown=1>a</p>' * 1500}\n</div>",
    "names of many names": "".join(f"{{:a{name}: a{name + 1} a{name + 2}}}\n" for name in range(60)) + "\nx\n{: a0}",
    "names in a row": "".join(f"{{:a{name}: a{name + 1}}}\n" for name in range(3000)) + "\nx\n{: a0}",
    "names that name each other": "{:a: a b}\n{:b: b a}\n" * 500 + "\nx\n{: a b}",
    "pipes": "|" * 1000,
    "quotes": ">" * 5000 + " x",
    "spaces": "x" + " " * 20000 + "x\n" + " " * 20000,
    "tags": "<div " + 'a="' * 5000,
    "tags in tags": "<div>\n" * 3000,
    "tags with Markdown": '<div markdown="1">\n' * 200,
    "terms": "a\n" + ": b\n" * 2000,
}
"""Texts that nobody writes but to do harm."""


def page_of(site: Site, text: str, head: str = "") -> Page:
    site.put("docs/_posts/2024-01-31-a.md", f"---\ntitle: A\npermalink: /a/\n{head}---\n{text}\n")
    built = site.build()
    assert built.exit_code == 0, built.log
    return built.page("a/")


def test_a_heading_can_stay_out_of_tables_of_contents(site: Site) -> None:
    page = page_of(site, "* TOC\n{:toc}\n\n## One\n\n### Two\n{: .no_toc}\n\n### Three\n\n## Four\n{: .no_toc}")

    assert [node.text() for node in page.css("article #markdown-toc a")] == ["One", "Three"]
    assert [node.text().strip() for node in page.css(".md-sidebar--secondary a.md-nav__link")] == ["One", "Three"]
    assert [node.attributes["id"] for node in page.css("article :is(h2, h3)")] == ["one", "two", "three", "four"]


def test_a_table_of_contents_is_no_excerpt(site: Site) -> None:
    page_of(site, "1. TOC\n{:toc}\n\n# One\n\nThe text.\n\n## Two\n\nMore.")

    assert [card.excerpt for card in site.build().page("blog/").cards] == ["The text."]


def test_ids_of_headings_are_those_that_the_world_links_to(site: Site) -> None:
    """Whatever the site's own way is to make them, which holds for its other pages."""
    site.config(markdown_extensions=[{"toc": {"separator": "_"}}]).put("docs/page.md", "# P\n\n## C++ & C\n")
    page = page_of(site, "## C++ & C\n## C++ & C\n## :rocket: Go `--fast` -- now\n## :heart:")

    ids = [node.attributes["id"] for node in page.css("article h2")]
    assert ids == ["c--c", "c--c-1", "rocket-go---fast--now", "heart"]
    assert site.build().page("page/").css("h2#c_c")


def test_quotes_become_typographic_where_a_site_wants_that(site: Site) -> None:
    assert '"Hi" -- it\'s...' in page_of(site, '"Hi" -- it\'s...').text
    assert "“Hi” \N{EN DASH} yes…" in page_of(site.blogposts(smart_quotes=True), '"Hi" -- yes...').text


def test_quotes_of_other_posts_stay(site: Site) -> None:
    site.blogposts(smart_quotes=True).put("docs/blog/posts/b.md", '---\ndate: 2024-01-31\n---\n# B\n\n"Hi"\n')

    assert '"Hi"' in site.build().page("blog/2024/01/31/b/").text


def test_formulas_are_left_to_the_script_of_the_site(site: Site) -> None:
    page = page_of(site, "A $$a_1 * b_2$$ of $5 and $6.\n\n$$\nx < *y*\n$$")

    assert [node.text() for node in page.css("article span.arithmatex")] == [r"\(a_1 * b_2\)"]
    assert [node.text() for node in page.css("article div.arithmatex")] == [r"\[x < *y*\]"]
    assert "of $5 and $6." in page.text


def test_formulas_between_single_dollars_lose_the_escapes_of_kramdown(site: Site) -> None:
    site.config(markdown_extensions=[{"pymdownx.arithmatex": {"generic": True}}])
    page = page_of(site, r"Of $A\_1 \in \\{1\\}$ and $$x\_1$$ and \$5.")

    assert [node.text() for node in page.css("article span.arithmatex")] == [r"\(A_1 \in \{1\}\)", r"\(x\_1\)"]
    assert "and $5." in page.text


def test_names_of_emoji_become_emoji(site: Site) -> None:
    assert "🎉 at 10:30:45" in page_of(site, ":tada: at 10:30:45").text


def test_a_title_with_a_pipe_is_text(site: Site) -> None:
    assert page_of(site, "Text.", "description: A\n").title.startswith("A ")
    site.put("docs/_posts/2024-01-31-b.md", "---\ntitle: A *b* | C\npermalink: /b/\n---\nText.\n")
    assert site.build().page("b/").heading == "A b | C"


def test_code_takes_attributes(site: Site) -> None:
    page = page_of(site, '```\nx\n```\n{: .wide data-x="a&b"}\n\n    y = 1\n{: .language-python}')

    assert page.css("pre.wide")[0].attributes["data-x"] == "a&b"
    assert page.css("pre.language-python, .language-python pre, pre code.language-python")


def test_jekyll_texts_are_kept_and_rendered_by_several_processes(site: Site) -> None:
    for number, body in enumerate(BODIES.values()):
        site.put(f"docs/_posts/2024-01-31-{number}.md", f"---\npermalink: /{number}/\n---\n{body}")
    site.config(markdown_extensions=["pymdownx.superfences", {"pymdownx.highlight": {"anchor_linenums": True}}])

    def made(**options: object) -> dict[str, bytes]:
        built, said = site.blogposts(**options).run_build(SOURCE_DATE_EPOCH="1717200000")
        assert built.exit_code == 0, said
        return bytes_of(built.dir)

    alone = made(cache=False)
    assert made(cache=True, workers=2) == alone
    kept = _entries(site.root)
    assert len(kept) >= len(BODIES)
    assert made() == alone
    assert _entries(site.root) == kept


def _entries(root: Path) -> set[str]:
    return {entry.key for entry in kept_in(root) if entry.kind == "conversion"}


@pytest.mark.parametrize("name", LONG)
def test_no_text_takes_long(name: str) -> None:
    extensions, options = with_kramdown(["toc", "tables", "fenced_code", "admonition"], {}, smart_quotes=True)
    markdown = Markdown(extensions=extensions, extension_configs=options)

    with ends_within(LONG_ENOUGH):
        markdown.convert(LONG[name])


def test_ends_of_what_was_never_begun_are_not_looked_for_in_all_that_is_open() -> None:
    opened, ends = "<div>" * 60_000, "</section>" * 60_000

    with ends_within(LONG_ENOUGH):
        assert WholeElements().run(opened + ends) == opened + "</div>" * 60_000

"""Pages that are none of the blog's, three hundred of them: their bytes are as without us, with a cache too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.built import bytes_of
from tests.constructs import CONSTRUCTS

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site

NUMBER = 300
HEADS = (
    "",
    "---\ntitle: Tides & <b>waves</b>\ndescription: 'A \"guide\"'\n---\n",
    "---\ntags: [Python, docs]\nhide: [toc]\n---\n",
    "---\ndate: 2024-01-31\nlayout: post\npermalink: /elsewhere/\ncategories: News\nauthors: [ada]\n---\n",
    "---\ndraft: true\npublished: false\nredirect_from: /old/\nexcerpt: None\n---\n",
    "---\nslug: other\npin: true\nsearch: {boost: 2}\nicon: material/wave\nstatus: new\n---\n",
    "---\ntitle: 2024\nlink: https://example.com/\ntemplate: main.html\n---\n",
)
PIECES = (
    "A paragraph:\n- and no list\n\nhttps://example.com/ and ~~this~~ and {{ braces }} and {% raw %}.\n{: .class }\n",
    "<a href='/raw/'>raw</a> <IMG SRC=/raw.png> <!-- more --> <!--more--> <div markdown>*a*</div>\n",
    "[home](../index.md) ![gone](gone.png) [site](https://example.org/raw/) [path](/raw/ 'title') <https://a.example/>\n",
    "| a | b |\n|---|---|\n| `|` | 2 |\n\n[^1]: A note.\n\nText[^1] \u201a\u00c4\u00ee \u00a0 \u202e &amp;&nbsp;&lt;\n",
    "$$a < b$$\n\n[//]: # (comment)\n\n{% highlight python %}\nx\n{% endhighlight %}\n\nSetext\n------\n",
    "# Second\n\n## Same\n\n## Same\n\n<h1>Raw</h1>\n\n<blockquote>\n> quoted\n</blockquote>\n\n[TOC]\n",
)
EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "pymdownx.details"]
EXTENSIONS += ["pymdownx.highlight", "pymdownx.superfences", "pymdownx.tasklist"]
BLOG = """
    docs/blog/posts/hello.md
    | ---
    | date: 2024-01-31
    | tags: [Python, docs]
    | categories: [News]
    | ---
    | # Hello
    |
    | - [ ] Done
    docs/talks/tides.md
    | ---
    | title: Tides
    | venue: Camp
    | ---
    | See [hello](../blog/posts/hello.md).
"""


def write(site: Site) -> Site:
    texts = [construct.text for construct in CONSTRUCTS.values()]
    for number in range(NUMBER):
        text = f"# Page {number}\n\n{PIECES[number % len(PIECES)]}\n{texts[number % len(texts)]}\n"
        following = (number + 1) % NUMBER
        text += f"\n[next](../{following % 7}/page-{following}.md#same)\n"
        site.put(f"docs/{number % 7}/page-{number}.md", HEADS[number % len(HEADS)] + text)
    return site.put("docs/index.md", "# Home\n").config(
        nav=["index.md"],
        markdown_extensions=[*EXTENSIONS, {"toc": {"permalink": True}}, {"pymdownx.tabbed": {"alternate_style": True}}],
        plugins=["search", "tags", "blogposts"],
    )


@pytest.mark.slow
def test_three_hundred_pages_are_as_without_us(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1719792000")
    without = site_as_seen(write(site).without_blog().build())
    site.config(plugins=["search", "tags", "blogposts"]).write(BLOG)

    assert len([name for name in without if name.endswith("/index.html")]) == NUMBER
    for _ in ("cold", "cached"):
        built = site.build()
        assert (built.exit_code, "blog/2024/01/31/hello/" in built.pages) == (0, True)
        seen = site_as_seen(built)
        assert [name for name, content in without.items() if seen.get(name) != content] == []
        more = [name for name in seen if name not in without]
        ours = ("blog/", "talks/", "assets/stylesheets/blogposts")
        assert [name for name in more if not any(each in name for each in ours)] == []


def site_as_seen(built: Built) -> dict[str, object]:
    """Every file; of those that name all pages, what they say of each. Material's `tags.json` names posts, too."""
    files: dict[str, object] = {
        name.partition(".")[0] if "blogposts" in name else name: content
        for name, content in bytes_of(built.dir).items()
        if not name.startswith(("search/", "sitemap", "tags.json"))
    }
    for piece in json.loads(built.read("search/search_index.json"))["docs"]:
        files[f"search {piece['location']}"] = piece
    return files | {f"sitemap {url}": day for url, day in built.sitemap.items()}

"""Code that `{% highlight %}` leaves within HTML is code there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.jekyll.kramdown.code_in_html import plain, with_code

if TYPE_CHECKING:
    from tests.site import Site

CODE = "{% highlight sh %}\na <b>\n\nb\n{% endhighlight %}"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>x</p>", "<p>x</p>"),
        (
            "<div>\n```sh\na <b>\n```\n</div>",
            '<div>\n<pre><code class="language-sh">a &lt;b&gt;\n</code></pre>\n</div>',
        ),
        (
            "<td>\n\n````{ .c++ linenums=1 }\n```\n\n````</td>",
            '<td>\n\n<pre><code class="language-c++">```\n</code></pre></td>',
        ),
        ("```\na\n```", "<pre><code>a\n</code></pre>"),
        ("<pre>\n```sh\na\n```\n</pre>", "<pre>\n```sh\na\n```\n</pre>"),
        ("<!--\n```sh\na\n```\n-->", "<!--\n```sh\na\n```\n-->"),
        ("<p>```sh\na", "<p>```sh\na"),
    ],
)
def test_fences_become_code_where_html_is_read(html: str, expected: str) -> None:
    assert with_code(html, plain) == expected


def test_code_of_liquid_is_code_in_all_kinds_of_files(site: Site) -> None:
    for name, head, text in (
        ("_posts/2024-01-01-a.html", "permalink: /post/", f"<p>See [[c]].</p>\n{CODE}"),
        ("_posts/2024-01-02-b.md", "permalink: /div/", f'Text\n\n<div class="note">\n{CODE}\n</div>'),
        ("_pages/c.html", "permalink: /page/", f"<p>x</p>\n{CODE}"),
        ("_pages/d.html", "permalink: /whole.html", f"<!DOCTYPE html><html><body>\n{CODE}\n</body></html>"),
    ):
        site.put(name, f"---\ntitle: A\n{head}\n---\n{text}\n")
    site.put("docs/index.md", "# Home\n").config(markdown_extensions=["pymdownx.highlight", "pymdownx.superfences"])
    built = site.blogposts(jekyll_pages=True).build(strict=True)

    for url in ("post/", "div/", "page/"):
        [code] = built.page(url).css("article .highlight pre > code")
        assert code.text().split() == ["a", "<b>", "b"]
    assert '<pre><code class="language-sh">a &lt;b&gt;\n\nb\n</code></pre>' in built.read("whole.html")

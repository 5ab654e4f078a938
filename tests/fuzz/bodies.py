"""Texts of posts: Markdown as it is written today, and what twenty years of blogs have left in it."""

from __future__ import annotations

from hypothesis import strategies as st

MARKDOWN = [
    "Plain text.", "Two\nlines.", "Some *emphasis*, **strong**, `code` and ~~struck~~.", "A hard  \nbreak.",
    "- one\n- two\n    - three\n- four", "1. one\n2. two\n\n    more\n3. three", "Text\n- no blank line\n- above",
    "> quoted\n>\n> > twice\n\nafter", "    indented code\n    more", "```\nfenced\n```", '```python title="a.py"\nx = 1\n```',
    "~~~\ntildes\n~~~", "```mermaid\ngraph LR\n  a --> b\n```", "| a | b |\n|---|---|\n| 1 | 2 |", "A note.[^1]\n\n[^1]: The note.",
    "*[HTML]: Hyper Text\n\nHTML here.", "term\n: what it means", "!!! note\n    inside\n\nafter", '!!! warning "Mind"\n    inside',
    '??? info "More"\n    hidden', '=== "A"\n\n    first\n\n=== "B"\n\n    second', "- [ ] open\n- [x] done", "---", "***",
    "[here](https://example.org/)", "<https://example.org/>", "https://example.org/bare", "[ref][r]\n\n[r]: https://example.org/r",
    "[mail](mailto:a@example.org)", "[top](#top)", "[q](?x=1)", "[](https://example.org/empty)", "![alt](https://example.org/a.png)",
    "[![alt](https://example.org/a.png)](https://example.org/)", "{: .lead }", "Text\n{: .lead }", "## Heading", "### Heading { #own }",
    "## Heading\n\nText\n\n## Heading", "Setext\n------", "# Second title", "[TOC]", "$$\nx^2\n$$", "Inline \\(x\\) and $y$.", "\\* escaped \\_",
    "{{ braces }}", "{% raw %}x{% endraw %}", "{{ site.url }}", ":smile: :+1:", 'a -- b --- c ... "quoted"', "&copy; &amp; &#8212; &nbsp;",
    "<!-- a comment -->", "<!-- more than this -->", "<!--more-->", "[//]: # (comment)", "Zero\u200bwidth, nbsp\u00a0here.", "Tab\there",
    "日本語の文章です。", "نص عربي", "Emoji 🎉👩‍👩‍👧", "‚Äî mis-decoded", "Trailing spaces   ", "Line\u2028separator", "x" * 300,
]  # fmt: skip
"""Blocks of Markdown."""

HTML = [
    "<b>bold", "<i>it</b></i>", "<p>unclosed", "<p>one<p>two", "<br>", "<br/>text<br />", "<hr>", "<font color=red size=+1>red</font>",
    "<center>middle</center>", "<a name>valueless</a>", '<a name="top"></a>', "<p id>valueless</p>", '<p id="same">1</p>\n\n<p id="same">2</p>',
    "<a href=foo.html>unquoted</a>", "<a href>none</a>", '<A HREF="https://example.org/">caps</A>', "<img src=https://example.org/a.gif>",
    '<img src="https://example.org/a.png" alt="x > y">', "<img>", "<table><tr><td>cell<td>cell</table>", "<ul><li>a<li>b</ul>",
    "<div markdown>\n\n*inside*\n\n</div>", '<div markdown="1">\n# Inside\n</div>', "<div>\n\n*outside*\n\n</div>", '<div class="grid cards" markdown>\n\n- a\n- b\n\n</div>',
    '<iframe width=560 src="https://example.org/v" allowfullscreen></iframe>', '<script>if (1 < 2) alert("</b>");</script>', "<style>p { color: red }</style>",
    "<details><summary>More</summary>text</details>", "<pre>\n  <code>\n</pre>", "<blockquote>quoted</blockquote>", "<h2>In HTML</h2>", "<h1>One in HTML</h1>",
    "<!-- unclosed", "<![CDATA[ x ]]>", "<?php echo 1 ?>", "<!DOCTYPE html>", "</div>", "</p></p>", "<custom-tag x=1>in</custom-tag>", "<o:p></o:p>",
    "<span style='font-family:\"Arial\"'>word</span>", "<embed src=x.swf>", "<object data=x.swf></object>", '<video controls><source src="https://example.org/v.mp4"></video>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', "<math><mi>x</mi></math>", "<input type=checkbox checked>", "<form action=x><select><option>1</form>", "1 < 2 > 0 & so <on",
    '<a href="javascript:alert(1)">js</a>', '<p align=center>\n<img src="https://example.org/a.png">\n</p>', "<kbd>Ctrl</kbd>+<kbd>C</kbd>", "x<sup>2</sup><sub>i</sub>", "<abbr title='a \"b\"'>c</abbr>",
]  # fmt: skip
"""HTML that stands in Markdown."""

blocks = st.one_of(st.sampled_from(MARKDOWN), st.sampled_from(MARKDOWN), st.sampled_from(HTML))
"""A block of a text."""

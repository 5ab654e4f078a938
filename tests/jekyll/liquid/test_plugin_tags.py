"""Tags of plugins: what a site says becomes of them, and what does where it says nothing."""

from __future__ import annotations

import pytest

from tests.jekyll.liquid.rendering import render

PLAIN = {
    "figure": (
        '{% figure caption:"The *sea*" class:"wide" %}\n![a](/a.png)\n{% endfigure %}',
        '<figure class="wide" markdown="1">\n\n![a](/a.png)\n\n<figcaption>The *sea*</figcaption>\n</figure>',
    ),
    "picture": ("{% picture thumbnail a.png --alt 'A boat' %}", '<img src="/docs/a.png" alt="A boat">'),
    "picture by name": ('{% image src="/a.png" alt="A & B" %}', '<img src="/docs/a.png" alt="A &amp; B">'),
    "video": (
        "{% youtube abc_1 %}",
        '<p class="video"><a href="https://www.youtube.com/watch?v=abc_1">youtube.com/watch?v=abc_1</a></p>',
    ),
    "video by address": (
        "{% vimeo https://vimeo.com/123 %}",
        '<p class="video"><a href="https://vimeo.com/123">vimeo.com/123</a></p>',
    ),
    "video of the front matter": (
        "{% youtube page.video %}",
        '<p class="video"><a href="https://www.youtube.com/watch?v=xyz">youtube.com/watch?v=xyz</a></p>',
    ),
    "tweet": ("{% twitter https://twitter.com/a/1 %}", '<a href="https://twitter.com/a/1">twitter.com/a/1</a>'),
    "citation": ("{% cite ada bea --file x %}", "<cite>ada, bea</cite>"),
    "account": ("{% avatar octocat size=40 %}", '<a href="https://github.com/octocat">@octocat</a>'),
    "asset": ("{% asset_path boat.png %}", "/docs/assets/boat.png"),
    "tabs": ("{% tabs x %}{% tab x one %}A{% endtab %}{% endtabs %}", "**one**\n\nA"),
    "details": (
        "{% details More of it %}A{% enddetails %}",
        '<details markdown="1">\n<summary>More of it</summary>\n\nA\n\n</details>',
    ),
    "notice": ("{% notice %}A{% endnotice %}", '<div class="notice" markdown="1">\n\nA\n\n</div>'),
    "kind of notice": (
        "{% callout warning 'Mind' %}A{% endcallout %}",
        '<div class="notice--warning" markdown="1">\n\n<strong>Mind</strong>\n\nA\n\n</div>',
    ),
    "diagram": ("{% mermaid %}\na --> b\n{% endmermaid %}", "```mermaid\na --> b\n```"),
    "formula": ("{% katex %}a^2{% endkatex %}", "$$\na^2\n$$"),
    "quote": (
        "{% blockquote Ada %}A{% endblockquote %}",
        '<blockquote markdown="1">\n\nA\n\n<footer><cite>Ada</cite></footer>\n</blockquote>',
    ),
    "what the page has anyhow": ("{% toc %}{% seo %}{% feed_meta %}{% octicon tag %}", ""),
    "include that is cached": ("{% include_cached note.html a='b' %}", "[b]"),
}
"""A text with a tag of a widespread plugin, and what comes of it."""


@pytest.mark.parametrize(("text", "becomes"), PLAIN.values(), ids=PLAIN)
def test_tags_of_widespread_plugins_have_a_plain_rendering(text: str, becomes: str) -> None:
    came = render(text, includes={"note.html": "[{{ include.a }}]"}, video="xyz")

    assert (came.text.strip(), came.told) == (becomes, [])


@pytest.mark.parametrize("bad", ["javascript:alert(1)//a.png", '"><script>.png', "' onload='x.png"])
def test_nothing_gets_out_of_a_plain_rendering(bad: str) -> None:
    tags = (
        "figure",
        "picture",
        "youtube",
        "twitter",
        "cite",
        "avatar",
        "asset_path",
        "details",
        "tab",
        "note",
        "quote",
    )

    came = render("".join(f"{{% {tag} {{{{ page.bad }}}} %}}" for tag in tags), bad=bad)

    assert "<script" not in came.text
    assert 'href="java' not in came.text
    assert 'src="java' not in came.text
    assert "' onload" not in came.text


def test_a_file_of_the_site_says_what_a_tag_becomes() -> None:
    includes = {"tags/note.html": "<{{ include.words | join: '|' }}|{{ include.k }}|{{ include.text }}|{{ content }}>"}

    came = render("{% note a 'b c' k=page.v %}{{ page.v }}{% endnote %}", includes=includes, v="V")

    assert (came.text, came.told) == ("<a|b c|V|a 'b c' k=page.v|V>", [])

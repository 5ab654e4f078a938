"""Sections of HTML are those that the parser of Material's search plugin finds, which is asked here."""

from __future__ import annotations

import itertools
import re
from random import Random

import pytest
from material.plugins.search.plugin import Parser

from mkdocs_blogposts.html.search_sections import sections_of

TITLE = '<h1 id="t">A <em>title</em><a class="headerlink" href="#t" title="Link">&para;</a></h1>\n'
CODE = (
    '<div class="highlight"><pre><span></span><code><span id="l-1"><a id="l-1" name="l-1" href="#l-1"></a>'
    '<span class="k">if</span> <span class="n">a</span> <span class="o">&lt;</span> <span>&quot;&#39;</span>:\n'
    '</span><span class="w">    </span>pass\n</code></pre></div>\n'
)
NUMBERED = (
    '<table><tr><td class="linenos"><div class="linenodiv"><pre><span></span>1\n2</pre></div></td>'
    f"<td>{CODE}</td></tr></table>\n<p>After.</p>"
)
KNOWN = {
    "nothing": "",
    "text alone": "Text & more &amp; &nbsp; > all",
    "a post": f"{TITLE}<p>Text,\n<code>a &lt;</code>.</p>\n<!-- more -->\n<h2 id='u'>U</h2>{CODE}<ul>\n<li>x</li></ul>",
    "text before its title": f"<p>First.</p>{TITLE}<p>Then.</p>",
    "numbers of lines": f"{TITLE}{NUMBERED}<div>In <div>all</div> of it</div>",
    "a heading within": '<h2 id="a">A</h2><div><h3 id="b">B</h3><p>in</p></div><p>out</p>',
    "the first heading within": '<div><h2 id="a">A</h2><p>in</p></div><p>out</p><h2 id="b">B</h2>x',
    "a heading in a list": '<h2 id="a">A</h2><ul><li><h3 id="b">B</h3>x</li><li>y</li></ul>',
    "a heading without an id": "<p>x</p><h2>A <code>b</code></h2><p>y</p>",
    "a heading in another": '<h2 id="a">A <h3 id="b">B</h3> c</h2>d',
    "nothing in what is kept": '<h2 id="a"><code> </code></h2><p>\n</p><ul><li> </li></ul><p>x</p><p></p>',
    "an icon": '<p><span class="twemoji"><svg><path d="M1/2"/></svg></span> x<br />y<img src="a.png" alt></p>',
    "spaces between marks": "<p>a <em> b</em> <strong> </strong> <code> c </code>\n</p> \n <p>d</p>",
    "code with marks of its own": "<pre>a <em>b</em> <i>c</i> &copy; <span>d</span>\n</pre><pre><code></code></pre>",
    "code without marks": "<p>a\nb</p><pre>c\n  d\n</pre><p>e\nf</p>",
    "marks in one another": f"<pre>{'<span>' * 9}a{'</span>' * 9}</pre><pre>{'<span>' * 4}\n{'</span>' * 4}b</pre>",
    "what begins or ends alone": "<p>a<p>b</div></p><ul><li>c</ul></em>d",
    "marks in a heading that goes on": '<div><h2 id="b"><pre><span class="k">a</span></pre></h2></div>',
    "entities cut by marks": "<pre><span>&am</span>p; &lt<span>;</span></pre><p>&am<em>p;</em></p>",
    "two classes": '<h2 id="a">A<a class="headerlink x" href="#">B</a><a href="#" class="header&#108;ink">C</a></h2>',
}
UNKNOWN = {
    "a script": "<p>a</p><script>if (a < b) {}</script>",
    "an element of the site's own": "<my-map>a</my-map>",
    "what is left out": '<p data-search-exclude="">a</p>',
    "a heading that is left out": '<h2 id="a" DATA-SEARCH-EXCLUDE>a</h2>',
    "a tag that does not end": "<p>a <b",
    "a sign in a text": "<p>1 < 2</p>",
    "a sign before a mark": '<pre></<span class="k">p></span></pre>',
    "a sign in an attribute": '<img alt="a > b">',
    "attributes without quotes": "<p class=a>b</p>",
    "attributes without a space": '<p class="a"id="b">c</p>',
    "a tag in capitals": "<P>a</P>",
    "a paragraph that ends at once": "<p/>a",
    "a comment with a tag": "<!-- <p> -->",
    "a comment that ends twice": "<!-- a -- > b -->",
    "what the plugin fails on": '<div class="linenodiv"><p><div></div></p></div>',
    "a heading whose id is empty": "<h2 id>a</h2>",
    "a textarea": "<textarea>a</textarea>",
}


def found(sections: list[object]) -> list[tuple[object, ...]]:
    """What an index gets of sections, and what they are known by."""
    return [
        (getattr(each, "tag", None) or each.el.tag, each.depth, each.id, "".join(each.title), "".join(each.text))  # type: ignore[attr-defined]
        for each in sections
    ]


def theirs(html: str) -> list[tuple[object, ...]] | None:
    """What the parser of the plugin finds; `None` where it fails."""
    parser = Parser()
    try:
        parser.feed(html)
        parser.close()
    except ValueError:
        return None
    return found(parser.data)


@pytest.mark.parametrize("html", KNOWN.values(), ids=KNOWN)
def test_sections_are_those_that_the_plugin_finds(html: str) -> None:
    ours = sections_of(html)

    assert ours is not None
    assert found([*ours]) == theirs(html)


@pytest.mark.parametrize("html", UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_not_known_for_certain_is_left_to_the_plugin(html: str) -> None:
    assert sections_of(html) is None


ELEMENTS = """
    area base br col embed hr img input link meta param source track wbr p code pre li ol ul sub sup
    h1 h2 h3 h4 h5 h6 a abbr address article aside audio b bdi bdo big blockquote button caption center
    cite colgroup data dd del details dfn dialog div dl dt em figcaption figure font footer form header
    hgroup i ins kbd label legend main mark meter nav optgroup option picture progress q rp rt ruby s
    samp section select small span strike strong summary table tbody td tfoot th thead time tr tt u var
    video circle defs ellipse g line path polygon polyline rect svg use
"""


@pytest.mark.parametrize("name", ELEMENTS.split())
def test_a_page_is_read_whatever_elements_it_has(name: str) -> None:
    html = f'<p>a</p><{name} class="b">c <em>d</em></{name}>e'
    ours = sections_of(html)

    assert ours is not None
    assert found([*ours]) == theirs(html)


def test_each_known_page_may_stand_before_each_other() -> None:
    for first, second in itertools.permutations(KNOWN.values(), 2):
        ours = sections_of(first + second)
        assert ours is not None
        assert found([*ours]) == theirs(first + second), first + second


PIECES = (
    *("a", " ", "\n", "b\n c", "&amp;", "&lt;", "&quot;", "&nbsp;", "&copy", ">", "&", "é", "\xa0"),
    *("<p>", "</p>", "<code>", "</code>", "<pre>", "</pre>", "<pre><span></span>", "</code></pre>", "<li>", "</li>"),
    *("<ul>", "</ul>", "<div>", "</div>", "<span class='x'>", '<span class="k">', "</span>", "<em>", "</em>", "<sub>"),
    *('<h1 id="a">', "</h1>", '<h2 id="b">', "</h2>", "<h2>", '<h3 class="x" id="c&amp;d">', "</h3>", "</sub>"),
    *('<a class="headerlink" href="#a">', "</a>", '<a id="l" name="l" href="#l"></a>', '<a href="?a&amp;b">', "<br>"),
    *('<div class="linenodiv">', '<img alt="x"/>', "<!-- more -->", '<path d="M1"/>', "<hr />", "</br>", "<h4/>"),
)


PLAIN = [piece for piece in PIECES if not piece.startswith("<")]
STARTS = [piece for piece in PIECES if re.fullmatch(r"<(?!br)[a-z][^>]*[^/]>", piece)]


def element(random: Random, depth: int) -> str:
    """HTML in an element."""
    start = random.choice(STARTS)
    inner = "".join(
        element(random, depth - 1) if depth and random.random() < 0.5 else random.choice(PLAIN)
        for _ in range(random.randrange(4))
    )
    return f"{start}{inner}</{re.findall('[a-z]+[0-9]?', start)[0]}>"


def test_any_pieces_are_read_as_the_plugin_reads_them_or_left_to_it() -> None:
    random = Random(0)  # noqa: S311  # the same in each run
    read = 0
    for _ in range(2000):
        html = "".join(random.choices(PIECES, k=random.randrange(25)))
        ours = sections_of(html)
        read += ours is not None
        assert ours is None or found([*ours]) == theirs(html), html

    assert read > 500


def test_well_formed_html_is_read_as_the_plugin_reads_it() -> None:
    random = Random(0)  # noqa: S311  # as above
    read = 0
    for _ in range(1000):
        html = "".join(element(random, 3) for _ in range(3))
        ours = sections_of(html)
        read += ours is not None
        assert ours is None or found([*ours]) == theirs(html), html

    assert read > 900

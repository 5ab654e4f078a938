"""What feed readers get of a text, which know its title and neither scripts nor style sheets."""

from __future__ import annotations

import pytest

from mkdocs_blogposts.html.feed_texts import feed_html
from mkdocs_blogposts.html.html_urls import ROOT

OLD_TABS = (
    '<div class="tabbed-set"><input type="radio"><label>One</label><div class="tabbed-content"><p>1</p></div>'
    '<input type="radio"><label>Two</label><div class="tabbed-content"><p>2</p></div></div>'
)
NEW_TABS = (
    '<div class="tabbed-set tabbed-alternate"><input type="radio"><input type="radio">'
    '<div class="tabbed-labels"><label>One</label><label>Two</label></div>'
    '<div class="tabbed-content"><div class="tabbed-block"><p>1</p></div><div class="tabbed-block"><p>2</p></div></div>'
    "</div>"
)


@pytest.mark.parametrize(
    ("written", "fed"),
    [
        ("<h1>The <em>title</em></h1><p>Text.</p>", "<p>Text.</p>"),
        ("<p>Above.</p><h1>THE title</h1>", "<p>Above.</p>"),
        ("<h1>Another</h1><p>Text.</p>", "<h1>Another</h1><p>Text.</p>"),
        ("<h2>The title</h2>", "<h2>The title</h2>"),
        ("<p>a<script>x</script>b<style>y</style></p><template>c</template><noscript>d</noscript>", "<p>ab</p>"),
        ('<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2>', '<h2 id="a">A</h2>'),
        ('<p><input type="checkbox" checked> Done</p>', "<p>☑ Done</p>"),
        ('<p><input type="text"> <b type="checkbox">x</b></p>', '<p><input type="text"> <b type="checkbox">x</b></p>'),
        ('<p><a href="../b/">b</a></p>', f'<p><a href="{ROOT}/blog/b/">b</a></p>'),
        *(
            (
                f'<table class="{name}"><tr><td class="linenos"><pre>1</pre></td><td><pre>x</pre></td></tr></table>',
                "<pre>x</pre>",
            )
            for name in ("highlighttable", "rouge-table")
        ),
        (
            OLD_TABS,
            (
                '<div class="tabbed-set"><div class="tabbed-content"><p><strong>One</strong></p><p>1</p></div>'
                '<div class="tabbed-content"><p><strong>Two</strong></p><p>2</p></div></div>'
            ),
        ),
        (
            NEW_TABS,
            (
                '<div class="tabbed-set tabbed-alternate"><div class="tabbed-labels"></div><div class="tabbed-content">'
                '<div class="tabbed-block"><p><strong>One</strong></p><p>1</p></div>'
                '<div class="tabbed-block"><p><strong>Two</strong></p><p>2</p></div></div></div>'
            ),
        ),
    ],
)
def test_a_feed_has_a_text_without_what_works_only_on_its_page(written: str, fed: str) -> None:
    assert feed_html(written, "The title", "blog/a/") == fed

"""The sections of a changelog, taken apart at the headings of its versions."""

from __future__ import annotations

from mkdocs_blogposts.html.version_sections import sections_in

CHANGELOG = (
    '<h1 id="c">Changes</h1><p>All of them.</p>'
    '<h2 id="v2">2.0<a class="headerlink" href="#v2">¶</a></h2>A &lt; b<p>One</p><h3 id="a">Added</h3><p>Two</p>'
    "<h2>1.0 <em>first</em></h2><p>Three</p>"
    "<h2>Others</h2><p>Four</p>"
    '<h3 id="v0">0.9</h3><h4>Five</h4><h1>0.1</h1>'
)


def test_a_section_goes_on_to_the_next_heading_of_its_kind_or_level() -> None:
    found = [
        (each.heading, each.anchor, each.content) for each in sections_in(CHANGELOG, lambda text: text[0].isdigit())
    ]

    assert found == [
        ("2.0", "v2", 'A &lt; b<p>One</p><h3 id="a">Added</h3><p>Two</p>'),
        ("1.0 first", "", "<p>Three</p>"),
        ("0.9", "v0", "<h4>Five</h4>"),
        ("0.1", "", ""),
    ]

"""Jekyll's own tags, and the includes of its themes."""

from __future__ import annotations

import pytest

from tests.jekyll.liquid.rendering import render

CODE = {
    "code": ("{% highlight ruby %}\nputs 1\n\nputs 2\n{% endhighlight %}", "```ruby\nputs 1\n\nputs 2\n```"),
    "numbered lines": ("{% highlight c++ linenos %}\na\n{% endhighlight %}", '```{ .c++ linenums="1" }\na\n```'),
    "other options": ('{% highlight html mark_lines="1 2" %}\na\n{% endhighlight %}', "```html\na\n```"),
    "capitals": ("{% highlight Python %}\na\n{% endhighlight %}", "```python\na\n```"),
    "its own margin": ("{% highlight sh %}\n\n    a\n  b\n\n{% endhighlight %}", "```sh\n    a\n  b\n```"),
    "in a list": (
        "1. one\n\n   {% highlight sh %}\n   a\n\n     b\n   {% endhighlight %}\n2. two",
        "1. one\n\n   ```sh\n   a\n\n     b\n   ```\n2. two",
    ),
    "in a list, code at the margin": (
        "- one\n\n    {% highlight sh %}\na\n\n  b\n    {% endhighlight %}",
        "- one\n\n    ```sh\n    a\n\n      b\n    ```",
    ),
    "in a quote": (
        "> {% highlight sh %}\n> a\n> {% endhighlight %}",
        "> ```sh\n> a\n> ```",
    ),
    "fences in it": ("{% highlight md %}\n````\n```\n````\n{% endhighlight %}", "`````md\n````\n```\n````\n`````"),
    "behind a text": ("See: {% highlight sh %}a{% endhighlight %}", "See: \n\n```sh\na\n```"),
    "Liquid in it": (
        "{% highlight sh %}\n{{ page.a }} {% raw %}{{ b }}{% endraw %}\n{% endhighlight %}",
        "```sh\n1 {{ b }}\n```",
    ),
}
"""A text with code, and what comes of it."""


@pytest.mark.parametrize(("text", "becomes"), CODE.values(), ids=CODE)
def test_code_becomes_a_fence(text: str, becomes: str) -> None:
    came = render(text, a=1)

    assert (came.text, came.told) == (becomes, [])


LINKS = {
    "post": ("{% post_url 2024-01-31-sea %}", "/sea/"),
    "file": ("{% link map.pdf %}", "/map.pdf"),
    "source of a post": ("{% link _posts/2024-01-31-sea.md %}", "/sea/"),
    "name of a variable": ("{% assign n = 'map' %}{% link {{ n }}.pdf %}", "/map.pdf"),
    "gist": ("{% gist me/1a2b %}", '<a href="https://gist.github.com/me/1a2b">gist.github.com/me/1a2b</a>'),
    "file of a gist": (
        "{% gist 1a2b A_b.py %}",
        '<a href="https://gist.github.com/1a2b#file-a-b-py">gist.github.com/1a2b#file-a-b-py</a>',
    ),
}
"""A tag that names something, and what comes of it."""


@pytest.mark.parametrize(("text", "becomes"), LINKS.values(), ids=LINKS)
def test_a_name_becomes_a_link(text: str, becomes: str) -> None:
    came = render(text)

    assert (came.text, came.told) == (becomes, [])


INCLUDES = {
    "figure": (
        '{% include figure image_path="/a b.png" alt="A" caption="C" class="x" popup=true %}',
        (
            '<figure class="x">\n<a href="/docs/a%20b.png" class="image-popup">'
            '<img src="/docs/a%20b.png" alt="A"></a>\n'
            "<figcaption>C</figcaption>\n</figure>"
        ),
    ),
    "figure elsewhere": (
        "{% include figure image_path='https://x.org/a.png' %}",
        '<figure>\n<img src="https://x.org/a.png" alt="">\n</figure>',
    ),
    "gallery": (
        '{% include gallery caption="All" %}',
        (
            '<figure class="half">\n<a href="/docs/a.png" title="T"><img src="/docs/a-small.png" alt="A"></a>\n'
            '<img src="/docs/b.png" alt="">\n<figcaption>All</figcaption>\n</figure>'
        ),
    ),
    "gallery of another name": ('{% include gallery id="nothing" %}', ""),
    "features": (
        "{% include feature_row %}",
        (
            '<div class="feature__wrapper">\n<div class="feature__item"><h2>F</h2><p>E</p>'
            '<p><a href="/docs/f/" class="md-button">More</a></p></div>\n</div>'
        ),
    ),
    "video": (
        '{% include video id="abc_1" provider="youtube" %}',
        '<p class="video"><a href="https://www.youtube.com/watch?v=abc_1">youtube.com/watch?v=abc_1</a></p>',
    ),
    "video of Chirpy": (
        "{% include embed/youtube.html id='abc_1' %}",
        '<p class="video"><a href="https://www.youtube.com/watch?v=abc_1">youtube.com/watch?v=abc_1</a></p>',
    ),
    "file of Chirpy": (
        "{% include embed/video.html src='/a.mp4' title='*A* film' autoplay=true types='ogg|mov' %}",
        '<figure>\n<video controls src="/docs/a.mp4"></video>\n<figcaption>*A* film</figcaption>\n</figure>',
    ),
    "picture of al-folio": (
        '{% include figure.liquid path="a/b.png" class="rounded" zoomable=true %}',
        '<figure class="rounded">\n<img src="/docs/a/b.png" alt="">\n</figure>',
    ),
    "file of al-folio": (
        '{% include audio.liquid path="a.mp3" controls=true %}{% include video.html path="a.MP4" %}',
        (
            '<figure>\n<audio controls src="/docs/a.mp3"></audio>\n</figure>'
            '<figure>\n<video controls src="/docs/a.MP4"></video>\n</figure>'
        ),
    ),
    "recording of al-folio": (
        '{% include video.liquid path="https://player.vimeo.com/video/5" %}',
        '<p class="video"><a href="https://player.vimeo.com/video/5">player.vimeo.com/video/5</a></p>',
    ),
    "file of nobody": ("{% include embed/audio.html src='javascript:x' %}", ""),
    "video of nobody": ('{% include video id="abc" provider="mine" %}', ""),
    "contents": ("{% include toc icon='gears' title='Contents' %}", ""),
    "base path": ("{% include base_path %}{{ base_path }}/a", "https://example.org/docs/a"),
}
"""An include of a theme, and what comes of it."""

GALLERY = [{"url": "/a.png", "image_path": "/a-small.png", "alt": "A", "title": "T"}, {"image_path": "/b.png"}, "no"]
FEATURES = [{"title": "F", "excerpt": "E", "url": "/f/", "btn_label": "More"}]


@pytest.mark.parametrize(("text", "becomes"), INCLUDES.values(), ids=INCLUDES)
def test_includes_of_themes_are_there(text: str, becomes: str) -> None:
    came = render(text, gallery=GALLERY, feature_row=FEATURES)

    assert (came.text, came.told) == (becomes, [])


def test_a_name_may_begin_with_a_digit_as_in_jekyll() -> None:
    years = {"2019": {"2nd-day": "calm"}}
    assigned = "{% assign year = page.years.2019 %}{{ year.2nd-day }} {{ page.list.1 }}|"
    text = f"{assigned}{{{{ 1.5 }}}} {{% for i in (1..2) %}}{{{{ i }}}}{{% endfor %}}"

    came = render(text, years=years, list=["a", "b"])

    assert (came.text, came.told) == ("calm |1.5 12", [])


def test_an_include_of_the_site_wins() -> None:
    assert (
        render("{% include figure.html %}{% include toc %}", includes={"figure.html": "mine", "toc": "too"}).text
        == "minetoo"
    )


PAGES = [
    {"title": "A & B", "url": "/a/", "excerpt": "<p>One\n*two*.</p>", "tags": ["sea", "ice"], "order": 2},
    {"title": "C", "url": "/c/", "tags": "sea", "order": 1, "link": "https://x.org/?a&b"},
]
LISTED = [
    '<a href="/docs/a/">A &amp; B</a></h2><p class="archive__item-excerpt">One *two*.</p></div>',
    '<a href="https://x.org/?a&amp;b">C</a></h2></div>',
]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("{% for post in site.posts %}{% include archive-single.html type='list' %}{% endfor %}", LISTED),
        ("{% include documents-collection.html collection='posts' sort_by='order' %}", LISTED[::-1]),
        ("{% include documents-collection.html collection='posts' sort_order='reverse' %}", LISTED[::-1]),
        ("{% include posts-category.html taxonomy='x' %}{% include posts-tag.html taxonomy='y' %}", LISTED),
        (
            """{% include group-by-array collection=site.posts field='tags' %}{% for name in group_names %}
{{ name }}{% for post in group_items[forloop.index0] %}{% include archive-single.html %}{% endfor %}{% endfor %}""",
            ["ice", LISTED[0], "sea", *LISTED],
        ),
    ],
)
def test_lists_of_a_theme_are_there(text: str, listed: list[str]) -> None:
    came = render(text, site={"posts": PAGES, "categories": {"x": PAGES[:1]}, "tags": {"y": PAGES[1:]}})
    lines = [line for line in came.text.splitlines() if line]

    head = '<div class="list__item"><h2 class="archive__item-title">'
    assert (lines, came.told) == ([line if line.isalpha() else f"{head}{line}" for line in listed], [])


BAD = ['"><script>alert(1)</script>', "javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "' onload='x"]


@pytest.mark.parametrize("bad", BAD)
def test_nothing_in_front_matter_gets_out_of_an_include_of_a_theme(bad: str) -> None:
    item = dict.fromkeys(("url", "image_path", "alt", "title", "excerpt", "btn_label"), bad)
    figure = "{% include figure image_path=page.bad alt=page.bad caption=page.bad class=page.bad popup=page.bad %}"
    gallery = "{% include gallery caption=page.bad layout=page.bad class=page.bad %}"
    video = "{% include video id=page.bad provider='youtube' %}"

    lists = "{% include feature_row %}{% include documents-collection.html collection='x' %}"
    site = {"x": [{**item, "link": bad}, {**item, "link": f"http{bad}"}]}

    came = render(f"{figure}{gallery}{video}{lists}", site=site, bad=bad, gallery=[item], feature_row=[item])

    assert came.told == []
    assert "<script" not in came.text
    assert not any(f'{name}="{start}' in came.text for name in ("href", "src") for start in ("java", "data"))
    assert "' onload" not in came.text


def test_an_address_of_mail_is_spelt_out() -> None:
    came = render("{{ 'a1@é.org' | encode_email }} {{ 'a@' | html_encode_email }} {{ nothing | encode_email }}|")

    assert (came.text, came.told) == ("%61%31@%C3%A9.%6F%72%67 &#97;&#64; |", [])


@pytest.mark.parametrize("name", ["emojify", "bust_file_cache", "bust_css_cache"])
def test_filters_of_plugins_that_need_do_nothing_here(name: str) -> None:
    came = render(f"{{{{ ':tada: yes' | {name} }}}}")

    assert (came.text, came.told) == (":tada: yes", [])

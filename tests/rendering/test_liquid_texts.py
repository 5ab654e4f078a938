"""Liquid in posts and talks of Jekyll's: rendered before the text becomes HTML."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site


def post(text: str, head: str = "") -> str:
    return f"---\ntitle: A\npermalink: /a/\n{head}---\n{text}\n"


def built_with(site: Site, text: str, head: str = "") -> Built:
    return site.put("_posts/2024-01-31-a.md", post(text, head)).build()


def test_values_of_the_page_and_the_site_are_shown(site: Site) -> None:
    built = built_with(site, "Of {{ page.title }}, {{ page.date | date_to_string }}, {{ page.sea }}.", "sea: calm\n")

    assert built.warnings == []
    assert "Of A, 31 Jan 2024, calm." in built.page("a/").text


def test_links_come_out_right_below_a_path(site: Site) -> None:
    site.config(site_url="https://example.org/docs/")
    site.put("_posts/2024-02-01-b.md", "---\ntitle: B\npermalink: /b/\n---\nText.\n")
    built = built_with(
        site,
        "[one]({{ site.baseurl }}/b/) [two]({{ site.url }}{{ site.baseurl }}/b/) [three]({% post_url 2024-02-01-b %}) "
        "[four]({% link _posts/2024-02-01-b.md %}) [five]({{ '/b/' | relative_url }}) "
        "[six]({{ '/b/' | absolute_url }}) "
        '[seven]({{ site.baseurl }}{% post_url 2024-02-01-b %}) <a href="{{ site.baseurl }}/b/">eight</a>',
    )

    assert built.warnings == []
    assert [link.attributes["href"] for link in built.page("a/").css("article p a")] == ["../b/"] * 8


@pytest.mark.parametrize("folder", ["", "docs/"])
def test_includes_and_data_of_the_site_are_brought_in(site: Site, folder: str) -> None:
    site.put(f"{folder}_includes/sea.html", "The sea is {{ include.how }}, {{ site.data.ports.first.name }}.")
    site.put(f"{folder}_data/ports.yml", "- name: Porto\n")
    site.put(f"{folder}_posts/2024-01-31-a.md", post('{% include sea.html how="calm" %}'))

    assert "The sea is calm, Porto." in site.build().page("a/").text


def test_code_is_coloured_in_a_list_too(site: Site) -> None:
    site.config(markdown_extensions=["pymdownx.highlight", "pymdownx.superfences"])
    code = "1. one\n\n   {% highlight python linenos %}\n   x = 1\n   {% endhighlight %}\n\n2. two\n"
    page = built_with(site, f"{code}\n{{% highlight sh %}}\nls\n{{% endhighlight %}}\n").page("a/")

    assert [node.text() for node in page.css("article ol > li .highlight code")] == ["x = 1\n"]
    assert len(page.css("article ol > li")) == 2
    assert [node.text() for node in page.css("article > .highlight code")] == ["ls\n"]


def test_liquid_in_code_is_rendered_but_for_raw(site: Site) -> None:
    text = "`{{ page.title }}` {% raw %}`{{ page.title }}` and {% if %}{% endraw %}\n\n    {{ page.title }}\n"
    page = built_with(site, text).page("a/")

    assert [node.text() for node in page.css("article code")] == ["A", "{{ page.title }}", "A\n"]
    assert "and {% if %}" in page.text


def test_a_text_may_want_no_liquid(site: Site) -> None:
    built = built_with(site, "{{ page.title }} {% nope %}", "render_with_liquid: false\n")

    assert built.warnings == []
    assert "{{ page.title }} {% nope %}" in built.page("a/").text


def test_in_a_text_of_material_it_is_text(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\nslug: a\n---\n{{ page.title }} {% nope %}\n")

    assert "{{ page.title }} {% nope %}" in site.build().page("blog/2024/01/31/a/").text


def test_tags_that_nobody_knows_are_told_once_and_all_else_is_rendered(site: Site) -> None:
    site.put("_posts/2024-02-01-b.md", "---\ntitle: B\npermalink: /b/\n---\n{% nope %}{% box %}In *it*.{% endbox %}\n")
    site.put("_includes/tags/box.html", "<i>{{ include.colour }}{{ include.words }}{{ content }}</i>")
    built = built_with(site, "Text.\n\nOf {{ page.title }} {% nope %}{% box red colour: 'blue' %}Y{% endbox %} ends.")

    assert built.faults == [
        (
            "_posts/2024-01-31-a.md:7:21: liquid: there is no tag 'nope', here and in 1 more place\n"
            "    it shows nothing; write `_includes/tags/nope.html` to say what it becomes"
        )
    ]
    assert built.exit_code == 0
    assert "Of A blueredY ends." in built.page("a/").text
    assert "<i>In <em>it</em>.</i>" in (built.page("b/").content.html or "")


def test_a_fault_of_an_include_is_told_where_it_is(site: Site) -> None:
    site.put("_includes/deep/bad.html", "\n  {% incl %}")
    built = built_with(site, "{% include deep/bad.html %}")

    assert [fault.split("\n")[0] for fault in built.faults] == [
        "_includes/deep/bad.html:2:3: liquid: there is no tag 'incl'",
    ]


def test_the_weight_of_a_fault_is_an_option(site: Site) -> None:
    site.blogposts(faults={"liquid": "error"})

    assert built_with(site, "{% nope %}").exit_code == 1


def test_without_python_liquid_it_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "liquid", None)
    built = built_with(site, "Of {{ page.title }}")

    assert built.faults == [
        (
            "_posts/2024-01-31-a.md:5:4: liquid: '{{ page.title }}' is Liquid, which is not rendered\n"
            '    run: pip install "mkdocs-blogposts[jekyll]"; if it is text, set `post_dialect: material`'
        )
    ]
    assert "Of {{ page.title }}" in built.page("a/").text


def test_faults_of_drafts_are_remarks(site: Site) -> None:
    site.put("_drafts/b.md", "---\ntitle: B\n---\n{% nope %}\n")
    built = built_with(site, "Text.")

    assert built.warnings == []
    assert [logged.level for logged in built.log if "there is no tag 'nope'" in logged.message] == ["INFO"]
    with site.serve() as preview:
        assert [fault.split("\n")[0] for fault in preview.build().faults] == [
            "_drafts/b.md:4:1: liquid: there is no tag 'nope'"
        ]


def test_cards_show_what_is_rendered(site: Site) -> None:
    card = built_with(site, "Of {{ page.title }}.\n\nMore.").page("blog/").cards[0]

    assert card.excerpt == "Of A."


def test_talks_are_rendered_and_know_each_other(site: Site) -> None:
    site.put(
        "_talks/2024-05-01-b.md",
        "---\ntitle: B\npermalink: /talks/b\nvenue: V\n---\n{{ page.venue }}, {{ page.collection }}.\n",
    )
    site.put("_talks/2023-05-01-c.md", "---\ntitle: C\nvenue: W\n---\n")
    built = built_with(
        site, "{% for talk in site.talks %}{{ talk.title }} {{ talk.venue }} {{ talk.url }}; {% endfor %}"
    )

    assert "C W /talks/c/; B V /talks/b/;" in built.page("a/").text.replace("2023-05-01-", "")
    assert "V, talks." in built.page("talks/b/").text


def test_a_list_of_posts_can_say_how_long_they_are(site: Site) -> None:
    text = "{% for post in site.posts %}{{ post.title }} {{ post.content | strip_html | number_of_words }};{% endfor %}"
    site.put("_posts/2024-01-01-b.md", "---\ntitle: B\n---\n**Three** words {{ page.title }} <i>here</i>.\n")

    assert "B 4;" in built_with(site, text).page("a/").text


def test_posts_know_their_neighbours(site: Site) -> None:
    site.put("_posts/2024-01-01-b.md", "---\ntitle: B\n---\n**One** two.\n\nThree.\n")
    site.put("_posts/2024-02-01-c.md", "---\ntitle: C\nexcerpt: Short\n---\nText.\n")
    site.put("_posts/2024-02-02-d.md", "---\ntitle: D\nunlisted: true\n---\nText.\n")
    text = "{{ page.previous.title }} {{ page.next.title }} {{ page.next.next.title }}{{ page.next.excerpt }}"

    page = built_with(site, f"{text} {{{{ site.posts.size }}}} {{{{ page.previous.excerpt }}}}").page("a/")

    assert "B C Short 3" in page.text
    assert [node.text() for node in page.css("article strong")] == ["One"]


@pytest.mark.parametrize(
    ("separator", "expected"), [("<!-- end -->", "(Three.Four.)(One.Two.)"), ('"\\n\\n"', "(Three.)(One.)")]
)
def test_a_text_without_the_separator_of_its_site_is_its_own_excerpt(site: Site, separator: str, expected: str) -> None:
    site.put("_config.yml", f"excerpt_separator: {separator}\n")
    site.put("_posts/2024-01-01-b.md", "---\ntitle: B\n---\nOne.\n\nTwo.\n")
    site.put("_posts/2024-01-02-c.md", "---\ntitle: C\n---\nThree.\n\nFour.\n<!-- end -->\nFive.\n")

    text = built_with(site, "{% for p in site.posts %}({{ p.excerpt | strip_html | strip_newlines }}){% endfor %}")

    assert expected in text.page("a/").text


def test_a_post_is_found_by_its_date_and_slug_wherever_it_is(site: Site) -> None:
    site.put("_posts/sub/2024-2-1-b.md", "---\ntitle: B\npermalink: /b/\n---\n")
    site.put("docs/es/_posts/2024-02-02-c.md", "---\ntitle: C\npermalink: /c/\n---\n")
    built = built_with(
        site,
        "{% post_url 2024-02-01-b %} {% post_url sub/2024-2-1-b %} {% post_url es/2024-02-02-c %} "
        "{% post_url /2024-02-02-c %}",
    )

    assert built.warnings == []
    assert "/b/ /b/ /c/ /c/" in built.page("a/").text


def test_a_link_to_what_is_held_back_keeps_its_text(site: Site) -> None:
    site.put("_posts/2024-02-01-b.md", "---\ntitle: B\npublished: false\npermalink: /b/\n---\n")
    built = built_with(site, "[the other]({% post_url 2024-02-01-b %})")

    assert [fault.split("\n")[0] for fault in built.faults] == [
        (
            "_posts/2024-01-31-a.md:5:13: link: '/b/' leads to a page that is held back (unpublished), "
            "so only its text is left"
        )
    ]
    assert built.page("a/").css("article p a") == []


def test_files_that_only_liquid_names_are_kept_or_held_back(site: Site) -> None:
    for name in ("a", "b"):
        site.put(f"docs/images/{name}.png", "png")
    site.put(
        "_drafts/b.md",
        "---\ntitle: B\n---\n![b]({{ site.baseurl }}/images/b.png) ![a]({{ site.baseurl }}/images/a.png)\n",
    )
    built = built_with(site, "![a]({{ site.baseurl }}/images/a.png)")

    assert {name for name in built.files if name.startswith("images/")} == {"images/a.png"}


def test_no_file_elsewhere_is_brought_in(site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.yml"
    secret.write_text("secret: SECRET\n", encoding="utf-8")
    for folder in ("_includes", "_data", "_posts"):
        (site.root / folder).mkdir()
        (site.root / folder / "link.yml").symlink_to(secret)
    (site.root / "_data" / "folder").symlink_to(secret.parent, target_is_directory=True)
    site.put("secret.html", "SECRET")
    built = built_with(
        site,
        "{% include link.yml %}{% include_relative link.yml %}{% include_relative ../secret.html %}\n",
    )
    site.put(
        "_posts/2024-02-01-b.md",
        "---\ntitle: B\npermalink: /b/\n---\n{{ site.data.link }}{{ site.data.folder.secret }}|\n",
    )

    assert [fault.split("\n")[0] for fault in built.faults] == [
        "_posts/2024-01-31-a.md:5:1: liquid: there is no include 'link.yml'",
        "_posts/2024-01-31-a.md:5:23: liquid: there is no include 'link.yml'",
        "_posts/2024-01-31-a.md:5:54: liquid: '../secret.html' cannot be the name of an include",
    ]
    assert "SECRET" not in site.build().page("a/").html
    assert "SECRET" not in site.build().page("b/").html


@pytest.mark.parametrize("folder", [".", ".git"])
def test_no_hidden_file_is_brought_in(site: Site, folder: str) -> None:
    site.put("_config.yml", f"includes_dir: {folder}\ndata_dir: {folder}\n")
    for name in (".git/config", ".git/it.yml", ".env", ".secret.yml", "_posts/.git/config"):
        site.put(name, "a: SECRET")
    (site.root / "open").symlink_to(site.root / ".git" / "config")
    asked = ("include .git/config", "include config", "include .env", "include open", "include_relative .git/config")

    for tag in asked:
        built = built_with(site, f"{{% {tag} %}}")
        assert "SECRET" not in built.page("a/").html
        assert "liquid: there is no include" in built.faults[0]
    assert "SECRET" not in built_with(site, "{{ site.data | jsonify }}|").page("a/").html


def test_data_that_cannot_be_read_is_told(site: Site) -> None:
    site.put("_data/a.yml", "- a\n- b: 'c\n").put("_data/b.json", '{"a": }').put("_data/c.yml", b"a: \xff\n")
    built = built_with(site, "{{ site.data.a }}{{ site.data.b }}{{ site.data.c }}|")

    assert [fault.split("\n")[0] for fault in built.faults] == [
        "_data/a.yml:2:6: liquid: the quote that begins here is never closed",
        "_data/b.json:1:7: liquid: not JSON: expecting value",
        "_data/c.yml:1:4: not UTF-8: byte 0xFF at offset 3",
    ]


def test_serve_shows_what_includes_and_data_say_now(site: Site) -> None:
    site.put("_includes/a.html", "one").put("_data/b.yml", "c: two")
    site.put("_posts/2024-01-31-a.md", post("{% include a.html %} {{ site.data.b.c }}"))

    with site.serve() as preview:
        assert "one two" in preview.build().page("a/").text
        assert {str(site.root / name) for name in ("_includes", "_data", "_posts")} <= preview.watched

        site.put("_includes/a.html", "three").put("_data/b.yml", "c: four")
        assert "three four" in preview.build().page("a/").text


def test_what_is_kept_is_what_would_be_made_anew(site: Site) -> None:
    site.put("_data/b.yml", "c: one")
    assert "one" in built_with(site, "{{ site.data.b.c }}").page("a/").text

    assert "two" in site.put("_data/b.yml", "c: two").build().page("a/").text


def test_time_is_that_of_the_build(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    site.blogposts(timezone="Europe/Lisbon")
    page = built_with(site, "{{ site.time }} {{ 'now' | date: '%F' }} {{ page.date | date_to_xmlschema }}").page("a/")

    assert "2023-11-14 22:13:20 +0000 2023-11-14 2024-01-31T00:00:00+00:00" in page.text


def test_the_folders_are_those_of_the_config(site: Site) -> None:
    site.put("docs/_config.yml", "includes_dir: parts\ndata_dir: facts\ntimezone: America/Chicago\nsea: calm\n")
    site.put("docs/parts/a.md", "A part, {{ site.data.ports.first }}, {{ site.sea }}.").put(
        "docs/facts/ports.yml", "[Porto]"
    )
    site.put("docs/_posts/2024-01-31-a.md", post("{% include a.md %} {{ page.date | date_to_xmlschema }}"))
    site.put("docs/_layouts/default.html", "{{ content }}").put("docs/_sass/a.scss", "a {}")
    built = site.build()

    assert "A part, Porto, calm. 2024-01-31T00:00:00-06:00" in built.page("a/").text
    assert [name for name in (*built.pages, *built.files) if re.search("parts|facts|_layouts|_sass", name)] == []


def test_a_caption_may_lead_somewhere(site: Site) -> None:
    site.put("docs/images/a.png", "png").put("_posts/2024-02-01-b.md", "---\ntitle: B\npermalink: /b/\n---\n")
    caption = "By *me*, see [B](/b/) <script>x</script> [no](javascript:x)"
    page = built_with(site, f'{{% include figure image_path="/images/a.png" caption="{caption}" %}}').page("a/")

    assert [node.attributes["src"] for node in page.css("figure img")] == ["../images/a.png"]
    assert [node.attributes.get("href") for node in page.css("figcaption a")] == ["../b/", None]
    assert page.css("figcaption em")
    assert not page.css("figcaption script")


def test_a_link_of_liquid_that_leads_nowhere_has_its_place(site: Site) -> None:
    site.config(site_url="https://example.org/docs/")
    built = built_with(site, "One.\n\nTwo [x]({{ site.baseurl }}/nope/).")

    assert [fault.split("\n")[0] for fault in built.faults] == [
        "_posts/2024-01-31-a.md:7:9: link: '/docs/nope/' leads nowhere in this site"
    ]

"""Cards that are made once where our own templates show them, and as often as a site's own may show them otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.shown_values import PLAIN_POST
from tests.test_templates import render

if TYPE_CHECKING:
    from tests.site import Site

POSTS = "\n".join(
    f"""
    docs/blog/posts/{number}.md
    | ---
    | date: 2024-01-0{number}
    | tags: [x]
    | ---
    | # Post {number}
    """
    for number in range(1, 6)
)


def test_our_card_without_a_picture_is_the_same_above_the_fold() -> None:
    assert PLAIN_POST.image is None
    assert render("card.html", card=PLAIN_POST, level=2, eager=True) == render(
        "card.html", card=PLAIN_POST, level=2, eager=False
    )


def test_a_card_of_the_site_is_told_whether_it_is_above_the_fold(site: Site) -> None:
    site.config(theme={"name": "material", "custom_dir": "own"}).write(POSTS).put(
        "own/blogposts/card.html", "<p class='own'>{{ card.title }}: {{ eager }}</p>"
    )

    shown = [each.text() for each in site.build().page("blog/").css("p.own")]

    assert (shown[0], shown[-1]) == ("Post 5: True", "Post 1: False")


def test_macros_of_the_site_find_what_plugins_say_last(site: Site) -> None:
    site.config(theme={"name": "material", "custom_dir": "own"}, hooks=["hook.py"]).write(POSTS)
    site.put("own/blogposts/icons.html", "{% macro icon(name, label='') %}<b>{{ late }}</b>{% endmacro %}")
    site.put(
        "hook.py",
        "from mkdocs.plugins import event_priority\n\n"
        "@event_priority(-200)\ndef on_env(env, config, files):\n    env.globals['late'] = 'said late'\n",
    )
    site.put("docs/blog/posts/1.md", "---\ndate: 2024-01-01\nlink: https://example.org/\n---\n# Post 1\n")

    assert "<b>said late</b>" in site.build().read("blog/index.html")

"""What templates of a site know beside what a page gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site import Site

HOOK = """
from mkdocs.plugins import event_priority

@event_priority(-1000)
def on_env(env, config, files):
    env.globals["season"] = lambda: "spring"
"""


def test_templates_have_the_globals_that_a_hook_gives_them_last_of_all(site: Site) -> None:
    site.config(theme={"name": "material", "custom_dir": "theme"}, hooks=["hook.py"]).put("hook.py", HOOK)
    site.put("theme/main.html", "{% extends 'base.html' %}{% block announce %}It is {{ season() }}.{% endblock %}")
    site.put("theme/partials/copyright.html", "Since {{ season() }}")
    site.put("theme/blogposts/post-header.html", "<p>Of {{ season() }}</p>")
    site.put("docs/blog/posts/hello.md", "---\ndate: 2024-01-31\n---\n# Hello\n\nText.\n").put(
        "docs/index.md", "# Home\n"
    )

    built = site.build()

    assert "It is spring." in built.read("index.html")
    for page in ("index.html", "blog/index.html", "blog/2024/01/31/hello/index.html"):
        assert "Since spring" in built.read(page)
    assert "Of spring" in built.read("blog/2024/01/31/hello/index.html")

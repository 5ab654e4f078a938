"""Once all texts are HTML, they are there for those hooks, plugins and templates that may ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

SITE = """
    docs/index.md
    | # Home
    docs/blog/posts/a.md
    | ---
    | date: 2024-01-01
    | ---
    | # A
    |
    | Alpha.
"""
HOOK = """
import pathlib

pages = []

def {first}(html, page, config, **_):
    pages.append(page)

def {last}(*_, **__):
    texts = [(page.content, page.markdown) for page in pages if "posts" in page.file.src_uri]
    pathlib.Path(__file__).with_name("found.txt").write_text(repr(texts))
"""


@pytest.mark.parametrize("event", ["on_post_page", "on_post_build", "on_shutdown"])
def test_a_hook_finds_texts_once_all_of_them_are_html(site: Site, event: str) -> None:
    site.write(SITE).put("hook.py", HOOK.format(first="on_page_content", last=event)).config(hooks=["hook.py"])
    site.build()

    found = (site.root / "found.txt").read_text()
    assert "<p>Alpha.</p>" in found
    assert "# A\\n\\nAlpha.\\n" in found


def test_a_template_of_the_site_finds_a_text_as_it_is_written(site: Site) -> None:
    site.write(SITE).put("own/main.html", "<pre>{{ page.markdown }}</pre>").config(
        theme={"name": "material", "font": False, "custom_dir": "own"}
    )

    assert "# A\n\nAlpha." in site.build().read("blog/2024/01/01/a/index.html")

"""Once all pages are written, texts are there for those hooks and plugins that may ask for them."""

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

def {last}(**_):
    texts = [page.content for page in pages if "posts" in page.file.src_uri]
    pathlib.Path(__file__).with_name("found.txt").write_text(repr(texts))
"""


@pytest.mark.parametrize("event", ["on_post_build", "on_shutdown"])
def test_a_hook_finds_texts_when_all_pages_are_written(site: Site, event: str) -> None:
    site.write(SITE).put("hook.py", HOOK.format(first="on_page_content", last=event)).config(hooks=["hook.py"])
    site.build()

    assert "Alpha." in (site.root / "found.txt").read_text()

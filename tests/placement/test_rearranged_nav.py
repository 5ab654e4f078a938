"""A navigation that another plugin has rearranged so that the blog's index has no place among its siblings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

HOOK = """
from mkdocs.plugins import event_priority

@event_priority(0)
def on_nav(nav, config, files):
    for section in [item for item in nav.items if item.is_section]:
        {rearrange}
"""
CLEARED = "section.children.clear()"
ONLY_LINKS = "from mkdocs.structure.nav import Link; section.children[:] = [Link('x', 'https://x.org/')]"


@pytest.mark.parametrize("rearrange", [CLEARED, ONLY_LINKS], ids=["nothing left", "a link left"])
def test_an_index_that_is_no_child_of_its_section(site: Site, rearrange: str) -> None:
    site.put("hook.py", HOOK.format(rearrange=rearrange)).config(hooks=["hook.py"])
    site.put("docs/index.md", "# Home\n")
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\ntags: [x]\n---\n")

    built = site.build(strict=True)

    assert built.error is None
    assert {"blog/", "blog/archive/2024/", "blog/tags/"} <= set(built.pages)

"""A navigation that another plugin has rearranged, or made anew."""

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


MADE_ANEW = """
from mkdocs.structure.nav import get_navigation

def on_config(config):
    config.nav, config.extra["nav"] = None, config.nav

def on_nav(nav, config, files):
    for file in files.documentation_pages():
        file.page = None
    config.nav = config.extra["nav"]
    made = get_navigation(files, config)
    config.nav = {left}
    return made
"""


@pytest.mark.parametrize("left", ["config.nav", "None"])
@pytest.mark.parametrize("nav", [[{"Read": [{"News": "blog/index.md"}, "blog/posts/a.md"]}], ["blog/index.md"], None])
def test_a_navigation_whose_pages_are_made_anew(site: Site, nav: object, left: str) -> None:
    """As awesome-pages does it where `nav` has a `...`; the blog is as without, also if `config` has none of that."""
    site.config(nav=[{"Start": "index.md"}, *nav] if isinstance(nav, list) else None)
    site.put("docs/index.md", "# Home\n")
    if left != "None":  # else the index is called as `nav` calls it
        site.put("docs/blog/index.md", "# All\n\nOf it.\n")
    site.put("docs/blog/posts/a.md", "---\ntitle: A\ndate: 2024-01-31\ntags: [x]\n---\nSee [b](b.md).\n")
    site.put("docs/blog/posts/b.md", "---\ntitle: B\ndate: 2024-01-30\ncategories: [C]\n---\n")
    usual = site.build(strict=True)
    expected = {url: usual.read(f"{url}index.html") for url in usual.pages}

    anew = site.put("hook.py", MADE_ANEW.format(left=left)).config(hooks=["hook.py"]).build(strict=True)

    assert anew.exit_code == 0, anew.log
    assert {url: anew.read(f"{url}index.html") for url in anew.pages} == expected

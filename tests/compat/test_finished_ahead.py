"""Pages finished by several processes are what one process makes, beside plugins that change finished pages."""

from __future__ import annotations

import importlib.metadata
import sys
from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.processes.workers import FEWEST
from tests.built import bytes_of

if TYPE_CHECKING:
    from tests.site import Site

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems can't fork safely")

PLUGINS = {
    "glightbox": "mkdocs-glightbox",
    "minify": "mkdocs-minify-plugin",
    "section-index": "mkdocs-section-index",
}


@pytest.mark.parametrize("plugin", PLUGINS)
def test_one_process_or_many_make_the_same_pages(site: Site, plugin: str) -> None:
    try:
        importlib.metadata.version(PLUGINS[plugin])
    except importlib.metadata.PackageNotFoundError:
        pytest.skip(f"needs {PLUGINS[plugin]}: pip install --group test")
    options = {"minify_html": True} if plugin == "minify" else {}
    site.put("docs/index.md", "# Home\n").put("docs/guide/index.md", "# Guide\n").put("docs/guide/more.md", "# More\n")
    for number in range(FEWEST + 10):
        head = f"date: 2024-01-{number % 28 + 1:02}\ntags: [t{number % 5}]\n"
        site.put(f"docs/blog/posts/{number:02}.md", f"---\n{head}---\n# Post {number}\n\n![](a.png)\n")
    site.put("docs/blog/posts/a.png", "")

    def build(**ours: object) -> dict[str, bytes]:
        site.config(plugins=["search", {plugin: options}, {"blogposts": ours}])
        built, said = site.run_build("--strict", SOURCE_DATE_EPOCH="1717200000")
        assert built.exit_code == 0, said
        return bytes_of(built.dir)

    single = build(workers=1, cache=False)

    assert build(workers=3) == single
    assert build(workers=3) == single

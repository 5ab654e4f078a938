"""The one style sheet that our pages have."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site import Site


def test_our_pages_have_one_small_style_sheet_and_no_script(site: Site) -> None:
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\n---\n# A\n").put("docs/index.md", "# Home\n")

    built = site.build()

    [name] = [name for name in built.files if name.startswith("assets/") and "blogposts." in name]
    assert len(gzip.compress((built.dir / name).read_bytes())) < 6_000
    assert "/*" not in built.read(name)
    assert [url for _, url in built.page("blog/").links_in("head") if url == name] == [name]
    assert [node.attributes["src"] for node in built.page("blog/").css("script[src]")] == [
        f"../{node.attributes['src']}" for node in built.page().css("script[src]")
    ]

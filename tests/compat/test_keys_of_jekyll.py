"""A post with a key left over from Jekyll, which Material's blog builds all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.site import Site

TEXT = """\
## Save & load - again
## Save & load - again
## ⚠️ Warning *now*[^1]
### `code` &amp; <i>x</i> 2.0
## Über {#own}

[^1]: Note.
"""


@pytest.mark.parametrize("toc", [{}, {"separator": "_", "permalink": True}])
def test_headings_keep_their_ids(site: Site, toc: dict[str, object]) -> None:
    site.put("docs/blog/posts/a.md", f"---\ndate: 2025-01-01\nlayout: single\ntitle: Ids\n---\n{TEXT}")
    site.put("docs/index.md", "# Home\n").put("docs/blog/index.md", "# Blog\n")
    site.config(markdown_extensions=["attr_list", "footnotes", {"toc": toc}])

    found = [
        [
            node.attributes["id"]
            for node in site.config(plugins=["search", name])
            .build(strict=True)
            .page("blog/2025/01/01/ids/")
            .css("article :is(h2, h3)[id]")
        ]
        for name in ("blog", "blogposts", "blogposts")
    ]

    assert len(found[0]) == 5
    assert found[1:] == found[:1] * 2


def test_a_post_with_a_permalink_has_the_ids_of_jekyll(site: Site) -> None:
    site.put("docs/blog/posts/a.md", f"---\ndate: 2025-01-01\npermalink: /a/\ntitle: Ids\n---\n{TEXT}")

    assert site.build().page("a/").css("#save--load---again-1")

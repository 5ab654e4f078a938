"""`mkdocs build --dirty`, which reads only what has changed since the last build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.stages.test_determinism import SITE

if TYPE_CHECKING:
    from tests.site import Site


@pytest.mark.parametrize("cache", [True, False], ids=["kept", "not kept"])
def test_listings_and_feeds_hold_posts_that_were_not_read_again(site: Site, cache: bool) -> None:  # noqa: FBT001
    epoch = {"SOURCE_DATE_EPOCH": "1717200000"}
    site.write(SITE).put("docs/blog/index.md", "# All posts\n").blogposts(cache=cache).run_build(**epoch)
    site.put("docs/blog/posts/2024-03-01-c.md", "---\ntitle: C\ntags: [x]\n---\nThree, after [a](2024-01-01-a.md).\n")

    dirty, said = site.run_build("--dirty", **epoch)
    pages = ("blog/", "blog/tag/x/", "talks/", "blog/2024/03/01/c/")
    shown = {url: dirty.page(url).content.html for url in pages}
    feeds = {name: dirty.read(name) for name in dirty.files if name.endswith((".xml", ".json")) and "blog" in name}

    assert dirty.exit_code == 0, said
    assert [card.excerpt for card in dirty.page("blog/").cards][1:] == [
        "Two…",
        "One, with a talk, and b.",
    ]
    clean, _ = site.run_build(**epoch)
    assert shown == {url: clean.page(url).content.html for url in pages}
    assert feeds == {name: clean.read(name) for name in feeds}

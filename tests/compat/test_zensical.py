"""There and back: a site of Material's keys is the same blog with Material's `blog`, with ours and with Zensical's."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.built import Built, text_of
from tests.compat import material_site
from tests.compat.plugins import needs

if TYPE_CHECKING:
    from tests.site import Site

needs("zensical")

ENTRY = "article.md-post--excerpt :is(h1, h2) a"


def build(site: Site, builder: str, plugin: str, **options: object) -> Built:
    """The site as a builder makes it."""
    given = next(iter(site.options["plugins"][-1].values()))
    site.config(plugins=["search", {plugin: {**given, **options}}]).save()
    folder = site.root / "site"
    ran = subprocess.run(
        [sys.executable, "-m", builder, "build", "--clean"], cwd=site.root, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    kept = folder.rename(site.root / f"site-{builder}-{plugin}")
    site.config(plugins=["search", {plugin: given}])
    return Built(kept, site.options["site_url"], [], None)


def listings(built: Built) -> dict[str, list[tuple[str, str]]]:
    """URL and title of the posts on each listing."""
    found = {}
    for url in built.pages:
        page = built.page(url)
        entries = [(page.resolve(node.attributes["href"] or ""), text_of(node)) for node in page.css(ENTRY)]
        if entries:
            found[url] = [(target.partition("#")[0], title) for target, title in entries]
    return found


@pytest.mark.slow
@pytest.mark.parametrize("options", [{}, {"authors_profiles": True, "pagination_per_page": 3}], ids=["plain", "more"])
def test_there_and_back(site: Site, options: dict[str, object]) -> None:
    material_site.write(site, options)
    before = build(site, "mkdocs", "blog")
    ours = build(site, "mkdocs", "blogposts", view_layout="list")
    after = build(site, "zensical", "blog")

    is_tag = re.compile(r"blog/tags?/")
    of_theirs = {url: posts for url, posts in listings(after).items() if not is_tag.match(url)}
    assert of_theirs
    assert listings(before) == of_theirs
    assert {url: posts for url, posts in listings(ours).items() if not is_tag.match(url)} == of_theirs
    assert set(after.pages) <= set(ours.pages)
    assert set(before.pages) <= set(ours.pages)
    posts = {target for entries in of_theirs.values() for target, _ in entries}
    assert len(posts) == len(material_site.HEADS)
    assert {url: before.page(url).title for url in posts} == {url: ours.page(url).title for url in posts}
    assert {url: after.page(url).heading for url in posts} == {url: ours.page(url).heading for url in posts}

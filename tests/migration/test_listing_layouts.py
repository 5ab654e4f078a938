"""Pages that have no text, and whose own layouts list posts, lead to the listing of ours, or make room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from mkdocs_blogposts.cli.main import main
from tests.migration.old_site import write_old
from tests.site import Site

if TYPE_CHECKING:
    from pathlib import Path

    from tests.built import Built

OLD = """
_config.yml
| title: Harbour
| collections:
|   category: {output: true, permalink: "/:collection/:name/"}
|   featured_tags: {output: true, permalink: /tag-:name/}
| defaults: [{scope: {path: "", type: category}, values: {layout: shelf}}]
_posts/2024-01-01-early.md
| ---
| title: Early
| tags: [sea, old boats]
| category: Ships
| ---
| Text.
_posts/2024-01-02-late.md
| ---
| title: Late
| tags: [sea]
| ---
| Text.
_layouts/shelf.html
| <html>{% for post in site.categories[page.category] %}{{ post.title }}{% endfor %}</html>
_layouts/label.html
| {% assign name = page.label %}{% for post in site.posts %}{% if post.tags contains name %}x{% endif %}{% endfor %}
_layouts/front.html
| <nav>{% for each in site.data.menu %}x{% endfor %}</nav>{% for post in paginator.posts %}x{% endfor %}
_layouts/cloud.html
| {% for tag in site.tags %}{{ tag[0] }}{% endfor %}
_layouts/plain.html
| {% for post in site.posts limit: 3 %}x{% endfor %}{{ content }}
index.html
| ---
| layout: front
| ---
_category/ships.md
| ---
| title: All ships
| category: Ships
| ---
_category/empty.md
| ---
| title: Nothing yet
| category: Nothing
| ---
_featured_tags/sea.md
| ---
| title: The sea
| layout: list
| slug: sea
| ---
boats.html
| ---
| title: Boats
| layout: label
| label: old boats
| ---
told.html
| ---
| title: Boats with words
| layout: label
| label: old boats
| ---
| What we say of them.
cloud.md
| ---
| title: Every tag
| layout: cloud
| permalink: /cloud/
| ---
plain.md
| ---
| title: Plain
| layout: plain
| ---
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Built]:
    """The folder of the new site, and what is built of it."""
    root = tmp_path_factory.mktemp("harbour")
    CliRunner().invoke(main, ["import", "jekyll", str(write_old(root / "old", OLD)), str(root / "new")])
    return root / "new", Site.at(root / "new").build(strict=True)


def test_a_listing_of_ours_takes_the_place_of_a_page(harbour: tuple[Path, Built]) -> None:
    new, built = harbour

    assert built.warnings == []
    assert [card.title for card in built.page("").cards] == ["Late", "Early"]
    assert [card.title for card in built.page("category/ships/").cards] == ["Early"]
    assert built.page("cloud/").heading == "Every tag"
    assert not (new / "_category" / "ships.md").exists()


@pytest.mark.parametrize(("old", "listing"), [("tag-sea/index.html", "../tag/sea/"), ("boats.html", "tag/old-boats/")])
def test_a_page_elsewhere_leads_to_it(harbour: tuple[Path, Built], old: str, listing: str) -> None:
    _, built = harbour

    assert f'content="0; url={listing}"' in built.read(old)
    assert "sea" in built.page("tag/sea/").heading.casefold()


@pytest.mark.parametrize(
    ("url", "heading"),
    [("category/empty/", "Nothing yet"), ("told.html", "Boats with words"), ("plain.html", "Plain")],
)
def test_any_other_page_stays(harbour: tuple[Path, Built], url: str, heading: str) -> None:
    _, built = harbour

    assert built.page(url).heading == heading

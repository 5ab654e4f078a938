"""Liquid in posts and talks of Jekyll's: rendered before the text becomes HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.built import Built
    from tests.site import Site


def post(text: str, head: str = "") -> str:
    return f"---\ntitle: A\npermalink: /a/\n{head}---\n{text}\n"


def built_with(site: Site, text: str, head: str = "") -> Built:
    return site.put("_posts/2024-01-31-a.md", post(text, head)).build()


def test_values_of_the_page_and_the_site_are_shown(site: Site) -> None:
    built = built_with(site, "Of {{ page.title }}, {{ page.date | date_to_string }}, {{ page.sea }}.", "sea: calm\n")

    assert built.warnings == []
    assert "Of A, 31 Jan 2024, calm." in built.page("a/").text


def test_links_come_out_right_below_a_path(site: Site) -> None:
    site.config(site_url="https://example.org/docs/")
    site.put("_posts/2024-02-01-b.md", "---\ntitle: B\npermalink: /b/\n---\nText.\n")
    built = built_with(
        site,
        "[one]({{ site.baseurl }}/b/) [two]({{ site.url }}{{ site.baseurl }}/b/) [three]({% post_url 2024-02-01-b %}) "
        "[four]({% link _posts/2024-02-01-b.md %}) [five]({{ '/b/' | relative_url }}) "
        "[six]({{ '/b/' | absolute_url }}) "
        '[seven]({{ site.baseurl }}{% post_url 2024-02-01-b %}) <a href="{{ site.baseurl }}/b/">eight</a>',
    )

    assert built.warnings == []
    assert [link.attributes["href"] for link in built.page("a/").css("article p a")] == ["../b/"] * 8


@pytest.mark.parametrize("folder", ["", "docs/"])
def test_includes_and_data_of_the_site_are_brought_in(site: Site, folder: str) -> None:
    site.put(f"{folder}_includes/sea.html", "The sea is {{ include.how }}, {{ site.data.ports.first.name }}.")
    site.put(f"{folder}_data/ports.yml", "- name: Porto\n")
    site.put(f"{folder}_posts/2024-01-31-a.md", post('{% include sea.html how="calm" %}'))

    assert "The sea is calm, Porto." in site.build().page("a/").text

"""Texts as lists show them that Liquid makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site import Site


def test_html_of_a_post_in_a_list_has_no_links_of_headings(site: Site) -> None:
    site.config(markdown_extensions=[{"toc": {"permalink": True}}]).blogposts(jekyll_pages=True)
    site.put("_posts/2024-01-31-a.md", "---\ntitle: A\n---\n## Headed\n\nText.\n")
    text = "{% for each in site.posts %}{{ each.excerpt }}{{ each.content }}{% endfor %}"
    site.put("docs/list.txt", f"---\n---\n{text}\n")

    made = site.build(strict=True).read("list.txt")

    assert made.count("Headed") == 2
    assert "headerlink" not in made

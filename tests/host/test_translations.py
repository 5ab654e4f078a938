"""Whose words name the sections of the navigation: Material's where it has any, else ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mkdocs_blogposts.words import load_words

if TYPE_CHECKING:
    from tests.site import Site


@pytest.mark.parametrize(
    ("language", "archive", "authors"),
    [
        ("fr", "Archive", "Auteurs"),
        ("ar", "أرشيف", "الكتّاب"),
        ("de", "Archiv", "Autoren"),
        ("af", "Argief", "Outeurs"),
    ],
)
def test_a_section_is_named_in_the_language_of_the_site(site: Site, language: str, archive: str, authors: str) -> None:
    site.config(theme={"name": "material", "language": language}).blogposts(authors_profiles=True)
    site.put("docs/blog/posts/a.md", "---\ndate: 2024-01-31\nauthors: [Ada]\n---\n# A\n")

    nav = site.build().page("blog/").css(".md-nav--primary .md-nav__item--nested > label")
    named = [" ".join(node.text().split()) for node in nav]

    assert {archive, authors} <= set(named), named
    assert authors == load_words(language)("authors")

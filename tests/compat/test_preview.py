"""Material's extension for previews of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site import Site


def test_a_text_of_front_matter_has_no_previews(site: Site) -> None:
    site.write("""
        docs/blog/posts/hello.md
        | ---
        | date: 2024-01-31
        | title: Hello *World*
        | description: See [the site](https://example.org/)
        | ---
        | [Home](../index.md)
    """)
    site.config(
        markdown_extensions=[{"material.extensions.preview": {"configurations": [{"targets": {"include": ["*"]}}]}}]
    )

    built = site.build()

    assert built.errors == []
    assert built.page("blog/").cards[0].title == "Hello World"

"""Whole documents of a Jekyll site, which no theme is put around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..pages.not_found import NOT_FOUND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from ..pages.text_pages import OrdinaryPage


def write_documents(documents: Iterable[OrdinaryPage], config: MkDocsConfig) -> None:
    """Publish whole documents as they are once their Liquid is rendered."""
    for page in documents:
        from ..jekyll.kramdown.code_in_html import with_code  # noqa: PLC0415  # only sites of Jekyll have any

        page.file.content_string = with_code(page.text, lambda *_: None)
        if page.file.dest_uri == NOT_FOUND:
            config.theme.static_templates -= {NOT_FOUND}  # MkDocs writes it over all files

"""What `--dirty` would leave out, though listings need it: posts that have not changed, and heads of listings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page


def read_unread(pages: Iterable[Page], config: MkDocsConfig, files: Files) -> None:
    """Do with each page what MkDocs does, if it has not done so."""
    for page in pages:
        if page.content is None:
            _read(page, config, files)


def _read(page: Page, config: MkDocsConfig, files: Files) -> None:
    plugins = config.plugins
    plugins.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    page.render(config, files)
    page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)


def write_always(pages: Iterable[Page]) -> None:
    """Let MkDocs write pages whose own files may be as they were."""
    for page in pages:
        page.file.is_modified = lambda: True  # type: ignore[method-assign]

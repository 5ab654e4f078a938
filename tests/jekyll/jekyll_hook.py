"""A hook of MkDocs that writes down what the blog knows of each post and talk, as `jekyll_dump.rb` does for Jekyll."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001  (MkDocs names the arguments)
    """Write it beside `mkdocs.yml`."""
    pages = [file.page for file in files.documentation_pages() if hasattr(file.page, "article")]
    known = {page.file.src_uri: _described(page) for page in pages if page}
    Path(config.config_file_path).with_name("known.json").write_text(json.dumps(known), encoding="utf-8")


def _described(page: Any) -> dict[str, Any]:
    article = page.article
    return {
        "url": f"/{unquote(page.url)}",
        "date": article.date.isoformat(timespec="seconds") if article.date else None,
        "title": article.title,
        "tags": list(article.tags),
        "categories": list(getattr(article, "categories", ())),
    }

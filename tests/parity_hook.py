"""A hook of MkDocs that tells `parity.py` which page is what, since the templates of a site may show anything."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

OUTPUT = "PARITY_KINDS"
"""Environment variable that names the file to be written."""

MATERIAL = {"Post": "post", "View": "index", "Archive": "archive", "Category": "category", "Profile": "author"}
"""What the classes of Material's blog stand for, in our words."""


def on_env(env: Any, *, config: Any, files: Files) -> None:  # noqa: ARG001  (the host hands over all three)
    """Note the kind of each page by its URL; `None` for those that are no part of a blog."""
    kinds = {file.url: _kind(file.page) for file in files.documentation_pages() if file.page}
    Path(os.environ[OUTPUT]).write_text(json.dumps(kinds), encoding="utf-8")


def _kind(page: Page) -> str | None:
    name = type(page).__name__
    if type(page).__module__.endswith("plugins.blog.structure"):
        return MATERIAL[name]
    if not type(page).__module__.startswith("mkdocs_blogposts."):
        return None
    view = getattr(page, "view", None)
    return str(view.kind.name) if view else name.removesuffix("Page").lower()

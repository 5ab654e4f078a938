"""A hook of MkDocs that tells `parity.py` which page is what, since the templates of a site may show anything.

It tells as well what `docs/material-differences.md` needs to be known for, where it says how we differ on purpose.
"""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

OUTPUT = "PARITY_KINDS"
"""Environment variable that names the file to be written."""

MATERIAL = {"Post": "post", "View": "index", "Archive": "archive", "Category": "category", "Profile": "author"}
"""What the classes of Material's blog stand for, in our words."""


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001  (the host hands over both)
    """Let what a site draws by chance be the same in all builds."""
    random.seed(1)


def on_env(env: Any, *, config: Any, files: Files) -> None:  # noqa: ARG001  (the host hands over all three)
    """Note the kind of each page by its URL; `None` for those that are no part of a blog."""
    pages = [(file.url, file.page) for file in files.documentation_pages() if file.page]
    kinds = {url: _kind(page) for url, page in pages}
    posts = [(url, page) for url, page in pages if kinds[url] == "post"]
    urls = [url for url, _ in posts]
    told = {
        "kinds": kinds,
        "keys": {url: [*page.meta] for url, page in posts},
        "doubles": [url for url in dict.fromkeys(urls) if urls.count(url) > 1],
        "named_by_file": [url for url, page in posts if _is_named_by_file(page)],
        "updated_first": [url for url, page in posts if _is_updated_first(page)],
        "of_drafts": [*_files_of_drafts(files)],
    }
    Path(os.environ[OUTPUT]).write_text(json.dumps(told), encoding="utf-8")


def _is_named_by_file(page: Page) -> bool:
    """Whether a page has a heading, and yet no title but the name of its file."""
    name = page.file.name.replace("-", " ").replace("_", " ")
    names = (name, name.capitalize(), "Index")
    return "title" not in page.meta and page.title in names and "<h1" in (page.content or "")


def _is_updated_first(page: Any) -> bool:
    """Whether a post says that it was updated before it was made."""
    updated, created = (page.config.date.get(name) for name in ("updated", "created"))
    return bool(updated and created and f"{updated:%Y-%m-%d}" < f"{created:%Y-%m-%d}")


def _files_of_drafts(files: Files) -> Iterator[str]:
    """Each file that a text has which is not published; others may have it as well."""
    hidden = [file for file in files if file.inclusion.is_excluded() and file.src_uri.endswith(".md")]
    text = "".join(_text_of(file) for file in hidden)
    yield from (file.dest_uri for file in files.media_files() if file.src_uri.rpartition("/")[2] in text)


def _text_of(file: File) -> str:
    try:
        return file.content_string
    except (OSError, UnicodeDecodeError):
        return ""


def _kind(page: Page) -> str | None:
    name = type(page).__name__
    if type(page).__module__.endswith("plugins.blog.structure"):
        return MATERIAL[name]
    if not type(page).__module__.startswith("mkdocs_blogposts."):
        return None
    view = getattr(page, "view", None)
    return str(view.kind.name) if view else name.removesuffix("Page").lower()

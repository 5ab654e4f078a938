"""Our style sheets, published under names that change with them, and that of pages as small as browsers can read it."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..pages.made_files import made_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_ASSETS = Path(__file__).parent.parent / "assets"

_STEPS = (
    (re.compile(r"/\*.*?\*/", re.DOTALL), ""),
    (re.compile(r"\s+"), " "),
    (re.compile(r" ?([{};,>]) ?"), r"\1"),
    (re.compile(r"([{;(][-\w]+): "), r"\1:"),
    (re.compile(r";}"), "}"),
)
"""What can be left out, in the order in which it is; no text of ours in quotes has any of it."""


def place_stylesheet(files: Files, config: MkDocsConfig) -> str:
    """Publish the style sheet of our pages; gives its URL."""
    return _place("blogposts", _content(), files, config)


def place_stylesheet_of_feeds(files: Files, config: MkDocsConfig) -> str:
    """Do the same with what makes pages of feeds."""
    return _place("blogposts-feed", (_ASSETS / "feed.css").read_bytes(), files, config)


def _place(name: str, content: bytes, files: Files, config: MkDocsConfig) -> str:
    uri = f"assets/stylesheets/{name}.{hashlib.sha256(content).hexdigest()[:8]}.css"
    if files.get_file_from_path(uri) is None:
        files.append(made_file(config, uri, content))
    return uri


@cache
def _content() -> bytes:
    text = (_ASSETS / "blogposts.css").read_text(encoding="utf-8")
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return text.strip().encode()

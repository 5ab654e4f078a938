"""Our style sheet, published as small as it can be read by browsers."""

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

_SOURCE = Path(__file__).parent.parent / "assets" / "blogposts.css"

_STEPS = (
    (re.compile(r"/\*.*?\*/", re.DOTALL), ""),
    (re.compile(r"\s+"), " "),
    (re.compile(r" ?([{};,>]) ?"), r"\1"),
    (re.compile(r"([{;(][-\w]+): "), r"\1:"),
    (re.compile(r";}"), "}"),
)
"""What can be left out, in the order in which it is; no text of ours in quotes has any of it."""


def place_stylesheet(files: Files, config: MkDocsConfig) -> str:
    """Publish our style sheet under a name that changes with it; gives its URL."""
    content = _content()
    uri = f"assets/stylesheets/blogposts.{hashlib.sha256(content).hexdigest()[:8]}.css"
    if files.get_file_from_path(uri) is None:
        files.append(made_file(config, uri, content))
    return uri


@cache
def _content() -> bytes:
    text = _SOURCE.read_text(encoding="utf-8")
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return text.strip().encode()

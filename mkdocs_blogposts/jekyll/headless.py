"""Markdown without front matter, which a plugin of many sites on GitHub makes pages of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .endings import MARKDOWN
from .files import is_included
from .plugins import plugins_of

if TYPE_CHECKING:
    from pathlib import PurePosixPath

    from .jekyll_config import JekyllConfig

HEADLESS = "jekyll-optional-front-matter"
"""The plugin."""
_NO_PAGES = (
    *("readme", "license", "licence", "copying", "code_of_conduct", "contributing", "issue_template"),
    "pull_request_template",
)
"""What it leaves as it is, unless `include` names it."""


def is_headless_page(path: PurePosixPath, jekyll: JekyllConfig) -> bool:
    """Whether a file below the site's folder is a page without front matter, if it has none."""
    if path.suffix.lower() not in MARKDOWN or HEADLESS not in plugins_of(jekyll.values):
        return False
    option = jekyll.values.get("optional_front_matter")
    if isinstance(option, dict) and option.get("enabled") is False:
        return False
    return path.stem.lower() not in _NO_PAGES or is_included(str(path), jekyll)

"""The files by which the new site is installed and published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .plan import Plan

REQUIREMENTS = "mkdocs-blogposts[jekyll]\n"

IGNORED = "/site/\n/.cache/\n"

WORKFLOW = Path(__file__).with_name("pages.yml")
"""What publishes a site with GitHub Pages."""


def hosting_files(plan: Plan) -> Iterator[tuple[str, str]]:
    """Each of them by its path, with its text."""
    yield "requirements.txt", REQUIREMENTS
    if plan.paths.leave_files:
        return
    yield ".gitignore", IGNORED
    if plan.identity.is_on_github_pages:
        yield ".github/workflows/pages.yml", WORKFLOW.read_text(encoding="utf-8")

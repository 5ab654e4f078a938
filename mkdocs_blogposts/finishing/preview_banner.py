"""What tells readers of a pull request that they see a preview, and of what."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_BRANCHES = (
    *("GITHUB_HEAD_REF", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "BITBUCKET_BRANCH", "CF_PAGES_BRANCH", "HEAD"),
    *("READTHEDOCS_GIT_IDENTIFIER", "GITHUB_REF_NAME", "CI_COMMIT_REF_NAME", "BRANCH"),
)
"""Where services say which branch they build."""

_NUMBERS: Mapping[str, re.Pattern[str]] = {
    "GITHUB_REF": re.compile(r"refs/pull/(\d+)/"),
    "CI_MERGE_REQUEST_IID": re.compile(r"(\d+)"),
    "BITBUCKET_PR_ID": re.compile(r"(\d+)"),
    "REVIEW_ID": re.compile(r"(\d+)"),
}
"""Where they say which pull request it is of."""


def name_of_change(folder: Path) -> str:
    """The number of a pull request and its branch, as the service that builds says, or the branch that git has."""
    number = next(_found_numbers(), "")
    branch = next((os.environ[name] for name in _BRANCHES if os.environ.get(name)), "") or _branch_of(folder)
    return " ".join(filter(None, [number, branch]))


def _found_numbers() -> Iterator[str]:
    for name, pattern in _NUMBERS.items():
        if found := pattern.match(os.environ.get(name, "")):
            yield f"{'!' if name.startswith('CI_') else '#'}{found[1]}"


def _branch_of(folder: Path) -> str:
    """The branch that is checked out in a folder; empty where it is none."""
    git = next((path / ".git" for path in (folder, *folder.parents) if (path / ".git").exists()), None)
    if git is None:
        return ""
    try:
        if git.is_file():  # of a worktree
            git = git.parent / git.read_text(encoding="utf-8").partition("gitdir:")[2].strip()
        head = (git / "HEAD").read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        return ""
    return head.partition("refs/heads/")[2].strip()

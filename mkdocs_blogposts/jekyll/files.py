"""Which files of a Jekyll site are posts, drafts and talks: by their names, and by `exclude` and `include`."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..frontmatter.file_names import JEKYLL_FOLDERS, has_dated_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .jekyll_config import JekyllConfig

SPECIAL = (".", "_", "#", "~")
"""Beginnings of names that Jekyll passes over."""


def lies_in_jekyll_folder(src_uri: str) -> bool:
    """Whether a file lies below `_posts`, `_drafts` or `_talks`."""
    return any(folder in JEKYLL_FOLDERS for folder in src_uri.split("/")[:-1])


def is_walked_to(path: PurePosixPath, jekyll: JekyllConfig) -> bool:
    """Whether Jekyll, which goes from folder to folder, comes to a file; its path is from the folder of the site."""
    parts = path.parts
    return not any(
        is_filtered("/".join(parts[: depth + 1]), parts[depth : depth + 1], jekyll) for depth in range(len(parts))
    )


def is_passed_over(src_uri: str, jekyll: JekyllConfig) -> bool:
    """Whether Jekyll makes nothing of a file that lies in one of its folders."""
    if not lies_in_jekyll_folder(src_uri):
        return False
    path = PurePosixPath(src_uri)
    parts, start = path.parts, len(PurePosixPath(jekyll.root).parts) if path.is_relative_to(jekyll.root) else 0
    number = next(number for number, part in enumerate(parts) if part in JEKYLL_FOLDERS)
    folder, below = parts[number], parts[number + 1 :]
    # Jekyll walks to the folder step by step, but takes what is in it all at once.
    steps = [("/".join(parts[start : depth + 1]), parts[depth : depth + 1]) for depth in range(start, number)]
    steps.append(("/".join(parts[start:]), below))
    if any(is_filtered(whole, entry, jekyll) for whole, entry in steps):
        return True
    return folder == "_posts" and not has_dated_name(src_uri)


def is_filtered(whole: str, entry: tuple[str, ...], jekyll: JekyllConfig) -> bool:
    """Whether a file or folder is left out; `entry` is its path from where Jekyll looks."""
    name = "/".join(entry)
    if is_included(name, jekyll) or _matches(entry[-1], jekyll.include):
        return False
    left_out = [pattern for pattern in jekyll.exclude if pattern not in jekyll.include]
    return _matches(whole, left_out) or name.startswith(SPECIAL) or entry[-1].startswith(SPECIAL) or name[-1] in "~."


def is_included(path: str, jekyll: JekyllConfig) -> bool:
    """Whether `include` names a file, by its path or its own name."""
    return _matches(path, jekyll.include) or _matches(path.rpartition("/")[2], jekyll.include)


def _matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether a path is named by a pattern of `exclude` or `include`, or begins with one."""
    return any(
        fnmatchcase(path, pattern) or path.startswith(pattern) or f"{path}/" == pattern
        for pattern in (pattern.removeprefix("/") for pattern in patterns)
        if pattern
    )

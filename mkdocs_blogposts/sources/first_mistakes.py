"""Files that were probably meant for posts or talks, and lie where, or are as, nobody takes them for any."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.utils import is_markdown_file

from ..faults import Faults, Kind
from ..frontmatter.file_names import has_dated_name
from .source_files import shown_path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from .folders import Folders

_NEARLY_POSTS = ("posts", "post")
"""Folders that beginners take for the one of posts."""

_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)^---", re.DOTALL | re.MULTILINE)
_DATE = re.compile(rb"^date[ \t]*:[ \t]*[\"']?\d", re.MULTILINE)
_OF_A_TALK = re.compile(rb"^(?:date|speaker|slides\w*|video\w*|event\w+|conference|abstract)[ \t]*:", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstMistakes:
    """Tells them, once for a site, and only of files that the site has put nowhere itself."""

    folders: Folders
    config: MkDocsConfig
    faults: Faults
    placed: Collection[str]
    """Files that are posts, talks, or in `nav`, by `src_uri`."""

    def tell(self, files: Iterable[File]) -> None:
        """Tell each such file, with what to do."""
        if not self.folders.is_first:
            return
        for file in files:
            if file.src_uri in self.placed or file.generated_by or file.inclusion.is_excluded():
                continue
            if self.folders.holds_post(file.src_uri):
                if file.src_uri.lower().endswith(".mdx"):
                    name = PurePosixPath(file.src_uri).with_suffix(".md").name
                    self._tell(file, "MkDocs reads no '.mdx', so this is no post", f"call it {name}")
            elif is_markdown_file(file.src_uri) and PurePosixPath(file.src_uri).stem not in ("index", "README"):
                self._tell_page(file)

    def _tell_page(self, file: File) -> None:
        path = PurePosixPath(file.src_uri)
        if self.folders.may_hold_talk(file.src_uri):
            if has_dated_name(file.src_uri) or _OF_A_TALK.search(_head(file)):
                hint = "add `venue: …`, or else `event`, `location`, `type` or `speakers`, if it is meant to be one"
                self._tell(file, "lies among the talks, but is none without a `venue`", hint)
        elif self._is_near_posts(path) and (has_dated_name(file.src_uri) or _DATE.search(_head(file))):
            posts = f"{posixpath.relpath(self.config.docs_dir, _root(self.config))}/{self.folders.posts}"
            message = f"has a date, but lies outside of '{posts}', so it is no post"
            self._tell(file, message, "move it there if it is meant to be one")

    def _is_near_posts(self, path: PurePosixPath) -> bool:
        """Whether a file lies in the folder of the blog itself, or in one called nearly as that of its posts."""
        blog = self.folders.blog
        near = [folder / name for folder in {blog, PurePosixPath()} for name in _NEARLY_POSTS]
        is_whole_site = blog == PurePosixPath()
        return (path.parent == blog and not is_whole_site) or any(path.is_relative_to(folder) for folder in near)

    def _tell(self, file: File, message: str, hint: str) -> None:
        self.faults.add(Kind.PLACE, shown_path(file, self.config), f"place: {message}", hint=hint)


def named_in_nav(nav: Any) -> Iterator[str]:
    """Each file that `nav` of `mkdocs.yml` names."""
    if isinstance(nav, str):
        yield posixpath.normpath(nav.lstrip("/"))
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from named_in_nav(item)


def _head(file: File) -> bytes:
    found = _HEAD.match(file.content_bytes)
    return found[1] if found else b""


def _root(config: MkDocsConfig) -> str:
    return posixpath.dirname(config.config_file_path) if config.config_file_path else "."

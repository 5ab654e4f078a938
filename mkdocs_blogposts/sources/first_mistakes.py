"""Files that were probably meant for posts or talks, and lie where, or are as, nobody takes them for any."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.utils import is_markdown_file

from ..faults import Faults, Kind
from ..frontmatter.file_names import has_dated_name
from ..frontmatter.keys import TALK_KEYS
from ..frontmatter.unknown_keys import is_nearly
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from ..pages.file_contents import content_of
from .loading import defaults_name
from .source_files import folder_of, from_root, shown_path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from ..settings import Settings
    from .folders import Folders

_NEARLY_POSTS = ("posts", "post")
"""Folders that beginners take for the one of posts."""

_NEARLY_TALKS = ("talks", "talk")
"""The same for talks."""

_UNDER_POSTS = ("drafts", "draft", "articles", "article", "entries")
"""What they call a folder beside that of posts."""

_OUTSIDE_POSTS = ("blog/posts", "posts", "content/posts", "content/blog", "src/content/blog")
"""Where other programs keep posts, from the folder of `mkdocs.yml`."""

_AUTHORS = (
    *(".authors.yml", ".authors.yaml", "authors.yml", "authors.yaml"),
    *(".author.yml", "author.yml", "_authors.yml", ".authors.json"),
)
_NEARLY_MARKDOWN = (".txt", ".text", ".rst", ".md", ".html", "")
_DEFAULTS = (".meta.yml", ".meta.yaml")

_HEAD = late_pattern(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(.*?)^---", re.DOTALL | re.MULTILINE)
_DATE = late_pattern(rb"^date[ \t]*:[ \t]*[\"']?\d", re.MULTILINE)
_VENUE = late_pattern(rb"^(?:venue|event|location|talk_type)[ \t]*:[ \t]*\S", re.MULTILINE)
_NAMED = late_pattern(rb"^authors[ \t]*:[ \t]*\r?$", re.MULTILINE)
_KEYS = late_pattern(rb"^([\w-]+)[ \t]*:", re.MULTILINE)


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
            if posixpath.basename(file.src_uri) in _DEFAULTS and self.folders.holds_post(file.src_uri):
                self._tell_defaults(file)
            if file.src_uri in self.placed or file.generated_by or file.inclusion.is_excluded():
                continue
            if any(PurePosixPath(file.src_uri).is_relative_to(blog) for blog in self.folders.scope.others):
                continue
            if self.folders.holds_post(file.src_uri):
                ending = PurePosixPath(file.src_uri).suffix
                is_near = ending.lower() in _NEARLY_MARKDOWN and not is_markdown_file(file.src_uri)
                if ending.lower() == ".mdx" or (is_near and _DATE.search(_head(file))):
                    name = PurePosixPath(file.src_uri).with_suffix(".md").name
                    what = f"MkDocs reads no '{ending}'" if ending else "MkDocs reads no file without an ending"
                    self._tell(file, f"{what}, so this is no post", f"call it {name}")
            elif is_markdown_file(file.src_uri) and PurePosixPath(file.src_uri).stem not in ("index", "README"):
                self._tell_page(file)

    def tell_authors(self, settings: Settings) -> None:
        """Tell a file of authors that lies, or is called, as the one that is read does not."""
        named = PurePosixPath(posixpath.normpath(settings.authors_file.format(blog=settings.blog_dir)))
        docs = Path(self.config.docs_dir)
        if not (self.folders.is_first and settings.authors) or (docs / named).exists():
            return
        blog = docs / self.folders.blog
        folders = (blog, docs, docs / self.folders.posts, folder_of(self.config))
        for path in (folder / name for folder in dict.fromkeys(folders) for name in _AUTHORS):
            if path.is_file() and (path.parent != docs or path.name.startswith(".") or _holds_authors(path)):
                told, wanted = from_root(path, self.config), from_root(docs / named, self.config)
                self.faults.add(Kind.PLACE, told, "place: is not read", hint=f"move it to '{wanted}'")

    def tell_outside(self, *, has_posts: bool) -> None:
        """Tell posts and talks that lie outside of `docs_dir`, where the site has none in it."""
        root, docs = folder_of(self.config), Path(self.config.docs_dir)
        if not self.folders.is_first:
            return
        self._tell_talks_outside(root, docs)
        if has_posts or (docs / self.folders.posts).is_dir():
            return
        for folder in _OUTSIDE_POSTS:
            for path in sorted((root / folder).glob("*.md")) if not docs.is_relative_to(root / folder) else ():
                if has_dated_name(path.name) or _DATE.search(_head_of(_content_of(path))):
                    posts = from_root(docs / self.folders.posts, self.config)
                    message = f"place: has a date, but lies outside of '{posts}', so it is no post"
                    above = posixpath.relpath((root / folder).as_posix(), docs.as_posix())
                    hint = f"move it there, or set `post_dir: {above}`"
                    self.faults.add(Kind.PLACE, from_root(path, self.config), message, hint=hint)

    def _tell_talks_outside(self, root: Path, docs: Path) -> None:
        if self.folders.talks is None or (docs / self.folders.talks).is_dir():
            return
        talks = from_root(docs / self.folders.talks, self.config)
        for path in sorted((root / _NEARLY_TALKS[0]).glob("*.md")):
            if _VENUE.search(_head_of(_content_of(path))):
                message = f"place: has a venue, but lies outside of '{talks}', so it is no talk"
                self.faults.add(Kind.PLACE, from_root(path, self.config), message, hint="move it there")

    def _tell_defaults(self, file: File) -> None:
        """Tell front matter for a folder that nobody reads."""
        name = PurePosixPath(file.src_uri).name
        wanted = defaults_name(self.config)
        if wanted is None:
            self._tell(file, "is not read without the plugin `meta`", "add `- meta` to `plugins:` in mkdocs.yml")
        elif name != wanted:
            self._tell(file, "is not read", f"call it {wanted}")

    def _tell_page(self, file: File) -> None:
        path = PurePosixPath(file.src_uri)
        if self.folders.may_hold_talk(file.src_uri):
            keys = [key.decode(errors="replace") for key in _KEYS.findall(_head(file))]
            near = next(((key, name) for key in keys for name in TALK_KEYS if is_nearly(key, name)), None)
            if near:
                message = f"is among the talks, but is no talk without a `{near[1]}`"
                self._tell(file, message, f"write `{near[1]}:` for `{near[0]}:`")
            elif has_dated_name(file.src_uri) or keys or self.placed:
                hint = "add `venue: …`, or else `event`, `location`, `type` or `speakers`, if it is meant to be one"
                self._tell(file, "is among the talks, but is no talk without a `venue`", hint)
        elif self.folders.talks and _is_below(path, _NEARLY_TALKS) and _VENUE.search(_head(file)):
            talks = from_root(Path(self.config.docs_dir, self.folders.talks), self.config)
            message = f"has a venue, but lies outside of '{talks}', so it is no talk"
            self._tell(file, message, "move it there if it is meant to be one")
        elif self._is_near_posts(path) and (has_dated_name(file.src_uri) or _DATE.search(_head(file))):
            posts = from_root(Path(self.config.docs_dir, self.folders.posts), self.config)
            message = f"has a date, but lies outside of '{posts}', so it is no post"
            is_draft = path.parent.name in _UNDER_POSTS[:2]
            marked = ", with `draft: true`," if is_draft else ""
            self._tell(file, message, f"move it there{marked} if it is meant to be one")

    def _is_near_posts(self, path: PurePosixPath) -> bool:
        """Whether a file lies in the folder of the blog itself, or in one called nearly as that of its posts."""
        blog = self.folders.blog
        near = [folder / name for folder in {blog, PurePosixPath()} for name in _NEARLY_POSTS]
        near += [blog / name for name in _UNDER_POSTS]
        is_whole_site = blog == PurePosixPath()
        if (path.parent == blog and not is_whole_site) or any(path.is_relative_to(folder) for folder in near):
            return True
        return not self.placed and _is_below(path, _NEARLY_POSTS)

    def _tell(self, file: File, message: str, hint: str) -> None:
        self.faults.add(Kind.PLACE, shown_path(file, self.config), f"place: {message}", hint=hint)


def _is_below(path: PurePosixPath, names: Collection[str]) -> bool:
    """Whether a file lies in a folder that has one of these names, in capitals or not."""
    return any(part.casefold() in names for part in path.parts[:-1])


def named_in_nav(nav: Any) -> Iterator[str]:
    """Each file that `nav` of `mkdocs.yml` names."""
    if isinstance(nav, str):
        yield posixpath.normpath(nav.lstrip("/"))
    for item in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from named_in_nav(item)


def _head(file: File) -> bytes:
    return _head_of(content_of(file))


def _content_of(path: Path) -> bytes:
    """What is in a file that is none of the site's; nothing of what cannot be read, such as a folder of such a name."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _head_of(content: bytes) -> bytes:
    found = _HEAD.match(content)
    return found[1] if found else b""


def _holds_authors(path: Path) -> bool:
    """Whether a file is one of authors by what is in it."""
    return bool(_NAMED.search(_content_of(path)))

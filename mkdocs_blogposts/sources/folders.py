"""The folders of a blog's posts and talks, beside those of other blogs of its site."""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..blog.listing_plans import may_be_listing
from ..content.reading import posts_folder
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin

    from ..settings import Settings

POSTS_FOLDERS = ("_posts", "_drafts")
TALKS_FOLDER = "_talks"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a blog is among the blogs of its site."""

    is_first: bool
    others: tuple[PurePosixPath, ...] = ()
    """Folders of the others, but for one that is the whole site."""

    @classmethod
    def of(cls, plugin: BasePlugin[Any], config: MkDocsConfig) -> Scope:
        """The scope of an instance of the plugin, beside the others that are switched on."""
        instances = (each for each in config.plugins.values() if isinstance(each, type(plugin)))
        blogs = [each for each in instances if each.config["enabled"]]
        folders = (PurePosixPath(posixpath.normpath(each.config["blog_dir"])) for each in blogs if each is not plugin)
        return cls(
            is_first=next(iter(blogs), plugin) is plugin,
            others=tuple(folder for folder in folders if folder != PurePosixPath()),
        )


@dataclass(frozen=True, slots=True)
class Folders:
    """Where one blog keeps its posts and talks, as paths below `docs_dir`."""

    posts: PurePosixPath
    talks: PurePosixPath | None
    """`None` for a blog that has no talks of its own."""
    blog: PurePosixPath
    scope: Scope

    @classmethod
    def of(cls, settings: Settings, scope: Scope) -> Folders:
        """The folders that the options of a blog name."""
        blog = posixpath.normpath(settings.blog_dir)
        posts = posixpath.normpath(posts_folder(settings))
        return cls(
            posts=PurePosixPath(posts.lstrip("./") if posts.startswith("..") else posts),
            talks=PurePosixPath(posixpath.normpath(settings.talks_dir)) if settings.talks and scope.is_first else None,
            blog=PurePosixPath(blog),
            scope=scope,
        )

    @property
    def is_first(self) -> bool:
        """Whether Jekyll's folders belong to this blog, where no other claims them."""
        return self.scope.is_first

    def holds_post(self, src_uri: str) -> bool:
        """Whether a file lies where this blog's posts do."""
        if src_uri.startswith(f"{self.posts}/"):
            return True  # as most do, without a path for each
        path = PurePosixPath(src_uri)
        return path.is_relative_to(self.posts) or self._in_jekyll_folder(path, POSTS_FOLDERS)

    def may_hold_talk(self, src_uri: str) -> bool:
        """Whether a file lies where this blog's talks do; there, only front matter tells talks from pages."""
        path = PurePosixPath(src_uri)
        if self.talks is None:
            return False
        return path.is_relative_to(self.talks) or self._in_jekyll_folder(path, (TALKS_FOLDER,))

    def has_post_at_listing(self, src_uri: str, settings: Settings) -> bool:
        """Whether a file lies among the posts, and where a listing may be as well."""
        return self.blog.is_relative_to(self.posts) and may_be_listing(src_uri, settings)

    def is_in_posts_folder(self, src_uri: str) -> bool:
        """Whether a file lies in the posts folder."""
        return PurePosixPath(src_uri).is_relative_to(self.posts)

    def media_uri(self, src_uri: str) -> str | None:
        """Where a file beside posts is published, below the blog; `None` for a file elsewhere."""
        path = PurePosixPath(src_uri)
        if path.is_relative_to(self.posts):
            below = path.relative_to(self.posts)
        elif self._in_jekyll_folder(path, POSTS_FOLDERS):
            own = path.relative_to(self.blog) if path.is_relative_to(self.blog) else path
            below = PurePosixPath(*(part for part in own.parts[:-1] if part not in POSTS_FOLDERS), own.name)
        else:
            return None
        return posixpath.normpath((self.blog / below).as_posix())

    def _in_jekyll_folder(self, path: PurePosixPath, names: Iterable[str]) -> bool:
        folders = path.parts[:-1]
        if not any(name in folders for name in names):
            return False
        above = [blog for blog in (self.blog, *self.scope.others) if blog.parts and path.is_relative_to(blog)]
        return max(above, key=lambda blog: len(blog.parts)) == self.blog if above else self.is_first

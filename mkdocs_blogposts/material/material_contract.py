"""What templates written for Material's blog find on posts: the names and types that it documents."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import Markup, escape

from ..light_dataclasses import dataclass
from ..rendering.reading_minutes import reading_minutes

if TYPE_CHECKING:
    from ..content.author import Author
    from ..content.models import Post
    from ..pages.text_pages import PostPage


class PostDates(dict[str, datetime]):
    """Every date of a post by name, as keys and as attributes."""

    def __getattr__(self, name: str) -> datetime | None:
        return self.get(name)


class _Keys:
    """Attributes that are keys as well, as those of any configuration of the host."""

    __slots__ = ()

    def __getitem__(self, name: str) -> Any:
        try:
            return getattr(self, name)
        except AttributeError:
            raise KeyError(name) from None

    def get(self, name: str, default: Any = None) -> Any:
        """The value of a key, or another where there is none."""
        return getattr(self, name, default)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostConfig(_Keys):
    """`page.config` of a post."""

    authors: list[str]
    categories: list[str]
    date: PostDates
    draft: bool | None
    """`None` where front matter says nothing of it."""
    pin: bool
    links: Any
    """A `Navigation`, or `None`."""
    readtime: int | None
    slug: str

    @classmethod
    def of(cls, post: Post, *, readtime: int | None, links: Any, is_draft: bool) -> PostConfig:
        """What a template asks of a post's front matter."""
        dates = PostDates({**post.dates, "created": post.date})
        if post.updated:
            dates["updated"] = post.updated
        return cls(
            authors=[author.id or author.name for author in post.authors],
            categories=[str(escape(name)) for name in post.categories],
            date=dates,
            draft=is_draft or (False if "draft" in post.meta else None),
            pin=post.pinned,
            links=links,
            readtime=readtime,
            slug=post.slug,
        )


class PostConfigBeforeRendering(_Keys):
    """`page.config` of a post until all texts are rendered."""

    def __init__(self, page: PostPage, config: PostConfig) -> None:
        self._page = page
        self._config = config

    def __getattr__(self, name: str) -> Any:
        return getattr(self._config, name)

    @property
    def readtime(self) -> int | None:
        """Minutes, as soon as the text of the page itself is rendered; counted for those who ask."""
        if self._config.readtime is not None or self._page.content is None:
            return self._config.readtime
        return reading_minutes(self._page)


def _initial(name: str) -> str:
    """A picture of the first letter, for templates that show one of every author."""
    letter = escape(name.strip()[:1].upper())
    image = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'><rect width='64' height='64' fill='#7f8c99'/>"
        "<text x='32' y='32' fill='#fff' font-family='sans-serif' font-size='32' text-anchor='middle' "
        f"dominant-baseline='central'>{letter}</text></svg>"
    )
    return f"data:image/svg+xml,{quote(image)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostAuthor:
    """An item of `page.authors`; templates print it as it is, so that it is escaped."""

    name: Markup
    description: Markup
    avatar: str
    slug: str
    url: str | None

    @classmethod
    def of(cls, author: Author, *, avatar: str | None, url: str | None) -> PostAuthor:
        """An author with the picture and the address that have been checked."""
        return cls(
            name=escape(author.name),
            description=escape(author.description or ""),
            avatar=str(escape(avatar or _initial(author.name))),
            slug=author.slug,
            url=str(escape(url)) if url else None,
        )

"""What templates written for Material's blog find on posts: the names and types that it documents."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import escape

from ..cards.card_maker import is_draft
from ..html.escaping import escaped
from ..rendering.reading_minutes import reading_minutes
from .settable_values import SettableValues, settle

if TYPE_CHECKING:
    from ..content.author import Author
    from ..pages.text_pages import PostPage


class PostDates(dict[str, datetime]):
    """Every date of a post by name, as keys and as attributes."""

    def __getattr__(self, name: str) -> datetime | None:
        return self.get(name)

    def __setattr__(self, name: str, value: datetime) -> None:
        self[name] = value


class PostConfig(SettableValues):
    """`page.config` of a post."""

    @classmethod
    def of(cls, page: PostPage) -> PostConfig:
        """What a template asks of a post's front matter."""
        post = page.article
        dates = PostDates({**post.dates, "created": post.date})
        if post.updated:
            dates["updated"] = post.updated
        values = {
            "authors": [author.id or author.name for author in post.authors],
            "categories": [str(escape(name)) for name in post.categories],
            "date": dates,
            # Nothing where front matter says nothing of it.
            "draft": is_draft(post) or (False if "draft" in post.meta else None),
            "pin": post.pinned,
            "links": post.links,
            "readtime": post.reading_time,
            "slug": post.slug,
        }
        return cls(values, _page=page)

    def __getitem__(self, name: str) -> Any:
        """A value; minutes of reading as soon as the text of the page itself is rendered, counted for those who ask."""
        value, page = super().__getitem__(name), vars(self)["_page"]
        if name != "readtime" or value is not None or page is None or page.content is None:
            return value
        return reading_minutes(page)

    def complete(self, *, readtime: int | None, links: Any) -> None:
        """Have what is known once all texts are rendered: minutes of reading, and a `Navigation` of links."""
        self.__dict__["_page"] = None
        settle(self, readtime=readtime, links=links)


def _initial(name: str) -> str:
    """A picture of the first letter, for templates that show one of every author."""
    letter = escape(name.strip()[:1].upper())
    image = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'><rect width='64' height='64' fill='#7f8c99'/>"
        "<text x='32' y='32' fill='#fff' font-family='sans-serif' font-size='32' text-anchor='middle' "
        f"dominant-baseline='central'>{letter}</text></svg>"
    )
    return f"data:image/svg+xml,{quote(image)}"


class PostAuthor(SettableValues):
    """An item of `page.authors`, one for all posts; templates print it as it is, so that it is escaped."""

    @classmethod
    def of(cls, author: Author, *, url: str | None) -> PostAuthor:
        """An author as files tell of them."""
        values = {
            "name": escape(author.name),
            "description": escape(author.description or ""),
            "avatar": _shown_avatar(author, author.avatar),
            "slug": author.slug,
            "url": _shown_url(url),
        }
        return cls({**values, **escaped(author.more)}, _author=author)

    def complete(self, *, avatar: str | None, url: str | None) -> None:
        """Have the picture and the address that have been checked."""
        settle(self, avatar=_shown_avatar(author_of(self), avatar), url=_shown_url(url))


def author_of(shown: PostAuthor) -> Author:
    """Of whom an item of `page.authors` tells."""
    author: Author = vars(shown)["_author"]
    return author


def _shown_avatar(author: Author, avatar: str | None) -> str:
    return str(escape(avatar or _initial(author.name)))


def _shown_url(url: str | None) -> str | None:
    return str(escape(url)) if url else None

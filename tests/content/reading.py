"""A file in a string, read: what came of it, and what was told about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from textwrap import dedent
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from mkdocs_blogposts.content.authors import load_authors
from mkdocs_blogposts.content.models import JekyllPage, Post, Talk, Unreadable
from mkdocs_blogposts.faults import Faults, Level
from mkdocs_blogposts.frontmatter.parser import FrontMatter, parse
from mkdocs_blogposts.frontmatter.source import Source
from mkdocs_blogposts.settings import Settings
from mkdocs_blogposts.texts.loader import Reader, load_post, load_talk

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs_blogposts.content.authors import AuthorBook
    from mkdocs_blogposts.texts.outcome import Outcome

T = TypeVar("T", bound=FrontMatter | Post | Talk | JekyllPage)

NOW = datetime(2026, 1, 1, tzinfo=UTC)
DATED = "date: 2025-07-28"


@dataclass(frozen=True)
class Read(Generic[T]):
    """What came of a file."""

    maybe: T | None
    faults: Faults

    @property
    def it(self) -> T:
        """The post or talk, which has to be there."""
        assert self.maybe is not None, self.told
        return self.maybe

    @property
    def told(self) -> list[str]:
        """Every fault as users see it, in one line."""
        return [str(fault).replace("\n    ", " -> ") for fault in self.faults]

    @property
    def levels(self) -> list[Level]:
        """How much each fault weighs."""
        return [fault.level for fault in self.faults]


def source(
    content: str | bytes, src_uri: str = "blog/posts/post.md", defaults: Mapping[str, Any] | None = None
) -> Source:
    """A file of the site, called by its last name."""
    data = content if isinstance(content, bytes) else content.encode()
    return Source(src_uri=src_uri, path=src_uri.rsplit("/", 1)[-1], content=data, defaults=defaults or {})


def front_matter(text: str | bytes, **defaults: Any) -> Read[FrontMatter]:
    """The head and the body of a file, as they were parsed."""
    faults = Faults()
    return Read(parse(source(text, defaults=defaults), faults), faults)


def post(head: str = DATED, body: str = "Text.\n", **more: Any) -> Read[Post]:
    """A post with this front matter, below `blog/posts`; `more` is for `read`."""
    return read(load_post, f"---\n{dedent(head).strip()}\n---\n{body}", **{"src_uri": "blog/posts/post.md", **more})


def talk(head: str = "venue: PyCon", body: str = "Text.\n", **more: Any) -> Read[Talk]:
    """A talk with this front matter, below `talks`; `more` is for `read`."""
    return read(load_talk, f"---\n{dedent(head).strip()}\n---\n{body}", **{"src_uri": "talks/talk.md", **more})


def read(
    load: Callable[[Source, Reader], Outcome[T]],
    content: str | bytes,
    *,
    src_uri: str,
    defaults: Mapping[str, Any] | None = None,
    authors: AuthorBook | None = None,
    faults: Faults | None = None,
    **options: Any,
) -> Read[T]:
    """What comes of a file on New Year's Day of 2026; `options` are those of a `Reader`, and settings."""
    names = ("locale", "use_directory_urls", "is_serve", "site_urls", "jekyll", "created")
    own = {name: options.pop(name) for name in names if name in options}
    reader = Reader(settings=Settings(**options), authors=authors, levels=(faults or Faults()).chosen, now=NOW, **own)
    found = load(source(content, src_uri, defaults), reader)
    return Read(None if isinstance(found.text, Unreadable) else found.text, found.faults)


def day(text: str) -> datetime:
    """A moment in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def author_book(text: str, path: str = "blog/.authors.yml") -> tuple[AuthorBook | None, list[str]]:
    """The authors in a file, and what was told about them."""
    faults = Faults()
    book = load_authors(source(dedent(text), path), faults)
    return book, [str(fault).replace("\n    ", " -> ") for fault in faults]

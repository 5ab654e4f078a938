"""What of a renamed blog differs on purpose, as `docs/material-differences.md` has it; all else is a difference."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from mkdocs_blogposts.frontmatter.keys import KEYS
from tests.parity_urls import as_page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

NO_TITLES = ("Index", "Home")
"""What MkDocs calls the page of a folder, and that of the site, where it finds no title; ours finds a better one."""

_PINNED = frozenset(KEYS["pinned"]) - {"pin"}
_UPDATED = frozenset(KEYS["updated"]) - {"date.updated"}
"""Keys that Material's blog passes over."""


@dataclass(frozen=True, kw_only=True)
class OnPurpose:
    """What is known of the posts of Material's blog."""

    keys: Mapping[str, Collection[str]] = field(default_factory=dict)
    """The keys of front matter of each post, by its URL."""
    doubles: Collection[str] = ()
    """URLs that several posts have."""
    named_by_file: Collection[str] = ()
    """URLs of posts with a heading that something stands above."""
    updated_first: Collection[str] = ()
    """URLs of posts that were updated before they were made."""
    of_drafts: Collection[str] = ()
    """Files that drafts show."""

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """What the hook has told."""
        return cls(
            keys={as_page(url): keys for url, keys in told["keys"].items()},
            doubles=[*map(as_page, told["doubles"])],
            named_by_file=[*map(as_page, told["named_by_file"])],
            updated_first=[*map(as_page, told["updated_first"])],
            of_drafts=told["of_drafts"],
        )

    def stays_in_order(self, url: str) -> bool:
        """Whether a post has its place on listings: it is not pinned by a key of ours, nor is another at its URL."""
        return url not in self.doubles and not _PINNED.intersection(self.keys.get(url, ()))

    def is_dated_twice(self, url: str) -> bool:
        """Whether a post says when it was updated in a way that Material's blog does not know, or that can't be."""
        return url in self.updated_first or bool(_UPDATED.intersection(self.keys.get(url, ())))

    def has_other_dates(self, url: str) -> bool:
        """Whether a post shows those of Material's blog, and perhaps more."""
        return self.is_dated_twice(url) and url not in self.updated_first

    def titles(self, url: str, titles: Iterable[str]) -> list[str]:
        """Those that have to stay."""
        return [title for title in titles if url not in self.named_by_file and not is_no_title(title)]

    def files(self, names: Sequence[str], ours: Collection[str]) -> list[str]:
        """The files that have to be there: none that only drafts show, and none with `.` for `posts` in its name."""
        moved = {name.replace("posts", ".") for name in ours if "posts" in name}
        return [name for name in names if name in ours or not (name in self.of_drafts or name in moved)]


def is_no_title(title: str) -> bool:
    """Whether it is what MkDocs calls a page without a title, be that of the site behind it."""
    first, _, rest = title.partition(" ")
    return first in NO_TITLES and not rest[:1].isalnum()

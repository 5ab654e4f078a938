"""Who writes posts and gives talks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..faults import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who wrote a post."""

    id: str | None = None
    """Key in the authors file; `None` for an author whom only the post names."""
    name: str
    """As readers see it."""
    description: str | None = None
    avatar: str | None = None
    """URL, or path below `docs_dir`, of a picture."""
    slug: str
    """Its part of the URL of the author's page."""
    url: str | None = None
    """A page of the author's own."""
    links: tuple[str, ...] = ()
    """Pages elsewhere that are the author's too: profiles, accounts."""
    biography: str | None = None
    """The same as `description` at length, for whoever introduces them; paragraphs with a blank line between."""
    portraits: tuple[str, ...] = ()
    """Pictures for programmes and posters: URLs, or paths as that of `avatar`."""
    fediverse: str | None = None
    """Where the author is in the fediverse: `@jane@mastodon.social`."""
    more: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """All else that the file says, for a site's own templates."""
    path: str = field(default="", compare=False)
    """The file that says so, as messages name it."""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)
    """Where that file says `url`, `avatar` and `slug`."""

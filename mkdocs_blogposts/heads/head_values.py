"""What templates get of the head of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class MetaTag:
    """A `<meta>`."""

    key: str
    """`property` of Open Graph's, `name` of all others."""
    name: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    """What machines read of a page, but for what its theme or another plugin has said already."""

    canonical: str | None
    """Where the text of the page stands first."""
    tags: tuple[MetaTag, ...]
    vouched: tuple[str, ...]
    """Pages elsewhere that are the same person's as this one."""
    json_ld: Markup
    """JSON for a `<script>`; empty where there is nothing to say."""

"""Posts and talks out of thin air, for tests of what is made of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from mkdocs_blogposts.content.delivery import Delivery
from mkdocs_blogposts.content.models import Mention, Post, Robots, Talk
from mkdocs_blogposts.frontmatter.dialects import Dialect

COMMON: dict[str, Any] = {
    "dialect": Dialect.MATERIAL,
    "dest_uri": "x/index.html",
    "permalink": False,
    "tags": (),
    "teaser": None,
    "is_titled": True,
    "hero": None,
    "excerpt": None,
    "description": None,
    "held_back": None,
    "link": None,
    "old_urls": (),
    "new_url": None,
    "robots": Robots(),
    "video_url": None,
    "slides_url": None,
    "paper_url": None,
    "code_url": None,
    "bibtex_url": None,
    "citation": None,
    "toc_label": None,
    "meta": {},
    "body": "",
    "body_line": 1,
    "places": {},
}


def post(name: str, date: str = "2024-01-31", *, talks: tuple[str, ...] = (), **fields: Any) -> Post:
    """A post of that name and date."""
    own: dict[str, Any] = {
        "src_uri": f"{name}.md",
        "path": f"docs/{name}.md",
        "title": name,
        "date": datetime.fromisoformat(date).replace(tzinfo=UTC),
        "updated": None,
        "dates": {},
        "slug": name,
        "categories": (),
        "authors": (),
        "series": (),
        "pinned": False,
        "unlisted": False,
        "default_teaser": None,
        "excerpt_separators": (),
        "reading_time": None,
        "shows_reading_time": True,
        "words_per_minute": 265,
        "words_per_minute_cjk": None,
        "shows_date": True,
        "shows_related": True,
        "links": None,
        "talks": tuple(Mention(id=id_) for id_ in talks),
    }
    return Post(**(COMMON | own | fields))


def talk(name: str, date: str | None = None, **fields: Any) -> Talk:
    """A talk of that name and date."""
    own: dict[str, Any] = {
        "src_uri": f"talks/{name}.md",
        "path": f"docs/talks/{name}.md",
        "title": name,
        "id": name,
        "deliveries": (
            Delivery(date=datetime.fromisoformat(date).replace(tzinfo=UTC) if date else None, is_all_day=True),
        ),
        "talk_type": None,
    }
    return Talk(**(COMMON | own | fields))

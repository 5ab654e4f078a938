"""The front matter of posts in the forms that mkdocs-rss-plugin can read, where a site has it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ...content.models import Post
from ..other_plugins import options_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from ...content.author import Author
    from ...content.models import Talk


def rss_date_key(config: MkDocsConfig) -> str | None:
    """Where the plugin looks for the date of a post: `date`, `date.created`, `git`, …; `None` without the plugin."""
    options = next(iter(options_of(config, "rss")), None)
    return str((options.get("date_from_meta") or {}).get("as_creation")) if options is not None else None


def rss_meta(article: Post | Talk, meta: Mapping[str, Any], date_key: str, *, is_published: bool) -> dict[str, Any]:
    """The front matter of a post with its date under `date_key` and with its authors by name.

    A date that front matter has as such stays as it is, since the plugin has a time and a zone for it by itself. It
    passes over what has a page and is not for all, post or talk, as it does over drafts.
    """
    told = dict(meta) if is_published else {**meta, "draft": True}
    return _dated(article, date_key, told) if isinstance(article, Post) else told


def _dated(post: Post, date_key: str, meta: dict[str, Any]) -> dict[str, Any]:
    written = meta.get("date")
    named = written if isinstance(written, Mapping) else {"created": written}
    if date_key == "date":
        meta["date"] = _date(named.get("created"), post.date)
    elif date_key.startswith("date."):
        dates = {name: _date(named.get(name), moment) for name, moment in post.dates.items()}
        meta["date"] = {"created": _date(named.get("created"), post.date), **dates}
    if post.authors:
        meta["author"] = [_named(author) for author in post.authors]
    return meta


def _named(author: Author) -> str:
    """An author as the plugin names those of Material's blog: with the `email` of the authors file."""
    return f"{email} ({author.name})" if (email := author.more.get("email")) else author.name


def _date(written: Any, read: date) -> date:
    return written if isinstance(written, date) else read

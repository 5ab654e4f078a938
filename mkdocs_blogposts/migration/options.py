"""What the plugin has to be told of a site, beyond what it reads in `_config.yml` itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..jekyll.pagination import JekyllPagination
from ..settings import Settings
from .answers import How
from .source_site.old_listings import Purpose
from .source_site.old_site import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .plan import Plan


@dataclass(frozen=True, slots=True)
class Option:
    """One option, with the reason for it."""

    name: str
    value: Any
    why: str = ""


def options_of(plan: Plan, configs: list[str]) -> Iterator[Option]:
    """The options of the plugin that differ from its defaults."""
    replacements, usual = plan.replacements, Settings()
    yield Option("jekyll_pages", value=True, why="pages and collections stand at their Jekyll URLs")
    if configs:
        yield Option("jekyll_config", configs)
    if replacements.blog_dir != usual.blog_dir:
        yield Option("blog_dir", replacements.blog_dir, "where the list of posts was")
    posts = PurePosixPath(replacements.blog_dir, "posts")
    if any(PurePosixPath(plan.paths.src_uri(file)).is_relative_to(posts) for file in plan.carried):
        yield Option("post_dir", "_posts", f"what lies in {posts} are pages")
    if replacements.tags:
        yield Option("tags_index_url", replacements.tags_url, "where the list of tags was")
    elif not replacements.tags_url.endswith("/tags/"):
        yield Option("tags_index_url", replacements.tags_url)
    if replacements.talks_dir != usual.talks_dir:
        yield Option("talks_dir", replacements.talks_dir, "where the list of talks was")
    if not plan.count(Role.TALK):
        yield Option("talks", value=False)
    yield from _of_config(plan)


def _of_config(plan: Plan) -> Iterator[Option]:
    if plan.feed:
        yield Option("feeds_atom_url", f"/{plan.feed.path}", "where jekyll-feed had it")
    yield from _formats(plan)
    yield Option("feeds_content", "excerpt" if plan.feed and plan.feed.is_of_excerpts else "full")
    yield from _pagination(plan)


def _formats(plan: Plan) -> Iterator[Option]:
    """The feeds whose URLs no file of the old site has."""
    usual, blog = Settings(), PurePosixPath(plan.replacements.blog_dir)
    names = {"rss": "rss.xml", "atom": usual.feeds_atom_url, "json": "feed.json"}
    taken = {answer.now for answer in plan.answers if answer.how is not How.FEED}
    own = [name for name, file in names.items() if f"/{blog / file}" in taken and not (name == "atom" and plan.feed)]
    if len(own) == len(names):
        yield Option("feeds", value=False, why="the site has its own")
    elif own:
        yield Option("feeds_formats", [name for name in usual.feeds_formats if name not in own], "the site has its own")


def _pagination(plan: Plan) -> Iterator[Option]:
    """How many posts a listing shows at once, and where its further pages are."""
    pages = JekyllPagination.of(plan.site.config)
    if pages is None:
        return
    usual = Settings()
    if pages.per_page != usual.pagination_per_page:
        yield Option("pagination_per_page", pages.per_page, pages.key)
    url_format = pages.url_format(plan.replacements.now_of(Purpose.BLOG))
    if url_format and url_format != usual.pagination_url_format:
        yield Option("pagination_url_format", url_format, "where further pages of lists were")

"""A version of a changelog as a post: an entry of the blog whose text stands on the page of the changelog."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ..content.models import Post, Robots
from ..frontmatter.dates import Clock
from ..frontmatter.dialects import Dialect

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..frontmatter.source import Source
    from ..settings import Settings
    from .version_headings import Release


def post_of(
    release: Release, number: int, source: Source, settings: Settings, site_name: str, words: Callable[[str], str]
) -> Post:
    """The post that stands for a version; `number` tells it from others with the same heading."""
    label = f"{site_name} {release.number}" if release.number else release.label
    name = release.name(number)
    date = Clock(zone=ZoneInfo(settings.timezone)).midnight(release.date)
    return Post(
        src_uri=f"{PurePosixPath(source.src_uri).with_suffix('')}/{name}.md",
        path=source.path,
        dialect=Dialect.MATERIAL,
        dest_uri="",
        permalink=False,
        title=f"{label} ({words('yanked')})" if release.is_yanked else label,
        is_titled=True,
        tags=(),
        teaser=None,
        hero=None,
        excerpt=None,
        description=None,
        held_back=None,
        link=None,
        old_urls=(),
        new_url=None,
        robots=Robots(in_search=False, in_sitemap=False),
        video_url=None,
        slides_url=None,
        paper_url=None,
        code_url=None,
        bibtex_url=None,
        citation=None,
        toc_label=None,
        meta={},
        body="",
        body_line=1,
        places={},
        date=date,
        updated=None,
        dates={"created": date},
        slug=name,
        categories=settings.changelog_categories,
        authors=(),
        series=(),
        pinned=False,
        unlisted=False,
        default_teaser=None,
        excerpt_separators=(settings.post_excerpt_separator,),
        reading_time=None,
        shows_reading_time=False,
        words_per_minute=settings.post_readtime_words_per_minute,
        words_per_minute_cjk=None,
        shows_date=True,
        shows_related=False,
        links=None,
        talks=(),
        section_of=source.src_uri,
    )

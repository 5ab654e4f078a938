"""Where the versions of changelogs stand on the rendered pages of these, and what is written there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..host.other_plugins import is_locked
from ..html.version_sections import sections_in
from ..texts.version_headings import Release, read_heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..pages.release_pages import ReleasePage


def find_sections(pages: Iterable[ReleasePage], locale: str, site_url: str | None) -> None:
    """Give each version of changelogs its place and its text; one that is not found there leads to the page."""
    wanted: dict[str, list[ReleasePage]] = {}
    for page in pages:
        wanted.setdefault(page.changelog.src_uri, []).append(page)
    for of_one in wanted.values():
        found = _sections(of_one[0], locale)
        for page in of_one:
            anchor, content = found.get(page.article.slug, ("", ""))
            page.find(anchor, content, site_url)


def _sections(page: ReleasePage, locale: str) -> dict[str, tuple[str, str]]:
    """Id and HTML of each version, by the slug that its post has."""
    rendered = page.changelog.page
    if rendered is None or is_locked(rendered):
        return {}
    found: dict[str, tuple[str, str]] = {}
    numbers: Counter[str] = Counter()
    for section in sections_in(rendered.content or "", lambda text: read_heading(text, locale) is not None):
        release = read_heading(section.heading, locale)
        if isinstance(release, Release):
            numbers[release.name(1)] += 1
            found[release.name(numbers[release.name(1)])] = (section.anchor, section.content)
    return found

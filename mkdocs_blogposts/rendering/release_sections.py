"""Where the versions of changelogs stand on the rendered pages of these, and what is written there."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING

from ..host.other_plugins import is_locked
from ..html.version_sections import Section, sections_in
from ..texts.version_headings import Release, Undated, read_heading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..pages.release_pages import ReleasePage

_FIRST = re.compile(r"\s*<p>(?P<text>(?:[^<]|</?(?:em|i|small|strong|time|b)\b[^<>]*>){1,300})</p>\s*")
"""The paragraph that a section begins with, if it is a short one."""
_MARKS = re.compile(r"<[^<>]*>")


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
        release, content = _release(section, locale)
        if isinstance(release, Release):
            numbers[release.name(1)] += 1
            found[release.name(numbers[release.name(1)])] = (section.anchor, content)
    return found


def _release(section: Section, locale: str) -> tuple[Release | Undated | None, str]:
    """The version of a section and its text, without the paragraph that says but the day."""
    release = read_heading(section.heading, locale)
    first = _FIRST.match(section.content) if isinstance(release, Undated) else None
    if first is None:
        return release, section.content
    below = " ".join(html.unescape(_MARKS.sub("", first["text"])).split())
    return read_heading(section.heading, locale, below=below), section.content[first.end() :]

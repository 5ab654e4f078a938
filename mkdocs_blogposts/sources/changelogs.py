"""The changelogs of a site: the pages that the option `changelog` names, and the versions in them."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ..faults import Faults, Kind, Level, Place
from ..frontmatter.parser import parse
from ..host.snippets import with_snippets
from ..light_dataclasses import dataclass
from ..log import log
from ..texts.releases import post_of
from ..texts.version_headings import Undated, releases_in
from .source_files import source_if_there

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..content.models import Post
    from ..content.reading import Reader
    from ..frontmatter.source import Source
    from ..host.theme import Theme

_TWICE = 2
_HINT = "write `## 1.2.0 - 2026-01-31`"


@dataclass(frozen=True, slots=True)
class Changelog:
    """A page with versions."""

    file: File
    releases: tuple[Post, ...]
    """In the order of the page."""


def changelogs_of(
    files: Files, config: MkDocsConfig, reader: Reader, theme: Theme, faults: Faults
) -> tuple[Changelog, ...]:
    """Each changelog with its versions; what is left out of them is told."""
    named = _named(files, config, reader.settings.changelog)
    sources = [(file, source_if_there(file, files, config, faults)) for file in named]
    return tuple(_read(file, source, config, reader, theme, faults) for file, source in sources if source)


def _named(files: Files, config: MkDocsConfig, names: Iterable[str]) -> Iterator[File]:
    """The pages by these paths: from `docs_dir`, or as their author sees them from the folder of `mkdocs.yml`."""
    root = Path(config.config_file_path or "mkdocs.yml").parent
    for name in names:
        tried = (name, os.path.relpath(root / name, config.docs_dir).replace(os.sep, "/"))
        file = next(filter(None, map(files.get_file_from_path, tried)), None)
        if file is None or not file.is_documentation_page():
            log.warning("There is no page '%s' in `docs_dir`, which `changelog` names", name)
        elif file.inclusion.is_included():
            yield file


def _read(file: File, source: Source, config: MkDocsConfig, reader: Reader, theme: Theme, faults: Faults) -> Changelog:
    head = parse(source, Faults())
    text = with_snippets(head.body, config) if head else ""
    is_own = head is not None and text == head.body
    settings = reader.settings
    posts: list[Post] = []
    numbers: Counter[str] = Counter()
    versions: Counter[str] = Counter()
    for found in releases_in(text, theme.locale):
        place = Place(found.line + head.body_line - 1) if head and is_own else None
        if isinstance(found, Undated):
            message = f"'{found.label}' has no date, so it is no entry of the blog"
            faults.add(Kind.DATE, source.path, message, place=place, hint=_HINT, level=Level.INFO)
            continue
        numbers[found.name(1)] += 1
        versions[found.version] += 1
        if versions[found.version] == _TWICE:
            hint = "give one of them another number"
            message = f"version {found.version} is there twice"
            faults.add(Kind.KEY, source.path, message, place=place, hint=hint, level=Level.INFO)
        post = post_of(found, numbers[found.name(1)], source, settings, config.site_name, theme.words)
        if not (settings.draft_if_future_date and post.date > reader.now):
            posts.append(post)
    if not posts and not faults.of(source.path):
        message = "changelog: there is no version with a date in it"
        faults.add(Kind.DATE, source.path, message, hint=_HINT, level=Level.INFO)
    return Changelog(file, tuple(posts))

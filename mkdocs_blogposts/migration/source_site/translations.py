"""Sites of jekyll-multiple-languages-plugin, whose texts lie below `_i18n`: where those of the first belong."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ...jekyll.polyglot import first_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .old_site import JekyllSite

FOLDER = PurePosixPath("_i18n")
NEW_FOLDER = "i18n"
"""Below the folders of data and of includes."""
_TABLES = (".yml", ".yaml")


def language_of(site: JekyllSite) -> str:
    """The language in which the site is imported; empty where it has none to choose from."""
    return first_language(site.config) if (site.root / FOLDER).is_dir() else ""


def other_languages(site: JekyllSite) -> Iterator[PurePosixPath]:
    """The folders of the languages that are not imported."""
    own = language_of(site)
    folders = sorted(path for path in (site.root / FOLDER).iterdir() if path.is_dir()) if own else []
    return (FOLDER / path.name for path in folders if path.name != own)


def moved_texts(site: JekyllSite) -> Mapping[PurePosixPath, PurePosixPath]:
    """What lies elsewhere in the new site, by its path there: posts, tables of words, and texts for includes."""
    language = language_of(site)
    if not language:
        return {}
    own = FOLDER / language
    files = sorted(path for path in (site.root / own).rglob("*") if path.is_file())
    olds = [PurePosixPath(path.relative_to(site.root).as_posix()) for path in files]
    moved = {_new_path(site, old.relative_to(own)): old for old in olds}
    tables = sorted(path.name for path in (site.root / FOLDER).iterdir() if path.suffix in _TABLES)
    moved |= {PurePosixPath(site.jekyll.data_dir, NEW_FOLDER, name): FOLDER / name for name in tables}
    return {new: old for new, old in moved.items() if not (site.root / new).exists()}


def _new_path(site: JekyllSite, path: PurePosixPath) -> PurePosixPath:
    return path if path.parts[0] == "_posts" else PurePosixPath(site.jekyll.includes_dir, NEW_FOLDER, path)

"""The files of a site that are no pages, as the Liquid in its texts sees them: `site.static_files`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ..jekyll.filters.drops import Drop
from ..jekyll.filters.values import Moment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import tzinfo

    from mkdocs.structure.files import File, Files


def static_files(files: Files, docs_dir: str, defaults: Callable[[str], Mapping[str, Any]], zone: tzinfo) -> list[Drop]:
    """All that are published, by path; `defaults` is the front matter that the site gives to one."""
    found = [file for file in files if _is_static(file, docs_dir)]
    return [_drop(file, defaults(file.dest_uri), zone) for file in sorted(found, key=lambda file: file.dest_uri)]


def _is_static(file: File, docs_dir: str) -> bool:
    is_of_site = file.src_dir == docs_dir or (file.src_dir is None and file.generated_by is None)
    is_page = file.is_documentation_page() or file.page is not None
    return is_of_site and not is_page and bool(file.abs_src_path) and not file.inclusion.is_excluded()


def _drop(file: File, defaults: Mapping[str, Any], zone: tzinfo) -> Drop:
    path = PurePosixPath("/", file.dest_uri)
    return Drop(
        {**defaults, "path": str(path), "name": path.name, "basename": path.stem, "extname": path.suffix},
        {"modified_time": lambda: _modified(Path(file.abs_src_path or ""), zone)},
    )


def _modified(path: Path, zone: tzinfo) -> Moment:
    try:
        moment = path.stat().st_mtime
    except OSError:  # it has gone away meanwhile
        moment = 0
    return Moment.at(datetime.fromtimestamp(moment, UTC), zone)

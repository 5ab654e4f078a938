"""The layouts that Liquid puts documents into that have no pages, and those of feeds and other files."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ...faults import Faults
from ...frontmatter.parser import parse
from ...frontmatter.source import Source
from ...jekyll.endings import LAYOUTS
from .old_site import Role, SiteFile, as_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .old_site import JekyllSite


def layouts_of_printed(site: JekyllSite) -> list[SiteFile]:
    """The layouts of those documents and files, and what these stand in themselves."""
    found: dict[PurePosixPath, None] = {}
    for path, kind in (*_documents(site), *_files(site)):
        layout = _layout_of(site, path, kind)
        while layout and (file := file_of_layout(site, layout)) and file not in found:
            found[file] = None
            layout = _layout_of(site, file)
    return [SiteFile(path=path, role=Role.LIQUID) for path in found]


def _documents(site: JekyllSite) -> Iterator[tuple[PurePosixPath, str]]:
    """Each document without a page, with its collection."""
    root = PurePosixPath(site.jekyll.collections_root)
    for file in site.of(Role.LIQUID):
        label = next((label for label in site.collections if file.path.is_relative_to(root / f"_{label}")), None)
        if label:
            yield file.path, label


def _files(site: JekyllSite) -> Iterator[tuple[PurePosixPath, str]]:
    """Each file that is made by Liquid and is no page, such as a feed."""
    pages = (file for file in site.of(Role.PAGE) if not (file.is_markdown or file.is_html))
    return ((file.path, "pages") for file in pages)


def _layout_of(site: JekyllSite, path: PurePosixPath, kind: str = "") -> str:
    """The layout that a file names, or that its collection has."""
    given = site.jekyll.defaults_for(str(path), kind) if kind else {}
    content = (site.root / path).read_bytes()
    head = parse(Source(src_uri=str(path), path=str(path), content=content, jekyll_defaults=given), Faults())
    return as_text(head.values.get("layout")) if head else ""


def file_of_layout(site: JekyllSite, layout: str) -> PurePosixPath | None:
    """The file of a layout, if it really lies in the folder of layouts."""
    folder = PurePosixPath(site.jekyll.layouts_dir)
    top = (site.root / folder).resolve()
    paths = (folder / f"{layout}{ending}" for ending in LAYOUTS)
    return next(
        (path for path in paths if (at := site.root / path).is_file() and at.resolve().is_relative_to(top)), None
    )

"""The layouts of a Jekyll site, which texts are put into that Liquid prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frontmatter.source import Source
from ..jekyll.endings import LAYOUTS
from ..jekyll.filters.site_context import Layout
from ..texts.ordinary_pages import is_headed
from ..texts.salvage import parse_or_salvage

if TYPE_CHECKING:
    from .included_files import TextFolder


def layout_in(folder: TextFolder, name: str) -> Layout | None:
    """The layout of a name in a folder; `None` where there is none."""
    for ending in LAYOUTS:
        text = folder.read(f"{name}{ending}")
        if text is not None:
            path = f"{folder.shown}/{name}{ending}"
            content = text.encode()
            source = Source(src_uri=f"{name}{ending}", path=path, content=content)
            head = parse_or_salvage(source, folder.faults, lambda _: True) if is_headed(content) else None
            return Layout(text=head.body if head else text, path=path, values=head.values if head else {})
    return None

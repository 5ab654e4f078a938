"""What converting the text of a page gives, as data: to keep on disk and to hand between processes.

This is the one place that touches what MkDocs keeps to itself of a rendered page: `_title_from_render`.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from ..cache.description import toc_tokens
from ..html.html_urls import urls_in
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mkdocs.structure.files import Files

_HOST = logging.getLogger(Page.__module__.partition(".")[0])
"""The logger of MkDocs or ProperDocs, which may keep its records from the root."""

WrittenLink = list[str | None]
"""A link of a text, what it is written as, and the URL of the file that it leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """The HTML of a text and what MkDocs has learnt from it."""

    content: str
    toc: list[dict[str, Any]]
    title: str | None
    anchors: list[str]
    anchor_links: dict[str, dict[str, str]]
    """Links to anchors of other pages, which MkDocs checks in the end: by `src_uri`."""
    links: list[WrittenLink]
    urls: list[str]
    """Every URL in the HTML, once."""
    messages: list[tuple[int, str, str]]
    """What was logged: level, name of the logger, text."""

    @classmethod
    def of(cls, page: Page, links: list[WrittenLink], messages: list[tuple[int, str, str]]) -> Conversion:
        """What is now known of a page that has just been rendered."""
        anchor_links = page.links_to_anchors or {}
        return cls(
            content=page.content or "",
            toc=toc_tokens(page.toc),
            title=page._title_from_render,  # noqa: SLF001  # see the head of this module
            # `<a name>` and `<p id>` without a value are there as well.
            anchors=sorted(anchor for anchor in page.present_anchor_ids or () if anchor),
            anchor_links={file.src_uri: dict(anchors) for file, anchors in anchor_links.items()},
            links=links,
            urls=urls_in(page.content or ""),
            messages=messages,
        )

    def to_json(self) -> dict[str, Any]:
        """The conversion as JSON values."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Conversion:
        """The conversion that `to_json` has made into values."""
        return cls(**values)

    def put_into(self, page: Page, files: Files) -> None:
        """Leave a page as rendering it would have left it."""
        page.content = self.content
        page.toc = get_toc(self.toc)  # type: ignore[arg-type]
        page._title_from_render = self.title  # noqa: SLF001  # see the head of this module
        page.present_anchor_ids = set(self.anchors)
        targets = ((files.get_file_from_path(uri), anchors) for uri, anchors in self.anchor_links.items())
        page.links_to_anchors = {file: dict(anchors) for file, anchors in targets if file}
        for level, name, text in self.messages:
            logging.getLogger(name).log(level, "%s", text)


def notes_anchors() -> bool:
    """Whether MkDocs notes which anchors a text links to; it does not where it tells all that it does."""
    return not logging.getLogger(Page.__module__).isEnabledFor(logging.DEBUG)


class _Listener(logging.Handler):
    def __init__(self, heard: list[tuple[int, str, str]]) -> None:
        super().__init__(logging.INFO)
        self.heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append((record.levelno, record.name, record.getMessage()))


@contextmanager
def listening() -> Iterator[list[tuple[int, str, str]]]:
    """Collects what is logged meanwhile, also where nobody else wants to hear it."""
    heard: list[tuple[int, str, str]] = []
    listener = _Listener(heard)
    level = _HOST.getEffectiveLevel()

    def is_wanted(record: logging.LogRecord) -> bool:
        return record.levelno >= level

    # Records of the host go to its own handlers, and on to the root's unless it keeps them.
    others = [*_HOST.handlers, *(logging.root.handlers if _HOST.propagate else ())]
    for handler in others:
        handler.addFilter(is_wanted)
    _HOST.addHandler(listener)
    set_level = _HOST.level
    _HOST.setLevel(min(level, logging.INFO))
    try:
        yield heard
    finally:
        _HOST.setLevel(set_level)
        _HOST.removeHandler(listener)
        for handler in others:
            handler.removeFilter(is_wanted)

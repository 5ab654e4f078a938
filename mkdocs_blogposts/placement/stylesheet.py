"""Our style sheets, published under names that change with them, and that of pages as small as browsers can read it."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass
from ..pages.made_files import made_file

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_ASSETS = Path(__file__).parent.parent / "assets"

_STEPS = (
    (re.compile(r"/\*.*?\*/", re.DOTALL), ""),
    (re.compile(r"\s+"), " "),
    (re.compile(r" ?([{};,>]) ?"), r"\1"),
    (re.compile(r"([{;(][-\w]+): "), r"\1:"),
    (re.compile(r";}"), "}"),
    (re.compile(r"(?<![\w.])0(\.\d)"), r"\1"),
)
"""What can be left out, in the order in which it is; no text of ours in quotes has any of it."""


_OURS = "bp-"
"""How each name of ours begins."""
_OUR_NAMES = re.compile(rf"{_OURS}(?=([\w-]*))")

_MARKS: Mapping[str, tuple[str, ...]] = {
    "blogposts": ("",),
    "blogposts-more": (
        "bp-badge--",
        "bp-button",
        "bp-citation",
        "bp-entries",
        "bp-fault",
        "bp-hero",
        "bp-lead",
        "bp-overlay",
        "bp-preview",
        "bp-profile",
        "bp-series__part",
        "bp-table",
        "bp-teaser--tile",
        "bp-terms",
        "bp-wide",
        "bp-years",
        # What Jekyll's posts have.
        "align-",
        "feature__",
        "<figure ",
        "notice",
        "text-center",
        "text-right",
    ),
    "blogposts-talks": (
        "bp-chapters",
        "bp-deliveries",
        "bp-fold",
        "bp-listing--talks",
        "bp-map",
        "bp-paper",
        "bp-slide",
        "bp-speaker",
        "bp-talk",
        "bp-video",
        "bp-when",
    ),
}
"""Our sheets, and what a page has that needs one: each name that a sheet tells the looks of holds one of these."""
_OWN_MARKS = {
    name: tuple(mark.removeprefix(_OURS) for mark in marks if mark.startswith(_OURS)) for name, marks in _MARKS.items()
}
_OTHER_MARKS = {name: [mark for mark in marks if not mark.startswith(_OURS)] for name, marks in _MARKS.items()}


@dataclass(frozen=True, slots=True)
class Stylesheets:
    """The URLs of our sheets, from the root of the site."""

    urls: Mapping[str, str]

    def of(self, output: str) -> tuple[str, ...]:
        """Those that a page of ours needs."""
        ours = set(_OUR_NAMES.findall(output))
        return tuple(url for name, url in self.urls.items() if _has_any(name, ours, output))


def _has_any(sheet: str, ours: Collection[str], output: str) -> bool:
    """Whether a page, in which `ours` is what follows `bp-`, has a mark of a sheet."""
    return any(rest.startswith(_OWN_MARKS[sheet]) for rest in ours) or any(
        mark in output for mark in _OTHER_MARKS[sheet]
    )


def place_stylesheets(files: Files, config: MkDocsConfig) -> Stylesheets:
    """Publish the style sheet of our pages, and those of what only some of them have."""
    return Stylesheets({name: _place(name, _content(name), files, config) for name in _MARKS})


def place_stylesheet_of_feeds(files: Files, config: MkDocsConfig) -> str:
    """Do the same with what makes pages of feeds."""
    return _place("blogposts-feed", (_ASSETS / "feed.css").read_bytes(), files, config)


def _place(name: str, content: bytes, files: Files, config: MkDocsConfig) -> str:
    uri = f"assets/stylesheets/{name}.{hashlib.sha256(content).hexdigest()[:8]}.css"
    if files.get_file_from_path(uri) is None:
        files.append(made_file(config, uri, content))
    return uri


@cache
def _content(name: str) -> bytes:
    text = (_ASSETS / f"{name}.css").read_text(encoding="utf-8")
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return text.strip().encode()

"""Covers of posts that have no picture, among the files of the site."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass
from ..urls.option_claims import claim_of_option, place_made
from .cover_design import Cover
from .picture_copies import FOLDER, key_of_made

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..cache.store import Store
    from ..urls.url_claims import UrlClaims

KIND = "cover"
"""Kind of entry that the store keeps of a cover."""

_EDITION = 1
"""To be raised with every change of how covers are painted."""


@dataclass(frozen=True, slots=True)
class CoverFiles:
    """A cover as readers and as other programs get it."""

    svg: File
    png: File | None
    """`None` where nobody asks for it, or no typeface has its letters."""


@dataclass(frozen=True, kw_only=True)
class Covers:
    """Makes the covers of one blog."""

    files: Files
    config: MkDocsConfig
    claims: UrlClaims
    store: Store | None
    colour: str
    """Of the site, `#rrggbb`."""
    are_shared: bool
    """Whether other sites ask for them, most of which show no SVG."""

    def make(self, title: str, date: str) -> CoverFiles:
        """The cover of a post with some title."""
        cover = Cover.of(title, date, self.config.site_name, self.colour)
        svg = cover.svg().encode("utf-8", "replace")
        png = self._painted(cover, svg) if self.are_shared else None
        name = f"{FOLDER}/cover.{hashlib.sha256(svg).hexdigest()[:12]}"
        return CoverFiles(
            self._place(f"{name}.svg", svg, title), self._place(f"{name}.png", png, title) if png else None
        )

    def key_of(self, svg: bytes) -> str:
        """All that a painted cover depends on."""
        return key_of_made(_EDITION, svg)

    def _painted(self, cover: Cover, svg: bytes) -> bytes | None:
        """The cover as PNG, from the store or painted anew."""
        kept = self.store.get(KIND, self.key_of(svg)) if self.store else None
        if isinstance(kept, dict):
            return base64.b64decode(kept["png"]) if kept["png"] else None
        from .cover_painting import paint  # noqa: PLC0415  # it needs Pillow, and most sites do not

        png = paint(cover)
        if self.store:
            self.store.put(KIND, self.key_of(svg), {"png": base64.b64encode(png).decode("ascii") if png else None})
        return png

    def _place(self, dest_uri: str, content: bytes, title: str) -> File:
        if (there := self.files.get_file_from_path(dest_uri)) is not None:
            return there
        claim = claim_of_option(dest_uri, f"the cover of '{title}'", "covers", self.config)
        return place_made(claim, self.claims, self.files, self.config, content)

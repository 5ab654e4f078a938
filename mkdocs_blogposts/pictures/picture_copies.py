"""Smaller copies of the pictures of a site, kept from build to build."""

from __future__ import annotations

import base64
import hashlib
import os
import posixpath
from dataclasses import field
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from ..cache.store import digest
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from ..log import log
from ..pages.file_contents import content_of
from ..urls.option_claims import claim_of_option, place_made
from .picture_sizes import SVG_ROOT, Size, size_of, unwarned

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..cache.store import Store
    from ..urls.url_claims import UrlClaims

FOLDER = "assets/images/blogposts"
"""Where copies lie in the site."""

KIND = "picture"
"""Kind of entry that the store keeps of a picture."""

_EDITION = 2
"""To be raised with every change of how copies are made."""
_MOST_THREADS = 4
_LONGEST_STEM = 60
_ODD = late_pattern(r"[^\w-]+")


@cache
def _pillow() -> str:
    return version("pillow")  # it reads a file


def key_of_made(edition: int, content: bytes, *others: str) -> str:
    """The key of what some edition of us, and the Pillow that is there, make of a content; `others` count as well."""
    return digest(edition, _pillow(), hashlib.sha256(content).hexdigest(), *others)


@dataclass(frozen=True, slots=True)
class Copies:
    """What is known of a picture of the site."""

    size: Size
    copies: tuple[tuple[int, File], ...] = ()
    """The width and file of each smaller copy, the smallest first; the picture itself may be the last."""
    mistake: str | None = None
    """Why there are none, where that is the picture's fault: `is not a picture that can be read`."""


@dataclass(frozen=True, kw_only=True)
class PictureCopies:
    """Makes the copies of the pictures of one blog."""

    files: Files
    config: MkDocsConfig
    claims: UrlClaims
    store: Store | None
    workers: int | str
    is_wanted: bool
    """Whether there are to be any."""
    _made: dict[str, Copies] = field(default_factory=dict, init=False)

    def of(self, file: File) -> Copies:
        """What is known of a picture; copies are made by `make` alone."""
        if file.src_uri not in self._made:
            self._made[file.src_uri] = Copies(size_of(content_of(file)))
        return self._made[file.src_uri]

    def make(self, pictures: Iterable[File]) -> None:
        """Make the copies of some pictures, or take them from the store, while the site still takes files."""
        wanted = {file.src_uri: file for file in pictures if self.is_wanted and file.src_uri not in self._made}
        missing: dict[str, File] = {}
        for src_uri, file in wanted.items():
            content = content_of(file)
            if SVG_ROOT.search(content[:4096]):
                continue
            kept = self.store.get(KIND, self.key_of(content)) if self.store else None
            if kept is None:
                missing[src_uri] = file
            else:
                self._made[src_uri] = self._placed(file, kept)
        if missing:
            self._make_missing(list(missing.values()))

    def key_of(self, content: bytes) -> str:
        """All that the copies of a picture depend on."""
        return key_of_made(_EDITION, content)

    def _make_missing(self, files: list[File]) -> None:
        from .shrinking import shrink  # noqa: PLC0415  # it needs Pillow, and most sites do not

        cores = os.cpu_count() or 1 if self.workers == "auto" else int(self.workers)
        threads = max(1, min(cores, _MOST_THREADS, len(files)))
        log.debug("Making smaller copies of %d pictures", len(files))

        def made(file: File) -> dict[str, Any]:
            shrunk = shrink(content_of(file))
            copies = [
                [width, base64.b64encode(copy).decode("ascii") if copy else None] for width, copy in shrunk.copies
            ]
            return {"copies": copies, "mistake": shrunk.mistake, "size": shrunk.size}

        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  # few builds make copies

        # Pillow lets other threads run while it works, and forks would have to hand over what they have made.
        with unwarned(), ThreadPoolExecutor(threads) as pool:
            for file, entry in zip(files, pool.map(made, files), strict=True):
                if self.store:
                    self.store.put(KIND, self.key_of(content_of(file)), entry)
                self._made[file.src_uri] = self._placed(file, entry)

    def _placed(self, file: File, entry: Mapping[str, Any]) -> Copies:
        """The copies of a picture among the files of the site."""
        width, height = entry["size"]
        stem = _ODD.sub("-", posixpath.splitext(posixpath.basename(file.src_uri))[0]).strip("-")[:_LONGEST_STEM]
        copies: list[tuple[int, File]] = []
        for copy_width, encoded in entry["copies"]:
            if encoded is None:
                copies.append((copy_width, file))
                continue
            content = base64.b64decode(encoded)
            name = f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{copy_width}.webp"
            copies.append((copy_width, self._place(f"{FOLDER}/{name}", content, file)))
        return Copies((width, height), tuple(copies), entry["mistake"])

    def _place(self, dest_uri: str, content: bytes, original: File) -> File:
        if (there := self.files.get_file_from_path(dest_uri)) is not None:
            return there
        claim = claim_of_option(dest_uri, f"a smaller copy of '{original.src_uri}'", "pictures", self.config)
        return place_made(claim, self.claims, self.files, self.config, content)

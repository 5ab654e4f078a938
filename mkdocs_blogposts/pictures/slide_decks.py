"""Slides of talks, made from PDF files of the site and kept from build to build."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import json
import os
import posixpath
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import version
from itertools import product
from typing import TYPE_CHECKING, Any

from ..html.escaping import NOT_XML
from ..light_dataclasses import dataclass
from ..log import log
from ..pages.file_contents import content_of
from ..urls.option_claims import claim_of_option, place_made
from .picture_copies import FOLDER, key_of_made

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..cache.store import Store
    from ..urls.url_claims import UrlClaims

KIND = "slides"
"""Kind of entry that the store keeps of a PDF."""

SECONDS = 10
"""That a slide may take."""
MEBIBYTES = 2048
"""Of memory that drawing them may take."""

_EDITION = 1
"""To be raised with every change of how slides are made."""
_MOST_BYTES = 100_000_000
_MOST_SECONDS = 300
"""That all slides of a file may take."""
_MOST_PROCESSES = 4
_MANY = 5
"""Files whose slides take so long that a build says what it is doing."""
_LONGEST_STEM = 60
_BULLETS = "●•▪■◦‣–—- "  # noqa: RUF001
"""What a slide without a title begins with."""
_ODD = re.compile(r"[^\w-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """A slide, as text and as pictures among the files of the site."""

    number: int
    title: str
    """Plain text; empty where it has none."""
    lines: tuple[str, ...]
    """All of its text."""
    size: tuple[int, int]
    pictures: tuple[tuple[int, File], ...]
    """Width and file of each, the smallest first."""


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides of a PDF."""

    slides: tuple[Slide, ...] = ()
    mistake: str | None = None
    """Why there are none: `is encrypted`."""


@dataclass(frozen=True, kw_only=True)
class SlideDecks:
    """Makes the slides of one blog."""

    files: Files
    config: MkDocsConfig
    claims: UrlClaims
    store: Store | None
    workers: int | str

    @property
    def can_be_made(self) -> bool:
        """Whether the extra `[slides]` is installed."""
        return importlib.util.find_spec("pypdfium2") is not None

    def make(self, files: Iterable[File]) -> Mapping[str, Deck]:
        """The slides of some files by `src_uri`, from the store or drawn anew."""
        wanted = {file.src_uri: file for file in files}
        contents = {src_uri: content_of(file) for src_uri, file in wanted.items()}
        entries = {src_uri: entry for src_uri in wanted if (entry := self._kept(contents[src_uri]))}
        missing = {src_uri: content for src_uri, content in contents.items() if src_uri not in entries}
        for src_uri, entry in zip(missing, drawn(list(missing.values()), self._cores()), strict=True):
            entries[src_uri] = entry
            if self.store and not entry["is_of_the_moment"]:
                self.store.put(KIND, self.key_of(missing[src_uri]), entry)
        return {src_uri: self._placed(file, entries[src_uri]) for src_uri, file in wanted.items()}

    def _kept(self, content: bytes) -> Mapping[str, Any] | None:
        return self.store.get(KIND, self.key_of(content)) if self.store else None

    def key_of(self, content: bytes) -> str:
        """All that the slides of a file depend on."""
        return key_of_made(_EDITION, content, _pdfium())

    def _cores(self) -> int:
        return os.cpu_count() or 1 if self.workers == "auto" else int(self.workers)

    def _placed(self, file: File, entry: Mapping[str, Any]) -> Deck:
        """The slides of a file with their pictures among the files of the site."""
        stem = _ODD.sub("-", posixpath.splitext(posixpath.basename(file.src_uri))[0]).strip("-")[:_LONGEST_STEM]
        slides = []
        for told in entry["slides"]:
            number = told["number"]
            pictures: list[tuple[int, File]] = []
            for width, encoded in told["copies"]:
                content = base64.b64decode(encoded)
                name = f"{stem}.{number}.{hashlib.sha256(content).hexdigest()[:8]}.{width}.webp"
                pictures.append((width, self._place(f"{FOLDER}/{name}", content, file, number)))
            lines = [line for line in map(_cleaned, told["lines"]) if line]
            title = " ".join(filter(None, map(_cleaned, told["lines"][: told["title_lines"]])))
            slides.append(
                Slide(
                    number=number,
                    title=title.lstrip(_BULLETS),
                    # Slides that are numbered say so at their end.
                    lines=tuple(lines[:-1] if lines[-1:] == [str(number)] else lines),
                    size=tuple(told["size"]),
                    pictures=tuple(pictures),
                )
            )
        return Deck(tuple(slides), entry["mistake"])

    def _place(self, dest_uri: str, content: bytes, original: File, number: int) -> File:
        if (there := self.files.get_file_from_path(dest_uri)) is not None:
            return there
        name = f"slide {number} of '{original.src_uri}'"
        claim = claim_of_option(dest_uri, name, "talks_slides_on_page", self.config)
        return place_made(claim, self.claims, self.files, self.config, content)


def drawn(contents: list[bytes], processes: int, *, seconds: int = SECONDS) -> Iterator[dict[str, Any]]:
    """What can be told of the slides of each PDF, once it can: `slides`, or the `mistake` for which there are none."""
    if not contents:
        return
    processes = max(1, min(processes, _MOST_PROCESSES))
    parts = max(1, processes // len(contents))
    if len(contents) >= _MANY:
        log.info("Drawing the slides of %d files, which are kept for the next build", len(contents))
    # A process draws every second slide, or third; these threads do nothing but wait for it.
    with ThreadPoolExecutor(processes) as pool:
        jobs = [
            pool.submit(_drawn_in_part, content, first, parts, seconds)
            for content, first in product(contents, range(parts))
        ]
        try:
            for at in range(0, len(jobs), parts):
                yield _joined([job.result() for job in jobs[at : at + parts]])
        finally:
            # Who stops a build does not wait for files that nobody has begun with.
            pool.shutdown(cancel_futures=True)


def _joined(parts: list[dict[str, Any]]) -> dict[str, Any]:
    if failed := next((part for part in parts if part["mistake"]), None):
        return failed
    slides = [slide for part in parts for slide in part["slides"]]
    return _outcome(sorted(slides, key=lambda slide: slide["number"]))


def _drawn_in_part(content: bytes, first: int, step: int, seconds: int) -> dict[str, Any]:
    """Every so many slides of a PDF, as `slide_process` tells them."""
    if len(content) > _MOST_BYTES:
        return _outcome(mistake=f"has more than {_MOST_BYTES // 1_000_000} MB")
    numbers = map(str, (first, step, seconds, MEBIBYTES))
    # Not `-c`, and with `-P`: nothing in the folder of a site may pass for a module.
    command = [sys.executable, "-P", "-m", f"{__package__}.slide_process", *numbers]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=_MOST_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        return _outcome(mistake=f"takes more than {_MOST_SECONDS} seconds to draw", is_of_the_moment=True)
    told = [json.loads(line) for line in done.stdout.splitlines() if line.endswith(b"}")]
    if mistake := next((line["mistake"] for line in told if "mistake" in line), None):
        return _outcome(mistake=mistake)
    slides = told[1:]
    if done.returncode:
        where = f"on page {first + len(slides) * step + 1}" if told else "before its first page"
        reason = f"takes more than {seconds} seconds" if done.returncode == 1 else "ends the program that draws it"
        return _outcome(mistake=f"{reason} {where}", is_of_the_moment=True)
    return _outcome(slides)


def _outcome(
    slides: Sequence[Mapping[str, Any]] = (), *, mistake: str | None = None, is_of_the_moment: bool = False
) -> dict[str, Any]:
    """What has become of a PDF; where that is of the moment, there may be slides another time."""
    return {"slides": list(slides), "mistake": mistake, "is_of_the_moment": is_of_the_moment}


def _cleaned(line: str) -> str:
    return " ".join(NOT_XML.sub("", line).split())


@cache
def _pdfium() -> str:
    return version("pypdfium2")  # it reads a file

"""Who has each URL of a site: every claim in one register, each clash told once, with both who want the URL."""

from __future__ import annotations

import posixpath
import unicodedata
from typing import TYPE_CHECKING

from ..faults import Faults, Kind, Level, Place
from ..light_dataclasses import dataclass
from ..windows_names import lacking_on_windows

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What wants a URL."""

    dest_uri: str
    """The file below `site_dir` that answers there."""
    name: str
    """Who wants it, as messages say: `docs/index.md`, `the tag 'Python'`."""
    path: str = ""
    """The file in which a clash is told; empty for what never gives way."""
    place: Place | None = None
    option: str | None = None
    """The option that decides on the URL; `None` where the author of a file does."""
    is_jekylls: bool = False
    """Whether it is a page of a Jekyll site, which had none of our listings: nothing of it is lost if one moves."""
    hint: str = "give one of them another `permalink`, `slug`, title or date"
    second: str | None = None
    """Where it rather stands than at the same URL with a number, if that is free."""


class UrlClaims:
    """The register: whoever comes first has a URL, and the next stands beside it, at `…-2`."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._files: dict[str, Claim] = {}
        self._folders: dict[str, Claim] = {}
        self._lacking: set[str] = set()
        self._twins: dict[str, Claim] = {}

    def reserve(self, dest_uri: str, name: str) -> None:
        """Note what stands at a URL already, and never gives way."""
        self._note(dest_uri, Claim(dest_uri=dest_uri, name=name))

    def take_over(self, claim: Claim) -> str:
        """Let a claim have its URL from the file that is a part of it, such as the head of a listing."""
        self._files[claim.dest_uri] = claim
        return claim.dest_uri

    def holder(self, dest_uri: str) -> Claim | None:
        """Who has a file, needs a folder in its place, or has a file where it needs a folder."""
        above = (self._files.get(folder) for folder in _folders(dest_uri))
        return self._files.get(dest_uri) or self._folders.get(dest_uri) or next(filter(None, above), None)

    def grant(self, claim: Claim) -> str:
        """The file that a claim gets: the one that it wants, or, told with a warning, the nearest that is free."""
        holder = self.holder(claim.dest_uri)
        if holder is None:
            self._tell_twin(claim)
            self._tell_windows(claim)
            self._note(claim.dest_uri, claim)
            return claim.dest_uri
        granted = self.free(claim.second or claim.dest_uri)
        self._note(granted, claim)
        self._tell(claim, holder, granted)
        return granted

    def free(self, dest_uri: str) -> str:
        """The file itself if nobody has it, else the nearest one that is free."""
        number, found = 1, dest_uri
        while self.holder(found):
            number += 1
            found = self._numbered(dest_uri, number)
        return found

    def _numbered(self, dest_uri: str, number: int) -> str:
        """A file with a number: in the last part of its URL, or in the part that is somebody's file."""
        above = next((folder for folder in _folders(dest_uri) if folder in self._files), None)
        if above is not None:
            return f"{above}-{number}{dest_uri.removeprefix(above)}"
        folder, name = posixpath.split(dest_uri)
        if name == "index.html":
            return f"{folder or 'index'}-{number}/{name}"
        stem, ending = posixpath.splitext(dest_uri)
        if name.startswith(".") and not ending:
            # Of a post whose name is only a date: `.html`.
            stem, ending = dest_uri.removesuffix(name), name
        return f"{stem}-{number}{ending}"

    def _note(self, dest_uri: str, claim: Claim) -> None:
        self._files.setdefault(dest_uri, claim)
        self._twins.setdefault(_to_any_system(dest_uri), claim)
        for folder in _folders(dest_uri):
            self._folders.setdefault(folder, claim)

    def _tell_windows(self, claim: Claim) -> None:
        """Note, once for all that lies in a folder, that Windows has no such file."""
        path = lacking_on_windows(claim.dest_uri)
        if path is not None and claim.path and path not in self._lacking:
            self._lacking.add(path)
            it = "" if claim.option is None else f" of {claim.name}"
            remedy = f"change `{claim.option}`" if claim.option else "give it another `permalink`, `slug` or title"
            self._faults.add(
                Kind.PERMALINK,
                claim.path,
                f"permalink: the URL '{url_of(claim.dest_uri)}'{it} can be no file on Windows,"
                f" because of '{posixpath.basename(path)}'",
                place=claim.place,
                hint=f"where somebody builds the site there, {remedy}",
                level=Level.INFO,
            )

    def _tell_twin(self, claim: Claim) -> None:
        """Note that a file can be told from another only where names have capitals, or letters more than one form."""
        other = self._twins.get(_to_any_system(claim.dest_uri))
        if other is not None:
            is_case = other.dest_uri.lower() == claim.dest_uri.lower()
            self._faults.add(
                Kind.DUPLICATE_URL,
                claim.path,
                f"duplicate-url: '{url_of(claim.dest_uri)}' differs from '{url_of(other.dest_uri)}', the URL of"
                f" {other.name}, in {'capitals' if is_case else 'how accents are written'} only,"
                " so some file systems keep one of the two",
                place=claim.place,
                hint=claim.hint if claim.option is None else f"change `{claim.option}`",
                level=Level.INFO,
            )

    def _tell(self, claim: Claim, holder: Claim, granted: str) -> None:
        options = dict.fromkeys(filter(None, (holder.option, claim.option)))
        it = "it" if claim.option is None else claim.name
        self._faults.add(
            Kind.DUPLICATE_URL,
            claim.path,
            f"duplicate-url: '{url_of(claim.dest_uri)}' is already the URL of {holder.name},"
            f" so {it} is built at '{url_of(granted)}'",
            place=claim.place,
            hint=f"change {' or '.join(f'`{option}`' for option in options)}" if claim.option else claim.hint,
            level=Level.INFO if claim.option and holder.is_jekylls else None,
        )


def url_of(dest_uri: str) -> str:
    """The URL of a file from the site's root, as messages have it."""
    return f"/{dest_uri.removesuffix('index.html')}" if posixpath.basename(dest_uri) == "index.html" else f"/{dest_uri}"


def _to_any_system(dest_uri: str) -> str:
    """A file as systems see it to which capitals, and how accents are put on letters, are the same."""
    return unicodedata.normalize("NFC", dest_uri).lower()


def _folders(dest_uri: str) -> Iterator[str]:
    """The folders in which a file lies: `a/b` and `a` for `a/b/index.html`."""
    while "/" in dest_uri:
        dest_uri = dest_uri.rpartition("/")[0]
        yield dest_uri

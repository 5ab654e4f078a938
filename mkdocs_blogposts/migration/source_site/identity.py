"""What a site is called, where it stands and what it looks like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...words import load_words
from .old_site import Role, as_text
from .profiles import Profile, host_of, profiles_of

if TYPE_CHECKING:
    from .old_site import JekyllSite

_ICONS = ("favicon.ico", "favicon.svg", "favicon.png", "favicon-32x32.png")
MOST_PROFILES = 9
"""How many icons a footer has room for on a phone."""
_LIQUID = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_LANGUAGE = re.compile(r"<html\b[^<>]*?\slang=[\"']?([A-Za-z]{2,3}(?:[-_][A-Za-z]+)*)(?=[\"'\s>])", re.IGNORECASE)
_PAGES_HOST = ".github.io"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The head of `mkdocs.yml`."""

    name: str
    url: str
    """With a slash at its end; empty where the site does not say it."""
    description: str
    author: str
    language: str
    favicon: str
    logo: str
    profiles: tuple[Profile, ...]
    """What the footer shows."""
    further_profiles: tuple[Profile, ...]
    is_on_github_pages: bool

    @property
    def base_path(self) -> str:
        """Path below which the site stands: `/`, or `/project/`."""
        return urlsplit(self.url).path or "/"


_NO_TITLE = "blank"
"""What al-folio has for a title where the name of its author stands in its place."""
_NAMES = ("first_name", "middle_name", "last_name")


def identity_of(site: JekyllSite) -> Identity:
    """All of it, from `_config.yml` and a few files."""
    files = {str(file.path) for file in site.of(Role.FILE)}
    logo = site.text("logo").strip("/")
    title = site.text("title") or site.text("name")
    if title == _NO_TITLE and (names := [name for key in _NAMES if (name := site.text(key))]):
        title = " ".join(names)
    author = site.text("author") or as_text(site.part("author").get("name")) or site.text("name")
    said = (site.text(key) for key in ("lang", "locale", "language"))
    language = next(filter(None, said), None) or _language_of_layouts(site) or "en"
    return Identity(
        name=title or site.name,
        url=_url(site),
        description=site.text("description") or site.text("tagline") or site.text("subtitle"),
        author="" if author == title else author,
        language=load_words(language).language,
        favicon=_favicon(files),
        logo=logo if logo in files else "",
        profiles=tuple(profiles_of(site)[:MOST_PROFILES]),
        further_profiles=tuple(profiles_of(site)[MOST_PROFILES:]),
        is_on_github_pages=_is_on_github_pages(site),
    )


def _language_of_layouts(site: JekyllSite) -> str | None:
    """The language that the layouts and includes of a site name, its most usual layout before all others."""
    folders = (site.root / site.jekyll.layouts_dir, site.root / site.jekyll.includes_dir)
    paths = [path for folder in folders for path in sorted(folder.glob("*.html")) if path.is_file()]
    paths.sort(key=lambda path: path.stem != "default")
    texts = (_LIQUID.sub("", path.read_text(encoding="utf-8", errors="replace")) for path in paths)
    return next((found[1] for text in texts if (found := _LANGUAGE.search(text))), None)


def _url(site: JekyllSite) -> str:
    host = site.text("url").rstrip("/")
    base = site.text("baseurl").strip("/")
    if not host.startswith(("http://", "https://")) or host_of(host) in ("", "localhost", "0.0.0.0", "127.0.0.1"):  # noqa: S104
        host = _host_by_file(site)
    return f"{host}/{base}/".replace("//", "/").replace(":/", "://") if host else ""


def _host_by_file(site: JekyllSite) -> str:
    """Where GitHub Pages publishes a site that does not say so itself."""
    path = site.root / "CNAME"
    if path.is_file() and not path.is_symlink():
        domain = path.read_bytes().decode("ascii", errors="replace").strip()
        return f"https://{domain}" if domain and not set(domain) & set(" /\n\ufffd") else ""
    return f"https://{site.name}" if site.name.endswith(_PAGES_HOST) else ""


def _is_on_github_pages(site: JekyllSite) -> bool:
    gems = site.root / "Gemfile"
    return (
        (site.root / "CNAME").is_file()
        or host_of(_url(site)).endswith(_PAGES_HOST)
        or (gems.is_file() and b"github-pages" in gems.read_bytes())
    )


def _favicon(files: set[str]) -> str:
    found = sorted(
        (path for path in files if PurePosixPath(path).name in _ICONS),
        key=lambda path: (_ICONS.index(PurePosixPath(path).name), path.count("/"), path),
    )
    return found[0] if found else ""

"""The profiles that a site's author names, as links with icons of Material."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import yaml

from ..starter import starter_text
from .old_site import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from .old_site import JekyllSite

_BRANDS = "fontawesome/brands"
_MAIL = "fontawesome/solid/envelope"
_LINK = "fontawesome/solid/link"


@dataclass(frozen=True, slots=True)
class Profile:
    """A link in the footer."""

    icon: str
    link: str
    name: str


@dataclass(frozen=True, slots=True)
class _Service:
    """A place where people have profiles."""

    name: str
    url: str
    """Where a profile is; `{}` stands for what the site says, unless that is a URL itself."""
    icon: str = ""
    """Its name among the brands, or `/` with a path; empty for one that has none."""
    hosts: Sequence[str] = ()


SERVICES: Mapping[str, _Service] = {
    key: _Service(**values) for key, values in yaml.safe_load(starter_text("profiles.yml")).items()
}
"""Profiles by the key of `author:` in `_config.yml`."""

_SPELLINGS = {"research_gate": "researchgate", "google_scholar": "googlescholar", "stack_overflow": "stackoverflow"}
_HOSTS = {host: service for service in SERVICES.values() for host in service.hosts}


def profiles_of(site: JekyllSite) -> list[Profile]:
    """Every profile that a site's `_config.yml` names, each once; those without an icon of their own come last."""
    found: dict[str, Profile] = {}
    for profile in _profiles(site):
        found.setdefault(profile.link, profile)
    return sorted(found.values(), key=lambda profile: profile.icon == _LINK)


def _profiles(site: JekyllSite) -> Iterator[Profile]:
    author = site.part("author")
    named = {_SPELLINGS.get(str(key), str(key)): as_text(value) for key, value in author.items()}
    # minima has `github_username: …` at the top, jekyll-seo-tag `twitter: {username: …}`.
    for key in SERVICES:
        named.setdefault(key, "")
        named[key] = named[key] or site.text(f"{key}_username") or as_text(site.part(key).get("username"))
    if mail := named.get("email") or site.text("email"):
        yield Profile(_MAIL, f"mailto:{mail}", "E-mail")
    for key, service in SERVICES.items():
        if named[key]:
            yield _profile(service, named[key])
    for links in (author.get("links"), site.part("footer").get("links"), site.part("social").get("links")):
        yield from _listed(links)
    if (page := named.get("uri", "")).startswith(("http://", "https://")):
        yield Profile(_LINK, page, "Home page")


def _profile(service: _Service, said: str) -> Profile:
    link = said if said.startswith(("http://", "https://")) else service.url.format(said.strip("/@"))
    return Profile(f"{_BRANDS}/{service.icon}" if service.icon else _LINK, link, service.name)


def _listed(links: Any) -> Iterator[Profile]:
    """The profiles of a list of URLs, or of mappings with `label` and `url`."""
    for item in links if isinstance(links, list) else ():
        url = as_text(item.get("url") if isinstance(item, dict) else item)
        label = as_text(item.get("label")) if isinstance(item, dict) else ""
        if url.startswith("mailto:"):
            yield Profile(_MAIL, url, label or "E-mail")
        elif url.startswith(("http://", "https://")):
            host = (host_of(url) or url).removeprefix("www.")
            service = _HOSTS.get(host)
            icon = f"{_BRANDS}/{service.icon}" if service and service.icon else _LINK
            yield Profile(icon, url, label or (service.name if service else host))


def host_of(url: str) -> str:
    """The host in a URL; empty where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""

"""The profiles that a site's author names, as links with icons of Material."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .old_site import as_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    hosts: tuple[str, ...] = ()


_SERVICES: Mapping[str, _Service] = {
    "github": _Service("GitHub", "https://github.com/{}", "github", ("github.com",)),
    "gitlab": _Service("GitLab", "https://gitlab.com/{}", "gitlab", ("gitlab.com",)),
    "bitbucket": _Service("Bitbucket", "https://bitbucket.org/{}", "bitbucket", ("bitbucket.org",)),
    "mastodon": _Service("Mastodon", "{}", "mastodon", ("mastodon.social", "fosstodon.org", "hachyderm.io")),
    "bluesky": _Service("Bluesky", "https://bsky.app/profile/{}", "bluesky", ("bsky.app",)),
    "twitter": _Service("X", "https://x.com/{}", "x-twitter", ("x.com", "twitter.com")),
    "linkedin": _Service("LinkedIn", "https://www.linkedin.com/in/{}", "linkedin", ("linkedin.com",)),
    "stackoverflow": _Service(
        "Stack Overflow", "https://stackoverflow.com/users/{}", "stack-overflow", ("stackoverflow.com",)
    ),
    "googlescholar": _Service("Google Scholar", "{}", "google-scholar", ("scholar.google.com",)),
    "orcid": _Service("ORCID", "https://orcid.org/{}", "orcid", ("orcid.org",)),
    "researchgate": _Service(
        "ResearchGate", "https://www.researchgate.net/profile/{}", "researchgate", ("researchgate.net",)
    ),
    "pubmed": _Service("PubMed", "{}", hosts=("pubmed.ncbi.nlm.nih.gov",)),
    "impactstory": _Service("Impactstory", "https://profiles.impactstory.org/u/{}"),
    "publons": _Service("Publons", "{}", hosts=("publons.com",)),
    "lattes": _Service("Lattes", "{}", hosts=("lattes.cnpq.br",)),
    "kaggle": _Service("Kaggle", "https://www.kaggle.com/{}", "kaggle", ("kaggle.com",)),
    "medium": _Service("Medium", "https://medium.com/@{}", "medium", ("medium.com",)),
    "youtube": _Service("YouTube", "https://www.youtube.com/@{}", "youtube", ("youtube.com",)),
    "instagram": _Service("Instagram", "https://www.instagram.com/{}", "instagram", ("instagram.com",)),
    "facebook": _Service("Facebook", "https://www.facebook.com/{}", "facebook", ("facebook.com",)),
    "telegram": _Service("Telegram", "https://t.me/{}", "telegram", ("t.me",)),
    "keybase": _Service("Keybase", "https://keybase.io/{}", "keybase", ("keybase.io",)),
    "codepen": _Service("CodePen", "https://codepen.io/{}", "codepen", ("codepen.io",)),
    "dribbble": _Service("Dribbble", "https://dribbble.com/{}", "dribbble", ("dribbble.com",)),
    "flickr": _Service("Flickr", "https://www.flickr.com/{}", "flickr", ("flickr.com",)),
    "foursquare": _Service("Foursquare", "https://foursquare.com/{}", "foursquare", ("foursquare.com",)),
    "lastfm": _Service("Last.fm", "https://www.last.fm/user/{}", "lastfm", ("last.fm",)),
    "pinterest": _Service("Pinterest", "https://www.pinterest.com/{}", "pinterest", ("pinterest.com",)),
    "reddit": _Service("Reddit", "https://www.reddit.com/user/{}", "reddit", ("reddit.com",)),
    "soundcloud": _Service("SoundCloud", "https://soundcloud.com/{}", "soundcloud", ("soundcloud.com",)),
    "steam": _Service("Steam", "https://steamcommunity.com/id/{}", "steam", ("steamcommunity.com",)),
    "tumblr": _Service("Tumblr", "https://{}.tumblr.com", "tumblr", ("tumblr.com",)),
    "weibo": _Service("Weibo", "https://www.weibo.com/{}", "weibo", ("weibo.com",)),
    "xing": _Service("XING", "https://www.xing.com/profile/{}", "xing", ("xing.com",)),
    "zhihu": _Service("Zhihu", "https://www.zhihu.com/people/{}", "zhihu", ("zhihu.com",)),
    "wikipedia": _Service("Wikipedia", "https://en.wikipedia.org/wiki/User:{}", "wikipedia-w", ("wikipedia.org",)),
}
"""Profiles by the key of `author:` in `_config.yml`, in the order in which a footer shows them."""

_SPELLINGS = {"research_gate": "researchgate", "google_scholar": "googlescholar", "stack_overflow": "stackoverflow"}
_HOSTS = {host: service for service in _SERVICES.values() for host in service.hosts}


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
    for key in _SERVICES:
        named.setdefault(key, "")
        named[key] = named[key] or site.text(f"{key}_username") or as_text(site.part(key).get("username"))
    if mail := named.get("email") or site.text("email"):
        yield Profile(_MAIL, f"mailto:{mail}", "E-mail")
    for key, service in _SERVICES.items():
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

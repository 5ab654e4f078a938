"""What a change does to the URLs of a site: which are new, changed, moved or lost."""

from __future__ import annotations

import hashlib
import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ..light_dataclasses import dataclass
from ..pages.file_contents import content_of
from .published_urls import PublishedUrl, UrlKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .url_inventory import UrlInventory

_TEXTS = frozenset({UrlKind.POST, UrlKind.TALK, UrlKind.PAGE})
_MARKS = re.compile(r"[\\`*_{}\[\]()#+!|~]")
"""What Markdown would take for markup."""
_MOST = 50
"""How many lines of a kind are told: a comment on a pull request cannot be of any length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """The URLs of a site at one time."""

    urls: tuple[PublishedUrl, ...]
    digests: Mapping[str, str]
    """Of the content of each source, by its path; empty where that is not known."""
    states: Mapping[str, str]
    """Why readers will not see a source once it is published, by its path."""

    @classmethod
    def of(cls, inventory: UrlInventory) -> Version:
        """The version that a site is in."""
        texts = inventory.texts.items()
        return cls(
            urls=tuple(sorted({url for url in inventory if url.kind != UrlKind.PAGER})),
            digests={path: hashlib.sha256(content_of(file)).hexdigest() for path, (file, _) in texts},
            states={path: str(text.held_back) for path, (_, text) in texts if text.held_back},
        )

    @classmethod
    def listed(cls, urls: Iterable[PublishedUrl]) -> Version:
        """The version of which no more is known than its URLs."""
        return cls(urls=tuple(urls), digests={}, states={})


@dataclass(frozen=True, slots=True, order=True)
class UrlChange:
    """What happens to one URL."""

    verb: str
    """`new`, `changed`, `moved` or `lost`."""
    url: PublishedUrl
    before: str = ""
    """The URL that it had."""
    still_answers: bool = False
    """Whether something answers at that."""


def changes_between(before: Version, after: Version, inventory: UrlInventory) -> list[UrlChange]:
    """What makes one version of the other; `inventory` is that of the later one."""
    old, new = ({each.url: each for each in version.urls} for version in (before, after))
    appeared = [each for url, each in new.items() if url not in old and each.kind != UrlKind.REDIRECT]
    gone = [each for url, each in old.items() if url not in new or new[url].kind == UrlKind.REDIRECT != each.kind]
    changes = []
    for each in gone:
        answers = inventory.answers(each)
        if target := _moved_to(each, appeared, before, after):
            appeared.remove(target)
            changes.append(UrlChange("moved", target, each.url, answers))
        elif not answers:
            changes.append(UrlChange("lost", each, each.url))
    changes += [UrlChange("new", each) for each in appeared]
    same = (each for url, each in new.items() if url in old and each.kind in _TEXTS)
    known = before.digests
    changes += [
        UrlChange("changed", each)
        for each in same
        if each.source in known and known[each.source] != after.digests[each.source]
    ]
    return sorted(changes)


def _moved_to(
    url: PublishedUrl, appeared: Iterable[PublishedUrl], before: Version, after: Version
) -> PublishedUrl | None:
    """Where a text stands now: that of the same file, or else one with the same content or title."""
    if url.kind not in _TEXTS:
        return None
    texts = [each for each in appeared if each.kind in _TEXTS]
    digest = before.digests.get(url.source)
    same = (each for each in texts if each.source == url.source)
    equal = (each for each in texts if digest and after.digests.get(each.source) == digest)
    alike = (each for each in texts if url.title and each.title == url.title and each.source not in before.digests)
    return next(same, None) or next(equal, None) or next(alike, None)


def as_markdown(changes: Iterable[UrlChange], states: Mapping[str, str], site_url: str | None) -> str:
    """A summary for a comment on a pull request; all that authors have written is escaped."""
    lines = ["### What changes on the blog", ""]
    by_verb: dict[str, list[UrlChange]] = {}
    for change in changes:
        by_verb.setdefault(change.verb, []).append(change)
    for verb in ("lost", "moved", "new", "changed"):
        found = by_verb.get(verb, [])
        if found:
            lines += [f"**{verb.capitalize()}** ({len(found)})", ""]
            lines += [_line(change, states, site_url) for change in found[:_MOST]]
            lines += [f"- … and {len(found) - _MOST} more"] if len(found) > _MOST else []
            lines.append("")
    if not by_verb:
        lines += ["No URL is new, changed, moved or lost.", ""]
    return "\n".join(lines)


def _line(change: UrlChange, states: Mapping[str, str], site_url: str | None) -> str:
    return f"- {' '.join(_parts(change, states, site_url))}"


def _parts(change: UrlChange, states: Mapping[str, str], site_url: str | None) -> Iterator[str]:
    url = change.url
    if change.verb == "lost":
        yield f"{_code(url.url)}, {_plain(url.source)}: nothing answers there" if url.source else _code(url.url)
        return
    whole = urljoin(f"{site_url.rstrip('/')}/", url.url.lstrip("/")) if site_url else ""
    yield f"[{_plain(url.title or url.url)}](<{escape(whole)}>)" if whole else _plain(url.title or url.url)
    yield _code(url.url)
    if change.verb == "moved":
        yield f"was {_code(change.before)}, which {'leads on' if change.still_answers else '**nothing answers now**'}"
    if state := states.get(url.source):
        yield f"*({state})*"


def _code(text: str) -> str:
    """A URL as code; a percent-encoded URL holds no backtick."""
    return f"`{text.replace('`', '%60')}`"


def _plain(text: str) -> str:
    """A text that is no Markdown, no HTML, and calls nobody by name."""
    return escape(_MARKS.sub(r"\\\g<0>", " ".join(text.split()))).replace("@", "&#64;")

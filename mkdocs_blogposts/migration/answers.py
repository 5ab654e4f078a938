"""How the URLs of a site answer, and what becomes of those that several of its files claim."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..faults import Kind
from ..urls.url_claims import Claim, UrlClaims
from .source_site.addresses import url_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..faults import Faults
    from .source_site.addresses import Addresses


class How(StrEnum):
    """How an old URL answers."""

    PAGE = "the page itself"
    BESIDE = "the page itself, in whose place Jekyll showed another"
    LISTING = "the plugin"
    FEED = "the feed of the plugin"
    MADE = "a page made by the import"
    REDIRECT = "a redirect"
    FILE = "the file itself"
    HOST = "MkDocs"


@dataclass(frozen=True, slots=True)
class Answer:
    """An old URL that answers."""

    old: str
    now: str
    how: How
    source: str
    """The file of the old site that had the URL."""

    @property
    def asked(self) -> str:
        """The URL at which the new site has to show it."""
        return self.now if self.how is How.BESIDE else self.old


def settled(answers: Iterable[Answer], addresses: Addresses, faults: Faults) -> list[Answer]:
    """The answers of the new site, each page at a URL of its own, as in a build; what is claimed twice is told."""
    answers = list(answers)
    granted = _granted(answers, addresses, faults)
    found = [_moved(answer, granted) for answer in answers]
    owners: dict[str, str] = {}
    places = {(str(address.file.path), url): place for address in addresses for url, place in address.places.items()}
    for answer in found:
        owner = owners.setdefault(_file_of(answer), answer.source)
        if owner != answer.source:
            faults.add(
                Kind.DUPLICATE_URL,
                answer.source,
                f"duplicate-url: '{answer.old}' is already the URL of {owner}",
                place=places.get((answer.source, answer.old)),
                hint="a URL can lead to one page only; take it out of one of the two",
            )
    return found


def _granted(answers: Iterable[Answer], addresses: Addresses, faults: Faults) -> dict[str, str]:
    """Where each page stands that Jekyll wrote before another at the same URL, by its file."""
    pages: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.how is How.PAGE:
            pages[_file_of(answer)].append(answer)
    known = {str(address.file.path): address for address in addresses}
    claims = UrlClaims(faults)
    for file, claiming in pages.items():
        claiming.sort(key=lambda answer: known[answer.source].written, reverse=True)
        claims.reserve(file, claiming[0].source)
    return {
        answer.source: claims.grant(
            Claim(
                dest_uri=file,
                name=answer.source,
                path=answer.source,
                place=known[answer.source].places.get(answer.old),
            )
        )
        for file, claiming in pages.items()
        for answer in claiming[1:]
    }


def _moved(answer: Answer, granted: dict[str, str]) -> Answer:
    """An answer of a page that has another URL than it wants."""
    if answer.source not in granted or answer.how not in {How.PAGE, How.REDIRECT}:
        return answer
    how = How.BESIDE if answer.how is How.PAGE else answer.how
    return replace(answer, now=url_of(granted[answer.source]), how=how)


def _file_of(answer: Answer) -> str:
    """The file that answers an old URL: for a redirect, one named as Jekyll names it."""
    url = unquote(answer.old if answer.how is How.REDIRECT else answer.now).lstrip("/")
    if url.endswith("/") or not url:
        return f"{url}index.html"
    return url if PurePosixPath(url).suffix else f"{url}.html"

"""Which talks and posts are about which papers, told once and known from both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..content.models import Talk
from ..light_dataclasses import dataclass, field
from ..publications.bibliography import Bibliography

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..content.models import Post
    from ..publications.bibliography import Paper
    from .blog import Blog


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """The papers of a site, with the posts and talks that belong to them."""

    bibliography: Bibliography = field(default_factory=Bibliography)
    of_articles: Mapping[str, tuple[Paper, ...]] = field(default_factory=dict)
    """The papers of each post and talk, by `src_uri`."""
    articles_of: Mapping[str, tuple[Post | Talk, ...]] = field(default_factory=dict)
    """The talks and listed posts of each paper, by its `id`."""

    @classmethod
    def of(cls, bibliography: Bibliography, blog: Blog) -> Papers:
        """The papers that front matter names: by their keys, by a DOI, or by an address that a paper has as well."""
        if not bibliography.papers:
            return cls()
        by_address = {address: paper for paper in reversed(bibliography.papers) for address in _addresses(paper)}
        of_articles: dict[str, tuple[Paper, ...]] = {}
        articles_of: dict[str, list[Post | Talk]] = {}
        shown = {article.src_uri for article in (*blog.talks, *blog.listed)}
        posts = [post for post in blog.posts if not post.section_of]
        articles: list[Post | Talk] = [*blog.talks, *posts]
        for article in articles:
            named = (bibliography.by_key.get(mention.id.lower()) for mention in article.papers)
            led_to = (by_address.get(address) for address in _addresses_in(article))
            found = {paper.id: paper for paper in (*named, *led_to) if paper}
            if found:
                of_articles[article.src_uri] = tuple(found.values())
            for id_ in found if article.src_uri in shown else ():
                articles_of.setdefault(id_, []).append(article)
        return cls(
            bibliography=bibliography,
            of_articles=of_articles,
            articles_of={id_: tuple(about) for id_, about in articles_of.items()},
        )


def _addresses(paper: Paper) -> Iterator[str]:
    for address in (paper.doi, *(paper.addresses.get(kind) for kind in ("page", "paper", "arxiv"))):
        if address:
            yield _plain(address)


def _addresses_in(article: Post | Talk) -> Iterator[str]:
    for address in (article.paper_url, article.doi if isinstance(article, Talk) else None):
        if address:
            yield _plain(address)


def _plain(address: str) -> str:
    """An address without what does not matter."""
    return address.partition("://")[2].removeprefix("dx.").rstrip("/").lower() or address

"""Which posts are about which talks, told once and known from both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..content.models import Post, Talk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .blog import Blog


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """The talks in each post and the posts about each talk, by `src_uri`."""

    talks_in: Mapping[str, tuple[Talk, ...]]
    posts_about: Mapping[str, tuple[Post, ...]]
    articles_about: Mapping[str, tuple[Post | Talk, ...]]
    """The listed posts and the talks whose text leads to any other page of the site."""

    @classmethod
    def of(cls, blog: Blog, links: Mapping[str, Iterable[str]]) -> Mentions:
        """The mentions that front matter declares, and those that links in texts make.

        `links` maps the `src_uri` of a post or talk to those its text leads to.
        """
        talks_in = {post.src_uri: _talks_in(post, blog, links) for post in blog.posts}
        posts_about: dict[str, list[Post]] = {}
        for post in blog.listed:
            for talk in talks_in[post.src_uri]:
                posts_about.setdefault(talk.src_uri, []).append(post)
        articles_about: dict[str, list[Post | Talk]] = {}
        for article in _both(blog):
            for target in links.get(article.src_uri, ()):
                if target not in blog.by_src_uri:
                    articles_about.setdefault(target, []).append(article)
        return cls(
            talks_in=talks_in,
            posts_about={uri: tuple(found) for uri, found in posts_about.items()},
            articles_about={uri: tuple(found) for uri, found in articles_about.items()},
        )


def _talks_in(post: Post, blog: Blog, links: Mapping[str, Iterable[str]]) -> tuple[Talk, ...]:
    """The talks that a post declares, those that its text leads to, and those whose text leads to it."""
    declared = (find_talk(mention.id, blog.talks) for mention in post.talks)
    linked = (blog.by_src_uri.get(target) for target in links.get(post.src_uri, ()))
    leading_here = (talk for talk in blog.talks if post.src_uri in links.get(talk.src_uri, ()))
    found = (*declared, *linked, *leading_here)
    return tuple({talk.src_uri: talk for talk in found if isinstance(talk, Talk)}.values())


def _both(blog: Blog) -> Iterator[Post | Talk]:
    yield from blog.listed
    yield from blog.talks


def find_talk(name: str, talks: Iterable[Talk]) -> Talk | None:
    """The talk with an id, or with a URL from the site's root."""
    path = name.strip("/")
    return next((talk for talk in talks if talk.id == name or talk.dest_uri.removesuffix("/index.html") == path), None)

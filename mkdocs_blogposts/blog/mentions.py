"""Which posts are about which talks, told once and known from both sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..content.models import Post, Talk
from .blog import Blog


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """The talks in each post and the posts about each talk, by `src_uri`."""

    talks_in: Mapping[str, tuple[Talk, ...]]
    posts_about: Mapping[str, tuple[Post, ...]]

    @classmethod
    def of(cls, blog: Blog, links: Mapping[str, Iterable[str]]) -> Mentions:
        """The mentions that front matter declares, and those that links in texts make.

        `links` maps the `src_uri` of a post or talk to those its text leads to.
        """
        talks = {talk.id: talk for talk in blog.talks}
        talks_in: dict[str, dict[str, Talk]] = {}
        posts_about: dict[str, dict[str, Post]] = {}
        for post in blog.posts:
            declared = [talks[mention.id] for mention in post.talks if mention.id in talks]
            linked = [blog.by_src_uri.get(target) for target in links.get(post.src_uri, ())]
            for talk in (*declared, *linked):
                if isinstance(talk, Talk):
                    talks_in.setdefault(post.src_uri, {})[talk.src_uri] = talk
        for talk in blog.talks:
            for target in links.get(talk.src_uri, ()):
                post_or_talk = blog.by_src_uri.get(target)
                if isinstance(post_or_talk, Post):
                    talks_in.setdefault(target, {})[talk.src_uri] = talk
        for post in blog.listed:
            for talk_uri in talks_in.get(post.src_uri, ()):
                posts_about.setdefault(talk_uri, {})[post.src_uri] = post
        return cls(
            talks_in={uri: tuple(found.values()) for uri, found in talks_in.items()},
            posts_about={uri: tuple(found.values()) for uri, found in posts_about.items()},
        )

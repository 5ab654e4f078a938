"""Which posts are about which talks, told once and known from both sides."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..content.models import Mention, Post, Talk
    from .blog import Blog


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkNames:
    """Knows talks by what posts call them."""

    by_name: Mapping[str, Talk]
    """By id, by path with more or fewer of its folders, and by URL."""
    by_src_uri: Mapping[str, Talk]
    """By file, those that were joined to others among them."""

    @classmethod
    def of(cls, talks: Iterable[Talk]) -> TalkNames:
        """The names of these talks; one that several have is that of the first."""
        by_name: dict[str, Talk] = {}
        talks = list(talks)
        by_src_uri = {uri: talk for talk in talks for uri in talk.joined} | {talk.src_uri: talk for talk in talks}
        for names_of in (_ids, _ends, _urls):
            for talk in talks:
                for name in names_of(talk):
                    by_name.setdefault(name, talk)
        return cls(by_name=by_name, by_src_uri=by_src_uri)

    def find(self, mention: Mention) -> Talk | None:
        """The talk that a post names; of its path, the end that is known counts."""
        return next((self.by_name[end] for end in _path_ends(mention.path or mention.id) if end in self.by_name), None)


def _ids(talk: Talk) -> Iterator[str]:
    yield talk.id
    yield from (posixpath.basename(_path_of(uri)) for uri in talk.joined)


def _ends(talk: Talk) -> Iterator[str]:
    return (end for uri in (talk.src_uri, *talk.joined) for end in _path_ends(_path_of(uri)))


def _path_of(src_uri: str) -> str:
    """A file as posts may name it: without its ending, and without the folder's own name."""
    return src_uri.rpartition(".")[0].removesuffix("/index")


def _urls(talk: Talk) -> Iterator[str]:
    yield talk.dest_uri.removesuffix("/index.html").removesuffix(".html")


def _path_ends(path: str) -> Iterator[str]:
    """A path, and the same without its first folders, down to its last name."""
    parts = path.split("/")
    return ("/".join(parts[start:]) for start in range(len(parts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """The talks in each post and the posts about each talk, by `src_uri`."""

    talks_in: Mapping[str, tuple[Talk, ...]]
    """The listed talks of each post, in the order in which it names them."""
    posts_about: Mapping[str, tuple[Post, ...]]
    """The listed posts of each talk."""
    articles_about: Mapping[str, tuple[Post | Talk, ...]]
    """The listed posts and the talks whose text leads to any other page of the site."""

    @classmethod
    def of(cls, blog: Blog, links: Mapping[str, Iterable[str]]) -> Mentions:
        """The mentions that front matter declares, and those that links in texts make.

        `links` maps the `src_uri` of a post or talk to those its text leads to.
        """
        known = TalkNames.of((*blog.talks, *blog.unlisted_talks, *blog.talks_of_other_blogs))
        leading_to: dict[str, list[Talk]] = {}
        for talk in (*blog.talks, *blog.unlisted_talks):
            for target in links.get(talk.src_uri, ()):
                leading_to.setdefault(target, []).append(talk)
        talks_in = {
            post.src_uri: _talks_in(post, known, links.get(post.src_uri, ()), leading_to.get(post.src_uri, ()))
            for post in blog.posts
        }
        posts_about: dict[str, list[Post]] = {}
        for post in blog.listed:
            for talk in talks_in.get(post.src_uri, ()):
                posts_about.setdefault(talk.src_uri, []).append(post)
        articles_about: dict[str, list[Post | Talk]] = {}
        for article in _both(blog):
            for target in links.get(article.src_uri, ()):
                if target not in blog.by_src_uri and target not in known.by_src_uri:
                    articles_about.setdefault(target, []).append(article)
        return cls(
            talks_in={uri: tuple(talk for talk in talks if not talk.unlisted) for uri, talks in talks_in.items()},
            posts_about={uri: tuple(found) for uri, found in posts_about.items()},
            articles_about={uri: tuple(found) for uri, found in articles_about.items()},
        )

    def about_folder(self, folder: str) -> tuple[Post | Talk, ...]:
        """The posts and talks whose text leads to any page below a folder, each once."""
        pages = (found for uri, found in self.articles_about.items() if uri.startswith(f"{folder}/"))
        return tuple({article.src_uri: article for found in pages for article in found}.values())


def _talks_in(post: Post, known: TalkNames, targets: Iterable[str], leading_here: Iterable[Talk]) -> tuple[Talk, ...]:
    """The talks that a post declares, those that its text leads to, and those whose text leads to it."""
    declared = (known.find(mention) for mention in post.talks)
    linked = (known.by_src_uri.get(target) for target in targets)
    found = (*declared, *linked, *leading_here)
    return tuple({talk.src_uri: talk for talk in found if talk}.values())


def _both(blog: Blog) -> Iterator[Post | Talk]:
    yield from blog.listed
    yield from blog.talks

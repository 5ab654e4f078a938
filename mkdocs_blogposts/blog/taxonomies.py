"""Labels that posts and talks share: tags, categories, authors, and the terms under which each is listed."""

from __future__ import annotations

from collections import Counter
from dataclasses import field, replace
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from ..content.author import Author
    from ..content.models import Post, Talk

_LONGEST = 240
"""Bytes of a slug; common file systems allow 255 for a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One label and all that stands under it."""

    name: str
    """The spelling used most, by the earliest post where two are used as often."""
    slug: str
    """Its part of the URL of its page; no other term has the same."""
    posts: tuple[Post, ...]
    """In the order of listings."""
    talks: tuple[Talk, ...] = ()

    @property
    def count(self) -> int:
        """How many posts and talks stand under the label."""
        return len(self.posts) + len(self.talks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """All terms of one kind, by name."""

    terms: tuple[Term, ...]
    """Labels in the order of their names; authors as posts name them."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Slug of each term that could not have its own because another has it."""
    made_safe: Mapping[str, str] = field(default_factory=dict)
    """Slug of each term whose own can be no name of a file: too long, or one that leads elsewhere."""
    _by_key: Mapping[str, Term] = field(default_factory=dict)

    def term(self, name: str) -> Term:
        """The term under which a label is listed, in whatever case it is written."""
        return self._by_key[name.casefold()]

    def arranged(self, arrange: Callable[[Term], Iterable[Post]]) -> Taxonomy:
        """The same terms, each with its posts in another order."""
        by_key = {key: replace(term, posts=tuple(arrange(term))) for key, term in self._by_key.items()}
        return replace(self, terms=tuple(by_key[term.name.casefold()] for term in self.terms), _by_key=by_key)

    def has(self, name: str) -> bool:
        """Whether anything stands under a label."""
        return name.casefold() in self._by_key

    @classmethod
    def of_labels(
        cls,
        posts: Iterable[Post],
        talks: Iterable[Talk],
        *,
        labels: Callable[[Post | Talk], Iterable[str]],
        slugify: Callable[[str], str],
    ) -> Taxonomy:
        """The terms of a kind of label; those that differ only in case are one."""
        spellings: dict[str, Counter[str]] = {}
        posts_of: dict[str, list[Post]] = {}
        talks_of: dict[str, list[Talk]] = {}
        posts, talks = list(posts), list(talks)
        for item in _by_age(posts, talks):
            for label in labels(item):
                spellings.setdefault(label.casefold(), Counter())[label] += 1
        for post in posts:
            for key in dict.fromkeys(label.casefold() for label in labels(post)):
                posts_of.setdefault(key, []).append(post)
        for talk in talks:
            for key in dict.fromkeys(label.casefold() for label in labels(talk)):
                talks_of.setdefault(key, []).append(talk)
        taken: set[str] = set()
        renamed: dict[str, str] = {}
        made_safe: dict[str, str] = {}
        by_key: dict[str, Term] = {}
        for key, counter in spellings.items():
            name = counter.most_common(1)[0][0]
            made = slugify(name) or name
            wanted = _short(as_segment(made) if _leads_elsewhere(made) else made)
            slug = _free(wanted, taken)
            taken.add(slug)
            if slug != wanted:
                renamed[name] = slug
            elif slug != made:
                made_safe[name] = slug
            by_key[key] = Term(
                name=name, slug=slug, posts=tuple(posts_of.get(key, ())), talks=tuple(talks_of.get(key, ()))
            )
        terms = tuple(sorted(by_key.values(), key=lambda term: (term.name.casefold(), term.name)))
        return cls(terms=terms, renamed=renamed, made_safe=made_safe, _by_key=by_key)

    @classmethod
    def of_authors(cls, posts: Iterable[Post], talks: Iterable[Talk] = ()) -> Taxonomy:
        """The authors of posts, each under the key that `author_key` gives; those of the authors file choose first.

        Talks stand with the posts of whoever gives them, and make nobody an author.
        """
        posts_of: dict[str, list[Post]] = {}
        authors: dict[str, Author] = {}
        for post in posts:
            for author in post.authors:
                posts_of.setdefault(author_key(author), []).append(post)
                authors.setdefault(author_key(author), author)
        talks_of: dict[str, list[Talk]] = {}
        for talk in talks:
            for key in dict.fromkeys(map(author_key, talk.speakers)):
                talks_of.setdefault(key, []).append(talk)
        slugs: dict[str, str] = {}
        renamed: dict[str, str] = {}
        made_safe: dict[str, str] = {}
        for key in sorted(authors, key=lambda key: (authors[key].id is None, _first_day(posts_of[key]), key)):
            author = authors[key]
            wanted = _short(author.slug)
            slugs[key] = _free(wanted, set(slugs.values()))
            if slugs[key] != wanted:
                renamed[author.name] = slugs[key]
            elif wanted != author.slug:
                made_safe[author.name] = wanted
        by_key = {
            key: Term(
                name=authors[key].name, slug=slugs[key], posts=tuple(of_author), talks=tuple(talks_of.get(key, ()))
            )
            for key, of_author in posts_of.items()
        }
        return cls(terms=tuple(by_key.values()), renamed=renamed, made_safe=made_safe, _by_key=by_key)


def author_key(author: Author) -> str:
    """What makes two authors the same person."""
    return (author.id or author.name).casefold()


def _by_age(posts: list[Post], talks: list[Talk]) -> list[Post | Talk]:
    """Oldest first, so that a new post never takes the slug of an old one; what has no date comes last."""
    dated: list[Post | Talk] = [*posts, *(talk for talk in talks if talk.date)]
    dated.sort(key=lambda item: (item.date, item.src_uri))
    return [*dated, *(talk for talk in talks if not talk.date)]


def _first_day(posts: list[Post]) -> tuple[datetime, str]:
    """The moment and file of the oldest of some posts."""
    return min((post.date, post.src_uri) for post in posts)


def _free(wanted: str, taken: set[str]) -> str:
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def _short(slug: str) -> str:
    """A slug that can be the name of a file, with room for a number at its end."""
    return slug.encode()[:_LONGEST].decode(errors="ignore")


def _leads_elsewhere(slug: str) -> bool:
    """Whether a path is not below the folder that it is joined to, for one of the systems that know paths."""
    return "\\" in slug or not all(part.strip(".") for part in slug.split("/"))


def as_segment(name: str) -> str:
    """A name as one segment of a path that can't lead anywhere else."""
    is_dots = not name.strip(".")
    return name.replace(".", "%2E") if is_dots else name.replace("/", "%2F").replace("\\", "%5C")

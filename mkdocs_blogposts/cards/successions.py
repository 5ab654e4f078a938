"""What replaces which post: told by either of the two, and known from both sides."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..content.models import Post
from ..faults import Kind
from ..html.page_urls import checked, from_root
from ..light_dataclasses import dataclass, field
from ..pages.text_pages import TextPage
from ..placement.link_faults import Written
from ..urls.link_index import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.structure.files import File

    from ..content.models import Reference
    from ..pages.text_pages import ArticlePage
    from .named_pages import NamedPages


@dataclass(frozen=True, slots=True)
class Version:
    """A page that replaces another, or that is replaced."""

    name: str
    """Its file below `docs_dir`; of a page elsewhere, its address."""
    url: str = field(compare=False)
    """Where a link to it leads."""


Versions = dict[str, tuple[Version, ...]]


@dataclass(frozen=True, slots=True)
class Successions:
    """The pages that replace each, and those that each replaces, by file."""

    newer: Mapping[str, tuple[Version, ...]]
    """Of each page that is replaced, what holds now: where that has been replaced as well, the last of all."""
    older: Mapping[str, tuple[Version, ...]]
    """Of each page that replaces others, these."""

    @classmethod
    def of(cls, pages: Iterable[ArticlePage], named: NamedPages) -> Successions:
        """What the front matter of posts says; a page that can't be named is told.

        A post that stands in no list is named only by posts that say so themselves.
        """
        told = [*_steps(pages, named)]
        newer = _grouped((step.older, step.newer) for step in told if step.is_for(step.older))
        last = {name: tuple(dict.fromkeys(_last(name, newer))) for name in newer}
        in_circles = [step for step in told if step.is_for(step.older) and not last[step.older.name]]
        for step in in_circles:
            step.tell_circle(named)
        clear = (step for step in told if step not in in_circles)
        older = _grouped((step.newer, step.older) for step in clear if step.is_for(step.newer))
        return cls(newer=last, older=older)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """That one page replaces another."""

    older: Version
    newer: Version
    post: Post
    """Which of the two says so."""
    reference: Reference

    def is_for(self, version: Version) -> bool:
        """Whether the readers of a page may know of it."""
        return version.name == self.post.src_uri or not self.post.unlisted

    def tell_circle(self, named: NamedPages) -> None:
        """Tell that no page is the last one."""
        named.faults.add(
            Kind.KEY,
            self.post.path,
            f"{self.reference.key}: '{self.reference.name}' and this post replace each other, so neither is called old",
            place=self.reference.place,
            hint="say it in one of the two",
        )


def _steps(pages: Iterable[ArticlePage], named: NamedPages) -> Iterator[_Step]:
    telling = [page for page in pages if isinstance(page.article, Post) and [*_references(page.article)]]
    names = _names_of_posts(named.writer.index.files) if telling else {}
    for page in telling:
        post: Post = page.article  # type: ignore[assignment]
        own = Version(post.src_uri, from_root(page.url))
        for reference, is_newer in _references(post):
            if other := _version(reference, page, named, names):
                older, newer = (own, other) if is_newer else (other, own)
                yield _Step(older=older, newer=newer, post=post, reference=reference)


def _references(post: Post) -> Iterator[tuple[Reference, bool]]:
    """The pages that a post names, and whether these are newer."""
    yield from ((reference, True) for reference in post.superseded_by)
    yield from ((reference, False) for reference in post.supersedes)


def _names_of_posts(files: Iterable[File]) -> dict[str, File]:
    """Posts by the names of their files and by their slugs, as far as only one has each."""
    found = [
        (name, page.file)
        for page in (file.page for file in files)
        if isinstance(page, TextPage) and isinstance(page.article, Post)
        for name in {_stem(page.article.src_uri), page.article.slug}
    ]
    numbers = Counter(name for name, _ in found)
    return {name: file for name, file in found if numbers[name] == 1}


def _stem(src_uri: str) -> str:
    path = PurePosixPath(src_uri)
    return path.parent.name if path.stem == "index" else path.stem


def _version(reference: Reference, page: ArticlePage, named: NamedPages, names: Mapping[str, File]) -> Version | None:
    """What a post names; `None` for what readers can't see, for the post itself, and for what leads nowhere."""
    written = Written(path=page.article.path, place=reference.place, key=reference.key)
    post = names.get(reference.name)
    target = named.writer.named(
        reference.name, page, written, named.faults, otherwise=Target(post, "") if post else None
    )
    if isinstance(target, Target) and target.file is not page.file:
        return Version(target.file.src_uri, from_root(target.file.url) + target.suffix)
    if isinstance(target, Target):
        message = f"{reference.key}: '{reference.name}' is this post itself"
        named.faults.add(Kind.KEY, page.article.path, message, place=reference.place, hint="name the other one")
        return None
    is_outside = target is not None and named.writer.index.local_path(target) is None
    address = checked(target) if target and is_outside else None
    return Version(address, address) if address else None


def _grouped(pairs: Iterable[tuple[Version, Version]]) -> Versions:
    found: dict[str, dict[Version, None]] = {}
    for one, other in pairs:
        found.setdefault(one.name, {})[other] = None
    return {name: tuple(others) for name, others in found.items()}


def _last(name: str, newer: Versions) -> Iterator[Version]:
    """What replaces a page and is not replaced itself."""
    seen, ahead = {name}, [*newer[name]]
    while ahead:
        version = ahead.pop(0)
        if version.name not in newer:
            yield version
        elif version.name not in seen:
            seen.add(version.name)
            ahead += newer[version.name]

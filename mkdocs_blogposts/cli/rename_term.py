"""A tag or category under another name, in every file that has it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..content.models import Post, Talk
from ..frontmatter.keys import KEYS
from ..frontmatter.parser import HeadSpan, Language
from ..mending.editable import Editable
from ..mending.edits import Manuscript
from ..mending.scalars import Scalar, scalars_of
from ..mending.term_edits import rename_terms
from ..sources.loading import files_of_defaults
from ..sources.source_files import shown_path
from .file_changes import FileChange, make_changes, sources_of
from .terminal import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..mending.edits import Edit
    from .site_as_read import SiteAsRead


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """A term, and what it is to be called instead."""

    old: str
    new: str
    is_category: bool = False

    def name_of(self, name: str) -> str | None:
        """What a term is to be called; `None` for one that keeps its name."""
        return self.new if as_asked(name) == as_asked(self.old) and name.strip() != self.new else None

    def concerns(self, article: Post | Talk) -> bool:
        """Whether an article has the term."""
        return any(self.name_of(name) for name in terms_of(article, is_category=self.is_category))

    def others(self, article: Post | Talk) -> frozenset[str]:
        """What an article is about besides."""
        both = {as_asked(self.old), as_asked(self.new)}
        return frozenset(
            name
            for is_category in (False, True)
            for name in terms_of(article, is_category=is_category)
            if is_category is not self.is_category or as_asked(name) not in both
        )

    def edits(self, text: str, scalars: Iterable[Scalar], keys: Mapping[str, tuple[str, ...]]) -> list[Edit]:
        """The changes to a file."""
        many, one = ("categories", "category") if self.is_category else ("tags", "tag")
        return [*rename_terms(text, scalars, keys[many], keys[one], self.name_of)]


def as_asked(name: str) -> str:
    """A name as whoever asks for it may write it: in any case, with single spaces where a category has others."""
    return " ".join(name.split()).casefold()


def terms_of(article: Post | Talk, *, is_category: bool) -> tuple[str, ...]:
    """The tags of a post or talk, or the categories of a post."""
    if is_category:
        return article.categories if isinstance(article, Post) else ()
    return article.tags


def rename_term(site: SiteAsRead, renaming: Renaming, *, yes: bool) -> None:
    """Change all files that have a term; those that must keep it are named, and end the command with 1."""
    changes, left = _planned(site, renaming)
    if not changes and not left:
        raise click.ClickException(
            f"'{renaming.old}' is its name already"
            if renaming.old == renaming.new
            else f"no post and no talk has '{renaming.old}'"
        )
    for name, reason in sorted(left.items()):
        tell(f"{name} keeps '{renaming.old}': {reason}", err=True)
    if changes:
        make_changes(sorted(changes, key=lambda change: change.shown_path), yes=yes)
    allowed = {name for blog in site.blogs for name in blog.begun.settings.categories_allowed}
    if renaming.is_category and renaming.old in allowed:
        tell(f"`categories_allowed` in mkdocs.yml still names '{renaming.old}'", err=True)
    if left:
        raise SystemExit(1)


def _planned(site: SiteAsRead, renaming: Renaming) -> tuple[list[FileChange], dict[str, str]]:
    """The changes, and the files that keep the term, each with the reason."""
    in_defaults = [*_in_defaults(site, renaming)]
    changes: dict[str, FileChange] = {}
    left: dict[str, str] = {}
    for blog in site.blogs:
        reader = blog.placed.reader
        for path, source, article in sources_of(site, blog):
            if not renaming.concerns(article):
                continue
            editable = Editable.of(source, reader, is_post=isinstance(article, Post))
            if editable is None:
                left[source.path] = "nothing can be shown of it"
                continue
            others = renaming.others(editable.article)
            edits = renaming.edits(editable.manuscript.text, editable.scalars, reader.keys)
            if kept := editable.harmless(edits, lambda found, others=others: renaming.others(found) == others):  # type: ignore[misc]
                after = editable.manuscript.edited(kept)
                changes[source.path] = FileChange(path=path, shown_path=source.path, before=source.content, after=after)
            elif edits:
                left[source.path] = "its URL, state or dialect would change"
            elif not (in_defaults and source.defaults):
                left[source.path] = "no line of its own that can be changed gives it"
    return [*in_defaults, *changes.values()], left


def _in_defaults(site: SiteAsRead, renaming: Renaming) -> Iterator[FileChange]:
    """The changes to files by which folders give tags or categories to all that lies in them."""
    for file in files_of_defaults(site.files, site.config):
        path = Path(file.abs_src_path or "")
        manuscript = Manuscript(file.content_bytes)
        span = HeadSpan(Language.YAML, 0, len(manuscript.text))
        edits = renaming.edits(manuscript.text, scalars_of(manuscript.text, span), KEYS)
        if edits and path.is_file() and not path.is_symlink():
            yield FileChange(
                path=path,
                shown_path=shown_path(file, site.config),
                before=manuscript.content,
                after=manuscript.edited(edits),
            )

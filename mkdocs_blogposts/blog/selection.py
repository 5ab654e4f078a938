"""Which posts or talks a page asks for: `{limit: 3, tag: python}`."""

from __future__ import annotations

import difflib
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Literal

from ..content.models import Talk
from ..faults import ContentError, Faults, shown
from ..frontmatter.lines import Lines
from ..frontmatter.yaml_values import Notes, read_yaml
from ..light_dataclasses import dataclass
from .listing_kinds import LISTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..content.author import Author
    from ..content.models import Post
    from ..publications.bibliography import Paper
    from .blog import Blog


class SelectionError(ValueError):
    """A selection that can't be understood; its text says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What to show, the newest first."""

    file: str | None = None
    """Only publications of this file, by its name: `papers`."""
    selected: bool = False
    """Only publications that say `selected = {true}`."""
    limit: int | None = None
    """How many at most: 3 cards, if not told; in a list, so many of each part."""
    tag: str | None = None
    """Only with this tag."""
    category: str | None = None
    """Only in this category."""
    author: str | None = None
    """Only by this author, by id or name."""
    year: int | None = None
    """Only of this year."""
    type: str | None = None
    """Only talks, or publications, of this kind: `Tutorial`, `article`."""
    talks: bool = False
    """Talks in place of posts."""
    layout: Literal["cards", "table"] = "cards"
    """How posts are shown: as cards, or as a table of dates, titles and tags."""
    list: Literal["tags", "categories", "archive", "speaking", "map", "publications"] | None = None
    """All titles in place of cards, by tag, by category or by year; who gives talks, and where; or papers."""

    @classmethod
    def parse(cls, text: str) -> Selection:
        """The selection that a YAML mapping describes; `SelectionError` where it describes none."""
        notes = Notes(path="", faults=Faults())
        try:
            values = read_yaml(text, Lines(text), notes)
        except ContentError as error:
            message = f"expected a mapping such as {{limit: 3, tag: python}}, got {shown(text)}"
            raise SelectionError(message) from error
        if notes.faults.found:
            raise SelectionError(notes.faults.found[0].message)
        return cls.of(
            {name: notes.texts.get(name, value) if name in _LABELS else value for name, value in values.items()}
        )

    @classmethod
    def of(cls, values: dict[Any, Any]) -> Selection:
        """The selection with these values; `SelectionError` for one that is not known or of the wrong type."""
        known = {field.name for field in fields(cls)}
        for name, value in values.items():
            if name not in known:
                near = difflib.get_close_matches(str(name), sorted(known), n=1)
                hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(sorted(known))}"
                raise SelectionError(f"unknown key {shown(str(name))}; {hint}")
            _check(name, value)
        if values.get("list") and values.get("talks"):
            raise SelectionError("talks: a list is one of posts")
        given: dict[str, Any] = {name: str(value) if name in _LABELS else value for name, value in values.items()}
        return cls(**given)

    def posts_of(self, blog: Blog) -> tuple[Post, ...]:
        """The posts that are asked for."""
        by_date = sorted(blog.listed, key=lambda post: post.date, reverse=True)
        return tuple(post for post in by_date if self.has(post))[: self.limit or _CARDS]

    def talks_of(self, blog: Blog) -> tuple[Talk, ...]:
        """The talks that are asked for."""
        return tuple(talk for talk in blog.talks if self.has(talk))[: self.limit or _CARDS]

    def missing_in(self, blog: Blog) -> tuple[str, str] | None:
        """The first name asked for, with what it is of, that no post and no talk has."""
        items: list[Post | Talk] = [*blog.listed, *blog.talks]
        names = ("tag", "category", "author", "type", "year")
        return self.first_without(names, lambda part: any(map(part.has, items)))

    def first_without(self, names: Iterable[str], is_found: Callable[[Selection], bool]) -> tuple[str, str] | None:
        """The first of some names of which, if it is the only one asked for, nothing is found; with its value."""
        for name in names:
            wanted = getattr(self, name)
            if wanted and not is_found(Selection(**{name: wanted})):
                return name, str(wanted)
        return None

    def has(self, item: Post | Talk) -> bool:
        """Whether a post or talk is among those that are asked for; of a talk, its speakers count as authors."""
        categories: tuple[str, ...] = getattr(item, "categories", ())
        authors = [name for author in _people(item) for name in (author.id, author.name) if name]
        kind: str | None = getattr(item, "talk_type", None)
        return (
            _is_in(self.tag, item.tags)
            and _is_in(self.category, categories)
            and _is_in(self.author, authors)
            and _is_in(self.type, [kind] if kind else [])
            and self.year in (None, *_years(item))
        )

    def has_paper(self, paper: Paper) -> bool:
        """Whether a publication is among those that are asked for, whoever has written it."""
        return (
            _is_in(self.tag, paper.tags)
            and _is_in(self.type, [paper.kind])
            and _is_in(self.file and self.file.removesuffix(".bib"), [paper.file])
            and self.year in (None, paper.year)
            and (paper.is_selected or not self.selected)
        )


def _years(item: Post | Talk) -> list[int]:
    """The years of a post, or of each time that a talk was given."""
    dates = [each.date for each in item.deliveries] if isinstance(item, Talk) else [item.date]
    return [date.year for date in dates if date]


def _people(item: Post | Talk) -> tuple[Author, ...]:
    people: tuple[Author, ...] = getattr(item, "authors", ()) or getattr(item, "speakers", ())
    return people


_LISTS = (*LISTS, "speaking", "map", "publications")
"""What a page may ask for in place of cards."""
_CARDS = 3
"""How many there are if not told."""

_LABELS = frozenset({"tag", "category", "author", "type", "file"})


def _check(name: str, value: Any) -> None:
    if name in {"talks", "selected"}:
        fits = isinstance(value, bool)
    elif name == "list":
        fits = isinstance(value, str) and value in _LISTS
    elif name == "layout":
        fits = value in ("cards", "table")
    elif name in {"limit", "year"}:
        fits = isinstance(value, int) and not isinstance(value, bool) and value > 0
    else:
        fits = isinstance(value, str | int | float)
    if not fits:
        raise SelectionError(f"{name}: {shown(value)} is not {_WANTED.get(name, 'a name')}")


_WANTED = {
    "talks": "true or false",
    "selected": "true or false",
    "limit": "a number above 0",
    "year": "a year such as 2025",
    "layout": "cards or table",
    "list": f"one of {', '.join(_LISTS)}",
}


def _is_in(wanted: str | None, labels: tuple[str, ...] | list[str]) -> bool:
    return wanted is None or wanted.casefold() in (label.casefold() for label in labels)

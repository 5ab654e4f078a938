"""What templates get of papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from markupsafe import Markup

    from .card_values import Button


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAuthor:
    """Who has written a paper."""

    name: str
    url: str | None
    """Their page in this site."""
    is_own: bool
    """Whether the authors file of the site knows them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperArticle:
    """A talk or post about a paper."""

    title: Markup
    url: str
    is_talk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperView:
    """A paper, book or thesis."""

    title: Markup
    url: str | None
    """Where it can be had."""
    authors: tuple[PaperAuthor, ...]
    has_others: bool
    """Whether there are more of them than are named."""
    venue: Markup
    """Where it appeared, with volume and pages."""
    when: str
    """The year, or words such as `in press`."""
    links: tuple[Button, ...]
    articles: tuple[PaperArticle, ...]
    citation: Markup
    """How its author wants it to be cited; empty where the author does not say."""
    bibtex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersOfYear:
    """The papers of a year."""

    when: str
    papers: tuple[PaperView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersView:
    """Papers in any page that asks for them."""

    years: tuple[PapersOfYear, ...]
    level: int
    """That of the headings of years; 0 where there are none, since all are of the year that was asked for."""

"""A paper, as a file of BibTeX tells of it, and all papers of a site."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..faults import Place

_FOR_LATER = 9999
"""Where in order of years a paper stands that is to appear."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """Who has written a paper, or edited it."""

    given: str
    family: str
    """With what stands before it (`van der`), and behind it (`Jr`); all of the name of a group."""

    @property
    def name(self) -> str:
        """The name as people say it."""
        return " ".join(filter(None, (self.given, self.family)))

    def is_named(self, name: str) -> bool:
        """Whether this may be who bears a name, of whom initials stand for the first name."""
        words, family, given = _words(name), _words(self.family), _words(self.given)
        if not family or words[-len(family) :] != family:
            return False
        others = words[: -len(family)]
        return not (others and given) or others[0].startswith(given[0]) or given[0].startswith(others[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper, book, thesis or the like."""

    key: str
    """What it is cited by."""
    kind: str
    """`article`, `inproceedings`, in small letters."""
    title: str
    """HTML that has not been cleaned."""
    contributors: tuple[Contributor, ...] = ()
    has_others: bool = False
    """Whether there are more of them than are named."""
    venue: str = ""
    """Where it appeared, as HTML that has not been cleaned."""
    when: str = ""
    """The year, or words such as `in press`."""
    month: int = 0
    doi: str | None = None
    """URL."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """URLs, or paths below the site's root, by what they lead to."""
    tags: tuple[str, ...] = ()
    is_selected: bool = False
    """Whether it says `selected = {true}`, as al-folio has it."""
    citation: str = ""
    """How its author wants it to be cited, as HTML that has not been cleaned."""
    page: str = ""
    """Its page in the site, by `src_uri`; empty where it has none."""
    bibtex: str = ""
    """What others put into their files to cite it."""
    path: str = ""
    """The file that tells of it, as messages name it."""
    place: Place | None = field(default=None, compare=False)

    @property
    def id(self) -> str:
        """What no other paper of the site has, whatever keys they have."""
        return f"{self.path}:{self.place.line}" if self.place else self.path or self.key

    @property
    def file(self) -> str:
        """The name of its file, without the ending."""
        return PurePosixPath(self.path).stem

    @property
    def year(self) -> int | None:
        """The year in which it appeared; `None` where that is to come, or not known."""
        return int(self.when) if re.fullmatch(r"\d{4}", self.when) else None

    @property
    def order(self) -> tuple[int, int]:
        """By which the newest comes first."""
        year = self.year if self.year is not None else _FOR_LATER if self.when else 0
        return -year, -self.month


@dataclass(frozen=True, slots=True)
class Bibliography:
    """All papers of a site, the newest first."""

    papers: tuple[Paper, ...] = ()
    by_key: Mapping[str, Paper] = field(default_factory=dict)
    """By key in small letters; of several with one key, the first."""

    @classmethod
    def of(cls, papers: Sequence[Paper]) -> Bibliography:
        """The bibliography of these papers; those of the same month keep their order."""
        ordered = tuple(sorted(papers, key=lambda each: each.order))
        by_key: dict[str, Paper] = {}
        for each in papers:
            by_key.setdefault(each.key.lower(), each)
        return cls(ordered, by_key)


def _words(name: str) -> list[str]:
    """The words of a name, without accents, dots and capitals."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return re.findall(r"[^\W_]+", plain.casefold())

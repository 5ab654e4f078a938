"""From a paper to what templates show of it."""

from __future__ import annotations

from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..content.models import Talk
from ..faults import Kind, Level
from ..html.page_urls import checked, from_root
from ..light_dataclasses import dataclass, field
from .card_values import Button, ButtonKind
from .paper_values import PaperArticle, PaperAuthor, PapersOfYear, PapersView, PaperView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..blog.papers import Papers
    from ..blog.selection import Selection
    from ..content.author import Author
    from ..content.models import Post
    from ..pages.text_pages import OrdinaryPage
    from ..publications.bibliography import Contributor, Paper
    from .card_maker import CardMaker

_PDFS = "assets/pdf/"
"""Where al-folio has the files that are named without a folder."""
_TAGS = {"em", "strong", "code", "sup", "sub", "i", "b"}
_KINDS: Mapping[str, tuple[ButtonKind, str | None]] = {
    "paper": ("paper", "PDF"),
    "arxiv": ("link", "arXiv"),
    "page": ("link", "URL"),
    "code": ("code", None),
    "slides": ("slides", None),
    "video": ("video", None),
    "bibtex": ("bibtex", None),
}
"""How each of the addresses of a paper is called."""


@dataclass(frozen=True)
class PaperCards:
    """Makes what is shown of papers, each of them once."""

    cards: CardMaker
    papers: Papers
    level: Level | None
    """How much it weighs that an address leads nowhere; `None` for as much as any fault in a file of papers."""
    pages: Mapping[str, OrdinaryPage]
    """Ordinary pages of a Jekyll site, by `src_uri`."""
    authors: tuple[Author, ...]
    """All whom the authors file of the site knows."""
    _made: dict[str, PaperView] = field(default_factory=dict, init=False)

    def listed(self, selection: Selection, level: int) -> PapersView:
        """The papers that a selection asks for, by year."""
        found = [paper for paper in self.papers.bibliography.papers if self._is_in(paper, selection)]
        years = groupby(found[: selection.limit], key=lambda paper: paper.when)
        return PapersView(
            years=tuple(PapersOfYear(when=when, papers=tuple(map(self.of, papers))) for when, papers in years),
            level=0 if selection.year else level,
        )

    def check(self, selections: Iterable[Selection]) -> None:
        """Tell what is wrong in papers that a build would show: these, and those of posts and talks."""
        for selection in selections:
            if selection.list == "publications":
                self.listed(selection, 1)
        for papers in self.papers.of_articles.values():
            for paper in papers:
                self.of(paper)

    def missing(self, selection: Selection) -> tuple[str, str] | None:
        """The first name asked for, with what it is of, that no paper has; none where there are no papers."""
        papers = self.papers.bibliography.papers
        names = ("tag", "type", "author", "file", "year") if papers else ()
        return selection.first_without(names, lambda part: any(self._is_in(paper, part) for paper in papers))

    def of_article(self, article: Post | Talk) -> tuple[PaperView, ...]:
        """The papers of a post or talk."""
        return tuple(map(self.of, self.papers.of_articles.get(article.src_uri, ())))

    def of_page(self, src_uri: str) -> PaperView | None:
        """The paper that a page of a Jekyll site is about."""
        paper = self._by_page.get(src_uri)
        return self.of(paper) if paper else None

    @cached_property
    def _by_page(self) -> Mapping[str, Paper]:
        return {paper.page: paper for paper in self.papers.bibliography.papers if paper.page}

    def of(self, paper: Paper) -> PaperView:
        """A paper as templates see it."""
        if paper.id not in self._made:
            self._made[paper.id] = self._make(paper)
        return self._made[paper.id]

    def _is_in(self, paper: Paper, selection: Selection) -> bool:
        names = [author.name for author in paper.contributors]
        ids = [own.id for each in paper.contributors if (own := self._own(each)) and own.id]
        wanted = selection.author
        is_by = wanted is None or any(each.is_named(wanted) for each in paper.contributors)
        is_by = is_by or bool(wanted and wanted.casefold() in (each.casefold() for each in (*names, *ids)))
        return is_by and selection.has_paper(paper)

    def _make(self, paper: Paper) -> PaperView:
        links = tuple(self._links(paper))
        return PaperView(
            title=_cleaned(paper.title),
            url=self._page_of(paper) or (links[0].url if links else None),
            authors=tuple(self._author(each) for each in paper.contributors),
            has_others=paper.has_others,
            venue=_cleaned(paper.venue),
            when=paper.when,
            links=links,
            articles=tuple(map(self._article, self.papers.articles_of.get(paper.id, ()))),
            citation=_cleaned(paper.citation),
            bibtex=paper.bibtex,
        )

    def _page_of(self, paper: Paper) -> str | None:
        page = self.pages.get(paper.page)
        return from_root(page.url) if page else None

    def _links(self, paper: Paper) -> Iterator[Button]:
        if paper.doi and (doi := checked(paper.doi)):
            yield Button(kind="doi", url=doi)
        for name, (kind, label) in _KINDS.items():
            if (address := paper.addresses.get(name)) and (url := self._url(address, paper)):
                yield Button(kind=kind, url=url, label=label)

    def _url(self, address: str, paper: Paper) -> str | None:
        """An address on the web, or the file of the site that has this path."""
        links = self.cards.links
        if links.local_path(address) is None:
            url = checked(address)
        else:
            spellings = (address, f"{_PDFS}{address}") if "/" not in address else (address,)
            file = next(filter(None, map(links.resolve_from_root, spellings)), None)
            url = from_root(file.url) if file else None
        if url is None:
            self.cards.faults.add(
                Kind.PUBLICATION,
                paper.path,
                f"publications: '{paper.key}' leads to '{address}', which is neither a URL nor a file of this site",
                place=paper.place,
                hint="write a URL, or a path from `docs_dir`",
                level=Level.INFO if paper.page else self.level,
            )
        return url

    def _author(self, contributor: Contributor) -> PaperAuthor:
        own = self._own(contributor)
        return PaperAuthor(
            name=contributor.name,
            url=self.cards.author_url(own) if own else None,
            is_own=own is not None,
        )

    def _own(self, contributor: Contributor) -> Author | None:
        return next((author for author in self.authors if contributor.is_named(author.name)), None)

    def _article(self, article: Post | Talk) -> PaperArticle:
        return PaperArticle(
            title=self.cards.rendered[article.src_uri].title,
            url=from_root(self._urls[article.src_uri]),
            is_talk=isinstance(article, Talk),
        )

    @cached_property
    def _urls(self) -> Mapping[str, str]:
        return {src_uri: page.url for src_uri, page in self.cards.articles.items()}


def _cleaned(content: str) -> Markup:
    import nh3  # noqa: PLC0415  # most sites have no papers

    return Markup(nh3.clean(content, tags=_TAGS, attributes={}))  # cleaned

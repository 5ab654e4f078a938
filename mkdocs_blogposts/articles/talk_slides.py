"""The slides of talks on their pages, each with what the talk says to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup
from mkdocs.structure.toc import AnchorLink

from ..cards.card_values import Image
from ..content.models import Talk
from ..faults import Kind, Level, Place, shown
from ..host.other_plugins import is_locked
from ..html.ids import ids_in, new_names
from ..html.page_urls import from_page, from_root
from ..html.slide_marks import annotation_of, heading_pattern
from ..light_dataclasses import dataclass, field
from ..placement.link_faults import Written
from ..sources.source_files import shown_path
from ..urls.link_index import Target
from .article_values import SlidesView, SlideView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.structure.files import File

    from ..cards.card_maker import CardMaker
    from ..cards.part_templates import PartTemplates
    from ..html.slide_marks import Annotation, Mark
    from ..pages.text_pages import ArticlePage
    from ..pictures.slide_decks import Deck, Slide, SlideDecks

_HEADING_AT_END = re.compile(r"</h([2-5])>\s*$")
"""A heading that a text has for its slides itself."""
_EXTRA = 'run: pip install "mkdocs-blogposts[slides]"; or set `talks_slides_on_page: false`'


@dataclass(frozen=True, slots=True)
class TalkSlides:
    """Puts slides into the texts of one blog's talks, before search plugins read these."""

    templates: PartTemplates
    cards: CardMaker
    decks: SlideDecks
    texts: dict[str, str] = field(default_factory=dict, init=False)
    """The text of each talk that shows slides, by `src_uri`."""

    def put_into(self, pages: Iterable[ArticlePage]) -> None:
        """Show the slides of each talk whose front matter names a PDF of the site."""
        wanted = [(page, *found) for page in pages if (found := self._named(page))]
        if not wanted:
            return
        if not self.decks.can_be_made:
            _, file, written = wanted[0]
            self._tell(written, file, "is only a link, without the extra that shows slides", _EXTRA, Level.INFO)
            return
        decks = self.decks.make(file for _, file, _ in wanted)
        for page, file, written in wanted:
            self._put(page, decks[file.src_uri], file, written)

    def _named(self, page: ArticlePage) -> tuple[File, Written] | None:
        """The PDF that the slides of a talk are, and where it is named; of a text behind a password, none."""
        talk = page.article
        if not isinstance(talk, Talk) or is_locked(page):
            return None
        named = [(talk.slides_url, self.cards.named.written(talk, "slides_url"))]
        for delivery in talk.deliveries:
            key, place = delivery.names.get("slides_url", ("slides", None))
            named.append((delivery.slides_url, Written(path=delivery.path, place=place, key=key)))
        for action in talk.further:
            place_of = Written(path=talk.path, place=action.place, key=action.key)
            named.append((action.url if action.kind == "slides" else None, place_of))
        url, written = next(((url, written) for url, written in named if url), ("", named[0][1]))
        target = self.cards.writer.named(url, page, written, self.cards.faults.apart()) if url else None
        is_pdf = isinstance(target, Target) and target.file.src_uri.lower().endswith(".pdf")
        return (target.file, written) if isinstance(target, Target) and is_pdf else None

    def _put(self, page: ArticlePage, deck: Deck, file: File, written: Written) -> None:
        content = page.content or ""
        slide_0 = self.templates.theme.words("slide_n", 0)
        annotation = annotation_of(content, len(deck.slides), slide_0)
        if deck.mistake:
            # Whoever speaks of slides that are not there would be misunderstood.
            level = Level.WARNING if annotation.unknown else Level.INFO
            hint = "save it as PDF again; its page only has the link"
            self._tell(written, file, deck.mistake, hint, level)
            return
        self._tell_marks(page, annotation, len(deck.slides), slide_0)
        view = _view_of(deck, annotation, ids_in(content))
        shown = self.templates.render("slides.html", view=view)
        if view.anchor:
            _put_into_toc(page, annotation.above, self.templates.theme.words("slides"), view.anchor)
        # Links in other pages lead there, and MkDocs has looked at the text before.
        page.present_anchor_ids = {*(page.present_anchor_ids or ()), *ids_in(shown)}
        parts = (annotation.above, from_page(shown, page.url), annotation.below)
        page.content = self.texts[page.article.src_uri] = "\n".join(filter(None, parts))

    def _tell(self, written: Written, file: File, message: str, hint: str, level: Level) -> None:
        path = shown_path(file, self.templates.config)
        told = f"{written.key}: '{path}' {message}"
        self.cards.faults.add(Kind.TALK, written.path, told, place=written.place, hint=hint, level=level)

    def _tell_marks(self, page: ArticlePage, annotation: Annotation, count: int, slide_0: str) -> None:
        last = f"there are slides 1 to {count}"
        for marks, message, hint in (
            (annotation.unknown, "is not there", last),
            (annotation.repeated, "has a text already, to which this one is added", "mark each slide once"),
            (annotation.inner, "is in a list or the like, where it has no effect", "write it on a line of its own"),
        ):
            for mark in marks:
                self.cards.faults.add(
                    Kind.TALK,
                    page.article.path,
                    f"slide {mark.number}: it {message}",
                    place=_place_of(mark, page, slide_0, is_last=marks is annotation.repeated),
                    hint=hint,
                )
        article, hint = page.article, "write `<!-- slide 2 -->`, and `<!-- /slides -->` below the last"
        for comment in annotation.odd:
            position = article.body.find(comment)
            place = Place.at(article.body, position, article.body_line) if position >= 0 else None
            told = f"{shown(comment)} names no slide"
            self.cards.faults.add(Kind.TALK, article.path, told, place=place, hint=hint, level=Level.INFO)


def _place_of(mark: Mark, page: ArticlePage, slide_0: str, *, is_last: bool) -> Place | None:
    """Where a mark stands in its file; of several, the first or the last."""
    numbered = heading_pattern(slide_0).replace(r"(\d{1,4})", f"0*{mark.number}")
    pattern = rf"^\#+\s*{numbered}" if mark.level else rf"<!--\s*slide\s*[:#]?\s*0*{mark.number}\s*-->"
    found = [*re.finditer(pattern, page.article.body, re.IGNORECASE | re.MULTILINE)]
    if not found:
        return None
    return Place.at(page.article.body, found[-1 if is_last else 0].start(), page.article.body_line)


def _view_of(deck: Deck, annotation: Annotation, taken: set[str]) -> SlidesView:
    """What the template gets of some slides, with ids that the text does not have."""
    names = ["slides", *(f"slide-{slide.number}" for slide in deck.slides)]
    renamed = new_names(names, taken)
    own = _HEADING_AT_END.search(annotation.above)
    has_heading = annotation.level or own
    return SlidesView(
        slides=tuple(_slide_view(slide, annotation, renamed) for slide in deck.slides),
        anchor=None if has_heading else renamed.get("slides", "slides"),
        level=annotation.level or (int(own[1]) if own else 2) + 1,
    )


def _slide_view(slide: Slide, annotation: Annotation, renamed: Mapping[str, str]) -> SlideView:
    note = annotation.notes.get(slide.number)
    name = f"slide-{slide.number}"
    width, height = slide.size
    *smaller, (_, largest) = slide.pictures
    return SlideView(
        number=slide.number,
        anchor=renamed.get(name, name),
        heading=Markup(note.heading if note else ""),  # the site has rendered it
        title=slide.title,
        paragraphs=slide.lines if " ".join(slide.lines) != slide.title else (),
        image=Image(
            src=from_root(largest.url),
            alt="",
            width=width,
            height=height,
            copies=tuple((from_root(file.url), width) for width, file in slide.pictures) if smaller else (),
        ),
        notes=Markup(note.content if note else ""),  # as above
    )


def _put_into_toc(page: ArticlePage, above: str, title: str, anchor: str) -> None:
    """Name the slides in the table of contents, below what stands above them."""
    items = page.toc.items
    if len(items) == 1 and items[0].level == 1:
        items = items[0].children
    before = ids_in(above)
    items.insert(sum(item.id in before for item in items), AnchorLink(title, anchor, 2))

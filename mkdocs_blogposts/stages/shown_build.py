"""The last stage: what templates show is ready, and each page is finished in turn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from mkdocs.exceptions import BuildError

from ..cache.finished_pages import FAILED, KEPT, Outputs
from ..cards.part_templates import settle_globals
from ..host.material_page_fixes import fitted
from ..host.nav_cache import NavCache
from ..host.plugins.listeners import can_be_left, ends_pages_alone, ends_without_texts
from ..host.plugins.shadcn import make_room_for_sources
from ..pages.indexing import give_address, with_noindex
from ..pages.listing_pages import is_of_a_blog
from ..pages.made_files import alone_at_their_place
from ..pages.not_found import base_of, from_base
from ..pages.text_pages import ArticlePage, FaultPage, PostPage
from ..placement.navigation import pages_in
from ..processes.forking import cores_for, give_back_memory
from ..views.embeds import has_cards

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from ..finishing.failed_pages import FailedPages
    from ..finishing.prerender import Prerender
    from ..host.former_site import FormerSite
    from ..output.feed_writer import Syndication
    from ..placement.assembly import Placed
    from .begun_build import BegunBuild
    from .composition import Shown
    from .left_pages import LeftPages


_MANY = 2_500
"""Posts and talks whose memory is worth being given back."""


@dataclass(kw_only=True)
class ShownBuild:
    """A build all of whose texts are HTML."""

    begun: BegunBuild
    placed: Placed
    answers_for: Callable[[Page], bool]
    """Whether a page that asks for cards gets those of this blog."""
    shown: Shown
    failed: FailedPages
    with_cards: frozenset[str]
    """Pages that ask for cards in their text."""
    syndication: Syndication
    outputs: Outputs | None = None
    """Knows which finished pages are kept, once the first of them is at hand."""
    text: tuple[Page, str | None] | None = None
    """The page that was completed last, with what it had before."""
    has_feeds: bool = False
    """Whether the files of feeds have their content."""
    has_begun: bool = False
    """Whether it was asked for other processes."""
    prerender: Prerender | None = None
    """Finishes pages in these."""

    def has_part_in(self, page: Page) -> bool:
        """Whether this blog shows anything on a page."""
        if isinstance(page, FaultPage):
            return page.file in self.placed.loaded.broken
        src_uri = page.file.src_uri
        has_backlinks = self.begun.settings.backlinks and src_uri in self.shown.mentions.articles_about
        is_of_paper = self.shown.embeds.papers.of_page(src_uri) is not None
        return src_uri in self.placed.src_uris or has_backlinks or src_uri in self.with_cards or is_of_paper

    def basis(self, nav: Navigation) -> str | None:
        """What all pages of the site depend on; `None` where that can't be known, or where nothing is kept."""
        outputs = self._begin_outputs(nav)
        return outputs.basis() if outputs else None

    def _begin_outputs(self, nav: Navigation) -> Outputs | None:
        """What knows which finished pages are kept; `None` where the site wants nothing kept."""
        store = self.begun.rendering.store
        if self.outputs is None and store:
            self.outputs = Outputs(store, self.begun.config, self.shown.theme.env, nav)
            if self.outputs.is_settled:
                settle_globals(self.outputs.env)
            NavCache.share(self.outputs, [*pages_in(nav)], is_of_a_blog)
        return self.outputs

    def prerender_pages(self, nav: Navigation, files: Files, left: LeftPages | None, former: FormerSite | None) -> None:
        """Have other processes begin with pages before the host copies files, where no stranger has a part in that.

        They also write those at whose place nobody else writes, if no other plugin wants to see finished pages.
        """
        config = self.begun.config
        if not self.has_begun and can_be_left(config):
            self._forget_written(nav)
            pages = left.for_pages if left else files.documentation_pages()
            writes = former is not None and former.is_empty and ends_pages_alone(config)
            alone = frozenset(alone_at_their_place(pages, files, config)) if writes else None
            self._prerender(nav, pages, alone)

    def write_feeds(self) -> None:
        """Fill the files of feeds, unless that has been done; other processes can make pages meanwhile."""
        if not self.has_feeds:
            self.has_feeds = True
            self.syndication.write()

    def _forget_written(self, nav: Navigation) -> None:
        """Keep no text as it is written, once it is HTML, if nobody asks for it any more."""
        outputs = self._begin_outputs(nav)
        # Beside these, pages may show anything of others, and the next build wants to know all of it.
        shows_more = self.placed.bibliography.papers or self.begun.settings.talks_map
        is_asked = shows_more or not (self.begun.is_built and ends_without_texts(self.begun.config))
        if outputs and outputs.is_of_theme and not is_asked:
            for page in self.placed.articles.values():
                page.markdown = page.text = ""
                object.__setattr__(page.article, "body", "")  # which has no other use than to become this page

    def _prerender(
        self, nav: Navigation, files: Sequence[File], alone: Collection[File] | None = None, begun: Page | None = None
    ) -> None:
        """Have other processes finish pages, or write those that are `alone`; this one may have begun with one."""
        outputs = self._begin_outputs(nav)
        if self.has_begun or not outputs or self.begun.is_serve:
            return
        self.has_begun = True
        if cores_for(self.begun.settings.workers) == 1:
            return
        from ..finishing.prerender import Prerender  # noqa: PLC0415  # where there is one process it is of no use

        def may_be_made(page: Page) -> bool:
            has_template = page.file.src_uri not in self.failed.told
            return has_template and self.has_part_in(page) and (alone is None or page.file in alone)

        self.prerender = Prerender.start(
            outputs,
            begun,
            files,
            may_be_made,
            self.begun.settings.workers,
            self.shown.cards.showings,
            writes=alone is not None,
        )

    def complete(self, page: Page, context: TemplateContext, nav: Navigation) -> None:
        """Put our parts above and below the text of a page; one that is finished already need not be made again."""
        self.end_page()
        if self.begun.is_remembered:
            self.shown.cards.showings.begin(page.file.src_uri)
        give_address(page)
        values = cast("dict[str, Any]", context)
        if base := base_of(page, self.begun.config):
            values["base_url"] = base
        if not self.has_part_in(page):
            return
        if page.file.src_uri in self.failed.told:
            values["told"] = self.failed.told[page.file.src_uri]
            return
        self._prerender(nav, context["pages"], begun=page)
        if self.prerender and (finished := self.prerender.take(page)) is not None:
            values[KEPT] = finished
            return
        self.text = (page, page.content)
        try:
            self.shown.completion.complete(page, context)
        except BuildError:
            raise
        except Exception as error:  # noqa: BLE001  # of any template
            values[KEPT] = self.failed.of(page, error)
            return
        values[FAILED] = lambda error: self.failed.of(page, error)
        if self.outputs:
            values[KEPT] = self.outputs

    def with_head(self, output: str, page: Page) -> str:
        """A page with what we have to say in `<head>`, if it shows anything of ours."""
        if self.prerender and self.prerender.has_written(output):
            return output
        if base := base_of(page, self.begun.config):
            output = from_base(output, base)
        output = with_noindex(output, page)
        if not self.has_part_in(page) and not (has_cards(output) and self.answers_for(page)):
            return output
        output = fitted(
            output,
            toc_label=page.article.toc_label if isinstance(page, ArticlePage) else None,
            shows_date=not isinstance(page, PostPage) or page.article.shows_date,
        )
        return self.shown.heads.put_into(output, page)

    def with_metadata(self, output: str, page: Page) -> str:
        """A post, talk or listing that tells machines what it is, beside what others have told them."""
        is_written = self.prerender and self.prerender.has_written(output)
        if is_written or self.shown.metadata is None or page.file.src_uri not in self.placed.src_uris:
            return output
        return self.shown.metadata.put_into(output, page)

    def end_pages(self) -> None:
        """Know that all pages are written."""
        if self.prerender:
            self.prerender.end()
        make_room_for_sources(self.begun.config)
        self.end_page()
        self.syndication.write_what_hooks_have_left()

    def forget(self) -> None:
        """Keep no texts once nobody asks for any: the search needs three times the memory of its index to write it."""
        self.shown.listings.html.forget()
        if self.begun.is_built and ends_without_texts(self.begun.config):
            cast("dict[str, Any]", self.shown.cards.rendered).clear()
            self.begun.renditions.forget()
            for page in self.placed.articles.values():
                page.content = None
        if len(self.placed.articles) > _MANY and not self.begun.is_serve:
            give_back_memory()  # `serve` looks for circles later, when nobody waits

    def end_page(self) -> None:
        """Leave to a page its text alone, as other processes do: what stands around it has been written."""
        if self.text:
            page, text = self.text
            page.content, self.text = text, None

    def stop(self) -> None:
        """End the processes that prerender pages."""
        if self.prerender:
            self.prerender.stop()

    def end(self) -> None:
        """Leave the store in order, and tell what has failed since all texts were there."""
        self.stop()
        if store := self.begun.rendering.store:
            store.drop_unused()
        if codes := self.begun.compiled.kept:
            codes.write()
        self.failed.tell()
        self.begun.tell_faults()

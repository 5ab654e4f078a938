"""All that shows one blog, made from what its build knows once every text is HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..articles.article_parts import ArticleParts
from ..articles.hero_maker import HeroMaker
from ..articles.notices import Notices
from ..blog.listing_kinds import SERIES
from ..blog.mentions import Mentions
from ..blog.papers import Papers
from ..blog.related import related_posts
from ..blog.series import parts_beside, standings_of
from ..cache.store import digest
from ..cards.card_html import CardHtml
from ..cards.card_maker import CardMaker
from ..cards.named_pages import NamedPages
from ..cards.paper_cards import PaperCards
from ..cards.part_templates import PartTemplates
from ..cards.showings import NotedRenditions, Showings
from ..cards.shown_pictures import ShownPictures
from ..cards.successions import Successions
from ..cards.talk_cards import TalkCards
from ..finishing.completion import Completion
from ..finishing.fault_box import FaultBox
from ..finishing.page_heads import PageHeads
from ..heads.fact_finder import FactFinder
from ..heads.metadata import Metadata
from ..host.other_plugins import options_of
from ..light_dataclasses import dataclass
from ..material.listing_layout import ListingLayout
from ..material.material_list import MaterialList
from ..material.set_by_hooks import given_to_authors, with_minutes
from ..pictures.picture_copies import PictureCopies
from ..sources.source_files import folder_of
from ..views.embeds import Embeds
from ..views.listing_parts import ListingParts
from ..views.talk_map import TalkMap

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markupsafe import Markup
    from mkdocs.structure.files import Files

    from ..articles.backlinks import Backlinks
    from ..articles.kept_relations import KeptRelations
    from ..articles.talk_slides import TalkSlides
    from ..content.models import Post
    from ..host.theme import Theme
    from ..pictures.covers import Covers
    from ..placement.assembly import Placed
    from ..placement.feed_files import FeedFiles
    from .begun_build import BegunBuild


_MANY = 100
"""Posts among which another process looks for those that are alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What cards, listings, pages and their heads are made with."""

    theme: Theme
    mentions: Mentions
    cards: CardMaker
    talks: TalkCards
    heroes: HeroMaker
    slides: TalkSlides | None
    """`None` where there are none, or a site wants none."""
    listings: ListingParts
    layout: ListingLayout
    material_list: MaterialList
    embeds: Embeds
    map: TalkMap
    completion: Completion
    heads: PageHeads
    metadata: Metadata | None
    """`None` where a site wants none."""


def promise_relations(begun: BegunBuild, placed: Placed) -> Callable[[], Any] | None:
    """What tells which posts are like each other, if that is kept, or if another process looks for it meanwhile.

    With 200 posts, to look takes 30 ms, and a process takes 5.
    """
    if not _takes_long(begun, placed):
        return None
    kept = _kept_relations(begun, placed)
    known = kept.value() if kept else None
    if known is not None:
        return lambda: known
    from ..processes.promised import Promised  # noqa: PLC0415  # most sites have fewer

    def find() -> dict[str, list[str]]:
        related = _find_related(begun, placed)
        return {uri: [post.src_uri for post in others] for uri, others in related.items()}

    promised = Promised.of(find, begun.settings.workers)
    return promised.value if promised else None


def _takes_long(begun: BegunBuild, placed: Placed) -> bool:
    """Whether it takes long to find which posts are alike, and nothing in memory knows that."""
    return begun.is_built and begun.settings.related > 0 and len(placed.blog.posts) >= _MANY


def _kept_relations(begun: BegunBuild, placed: Placed) -> KeptRelations | None:
    """What keeps which posts are alike from build to build; `None` where that does not pay."""
    store = begun.rendering.store
    if store is None or not _takes_long(begun, placed):
        return None
    from ..articles.kept_relations import KeptRelations  # noqa: PLC0415  # most sites have fewer

    slot = digest(begun.config.config_file_path, placed.views.index.src_uri)
    return KeptRelations(*_to_relate(begun, placed), store, slot)


def _related(begun: BegunBuild, placed: Placed) -> Mapping[str, tuple[Post, ...]]:
    """The posts that are most like each post."""
    value, begun.relations = begun.relations, None
    found = value() if value else None
    if found is None:
        return _find_related(begun, placed)
    known = {post.src_uri: post for post in placed.blog.listed}
    return {uri: tuple(known[other] for other in others) for uri, others in found.items()}


def _find_related(begun: BegunBuild, placed: Placed) -> Mapping[str, tuple[Post, ...]]:
    if kept := _kept_relations(begun, placed):
        return kept.find()
    find = begun.memory.relations.related_posts if begun.memory else related_posts
    return find(*_to_relate(begun, placed))


def _to_relate(
    begun: BegunBuild, placed: Placed
) -> tuple[Sequence[Post], Sequence[Post], int, Mapping[str, frozenset[str]]]:
    """The posts, those of them that may be named, how many are wanted, and what is named besides."""
    with_pages = [post for post in placed.blog.listed if not post.section_of]
    beside = parts_beside(standings_of(placed.views.taxonomies[SERIES]))
    return placed.blog.posts, with_pages, begun.settings.related, beside


def compose(begun: BegunBuild, placed: Placed, theme: Theme, files: Files) -> Shown:
    """What shows the posts, talks and listings of a build in its theme."""
    settings, config, view_pages = begun.settings, begun.config, placed.view_pages
    articles = {**placed.articles, **placed.releases, **placed.talks_of_other_blogs}
    rendered = {uri: with_minutes(begun.renditions.of_or_failed(page), page) for uri, page in articles.items()}
    showings = Showings()
    if begun.is_remembered:
        rendered = NotedRenditions(rendered, showings)
    writer = begun.links.writer
    named = NamedPages(writer, settings, begun.faults, {page.article.path: page for page in articles.values()})
    successions = Successions.of(placed.articles.values(), named)
    mentions = Mentions.of(placed.blog, writer.leading)
    pictures = ShownPictures(
        settings=settings,
        chosen=begun.chosen,
        locale=theme.locale,
        articles=articles,
        rendered=rendered,
        writer=writer,
        copies=PictureCopies(
            files=files,
            config=config,
            claims=placed.claims,
            store=begun.rendering.store,
            workers=settings.workers,
            is_wanted=settings.pictures,
        ),
        covers=_covers(begun, placed, files) if settings.covers else None,
        faults=begun.faults,
    )
    cards = CardMaker(
        settings=settings,
        chosen=begun.chosen,
        locale=theme.locale,
        views=placed.views,
        view_pages=view_pages,
        articles=articles,
        rendered=rendered,
        mentions=mentions,
        named=named,
        successions=successions,
        writer=writer,
        pictures=pictures,
        faults=begun.faults,
        now=begun.now,
        given_to_authors=given_to_authors(articles.values()),
        showings=showings,
    )
    templates = PartTemplates(theme, config)
    talks = TalkCards(cards, placed.calendars)
    html, heroes = CardHtml(templates, cards, talks), HeroMaker(cards)
    talk_map = TalkMap(html, begun.faults)
    notices = Notices(templates, cards, is_for_authors=begun.is_serve or settings.preview)
    standings = standings_of(placed.views.taxonomies[SERIES])
    related = _related(begun, placed)
    layout = ListingLayout(theme, settings)
    material_list = MaterialList(config, settings, articles, rendered, view_pages)
    listings = ListingParts(
        templates, html, placed.blog, placed.views, view_pages, placed.feeds, placed.calendars, talk_map
    )
    book = placed.reader.authors
    pages = {page.file.src_uri: page for page in placed.pages}
    known = tuple(book.authors.values()) if book else ()
    papers = PaperCards(cards, Papers.of(placed.bibliography, placed.blog), placed.level_of_papers, pages, known)
    embeds = Embeds(templates, html, placed.blog, placed.views, talk_map, papers)
    index = view_pages[placed.views.index.src_uri][0]
    facts = FactFinder(cards, talks, placed.blog, theme, config, index)
    return Shown(
        theme=theme,
        mentions=mentions,
        cards=cards,
        talks=talks,
        heroes=heroes,
        slides=_slides(begun, placed, cards, templates, files),
        listings=listings,
        layout=layout,
        material_list=material_list,
        embeds=embeds,
        map=talk_map,
        completion=Completion(
            cards=cards,
            articles=ArticleParts(templates, html, heroes, notices, placed.blog, mentions, standings, related, papers),
            listings=listings,
            layout=layout,
            material_list=material_list,
            embeds=embeds,
            faults=FaultBox(templates, begun.faults, shows_warnings=begun.is_serve),
            backlinks=_backlinks(templates, html, mentions, placed.feeds) if settings.backlinks else None,
            index=index,
            banner=_banner(templates) if settings.preview else "",
        ),
        heads=PageHeads(templates, placed.stylesheets, placed.feeds, view_pages, index, is_preview=settings.preview),
        metadata=Metadata(theme.words, facts) if settings.seo else None,
    )


def _backlinks(templates: PartTemplates, html: CardHtml, mentions: Mentions, feeds: FeedFiles) -> Backlinks:
    """What tells below pages of the docs which posts lead there."""
    from ..articles.backlinks import Backlinks  # noqa: PLC0415  # few sites want that

    return Backlinks(templates, html, mentions, feeds)


def _covers(begun: BegunBuild, placed: Placed, files: Files) -> Covers:
    """What makes covers; other sites get those of Material's `social`, if it is on."""
    from ..host.palette import primary_colour  # noqa: PLC0415  # few sites want covers
    from ..pictures.covers import Covers  # noqa: PLC0415  # as above

    config = begun.config
    is_social = options_of(config, "social", "material/social", "materialx/social")
    return Covers(
        files=files,
        config=config,
        claims=placed.claims,
        store=begun.rendering.store,
        colour=primary_colour(config),
        are_shared=bool(config.site_url) and begun.settings.seo and not is_social,
    )


def _slides(
    begun: BegunBuild, placed: Placed, cards: CardMaker, templates: PartTemplates, files: Files
) -> TalkSlides | None:
    """What shows the slides of talks, where any talk may have some."""
    if not begun.settings.talks_slides_on_page or not placed.blog.talks:
        return None
    from ..articles.talk_slides import TalkSlides  # noqa: PLC0415  # most sites have no talks
    from ..pictures.slide_decks import SlideDecks  # noqa: PLC0415  # as above

    decks = SlideDecks(
        files=files,
        config=begun.config,
        claims=placed.claims,
        store=begun.rendering.store,
        workers=begun.settings.workers,
    )
    return TalkSlides(templates, cards, decks)


def _banner(templates: PartTemplates) -> Markup:
    """What stands at the top of each page in a preview."""
    from ..finishing.preview_banner import name_of_change  # noqa: PLC0415  # most builds are none

    return templates.render("preview.html", change=name_of_change(folder_of(templates.config)))

"""What stands above and below the text of a post or talk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..blog.listing_kinds import SERIES
from ..cards.card_maker import is_draft
from ..content.models import Article, Post, Talk
from ..html.page_urls import from_root
from ..light_dataclasses import dataclass
from .article_values import PageLink, PostFooter, SeriesView, TalkFooter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..blog.blog import Blog
    from ..blog.mentions import Mentions
    from ..blog.series import Standing
    from ..cards.card_html import CardHtml
    from ..cards.card_values import AuthorLink, PostCard, TermLink
    from ..cards.paper_cards import PaperCards
    from ..cards.part_templates import PartTemplates
    from ..pages.text_pages import ArticlePage
    from .hero_maker import HeroMaker
    from .notices import Notices


_AROUND = 5
"""How many parts of a long series are named before and after a post."""


@dataclass(frozen=True, slots=True)
class ArticleParts:
    """The parts of one blog's posts and talks in one theme."""

    templates: PartTemplates
    html: CardHtml
    heroes: HeroMaker
    notices: Notices
    blog: Blog
    mentions: Mentions
    standings: Mapping[str, tuple[Standing, ...]]
    """Where posts stand in series."""
    related: Mapping[str, tuple[Post, ...]]
    """The posts that are like each."""
    papers: PaperCards

    def header(self, page: ArticlePage, content: str) -> Markup:
        """What stands below the title of a post or talk whose text is `content`."""
        article = page.article
        return self._talk_header(article) if isinstance(article, Talk) else self._post_header(page, article, content)

    def _post_header(self, page: ArticlePage, post: Post, content: str) -> Markup:
        """Its byline, unless the site shows that itself; then where it leads: its link, its paper and the like."""
        card = self.html.cards.post_card(post)
        if self.templates.theme.shows_byline(page.meta.get("template")):
            head = self.templates.render("draft-badge.html") if is_draft(post) else Markup()
        else:
            head = self.templates.render("post-header.html", post=card)
        if card.link:
            head += self.templates.render("post-link.html", link=card.link)
        if series := self.series(post):
            head += self.templates.render("series-line.html", series=series)
        if card.buttons or card.citation:
            head += self.templates.render("post-buttons.html", post=card)
        return head + self.notices.of(post) + self._lead(post, card, content)

    def _lead(self, post: Post, card: PostCard, content: str) -> Markup:
        """The description and the teaser of a post, as far as the site wants them and the post shows neither."""
        settings = self.html.cards.settings
        if post.hero:
            return Markup()
        is_told = settings.post_description_on_page and post.description
        text = self.html.cards.rendered[post.src_uri].description if is_told else ""
        image = card.image if settings.post_teaser_on_page and post.teaser else None
        if image and image.src.rpartition("/")[2] in content:
            image = None
        return self.templates.render("post-lead.html", text=text, image=image) if text or image else Markup()

    def _talk_header(self, talk: Talk) -> Markup:
        from .recording_maker import recording_view  # noqa: PLC0415  # most sites have no talks

        card = self.html.talks.of(talk)
        recording = recording_view(talk, card, is_embedded=self.html.cards.settings.talks_embed)
        has_picture = talk.hero or (recording and recording.picture)
        shown = replace(card, image=None) if has_picture else card
        return self.templates.render("talk-header.html", talk=shown, recording=recording)

    def footer(self, page: ArticlePage, tags: tuple[TermLink, ...]) -> Markup:
        """What follows the text of a post with some tags, or the abstract of a talk."""
        article = page.article
        return self._talk_footer(article) if isinstance(article, Talk) else self._post_footer(page, article, tags)

    def _post_footer(self, page: ArticlePage, post: Post, tags: tuple[TermLink, ...]) -> Markup:
        older, newer = self._neighbours(post)
        footer = PostFooter(
            tags=tags,
            authors=self._authors(page, post),
            talks=tuple(self.html.of_talk(talk) for talk in self.mentions.talks_in.get(post.src_uri, ())),
            papers=self.papers.of_article(post),
            series=self.series(post),
            related=tuple(self.html.of_related(other) for other in self.related.get(post.src_uri, ())),
            previous=older,
            next=newer,
        )
        return self.templates.render("post-footer.html", footer=footer)

    def _authors(self, page: ArticlePage, post: Post) -> tuple[AuthorLink, ...]:
        """Those who get a line on each, unless the site shows them itself or there is nothing more to say of any."""
        if self.templates.theme.shows_byline(page.meta.get("template")):
            return ()
        authors = self.html.cards.post_card(post).authors
        return authors if any(author.description for author in authors) else ()

    def _talk_footer(self, talk: Talk) -> Markup:
        posts = self.mentions.posts_about.get(talk.src_uri, ())
        older, newer = self._neighbours(talk)
        footer = TalkFooter(
            papers=self.papers.of_article(talk),
            posts=tuple(self.html.of_post(post) for post in posts),
            previous=older,
            next=newer,
        )
        return self.templates.render("talk-footer.html", footer=footer)

    def _neighbours(self, article: Post | Talk) -> tuple[PageLink | None, PageLink | None]:
        """The ways to the article before and the one after, where the theme shows none."""
        neighbours = None if self.templates.theme.shows_neighbours else self.blog.neighbours.get(article.src_uri)
        return (self._way(neighbours.older), self._way(neighbours.newer)) if neighbours else (None, None)

    def series(self, post: Post) -> tuple[SeriesView, ...]:
        """The series that a post is part of."""
        return tuple(self._series_view(standing) for standing in self.standings.get(post.src_uri, ()))

    def _series_view(self, standing: Standing) -> SeriesView:
        series, number = standing.series, standing.number
        shown = series.posts
        first = max(0, min(number - 1 - _AROUND, len(shown) - 2 * _AROUND - 1))
        return SeriesView(
            name=series.name,
            url=self.html.cards.term_url(SERIES, series.name) or "",
            number=number,
            count=len(shown),
            first=first + 1,
            parts=tuple(self._page_link(post) for post in shown[first : first + 2 * _AROUND + 1]),
            previous=self._way(standing.previous),
            next=self._way(standing.next),
        )

    def _way(self, article: Post | Talk | None) -> PageLink | None:
        return self._page_link(article) if article else None

    def _page_link(self, article: Post | Talk) -> PageLink:
        cards = self.html.cards
        return PageLink(
            title=cards.rendered[article.src_uri].title,
            url=from_root(cards.articles[article.src_uri].url),
            date=cards.shown_date(article.date) if article.date else None,
        )

    def hero(self, article: Article, title: Markup | None = None) -> Markup:
        """What stands large above a text: the title on its ground, or else a wide picture."""
        hero = self.heroes.hero(article)
        if title and hero:
            return self.templates.render("hero.html", hero=replace(hero, title=title))
        return self.templates.render("wide-image.html", hero=hero) if hero and hero.image else Markup()

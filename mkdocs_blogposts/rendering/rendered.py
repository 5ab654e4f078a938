"""What is known of a post or talk only once its text is HTML."""

from __future__ import annotations

from dataclasses import asdict, field
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape
from mkdocs.exceptions import BuildError

from ..cache.store import digest
from ..content.models import Article, Post
from ..content.titles import is_lowered, title_by_name
from ..failures import tell_failure
from ..frontmatter.file_names import file_name_of
from ..host.other_plugins import is_locked
from ..html.excerpts import cut_excerpt, fit_excerpt, plain_text, shortened
from ..html.phrases import INLINE_TAGS, heading_html
from ..light_dataclasses import dataclass
from ..pages.text_pages import PostPage
from .reading_minutes import reading_minutes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..cache.remembered import Remembered
    from ..pages.text_pages import ArticlePage
    from ..settings import Settings
    from .page_renderer import Rendering

RENDERED = "rendered"
"""Kind of entry that the store keeps of it."""

_LINK_MARKS = ("](", "][", "]:", "[[", "<", "://")
"""What a text has that may have links."""

_PHRASE_TAGS = INLINE_TAGS | {"a", "br"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """The HTML of an article and what follows from it."""

    content: str
    title: Markup
    """Inline HTML without links."""
    title_text: str
    excerpt: Markup
    more: bool
    """Whether the text goes on after the excerpt."""
    description: str
    """Plain text, for metadata and feeds."""
    reading_time: int | None
    """Minutes; `None` where it is not to be shown."""
    phrases: Mapping[str, Markup]
    """Inline HTML, with links for its own page, of what else front matter tells: `lead`, `caption`, `citation`."""


@dataclass(frozen=True, kw_only=True)
class Renditions:
    """What is known of the posts and talks of one build, each made once."""

    rendering: Rendering
    settings: Settings
    known: Remembered[Rendered] | None = None
    """What `serve` remembers of each of them; `None` in a build."""
    _made: dict[str, Rendered] = field(default_factory=dict, init=False)
    """What was made in this build, by all that it depends on."""

    def of_or_failed(self, page: ArticlePage) -> Rendered:
        """What follows from the finished HTML of a page; the title alone, and a fault, where an extension failed."""
        try:
            return self.of(page)
        except BuildError:
            raise
        except Exception as error:  # noqa: BLE001  # of any extension
            tell_failure(self.rendering.faults, page.article.path, "making its excerpt", error)
            title = page.title_from_nav or page.article.title
            return Rendered(
                content=page.content or "",
                title=escape(title),
                title_text=title,
                excerpt=Markup(),
                more=True,
                description="",
                reading_time=None,
                phrases={},
            )

    def of(self, page: ArticlePage) -> Rendered:
        """What follows from the finished HTML of a page, made anew only where it is not kept."""
        if self.known is None or _leads_somewhere(page.article) or not (basis := self.rendering.basis()):
            return self._of(page)
        about, src_uri = (basis, *_depends_on(page, self.settings)), page.file.src_uri
        if src_uri not in self.known or self.known[src_uri][0] != about:
            self.known[src_uri] = (about, self._of(page))
        return self.known[src_uri][1]

    def _of(self, page: ArticlePage) -> Rendered:
        """The same, from the store if it is kept there."""
        store = self.rendering.store
        key = self.key_of(page)
        if key is None or store is None or _leads_somewhere(page.article):
            return _rendered(page, self.rendering, self.settings)
        if known := self._made.get(key):
            return known
        if values := store.get(RENDERED, key):
            made = {name: Markup(values[name]) for name in ("title", "excerpt")}
            phrases = {name: Markup(phrase) for name, phrase in values["phrases"].items()}
            content = "" if is_locked(page) else page.content or ""
            return Rendered(**{**values, **made, "phrases": phrases}, content=content)
        rendered = self._made[key] = _rendered(page, self.rendering, self.settings)
        store.put(RENDERED, key, {name: value for name, value in asdict(rendered).items() if name != "content"})
        return rendered

    def key_of(self, page: ArticlePage) -> str | None:
        """All that this depends on; `None` where that can't be known."""
        basis = self.rendering.basis()
        return digest(basis, *_depends_on(page, self.settings)) if basis else None

    def forget(self) -> None:
        """Have nothing at hand any more; what was made is in the store."""
        self._made.clear()

    def make_ready(self, page: ArticlePage) -> None:
        """See to it that `of` has it at hand, but for what it tells each time that it is asked."""
        if not _leads_somewhere(page.article):
            self.of_or_failed(page)


def _rendered(page: ArticlePage, rendering: Rendering, settings: Settings) -> Rendered:
    """What follows from the finished HTML of a page."""
    article = page.article
    # Of a text behind a password, only what front matter says is for all.
    content = "" if is_locked(page) else page.content or ""
    title = _title(page, rendering, settings)
    separators = article.excerpt_separators if isinstance(article, Post) else (settings.post_excerpt_separator,)
    cut = cut_excerpt(content, separators, page.url)
    excerpt = cut.html
    if told := article.excerpt or (None if cut.is_marked else article.description):
        place = article.places.get("excerpt" if article.excerpt else "description")
        excerpt = fit_excerpt(rendering.blocks(told, page, place), page.url)
    return Rendered(
        content=content,
        title=title,
        title_text=plain_text(title),
        excerpt=excerpt,
        more=cut.more or bool(told) or is_locked(page),
        description=_description(article, excerpt, rendering),
        reading_time=reading_minutes(page) if isinstance(page, PostPage) else None,
        phrases={name: _phrase(text, place, page, rendering) for name, text, place in _phrases(article)},
    )


def _phrases(article: Article) -> Iterator[tuple[str, str, str]]:
    """Name, Markdown and key of each further text that a page shows of its front matter."""
    if article.hero and article.hero.lead:
        yield "lead", article.hero.lead, "tagline" if "tagline" in article.places else "excerpt"
    if article.hero and article.hero.caption:
        yield "caption", article.hero.caption, "header.caption"
    if article.citation:
        yield "citation", article.citation, "citation"


def _phrase(text: str, key: str, page: ArticlePage, rendering: Rendering) -> Markup:
    import nh3  # noqa: PLC0415  # most front matter has no such text

    blocks = rendering.blocks(text, page, page.article.places.get(key))
    return Markup(nh3.clean(blocks, tags=_PHRASE_TAGS, attributes={"a": {"href", "title"}}, link_rel=None).strip())


def _leads_somewhere(article: Article) -> bool:
    """Whether front matter has links; where these lead depends on other files, and is told each time."""
    told = (article.excerpt or article.description or "", *(text for _, text, _ in _phrases(article)))
    return any(mark in text for text in told for mark in _LINK_MARKS)


def _depends_on(page: ArticlePage, settings: Settings) -> Iterator[Any]:
    article = page.article
    yield from (page.content, page.url, article.title, article.dialect, article.excerpt, article.description)
    yield from (_given_title(page), settings.draft_title_prefixes, is_locked(page))
    yield list(_phrases(article))
    yield settings.post_excerpt_separator
    if isinstance(article, Post):
        yield from (article.excerpt_separators, article.reading_time, article.shows_reading_time)
        yield (article.words_per_minute, article.words_per_minute_cjk)
        yield None if article.words_per_minute_cjk is None else page.markdown


def _given_title(page: ArticlePage) -> str | None:
    """The title that `nav`, another plugin or front matter gives; `None` where the page's heading is its title."""
    article, told = page.article, page.meta.get("title")
    is_of_plugin = isinstance(told, str) and told != article.meta.get("title")
    given = page.title_from_nav or (told if is_of_plugin else None) or (article.title if article.is_titled else None)
    return given or _title_in_place_of_lowered(page)


def _title_in_place_of_lowered(page: ArticlePage) -> str | None:
    """The name of the file, as with the host, where another plugin has made the heading one of a lower level."""
    article = page.article
    if page.markdown in (None, page.text) or not is_lowered(article.title, page.markdown):
        return None
    return title_by_name(file_name_of(article.src_uri), article.dialect)


def _title(page: ArticlePage, rendering: Rendering, settings: Settings) -> Markup:
    article, given = page.article, _given_title(page)
    found = Markup() if given else heading_html(page.content or "")
    for prefix in settings.draft_title_prefixes:
        found = Markup(found.removeprefix(escape(prefix)).lstrip())  # a part of what it was
    markdown = given or article.title
    title = found if plain_text(found) else rendering.inline(markdown, article.dialect)
    return title if plain_text(title) else escape(markdown)


def _description(article: Article, excerpt: Markup, rendering: Rendering) -> str:
    if article.description:
        return plain_text(rendering.inline(article.description, article.dialect))
    return shortened(plain_text(excerpt))

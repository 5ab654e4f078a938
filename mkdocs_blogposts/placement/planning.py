"""Which texts have a page here, what follows from all of them together, and which listings there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from ..blog.blog import Blog
from ..blog.listing_kinds import ARCHIVE_INDEX, CATEGORY, SERIES, TAG, TAG_INDEX
from ..blog.listing_plans import plan_views
from ..blog.series import tell_same_parts
from ..blog.tag_spelling import tell_misspellings
from ..content.models import JekyllPage, Post, Talk
from ..host.material_tags import MaterialTags
from ..light_dataclasses import dataclass
from ..log import log
from .departures import Departures, as_links, parted
from .listing_heads import heads_among

if TYPE_CHECKING:
    from mkdocs.structure.files import File, Files

    from ..blog.listings import Views
    from .gathering import Gathered, Texts
    from .task import PlacementTask


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A blog before anything of it has its URL."""

    blog: Blog
    views: Views
    here: Texts
    """Texts that are shown at their own URL, heads of listings among them."""
    away: Texts
    """Those that have moved to another page."""
    elsewhere: list[tuple[File, Post]]
    """Posts that stand on another site, and in lists of this one all the same."""
    held_back: Texts
    """Those that are not part of the build, but for heads of listings."""
    heads: set[str]
    """Pages that are left to a listing, by `src_uri`."""

    @property
    def apart(self) -> Texts:
        """Texts with a page of their own."""
        return [(file, text) for file, text in self.here if text.src_uri not in self.heads]


def plan(task: PlacementTask, gathered: Gathered, files: Files) -> Planned:
    """What becomes of the texts of a blog."""
    shown, site_urls = gathered.shown, gathered.reader.site_urls
    departures = Departures(texts=shown, hidden=gathered.held_back, files=files, site_urls=site_urls)
    here, away = parted(shown, departures.staying(task.faults)) if task.settings.redirects else (shown, [])
    elsewhere = as_links(away, site_urls)
    texts = [text for _, text in (*here, *elsewhere)]
    blog = Blog.of(
        [text for text in texts if isinstance(text, Post)],
        [text for text in texts if isinstance(text, Talk)],
        [page.article for page in gathered.talk_pages.values()],
        [release for changelog in gathered.changelogs for release in changelog.releases],
    )
    views = _with_own_page_of_tags(task, _views(task, gathered, blog), gathered, files)
    may_be_heads = [(file, page) for file, page in here if isinstance(page, JekyllPage)]
    with_heads = views.without(ARCHIVE_INDEX)
    heads = heads_among([*may_be_heads, *gathered.pages.held_back], with_heads, task.config, task.faults)
    return Planned(
        blog=blog,
        views=views,
        here=here,
        away=away,
        elsewhere=elsewhere,
        held_back=[(file, text) for file, text in gathered.held_back if text.src_uri not in heads],
        heads=heads,
    )


def _views(task: PlacementTask, gathered: Gathered, blog: Blog) -> Views:
    """Every listing of the blog; what its author should know of them is told."""
    try:
        settings, archives = gathered.reader.settings, gathered.archives
        months = archives.months(settings) if archives else None
        archive = task.theme.translate(settings.archive_name, task.config)
        views = plan_views(blog, settings, task.theme.locale, task.theme.words, months=months, archive=archive)
    except ValueError as error:
        raise PluginError(f"blogposts: {error}") from error
    for note in views.notes:
        log.info("%s", note)
    tell_misspellings(views.taxonomies[TAG].terms, task.faults, "tags", "tag")
    tell_misspellings(views.taxonomies[CATEGORY].terms, task.faults, "categories", "category")
    tell_same_parts(views.taxonomies[SERIES], task.faults)
    return views


def _with_own_page_of_tags(task: PlacementTask, views: Views, gathered: Gathered, files: Files) -> Views:
    """Leave the place of our tag index to the page that a site has there for Material's `tags`."""
    index = views.first(TAG_INDEX)
    wanted = {page.src_uri: page.dest_uri for _, page in (*gathered.pages.shown, *gathered.pages.held_back)}
    page = MaterialTags.of(task.config).own_page(index.src_uri, files, task.config, wanted) if index else None
    if page is None:
        return views
    log.info("The page '%s' stays as it is, so there is no tag index of the blog", page.src_uri)
    return views.without(TAG_INDEX)

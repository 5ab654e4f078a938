"""Every option: type, default and meaning; `config.py`, the reference page and the JSON Schema are made from these.

Those of the blog are in `blog_settings`; those of talks, of Jekyll's sites and of what a build writes are here.
"""

from __future__ import annotations

from . import choices
from .blog_settings import BlogSettings
from .light_dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(BlogSettings):
    """What a site has set under `plugins: - blogposts:` in its `mkdocs.yml`."""

    talks: bool = True
    """Whether the site has talks."""

    talks_dir: str = "talks"
    """Folder of the talks below `docs_dir`, and the first part of their URLs."""

    talks_permalink: str | None = None
    """URL of talks from the site's root, as a Jekyll template (`/talks/:year/:title/`)."""

    talks_calendar: bool = True
    """Whether there is a calendar of all talks, `talks.ics`, and one for each upcoming talk."""

    talks_embed: bool = False
    """Whether the page of a talk plays its recording when a reader asks for it."""

    talks_slides_on_page: bool = True
    """Whether the page of a talk shows its slides, if they are a PDF in the site; needs the extra `[slides]`."""

    talks_map: bool = False
    """Whether the list of talks begins with a map of where they were given."""

    publications: tuple[str, ...] = ()
    """BibTeX files with papers for pages to list, relative to `mkdocs.yml`: `a.bib`, `papers/*.bib`."""

    events: bool = False
    """Whether there is a page for each event, with the talks given there and the posts about them."""

    events_url_format: str = "event/{slug}"
    """URL of the page of an event below the talks."""

    jekyll_pages: bool = False
    """Whether the pages and collections of a Jekyll site are built, at the URLs that Jekyll gives them."""

    jekyll_config: tuple[str, ...] = ()
    """Files to read instead of the nearest `_config.yml`, relative to `mkdocs.yml`; later ones take precedence."""

    redirects: bool = True
    """Whether old URLs in front matter redirect to the pages that name them."""

    redirects_files: tuple[choices.RedirectsFile, ...] = ()
    """Files to write instead of pages of redirects, where hosts read them: `_redirects` of Netlify and Cloudflare."""

    urls_file: str | None = None
    """File with every URL that the site has published, relative to `mkdocs.yml`: `urls.txt`."""

    backlinks: bool = False
    """Whether docs pages list the posts and talks that link to them."""

    changelog: tuple[str, ...] = ()
    """Pages of versions with dates, each of which becomes an entry in the blog: `changelog.md`."""

    changelog_categories: tuple[str, ...] = ("Releases",)
    """Categories of these entries."""

    feeds: bool = True
    """Whether the blog has feeds."""

    feeds_formats: tuple[choices.FeedFormat, ...] = ("rss", "atom", "json")
    """Formats of the feeds: `rss`, `atom`, `json`."""

    feeds_atom_url: str = "atom.xml"
    """URL of the Atom feed below the blog or, with a leading slash, from the site's root: `/feed.xml`."""

    feeds_listings: tuple[choices.FeedListing, ...] = ("tags", "categories", "authors", "series", "talks")
    """Listings with feeds of their own, besides those of the whole blog."""

    feeds_sections: tuple[str, ...] = ()
    """Folders of docs pages that have a feed of the posts and talks that link to them: `[guide]`."""

    feeds_length: int = 20
    """How many posts a feed has."""

    feeds_archive: bool = False
    """Whether feeds link to further documents with all older posts, as in RFC 5005."""

    feeds_content: choices.FeedContent = "excerpt"
    """What a feed contains of each post."""

    feeds_beside_rss: bool = True
    """Whether there are feeds if mkdocs-rss-plugin makes some, too."""

    seo: bool = True
    """Whether pages have metadata for search engines, chats and social networks."""

    key_aliases: choices.Lists = field(default_factory=dict)
    """Other names for keys of front matter: `{date: [written]}`."""

    faults: choices.Texts = field(default_factory=dict)
    """Levels of kinds of faults, if other than the default: `{duplicate-url: warning}`."""

    smart_quotes: bool = False
    """Whether quotes, dashes and dots in Jekyll's posts become typographic, as kramdown makes them."""

    workers: choices.WorkerCount = "auto"
    """How many processes render posts; `auto` is one per core, or one if forking is not safe."""

    cache: bool = True
    """Whether builds keep what they have rendered, for the next one."""

    cache_dir: str = ".cache/plugin/blogposts"
    """Folder to keep it in, relative to `mkdocs.yml`."""

    keep_files: bool = True
    """Whether pages that have not changed are left as they are, and files keep their modification time."""

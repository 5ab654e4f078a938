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
    """Whether talks are looked for."""

    talks_dir: str = "talks"
    """Folder of the talks below `docs_dir`, and the first part of their URLs."""

    talks_permalink: str | None = None
    """URL of talks from the site's root, as a Jekyll template (`/talks/:year/:title/`)."""

    talks_calendar: bool = True
    """Whether there is a calendar of all talks, `talks.ics`, and one of each that is to come."""

    talks_embed: bool = False
    """Whether the page of a talk plays its recording, once a reader asks for that."""

    talks_slides_on_page: bool = True
    """Whether the page of a talk shows its slides, where these are a PDF of the site; with the extra `[slides]`."""

    talks_map: bool = False
    """Whether the list of talks shows on a map where they were given."""

    publications: tuple[str, ...] = ()
    """Files of BibTeX with papers that pages may list, from the folder of `mkdocs.yml`: `a.bib`, `papers/*.bib`."""

    events: bool = False
    """Whether there is a page for each event, with the talks that were given there and the posts about these."""

    events_url_format: str = "event/{slug}"
    """URL of the page of an event below the talks."""

    jekyll_pages: bool = False
    """Whether the pages of a Jekyll site, those of its collections among them, stand where Jekyll puts them."""

    jekyll_config: tuple[str, ...] = ()
    """Files in place of the nearest `_config.yml`, named from the folder of `mkdocs.yml`; of several the later win."""

    redirects: bool = True
    """Whether old URLs in front matter lead to the pages that they name."""

    redirects_files: tuple[choices.RedirectsFile, ...] = ()
    """Files of redirects for hosts that read such, in place of pages: `_redirects` of Netlify and Cloudflare."""

    urls_file: str | None = None
    """File with every URL that the site has published, from the folder of `mkdocs.yml`: `urls.txt`."""

    backlinks: bool = False
    """Whether a docs page shows the posts and talks that link to it."""

    changelog: tuple[str, ...] = ()
    """Pages with versions and their dates, each of which becomes an entry of the blog: `changelog.md`."""

    changelog_categories: tuple[str, ...] = ("Releases",)
    """Categories of these entries."""

    feeds: bool = True
    """Whether the blog has feeds."""

    feeds_formats: tuple[choices.FeedFormat, ...] = ("rss", "atom", "json")
    """Formats of the feeds: `rss`, `atom`, `json`."""

    feeds_atom_url: str = "atom.xml"
    """URL of the Atom feed below the blog or, with a slash in front, from the site's root: `/feed.xml`."""

    feeds_listings: tuple[choices.FeedListing, ...] = ("tags", "categories", "authors", "series", "talks")
    """Which listings have feeds of their own, beside those of the whole blog: any of these."""

    feeds_sections: tuple[str, ...] = ()
    """Folders of docs pages, each with a feed of the posts and talks that link to pages in it: `[guide]`."""

    feeds_length: int = 20
    """How many posts a feed has."""

    feeds_archive: bool = False
    """Whether what is older stands in further documents, to which a feed leads, as RFC 5005 has it."""

    feeds_content: choices.FeedContent = "excerpt"
    """What a feed holds of each post."""

    feeds_beside_rss: bool = True
    """Whether there are feeds where mkdocs-rss-plugin makes some."""

    seo: bool = True
    """Whether pages say what they are to search engines, chats and other machines that read them."""

    key_aliases: choices.Lists = field(default_factory=dict)
    """Further names for keys of front matter: `{date: [written]}`."""

    faults: choices.Texts = field(default_factory=dict)
    """Level of each kind of fault, where it should differ: `{duplicate-url: warning}`."""

    smart_quotes: bool = False
    """Whether quotes, dashes and dots in texts of Jekyll's posts become typographic ones, as kramdown makes them."""

    workers: choices.WorkerCount = "auto"
    """How many processes render posts in a build; `auto` takes one per core, and one where forking is not safe."""

    cache: bool = True
    """Whether builds keep what they have rendered, for the next one."""

    cache_dir: str = ".cache/plugin/blogposts"
    """Where they keep it, from the folder of `mkdocs.yml`."""

    keep_files: bool = True
    """Whether files of the site that a build would write as they are keep their place and their time."""

"""Every option of a blog: type, default and meaning; what else a site may set is in `settings`."""

from __future__ import annotations

from . import choices
from .light_dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class BlogSettings:
    """What a site has set about its blog: the posts, how they are listed, and which are held back."""

    enabled: bool = True
    """Whether the plugin does anything. Can be set by an environment variable."""

    blog_dir: str = "blog"
    """Folder of the blog below `docs_dir`, and the first part of its URLs; `.` makes the whole site the blog."""

    blog_toc: bool = False
    """Whether the table of contents of a listing has its posts."""

    view_layout: choices.Layout = "cards"
    """How listings show posts: as teaser `cards`, as the `list` that Material's blog makes, or as a `table`."""

    post_dir: str = "{blog}/posts"
    """Folder of the posts below `docs_dir`; `{blog}` stands for `blog_dir`. It can be outside: `../_posts`."""

    post_dialect: choices.DialectChoice = "auto"
    """Whose rules apply to URLs, time zones and Markdown: Material's or Jekyll's; `auto` decides for each file."""

    post_date_format: str = "long"
    """How dates are shown: `full`, `long`, `medium`, `short`, or a pattern of Babel."""

    post_url_date_format: str = "yyyy/MM/dd"
    """How `{date}` looks in the URL of a post, as a pattern of Babel."""

    post_url_format: str = "{date}/{slug}"
    """URL of a post below the blog, made from `{date}`, `{slug}`, `{categories}` and `{file}`."""

    post_url_max_categories: int = 1
    """How many categories `{categories}` puts into the URL of a post."""

    post_permalink: str | None = None
    """URL of posts from the site's root, as a Jekyll template (`/:categories/:year/:title/`) or style (`pretty`)."""

    post_slugify: choices.Slugify = field(default_factory=lambda: choices.USUAL_SLUGIFY)
    """Function that makes the slug of a post from its title."""

    post_slugify_separator: str = "-"
    """What `post_slugify` puts between words."""

    post_excerpt: choices.ExcerptNeed = "optional"
    """With `required`, a post without an excerpt separator is reported."""

    post_excerpt_max_authors: int = 1
    """How many authors a listing shows for a post; a card shows all of them unless this is set."""

    post_excerpt_max_categories: int = 5
    """How many categories a listing shows for a post; a card shows all of them unless this is set."""

    post_excerpt_separator: str = "<!-- more -->"
    """What marks the end of the excerpt in a post."""

    post_readtime: bool = True
    """Whether posts show their reading time."""

    post_readtime_words_per_minute: int = 265
    """Words per minute, for the reading time; with MaterialX, the default is 240, as it counts."""

    post_readtime_words_per_minute_cjk: int | None = None
    """Characters per minute in Chinese, Japanese and Korean; if not set, they count as words."""

    share_links: choices.Tables = field(default_factory=dict)
    """Links to share a post, each with `link`, `title` and `icon`, shown where MaterialX shows them."""

    post_teaser_default: str | None = None
    """Teaser image of posts that don't name one: a path below `docs_dir`, or a URL."""

    teaser_placeholder: choices.TeaserPlaceholder = "band"
    """What a card without a picture shows: a `band` or a `tile` in the colour of its category, or `none`."""

    post_teaser_on_page: bool = False
    """Whether a post begins with its teaser image, unless its text shows it already."""

    post_description_on_page: bool = False
    """Whether a post begins with its `description`, as a lead below the title."""

    pictures: bool = True
    """Whether pictures named in front matter get smaller copies for smaller screens."""

    covers: bool = False
    """Whether posts without a picture get a cover: their title and date on the site's colour."""

    archive: bool = True
    """Whether there is an archive page for each period."""

    archive_name: str = "blog.archive"
    """Title of the archive's section in the navigation: a text, or a key of the theme's translations."""

    archive_date_format: str = "yyyy"
    """Title of an archive page, as a pattern of Babel. Posts for which it is the same share a page."""

    archive_url_date_format: str = "yyyy"
    """How `{date}` looks in the URL of an archive page, as a pattern of Babel."""

    archive_url_format: str = "archive/{date}"
    """URL of an archive page below the blog."""

    archive_pagination: bool | None = None
    """Whether archive pages are split; `pagination` if not set."""

    archive_pagination_per_page: int | None = None
    """Posts per archive page; `pagination_per_page` if not set."""

    archive_layout: choices.Layout | None = None
    """Like `view_layout`, for archive pages; `view_layout` if not set."""

    archive_toc: bool | None = None
    """Like `blog_toc`, for archive pages."""

    categories: bool = True
    """Whether there is a page for each category."""

    categories_name: str = "blog.categories"
    """Title of the categories' section in the navigation: a text, or a key of the theme's translations."""

    categories_url_format: str = "category/{slug}"
    """URL of a category's page below the blog."""

    categories_slugify: choices.Slugify = field(default_factory=lambda: choices.USUAL_SLUGIFY)
    """Function that makes the slug of a category or tag from its name."""

    categories_slugify_separator: str = "-"
    """What `categories_slugify` puts between words."""

    categories_sort_by: choices.SortKey = choices.by_name
    """Function that returns the value by which categories are sorted in the navigation."""

    categories_sort_reverse: bool = False
    """Whether categories are sorted in reverse."""

    categories_allowed: tuple[str, ...] = ()
    """The categories that posts can have; any, if empty."""

    categories_pagination: bool | None = None
    """Whether category pages are split; `pagination` if not set."""

    categories_pagination_per_page: int | None = None
    """Posts per category page; `pagination_per_page` if not set."""

    categories_layout: choices.Layout | None = None
    """Like `view_layout`, for category pages; `view_layout` if not set."""

    categories_toc: bool | None = None
    """Like `blog_toc`, for category pages."""

    authors: bool = True
    """Whether authors are shown."""

    authors_file: str = "{blog}/.authors.yml"
    """File that describes the authors, below `docs_dir`; `{blog}` stands for `blog_dir`."""

    authors_profiles: bool = False
    """Whether there is a page for each author."""

    authors_profiles_name: str = "blog.authors"
    """Title of the authors' section in the navigation: a text, or a key of the theme's translations."""

    authors_profiles_url_format: str = "author/{slug}"
    """URL of an author's page below the blog, made from `{slug}` or `{name}`."""

    authors_profiles_pagination: bool | None = None
    """Whether author pages are split; `pagination` if not set."""

    authors_profiles_pagination_per_page: int | None = None
    """Posts per author page; `pagination_per_page` if not set."""

    authors_profiles_layout: choices.Layout | None = None
    """Like `view_layout`, for author pages; `view_layout` if not set."""

    authors_profiles_toc: bool | None = None
    """Like `blog_toc`, for author pages."""

    tags: bool = True
    """Whether there is a tag index and a page for each tag."""

    tags_url_format: str = "tag/{slug}"
    """URL of a tag's page below the blog or, with a leading slash, from the site's root: `/tag/{slug}/`."""

    tags_index_url: str = "tags"
    """URL of the tag index below the blog or, with a leading slash, from the site's root: `/tags/`."""

    tags_layout: choices.Layout | None = None
    """Like `view_layout`, for tag pages; `view_layout` if not set."""

    series: bool = True
    """Whether posts in a series list its parts, and each series has a page."""

    series_url_format: str = "series/{slug}"
    """URL of the page of a series below the blog or, with a leading slash, from the site's root: `/series/{slug}/`."""

    series_layout: choices.Layout | None = None
    """Like `view_layout`, for the pages of series; `view_layout` if not set."""

    related: int = 3
    """How many related posts a post shows below its text; `0` for none."""

    outdated_after: str | None = None
    """Age from which a post says that it is old: `2 years`, `18 months`, `90 days`."""

    pagination: bool = True
    """Whether long listings are split into pages."""

    pagination_per_page: int = 10
    """Posts per page of a listing."""

    pagination_url_format: str = "page/{page}"
    """URL of the second and further pages, below their listing."""

    pagination_format: str = "~2~"
    """Which page numbers are shown, in the syntax of the `paginate` library."""

    pagination_if_single_page: bool = False
    """Whether listings of a single page show the pager."""

    pagination_keep_content: bool = False
    """Whether the text of a listing is repeated on its second and further pages."""

    draft: bool = False
    """Whether a build includes drafts."""

    draft_on_serve: bool = True
    """Whether `serve` shows drafts."""

    draft_if_future_date: bool = False
    """Whether a post is held back until its date."""

    draft_tags: tuple[str, ...] = ("draft",)
    """Tags that make a post a draft, in any case. They are never shown."""

    draft_title_prefixes: tuple[str, ...] = ("DRAFT:", "[DRAFT]")
    """Prefixes of a title that make a post a draft. They are never shown."""

    preview: bool = False
    """Whether a build is a preview for reviewers: with drafts, future posts and a banner."""

    timezone: str = "UTC"
    """Time zone of dates that don't have one, and in which dates are shown and put into URLs."""

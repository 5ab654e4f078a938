"""What becomes of a site: which files go where, which are made, and which of its URLs answer afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..choices import slug_of_label
from ..content.models import HeldBack
from ..jekyll.archives import JekyllArchives
from ..jekyll.jekyll_feed import JekyllFeed
from ..jekyll.pagination import JekyllPagination
from ..jekyll.plugins import plugins_of
from .answers import Answer, How, settled
from .new_paths import NewPaths
from .replacements import Replacements, replacements_of, split_page
from .source_site.addresses import Addresses, url_of
from .source_site.identity import Identity, identity_of
from .source_site.old_listings import Purpose
from .source_site.old_menu import Menu, menu_of
from .source_site.old_site import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..jekyll.jekyll_feed import FurtherFeed
    from .replacements import OldListing
    from .source_site.addresses import Address
    from .source_site.old_site import JekyllSite, SiteFile

REPORT = "import-report.md"
SITEMAP = "/sitemap.xml"
REDIRECTS = "/redirects.json"
ROBOTS = "robots.txt"

_POSTS = (Role.POST, Role.DRAFT)
"""What may be a post of the new site."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not carried."""

    what: str
    why: str
    url: str = ""
    is_page: bool = False
    """Whether it had a URL that people may know."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old URL without a page of its own, and where it leads."""

    old: str
    now: str
    source: str


@dataclass(slots=True, kw_only=True)
class Plan:
    """All of it."""

    site: JekyllSite
    identity: Identity
    menu: Menu
    addresses: Addresses
    replacements: Replacements
    paths: NewPaths
    feed: JekyllFeed | None
    """The feeds of the old site, unless one of its files was in their place."""
    copies: list[tuple[Path, str]] = field(default_factory=list)
    """Files to copy, each with its path in the new site."""
    carried: list[SiteFile] = field(default_factory=list)
    """The same files, as the old site has them; those that stay where they are, too."""
    answers: list[Answer] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    redirects: list[Redirect] = field(default_factory=list)
    part_feeds: list[FurtherFeed] = field(default_factory=list)
    """Feeds of parts of the site that the import writes."""

    def count(self, role: Role) -> int:
        """How many files of a kind are carried."""
        return sum(1 for file in self.carried if file.role is role)


_HELD_BACK = {
    HeldBack.DRAFT: "is a draft by its title, a tag or `draft: true`, which Jekyll showed all the same",
    HeldBack.EXPIRED: "has expired, which Jekyll does not know",
    HeldBack.UNPUBLISHED: "is not published by what its front matter says, which Jekyll showed all the same",
}
"""Why posts that Jekyll shows are not seen."""


def plan_import(site: JekyllSite, *, leave_files: bool) -> Plan:
    """Everything that an import will do, before it does anything."""
    addresses = Addresses(site)
    plan = Plan(
        site=site,
        identity=identity_of(site),
        menu=menu_of(site),
        addresses=addresses,
        replacements=replacements_of(site, addresses),
        paths=NewPaths(site, leave_files=leave_files),
        feed=_feed_of(site),
    )
    replaced = plan.replacements.replaced
    for file in site.files:
        old = replaced.get(str(file.path))
        if old:
            _replace(plan, old)
        elif file.role is Role.PAGE and _now(plan, file) == SITEMAP:
            plan.answers.append(Answer(SITEMAP, SITEMAP, How.HOST, str(file.path)))
        else:
            _carry(plan, file)
    for passed in site.passed_over:
        plan.left_out.append(LeftOut(passed.path, passed.why, passed.url))
    _add_further_pages(plan)
    _add_archives(plan)
    _add_made_by_plugins(plan)
    plan.answers = settled(plan.answers, addresses, site.faults)
    return plan


def _feed_of(site: JekyllSite) -> JekyllFeed | None:
    feed = JekyllFeed.of(site.config)
    return feed if feed and not site.publishes(feed.path) else None


def _add_further_pages(plan: Plan) -> None:
    """Note what answers where the list of posts went on."""
    pages, index = JekyllPagination.of(plan.site.config), split_page(plan.site, plan.addresses)
    if pages is None or index is None:
        return
    ours = plan.replacements.now_of(Purpose.BLOG)
    now = index.now if plan.addresses.at(index.url) is index else ours
    shown = [each for each in plan.addresses if each.file.role in _POSTS and not each.held_back]
    blog = plan.replacements.blog
    is_ours = blog is not None and blog.address is index and bool(pages.url_format(ours))
    for url in pages.urls(len(shown)):
        if plan.addresses.at(url):
            continue
        if is_ours:
            plan.answers.append(Answer(url, url, How.LISTING, str(index.file.path)))
        else:
            plan.redirects.append(Redirect(url, now, str(index.file.path)))
            plan.answers.append(Answer(url, now, How.REDIRECT, str(index.file.path)))


def _add_archives(plan: Plan) -> None:
    """Note the pages of jekyll-archives, all of which the plugin answers for."""
    archives = JekyllArchives.of(plan.site.config)
    urls: dict[str, None] = {}
    for post in plan.addresses if archives else ():
        if archives and post.file.role in _POSTS and not post.held_back:
            urls |= dict.fromkeys(archives.urls_of(post.tags, post.categories, post.date))
    plan.answers += (Answer(url, url, How.LISTING, "_config.yml") for url in urls if not plan.addresses.at(url))


def _add_further_feeds(plan: Plan) -> None:
    """Note the feeds of single tags, categories and collections: the plugin's, or what Liquid makes them of."""
    posts = [post for post in plan.addresses if post.file.role in _POSTS and not post.held_back]
    tags = dict.fromkeys(tag for post in posts for tag in post.tags)
    known = {
        "tag": {tag.casefold() for tag in tags},
        "category": {category.casefold() for post in posts for category in post.categories},
        "collection": {"talks"} if plan.count(Role.TALK) else set(),
    }
    for further in plan.feed.further(tags) if plan.feed else ():
        url = f"/{further.path}"
        if plan.site.publishes(further.path):
            continue
        if further.name.casefold() in known[further.kind]:
            _add_feed(plan, url)
        elif plan.paths.leave_files:
            why = f"there is no feed of the {further.kind} '{further.name}'"
            plan.left_out.append(LeftOut("jekyll-feed", why, url))
        else:
            plan.part_feeds.append(further)
            plan.answers.append(Answer(url, url, How.MADE, "_config.yml"))


def _add_feed(plan: Plan, url: str) -> None:
    """Note a feed of ours, which has addresses of pages in it, and so waits for that of the site."""
    if plan.identity.url:
        plan.answers.append(Answer(url, url, How.FEED, "_config.yml"))
    else:
        why = "there is a feed as soon as `site_url` is in `mkdocs.yml`; `_config.yml` has no `url`"
        plan.left_out.append(LeftOut("jekyll-feed", why, url))


def _add_made_by_plugins(plan: Plan) -> None:
    """Note what answers where plugins of Jekyll made files of their own."""
    site = plan.site
    source = "_config.yml"
    url = f"/{plan.feed.path}" if plan.feed else ""
    if url and plan.count(Role.POST):
        _add_feed(plan, url)
    elif url:
        plan.left_out.append(LeftOut("jekyll-feed", "there is a feed as soon as there is a post", url))
    _add_further_feeds(plan)
    if "jekyll-sitemap" in plugins_of(site.config):
        plan.answers.append(Answer(SITEMAP, SITEMAP, How.HOST, source))
        if not site.publishes(ROBOTS) and not plan.paths.leave_files:
            plan.answers.append(Answer(f"/{ROBOTS}", f"/{ROBOTS}", How.MADE, source))
        elif not site.publishes(ROBOTS):
            why = "was made by jekyll-sitemap; put one into `docs`, if you want it"
            plan.left_out.append(LeftOut("jekyll-sitemap", why, f"/{ROBOTS}"))
    if any(answer.how is How.REDIRECT for answer in plan.answers):
        plan.answers.append(Answer(REDIRECTS, REDIRECTS, How.LISTING, source))


def _now(plan: Plan, file: SiteFile) -> str:
    """Where a page is going to be; empty where there is none."""
    address = plan.addresses.by_path.get(file.path)
    return address.now if address else ""


def _carry(plan: Plan, file: SiteFile) -> None:
    if file.moved_from and plan.paths.leave_files:
        why = "MkDocs does not look for it there; an import without `--leave-files` moves it"
        plan.left_out.append(LeftOut(str(file.moved_from), why))
        return
    plan.carried.append(file)
    if not plan.paths.leave_files:
        plan.copies.append((plan.site.root / (file.moved_from or file.path), plan.paths.dest(file)))
    if file.role is Role.FILE:
        url = url_of(str(plan.paths.published(file)))
        plan.answers.append(Answer(url, url, How.FILE, str(file.path)))
    address = plan.addresses.by_path.get(file.path)
    if address and address.held_back in _HELD_BACK and file.role in {Role.POST, Role.TALK}:
        plan.left_out.append(LeftOut(str(file.path), _HELD_BACK[address.held_back], address.url, is_page=True))
    if address and not address.held_back:
        plan.answers.append(Answer(address.url, address.now, How.PAGE, str(file.path)))
        plan.answers.extend(_old_urls(address))


def _old_urls(address: Address) -> Iterator[Answer]:
    """The redirects that a page asks for itself."""
    for old in address.old_urls:
        yield Answer(old, address.now, How.REDIRECT, str(address.file.path))


def _replace(plan: Plan, old: OldListing) -> None:
    """Note what answers in place of a page that lists others."""
    replacements, listing, address = plan.replacements, old.listing, old.address
    path = str(address.file.path)
    if listing.purpose is Purpose.SEARCH:
        why = "search stands in the header of every page"
        plan.left_out.append(LeftOut(path, why, address.url, is_page=True))
        return
    if replacements.is_made(old):
        plan.answers.append(Answer(address.url, address.now, How.MADE, path))
        plan.answers.extend(_old_urls(address))
        return
    now = now_of(plan, old)
    if address.now == f"{address.url}/":
        plan.redirects.append(Redirect(f"{address.url}.html", now, path))  # the file that Jekyll made
    if address.now == now and (replacements.is_ours(old) or listing.purpose in (Purpose.TAG, Purpose.CATEGORY)):
        plan.answers.append(Answer(address.url, now, How.LISTING, path))
        olds = list(address.old_urls)
    else:
        olds = [address.now, *address.old_urls]
    for url in olds:
        plan.redirects.append(Redirect(url, now, path))
        plan.answers.append(Answer(url, now, How.REDIRECT, path))


def now_of(plan: Plan, old: OldListing) -> str:
    """The URL of the listing of ours that an old one leads to."""
    settings = plan.addresses.settings
    formats = {Purpose.TAG: settings.tags_url_format, Purpose.CATEGORY: settings.categories_url_format}
    if old.listing.purpose not in formats:
        return plan.replacements.now_of(old.listing.purpose)
    below = formats[old.listing.purpose].format(slug=slug_of_label(old.listing.label, settings))
    return url_of(str(PurePosixPath(plan.replacements.blog_dir, below, "index.html")))

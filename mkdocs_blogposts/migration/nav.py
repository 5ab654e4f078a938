"""The `nav:` of the new site, from the menu of the old one."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .plan import LeftOut
from .source_site.addresses import url_key
from .source_site.old_listings import Purpose
from .source_site.old_site import Role, as_text

if TYPE_CHECKING:
    from .made_pages import MadePages
    from .plan import Plan
    from .source_site.addresses import Address
    from .source_site.old_menu import Item

Nav = list[dict[str, Any] | str]

_TABS = "tabs"
"""The collection whose documents are the menu of Chirpy."""


class NavMaker:
    """Names the page of the new site for each entry of the menu."""

    def __init__(self, plan: Plan, made: MadePages) -> None:
        self.plan = plan
        self.made = made
        self.files = {url_key(answer.old) for answer in plan.answers if answer.how == "the file itself"}
        self.leads = {url_key(redirect.old): redirect.now for redirect in plan.redirects}
        self.has_links = False
        """Whether an entry is a path and no page, which MkDocs remarks upon."""

    def make(self) -> Nav:
        """The entries; those that lead nowhere are told as left out."""
        nav = self._entries(self.plan.menu.items) if self.plan.menu.items else self._by_tabs() or self._by_pages()
        home = self._target("/")
        if home and not any(home in entry.values() for entry in nav if isinstance(entry, dict)):
            page = self.plan.addresses.at("/")
            nav.insert(0, {(page and as_text(page.file.values.get("title"))) or "Home": home})
        return nav

    def _entries(self, items: tuple[Item, ...]) -> Nav:
        nav: Nav = []
        for item in items:
            target = self._target(item.url) if item.url else ""
            title = self._title(item)
            if item.items:
                own: Nav = [target] if target else []
                nav.append({title: own + self._entries(item.items)})
            elif target:
                nav.append(self._entry(title, target))
            else:
                why = f"the menu leads to {item.url}, where nothing is"
                self.plan.left_out.append(LeftOut(f"{self.plan.menu.source}: {item.title}", why))
        return nav

    def _title(self, item: Item) -> str:
        """The title of an entry; where it has none but its URL, that of the page."""
        page = self.plan.addresses.at(item.url) if item.title == item.url else None
        return page.title if page else item.title

    def _entry(self, title: str, target: str) -> dict[str, Any]:
        """An entry for a page; a listing's is a section, which keeps its title and has room for more pages of it."""
        ours = self.plan.replacements
        is_listing = target in {self._index(ours.blog_dir), self._index(ours.talks_dir)} and target != "index.md"
        return {title: [target] if is_listing else target}

    def _by_tabs(self) -> Nav:
        """The home page and the collection that Chirpy makes its menu of; none where a site has no such collection."""
        addresses = self.plan.addresses
        tabs = [page for page in addresses if page.file.collection == _TABS and addresses.at(page.url) is page]
        found = [(page, target) for page in sorted(tabs, key=_order) if (target := self._target(page.url))]
        home = self._target("/")
        is_blog = home == self._index(self.plan.replacements.blog_dir)
        first = [self._entry("Blog" if is_blog else "Home", home)] if found and home else []
        return [*first, *(self._entry(page.title, target) for page, target in found if target != home)]

    def _by_pages(self) -> Nav:
        """The pages that have a title and stand at the top of the site, as minima lists them; then blog and talks."""
        header = self.plan.site.config.get("header_pages")
        order = [as_text(path) for path in header] if isinstance(header, list) else []
        carried = {file.path for file in self.plan.carried if file.role is Role.PAGE}
        pages = [page for page in self.plan.addresses if page.file.path in carried and self._is_in_header(page)]
        if order:
            pages = [page for page in pages if str(page.file.path) in order]
            pages.sort(key=lambda page: order.index(str(page.file.path)))
        nav: Nav = [{page.title: self.plan.paths.src_uri(page.file)} for page in pages]
        if self.plan.count(Role.POST):
            nav.append(self._entry("Blog", self._index(self.plan.replacements.blog_dir)))
        if self.plan.count(Role.TALK):
            nav.append(self._entry("Talks", self._index(self.plan.replacements.talks_dir)))
        return nav

    def _is_in_header(self, page: Address) -> bool:
        has_title = bool(page.file.values.get("title")) and not page.held_back and url_key(page.url) != "404"
        return has_title and not page.file.values.get("redirect_to") and url_key(page.url).count("/") == 0

    def _target(self, url: str) -> str:
        """What stands in `nav` for a URL of the old site; empty where nothing answers it."""
        path = self._path(url)
        if path is None:
            return url
        key = url_key(path)
        if "#" in path or key in self.files:
            self.has_links = True
            return self.plan.identity.base_path.rstrip("/") + "/" + path.lstrip("/")
        return self._page(key) or (self._page(url_key(self.leads[key])) if key in self.leads else "")

    def _page(self, key: str) -> str:
        """The source file of the page at a URL."""
        replacements = self.plan.replacements
        if key == url_key(replacements.now_of(Purpose.BLOG)):
            return self._index(replacements.blog_dir)
        if key == url_key(replacements.now_of(Purpose.TALKS)) and self.plan.count(Role.TALK):
            return self._index(replacements.talks_dir)
        if key == url_key(replacements.tags_url):
            return f"{key}.md"
        if key in self.made.by_url and key not in self.leads:
            return self.made.by_url[key]
        page = self.plan.addresses.at(key)
        if page and page.file.path in {file.path for file in self.plan.carried}:
            return self.plan.paths.src_uri(page.file)
        return ""

    @staticmethod
    def _index(folder: str) -> str:
        return "index.md" if folder == "." else f"{folder}/index.md"

    def _path(self, url: str) -> str | None:
        """A URL from the root of the site; `None` for one that leads out of it."""
        own = self.plan.identity.url
        if own and url.startswith(own):
            return "/" + url.removeprefix(own)
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        if parts.scheme or parts.netloc:
            return None
        base = self.plan.identity.base_path
        return "/" + url.removeprefix(base) if base != "/" and url.startswith(base) else url


def _order(page: Address) -> tuple[float, str]:
    """What decides on the place of a page in a menu: a number of its own, and those without one are last."""
    order = page.file.values.get("order")
    return (order if isinstance(order, int | float) else inf), str(page.file.path)

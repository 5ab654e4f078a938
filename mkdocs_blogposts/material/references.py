"""The key `links` of a post: references in the syntax of `nav`, shown beside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from ..faults import Kind, Level
from ..frontmatter.schemes import is_malformed
from ..html.escaping import escaped
from ..html.page_urls import checked
from ..light_dataclasses import dataclass
from ..placement.link_faults import LinkFaults, Written
from ..urls.link_index import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure import StructureItem
    from mkdocs.structure.files import Files
    from mkdocs.structure.toc import AnchorLink

    from ..faults import Faults, Place
    from ..host.theme import Theme
    from ..pages.text_pages import PostPage
    from ..urls.link_index import LinkIndex


class Reference(Link):
    """A link to a page of the site, with its front matter, as Material's templates ask for it."""

    def __init__(self, title: str, url: str) -> None:
        super().__init__(title, url)
        self.meta: dict[str, Any] = {}


def references(
    page: PostPage, files: Files, config: MkDocsConfig, theme: Theme, links: LinkIndex, faults: Faults
) -> Navigation | None:
    """The references of a post; one that leads nowhere is told."""
    if not page.article.links:
        return None
    return Navigation(list(_Reader(page, files, config, theme, links, faults).items(page.article.links, "links")), [])


@dataclass(frozen=True, slots=True)
class _Reader:
    page: PostPage
    files: Files
    config: MkDocsConfig
    theme: Theme
    links: LinkIndex
    faults: Faults

    def items(self, entries: Iterable[Any], name: str) -> Iterator[StructureItem]:
        """The entries below `name` as MkDocs has them in its navigation."""
        for number, entry in enumerate(entries):
            here = f"{name}[{number}]"
            if isinstance(entry, dict):
                for title, given in entry.items():
                    item = [{name: each} for name, each in given.items()] if isinstance(given, dict) else given
                    if isinstance(item, list):
                        yield Section(escape(str(title)), list(self.items(item, f"{here}.{title}")))
                    else:
                        yield from self._link(str(title), str(item), f"{here}.{title}")
            else:
                yield from self._link(None, str(entry), here)

    def _link(self, title: str | None, url: str, name: str) -> Iterator[Link]:
        if is_malformed(url):
            self._tell(f"links: '{url}' is not a URL", name)
            yield Link(escape(title or url), "")
            return
        target = self._target(url)
        if target is None:
            parts = urlsplit(url)
            if not (parts.scheme or parts.netloc) or self.links.local_path(url) is not None:
                # Of a whole URL Material's blog says nothing, wherever it leads.
                at_most = Level.INFO if parts.scheme else Level.ERROR
                self._tell(f"links: '{url}' leads nowhere in this site", name, at_most=at_most)
            address = checked(url) if parts.scheme or parts.netloc else url
            yield Link(escape(title or url), str(escape(address or "")))
        elif target.file.inclusion.is_excluded() and not self.page.file.inclusion.is_excluded():
            written = Written(path=self.page.article.path, place=self._place(name), key="links")
            LinkFaults(self.config, self.links, self.faults).is_held_back(url, target, written)
        elif isinstance(target.file.page, Page):
            yield self._reference(title, target.file.page, urlsplit(url).fragment, name)
        else:
            yield Link(escape(title or url), target.file.url + str(escape(target.suffix)))

    def _reference(self, title: str | None, target: Page, fragment: str, name: str) -> Reference:
        found = Reference(escape(title) if title else _escaped_once(target.title or target.file.name), target.url)
        found.meta = escaped(dict(target.meta))
        if not self.theme.has_icon(found.meta.get("icon")):
            found.meta.pop("icon", None)
        if fragment:
            found.url += f"#{fragment}"
            if anchor := _anchor(target.toc, fragment):
                found.meta["subtitle"] = _escaped_once(anchor.title)
            elif target.content is not None:
                self._tell(f"links: '{target.file.src_uri}' has no anchor '#{fragment}'", name)
        return found

    def _target(self, url: str) -> Target | None:
        """What a path leads to: below `docs_dir`, as in Material's blog, and else by the rule for links in texts."""
        parts = urlsplit(url)
        if not (parts.scheme or parts.netloc) and (file := self.files.get_file_from_path(parts.path)):
            return Target(file, "")
        return self.links.resolve(url, self.page.file) or self.links.resolve(url, None)

    def _place(self, name: str) -> Place | None:
        places = self.page.article.places
        return places.get(name) or places.get("links")

    def _tell(self, message: str, name: str, *, at_most: Level = Level.ERROR) -> None:
        article = self.page.article
        self.faults.add(
            Kind.LINK,
            article.path,
            message,
            place=self._place(name),
            hint="write a path below `docs_dir` or a URL",
            level=min(Level(self.config.validation.links.not_found), at_most),
        )


def _escaped_once(text: str) -> Markup:
    """Text that MkDocs has escaped where it comes from a heading, and nowhere else."""
    return escape(Markup(text).unescape())


def _anchor(anchors: Iterable[AnchorLink], identity: str) -> AnchorLink | None:
    for anchor in anchors:
        if anchor.id == identity:
            return anchor
        if found := _anchor(anchor.children, identity):
            return found
    return None

"""A site as the Liquid in its texts sees it: its values, its posts and talks, and where each of its files is."""

from __future__ import annotations

import posixpath
import re
from functools import cache, cached_property, partial
from math import inf
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import nh3

from ..content.models import Article, JekyllPage, Post, Talk
from ..frontmatter.dates import Clock
from ..frontmatter.dialects import Dialect
from ..frontmatter.file_names import file_name_of
from ..host.plugins.encryptcontent import will_be_locked
from ..html.phrases import INLINE_TAGS
from ..jekyll.filters.drops import Drop
from ..jekyll.filters.site_context import Lookup, SiteContext
from ..jekyll.filters.values import Moment, with_moments
from ..jekyll.pagination import JekyllPagination
from ..jekyll.polyglot import values_of_languages
from ..light_dataclasses import dataclass
from ..pages.text_pages import TextPage
from .document_values import values_of
from .file_urls import FileUrls, url_of
from .included_files import DataFolder, TextFolder
from .layouts import layout_in
from .pageless_documents import PagelessDocuments
from .static_files import static_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..jekyll.jekyll_config import JekyllConfig
    from .page_renderer import Rendering

_LIQUID = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_HEADING_LINK = re.compile(r'<a class="headerlink"[^>]*>.*?</a>')
_FOLDERS = {"posts": ("_posts", "_drafts"), "talks": ("_talks",)}


@dataclass(frozen=True, kw_only=True)
class LiquidSite:
    """What is known of a site when its texts are rendered."""

    config: MkDocsConfig
    values: Mapping[str, Any]
    """What `_config.yml` says."""
    roots: Sequence[Path]
    """Folders that may be that of the Jekyll site."""
    includes: TextFolder
    data: TextFolder
    layouts: TextFolder
    jekyll: JekyllConfig
    pageless: Mapping[str, TextFolder]
    """The folders of collections that have no pages, by label."""
    files: Files
    whole: Sequence[TextPage]
    """Documents that MkDocs copies as they are, which are pages to Jekyll."""
    rendering: Rendering
    zone: tzinfo
    now: datetime
    is_serve: bool

    def site_context(self) -> SiteContext:
        """All that texts can ask for."""
        address = urlsplit(self.config.site_url or "")
        return SiteContext(
            site=self.site,
            paginator=self._paginator,
            origin=f"{address.scheme}://{address.netloc}" if address.netloc else "",
            base=address.path.rstrip("/"),
            clock=Clock(zone=self.zone, bare_datetimes_are_utc=True),
            now=Moment.at(self.now, self.zone),
            environment="development" if self.is_serve else "production",
            posts=Lookup(find=self._post_url, names=lambda: self._urls_of_posts),
            files=Lookup(
                find=FileUrls(files=self.files, roots=self.roots).find,
                names=lambda: [file.src_uri for file in self.files],
            ),
            includes=Lookup(find=cache(self.includes.read), names=self.includes.names, folder=self.includes.shown),
            markdown=lambda text: self.rendering.html(text, Dialect.JEKYLL),
            inline=self._line,
            layout=cache(partial(layout_in, self.layouts)),
        )

    def _line(self, text: str) -> str:
        """HTML of one line of Markdown in which only formatting and links are left."""
        content = self.rendering.html(text, Dialect.JEKYLL)
        return nh3.clean(content, tags={*INLINE_TAGS, "a"}, attributes={"a": {"href", "title"}}, link_rel=None).strip()

    @cached_property
    def pages(self) -> list[TextPage]:
        """The pages of all texts of ours, those that are held back among them."""
        return [*(file.page for file in self.files if isinstance(file.page, TextPage)), *self.whole]

    @property
    def _paginator(self) -> Drop | None:
        """All posts as one page of a list: further pages are listings of ours alone."""
        pages = JekyllPagination.of(self.values)
        posts = {"posts": lambda: self._listed(Post), "total_posts": lambda: len(self._listed(Post))}
        return Drop({"page": 1, "total_pages": 1, "per_page": pages.per_page}, posts) if pages else None

    @cached_property
    def site(self) -> Drop:
        """Values of `site`."""
        address = urlsplit(self.config.site_url or "")
        given = {"title": self.config.site_name, "description": self.config.site_description, **self.values}
        given |= values_of_languages(self.values)
        made: dict[str, Callable[[], Any]] = {
            "url": lambda: f"{address.scheme}://{address.netloc}" if address.netloc else "",
            "baseurl": lambda: address.path.rstrip("/"),
            "time": lambda: Moment.at(self.now, self.zone),
            "data": lambda: DataFolder(self.data),
            "posts": lambda: self._listed(Post),
            "talks": lambda: self._listed(Talk)[::-1],
            "pages": lambda: self._documents(None),
            "static_files": self._static_files,
            "documents": lambda: [
                *self._listed(Post),
                *self._listed(Talk),
                *(drop for label in self._collections for drop in self._documents(label)),
            ],
            "collections": self._all_collections,
            "tags": lambda: self._by_label("tags"),
            "categories": lambda: self._by_label("categories"),
        }
        made |= {label: partial(self._documents, label) for label in self._collections}
        return Drop(with_moments(given, self.zone), made, apart=frozenset({"documents", "collections"}))

    def _static_files(self) -> list[Drop]:
        return static_files(
            self.files, self.config.docs_dir, lambda path: self.jekyll.defaults_for(path, ""), self.zone
        )

    @cached_property
    def _collections(self) -> list[str]:
        """Labels of the collections but for posts and talks."""
        labels = (page.article.collection for page in self.pages if isinstance(page.article, JekyllPage))
        configured = self.jekyll.collections.keys() - {"posts", "drafts", "talks"}
        return sorted({*filter(None, labels), *self.pageless, *configured})

    def _all_collections(self) -> list[Drop]:
        """Each collection with its documents."""
        configured = self.values.get("collections")
        own = configured if isinstance(configured, dict) else {}
        docs: dict[str, Callable[[], Any]] = {"posts": lambda: self._listed(Post)[::-1]}
        docs |= {"talks": lambda: self._listed(Talk)[::-1]} if "talks" in own else {}
        docs |= {label: partial(self._documents, label) for label in self._collections}
        return [
            Drop(
                {**(own.get(label) or {}), "label": label, "directory": f"_{label}", "relative_directory": f"_{label}"},
                {"docs": docs[label]},
                sort_key=label,
            )
            for label in sorted(docs)
        ]

    def _documents(self, label: str | None) -> list[Drop]:
        """The published documents of a collection, by date and path; those of none are the pages of the site."""
        if label and label in self.pageless:
            return self._pageless(label)
        shown = [
            self.drop(page)
            for page in self.pages
            if isinstance(page.article, JekyllPage)
            and page.article.collection == label
            and not page.file.inclusion.is_excluded()
        ]
        own = self.jekyll.collections.get(label or "")
        return sorted(shown, key=lambda drop: (own.rank(drop["path"], drop) if own else (), drop.sort_key))

    @cached_property
    def _pageless(self) -> Callable[[str], list[Drop]]:
        documents = PagelessDocuments(jekyll=self.jekyll, folders=self.pageless, html=self._block, zone=self.zone)
        return cache(documents.of)

    @cached_property
    def _lists(self) -> dict[type[Post | Talk], list[Drop]]:
        return {}

    def _listed(self, kind: type[Post | Talk]) -> list[Drop]:
        """Posts or talks that lists show, the newest first."""
        if kind not in self._lists:
            self._lists[kind] = self._found(kind)
        return self._lists[kind]

    def _found(self, kind: type[Post | Talk]) -> list[Drop]:
        shown = [
            page
            for page in self.pages
            if isinstance(page.article, kind)
            and (not page.file.inclusion.is_excluded() or (page.article.new_url and not page.article.held_back))
            and not page.article.unlisted
        ]
        return sorted(map(self.drop, shown), key=lambda drop: drop.sort_key, reverse=True)

    def _by_label(self, name: str) -> dict[str, list[Drop]]:
        labels: dict[str, list[Drop]] = {}
        for drop in reversed(self._listed(Post)):
            for label in drop[name]:
                labels.setdefault(label, []).insert(0, drop)
        return labels

    @cached_property
    def _drops(self) -> dict[str, Drop]:
        return {}

    def drop(self, page: TextPage) -> Drop:
        """A page as Liquid sees it."""
        if page.file.src_uri not in self._drops:
            self._drops[page.file.src_uri] = self._made_drop(page)
        return self._drops[page.file.src_uri]

    def _made_drop(self, page: TextPage) -> Drop:
        text, path = page.article, PurePosixPath(page.file.src_uri)
        made: dict[str, Callable[[], Any]] = {
            "url": lambda: url_of(page.file),
            "path": path.as_posix,
            "relative_path": path.as_posix,
            "name": lambda: path.name,
            "ext": lambda: path.suffix,
            "content": lambda: self._content(page),
        }
        date = getattr(text, "date", None)
        if isinstance(text, Article):
            collection = "posts" if isinstance(text, Post) else "talks"
            moment = Moment.at(date, self.zone) if date else None
            made |= {
                "id": lambda: url_of(page.file).rstrip("/").removesuffix(".html"),
                "title": lambda: text.title,
                "date": lambda: moment,
                "slug": lambda: getattr(text, "slug", None) or path.stem,
                "tags": lambda: list(text.tags),
                "categories": lambda: list(getattr(text, "categories", ())),
                "collection": lambda: collection,
                "excerpt": lambda: self._excerpt(text, self._text(page)),
                "next": lambda: self._neighbour(page, -1),
                "previous": lambda: self._neighbour(page, 1),
            }
        elif isinstance(text, JekyllPage) and text.collection:
            moment = Moment.at(date, self.zone) if date else None
            made |= values_of(text.src_uri, text.meta)
            made |= {
                "id": lambda: url_of(page.file).rstrip("/").removesuffix(".html"),
                "date": lambda: moment,
                "collection": lambda: text.collection,
                "next": lambda: self._beside(page, 1),
                "previous": lambda: self._beside(page, -1),
                "excerpt": lambda: self._excerpt(text, self._text(page)),
            }
        return Drop(
            with_moments({**text.meta, **text.as_written}, self.zone),
            made,
            sort_key=(date.timestamp() if date else inf, path.as_posix()),
            apart=frozenset({"next", "previous"}),
        )

    def _excerpt(self, article: Article | JekyllPage, text: str) -> Any:
        """What front matter says, else the first block of the text."""
        if given := article.excerpt if isinstance(article, Article) else article.meta.get("excerpt"):
            return given
        if will_be_locked(article.meta, self.config):
            return article.description or ""
        said = article.meta.get("excerpt_separator") or self.values.get("excerpt_separator")
        own = (said,) if isinstance(said, str) and said.strip() else ()
        marks = article.excerpt_separators if isinstance(article, Post) else own
        ends = [end for mark in marks if (end := text.find(mark)) >= 0]
        if not ends and own:
            return self._html(text, Dialect.JEKYLL)  # as in Jekyll: a text without the separator is its excerpt
        block = text[: min(ends)] if ends else text.strip().partition("\n\n")[0]
        return self._html(block, Dialect.JEKYLL)

    def _block(self, text: str) -> str:
        return self._html(_LIQUID.sub("", text), Dialect.JEKYLL)

    def _html(self, text: str, dialect: Dialect) -> str:
        """HTML of Markdown without the links of headings to themselves, which Jekyll has not."""
        return _HEADING_LINK.sub("", self.rendering.html(text, dialect))

    def _text(self, page: TextPage) -> str:
        """A text, in which all is left out that Liquid has not made anything of yet."""
        is_settled = page.text is not page.article.body or page.article.braces_are_text
        return page.text if is_settled else _LIQUID.sub("", page.text)

    def _content(self, page: TextPage) -> str:
        """The HTML of a text; nothing of one that is locked."""
        article, text = page.article, self._text(page)
        if will_be_locked(article.meta, self.config):
            return ""
        return text if isinstance(article, JekyllPage) and article.is_html else self._html(text, article.dialect)

    def _beside(self, page: TextPage, step: int) -> Drop | None:
        """The document before or after another in their collection."""
        drops = self._documents(getattr(page.article, "collection", None))
        place = next((place for place, drop in enumerate(drops) if drop is self.drop(page)), -step - 1)
        return drops[place + step] if 0 <= place + step < len(drops) else None

    def _neighbour(self, page: TextPage, step: int) -> Drop | None:
        drops = self._listed(Post if isinstance(page.article, Post) else Talk)
        wanted = self._places.get(self.drop(page), -step - 1) + step
        return drops[wanted] if 0 <= wanted < len(drops) else None

    @cached_property
    def _places(self) -> dict[Drop, int]:
        """Where each post and talk stands in its list."""
        return {drop: place for kind in (Post, Talk) for place, drop in enumerate(self._listed(kind))}

    @cached_property
    def _urls_of_posts(self) -> dict[str, str]:
        """Where each post is, by what `post_url` may call it."""
        urls: dict[str, str] = {}
        for page in self.pages:
            if isinstance(page.article, Post):
                for name in _names_of(page.file.src_uri):
                    urls.setdefault(name, url_of(page.file))
        return urls

    def _post_url(self, name: str) -> str | None:
        named = file_name_of(f"{name.strip('/')}.md")
        dated = f"{named.date.isoformat()}-{named.slug}" if named.date else named.stem
        return self._urls_of_posts.get(posixpath.join(posixpath.dirname(name.strip("/")), dated))


def _names_of(src_uri: str) -> Iterable[str]:
    """What a post may be called: by its date and slug, with the folders between or above as well."""
    path = PurePosixPath(src_uri)
    named = file_name_of(src_uri)
    dated = f"{named.date.isoformat()}-{named.slug}" if named.date else named.stem
    yield dated
    for folder in _FOLDERS["posts"]:
        if folder in path.parts:
            place = path.parts.index(folder)
            yield posixpath.join(*path.parts[place + 1 : -1], dated)
            yield posixpath.join(*path.parts[:place], dated)

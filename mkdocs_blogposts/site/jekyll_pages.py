"""Ordinary pages of a Jekyll site among the files of MkDocs: each of them a page of its own, at Jekyll's URL."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup, escape
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import is_markdown_file

from ..content.models import JekyllPage
from ..content.ordinary_pages import PageRules, is_headed, load_page
from ..faults import Kind
from ..frontmatter.dialects import Dialect
from ..host.section_index import reclaim
from ..html.escaping import escaped
from ..html.excerpts import plain_text
from ..jekyll.endings import PAGES
from ..jekyll.kramdown.code_in_html import with_code
from ..log import log
from ..pages.file_moves import move, move_page
from ..pages.indexing import keep_out
from ..pages.made_files import GENERATED_BY
from ..pages.text_pages import OrdinaryPage
from ..views.finishing import check_icon, check_template
from .sources import TextFile, shown_path, source_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from ..blog.views import View, Views
    from ..content.reading import Reader
    from ..faults import Faults
    from ..frontmatter.source import Source
    from ..jekyll.jekyll_config import JekyllConfig
    from ..pages.text_pages import TextRenderer
    from ..settings import Settings
    from ..views.presenter import Presenter
    from .sources import Folders

_OWN_404 = "404.html"
"""What a theme makes for every site, unless the site has a page of its own for it."""

_RELATIVE = re.compile(
    r"""(?P<begin>\s(?:href|src)\s*=\s*(?:"|'|(?=[\w.])))(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/#"'])(?P<url>[^"'\s<>]+)"""
)
"""An attribute that leads somewhere by way of the page's own URL."""

_NOINDEX = '<meta name="robots" content="noindex">'

_CLASH_HINT = "give one of them another `permalink`, or take it out"


def page_rules(jekyll: JekyllConfig, settings: Settings, folders: Folders) -> PageRules | None:
    """What decides on the URLs of ordinary pages; `None` where they are left to MkDocs."""
    if not settings.jekyll_pages:
        return None
    if settings.post_permalink and "permalink" not in jekyll.values:
        jekyll = replace(jekyll, permalink=settings.post_permalink)
    return PageRules.of(jekyll, has_talks=folders.talks is not None)


@dataclass(frozen=True, kw_only=True)
class JekyllPages:
    """The ordinary pages of a site."""

    rules: PageRules | None
    """`None` for a site that leaves its pages to MkDocs."""
    config: MkDocsConfig
    folders: Folders
    renderer: TextRenderer
    faults: Faults
    pages: dict[str, OrdinaryPage] = field(default_factory=dict)
    """Those that the theme is put around, by `src_uri`."""
    documents: list[OrdinaryPage] = field(default_factory=list)
    """Whole documents, which MkDocs only copies."""
    placed: list[tuple[File, JekyllPage]] = field(default_factory=list)
    """All that has a place: heads of listings, whole documents and what has moved away as well."""
    heads: list[OrdinaryPage] = field(default_factory=list)
    """Those that stand above the listings in whose places they lie."""
    broken: list[File] = field(default_factory=list)
    """Files that could not be read; their faults say why."""

    def place(self, files: Files, reader: Reader, *, ours: Collection[str], titles: Mapping[str, str]) -> None:
        """Give each page its URL; `ours` are the files of posts and talks, `titles` those of `nav`."""
        if self.rules is None:
            return
        for file in self._candidates(files, ours, self.rules):
            if not _may_be_page(file):
                _move_media(file, self.rules)
                continue
            outcome = load_page(self._source(file, self.rules), reader, self.rules)
            self.faults.join(outcome.faults)
            page = outcome.text
            if isinstance(page, JekyllPage):
                self._place(page, file, files, titles.get(file.src_uri))
            elif page:
                self.broken.append(file)
            elif file.src_dir is None and not Path(file.abs_src_path or "").is_relative_to(self.config.docs_dir):
                # What lies outside of `docs_dir` was brought here as a page of Jekyll's, which this is not.
                log.info("'%s' has no front matter, so Jekyll makes no page of it", shown_path(file, self.config))
                file.inclusion = InclusionLevel.EXCLUDED

    def _candidates(self, files: Files, ours: Collection[str], rules: PageRules) -> Iterator[File]:
        """Files that are no part of a blog and lie where Jekyll looks."""
        for file in list(files):
            is_free = file.page is None and file.generated_by != GENERATED_BY and not file.inclusion.is_excluded()
            is_ours = file.src_uri in ours or self._is_of_a_blog(file.src_uri)
            if is_free and not is_ours and rules.holds_page(file.src_uri):
                yield file

    def _source(self, file: File, rules: PageRules) -> Source:
        return replace(source_of(file, self.config, {}), jekyll_defaults=rules.defaults_for(file.src_uri))

    def _is_of_a_blog(self, src_uri: str) -> bool:
        path = PurePosixPath(src_uri)
        others = self.folders.standing.others
        return self.folders.holds_post(src_uri) or any(path.is_relative_to(folder) for folder in others)

    def _place(self, page: JekyllPage, file: File, files: Files, title: str | None) -> None:
        usual_dest_uri = file.dest_uri
        if not page.is_whole and not file.is_documentation_page():
            files.remove(file)
            file = TextFile(file)
            files.append(file)
        move(file, page.dest_uri)
        if page.held_back:
            file.inclusion = InclusionLevel.EXCLUDED
        elif self.config.nav is not None or any(part.startswith("_") for part in PurePosixPath(page.src_uri).parts):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        self.placed.append((file, page))
        made = OrdinaryPage(page, title, file, self.config, self.renderer)
        made.usual_dest_uri = usual_dest_uri
        if page.is_whole:
            file.page = None
            self.documents.append(made)
        else:
            self.pages[page.src_uri] = made

    @property
    def texts(self) -> list[OrdinaryPage]:
        """The pages in whose texts there may be Liquid."""
        return [*self.pages.values(), *self.documents]

    def write_documents(self) -> None:
        """Publish whole documents as they are once their Liquid is rendered."""
        for page in self.documents:
            page.file.content_string = with_code(page.text, lambda *_: None)
            if page.file.dest_uri == _OWN_404:
                self.config.theme.static_templates -= {_OWN_404}  # MkDocs writes it over all files

    @property
    def shown(self) -> list[tuple[File, JekyllPage]]:
        """All that has a place in this build, even if it leads elsewhere from there."""
        return [
            (file, page)
            for file, page in self.placed
            if file.inclusion.is_included() or (page.new_url and not page.held_back)
        ]

    @property
    def hidden(self) -> list[tuple[File, JekyllPage]]:
        """What is held back."""
        return [(file, page) for file, page in self.placed if page.held_back and not file.inclusion.is_included()]

    def give_heads(self, views: Views) -> None:
        """Leave to the listings those pages that stand where these do as their heads."""
        heads = {page.usual_dest_uri: page for page in self.pages.values() if not page.article.is_html}
        for view in views if heads else ():
            for pager in view.pagers:
                made = File.generated(self.config, pager.src_uri, content="")
                page = heads.get(made.dest_uri)
                if page and (page.file.src_uri == pager.src_uri or not page.article.permalink):
                    self._give_head(page, view)

    def _give_head(self, page: OrdinaryPage, view: View) -> None:
        del self.pages[page.file.src_uri]
        self.heads.append(page)
        page.file.page = None
        move(page.file, page.usual_dest_uri)
        article = page.article
        if article.dest_uri != page.usual_dest_uri and article.permalink:
            self.faults.add(
                Kind.PERMALINK,
                article.path,
                f"permalink: the page is the head of the listing '{view.title}', and stays at '/{page.file.url}'",
                place=article.places.get("permalink"),
                hint="take the permalink out, or rename the file",
            )

    def leave(self, staying: Collection[str]) -> None:
        """Take out the pages that have moved away, but for those `staying`, by `src_uri`; their URLs lead on."""
        for file, page in self.placed:
            if page.new_url and not page.held_back and page.src_uri not in staying:
                file.inclusion = InclusionLevel.EXCLUDED
                file.page = None
                self.pages.pop(page.src_uri, None)
                self.documents[:] = [each for each in self.documents if each.article.src_uri != page.src_uri]

    @property
    def in_place(self) -> list[tuple[File, JekyllPage]]:
        """All that has a URL of its own: no heads of listings."""
        heads = {page.article.src_uri for page in self.heads}
        return [(file, page) for file, page in self.shown if page.src_uri not in heads]

    @property
    def has_own_404(self) -> bool:
        """Whether one of them is what readers see at a URL that does not exist."""
        return any(file.dest_uri == _OWN_404 for file, _ in self.in_place)

    def settle(self, granted: Mapping[str, str]) -> None:
        """Move each page to the file that was granted to it, by `src_uri`."""
        for file, page in self.in_place:
            if granted[page.src_uri] != file.dest_uri:
                move_page(file, granted[page.src_uri], self.config)

    def attach(self, nav: Navigation) -> None:
        """Let the navigation know the home page where it stands outside of it."""
        for page in self.pages.values():
            reclaim(page, OrdinaryPage)
        homes = (page for page in self.pages.values() if page.is_homepage)
        nav.homepage = nav.homepage or next(homes, None)

    def prepare(self, presenter: Presenter) -> None:
        """Make what pages tell of themselves safe to print, and keep them out of where they are not to be found."""
        for page in self.pages.values():
            article = page.article
            keep_out(page)
            page.first_address = presenter.cards.named.canonical(page)
            if "template" in article.meta:
                check_template(page, presenter)
            check_icon(page, presenter)
            page.meta = {key: escaped(value) if key in article.meta else value for key, value in page.meta.items()}
            if article.title:
                page.meta["title"] = self._plain(article.title)
                page.title = page.nav_title or page.meta["title"]
            if article.description:
                page.meta["description"] = self._plain(article.description)

    def base_of(self, page: Page) -> str | None:
        """The path of the site for a page that is shown at any URL, as MkDocs has it for a theme's own; else `None`."""
        is_404 = page.file.src_uri in self.pages and page.file.dest_uri == _OWN_404
        return f"{urlsplit(self.config.site_url or '').path.rstrip('/')}/" if is_404 else None

    def finished(self, output: str, page: Page) -> str:
        """A page of the site, changed where it is an ordinary page that needs it."""
        base = self.base_of(page)
        if base:
            output = _RELATIVE.sub(lambda found: f"{found['begin']}{urljoin(base, found['url'])}", output)
        if isinstance(page, OrdinaryPage) and page.article.robots.noindex and _NOINDEX not in output:
            output = output.replace("</head>", f"{_NOINDEX}\n</head>", 1)
        return output

    def _plain(self, text: str) -> Markup:
        """Markdown of front matter as text for HTML."""
        return escape(plain_text(self.renderer.inline(text, Dialect.JEKYLL)) or text)


def _may_be_page(file: File) -> bool:
    """Whether a file is a page by its name, or by what it begins with: `atom.xml` with front matter."""
    if is_markdown_file(file.src_uri) or file.src_uri.endswith(PAGES):
        return True
    if file.abs_src_path is None:
        return False
    with Path(file.abs_src_path).open("rb") as opened:
        return is_headed(opened.readline(100))


def _move_media(file: File, rules: PageRules) -> None:
    """Publish what lies in the folder of a collection where Jekyll does."""
    if label := rules.collection_of(file.src_uri):
        move(file, posixpath.join(label, rules.below_collection(file.src_uri, label)))

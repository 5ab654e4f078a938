"""Files that lie beside posts, and those of them that must not be published yet."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..late_patterns import late_pattern
from ..pages.file_contents import content_of
from ..pages.made_files import GENERATED_BY
from ..pages.text_pages import ArticlePage, TextPage
from ..sources.source_files import tell_gone
from ..urls.picture_files import local_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

    from ..content.models import Article
    from ..faults import Faults
    from ..sources.folders import Folders
    from ..sources.loading import Articles
    from ..urls.link_index import LinkIndex

_REFERENCE = late_pattern(
    r"""
    \]\( \s* (?: <([^<>\n]+)> | ([^)\s>]+) )
    | ^\s{0,3} \[[^\]]+\]: \s* (?: <([^<>\n]+)> | (\S+) )
    | \b(?:src|href|poster) \s*=\s* (?: "([^"]+)" | '([^']+)' | ([^\s"'<>]+) )
    """,
    re.MULTILINE | re.VERBOSE,
)
_STYLE_URL = late_pattern(r"url\(([^()]*)\)")
_ADDRESSES = ("event_url", "video_url", "slides_url", "paper_url", "code_url", "bibtex_url")
_LONGEST_PATH = 500
_SRCSET = late_pattern(r"""\bsrcset\s*=\s*(?:"([^"]+)"|'([^']+)')""")


def media_to_hide(
    files: Files,
    config: MkDocsConfig,
    links: LinkIndex,
    *,
    held_back: Articles,
    linked: Mapping[str, Iterable[str]],
) -> list[File]:
    """The files that only held-back posts need; `linked` is what each rendered page leads to."""
    if not held_back:
        return []
    pages = [file.page for file in files.documentation_pages() if file.page and not file.inclusion.is_excluded()]
    shown = [(page.file, page.article) for page in pages if isinstance(page, ArticlePage)]
    used = {uri for uris in linked.values() for uri in uris} | {file.src_uri for file in _pictures(shown, links)}
    used |= {file.src_uri for page in pages for file in _named_by(page, links)}
    wanted = {file.src_uri for file in _needed(held_back, links)} | set(_beside(files, shown, held_back))
    found = filter(None, map(files.get_file_from_path, sorted(wanted - used)))
    unseen = [file for file in found if not file.is_documentation_page()]
    elsewhere = [*_texts_elsewhere(files, config)] if unseen else []
    return [file for file in unseen if not any(posixpath.basename(file.src_uri) in text for text in elsewhere)]


def _pictures(articles: Articles, links: LinkIndex) -> Iterable[File]:
    for file, article in articles:
        for picture in (article.teaser, article.hero.picture if article.hero else None):
            if picture and (image := local_file(picture, file, links)):
                yield image


def _named_by(page: Page, links: LinkIndex) -> Iterable[File]:
    """The files that a page names elsewhere than in links: in its front matter, its authors' pictures, its styles."""
    named = [*_texts_in(page.meta), *(found.strip("'\" ") for found in _STYLE_URL.findall(page.content or ""))]
    if isinstance(page, ArticlePage):
        article = page.article
        named += [*_addresses_of(article), *_texts_in(getattr(article, "links", None))]
        for author in getattr(article, "authors", ()):
            named += _texts_in([author.avatar, author.url])
    for text in named:
        for spelling in (text, f"/{text}"):
            if target := links.resolve(spelling, page.file):
                yield target.file


def _addresses_of(article: Article) -> Iterable[str]:
    """What the front matter of an article leads to: its video, its slides and the like, each time that it is given."""
    deliveries = getattr(article, "deliveries", ())
    of_all = [getattr(each, key, None) for each in (article, *deliveries) for key in ("link", *_ADDRESSES)]
    return _texts_in([*of_all, *(action.url for action in getattr(article, "further", ()))])


def _texts_in(value: Any) -> Iterable[str]:
    """Every text in a value of YAML that could be a path."""
    if isinstance(value, str) and len(value) < _LONGEST_PATH:
        yield str(value)
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(item)


def _needed(articles: Articles, links: LinkIndex) -> Iterable[File]:
    yield from _pictures(articles, links)
    for file, article in articles:
        text = file.page.text if isinstance(file.page, TextPage) else article.body
        for url in (*_addresses_of(article), *_references(text)):
            if target := links.resolve(url, file):
                yield target.file


def _references(text: str) -> Iterable[str]:
    for found in _REFERENCE.finditer(text):
        yield next(url for url in found.groups() if url)
    for found in _SRCSET.finditer(text):
        yield from (part.split()[0] for part in (found[1] or found[2]).split(",") if part.strip())


def _beside(files: Files, shown: Articles, held_back: Articles) -> Iterable[str]:
    """Files whose nearest folder with posts has none that is shown."""
    with_shown = {posixpath.dirname(file.src_uri) for file, _ in shown}
    hidden = {posixpath.dirname(file.src_uri) for file, _ in held_back} - with_shown
    for file in files:
        folders = [parent.as_posix() for parent in PurePosixPath(file.src_uri).parents]
        nearest = next((folder for folder in folders if folder in hidden or folder in with_shown), None)
        if nearest in hidden:
            yield file.src_uri


def _texts_elsewhere(files: Files, config: MkDocsConfig) -> Iterable[str]:
    """The configuration and the style sheets of a site, which may need files as well."""
    theme = [config.theme[key] for key in ("logo", "favicon") if key in config.theme]
    options = (value for plugin in config.plugins.values() for value in dict(getattr(plugin, "config", {})).values())
    yield from map(str, [*theme, *config.extra_css, *config.extra_javascript, *config.extra.values(), *options])
    sheets = (content_of(sheet) for sheet in files.css_files() if sheet.src_dir == config.docs_dir)
    yield from (sheet.decode(errors="replace") for sheet in sheets)


def tell_media_that_go_away(files: Files, folders: Folders, config: MkDocsConfig, faults: Faults) -> None:
    """Let no file beside posts and talks end the build by being gone when it is copied."""
    of_themes = {*config.theme.dirs}
    for file in files:
        is_made = file.abs_src_path is None or file.generated_by == GENERATED_BY
        if is_made or file.src_dir in of_themes or file.is_documentation_page():
            continue
        if folders.holds_post(file.src_uri) or folders.may_hold_talk(file.src_uri):
            from ..host.vanished_files import copy_if_there  # noqa: PLC0415  # few posts have files beside them

            copy_if_there(file, lambda gone: tell_gone(gone, config, faults))

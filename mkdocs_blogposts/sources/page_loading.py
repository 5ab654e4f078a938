"""Reads the ordinary pages of a Jekyll site and the documents of its collections."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from mkdocs.utils import is_markdown_file

from ..content.models import JekyllPage
from ..faults import Faults
from ..jekyll.endings import PAGES
from ..light_dataclasses import dataclass
from ..pages.file_contents import beginning_of
from ..pages.made_files import GENERATED_BY
from .source_files import TextFile, source_if_there

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..content.reading import Reader
    from ..jekyll.jekyll_config import JekyllConfig
    from ..settings import Settings
    from ..texts.ordinary_pages import PageRules
    from .folders import Folders

Pages = list[tuple["File", JekyllPage]]


def page_rules(jekyll: JekyllConfig, settings: Settings, folders: Folders) -> PageRules | None:
    """What decides on the URLs of ordinary pages; `None` where they are left to MkDocs."""
    if not settings.jekyll_pages:
        return None
    if settings.post_permalink and "permalink" not in jekyll.values:
        jekyll = replace(jekyll, permalink=settings.post_permalink)
    from ..texts.ordinary_pages import PageRules  # noqa: PLC0415  # most sites have no pages of Jekyll's

    return PageRules.of(jekyll, has_talks=folders.talks is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPages:
    """What was found where Jekyll looks for pages."""

    shown: Pages
    held_back: Pages
    broken: list[File]
    """Files that could not be read; their faults say why."""
    not_pages: list[File]
    """Files brought here as pages of Jekyll's that it makes no pages of."""
    media: dict[File, str]
    """What lies in the folders of collections, and where Jekyll publishes it."""
    faults: Faults


def load_pages(
    files: Files,
    config: MkDocsConfig,
    folders: Folders,
    reader: Reader,
    rules: PageRules | None,
    *,
    ours: Collection[str],
) -> LoadedPages:
    """Every ordinary page among the files, by `rules`; `ours` are the files of posts and talks."""
    found = LoadedPages(shown=[], held_back=[], broken=[], not_pages=[], media={}, faults=Faults(chosen=reader.levels))
    if rules is None:
        return found
    from ..texts.ordinary_pages import load_page  # noqa: PLC0415  # as above

    for file in [*_candidates(files, folders, ours, rules)]:
        if not _may_be_page(file):
            if label := rules.collection_of(file.src_uri):
                found.media[file] = rules.dest_of_file(file.src_uri, label)
            continue
        source = source_if_there(file, files, config, found.faults)
        if source is None:
            continue
        outcome = load_page(replace(source, jekyll_defaults=rules.defaults_for(file.src_uri)), reader, rules)
        found.faults.join(outcome.faults)
        page = outcome.text
        if isinstance(page, JekyllPage):
            (found.held_back if page.held_back else found.shown).append((file, page))
        elif page:
            found.broken.append(file)
        elif file.src_dir is None and not Path(file.abs_src_path or "").is_relative_to(config.docs_dir):
            found.not_pages.append(file)
    return found


def _candidates(files: Files, folders: Folders, ours: Collection[str], rules: PageRules) -> Iterator[File]:
    """Files that are no part of a blog and lie where Jekyll looks."""
    for file in files:
        is_free = file.page is None and file.generated_by != GENERATED_BY and not file.inclusion.is_excluded()
        is_ours = file.src_uri in ours or _is_of_a_blog(file.src_uri, folders)
        if is_free and not is_ours and rules.holds_page(file.src_uri):
            yield file


def _is_of_a_blog(src_uri: str, folders: Folders) -> bool:
    path = PurePosixPath(src_uri)
    return folders.holds_post(src_uri) or any(path.is_relative_to(folder) for folder in folders.scope.others)


def _may_be_page(file: File) -> bool:
    """Whether a file is a page by its name, or by what it begins with: `atom.xml` with front matter."""
    if is_markdown_file(file.src_uri) or file.src_uri.endswith(PAGES):
        return True
    from ..texts.ordinary_pages import is_headed  # noqa: PLC0415  # as above

    return is_headed(beginning_of(file))


def take_pages(pages: Pages, files: Files) -> Pages:
    """The same pages, each with a file that MkDocs makes a page of, but for whole documents."""
    return [(_taken(file, page, files), page) for file, page in pages]


def _taken(file: File, page: JekyllPage, files: Files) -> File:
    if page.is_whole or file.is_documentation_page():
        return file
    files.remove(file)
    taken = TextFile(file)
    files.append(taken)
    return taken

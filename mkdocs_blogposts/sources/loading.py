"""Reads every post and talk of a blog, and settles which of them are shown."""

from __future__ import annotations

import difflib
import posixpath
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import InclusionLevel

from ..blog.joined_talks import joined_talks
from ..blog.mentions import TalkNames
from ..content.authors import AuthorBook, load_authors
from ..content.models import Post, Talk, Unreadable
from ..content.publication import is_in_build
from ..content.reading import posts_folder
from ..failures import tell_failure
from ..faults import Faults, Kind, Level
from ..frontmatter.keys import OTHER_KEYS
from ..frontmatter.parser import parse_data
from ..frontmatter.unknown_keys import check_keys
from ..host.material_tags import MaterialTags
from ..host.other_plugins import options_of
from ..host.plugins.encryptcontent import with_its_lock
from ..host.plugins.rss import rss_date_key, rss_meta
from ..jekyll.files import is_passed_over
from ..light_dataclasses import dataclass
from ..settings import Settings
from ..texts.loader import Reader, load_post, load_talk
from ..texts.outcome import Outcome
from .source_files import is_text, shown_path, source_if_there

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from ..frontmatter.source import Source
    from ..jekyll.jekyll_config import JekyllConfig
    from .folders import Folders
    from .kept_readings import KeptReadings, TextReadings
    from .stored_readings import StoredReadings, StoredTexts

Articles = list[tuple["File", Post | Talk]]


_TALK_HINT = "name a talk by its file without the ending, or by its URL from the site's root"
_META = ("material/meta", "materialx/meta")
"""Names of that plugin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What was found in the folders of a blog."""

    shown: Articles
    held_back: Articles
    broken: list[File]
    """Files that could not be read; their faults say why."""
    lost: list[str]
    """Those among them that a build should have, and whose faults the site does not want to be told loudly."""
    passed_over: list[File]
    """Files in folders of Jekyll's that it makes nothing of."""
    jekyll: JekyllConfig
    """What holds for the files of a Jekyll site."""
    faults: Faults
    """What is wrong with all of them."""


@dataclass(frozen=True, slots=True)
class _TextFiles:
    """The files of a blog, and what they are read with."""

    files: Files
    config: MkDocsConfig
    folders: Folders
    reader: Reader
    defaults: Mapping[str, Mapping[str, Any]]
    """The front matter that each folder gives to its files."""
    kept: TextReadings | StoredTexts | None
    """What earlier builds have read."""

    def read_all(self, files: Sequence[File], faults: Faults) -> Iterator[tuple[File, Source | None, Outcome[Any]]]:
        """Each of some files with what it holds and what becomes of it; without the first, one that can't be read.

        One that has gone away is told, and left out.
        """
        workers = self.reader.settings.workers
        ahead = self.kept.ahead(files, lambda file: self._read(file, Faults()), workers) if self.kept else None
        try:
            for file in files:
                if ahead:
                    ahead.begin(file)
                try:
                    found = self._read(file, faults)
                except ValueError as error:
                    # Not the file is wrong then, but an option by which it is placed.
                    raise PluginError(f"blogposts: {error}") from error
                except Exception as error:  # noqa: BLE001  # of a function that an option names, or of ours
                    tell_failure(faults, shown_path(file, self.config), "reading it", error)
                    yield file, None, Outcome(text=Unreadable(), faults=Faults())
                else:
                    if found:
                        yield file, *found
        finally:
            if ahead:
                ahead.end()

    def _read(self, file: File, faults: Faults) -> tuple[Source, Outcome[Any]] | None:
        """What a file holds, and what becomes of it; `None`, and a fault, of one that has gone away."""
        folders, reader = self.folders, self.reader
        is_post = folders.holds_post(file.src_uri)
        at_listing = is_post and folders.has_post_at_listing(file.src_uri, reader.settings)
        source = source_if_there(
            file, self.files, self.config, faults, self.defaults, reader.jekyll, is_at_listing=at_listing
        )
        if source is None:
            return None
        loader: Callable[[Source, Reader], Outcome[Any]] = load_post if is_post else load_talk
        return source, self.kept.read(source, loader) if self.kept else loader(source, reader)


def load(
    files: Files,
    config: MkDocsConfig,
    folders: Folders,
    reader: Reader,
    before: KeptReadings | StoredReadings | None = None,
) -> Loaded:
    """Every post and talk among the files; those that are not to be seen apart from the rest."""
    faults = Faults(chosen=reader.levels)
    # Each blog reads all of them, and the first one tells what is wrong.
    defaults = folder_defaults(files, config, faults if folders.is_first else Faults())
    _tell_keys_of_defaults(files, config, folders, reader, faults)
    neighbourly = _neighbourly(files, config, reader.settings, faults)
    shown: Articles = []
    held_back: Articles = []
    broken: list[File] = []
    lost: list[str] = []
    read: list[File] = []
    passed_over: list[File] = []
    for file in _candidates(files, folders):
        (passed_over if is_passed_over(file.src_uri, reader.jekyll) else read).append(file)
    kept = before.begin(reader) if before else None
    texts = _TextFiles(files, config, folders, reader, defaults, kept)
    for file, source, outcome in texts.read_all(read, faults):
        faults.join(outcome.faults)
        article = outcome.text
        if isinstance(article, Unreadable):
            broken.append(file)
            if source and not article.is_no_loss:
                lost.append(source.path)
        elif article:
            article = neighbourly(article)
            (shown if is_in_build(article.held_back, reader) else held_back).append((file, article))
    if reader.settings.redirects:
        shown = _joined(shown, held_back, faults)
    quiet = [path for path in lost if all(fault.level < Level.WARNING for fault in faults.of(path))]
    return Loaded(
        shown=shown,
        held_back=held_back,
        broken=broken,
        lost=quiet if folders.is_first else [],
        passed_over=passed_over,
        jekyll=reader.jekyll,
        faults=faults,
    )


def _candidates(files: Files, folders: Folders) -> list[File]:
    """The files that are posts by their place, or may be talks."""
    texts = (file for file in files if is_text(file) and file.inclusion is not InclusionLevel.EXCLUDED)
    return [file for file in texts if folders.holds_post(file.src_uri) or folders.may_hold_talk(file.src_uri)]


def _joined(shown: Articles, held_back: Articles, faults: Faults) -> Articles:
    """The same texts, with talks that several files tell of as one."""
    talks, hidden = ([text for _, text in texts if isinstance(text, Talk)] for texts in (shown, held_back))
    changed = joined_talks(talks, hidden, faults)
    return [(file, changed.get(text.src_uri, text)) for file, text in shown]


def folder_defaults(files: Files, config: MkDocsConfig, faults: Faults) -> dict[str, Mapping[str, Any]]:
    """The front matter that each folder gives to its files, from `.meta.yml`, where Material's `meta` is on."""
    found = files_of_defaults(files, config)
    sources = [(posixpath.dirname(file.src_uri), source_if_there(file, files, config, faults)) for file in found]
    parsed = ((folder, parse_data(source, faults)) for folder, source in sources if source)
    return {folder: data.values for folder, data in parsed if data is not None}


def _tell_keys_of_defaults(
    files: Files, config: MkDocsConfig, folders: Folders, reader: Reader, faults: Faults
) -> None:
    """Tell keys that are probably slips of the pen where they hold for a folder of posts."""
    for file in files_of_defaults(files, config) if folders.is_first else ():
        source = source_if_there(file, files, config, faults) if folders.holds_post(file.src_uri) else None
        head = parse_data(source, Faults()) if source else None
        if source and head:
            check_keys(head, faults, source.path, known=reader.known_keys, others=OTHER_KEYS)


def files_of_defaults(files: Files, config: MkDocsConfig) -> list[File]:
    """The files by which folders give front matter to all that lies in them."""
    name = defaults_name(config)
    return [file for file in files if posixpath.basename(file.src_uri) == name]


def defaults_name(config: MkDocsConfig) -> str | None:
    """What the file is called that holds front matter for its folder; `None` where nobody reads such."""
    return next((str(options["meta_file"]) for options in options_of(config, *_META)), None)


def _neighbourly(
    files: Files, config: MkDocsConfig, settings: Settings, faults: Faults
) -> Callable[[Post | Talk], Post | Talk]:
    """What gives a post or talk the front matter that other plugins of the site ask for, and hides what they hide."""
    tags, date_key = MaterialTags.of(config), rss_date_key(config)
    # What Material's `meta` finds here it takes for merged, as it is.
    extends = (
        {"__extends": [file.src_path for file in files_of_defaults(files, config)]} if defaults_name(config) else {}
    )

    def fitted(article: Post | Talk) -> Post | Talk:
        article = with_its_lock(article, config, faults)
        meta = article.meta
        if date_key:
            is_published = not (article.unlisted or (settings.preview and article.held_back))
            meta = rss_meta(article, meta, date_key, is_published=is_published)
        if article.unlisted:
            meta = tags.out_of_lists(meta)
        shown = tuple(tag for tag in article.tags if not tags.is_hidden(tag))
        if shown == article.tags and meta is article.meta and not extends:
            return article
        return replace(article, meta={**meta, **extends}, tags=shown)

    return fitted


def authors_of(files: Files, config: MkDocsConfig, settings: Settings, faults: Faults) -> AuthorBook | None:
    """The authors in the file of authors; `None` where there is none."""
    path = posixpath.normpath(settings.authors_file.format(blog=settings.blog_dir))
    file = files.get_file_from_path(path) if settings.authors else None
    return load_authors(source_if_there(file, files, config, faults) if file else None, faults)


def tell_unknown_talks(loaded: Loaded, of_other_blogs: Iterable[Talk], faults: Faults) -> None:
    """Tell each id in `talks:` of a post that no talk has."""
    articles = [article for _, article in (*loaded.shown, *loaded.held_back)]
    talks = [*(article for article in articles if isinstance(article, Talk)), *of_other_blogs]
    known = TalkNames.of(talks)
    hidden = {article.src_uri for _, article in loaded.held_back}
    for post in articles:
        for mention in post.talks if isinstance(post, Post) else ():
            talk = known.find(mention)
            if talk and talk.src_uri in hidden and post.src_uri not in hidden:
                faults.add(
                    Kind.HELD_BACK_LINK,
                    post.path,
                    f"talks: '{mention.id}' is held back ({talk.held_back}), so it is not shown",
                    place=mention.place,
                    hint="publish that talk, or take it out of the list",
                    level=Level.WARNING,
                )
            if talk is None:
                near = difflib.get_close_matches(mention.id, {talk.id for talk in talks}, n=3, cutoff=0.4)
                faults.add(
                    Kind.TALK,
                    post.path,
                    f"talks: there is no talk '{mention.id}'",
                    place=mention.place,
                    hint=f"did you mean {' or '.join(repr(each) for each in near)}?" if near else _TALK_HINT,
                    level=Level.INFO if post.src_uri in hidden else None,
                )


def notes(loaded: Loaded, settings: Settings, config: MkDocsConfig) -> Iterator[tuple[Level, str]]:
    """What a site should know of its blog as a whole, and how much it weighs."""
    usual = Settings()
    posts = posts_folder(settings)
    if not (loaded.shown or loaded.held_back or loaded.broken):
        told = f"There are no posts in '{posts}' below `docs_dir`"
        left_out = len([*Path(config.docs_dir, posts).rglob("*.md")]) if config.exclude_docs else 0
        docs = f"{Path(config.docs_dir).name}/"
        if posts.startswith(docs):
            option = "post_dir" if settings.post_dir != usual.post_dir else "blog_dir"
            value = posts if option == "post_dir" else settings.blog_dir
            yield Level.WARNING, f"{told}; write `{option}: {value.removeprefix(docs)}`"
        elif left_out:
            files = "the only file" if left_out == 1 else f"all {left_out} files"
            yield Level.INFO, f"There are no posts: `exclude_docs` of mkdocs.yml leaves out {files} below '{posts}'"
        else:
            example = f"{Path(config.docs_dir).name}/{posts}/hello.md"
            how = "begin it with the lines `---`, `date: 2025-07-01` and `---`"
            yield Level.INFO, f"There are no posts yet; write one, such as '{example}', and {how}"
    authors = settings.authors_file.format(blog=settings.blog_dir)
    if settings.authors_file != usual.authors_file and not Path(config.docs_dir, authors).is_file():
        docs = f"{Path(config.docs_dir).name}/"
        hint = f"; write `authors_file: {authors.removeprefix(docs)}`" if authors.startswith(docs) else ""
        yield Level.WARNING, f"There is no file '{authors}' in `docs_dir`, which `authors_file` names{hint}"
    for option in ("post_date_format", "post_url_date_format", "archive_date_format", "archive_url_date_format"):
        if "%" in (pattern := getattr(settings, option)):
            yield Level.WARNING, f"{option}: '{pattern}' is not in the form of Babel; write `yyyy-MM-dd` for 2025-07-01"
    if loaded.lost:
        yield Level.WARNING, f"Left out, since nothing in it can be shown: {', '.join(loaded.lost)}"
    if loaded.passed_over:
        named = ", ".join(shown_path(file, config) for file in loaded.passed_over)
        yield Level.INFO, f"Skipped, as in Jekyll, by name or by `exclude`: {named}"
    if loaded.held_back:
        named = ", ".join(f"{article.path} ({article.held_back})" for _, article in loaded.held_back)
        yield Level.INFO, f"Held back: {named}"

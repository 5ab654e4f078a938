"""Reads the folder of a Jekyll site: its configuration, and what each file is to the plugin."""

from __future__ import annotations

import os
import re
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ...faults import Faults
from ...frontmatter.file_names import JEKYLL_FOLDERS, has_dated_name
from ...frontmatter.parser import parse, parse_data
from ...frontmatter.source import Source
from ...jekyll.config_reader import load_jekyll_config
from ...jekyll.endings import MARKDOWN, PAGES, STYLES
from ...jekyll.files import SPECIAL, is_passed_over, lies_in_jekyll_folder
from ...jekyll.headless import HEADLESS, is_headless_page
from ...jekyll.jekyll_config import CONFIG_NAMES, JekyllConfig
from ...jekyll.liquid.availability import renders_liquid
from ...jekyll.plugins import plugins_of
from ...jekyll.scholar import folder_of_papers
from ...texts.ordinary_pages import PAGES_FOLDER, is_headed
from .old_site import ImportRefused, JekyllSite, PassedOver, Role, SiteFile
from .printed_layouts import layouts_of_printed
from .translations import language_of, moved_texts, other_languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PRUNED = ("node_modules", "vendor")
"""Folders of others' programs."""

_COMPILED = {
    ".scss": ("Sass", ".css", "extra_css"),
    ".sass": ("Sass", ".css", "extra_css"),
    ".coffee": ("CoffeeScript", ".js", "extra_javascript"),
}
"""What each of Jekyll's languages for styles and scripts is called, what is made of it, and the option for that."""

_BROUGHT_IN = re.compile(r"\{%-?\s*include_relative\s+([\w./@-]+)")
"""What a text brings in that lies beside it, or beside the text that brings that in."""

_OF_TOOLS = ("*.scss", "*.sass", "*.gemspec", "Gemfile*", "gems.rb", "gems.locked", "Thumbs.db")
"""Files of themes and tools that a site of MkDocs has no use for."""


def read_site(folder: Path, configs: Iterable[Path] = ()) -> JekyllSite:
    """The site in a folder, set up by `configs` or else its `_config.yml`; an `ImportRefused` where there is none."""
    configs = tuple(configs) or tuple(path for name in CONFIG_NAMES if (path := folder / name).is_file())[:1]
    if not configs and not (folder / "_posts").is_dir():
        near = next((path for path in sorted(folder.iterdir()) if path.is_dir() and _has_config(path)), None)
        if near or not _folders_of_posts(folder):
            hint = f"; did you mean '{near.as_posix()}'?" if near else ""
            raise ImportRefused(
                f"'{folder.as_posix()}' is not a Jekyll site: it has neither _config.yml nor _posts{hint}"
            )
    faults = Faults()
    jekyll = _read_config(folder, configs, faults)
    site = JekyllSite(root=folder, name=folder.name or "site", jekyll=jekyll, configs=configs, faults=faults)
    if jekyll.source and (folder / jekyll.source).is_dir():
        site.root = folder / jekyll.source
    elif jekyll.source:
        site.notes.append(f"there is no folder '{jekyll.source}', which `source` names: '{site.name}' itself is read")
    _Walk(site).go()
    if not renders_liquid():
        site.notes.append("Liquid in texts is left as it is until you `pip install 'mkdocs-blogposts[jekyll]'`")
    if not any(site.of(Role.POST)) and (found := _folders_of_posts(folder)):
        site.notes.append(f"no post was found where Jekyll looks for them, but there is {' and '.join(found)}")
    return site


def _has_config(folder: Path) -> bool:
    return any((folder / name).is_file() for name in CONFIG_NAMES)


def _read_config(folder: Path, configs: tuple[Path, ...], faults: Faults) -> JekyllConfig:
    sources = []
    for path in configs:
        name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
        if not path.is_file():
            raise ImportRefused(f"there is no file '{path.as_posix()}'")
        if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            raise ImportRefused(f"{name} is a link that leads out of '{folder.as_posix()}'")
        sources.append(Source(src_uri=name, path=name, content=path.read_bytes()))
    # The new site has one in any case, by which its posts have Jekyll's URLs.
    sources = sources or [Source(src_uri=CONFIG_NAMES[0], path=CONFIG_NAMES[0], content=b"")]
    jekyll = load_jekyll_config(sources, "", faults)
    if any(parse_data(source, Faults()) is None for source in sources):  # one bad value is told, and no more
        told = "\n".join(str(fault) for fault in faults)
        raise ImportRefused(f"{' or '.join(source.path for source in sources)} cannot be read\n{told}")
    return jekyll


def _folders_of_posts(folder: Path) -> list[str]:
    found = []
    for path, names, _ in os.walk(folder):
        if "_posts" in names:
            found.append(f"'{(Path(path) / '_posts').relative_to(folder).as_posix()}'")
        names[:] = sorted(name for name in names if not name.startswith(".") and name not in (*_PRUNED, "_site"))
    return found


class _Walk:
    """Goes through the folders of a site, and asks of each file what the plugin makes of it."""

    def __init__(self, site: JekyllSite) -> None:
        self.site = site
        self.top = site.root.resolve()
        jekyll = site.jekyll
        papers = folder_of_papers(jekyll.values)
        self.papers = str(papers) if papers and papers.parts and papers.parts[0].startswith("_") else ""
        self.liquid = (jekyll.data_dir, jekyll.includes_dir, *filter(None, (self.papers,)))
        own = (*JEKYLL_FOLDERS, *self.liquid, *(f"_{label}" for label in jekyll.collections))
        self.own_folders = {PurePosixPath(name).parts[0] for name in own}
        self.collections_dir = jekyll.collections_dir
        self.moved: dict[PurePosixPath, PurePosixPath] = {}
        """Where each file lies that belongs elsewhere."""

    def go(self) -> None:
        """Find every file of use."""
        for path in self._below(PurePosixPath()):
            self._take(path)
        self._translated()
        self._included()
        self.site.files += layouts_of_printed(self.site)
        for paths in (self._plugins(), self._brought_in()):
            self.site.files += (SiteFile(path=path, role=Role.LIQUID) for path in paths)
        self.site.files.sort(key=lambda file: file.path)

    def _translated(self) -> None:
        """Take the texts of the first of several languages."""
        for new, old in moved_texts(self.site).items():
            if self._stays(old):
                self.moved[new] = old
                self._take(new)
        for folder in other_languages(self.site):
            self._pass_over(folder, f"has texts in another language than the first, '{language_of(self.site)}'")

    def _real(self, path: PurePosixPath) -> Path:
        """Where a file lies."""
        return self.site.root / self.moved.get(path, path)

    def _plugins(self) -> list[PurePosixPath]:
        """What is written in Ruby, by which the new site knows that Liquid may have had more filters."""
        folder = PurePosixPath(self.site.jekyll.plugins_dir)
        paths = (folder / path.relative_to(self.site.root / folder) for path in (self.site.root / folder).rglob("*.rb"))
        known = {file.path for file in self.site.files}
        return [path for path in paths if path not in known and (self.site.root / path).is_file() and self._stays(path)]

    def _brought_in(self) -> list[PurePosixPath]:
        """What `include_relative` brings in, and is not there already: `_part.js` beside a script."""
        known, found = {file.path for file in self.site.files if not self._is_moved(file)}, dict[PurePosixPath, None]()
        for file in self.site.files:
            texts = [file.head.body] if file.head else []
            while texts:
                for name in _BROUGHT_IN.findall(texts.pop()):
                    path = file.path.parent / name
                    is_new = path not in known and path not in found and ".." not in path.parts
                    if is_new and (self.site.root / path).is_file() and self._stays(path):
                        found[path] = None
                        texts.append((self.site.root / path).read_text(encoding="utf-8", errors="replace"))
        return [*found]

    @staticmethod
    def _is_moved(file: SiteFile) -> bool:
        """Whether a file is published from another folder than that of the texts beside it."""
        return file.role is Role.FILE and (bool(file.collection) or file.path.parts[0].startswith("_"))

    def _included(self) -> None:
        """Take each file that `include` names by its whole path, whatever `exclude` says of its folder."""
        known = {file.path for file in self.site.files}
        for path in (PurePosixPath(name.strip("/")) for name in self.site.jekyll.include):
            is_inside = path.parts and ".." not in path.parts and path not in known
            if is_inside and (self.site.root / path).is_file() and self._stays(path):
                self._take_page_or_file(path)

    def _below(self, folder: PurePosixPath) -> Iterator[PurePosixPath]:
        """Every file below a folder, but for folders in which there is nothing for Jekyll."""
        with os.scandir(self.site.root / folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            path = folder / entry.name
            is_folder = entry.is_dir()
            if (is_folder and not self._is_walked(path)) or not (is_folder or entry.is_file()):
                continue
            if entry.is_symlink() and self._is_wanted(path) and not self._stays(path):
                continue
            if is_folder:
                yield from self._below(path)
            else:
                yield path

    def _is_walked(self, path: PurePosixPath) -> bool:
        """Whether there may be something for Jekyll in a folder."""
        return path.name in self.own_folders or self._is_wanted(path)

    def _is_wanted(self, path: PurePosixPath) -> bool:
        return self.site.rules.holds_page(str(path)) or any(
            part in self.own_folders and not part.startswith(".") for part in path.parts
        )

    def _take(self, path: PurePosixPath) -> None:
        """Add a file as what it is."""
        src_uri, jekyll = str(path), self.site.jekyll
        if any(path.is_relative_to(folder) for folder in self.liquid):
            is_else = bool(self.papers) and path.is_relative_to(self.papers) and path.suffix != ".bib"
            if not is_else and not any(part.startswith(".") for part in path.parts):
                self._add(path, Role.LIQUID)
        elif lies_in_jekyll_folder(src_uri):
            if src_uri.startswith(self.collections_dir):
                self._take_article(path, is_passed_over=is_passed_over(src_uri, jekyll))
        elif label := self._label_of(path):
            self._take_document(path, label)
        elif path.parts[0] == PAGES_FOLDER and PAGES_FOLDER not in (each.strip("/") for each in jekyll.include):
            return
        elif self.site.rules.holds_page(src_uri):
            self._take_page_or_file(path)

    def _label_of(self, path: PurePosixPath) -> str:
        """The collection in whose folder a file lies, be it one without pages."""
        root = self.site.jekyll.collections_root
        labels = (label for label in self.site.collections if path.is_relative_to(PurePosixPath(root, f"_{label}")))
        return next(labels, "")

    def _take_article(self, path: PurePosixPath, *, is_passed_over: bool) -> None:
        folder = next(part for part in path.parts if part in JEKYLL_FOLDERS)
        is_text = path.suffix.lower() in PAGES
        if folder == "_talks":
            if "talks" in self.site.collections and not is_passed_over:
                self._take_document(path, "talks")
            elif is_text and not is_passed_over:
                self._pass_over(
                    path, "`_config.yml` names no collection `talks`, so Jekyll does not take it for a talk either"
                )
        elif is_passed_over:
            if is_text and not path.name.startswith(SPECIAL) and folder == "_posts" and not has_dated_name(str(path)):
                self._pass_over(path, "its name has no date, so Jekyll does not take it for a post either")
        elif is_text or (folder == "_posts" and path.suffix.lower() not in STYLES and self._is_headed(path)):
            self._add_text(path, Role.POST if folder == "_posts" else Role.DRAFT)
        elif folder == "_posts" and self._real(path).read_bytes()[:1000].isascii():
            self._pass_over(path, f"ends in '{path.suffix}' and has no front matter, so it is no post here")

    def _take_document(self, path: PurePosixPath, label: str) -> None:
        is_published = self.site.jekyll.collections[label].output
        if not self._is_headed(path):
            is_held = label == "talks" or self.site.rules.holds_page(str(path))
            if is_published and is_held and not self._is_of_tools(path):
                self._add(path, Role.FILE, label)
        elif label == "talks":
            self._add_text(path, Role.TALK, label)
        elif not is_published:
            self._add(path, Role.LIQUID)
        elif self.site.rules.holds_page(str(path)):
            self._add_text(path, Role.DOCUMENT, label)

    def _take_page_or_file(self, path: PurePosixPath) -> None:
        suffix = path.suffix.lower()
        if suffix in STYLES and self._is_headed(path):
            language, made, option = _COMPILED[suffix]
            url = f"/{path.with_suffix(made)}"
            why = f"is {language}: where you need it, compile it to `docs{url}`, and name that in `{option}`"
            self._pass_over(path, why, url=url)
        elif self._is_of_tools(path):
            self._pass_over(path, "is of use to a theme or a tool of Jekyll's only", url=f"/{path}")
        elif self._is_headed(path):
            self._add_text(path, Role.PAGE)
        elif suffix in MARKDOWN:
            self._unheaded(path)
        else:
            self._add(path, Role.FILE)

    @staticmethod
    def _is_of_tools(path: PurePosixPath) -> bool:
        return any(fnmatchcase(path.name, pattern) for pattern in _OF_TOOLS)

    def _unheaded(self, path: PurePosixPath) -> None:
        """Take Markdown without front matter for a page where a plugin of the site does."""
        plugins, name = plugins_of(self.site.config), path.stem.lower()
        if is_headless_page(path, self.site.jekyll):
            self._add_text(path, Role.PAGE)
            option = self.site.config.get("optional_front_matter")
            if not (isinstance(option, dict) and option.get("remove_originals") is True):
                why = f"is a page here; {HEADLESS} published the Markdown beside it, which MkDocs does not"
                self._pass_over(path, why, url=f"/{path}")
        elif name == "readme" and "jekyll-readme-index" in plugins and not self._has_index(path):
            self._add_text(path, Role.PAGE)
        else:
            why = "has no front matter, so Jekyll published it as it is; MkDocs would make a page of it"
            self._pass_over(path, why, url=f"/{path}")

    def _has_index(self, path: PurePosixPath) -> bool:
        """Whether the folder of a file has a page of its own."""
        return any((self.site.root / path).with_name(f"index{ending}").is_file() for ending in PAGES)

    def _stays(self, path: PurePosixPath) -> bool:
        """Whether a file or folder is really where it seems to be, below the site's folder and not around itself."""
        real = (self.site.root / path).resolve()
        if not real.is_relative_to(self.top):
            self._pass_over(path, f"is a link that leads out of '{self.site.name}'")
            return False
        if (self.site.root / path).is_symlink() and (self.top / path).parent.is_relative_to(real):
            self._pass_over(path, "is a link to a folder that it lies in")
            return False
        return True

    def _pass_over(self, path: PurePosixPath, why: str, *, url: str = "") -> None:
        self.site.passed_over.append(PassedOver(str(path), why, url))

    def _is_headed(self, path: PurePosixPath) -> bool:
        with self._real(path).open("rb") as opened:
            return is_headed(opened.readline(100))

    def _add(self, path: PurePosixPath, role: Role, collection: str = "") -> None:
        self.site.files.append(SiteFile(path=path, role=role, collection=collection, moved_from=self.moved.get(path)))

    def _add_text(self, path: PurePosixPath, role: Role, collection: str = "") -> None:
        jekyll, src_uri = self.site.jekyll, str(path)
        is_article = role in {Role.POST, Role.DRAFT, Role.TALK}
        given = jekyll.front_matter_for(src_uri) if is_article else self.site.rules.defaults_for(src_uri)
        content = self._real(path).read_bytes()
        source = Source(src_uri=src_uri, path=src_uri, content=content, jekyll_defaults=given)
        # What is wrong in it is told when it is read whole.
        head = parse(source, Faults())
        moved_from = self.moved.get(path)
        self.site.files.append(
            SiteFile(path=path, role=role, collection=collection, source=source, head=head, moved_from=moved_from)
        )

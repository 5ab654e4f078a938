"""The papers of a site: the files of BibTeX that the option `publications` names."""

from __future__ import annotations

import difflib
import importlib.util
import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..faults import Kind, Level, Place
from ..jekyll.scholar import folder_of_papers
from ..light_dataclasses import dataclass
from ..publications.bibliography import Bibliography
from .paper_pages import papers_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from ..content.models import JekyllPage, Post, Talk
    from ..faults import Faults
    from ..jekyll.jekyll_config import JekyllConfig
    from ..publications.bibliography import Paper
    from ..settings import Settings

_EXTRA = 'run: pip install "mkdocs-blogposts[publications]"'


@dataclass(frozen=True, slots=True)
class PaperFiles:
    """The files of BibTeX of a site."""

    paths: tuple[Path, ...]
    is_chosen: bool
    """Whether an option names them; else they are those of jekyll-scholar, and Jekyll builds whatever is in them."""

    def outside(self, config: MkDocsConfig) -> Iterator[str]:
        """Those of them outside `docs_dir` that are there."""
        for path in self.paths:
            if path.is_file() and not path.resolve().is_relative_to(Path(config.docs_dir).resolve()):
                yield str(path)


def paper_files(config: MkDocsConfig, settings: Settings, jekyll: JekyllConfig) -> PaperFiles:
    """The files that the option names, or else those of a Jekyll site, where there is what reads them."""
    root = _root(config)
    if settings.publications:
        return PaperFiles(tuple(path for name in settings.publications for path in _named(name, root)), is_chosen=True)
    folder = folder_of_papers(jekyll.values)
    if folder is None or importlib.util.find_spec("pybtex") is None:
        return PaperFiles((), is_chosen=False)
    found = sorted((root / jekyll.home / folder).glob("*.bib"))
    inside = (root / jekyll.home).resolve()
    return PaperFiles(tuple(path for path in found if path.resolve().is_relative_to(inside)), is_chosen=False)


def _named(name: str, root: Path) -> Iterator[Path]:
    """The file of a name, or all files that a pattern stands for; where there are none, the pattern is told."""
    is_pattern = "*" in name and not Path(name).is_absolute()
    found = sorted(path for path in root.glob(name) if path.is_file()) if is_pattern else []
    yield from found or [root / name]


def bibliography_of(
    config: MkDocsConfig, files: PaperFiles, pages: Iterable[JekyllPage], faults: Faults
) -> Bibliography:
    """The papers of all files, and those that have pages; what cannot be read of them is told."""
    found = [*papers_of(pages)]
    own = faults.apart()
    for path in files.paths:
        found += _read(path, config, own)
    faults.take(own, at_most=Level.ERROR if files.is_chosen else Level.INFO)
    return Bibliography.of(found)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").parent


def _read(path: Path, config: MkDocsConfig, faults: Faults) -> list[Paper]:
    name = Path(os.path.relpath(path, _root(config))).as_posix()
    try:
        content = path.read_bytes()
    except OSError as error:
        from .option_places import place_of_option  # noqa: PLC0415  # few sites have such files, and most can be read

        told = f"publications: '{name}' cannot be read: {error.strerror}"
        option, place = place_of_option("publications", config)
        hint = "name a file of BibTeX, from the folder of mkdocs.yml"
        faults.add(Kind.PUBLICATION, option, told, place=place, hint=hint)
        return []
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = content.decode("utf-8-sig", "replace")
        place = Place(content.count(b"\n", 0, error.start) + 1)
        faults.add(Kind.PUBLICATION, name, "publications: it is not UTF-8", place=place, hint="save it as UTF-8")
    try:
        # Only sites with papers pay for this.
        from ..publications.bib_reader import read_bibliography  # noqa: PLC0415

        return read_bibliography(text, name, faults)
    except ImportError:
        from .option_places import place_of_option  # noqa: PLC0415  # as above

        option, place = place_of_option("publications", config)
        faults.add(
            Kind.PUBLICATION,
            option,
            "publications: they are not read, since pybtex is not installed",
            place=place,
            hint=_EXTRA,
        )
        return []


def tell_unknown_papers(
    articles: Iterable[Post | Talk], hidden: frozenset[str], bibliography: Bibliography, faults: Faults
) -> None:
    """Tell each key in `paper:` of a post or talk that no paper has; an address there is somebody else's."""
    for article in articles if bibliography.papers else ():
        for mention in article.papers:
            if mention.id.lower() in bibliography.by_key or any(sign in mention.id for sign in "/."):
                continue
            near = difflib.get_close_matches(mention.id.lower(), bibliography.by_key, n=3, cutoff=0.4)
            keys = " or ".join(f"'{bibliography.by_key[each].key}'" for each in near)
            faults.add(
                Kind.PUBLICATION,
                article.path,
                f"paper: there is no publication '{mention.id}'",
                place=mention.place,
                hint=f"did you mean {keys}?" if keys else "name a publication by its key of BibTeX",
                level=Level.INFO if article.src_uri in hidden else None,
            )

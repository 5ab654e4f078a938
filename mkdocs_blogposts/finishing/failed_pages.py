"""Pages that say which template has failed at them, and how."""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from ..failures import HINT, tell_failure
from ..faults import Kind, Place
from ..light_dataclasses import dataclass, field
from ..log import log
from ..pages.text_pages import TextPage
from ..sources.source_files import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from ..faults import Faults

_TEMPLATE = "blogposts/failure.html"
_PACKAGES = frozenset({"site-packages", "dist-packages"})


@dataclass(frozen=True, slots=True)
class TemplateFailure:
    """What has failed in a template, and where."""

    path: str
    """The template, from the folder of `mkdocs.yml`."""
    line: int
    said: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:1: failure: {self.said}"


@dataclass(frozen=True, slots=True)
class FailedPages:
    """Stands in for templates that cannot be used."""

    config: MkDocsConfig
    env: jinja2.Environment
    faults: Faults
    told: dict[str, str] = field(default_factory=dict)
    """What is wrong with the template of a page, by its file, where it cannot be loaded."""
    pages: dict[TemplateFailure, list[str]] = field(default_factory=dict)
    """The files at which a template has failed, until it is told."""

    def find(self, pages: Iterable[Page]) -> None:
        """Give the pages whose template the host would fail to load one that says so."""
        for page in pages:
            if "template" in page.meta:
                try:
                    self.env.get_template(page.meta["template"])
                except Exception as error:  # noqa: BLE001  # a name that is no text is one of those that fail
                    self.told[page.file.src_uri] = self._note(page, error)
                    page.meta["template"] = _TEMPLATE
        self.tell()

    def of(self, page: Page, error: Exception) -> str:
        """What stands in place of a page at which a template has failed."""
        return self.env.get_template(_TEMPLATE).render(told=self._note(page, error))

    def tell(self) -> None:
        """Tell each failure of a template once, with how many pages it has hit."""
        for failure, paths in self.pages.items():
            others = f" and {len(paths) - 1} more page{'s' if len(paths) > 2 else ''}" if len(paths) > 1 else ""  # noqa: PLR2004
            message = f"failure: {failure.said}, at {paths[0]}{others}"
            self.faults.add(Kind.FAILURE, failure.path, message, place=Place(failure.line), hint=HINT)
        self.pages.clear()

    def _note(self, page: Page, error: Exception) -> str:
        path = page.article.path if isinstance(page, TextPage) else shown_path(page.file, self.config)
        failure = self._failure_of(error)
        if failure is None:
            return tell_failure(self.faults, path, "making its page", error)
        log.debug("%s: making its page failed", path, exc_info=error)
        self.pages.setdefault(failure, []).append(path)
        return str(failure)

    def _failure_of(self, error: Exception) -> TemplateFailure | None:
        """What has failed in a template of the site; `None` where none had a part in it."""
        own = [(path, line) for name, line in _places_of(error) if (path := self._own(name))]
        if not own:
            return None
        path, line = own[-1]
        if isinstance(error, TemplateNotFound):
            return TemplateFailure(path=path, line=line, said=f"there is no template '{error.name}'")
        message = error.message if isinstance(error, TemplateError) else error
        return TemplateFailure(path=path, line=line, said=f"{type(error).__name__}: {message}")

    def _own(self, template: str) -> str | None:
        """A template of the site as its author would name it; `None` for one that comes with a package."""
        root = Path(self.config.config_file_path or "mkdocs.yml").parent.resolve()
        folders = [root, Path(self.config.theme.custom_dir or root).resolve()]
        whole = Path(template).resolve()
        is_own = any(whole.is_relative_to(folder) for folder in folders) and not _PACKAGES & set(whole.parts)
        return Path(os.path.relpath(whole, root)).as_posix() if is_own else None


def _places_of(error: Exception) -> Iterator[tuple[str, int]]:
    """The templates through which an error has come, the one it comes from last."""
    frames = traceback.extract_tb(error.__traceback__)
    yield from ((frame.filename, frame.lineno or 1) for frame in frames if frame.filename.endswith(".html"))
    if isinstance(error, TemplateSyntaxError) and error.filename:
        yield error.filename, error.lineno

"""Pages that say which template has failed at them, and how."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jinja2 import TemplateError

from ..pages.text_pages import TextPage
from ..rendering.failures import tell_failure
from ..site.sources import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from ..faults import Faults

_TEMPLATE = "blogposts/failure.html"


@dataclass(frozen=True, slots=True)
class FailedPages:
    """Stands in for templates that cannot be used."""

    config: MkDocsConfig
    env: jinja2.Environment
    faults: Faults
    told: dict[str, str] = field(default_factory=dict)
    """What is wrong with the template of a page, by its file, where it cannot be loaded."""

    def find(self, pages: Iterable[Page]) -> None:
        """Give the pages whose template the host would fail to load one that says so."""
        for page in pages:
            if "template" in page.meta:
                try:
                    self.env.get_template(page.meta["template"])
                except TemplateError as error:
                    self.told[page.file.src_uri] = self._tell(page, error)
                    page.meta["template"] = _TEMPLATE

    def of(self, page: Page, error: Exception) -> str:
        """What stands in place of a page at which a template has failed."""
        return self.env.get_template(_TEMPLATE).render(told=self._tell(page, error))

    def _tell(self, page: Page, error: Exception) -> str:
        path = page.article.path if isinstance(page, TextPage) else shown_path(page.file, self.config)
        return tell_failure(self.faults, path, "making its page", error)

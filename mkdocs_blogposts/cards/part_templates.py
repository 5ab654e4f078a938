"""Our templates of parts of pages: cards, listings, what stands around a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from ..host.theme import Theme


@dataclass(frozen=True, slots=True)
class PartTemplates:
    """The templates below `blogposts/`, or what a site has in their place."""

    theme: Theme
    config: MkDocsConfig

    def render(self, name: str, **values: object) -> Markup:
        """The HTML that a template makes of some values."""
        template = self.theme.env.get_template(f"blogposts/{name}")
        rendered = template.render(words=self.theme.words, config=self.config, **values)
        return Markup(rendered)  # our templates escape

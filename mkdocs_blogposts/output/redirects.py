"""The small pages at old URLs, each of which leads to where its page is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from ..html.excerpts import plain_text
from ..pages.made_files import fill

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.config.defaults import MkDocsConfig

    from ..host.theme import Theme
    from ..pages.redirect_file import RedirectFile


def write_redirects(placed: Iterable[RedirectFile], theme: Theme, config: MkDocsConfig) -> None:
    """Fill the pages at old URLs."""
    template = theme.env.get_template("blogposts/redirect.html")
    for file in placed:
        url = file.target
        title = plain_text(str(file.end.page.title)) if file.end and file.end.page else url
        content = template.render(
            url=url if file.leads_away else get_relative_url(url, file.url),
            canonical=file.address_from(config.site_url),
            title=title or url,
            language=theme.language,
            words=theme.words,
            config=config,
        )
        fill(file, content.encode(), config)

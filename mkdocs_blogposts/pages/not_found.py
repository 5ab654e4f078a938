"""The page that is shown at any URL that the site does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from ..late_patterns import late_pattern
from .text_pages import OrdinaryPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

NOT_FOUND = "404.html"
"""What a theme makes for every site, unless the site has a page of its own for it."""

_RELATIVE = late_pattern(
    r"""(?P<begin>\s(?:href|src)\s*=\s*(?:"|'|(?=[\w.])))(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/#"'])(?P<url>[^"'\s<>]+)"""
)
"""An attribute that leads somewhere by way of the page's own URL."""


def base_of(page: Page, config: MkDocsConfig) -> str | None:
    """The path of the site for a page that is shown at any URL, as MkDocs has it for a theme's own; else `None`."""
    is_not_found = isinstance(page, OrdinaryPage) and page.file.dest_uri == NOT_FOUND
    return f"{urlsplit(config.site_url or '').path.rstrip('/')}/" if is_not_found else None


def from_base(output: str, base: str) -> str:
    """A page whose relative URLs count from the site's root."""
    return _RELATIVE.sub(lambda found: f"{found['begin']}{urljoin(base, found['url'])}", output)

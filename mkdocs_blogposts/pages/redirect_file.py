"""The page at an old URL."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from mkdocs.structure.files import File, InclusionLevel

from .made_files import fill

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from ..content.models import OldUrl


class RedirectFile(File):
    """The page at an old URL, which leads to another."""

    def __init__(self, config: MkDocsConfig, old: OldUrl, path: str, *, stands_for: str | None) -> None:
        # By its source, MkDocs would tell a page from a file; this is neither a page nor the file of that name.
        super().__init__(
            f"{old.dest_uri}.redirect",
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            dest_uri=old.dest_uri,
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        fill(self, b"", config)
        self.path = path
        """The file that asks for it, as its author would name it."""
        self.old_url = old.url
        """From the site's root, as its author wrote it."""
        self.stands_for = stands_for
        """The `src_uri` of a post or talk that has moved away, and whose place this is."""
        self.end: File | None = None
        """The page that it leads to; `None` where that is none of the site's."""
        self.address = ""
        """What follows the path of `end`, `#anchor`; without `end`, all of the URL."""

    @property
    def target(self) -> str:
        """The URL that it leads to, from the site's root or whole."""
        return f"{self.end.url if self.end else ''}{self.address}"

    @property
    def leads_away(self) -> bool:
        """Whether it leads to a whole URL."""
        parts = urlsplit(self.target)
        return bool(parts.scheme or parts.netloc)

    def address_from(self, site_url: str | None) -> str:
        """Where it leads: with the address of the site, or from its root where that is not known."""
        if self.leads_away:
            return self.target
        return urljoin(f"{site_url.rstrip('/')}/" if site_url else "/", self.target)

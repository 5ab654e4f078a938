"""The small pages at old URLs, each of which leads to where its page is now, and what hosts read in their place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

from ..html.excerpts import plain_text
from ..late_patterns import late_pattern
from ..pages.made_files import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from ..host.theme import Theme
    from ..pages.redirect_file import RedirectFile

FOR_HOSTS = "_redirects"
"""The file that Netlify, Cloudflare and others read: a line for each redirect."""
_PLACEHOLDERS = late_pattern("[*:]|%3A|%2A", re.IGNORECASE)
"""What has a meaning of its own in a path of that file."""


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


def write_for_hosts(placed: Iterable[RedirectFile], files: Files, config: MkDocsConfig) -> list[RedirectFile]:
    """Write down redirects for hosts, below those of the site's own file; gives the pages that need not be there."""
    file = files.get_file_from_path(FOR_HOSTS)
    told = [redirect for redirect in placed if not _PLACEHOLDERS.search(redirect.url)]
    if file is None:
        return []
    own = file.content_bytes.rstrip(b"\n")
    lines = sorted(f"{path} {_target(redirect)} 301" for redirect in told for path in _paths(redirect))
    fill(file, b"\n".join([*filter(None, [own]), *map(str.encode, lines), b""]), config)
    return told


def _paths(redirect: RedirectFile) -> Iterator[str]:
    """Every path at which a host would answer with a page."""
    path = f"/{redirect.url.removeprefix('./')}"
    yield path
    short = path.removesuffix(".html") if path.endswith(".html") else path.rstrip("/")
    if short and short != path:
        yield short


def _target(redirect: RedirectFile) -> str:
    return redirect.target if redirect.leads_away else f"/{redirect.target.removeprefix('./').lstrip('/')}"

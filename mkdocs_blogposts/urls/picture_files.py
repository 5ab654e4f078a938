"""Where a picture lies that front matter names: by its path, by its URL, or by its bare name."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mkdocs.structure.files import File

    from ..content.models import Picture
    from .link_index import LinkIndex

IMAGES = "/images/"
"""Where academicpages has pictures."""


def local_file(picture: Picture, file: File, links: LinkIndex) -> File | None:
    """The file of an image that lies in the site."""
    local = links.local_path(picture.src)
    found = (links.resolve(spelling, file) for spelling in _spellings(local)) if local else ()
    there = next((target.file for target in found if target and not target.file.is_documentation_page()), None)
    return there or (links.picture_named(unquote(local)) if local else None)


def _spellings(src: str) -> Iterable[str]:
    """A path as it is, from `docs_dir`, and, for a bare name, in Jekyll's folder of images."""
    path = quote(unquote(urlsplit(src).path))
    yield path
    yield f"/{path.lstrip('/')}"
    if posixpath.basename(path) == path:
        yield f"{IMAGES}{path}"

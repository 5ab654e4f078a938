"""Teaser images: found in the site or left where they are, with their size."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..frontmatter.schemes import is_picture
from ..html.page_urls import from_root, site_address
from ..urls.picture_files import IMAGES, local_file
from .card_values import Image

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from ..content.models import Picture
    from ..pictures.picture_copies import PictureCopies
    from ..urls.link_index import LinkIndex


def find_image(picture: Picture, file: File, links: LinkIndex, copies: PictureCopies) -> Image | None:
    """The image that front matter of `file` names; `None` if the site has no such file."""
    alt = picture.alt or ""
    if is_picture(picture.src):
        return Image(src=picture.src, alt=alt, width=None, height=None)
    if links.local_path(picture.src) is None:
        return Image(src=picture.src, alt=alt, width=None, height=None) if _is_remote(picture.src) else None
    image = local_file(picture, file, links)
    if image is None:
        return None
    known = copies.of(image)
    width, height = known.size
    return Image(
        src=from_root(image.url),
        alt=alt,
        width=width,
        height=height,
        copies=tuple((from_root(file.url), width) for width, file in known.copies),
    )


def find_avatar(src: str, links: LinkIndex) -> str | None:
    """The address of an author's picture, whose path counts from the site's root; a bare name as for a teaser.

    `None` if the site has no such file.
    """
    if is_picture(src):
        return src
    for spelling in (src, f"{IMAGES}{src}") if "/" not in src else (src,):
        if (file := links.resolve_from_root(spelling)) and not file.is_documentation_page():
            return from_root(file.url)
    if named := links.picture_named(unquote(src)):
        return from_root(named.url)
    return None if links.local_path(src) == src else site_address(src)


def _is_remote(src: str) -> bool:
    try:
        parts = urlsplit(src)
    except ValueError:
        return False
    return parts.scheme in {"http", "https", ""} and bool(parts.netloc)

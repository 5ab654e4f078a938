"""Teaser images: found in the site or left where they are, with their size."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..frontmatter.schemes import is_picture
from ..html.html_urls import ROOT
from ..html.page_urls import from_root, site_address
from ..urls.picture_files import IMAGES, local_file
from .card_values import Image

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from ..content.models import Picture
    from ..urls.link_index import LinkIndex

_SVG_ROOT = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_SVG_SIZE = re.compile(rb"""\s(width|height)\s*=\s*["']\s*([0-9.]+)(?:px)?\s*["']""", re.IGNORECASE)
_SVG_VIEW_BOX = re.compile(
    rb"""\sviewBox\s*=\s*["'][\s,]*[-0-9.]+[\s,]+[-0-9.]+[\s,]+([0-9.]+)[\s,]+([0-9.]+)""", re.IGNORECASE
)


def find_image(picture: Picture, file: File, links: LinkIndex) -> Image | None:
    """The image that front matter of `file` names; `None` if the site has no such file."""
    alt = picture.alt or ""
    if is_picture(picture.src):
        return Image(src=picture.src, alt=alt, width=None, height=None)
    if links.local_path(picture.src) is None:
        return Image(src=picture.src, alt=alt, width=None, height=None) if _is_remote(picture.src) else None
    image = local_file(picture, file, links)
    if image is None:
        return None
    width, height = image_size(image)
    return Image(src=f"{ROOT}/{image.url}", alt=alt, width=width, height=height)


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


def image_size(file: File) -> tuple[int | None, int | None]:
    """Width and height in pixels; `None` for each where the file does not tell."""
    content = file.content_bytes
    if svg := _SVG_ROOT.search(content[:4096]):
        return _svg_size(svg.group())
    from PIL import Image as PillowImage  # noqa: PLC0415  # most sites have no pictures of their own

    try:
        with PillowImage.open(BytesIO(content)) as image:
            return image.size
    except (OSError, ValueError, PillowImage.DecompressionBombError):
        return None, None


def _svg_size(root: bytes) -> tuple[int | None, int | None]:
    sizes = {name.lower(): value for name, value in _SVG_SIZE.findall(root)}
    if b"width" in sizes and b"height" in sizes:
        return _pixels(sizes[b"width"]), _pixels(sizes[b"height"])
    if box := _SVG_VIEW_BOX.search(root):
        return _pixels(box.group(1)), _pixels(box.group(2))
    return None, None


def _pixels(number: bytes) -> int | None:
    try:
        return round(float(number)) or None
    except ValueError:
        return None

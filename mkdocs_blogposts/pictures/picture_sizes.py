"""How large a picture is, as its file says."""

from __future__ import annotations

import re
import warnings
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from ..late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

SVG_ROOT = late_pattern(rb"<svg\b[^>]*>", re.IGNORECASE)
_SVG_SIZE = late_pattern(rb"""\s(width|height)\s*=\s*["']\s*([0-9.]+)(?:px)?\s*["']""", re.IGNORECASE)
_SVG_VIEW_BOX = late_pattern(
    rb"""\sviewBox\s*=\s*["'][\s,]*[-0-9.]+[\s,]+[-0-9.]+[\s,]+([0-9.]+)[\s,]+([0-9.]+)""", re.IGNORECASE
)
_ORIENTATION = 0x0112
_TURNED = frozenset({5, 6, 7, 8})
"""Orientations of EXIF that make a wide picture a high one."""

_WITH_ORIENTATION = frozenset({"AVIF", "JPEG", "MPO", "WEBP"})

Size = tuple[int | None, int | None]


def size_of(content: bytes) -> Size:
    """Width and height in pixels, as browsers show it; `None` for each where the file does not tell."""
    if (size := svg_size(content)) is not None:
        return size
    from PIL import Image  # noqa: PLC0415  # most sites have no pictures of their own

    try:
        with unwarned(), Image.open(BytesIO(content)) as image:
            return size_as_shown(image)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None, None


def size_as_shown(image: Image) -> Size:
    """The size of a picture that may lie on its side in its file."""
    width, height = image.size
    is_turned = may_be_turned(image) and image.getexif().get(_ORIENTATION) in _TURNED
    return (height, width) if is_turned else (width, height)


def may_be_turned(image: Image) -> bool:
    """Whether browsers ask a picture how it is to be turned; Pillow would have to decode others to tell."""
    return image.format in _WITH_ORIENTATION


@contextmanager
def unwarned() -> Iterator[None]:
    """Within, Pillow does not warn of large pictures; not to be entered by one of several threads."""
    from PIL import Image  # noqa: PLC0415  # as above

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        yield


def svg_size(content: bytes) -> Size | None:
    """The size of a drawing; `None` where it is none."""
    svg = SVG_ROOT.search(content[:4096])
    if svg is None:
        return None
    root = svg.group()
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

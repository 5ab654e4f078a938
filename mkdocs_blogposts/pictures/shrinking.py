"""A picture made smaller, by Pillow: the one module that decodes any."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps

from ..light_dataclasses import dataclass
from .picture_sizes import Size, may_be_turned, size_as_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTHS = (400, 800, 1200, 1600)
"""Pixels; cards are some 400 wide on a phone, and twice as sharp on most screens."""

QUALITY = 80
"""Of lossy WebP."""
_OF_DRAWINGS = 90
"""The same where a picture is drawn."""

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", *(["AVIF"] if find_spec("PIL.AvifImagePlugin") else []))
"""What browsers show as well, so that no other decoder ever sees what strangers send; older Pillows have no AVIF."""
_NEARLY = 0.9
"""A copy that is hardly smaller than the next is none."""
_METHOD, _EFFORT = 2, 50
"""How hard WebP tries; twice the time would save a twentieth of the bytes."""
_TOO_LARGE = f"has more than {(Image.MAX_IMAGE_PIXELS or 0) // 1_000_000} million pixels"
_FEW_COLOURS = 4096
"""A picture of no more is drawn."""


@dataclass(frozen=True, slots=True)
class Shrunk:
    """What has become of a picture."""

    size: Size = (None, None)
    """Its own, as browsers show it."""
    copies: tuple[tuple[int, bytes | None], ...] = ()
    """The width and content of each smaller copy, the smallest first; `None` is the picture itself."""
    mistake: str | None = None
    """Why there are none, where that is the picture's fault."""


def shrink(content: bytes, widths: tuple[int, ...] = WIDTHS) -> Shrunk:
    """A picture in several widths, as WebP; of what moves, none.

    Whoever calls this sees to Pillow's warnings of large pictures, which no thread can do for itself.
    """
    size: Size = (None, None)
    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as image:
            size = size_as_shown(image)
            if Image.MAX_IMAGE_PIXELS and image.width * image.height > Image.MAX_IMAGE_PIXELS:
                return Shrunk(size, mistake=_TOO_LARGE)
            # Phones put a second picture, of its depth, into a photo.
            is_moving = image.format != "MPO" and getattr(image, "is_animated", False)
            return Shrunk(size, () if is_moving else tuple(_copies(image, len(content), widths)))
    except Image.DecompressionBombError:
        return Shrunk(mistake=_TOO_LARGE)
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError):
        return Shrunk(size, mistake="is not a picture that can be read")


def _copies(image: Image.Image, size: int, widths: tuple[int, ...]) -> Iterator[tuple[int, bytes | None]]:
    """Each copy that is smaller than what it was made from, in pixels and in bytes; at the end, the picture itself."""
    is_drawn = image.format in {"PNG", "GIF", "BMP"} and image.getcolors(_FEW_COLOURS) is not None
    profile = image.info.get("icc_profile") if image.mode in {"RGB", "RGBA"} else None
    own_width, _ = size_as_shown(image)
    # Of a large JPEG, only as much is decoded as the largest copy needs.
    image.draft("RGB", (widths[-1], widths[-1]))
    upright = ImageOps.exif_transpose(image) if may_be_turned(image) else image
    whole = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    made: dict[int, bytes] = {}
    for width in _widths(whole.width, widths):
        height = max(1, round(whole.height * width / whole.width))
        copy = whole if width == whole.width else whole.resize((width, height), Image.Resampling.LANCZOS)
        content = _webp(copy, profile, quality=_OF_DRAWINGS if is_drawn else QUALITY)
        if is_drawn and copy is whole:
            content = min(content, _webp(copy, profile, quality=_EFFORT, lossless=True), key=len)
        if len(content) < size:
            made[width] = content
    yield from made.items()
    if made and own_width and max(made) < min(own_width, widths[-1]):
        yield own_width, None


def _webp(image: Image.Image, profile: bytes | None, *, quality: int, lossless: bool = False) -> bytes:
    file = BytesIO()
    image.save(file, "WEBP", lossless=lossless, quality=quality, method=_METHOD, icc_profile=profile, exif=b"")
    return file.getvalue()


def _widths(width: int, wanted: tuple[int, ...]) -> Iterator[int]:
    """The widths of the copies of a picture, of which the last is its own, if that is not too much."""
    largest = min(width, wanted[-1])
    yield from (each for each in wanted if each < largest * _NEARLY)
    yield largest

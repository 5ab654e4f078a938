"""The cover of a post as PNG, by Pillow, in the typeface that comes with it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

from .cover_design import HEIGHT, MARGIN, WIDTH

if TYPE_CHECKING:
    from .cover_design import Cover

_FINER = 2
"""How much larger circles are drawn, so that their edges are smooth."""
_NO_LETTER = "\U0010ffff"


def paint(cover: Cover) -> bytes | None:
    """The PNG; `None` where the typeface lacks a letter, or the script is written from the right."""
    try:
        fonts = {size: ImageFont.load_default(size) for _, size, _, _ in cover.texts}
    except (ImportError, OSError):
        return None  # Pillow was built without FreeType
    if cover.is_from_right or not all(_has_letters(fonts[size], text) for text, size, _, _ in cover.texts):
        return None
    large = Image.new("RGB", (WIDTH * _FINER, HEIGHT * _FINER), cover.ground)
    draw = ImageDraw.Draw(large)
    for x, y, radius, colour in cover.circles:
        draw.ellipse([each * _FINER for each in (x - radius, y - radius, x + radius, y + radius)], fill=colour)
    image = large.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    draw = ImageDraw.Draw(image)
    for text, size, base_line, is_title in cover.texts:
        # The typeface has one weight; a stroke makes the title bolder.
        stroke = size // 40 if is_title else 0
        draw.text((MARGIN, base_line), text, fill=cover.ink, font=fonts[size], anchor="ls", stroke_width=stroke)
    file = BytesIO()
    image.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def _has_letters(font: ImageFont.FreeTypeFont | ImageFont.ImageFont, text: str) -> bool:
    missing = bytes(font.getmask(_NO_LETTER))
    return all(bytes(font.getmask(letter)) != missing for letter in sorted(set(text) - {" "}))

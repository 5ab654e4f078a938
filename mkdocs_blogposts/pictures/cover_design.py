"""What stands on the cover of a post, and where: the same in SVG and PNG."""

from __future__ import annotations

import re
import unicodedata
from html import escape

from ..light_dataclasses import dataclass

WIDTH, HEIGHT = 1200, 675
MARGIN = 90
SIZES = (88, 72, 58)
"""Pixels of a title: as large as it fits."""
SMALL = 34
"""Pixels of what stands above and below it."""
LEADING = 1.2

_TOO_SMALL = 200
"""Pixels of width up to which a browser shows no letters: nobody could read them, and phones cut such a picture."""
_MOST_LINES = {88: 3, 72: 4, 58: 5}
_WORDS = re.compile(r"\S+")
_WIDE = frozenset("WF")
_FROM_RIGHT = frozenset({"R", "AL"})
_NARROW = frozenset("ijlt.,:;'!|()[] ")
_CIRCLES = ((420, 0.07), (250, 0.14))
"""Radius, and how much of the ink there is in the colour."""
_DARKEST = 0.04045
"""Below, WCAG takes brightness for linear."""
_BROAD = frozenset("mwMW@%—")
_FAMILIES = "'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
_WHITE, _DARK = "#ffffff", "#0c1218"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """A cover, in pixels from its upper left corner."""

    lines: tuple[str, ...]
    size: int
    above: str
    below: str
    ground: str
    """Colour of the ground, `#rrggbb`."""
    ink: str
    is_from_right: bool

    @classmethod
    def of(cls, title: str, above: str, below: str, ground: str) -> Cover:
        """The cover with a title, in whatever size it fits."""
        title, above, below = (_printable(text) for text in (title, above, below))
        size = next((size for size in SIZES if len(_wrapped(title, size)) <= _MOST_LINES[size]), SIZES[-1])
        lines = _wrapped(title, size)
        most = _MOST_LINES[size]
        if len(lines) > most:
            lines = [*lines[: most - 1], f"{lines[most - 1].rstrip()}…"]
        directions = (unicodedata.bidirectional(character) for character in title)
        first = next((each for each in directions if each == "L" or each in _FROM_RIGHT), "L")
        return cls(
            lines=tuple(lines),
            size=size,
            above=above,
            below=below,
            ground=ground,
            ink=max((_WHITE, _DARK), key=lambda ink: contrast(ink, ground)),
            is_from_right=first in _FROM_RIGHT,
        )

    @property
    def texts(self) -> tuple[tuple[str, int, int, bool], ...]:
        """Each text with its size, its base line, and whether it is the title."""
        leading = round(self.size * LEADING)
        first = (HEIGHT - leading * len(self.lines)) // 2 + self.size
        title = ((line, self.size, first + place * leading, True) for place, line in enumerate(self.lines))
        small = ((self.above, SMALL, MARGIN + SMALL, False), (self.below, SMALL, HEIGHT - MARGIN, False))
        return tuple(text for text in (*title, *small) if text[0])

    @property
    def circles(self) -> tuple[tuple[int, int, int, str], ...]:
        """Middle, radius and colour of what enlivens the ground."""
        x = MARGIN if self.is_from_right else WIDTH - MARGIN
        return tuple((x, HEIGHT, radius, mixed(self.ink, self.ground, share)) for radius, share in _CIRCLES)

    def svg(self) -> str:
        """The cover as a drawing, in whatever letters its reader has."""
        circles = "".join(
            f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{colour}"/>' for x, y, radius, colour in self.circles
        )
        x = WIDTH - MARGIN if self.is_from_right else MARGIN
        bold = ' font-weight="700"'
        texts = "".join(
            f'<text x="{x}" y="{y}" font-size="{size}"{bold if is_title else ""}>{escape(text)}</text>'
            for text, size, y, is_title in self.texts
        )
        direction = ' direction="rtl"' if self.is_from_right else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{self.ground}"/>'
            f"<style>@media (max-width: {_TOO_SMALL}px) {{ text {{ display: none }} }}</style>{circles}"
            f'<g fill="{self.ink}" font-family="{_FAMILIES}"{direction}>{texts}</g></svg>\n'
        )


def contrast(first: str, second: str) -> float:
    """How well two colours can be told apart, as WCAG has it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, ground: str, share: float) -> str:
    """A colour on a ground through which most of that is seen."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(over * share + under * (1 - share)):02x}" for over, under in pairs)


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def _luminance(colour: str) -> float:
    parts = (channel / 255 for channel in _channels(colour))
    red, green, blue = (part / 12.92 if part <= _DARKEST else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _printable(text: str) -> str:
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


def _wrapped(text: str, size: int) -> list[str]:
    """A text in lines that fit."""
    room, lines, line = WIDTH - 2 * MARGIN, [], ""
    for word in _pieces(text, room // size):
        longer = f"{line} {word}" if line and not _is_wide(word) else f"{line}{word}"
        if line and _extent(longer) * size > room:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line] if line else lines


def _pieces(text: str, most: int) -> list[str]:
    """What a line may be broken between: words, characters of scripts without spaces, parts of what is too long."""
    pieces: list[str] = []
    for word in _WORDS.findall(text):
        if _is_wide(word):
            pieces.extend(word)
        else:
            pieces.extend(word[start : start + most] for start in range(0, len(word), most))
    return pieces


def _is_wide(text: str) -> bool:
    return any(unicodedata.east_asian_width(character) in _WIDE for character in text)


def _extent(text: str) -> float:
    """How wide a text is in broad typefaces, where its size is 1."""
    return sum(_extent_of(character) for character in text)


def _extent_of(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in _WIDE:
        return 1.0
    if character in _NARROW:
        return 0.38
    if character in _BROAD:
        return 1.05
    return 0.8 if character.isupper() else 0.68

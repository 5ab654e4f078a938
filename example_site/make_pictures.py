"""Draw the PNG and JPEG files of the example site: `python example_site/make_pictures.py`."""

from __future__ import annotations

import math
import random
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1200, 675
IMAGES = Path(__file__).parent / "docs" / "images"

Colour = tuple[int, int, int]


def tide(x: float) -> float:
    """The water at *x*, from 0 to 1 across the picture: the moon, the sun, and what they make together."""
    turns = 2 * math.pi * x * 4
    return 0.72 * math.cos(turns) + 0.28 * math.cos(turns * 12.42 / 12.0 + 0.6)


def surge(x: float) -> float:
    """What a storm adds: nothing, then much, then less."""
    return 1.1 * math.exp(-(((x - 0.52) / 0.17) ** 2))


def ramp(first: Colour, last: Colour, steps: int) -> list[Colour]:
    """*steps* colours that lead from *first* to *last*."""
    return [
        tuple(round(a + (b - a) * step / (steps - 1)) for a, b in zip(first, last, strict=True))  # type: ignore[misc]
        for step in range(steps)
    ]


def chunk(kind: bytes, body: bytes) -> bytes:
    """One part of a PNG file, with its length and checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(rows: list[bytes], palette: list[Colour]) -> bytes:
    """A PNG file whose pixels are numbers of *palette*."""
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    pixels = b"".join(b"\0" + row for row in rows)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"PLTE", b"".join(map(bytes, palette)))
        + chunk(b"IDAT", zlib.compress(pixels, 9))
        + chunk(b"IEND", b"")
    )


def draw(
    middle: float, swing: float, *, sky: tuple[Colour, Colour], sea: tuple[Colour, Colour], line: Colour, storm: bool
) -> bytes:
    """A sky and a sea in bands, their border the tide; in a storm, a second line shows what the table had said."""
    bands = 9
    palette = [*ramp(*sky, bands), *ramp(*sea, bands), line]
    predicted = [middle - swing * tide(x / WIDTH) for x in range(WIDTH)]
    measured = [y - swing * surge(x / WIDTH) if storm else y for x, y in enumerate(predicted)]

    rows = []
    for y in range(HEIGHT):
        row = bytearray()
        for x in range(WIDTH):
            slope = abs(predicted[x] - predicted[x - 1]) if x else 0.0
            on_line = storm and abs(y - predicted[x]) < 2 * math.hypot(1, slope)
            if on_line or (not storm and abs(y - measured[x]) < 3 * math.hypot(1, slope)):
                row.append(2 * bands)
            elif y < measured[x]:
                row.append(min(bands - 1, y * bands // HEIGHT))
            else:
                depth = (y - measured[x]) / (HEIGHT - measured[x])
                row.append(bands + min(bands - 1, int(depth * bands)))
        rows.append(bytes(row))
    return png(rows, palette)


def barnacle(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, chance: random.Random) -> None:
    """One barnacle on a pile: plates around a mouth that is nearly shut."""
    shade = chance.uniform(0.72, 1.0)
    rim = tuple(round(channel * shade) for channel in (222, 214, 196))
    draw.ellipse((x - radius * 1.12, y - radius * 1.05, x + radius * 1.12, y + radius * 1.15), fill=(24, 44, 46))
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=rim)
    for ridge in range(11):
        turn = ridge * math.tau / 11 + chance.uniform(-0.15, 0.15)
        end = (x + radius * math.cos(turn), y + radius * math.sin(turn))
        draw.line((x, y, *end), fill=tuple(round(channel * 0.78) for channel in rim), width=max(1, round(radius / 12)))
    plate = tuple(round(channel * 0.9) for channel in rim)
    draw.ellipse((x - radius * 0.55, y - radius * 0.5, x + radius * 0.55, y + radius * 0.5), fill=plate)
    mouth = chance.uniform(0.12, 0.3)
    draw.ellipse((x - radius * 0.4, y - radius * mouth, x + radius * 0.4, y + radius * mouth), fill=(30, 34, 36))


def barnacles() -> Image.Image:
    """The pile under a gauge, as a camera sees it: large and with grain, so that smaller copies of it pay."""
    size, chance = (1600, 900), random.Random(7)
    image = Image.new("RGB", size)
    draw = ImageDraw.Draw(image)
    for y, colour in enumerate(ramp((64, 116, 112), (18, 46, 54), size[1])):
        draw.line((0, y, size[0], y), fill=colour)
    for _ in range(520):
        # The deeper, the more of them.
        y = size[1] * (1 - chance.random() ** 1.9)
        barnacle(draw, chance.uniform(-20, size[0] + 20), y, chance.uniform(14, 34) + y / 40, chance)
    grain = Image.frombytes("L", size, chance.randbytes(size[0] * size[1])).filter(ImageFilter.GaussianBlur(1))
    return Image.blend(image.filter(ImageFilter.GaussianBlur(1.2)), grain.convert("RGB"), 0.05)


def main() -> None:
    """Write all three pictures."""
    calm = draw(
        360,
        150,
        sky=((252, 240, 214), (244, 214, 176)),
        sea=((122, 184, 184), (32, 96, 112)),
        line=(24, 72, 88),
        storm=False,
    )
    storm = draw(
        420,
        120,
        sky=((70, 84, 104), (150, 160, 168)),
        sea=((104, 140, 150), (36, 62, 78)),
        line=(250, 214, 140),
        storm=True,
    )
    (IMAGES / "tide-curve.png").write_bytes(calm)
    (IMAGES / "storm.png").write_bytes(storm)
    barnacles().save(IMAGES / "barnacles.jpg", quality=55)


if __name__ == "__main__":
    main()

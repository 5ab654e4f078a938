"""Small files of strangers that unfold to large ones fill no memory."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib

import pytest

from mkdocs_blogposts.pictures import slide_decks
from tests.pdf import pdf, slide

MEBIBYTES = 400


def unfolding(size: int) -> bytes:
    """What zlib makes at least so many zeros of, though it is a thousandth of them."""
    part = bytes(1_000_000)
    deflate = zlib.compressobj(9)
    first = deflate.compress(part) + deflate.flush(zlib.Z_FULL_FLUSH)
    more = deflate.compress(part) + deflate.flush(zlib.Z_FULL_FLUSH)
    return first + more * (size // len(part)) + deflate.flush()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


SIZE = struct.pack(">IIBBBBB", 900, 900, 8, 0, 0, 0, 0)
ROWS = chunk(b"IDAT", zlib.compress(bytes(901 * 900)))
LARGE = unfolding(300_000_000)

IN_A_PICTURE = {
    "a text": chunk(b"zTXt", b"a\0\0" + LARGE) + ROWS,
    "a text of another kind": chunk(b"iTXt", b"a\0\1\0\0\0" + LARGE) + ROWS,
    "a profile of colours": chunk(b"iCCP", b"a\0\0" + LARGE) + ROWS,
    "a text at the end": ROWS + chunk(b"zTXt", b"a\0\0" + LARGE),
    "more rows than it has": chunk(b"IDAT", LARGE),
}

ALONE = """
import resource, sys
from mkdocs_blogposts.pictures.shrinking import shrink
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = shrink(sys.stdin.buffer.read())
print(len(found.copies), found.mistake, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""
"""Shrinks a picture, and tells by how many MiB the process has grown."""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere memory is counted otherwise")
@pytest.mark.parametrize("name", IN_A_PICTURE)
def test_a_picture_that_unfolds_fills_no_memory(name: str) -> None:
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", SIZE) + IN_A_PICTURE[name] + chunk(b"IEND", b"")

    told = subprocess.run([sys.executable, "-c", ALONE], input=content, capture_output=True, check=True).stdout.decode()

    copies, *mistake, grown = told.split()
    assert copies == "3" or " ".join(mistake) == "is not a picture that can be read"
    assert int(grown) < 100


@pytest.mark.skipif(sys.platform != "linux", reason="only there the memory of a process can be bounded")
def test_slides_that_unfold_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2", reason='needs the extra: pip install "mkdocs-blogposts[slides]"')
    monkeypatch.setattr(slide_decks, "MEBIBYTES", MEBIBYTES)
    data = unfolding(600_000_000).decode("latin-1")
    about = "/Type /XObject /Subtype /Form /BBox [0 0 320 180] /Filter /FlateDecode"
    form = f"<< {about} /Length {len(data)} >>\nstream\n{data}\nendstream"
    page = ("/MediaBox [0 0 320 180] /Resources << /XObject << /X 4 0 R >> >>", "/X Do")

    (told,) = slide_decks.drawn([pdf(slide((20, "Harmless")), page, objects=[form])], 1)

    assert told["slides"] == []
    assert told["mistake"] in {"ends the program that draws it on page 2", "needs too much memory on page 2"}

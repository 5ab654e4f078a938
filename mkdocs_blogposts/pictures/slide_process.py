"""The slides of a PDF as pictures and text: `python -m mkdocs_blogposts.pictures.slide_process FIRST STEP SECONDS MIB`.

In a process of its own, since PDFium reads what strangers send, works on one thread alone, and takes the whole process
along where it fails. The PDF comes from standard input; for each slide that is done, a line of JSON goes out.
"""

from __future__ import annotations

import base64
import contextlib
import faulthandler
import json
import math
import os
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
from pypdfium2 import raw

from .shrinking import shrink

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTHS = (800, 1600)
"""Pixels of the pictures of a slide: as wide as a text, on screens of both kinds."""
MOST_SLIDES = 300

_MOST_HEIGHT = 2400
_MOST_TEXT = 10_000
"""Characters of a slide."""
_TITLE_LINES = 3
_SIZE_DIFFERS = 0.05
"""Part of a typeface's size by which another one is meant."""


def main() -> None:
    """Tell each of some slides, or why they cannot be told."""
    first, step, seconds, mebibytes = map(int, sys.argv[1:])
    _limit_memory(mebibytes)
    for told in _told(sys.stdin.buffer.read(), first, step, seconds):
        sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.flush()
    faulthandler.cancel_dump_traceback_later()


def _limit_memory(mebibytes: int) -> None:
    with contextlib.suppress(ImportError, OSError, ValueError):  # only Unix has it, and not each to the same degree
        import resource  # noqa: PLC0415

        resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20, mebibytes << 20))


def _told(content: bytes, first: int, step: int, seconds: int) -> Iterator[dict[str, Any]]:
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123
        _begin(seconds, nowhere)
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            is_locked = error.err_code == raw.FPDF_ERR_PASSWORD
            yield {"mistake": "is encrypted" if is_locked else "is not a PDF that can be read"}
            return
        except MemoryError:
            yield {"mistake": "needs too much memory"}
            return
        count = len(document)
        if not 0 < count <= MOST_SLIDES:
            yield {"mistake": f"has {count} pages, and {MOST_SLIDES} are the most" if count else "has no pages"}
            return
        yield {"count": count}
        for index in range(first, count, step):
            _begin(seconds, nowhere)
            try:
                yield _slide(document[index], index + 1)
            except Exception as error:  # noqa: BLE001  # of the file of a stranger
                reason = "needs too much memory" if isinstance(error, MemoryError) else "cannot be read"
                yield {"mistake": f"{reason} on page {index + 1}"}
                return


def _begin(seconds: int, nowhere: Any) -> None:
    """Let the process end itself after some time, be it in the middle of PDFium."""
    faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)


def _slide(page: pypdfium2.PdfPage, number: int) -> dict[str, Any]:
    width, height = page.get_size()
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        raise ValueError(number)
    text = page.get_textpage()
    lines = text.get_text_range()[:_MOST_TEXT].splitlines()
    image = page.render(scale=min(WIDTHS[-1] / width, _MOST_HEIGHT / height), may_draw_forms=False).to_pil()
    file = BytesIO()
    image.save(file, "BMP")
    shrunk = shrink(file.getvalue(), WIDTHS)
    if not shrunk.copies:
        raise ValueError(shrunk.mistake)
    largest, _ = shrunk.copies[-1]
    return {
        "number": number,
        "title_lines": _title_lines(text, lines),
        "lines": lines,
        "size": [largest, max(1, round(image.height * largest / image.width))],
        "copies": [[width, base64.b64encode(copy or b"").decode("ascii")] for width, copy in shrunk.copies],
    }


def _title_lines(text: pypdfium2.PdfTextPage, lines: list[str]) -> int:
    """How many of the first lines are the title: those that are as large as the first one."""
    sizes, index = [], 0
    for line in lines[: _TITLE_LINES + 1]:
        sizes.append(raw.FPDFText_GetFontSize(text, min(index, max(0, text.count_chars() - 1))))
        index += len(line) + len("\r\n")
    alike = [abs(size - sizes[0]) <= _SIZE_DIFFERS * sizes[0] for size in sizes]
    return 1 if all(alike) else alike.index(False)


if __name__ == "__main__":
    main()

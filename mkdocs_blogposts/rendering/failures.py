"""What escapes from a text, a Markdown extension or a template, as a fault of the file at which it did."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from ..faults import Kind
from ..log import log

if TYPE_CHECKING:
    from ..faults import Faults

_HINT = "build with `--verbose` to see where it comes from"


def tell_failure(faults: Faults, path: str, doing: str, error: Exception) -> str:
    """Note what has failed at a file, and give the sentence about it; the traceback is for `--verbose` alone."""
    log.debug("%s: %s failed", path, doing, exc_info=error)
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" ({Path(frame.filename).name}, line {frame.lineno})" for frame in last)
    message = f"failure: {doing} ended with {type(error).__name__}: {error}{where}"
    faults.add(Kind.FAILURE, path, message, hint=_HINT)
    return f"{path}: {message}"

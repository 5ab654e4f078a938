"""What escapes from a text, a Markdown extension, a template or a function of the site, without a traceback."""

from __future__ import annotations

import contextlib
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import MkDocsException, PluginError

from .faults import Kind
from .log import log
from .shown_texts import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .faults import Faults

HINT = "build with `--verbose` to see where it comes from"


def tell_failure(faults: Faults, path: str, doing: str, error: Exception) -> str:
    """Note what has failed at a file, and give the sentence about it; the traceback is for `--verbose` alone."""
    log.debug("%s: %s failed", path, doing, exc_info=error)
    message = f"failure: {_ended(doing, error)}"
    faults.add(Kind.FAILURE, path, message, hint=HINT)
    return f"{path}: {message}"


@contextlib.contextmanager
def one_line(doing: str) -> Iterator[None]:
    """Whatever escapes ends the build with one line, and with a traceback only for `--verbose`."""
    try:
        yield
    except MkDocsException:
        raise
    except Exception as error:
        log.debug("%s failed", doing, exc_info=error)
        raise PluginError(f"blogposts: {on_one_line(_ended(doing, error))}\n    {HINT}") from error


def _ended(doing: str, error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = "".join(f" ({Path(frame.filename).name}, line {frame.lineno})" for frame in last)
    return f"{doing} ended with {type(error).__name__}: {error}{where}"

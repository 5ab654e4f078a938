"""Where a build says what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

from .shown_texts import on_one_line

if TYPE_CHECKING:
    import logging

log: logging.Logger = get_plugin_logger("blogposts").logger
"""The adapter's own logger, since faults begin with their place and not with the name of a plugin."""


def _make_harmless(record: logging.LogRecord) -> bool:
    """Have each name in a message shown on one line, whatever it would do to a terminal."""
    if isinstance(record.args, tuple):
        record.args = tuple(on_one_line(each) if isinstance(each, str) else each for each in record.args)
    return True


log.addFilter(_make_harmless)

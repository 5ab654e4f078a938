"""Where a build says what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.plugins import get_plugin_logger

if TYPE_CHECKING:
    import logging

log: logging.Logger = get_plugin_logger("blogposts").logger
"""The adapter's own logger, since faults begin with their place and not with the name of a plugin."""

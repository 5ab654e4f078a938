"""Markdown looks for each extension among all that are installed, for each text anew; here, once.

This replaces `Markdown.build_extension` meanwhile.
"""

from __future__ import annotations

import logging
import re
import sys
from contextlib import contextmanager
from functools import reduce
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.util import get_installed_extensions

from .known_code import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from markdown.extensions import Extension

_METHOD = "build_extension"
_KNOWN = frozenset({"98e425c61352e6cf4d36e84d2d3e9177060b68b58945462aa2fbe87afc178cbd"})
_LOGGER = logging.getLogger("MARKDOWN")
_ENTRY = re.compile(r"([\w.]+):([\w.]+)")
"""Module and name of a class, as installed packages tell them."""

_found: dict[str, tuple[str, list[str]]] = {}
"""The module of each extension, and the names in it that lead to what makes it."""


def _find(name: str) -> tuple[str, list[str]] | None:
    """Where what makes an extension is; `None` for one that is told in a way of its own."""
    entry = next((each for each in get_installed_extensions() if each.name == name), None)
    if entry:
        told = _ENTRY.fullmatch(entry.value)
        return (told[1], told[2].split(".")) if told else None
    module, _, attribute = name.partition(":")
    return module, [attribute or "makeExtension"]


@contextmanager
def hastened_makers() -> Iterator[None]:
    """Within, converters make the same extensions sooner, unless each step is logged."""
    if _LOGGER.isEnabledFor(logging.DEBUG):
        yield
        return
    with replaced(Markdown, _METHOD, _KNOWN, _hastened):
        yield


def _hastened(stock: Any) -> Any:
    def build_extension(self: Markdown, ext_name: str, configs: Mapping[str, Any]) -> Extension:
        found = _found.get(ext_name)
        module = sys.modules.get(found[0]) if found else None
        if found and module:
            try:
                make = reduce(getattr, found[1], module)
                return make(**configs)  # type: ignore[operator, no-any-return]  # as Markdown takes it
            except AttributeError:
                pass  # which Markdown tells in its own words
        extension: Extension = stock(self, ext_name, configs)
        if found := _find(ext_name):
            _found[ext_name] = found
        return extension

    return build_extension

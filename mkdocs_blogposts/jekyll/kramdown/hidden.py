"""Extensions of kramdown: comments, what is no Markdown, and options."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import line_patterns as line_is
from .nodes import Kind, Node

if TYPE_CHECKING:
    from .scope import Scope

_START = re.compile(rf"{line_is.SPACE}\{{::(?P<name>\w+)(?:\s[^}}]*?)?(?P<close>/?)\}}\s*$")
_STOP = re.compile(rf"{line_is.SPACE}\{{:/(?P<name>\w+)?\}}\s*$")
_NAMES = frozenset({"comment", "nomarkdown", "options"})


def read_extension(scope: Scope, at: int) -> int | None:
    """Read an extension; only what is no Markdown is shown."""
    found = _START.match(scope.lines[at])
    if found is None or found["name"] not in _NAMES:
        return None
    if found["close"]:
        scope.add(Node(Kind.MARK))
        return at + 1
    if scope.is_unclosed(found["name"]):
        return None
    for end in range(at + 1, len(scope.lines)):
        stop = _STOP.match(scope.lines[end])
        if stop and stop["name"] in {None, found["name"]}:
            if found["name"] == "nomarkdown":
                scope.add(
                    Node(Kind.HTML, scope.reader.document.raw("\n".join(scope.lines[at + 1 : end]), scope.parent))
                )
            else:
                scope.add(Node(Kind.MARK))
            return end + 1
    scope.unclosed[found["name"]] = 1
    return None

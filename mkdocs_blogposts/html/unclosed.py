"""What is begun in some HTML and never ended, kept from patterns that would look for its end each time."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_HIDDEN = "<\0"
"""What a hidden beginning has in place of `<`; no text of a page has a NUL."""


def hide_unclosed(content: str, *names: str) -> str:
    """HTML without beginnings of comments and of elements with these names behind the last end of such a one."""
    content = str(content)  # to `Markup`, what is found in it would be a text to escape
    for begin, end in (_ends(name) for name in ("!--", *names)):
        if begin.search(content):
            last = max((found.end() for found in end.finditer(content)), default=0)
            content = content[:last] + begin.sub(_HIDDEN, content[last:])
    return content


def show_unclosed(content: str) -> str:
    """The same HTML as it was."""
    return content.replace(_HIDDEN, "<")


def replace_tags(tag: re.Pattern[str], by: str | Callable[[re.Match[str]], str], content: str) -> str:
    """HTML with each tag that a pattern finds replaced; behind the last `>` there is none."""
    content = str(content)  # as above
    end = content.rfind(">") + 1
    return tag.sub(by, content[:end]) + content[end:]


@cache
def _ends(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    if name == "!--":
        return re.compile("<(?=!--)"), re.compile("-->")
    return re.compile(rf"<(?={name}\b)", re.IGNORECASE), re.compile(rf"</{name}\s*>", re.IGNORECASE)

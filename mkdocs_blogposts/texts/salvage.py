"""What is left of a file whose front matter cannot be read: its text, where its own builder shows that as well."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..faults import Faults, Kind, Level
from ..frontmatter.merging import over_defaults
from ..frontmatter.parser import FrontMatter, parse
from ..late_patterns import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..frontmatter.source import Source

_HEAD = late_pattern(r"---[ \t]*\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*(?:\n+|\Z)", re.DOTALL | re.MULTILINE)
_KEY = late_pattern(r"^([\w-]+)[ \t]*:[ \t]*([^\s\[#])?", re.MULTILINE)


def parse_or_salvage(
    source: Source, faults: Faults, is_jekylls: Callable[[Mapping[str, Any]], bool], *, stands_alone: bool = True
) -> FrontMatter | None:
    """The front matter and the text of a file; `None`, and a fault, where its own builder has no page of it either.

    Jekyll makes a page of a file whose front matter is no YAML: of its text, and with the whole name of the file for
    a slug; not so where the front matter never ends. `is_jekylls` is asked with the keys that the file has; what does
    not stand alone, as a post without a date in its name, is nothing without its front matter.
    """
    found = faults.apart()
    head = parse(source, found)
    if not found.found:
        return head
    text = source.content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    block = _HEAD.match(text)
    keys = head.values if head else _keys_in(block["head"] if block else text)
    if not is_jekylls(keys) or not (head or stands_alone):
        faults.take(found)
        return head
    faults.take(found, at_most=Level.WARNING)
    if head or any(fault.kind is Kind.ENCODING for fault in found):
        return head
    end = block.end() if block else 0
    slug = {"slug": PurePosixPath(source.src_uri).stem} if block else {}
    values, _ = over_defaults(slug, of_folder=source.defaults, of_jekyll=source.jekyll_defaults)
    return FrontMatter(
        values=values,
        places={},
        keys={},
        texts={},
        exists=True,
        body=text[end:],
        body_line=text.count("\n", 0, end) + 1,
    )


def _keys_in(head: str) -> dict[str, Any]:
    """The keys of front matter that cannot be read, each with a text, or with a list where it does not have a text."""
    return {key: "" if begins_text else [] for key, begins_text in _KEY.findall(head)}

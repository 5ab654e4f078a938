"""What kramdown and GitHub give to the text of a Jekyll post and Python-Markdown does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markdown import Markdown

EXTENSIONS: Mapping[str, Mapping[str, Any]] = {
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "pymdownx.magiclink": {},
    "pymdownx.tasklist": {},
    "pymdownx.tilde": {"subscript": False},
    "tables": {},
}
"""Extensions that a Jekyll post needs beside the site's own, and their options."""

_EQUAL = {"extra": frozenset({"attr_list", "def_list", "footnotes", "tables"})}
"""Extensions that bring others with them."""

_ITEM = re.compile(r"(?P<quote>(?: {0,3}> ?)*) {0,3}(?:[-*+]|1[.)])[ \t]+\S")
_IN_LIST = re.compile(r"(?: {0,3}> ?)* {0,3}(?:[-*+]|\d+[.)])[ \t]+\S")
_QUOTE = re.compile(r"(?: {0,3}> ?)*")
_BREAKS = re.compile(r"(?: {0,3}> ?)*\s*(?:$|#{1,6}\s|(?:[-*_]\s*){3,}$|\{:.*\}\s*$)")


class ListAfterParagraph(Preprocessor):
    """Puts an empty line between a paragraph and the list that follows it at once."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with those empty lines."""
        separated: list[str] = []
        in_paragraph = False
        for line in lines:
            item = _ITEM.match(line)
            if item and in_paragraph and _quote(separated[-1]) == _quote(line):
                separated.append(_quote(line).rstrip())
            separated.append(line)
            if _BREAKS.match(line) or line.startswith(("    ", "\t")):
                in_paragraph = in_paragraph and not _BREAKS.match(line)
            elif _IN_LIST.match(line):
                in_paragraph = False
            elif not (len(separated) > 1 and _continues_list(separated[:-1], line)):
                in_paragraph = True
        return separated


def _quote(line: str) -> str:
    found = _QUOTE.match(line)
    return found.group() if found else ""


def _continues_list(before: list[str], line: str) -> bool:
    """Whether a line goes on with the list item above it, without a new paragraph between them."""
    for above in reversed(before):
        if _BREAKS.match(above):
            return False
        if _IN_LIST.match(above):
            return _quote(above) == _quote(line)
    return False


class LiquidAsText(InlineProcessor):
    """Keeps what nothing renders as its author wrote it; `attr_list` would take `{% … %}` for attributes."""

    def handleMatch(  # type: ignore[override]  # noqa: N802  # the name is Markdown's
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002  # it comes with the match
    ) -> tuple[str, int, int]:
        """A placeholder for the text."""
        return self.md.htmlStash.store(str(escape(m.group()))), m.start(), m.end()


class KramdownExtension(Extension):
    """Habits of kramdown that no other extension knows."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
        """Read lines after fenced code (25) and raw HTML (20), texts after inline code (190) is out of the way."""
        md.preprocessors.register(ListAfterParagraph(md), "blogposts_lists", 15)
        md.inlinePatterns.register(LiquidAsText(r"\{%.*?%\}|\{\{.*?\}\}", md), "blogposts_liquid", 185)


def with_kramdown(
    extensions: Iterable[Any], configs: Mapping[str, Mapping[str, Any]]
) -> tuple[list[Any], dict[str, dict[str, Any]]]:
    """The extensions of a site, and their options, with those that a Jekyll post needs."""
    present = {str(name).removeprefix("markdown.extensions.") for name in extensions}
    for bundle, parts in _EQUAL.items():
        if present & {bundle, f"pymdownx.{bundle}"}:
            present |= parts
    missing = [name for name in EXTENSIONS if name not in present]
    options = {name: dict(given) for name, given in configs.items()}
    options |= {name: dict(EXTENSIONS[name]) for name in missing}
    return [*extensions, *missing, KramdownExtension()], options

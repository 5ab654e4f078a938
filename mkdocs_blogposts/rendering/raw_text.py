"""Texts that are HTML already, as posts of Jekyll may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

if TYPE_CHECKING:
    from markdown import Markdown

_BEFORE_HTML_BLOCKS = 29
"""Behind the preprocessor that tidies white space, and would take our mark away."""


class AsItIs(Extension):
    """Leaves a text as it is."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Markdown's name)
        """Put the whole text aside before anything is made of it."""
        md.preprocessors.register(_PutAside(md), "blogposts_as_it_is", _BEFORE_HTML_BLOCKS)


class _PutAside(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines).strip("\n")
        return [self.md.htmlStash.store(text)] if text else []

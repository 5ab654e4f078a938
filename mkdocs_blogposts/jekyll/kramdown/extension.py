"""What kramdown and GitHub give to the text of a Jekyll post and Python-Markdown does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor

from ..link_quotes import read_links
from ..typography import Typography
from . import emoji
from .blocks import BlockReader
from .emphasis import read_emphasis
from .foreign import OWN
from .headings import Contents, Headings, HiddenHeadings, MaterialHeadings
from .math import DollarMath, InlineMath
from .raw_html import WholeElements
from .spans import (
    AttributesAsText,
    ClosedTag,
    HardBreak,
    HiddenSpan,
    InnerReference,
    LiquidAsText,
    OpenedTag,
    RawElement,
    SpanAttributes,
    StruckOut,
    TagAsText,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markdown import Markdown

EXTENSIONS: Mapping[str, Mapping[str, Any]] = {
    "abbr": {},
    "footnotes": {},
    "pymdownx.emoji": {"emoji_index": emoji.index, "emoji_generator": emoji.character},
    "pymdownx.magiclink": {},
    "pymdownx.tasklist": {},
}
"""Extensions that a Jekyll post needs beside the site's own, and their options."""

_SMART = "smarty"
"""The extension of a site that makes typographic quotes and dashes itself."""

_EQUAL = {"extra": frozenset({"abbr", "footnotes"})}
"""Extensions that bring others with them."""

_ESCAPED = r"""\.*_+`<>()[]{}#!:|"'$=-~"""
"""Characters that a backslash makes text of."""

_ARITHMATEX = "arithmatex-inline"
_PREPROCESSORS = {"fenced_code_block": 25, "html_block": 20}
"""What reads a text before its blocks are known, so that it can't know what is code or HTML in a list."""


class KramdownExtension(Extension):
    """Reads blocks as kramdown does, and knows habits of its that no other extension knows."""

    def __init__(self, *, has_materials_ids: bool = False) -> None:
        super().__init__()
        self.has_materials_ids = has_materials_ids

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
        """Take the place of all that reads blocks; it must come after the extensions of the site."""
        md.registerExtension(self)
        md.ESCAPED_CHARS = [*dict.fromkeys([*md.ESCAPED_CHARS, *_ESCAPED])]
        present = {name: md.preprocessors[name] for name in _PREPROCESSORS if name in md.preprocessors}
        for name, preprocessor in present.items():
            md.preprocessors.register(_Later(preprocessor), name, _PREPROCESSORS[name])
        processors = md.parser.blockprocessors
        own = [processors[name] for name in OWN if name in processors]
        foreign = [processor for processor in processors if processor not in own]
        self.reader = BlockReader(md.parser, present.get("fenced_code_block"), tuple(present.values()), foreign)
        processors.register(self.reader, "blogposts_kramdown", 1000)
        md.inlinePatterns.register(InlineMath(md), "blogposts_math", 189.95)
        if _ARITHMATEX in md.inlinePatterns and isinstance(theirs := md.inlinePatterns[_ARITHMATEX], InlineProcessor):
            md.inlinePatterns.register(DollarMath(theirs), _ARITHMATEX, 189.9)
        md.inlinePatterns.register(HiddenSpan(md), "blogposts_hidden", 187)
        md.inlinePatterns.register(TagAsText(md), "blogposts_tag_as_text", 186.7)
        md.inlinePatterns.register(RawElement(md), "blogposts_raw_element", 186.65)
        md.inlinePatterns.register(OpenedTag(md, self.reader), "blogposts_opened_tag", 186.6)
        md.inlinePatterns.register(ClosedTag(md), "blogposts_closed_tag", 186.5)
        md.inlinePatterns.register(AttributesAsText(md), "blogposts_attributes", 186)
        md.inlinePatterns.register(LiquidAsText(md), "blogposts_liquid", 185)
        md.inlinePatterns.register(InnerReference(md), "blogposts_reference", 131)
        md.inlinePatterns.register(HardBreak(md), "blogposts_break", 181)
        md.postprocessors.register(WholeElements(md), "blogposts_whole_elements", -10)
        md.inlinePatterns.register(StruckOut(md), "blogposts_struck_out", 70)
        read_links(md)
        self.emphasis = read_emphasis(md)
        headings = MaterialHeadings(md) if self.has_materials_ids else Headings(md)
        md.treeprocessors.register(headings, "blogposts_headings", 18)
        md.treeprocessors.register(Contents(md, self.reader), "blogposts_contents", 17)
        md.treeprocessors.register(SpanAttributes(md, self.reader), "blogposts_attributes", 18.5)
        md.treeprocessors.register(HiddenHeadings(md), "blogposts_hidden_headings", 3)

    def reset(self) -> None:
        """Begin with another text."""
        self.reader.reset()
        self.emphasis.reset()


class _Later(Preprocessor):
    """Stands where a preprocessor was that must wait for blocks, since its extension asks for its other parts."""

    def __init__(self, preprocessor: Preprocessor) -> None:
        super().__init__(preprocessor.md)
        self.preprocessor = preprocessor

    def run(self, lines: list[str]) -> list[str]:
        """The lines as they are."""
        return lines

    def __getattr__(self, name: str) -> Any:
        return getattr(self.preprocessor, name)


def with_kramdown(
    extensions: Iterable[Any],
    configs: Mapping[str, Mapping[str, Any]],
    *,
    smart_quotes: bool = False,
    has_materials_ids: bool = False,
) -> tuple[list[Any], dict[str, dict[str, Any]]]:
    """The extensions of a site, and their options, with those that a Jekyll post needs."""
    present = {str(name).removeprefix("markdown.extensions.") for name in extensions}
    for bundle, parts in _EQUAL.items():
        if present & {bundle, f"pymdownx.{bundle}"}:
            present |= parts
    missing = [name for name in EXTENSIONS if name not in present]
    options = {name: dict(given) for name, given in configs.items()}
    options |= {name: dict(EXTENSIONS[name]) for name in missing}
    typography = [Typography()] if smart_quotes and _SMART not in present else []
    kramdown = KramdownExtension(has_materials_ids=has_materials_ids)
    return [*extensions, *missing, kramdown, *typography], options

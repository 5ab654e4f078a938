"""What is known of one text while it is converted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.util import HTML_PLACEHOLDER_RE, AtomicString, code_escape

from .attributes import Attributes, set_attributes, with_attributes
from .code_in_html import with_code
from .nodes import Kind, Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown import Markdown
    from markdown.preprocessors import Preprocessor

_IS_BLOCK = "<!-- -->"
"""Begins HTML that Markdown would else take for a part of a paragraph."""

_TAG_NAME = re.compile(r"<(?:[!?]|/?([A-Za-z][\w:-]*))")
_LANGUAGE = re.compile(r"(?:^|\s)language-(\S+)")
_TICKS = re.compile(r"^ *(`{3,})", re.MULTILINE)
_NO_OPTIONS = re.compile(r"[^\w+#.-].*", re.DOTALL)
_REFERENCE = re.compile(r"^ {0,3}\[\^[^\]\s]+\]:|\[\^([^\]\s]+)\]", re.MULTILINE)
"""A footnote's mark; where a line begins with one and a colon, the footnote itself, without a name here."""


@dataclass
class Document:
    """One text, and the Markdown that converts it."""

    md: Markdown
    fences: Preprocessor | None
    """Makes HTML of fenced code, as the site wants it; `None` where it has nothing for that."""
    named: dict[str, Attributes] = field(default_factory=dict)
    """Lists of attributes that have a name."""
    notes: dict[str, str] = field(default_factory=dict)
    """The text of each footnote."""
    contents: Element | None = None
    """The list in whose place the table of contents is to be."""
    unfinished: list[Node] = field(default_factory=list)
    """Blocks that wait for their attributes, whose lists may be defined anywhere in the text."""

    def put_away(self, html: str) -> str:
        """A placeholder for HTML that nothing is to change."""
        placeholder: str = self.md.htmlStash.store(html)
        return placeholder

    def raw(self, html: str, parent: Element) -> Element:
        """Add HTML as it is."""
        element = SubElement(parent, "p")
        html = with_code(html.strip("\n"), self._coloured)
        name = _TAG_NAME.match(html)
        is_block = name and (not name[1] or self.md.is_block_level(name[1].lower()))
        element.text = self.put_away(html if is_block else f"{_IS_BLOCK}{html}")
        return element

    def add_attributes(self, element: Element, attributes: Attributes | None) -> None:
        """Give attributes to an element, once they are known."""
        if attributes:
            self.unfinished.append(Node(Kind.OTHER, element, attributes))

    def finish(self, text: str) -> None:
        """With all of a text read, give its blocks their attributes and its footnotes their order."""
        for node in self.unfinished:
            self._finish(node)
        self.unfinished.clear()
        if self.notes and "footnote" in self.md.parser.blockprocessors:
            processor = self.md.parser.blockprocessors["footnote"]
            for name in dict.fromkeys(_REFERENCE.findall("\n".join([text, *self.notes.values()]))):
                if name in self.notes:
                    first, *others = self.notes.pop(name).split("\n")
                    note = "\n".join([f"[^{name}]: {first}", *(f"    {line}" if line else "" for line in others)])
                    processor.run(Element("div"), note.split("\n\n"))
            self.notes.clear()

    def _finish(self, node: Node) -> None:
        element, attributes = node.element, node.attributes
        values = attributes.resolved(self.named) if attributes else {}
        if element is None:
            return
        if node.kind is Kind.CODE:
            language = _LANGUAGE.search(values.get("class", ""))
            info = node.info or (language[1] if language else "")
            self._write_code(element, node.code, info, fenced=node.fenced)
        if attributes and "toc" in attributes.names and node.kind is Kind.LIST and self.contents is None:
            element.clear()
            self.contents = element
        if not values:
            return
        stashed = HTML_PLACEHOLDER_RE.fullmatch(element.text.strip()) if element.text else None
        if stashed and element.tag == "p" and not len(element):
            blocks = self.md.htmlStash.rawHtmlBlocks
            position = int(stashed[1])
            blocks[position] = with_attributes(str(blocks[position]), values)
        else:
            set_attributes(element, values)

    def _write_code(self, element: Element, code: str, info: str, *, fenced: bool) -> None:
        if (fenced or info) and (placeholder := self._highlighted(code, info)):
            element.tag, element.text = "p", placeholder
            return
        element.tag, element.text = "pre", None
        SubElement(element, "code").text = AtomicString(code_escape(code.rstrip()) + "\n")

    def _coloured(self, code: str, info: str) -> str | None:
        """The HTML of code that the site's own extension has coloured."""
        found = HTML_PLACEHOLDER_RE.fullmatch(self._highlighted(code, info) or "")
        return str(self.md.htmlStash.rawHtmlBlocks[int(found[1])]) if found else None

    def _highlighted(self, code: str, info: str) -> str | None:
        """A placeholder for code that the site's own extension has coloured."""
        if self.fences is None:
            return None
        longest = max((len(ticks) for ticks in _TICKS.findall(code)), default=2)
        fence = "`" * (longest + 1)
        for header in dict.fromkeys([info, _NO_OPTIONS.sub("", info), ""]):
            made: Sequence[str] = self.fences.run([f"{fence}{header}", *code.split("\n"), fence])
            text = "\n".join(made).strip()
            if HTML_PLACEHOLDER_RE.fullmatch(text):
                return text
        return None

"""What kramdown knows within a line of text and other extensions do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor, ShortReferenceInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import escape

from ..span_pattern import SpanPattern
from .attributes import Attributes, set_attributes, with_attributes

if TYPE_CHECKING:
    from markdown import Markdown

    from .scope import Reader

_WHITESPACE = re.compile(r"\s+")
_ATTRIBUTES = re.compile(r"\{:(?P<list>[^{}]+)\}")


class LiquidAsText(SpanPattern):
    """Keeps what nothing renders as its author wrote it; `attr_list` would take `{% … %}` for attributes."""

    PATTERN = r"\{%(?:(?!\{%).)*?%\}|\{\{(?:(?!\{\{).)*?\}\}"

    def shown(self, m: re.Match[str]) -> str:
        """A placeholder for the text."""
        return self.kept(str(escape(m.group())))


_NAME = r"[^\s\"'<>/=]++"
_VALUE = r"(?:\"[^\"{0}]*+\"|'[^'{0}]*+'|[^\s\"'=<>`]++)"
_ATTRIBUTES_OF_TAG = rf"(?:\s++{_NAME}(?:\s*+=\s*+{_VALUE}|(?!\s*+=)))*+"


class TagAsText(SpanPattern):
    r"""Keeps the sign that begins what is no tag: its quotes are escaped, as in code, or end behind the tag or nowhere.

    `<b class=\"x\">`, `<b class="x>`
    """

    PATTERN = (
        r"<(?=[A-Za-z][^<>]{0,1000}?=\s*\\[\"'])"
        rf"|<(?=[A-Za-z][\w:.-]*+{_ATTRIBUTES_OF_TAG.format('<>')}\s++{_NAME}\s*+=\s*+(?:\"[^\"<>]*+[<>]|'[^'<>]*+[<>]))"
        rf"(?![A-Za-z][\w:.-]*+{_ATTRIBUTES_OF_TAG.format('')}\s*+/?>)"
    )

    def shown(self, m: re.Match[str]) -> str:
        """A placeholder for the sign."""
        return self.kept(str(escape(m.group())))


class RawElement(SpanPattern):
    """Keeps an element without tags in it as it is: quotes in a script are no typographic ones."""

    PATTERN = (
        r"(?<!\\)<(?P<name>(?i:script|style|textarea))(?=[\s>])[^<>\x02]*>[^\x02]{0,5000}?(?P<end></(?P=name)\s*>|\Z)"
    )

    def shown(self, m: re.Match[str]) -> str:
        """A placeholder for the element, which ends with the text at the latest."""
        return self.kept(m.group() if m["end"] else f"{m.group()}</{m['name']}>")


class AttributesAsText(SpanPattern):
    """Keeps attributes as they are while all else of a line is read."""

    PATTERN = r"\{:(?![:/])[^{}]{1,1000}\}"

    def shown(self, m: re.Match[str]) -> str:
        """The text, out of reach of other patterns."""
        return m.group()


class OpenedTag(SpanPattern):
    """Gives attributes to an element of HTML that they stand directly behind: `<b>x</b>{: .y}`."""

    PATTERN = (
        r"<(?P<name>[A-Za-z][\w-]*)\b[^<>]*>"
        r"(?=(?:(?!</?(?P=name)\b).){0,1000}?</(?P=name)>\{:(?![:/])(?P<list>[^{}]{1,1000})\})"
    )

    def __init__(self, md: Markdown, reader: Reader) -> None:
        super().__init__(md)
        self.reader = reader

    def shown(self, m: re.Match[str]) -> str:
        """A placeholder for its first tag."""
        attributes = Attributes()
        attributes.add(m["list"])
        tag = with_attributes(m.group(), attributes.resolved(self.reader.document.named))
        return self.kept(tag)


class ClosedTag(SpanPattern):
    """Shows no attributes behind an element that has been given them."""

    PATTERN = r"(?P<tag></[A-Za-z][\w-]*>)\{:(?![:/])[^{}]{1,1000}\}"

    def shown(self, m: re.Match[str]) -> str:
        """A placeholder for its last tag."""
        return self.kept(m["tag"])


class InnerReference(SpanPattern, ShortReferenceInlineProcessor):
    """A link by its name alone, also within other brackets, where Python-Markdown looks for none: `[[name]]`."""

    PATTERN = r"(?<!!)\[(?P<name>[^\[\]]{1,300})\](?![\[(])"
    ANCESTOR_EXCLUDES = ("a",)

    def shown(self, m: re.Match[str]) -> Element | None:
        """The link, if a text says where it leads."""
        found = self.md.references.get(_WHITESPACE.sub(" ", m["name"]).lower())
        return self.makeTag(*found, m["name"]) if found else None


class HiddenSpan(SpanPattern):
    """Shows nothing of comments and options, and HTML that is no Markdown as it is."""

    PATTERN = (
        r"\{::(?P<name>comment|nomarkdown|options)(?:\s[^}\n]*)?"
        r"(?:/\}|(?<!/)\}(?P<body>(?:(?!\{::).)*?)\{:/(?P=name)?\})"
    )

    def shown(self, m: re.Match[str]) -> str:
        """A placeholder for what is shown."""
        body = (m["body"] or "") if m["name"] == "nomarkdown" else ""
        return self.kept(body)


class HardBreak(SpanPattern):
    r"""A line that ends with `\\` or `\`."""

    PATTERN = r"\\\\?\n"

    def shown(self, m: re.Match[str]) -> Element:  # noqa: ARG002  # all breaks are the same
        """The break."""
        return Element("br")


class StruckOut(InlineProcessor):
    """What stands between `~~` and `~~`, within a word too."""

    PATTERN = r"~~(?![\s~])"
    _END = re.compile(r"(?<![\s~])~~")

    def __init__(self, md: Markdown) -> None:
        super().__init__(self.PATTERN, md)
        self._without_end = ""

    def handleMatch(  # type: ignore[override]  # noqa: N802  # the name is Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The element that begins here; none where nothing ends it."""
        if data is self._without_end:
            return None, None, None
        end = self._END.search(data, m.end() + 1)
        if end is None:
            self._without_end = data  # nor does anything end what begins further on
            return None, None, None
        element = Element("del")
        element.text = data[m.end() : end.start()]
        return element, m.start(), end.end()


class SpanAttributes(Treeprocessor):
    """Gives attributes to what stands directly before them."""

    def __init__(self, md: Markdown, reader: Reader) -> None:
        super().__init__(md)
        self.reader = reader

    def run(self, root: Element) -> None:
        """Go through all elements of a text."""
        for element in root.iter():
            tail = element.tail
            while tail and tail.startswith("{:") and (found := _ATTRIBUTES.match(tail)):
                attributes = Attributes()
                attributes.add(found["list"])
                set_attributes(element, attributes.resolved(self.reader.document.named))
                tail = element.tail = tail[found.end() :]

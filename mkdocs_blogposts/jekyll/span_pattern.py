"""What all patterns within a line of text have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from markdown.inlinepatterns import InlineProcessor

if TYPE_CHECKING:
    import re
    from xml.etree.ElementTree import Element

    from markdown import Markdown


class SpanPattern(InlineProcessor, ABC):
    """A pattern, and what is shown in place of all that it finds."""

    PATTERN: str

    def __init__(self, md: Markdown) -> None:
        super().__init__(self.PATTERN, md)

    @abstractmethod
    def shown(self, m: re.Match[str]) -> Element | str | None:
        """An element or a text, out of reach of other patterns; `None` leaves what was found as it is."""

    def handleMatch(  # type: ignore[override]  # noqa: N802  # the name is Markdown's
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002  # it comes with the match
    ) -> tuple[Element | str | None, int, int]:
        """What is shown, and in place of what."""
        return self.shown(m), m.start(), m.end()

    def kept(self, html: str) -> str:
        """A placeholder for finished HTML."""
        return self.md.htmlStash.store(html)

"""The links of the text that is being converted: Markdown tells its extensions nothing of the page at hand."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from ..light_dataclasses import dataclass, field
from .link_writer import AS_IS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from .kept_conversion import Conversion, WrittenLink
    from .link_writer import LinkWriter

_LINKS = {"a": "href", "img": "src"}
"""What has a link, and where."""


@dataclass
class PageLinks:
    """The links of one text while it is converted."""

    page: Page
    written: list[WrittenLink] = field(default_factory=list)
    """Those so far, and what became of them."""
    conversion: Conversion | None = None
    """What the text was converted to, or found converted to; `None` where that is not kept."""


class LinkExtension(Extension):
    """Registers `LinkTreeprocessor` just before MkDocs looks at links (priority 0), `MarkTreeprocessor` just after."""

    def __init__(self, writer: LinkWriter, **options: Any) -> None:
        super().__init__(**options)
        self.writer = writer
        self.at_hand: PageLinks | None = None

    @classmethod
    def of(cls, config: MkDocsConfig) -> LinkExtension | None:
        """The extension that another blog of the same build has brought."""
        return next((each for each in config["markdown_extensions"] if isinstance(each, cls)), None)

    def begin(self, page: Page) -> PageLinks:
        """The links of a page, which come next."""
        self.at_hand = PageLinks(page)
        return self.at_hand

    @contextmanager
    def of_no_page(self) -> Iterator[None]:
        """Leave links as they are meanwhile."""
        at_hand, self.at_hand = self.at_hand, None
        try:
            yield
        finally:
            self.at_hand = at_hand

    def written(self, url: str) -> str | None:
        """A link of the text at hand as MkDocs is to see it; `None` where only its text is to stay."""
        link = self.writer.written_link(url, self.at_hand.page) if self.at_hand else None
        if link is None or self.at_hand is None:
            return url
        self.at_hand.written.append(link)
        return link[1]

    def finished(self, content: str, page: Page) -> str:
        """The HTML of a page with all its links made right."""
        is_at_hand = self.at_hand is not None and self.at_hand.page is page
        return self.writer.finished(content, page, self.at_hand.conversion if self.at_hand and is_at_hand else None)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is Markdown's
        """Add the processors to a converter, and make it quicker."""
        # Most builds convert few texts or none.
        from ..shortcuts.inline_texts import hasten_inline_texts  # noqa: PLC0415
        from ..shortcuts.plain_texts import hasten_plain_texts  # noqa: PLC0415

        md.treeprocessors.register(LinkTreeprocessor(md, self), "blogposts_links", 0.5)
        md.treeprocessors.register(MarkTreeprocessor(md), "blogposts_marks", -0.5)
        hasten_inline_texts(md)
        hasten_plain_texts(md)


class LinkTreeprocessor(Treeprocessor):
    """Turns every way to write a link to a text of ours into the one that MkDocs knows."""

    def __init__(self, md: Markdown, links: LinkExtension) -> None:
        super().__init__(md)
        self.links = links

    def run(self, root: Element) -> None:
        """Change the links of a page in place."""
        for element in root.iter():
            key = _LINKS.get(str(element.tag), "")
            url = element.get(key)
            if url is None or AMP_SUBSTITUTE in url:
                continue
            new = self.links.written(url)
            if new is None:
                element.tag = "span"
                element.attrib.clear()
            elif new != url:
                element.set(key, new)


class MarkTreeprocessor(Treeprocessor):
    """Takes our marks off links again, so that no other extension, plugin or hook meets them."""

    def run(self, root: Element) -> None:
        """Change the links of a page in place."""
        for element in root.iter():
            key = _LINKS.get(str(element.tag), "")
            if (url := element.get(key)) and url.startswith(AS_IS):
                element.set(key, url.removeprefix(AS_IS))

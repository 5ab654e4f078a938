"""What machines read of each page of a blog, beside what has been said of it already."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from ..light_dataclasses import dataclass
from ..pages.listing_pages import ViewPage
from ..pages.text_pages import ArticlePage
from .given import Given
from .open_graph import open_graph
from .structured_data import as_script, things

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from ..words import Words
    from .fact_finder import FactFinder
    from .open_graph import Named
    from .page_facts import PageFacts

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_OF_PROPERTIES = ("og:", "article:")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Says of the pages of one blog what nobody else has said."""

    words: Words
    facts: FactFinder

    def put_into(self, output: str, page: Page) -> str:
        """A finished page with what is missing in its head."""
        head, end, rest = output.partition("</head>")
        if isinstance(page, ArticlePage):
            said = self._of(self.facts.of_article(page), head)
        elif isinstance(page, ViewPage):
            said = self._of(self.facts.of_listing(page), head)
            head = self._numbered(head, page)
        else:
            return output
        return f"{head}{said}\n{end}{rest}" if end else output

    def _of(self, facts: PageFacts, head: str) -> str:
        """The HTML of all that is not said yet; put together by hand, since each page has some twenty lines of it."""
        site, given = self.facts.site, Given.of(head)
        described: list[Named] = [("description", facts.description)] if facts.description else []
        tags = [tag for tag in (*described, *open_graph(facts, site)) if not given.has(tag[0])]
        graph = [thing for thing in things(facts, site) if thing["@type"] not in given.types]
        lines = [f'<meta {_key(name)}="{name}" content="{escape(content)}">' for name, content in tags]
        if facts.url and not given.has_canonical:
            lines.insert(0, f'<link rel="canonical" href="{escape(facts.url)}">')
        lines += [f'<link rel="me" href="{escape(url)}">' for url in facts.vouched]
        if graph:
            lines.append(f'<script type="application/ld+json">{as_script(graph)}</script>')
        return "\n".join(lines)

    def _numbered(self, head: str, page: ViewPage) -> str:
        """A head whose title says which page of a listing it is, from the second on."""
        if page.pager.number == 1:
            return head
        number = escape(self.words("page_n", page.pager.number))
        title = str(page.meta.get("title") or page.title or "")

        def with_number(found: re.Match[str]) -> str:
            told = found[1].strip()
            if number in told:
                return found[0]
            is_first = title and told.startswith(title)
            return (
                f"<title>{title} - {number}{told[len(title) :]}</title>"
                if is_first
                else f"<title>{told} - {number}</title>"
            )

        return _TITLE.sub(with_number, head, count=1)


def _key(name: str) -> str:
    return "property" if name.startswith(_OF_PROPERTIES) else "name"

"""Where the addresses of front matter lead, by the rule for links in texts; each is told under its own key."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from ..faults import Level
from ..frontmatter.keys import TALK_FIELDS, keys_of
from ..html.page_urls import checked, from_root, site_address, site_root
from ..light_dataclasses import dataclass, field
from ..placement.link_faults import Written
from ..urls.link_index import Target

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..content.author import Author
    from ..content.models import Action, Text
    from ..faults import Faults
    from ..pages.text_pages import TextPage
    from ..rendering.link_writer import LinkWriter
    from ..settings import Settings


@dataclass(slots=True)
class NamedPages:
    """The addresses of one blog, as its pages may lead to them."""

    writer: LinkWriter
    settings: Settings
    faults: Faults
    pages: Mapping[str, TextPage]
    """Pages of posts and talks, by the path of their files as messages name it."""
    _of_authors: dict[tuple[str, str], str | None] = field(default_factory=dict, init=False)

    def of_key(self, url: str, page: TextPage, name: str) -> str | None:
        """What a field of the front matter of a page names; `None` for what no page may lead to."""
        return self.of_page(url, page, self.written(page.article, name))

    def of_page(self, url: str, page: TextPage, written: Written | None = None) -> str | None:
        """The same for any address of a page; what is not `written` in its front matter is not told."""
        if url.startswith("#"):
            return f"{from_root(page.url)}{url}"
        faults = self.faults if written else self.faults.apart()
        target = self.writer.named(url, page, written or Written(path=page.article.path), faults)
        if isinstance(target, Target):
            return from_root(target.file.url) + target.suffix
        return checked(target) if target else None

    def of_action(self, action: Action, page: TextPage) -> str | None:
        """The same for what a button of a page names."""
        return self.of_page(action.url, page, Written(path=page.article.path, place=action.place, key=action.key))

    def of_author(self, author: Author) -> str | None:
        """The page that an author has of their own; a path in an authors file counts from the site's root."""
        if not author.url:
            return None
        key = (author.path, author.url)
        if key not in self._of_authors:
            written = Written(path=author.path, place=author.places.get("url"), key="url")
            # Material's blog says nothing of those that lead nowhere.
            target = self.writer.named(
                author.url, self.pages.get(author.path), written, self.faults, at_most=Level.INFO
            )
            if isinstance(target, Target):
                self._of_authors[key] = from_root(target.file.url) + target.suffix
            else:
                self._of_authors[key] = site_address(target)
        return self._of_authors[key]

    def canonical(self, page: TextPage) -> str | None:
        """Where the text of a page stands first, as its front matter says; `None` where nothing can be made of that."""
        url = page.article.robots.canonical_url
        if not url:
            return None
        config = self.writer.config
        target = self.writer.named(url, page, self.written(page.article, "canonical_url"), self.faults)
        root = site_root(config.site_url)
        if isinstance(target, Target):
            return urljoin(root, target.file.url) + target.suffix if root else None
        is_path = root and target and not target.startswith("//")
        return urljoin(root, target.lstrip("/") if is_path else target) if target else None

    def written(self, text: Text, name: str) -> Written:
        """Where the front matter of a text names a field."""
        of_talks = TALK_FIELDS[name.removesuffix("_url")] if name in {"slides_url", "video_url"} else ()
        names = (*keys_of(self.settings)[name], *of_talks)
        key = next((name for name in names if name in text.places), names[0])
        return Written(path=text.path, place=text.places.get(key), key=key)

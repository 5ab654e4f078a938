"""URLs that a site has published and answers no more."""

from __future__ import annotations

import difflib
import posixpath
from functools import cached_property
from typing import TYPE_CHECKING

from ..content.models import Article, HeldBack, JekyllPage, Text
from ..faults import Faults, Kind, Level, Place
from ..frontmatter.dialects import Dialect
from ..frontmatter.file_names import file_name_of
from ..host.other_plugins import options_of
from ..light_dataclasses import dataclass
from ..sources.source_files import folder_of, from_root
from .published_urls import PublishedUrl, read_urls
from .url_inventory import UrlInventory, url_of_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig

    from ..settings import Settings

_DECIDE = ("redirect_from", "aliases", "permalink", "slug", "title", "date.created", "date")
"""Keys at one of which an author looks for the URL of a text."""
_ALIKE = 0.85


def urls_file_of(config: MkDocsConfig) -> tuple[str, str] | None:
    """The option `urls_file` of the site, which its first blog that has one sets for all, and the folder of that."""
    found = (options for options in options_of(config, "blogposts") if options["urls_file"])
    return next(((options["urls_file"], options["blog_dir"]) for options in found), None)


def read_urls_file(config: MkDocsConfig, urls_file: str) -> str | None:
    """What the file of published URLs holds; `None` where there is none, an `OSError` where it cannot be read."""
    try:
        return path_of_urls_file(config, urls_file).read_text(encoding="utf-8-sig", errors="replace")
    except FileNotFoundError:
        return None


def path_of_urls_file(config: MkDocsConfig, urls_file: str) -> Path:
    """Where the file of published URLs is."""
    return folder_of(config) / urls_file


def tell_lost_urls(inventory: UrlInventory, settings: Settings, faults: Faults) -> None:
    """Tell each published URL that nothing answers any more, once for a site."""
    config = inventory.config
    if urls_file_of(config) != (settings.urls_file, settings.blog_dir) or settings.urls_file is None:
        return
    name = from_root(path_of_urls_file(config, settings.urls_file), config)
    try:
        text = read_urls_file(config, settings.urls_file)
    except OSError as error:
        faults.add(Kind.LOST_URL, name, f"lost-url: it cannot be read: {error.strerror}", hint="change `urls_file`")
        return
    if text is None:
        hint = "write it with `blogposts urls --update`"
        message = "lost-url: the file that `urls_file` names is not there"
        faults.add(Kind.LOST_URL, name, message, hint=hint, level=Level.INFO)
        return
    lines = list(read_urls(text))
    told = _Lost(inventory, name, {each.source for _, each in lines}, faults)
    for number, published in lines:
        if not published.url.startswith("/"):
            message = f"lost-url: '{published.url[:60]}' is not a URL from the site's root"
            faults.add(Kind.LOST_URL, name, message, place=Place(number), hint="take the line out")
        elif not inventory.answers(published):
            told.tell(published, number)


@dataclass(frozen=True)
class _Lost:
    inventory: UrlInventory
    name: str
    """The file of URLs, as messages name it."""
    sources: set[str]
    """All sources that it knows."""
    faults: Faults

    def tell(self, published: PublishedUrl, number: int) -> None:
        """Tell one URL, at the file that had it, or else in the list."""
        url, source = published.url, published.source
        same = self.inventory.texts.get(source)
        if same and same[1].held_back:
            reason = same[1].held_back
            self._add(
                same[1],
                f"'{url}' was published, and is now held back ({reason})",
                f"publish it again, or take '{url}' out of {self.name}",
                level=Level.INFO if reason is HeldBack.EXPIRED else None,
            )
        elif same:
            file, text = same
            self._add(
                text,
                f"'{url}' was its URL, and nothing answers there since it is '{url_of_file(file)}'",
                _hint(text, url),
            )
        elif renamed := self._renamed(published):
            self._add(
                renamed,
                f"'{url}' was the URL of {source}, and nothing answers there",
                f"if this is the same text, {_hint(renamed, url)}",
            )
        else:
            what = f"was published for {source}" if source else "was published"
            self.faults.add(
                Kind.LOST_URL,
                self.name,
                f"lost-url: '{url}' {what}, and nothing answers there",
                place=Place(number),
                hint=f"add `aliases: [{url}]` to the post that replaces it, or take the line out",
            )

    def _add(self, text: Text, message: str, hint: str, *, level: Level | None = None) -> None:
        place = next((text.places[key] for key in _DECIDE if key in text.places), Place(1))
        self.faults.add(Kind.LOST_URL, text.path, f"lost-url: {message}", place=place, hint=hint, level=level)

    def _renamed(self, published: PublishedUrl) -> Text | None:
        """The text that is most likely the same under another name: of those that the list does not know."""
        names = {_name_of(published.source), posixpath.basename(published.url.strip("/").removesuffix(".html"))} - {""}
        title = published.title.casefold()
        for text in self._new:
            if (title and _title(text) == title) or _name_of(text.path) in names:
                return text
        titles = {_title(text): text for text in self._new}
        near = difflib.get_close_matches(title, [*titles], n=1, cutoff=_ALIKE) if title else []
        return titles[near[0]] if near else None

    @cached_property
    def _new(self) -> Sequence[Text]:
        texts = (text for _, text in self.inventory.texts.values())
        return [text for text in texts if text.path not in self.sources and text.held_back is None]


def _hint(text: Text, url: str) -> str:
    key = next((key for key in ("redirect_from", "aliases", "legacyUrl") if key in text.places), None)
    # `redirect_from` would make it Jekyll's, which may change its URL.
    usual = "redirect_from" if text.dialect is Dialect.JEKYLL else "aliases"
    return f"add `{url}` to its `{key}`" if key else f"add `{usual}: [{url}]` to its front matter"


def _name_of(path: str) -> str:
    """What tells a file from others, without the date in its name."""
    return file_name_of(path).slug if path else ""


def _title(text: Text) -> str:
    title = text.title if isinstance(text, Article | JekyllPage) else None
    return " ".join((title or "").split()).casefold()

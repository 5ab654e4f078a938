"""Ordinary pages of a Jekyll site and documents of its collections: what is read of them, and where they stand."""

from __future__ import annotations

import contextlib
import posixpath
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..content.meta import as_written, theme_meta
from ..content.models import HeldBack, JekyllPage, OldUrl, Unreadable
from ..content.old_urls import OldUrls, stub_uri, take_new_url
from ..content.publication import is_published
from ..content.reading import Reader, Reading, reading_of_page
from ..content.robots import in_preview, take_robots
from ..content.terms import take_tags
from ..content.titles import first_heading, title_by_name
from ..faults import ContentError, Faults, Level
from ..frontmatter.dialects import Dialect
from ..frontmatter.file_names import file_name_of
from ..jekyll.endings import HTML, MARKDOWN, STYLES
from ..jekyll.files import is_filtered, is_walked_to
from ..jekyll.headless import is_headless_page
from ..jekyll.permalinks import clean_path, page_dest_uri, safe_path
from ..jekyll.placeholders import Parts, fill_page_permalink, fill_permalink, output_ext
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from .destinations import settled
from .outcome import Outcome
from .remarks import tell_remarks
from .salvage import parse_or_salvage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from typing import Self

    from ..frontmatter.fields import Fields
    from ..frontmatter.source import Source
    from ..jekyll.jekyll_config import JekyllConfig

PAGES_FOLDER = "_pages"
"""Folder of pages that most themes of Jekyll have."""

_COLLECTIONS_OF_A_BLOG = ("posts", "drafts", "talks")

_HEAD = late_pattern(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n")
"""What a file of Jekyll's that is a page begins with."""

_PLACEHOLDER = late_pattern(r":(\w+)")

_WHOLE = late_pattern(r"(?:\s|<!--.*?-->)*<(?:!doctype\s|html\b|\?xml\s)", re.IGNORECASE | re.DOTALL)
"""What a document begins with that has a head of its own."""

_OTHER_FILE = late_pattern(r"\.(?:xml|json|txt|js|css|svg|ics|csv|webmanifest|rss|atom)$")
"""How the permalink of a page ends that is no HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRules:
    """What a site has decided on its ordinary pages."""

    jekyll: JekyllConfig
    labels: tuple[str, ...]
    """The collections whose documents are ordinary pages."""

    @classmethod
    def of(cls, jekyll: JekyllConfig, *, has_talks: bool = True) -> Self:
        """The rules of a site whose posts, and talks if it has any, are no ordinary pages."""
        own = _COLLECTIONS_OF_A_BLOG if has_talks else _COLLECTIONS_OF_A_BLOG[:-1]
        labels = (label for label, collection in jekyll.collections.items() if collection.output and label not in own)
        return cls(jekyll=jekyll, labels=tuple(labels))

    @property
    def folders(self) -> tuple[str, ...]:
        """Folders that have pages though Jekyll passes over others with such names, as paths below `docs_dir`."""
        included = (name.strip("/") for name in self.jekyll.include if name.startswith("_"))
        return (
            *(str(PurePosixPath(self.jekyll.root, name)) for name in dict.fromkeys((PAGES_FOLDER, *included))),
            *(self._folder_of(label) for label in self.labels),
        )

    def _folder_of(self, label: str) -> str:
        return str(PurePosixPath(self.jekyll.collections_root, f"_{label}"))

    def collection_of(self, src_uri: str) -> str | None:
        """The label of the collection that a file is part of."""
        return next((label for label in self.labels if src_uri.startswith(f"{self._folder_of(label)}/")), None)

    def below_collection(self, src_uri: str, label: str) -> str:
        """The path of a file in the folder of its collection."""
        return src_uri.removeprefix(f"{self._folder_of(label)}/")

    def dest_of_file(self, src_uri: str, label: str) -> str:
        """Where Jekyll publishes a file that lies among the documents of a collection."""
        below = PurePosixPath(self.below_collection(src_uri, label))
        known = {
            "collection": label,
            "path": below.with_suffix("").as_posix().rstrip("."),
            "name": below.stem.rstrip("."),
            "output_ext": "",
        }
        template = self.jekyll.template_of(label)
        names = set(_PLACEHOLDER.findall(template))
        if not names <= known.keys() or not names & {"path", "name"}:
            return str(PurePosixPath(label, below))  # Jekyll would put all of them in one place
        filled = _PLACEHOLDER.sub(lambda found: known[found[1]], template)
        return posixpath.normpath(f"/{filled}").lstrip("/") + below.suffix

    def holds_page(self, src_uri: str) -> bool:
        """Whether a file lies where Jekyll looks for pages."""
        path = PurePosixPath(src_uri)
        if not path.is_relative_to(self.jekyll.root):
            return False
        whole = path.relative_to(self.jekyll.root)
        if label := self.collection_of(src_uri):
            # Jekyll takes what is in the folder of a collection all at once.
            entry = PurePosixPath(self.below_collection(src_uri, label)).parts
            return not is_filtered(str(whole), entry, self.jekyll)
        pages = PAGES_FOLDER if whole.parts[0] == PAGES_FOLDER else ""
        return is_walked_to(whole.relative_to(pages), self.jekyll)

    def takes_headless(self, src_uri: str) -> bool:
        """Whether a file is a page without front matter, too."""
        path = PurePosixPath(src_uri)
        is_free = path.is_relative_to(self.jekyll.root) and self.collection_of(src_uri) is None
        return is_free and is_headless_page(path.relative_to(self.jekyll.root), self.jekyll)

    def defaults_for(self, src_uri: str) -> dict[str, Any]:
        """The front matter that the site gives to a page."""
        label = self.collection_of(src_uri)
        root = self.jekyll.collections_root if label else self.jekyll.root
        return self.jekyll.defaults_for(str(PurePosixPath(src_uri).relative_to(root)), label or "pages")


def is_headed(begin: bytes) -> bool:
    """Whether a file that begins so is a page to Jekyll, be its front matter empty."""
    return bool(_HEAD.match(begin))


def load_page(source: Source, reader: Reader, rules: PageRules) -> Outcome[JekyllPage]:
    """The page in a file, or what is to be known of one that cannot be shown."""
    faults = Faults(chosen=reader.levels)
    is_page = is_headed(source.content) or rules.takes_headless(source.src_uri)
    if not is_page or PurePosixPath(source.src_uri).suffix.lower() in STYLES:
        return Outcome(text=None, faults=faults)
    head = parse_or_salvage(source, faults, lambda _: True)
    if head is None:
        return Outcome(text=Unreadable(), faults=faults)
    page = _page(reading_of_page(source, head, reader, faults), rules)
    return Outcome(text=page, faults=faults.at_most(Level.INFO) if page.held_back else faults)


def _page(reading: Reading, rules: PageRules) -> JekyllPage:
    fields, body = reading.fields, reading.head.body
    tags, _ = take_tags(reading)
    ending = PurePosixPath(reading.source.src_uri).suffix.lower()
    is_html = ending not in MARKDOWN
    label = rules.collection_of(reading.source.src_uri)
    date = _date(reading) if label else None
    title = fields.take_line("title") or (_title_of_document(reading) if label else None)
    dest_uri, second = placed = _dest_uri(reading, rules, label, date)
    if is_html and ending not in HTML:
        dest_uri = _as_file(dest_uri, ending, reading.fields, rules, label)
    elif is_html and _OTHER_FILE.search(file := dest_uri.removesuffix("/index.html")):
        dest_uri = file
    is_whole = is_html and (not dest_uri.endswith(HTML) or bool(_WHOLE.match(body)))
    old_urls = OldUrls(fields=fields, dialect=reading.dialect, site_urls=reading.reader.site_urls).take()
    new_url = take_new_url(reading)
    tell_remarks(reading)
    held_back = None if is_published(reading) else HeldBack.UNPUBLISHED
    robots = take_robots(fields)
    meta = theme_meta(fields, title=title, tags=tags, categories=None, authors=())
    return JekyllPage(
        src_uri=reading.source.src_uri,
        path=reading.source.path,
        dialect=reading.dialect,
        title=title,
        collection=label,
        date=date,
        dest_uri=dest_uri,
        second_dest_uri=second if dest_uri == placed[0] else None,
        permalink=fields.find("permalink") is not None,
        description=fields.take_text_unless_off("description") or fields.take_text_unless_off("excerpt"),
        held_back=held_back,
        old_urls=(*old_urls, *_twin(reading, rules, label)),
        new_url=new_url.text if new_url else None,
        robots=in_preview(robots, is_held_back=held_back is not None) if reading.settings.preview else robots,
        meta=meta,
        as_written=as_written(fields.values, meta),
        body=body,
        body_line=reading.head.body_line,
        places=reading.head.places,
        is_html=is_html,
        is_whole=is_whole,
    )


def _title_of_document(reading: Reading) -> str | None:
    """The title that Jekyll gives to a document of a collection; `None` where its own heading says it."""
    is_headed = first_heading(reading.head.body) is not None
    return None if is_headed else title_by_name(file_name_of(reading.source.src_uri), Dialect.JEKYLL)


def _twin(reading: Reading, rules: PageRules, label: str | None) -> Iterator[OldUrl]:
    """Where Jekyll shows a document once more, as a page: `include` names the folder of its collection."""
    path, found = PurePosixPath(reading.source.src_uri), reading.fields.find("permalink")
    if label and not found and is_walked_to(path.relative_to(rules.jekyll.root), rules.jekyll):
        url = fill_page_permalink(_usual(path, rules.jekyll), path)
        with contextlib.suppress(ContentError):
            yield OldUrl(url=url, dest_uri=stub_uri(clean_path(url, reading.dialect)[0]), key="include", place=None)


def _as_file(dest_uri: str, ending: str, fields: Fields, rules: PageRules, label: str | None) -> str:
    """The same, of a file with an ending of its own: `feed.xml` and no folder of that name."""
    found = fields.find("permalink")
    given = fields.text_of(found) if found else None
    template = rules.jekyll.template_of(label) if label else ""
    if (given or template).endswith("/"):
        return dest_uri if label else f"{dest_uri.removesuffix('.html')}{ending}"
    if given and PurePosixPath(given).suffix:
        return dest_uri.removesuffix("/index.html")
    file = dest_uri.removesuffix("/index.html")
    if file == dest_uri and not (given or template).endswith(".html"):
        file = dest_uri.removesuffix(".html")
    return file if file.endswith(ending) else f"{file}{ending}"


def _date(reading: Reading) -> datetime | None:
    """The date of a document; one that cannot be read is none, since few documents have any use for theirs."""
    found, day = reading.fields.find("date"), reading.name.date
    if found:
        with contextlib.suppress(ContentError):
            return reading.clock.read(found.value)
    return reading.clock.midnight(day) if day else None


def _dest_uri(reading: Reading, rules: PageRules, label: str | None, date: datetime | None) -> tuple[str, str | None]:
    """The file of a page, where it wants to stand, or else by its path; and that of Jekyll, where it is another."""
    fill, default = _filler(reading, rules, label, date)
    found = reading.fields.find("permalink")
    given = reading.fields.text_of(found) if found else None
    wanted = ((given, found.place if found else None), (default, None))
    tries = (settled(reading, text, fill, place=place) for text, place in wanted if text)
    if settled_at := next(filter(None, tries), None):
        return settled_at.dest_uri, settled_at.jekylls if reading.reader.jekyll.exists else None
    path = safe_path(str(PurePosixPath(reading.source.src_uri).with_suffix("")))
    return page_dest_uri(path, use_directory_urls=False), None


def _filler(
    reading: Reading, rules: PageRules, label: str | None, date: datetime | None
) -> tuple[Callable[[str], str], str]:
    """What fills in the permalink of a page, and the permalink that it has by default."""
    path = PurePosixPath(reading.source.src_uri)
    if label is None:
        return lambda text: fill_page_permalink(text, path), _usual(path, rules.jekyll)
    fields, below = reading.fields, PurePosixPath(rules.below_collection(reading.source.src_uri, label))
    parts = Parts(
        # As in Jekyll, what has no date is as old as the build.
        date=date or reading.reader.now.astimezone(reading.clock.zone),
        slug=fields.take_line("slug") or reading.name.slug,
        categories=tuple(word.text for key in ("categories", "category") for word in fields.take_names(key)),
        collection=label,
        path=str(below.with_name(below.stem.rstrip("."))),
        name=reading.name.stem,
        output_ext=output_ext(path),
    )
    return lambda text: fill_permalink(text, parts), rules.jekyll.template_of(label)


def _usual(path: PurePosixPath, jekyll: JekyllConfig) -> str:
    """The template for the URL of a page that has no permalink."""
    if output_ext(path) not in HTML:
        return "/:path/:basename:output_ext"
    return "/:path/" if path.stem == "index" else jekyll.with_suffix("/:path/:basename")

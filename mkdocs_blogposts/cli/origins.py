"""Where the facts of a post or talk come from: a key and its line, the name of the file, an option."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..content.models import HeldBack, Post, Talk
from ..content.publication import state_of
from ..content.reading import posts_folder, reading_of
from ..content.talk_parts import reading_of_talk
from ..content.titles import first_heading
from ..faults import Faults, plain
from ..frontmatter.dialects import dialect_of
from ..frontmatter.file_names import file_name_of
from ..frontmatter.keys import TALK_KEYS
from ..frontmatter.parser import FrontMatter, parse
from ..published.url_inventory import url_of_file
from ..sources.loading import files_of_defaults, folder_defaults
from ..sources.source_files import shown_path, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.structure.files import File, Files

    from ..content.reading import Reading
    from ..frontmatter.fields import Found
    from ..stages.placed_build import PlacedBuild

_MOST = 60
_OTHERS = (
    *("slug", "series", "pinned", "expires", "link", "links", "talks", "redirect_from", "redirect_to"),
    *("supersedes", "superseded_by", "outdated_after", "reading_time", "canonical_url"),
)
"""Fields that are told of where a file has them."""
_ALWAYS = (
    *("title", "date", "updated", "permalink", "slug", "draft", "published", "unlisted"),
    *("tags", "tag", "categories", "category", "authors", "author", "teaser", "excerpt", "description"),
)
"""Fields of which every file has something to tell."""
Row = tuple[str, str, str]
"""What it is, its value, and where that comes from."""


@dataclass(frozen=True, kw_only=True)
class Origins:
    """A post or talk beside its file."""

    file: File
    article: Post | Talk
    reading: Reading
    reason: str
    """Why its dialect is what it is."""
    folder_files: Mapping[str, str]
    """The file that gives front matter to all in its folder, by the keys that it gives."""

    @classmethod
    def of(cls, file: File, article: Post | Talk, blog: PlacedBuild, files: Files) -> Origins:
        """The origins of the facts of a file that has been read."""
        reader, config = blog.placed.reader, blog.begun.config
        settings = reader.settings
        defaults = folder_defaults(files, config, Faults())
        source = source_of(file, config, defaults, blog.placed.loaded.jekyll)
        head = parse(source, Faults()) or _without_head(article)
        folder = posts_folder(settings) if isinstance(article, Post) else settings.talks_dir
        reading = reading_of(source, head, reader, folder, Faults())
        if isinstance(article, Talk):
            reading = reading_of_talk(reading)
        _, reason = dialect_of(article.src_uri, head.values, settings, root=reading.root)
        paths = {posixpath.dirname(each.src_uri): shown_path(each, config) for each in files_of_defaults(files, config)}
        folder_files = {
            key: paths[name]
            for name in sorted(defaults, key=len)
            if PurePosixPath(file.src_uri).is_relative_to(name)
            for key in defaults[name]
        }
        return cls(file=file, article=article, reading=reading, reason=reason, folder_files=folder_files)

    def rows(self) -> Iterator[Row]:
        """Each fact with its origin."""
        article = self.article
        yield "kind", "post" if isinstance(article, Post) else "talk", self._kind()
        yield "dialect", str(article.dialect), self.reason
        yield "title", article.title, self._title()
        yield "date", article.date.isoformat() if article.date else "", self._date()
        if isinstance(article, Post) and article.updated:
            yield "updated", article.updated.isoformat(), self._key("updated")
        yield "url", url_of_file(self.file), self._url()
        yield "state", state_of(article), self._state()
        yield "tags", ", ".join(article.tags), self._key("tags", "tag")
        if isinstance(article, Post):
            yield "categories", ", ".join(article.categories), self._key("categories", "category") or self._folders()
            names = ", ".join(author.name for author in article.authors)
            yield "authors", names, self._key("authors", "author") or ("_config.yml" if names else "")
        else:
            yield from self._of_talk(article)
        yield self._teaser()
        yield self._excerpt()
        yield "description", _short(article.description or ""), self._key("description") or self._key("excerpt")
        yield from self._others()

    def _others(self) -> Iterator[Row]:
        """What the file asks for beside that, as it is written."""
        for field in _OTHERS:
            if found := self.reading.fields.find(field):
                yield field, _short(_written(found.value, found.text)), self._told(found)
        fields = (*_ALWAYS, *_OTHERS, *self._fields_of_talk)
        told = {each.name.partition(".")[0] for field in fields for each in self.reading.fields.find_all(field)}
        for key, value in self.reading.head.values.items():
            if key not in told and value is not None:
                found = self.reading.fields.at(key, value)
                yield key, _short(_written(value, found.text)), self._told(found)

    def _key(self, *fields: str) -> str:
        """The key that gives a field, with its line; empty where none does."""
        found = next(filter(None, map(self.reading.fields.find, fields)), None)
        return self._told(found) if found else ""

    def _told(self, found: Found) -> str:
        wider = self._wider(found.name)
        if found.place is None:
            return f"`{found.name}` of {wider or '`_config.yml`'}"
        own = f"`{found.name}`, line {found.place.line}"
        return f"{own}, and {wider}" if wider and isinstance(found.value, list) else own

    def _wider(self, name: str) -> str:
        """What gives a key to more than this file."""
        key = name.partition(".")[0].partition("[")[0]
        if key in self.folder_files:
            return self.folder_files[key]
        return "`defaults` in `_config.yml`" if key in self.reading.source.jekyll_defaults else ""

    def _kind(self) -> str:
        if isinstance(self.article, Post):
            return "it lies among the posts"
        key = next((key for key in (*TALK_KEYS, "collection") if key in self.reading.head.values), None)
        return f"it has `{key}`" if key and "_talks" not in self._above else "it lies below `_talks`"

    @property
    def _above(self) -> tuple[str, ...]:
        return PurePosixPath(self.article.src_uri).parts[:-1]

    def _title(self) -> str:
        if self.article.is_titled:
            return self._key("title")
        heading = first_heading(self.reading.head.body)
        if heading is None:
            return "the name of the file"
        lines = self.reading.head.body.split("\n")
        return f"the first heading, line {self.reading.head.body_line + lines.index(heading.line)}"

    def _date(self) -> str:
        if self.article.date is None:
            return "it has none"
        if isinstance(self.article, Talk) and (told := self._of_delivery(self.article, "date")):
            return told
        if key := self._key("date"):
            return key
        named = file_name_of(self.article.src_uri).date
        return "the name of the file" if named else "it has none, so it is that of the build"

    def _of_talk(self, talk: Talk) -> Iterator[Row]:
        """When there is anything to tell of them: its event and place, who gives it, and how often."""
        for name, value in (("venue", talk.venue), ("location", talk.location)):
            if value:
                yield name, value, self._of_delivery(talk, name)
        if talk.speakers:
            names = ", ".join(speaker.name for speaker in talk.speakers)
            yield "speakers", names, self._key("speakers", "authors", "author")
        if talk.status:
            yield "status", str(talk.status), self._key("status")
        if len(talk.deliveries) > 1:
            yield "deliveries", str(len(talk.deliveries)), self._key("deliveries") or "other files"

    @property
    def _fields_of_talk(self) -> tuple[str, ...]:
        """Fields of which a talk has something to tell."""
        if isinstance(self.article, Post):
            return ()
        many = ("deliveries",) if len(self.article.deliveries) > 1 else ()
        return ("venue", "location", "speakers", "status", *many)

    def _of_delivery(self, talk: Talk, name: str) -> str:
        """The key by which the newest delivery that has a value of some name gives it."""
        value = getattr(talk, name)
        named = (each.names.get(name) for each in talk.deliveries if getattr(each, name) == value)
        key, place = next(filter(None, named), ("", None))
        return f"`{key}`, line {place.line}" if key and place else ""

    def _url(self) -> str:
        article = self.article
        if key := self._key("permalink") if article.permalink else "":
            origin = key
        elif article.permalink:
            origin = "`post_permalink`" if isinstance(article, Post) else "`talks_permalink`"
        elif key := self._key("slug"):
            origin = key
        elif isinstance(article, Talk) or not self.reading.has_materials_url:
            origin = "the name of the file"
        else:
            origin = "its title and `post_url_format`"
        is_moved = self.file.dest_uri != article.dest_uri
        return f"{origin}; another has '/{article.dest_uri.removesuffix('index.html')}'" if is_moved else origin

    def _state(self) -> str:
        reason = self.article.held_back
        if reason is HeldBack.EXPIRED:
            return self._key("expires")
        if reason is HeldBack.FUTURE:
            return f"{self._date()}, and `draft_if_future_date`"
        if reason is HeldBack.UNPUBLISHED:
            return self._key("published")
        if reason is HeldBack.DRAFT:
            return self._draft()
        if reason is HeldBack.WITHOUT_LOCK:
            return f"{self._key('level')}, for which encryptcontent has none"
        return self._key("unlisted") if self.article.unlisted else "nothing holds it back"

    def _draft(self) -> str:
        """What marks it as a draft."""
        if self.reading.fields.take_flag("draft"):
            return self._key("draft")
        if "_drafts" in self._above:
            return "it lies below `_drafts`"
        if self.reading.source.is_draft:
            return "`draft_docs` of mkdocs.yml"
        marks = {tag.casefold() for tag in self.reading.settings.draft_tags}
        words = (word for field in ("tags", "tag") for word in self.reading.fields.take_names(field))
        tag = next((word for word in words if word.text.casefold() in marks), None)
        if tag:
            return f"the tag '{tag.text}'{f', line {tag.place.line}' if tag.place else ''}"
        return f"how its title begins, {self._title()}"

    def _folders(self) -> str:
        """Where categories come from that no key names."""
        return "its folders" if isinstance(self.article, Post) and self.article.categories else ""

    def _teaser(self) -> Row:
        article = self.article
        if article.teaser:
            return "teaser", article.teaser.src, self._key("teaser")
        usual = article.default_teaser if isinstance(article, Post) else None
        return "teaser", usual or "", "`post_teaser_default`" if usual else ""

    def _excerpt(self) -> Row:
        article = self.article
        if article.excerpt:
            return "excerpt", _short(article.excerpt), self._key("excerpt")
        text = self.reading.head.body
        for mark in article.excerpt_separators if isinstance(article, Post) else ():
            above, found, _ = text.partition(mark)
            if mark and found:
                line = self.reading.head.body_line + above.count("\n")
                return "excerpt", _short(_without_heading(above)), f"the text above `{_short(mark)}`, line {line}"
        if article.description:
            return "excerpt", _short(article.description), self._key("description")
        first = _short(_without_heading(text).strip().split("\n\n")[0])
        return "excerpt", first, "the first block of its text" if first else ""


def _without_head(article: Post | Talk) -> FrontMatter:
    """What stands for a head that is no YAML, as Jekyll has it."""
    return FrontMatter(
        values={}, places={}, keys={}, texts={}, exists=False, body=article.body, body_line=article.body_line
    )


def _without_heading(text: str) -> str:
    heading = first_heading(text)
    return text.partition(heading.line)[2].lstrip("=\n") if heading and heading.is_first else text


def _written(value: object, text: str) -> str:
    """A value as a line of text."""
    if isinstance(value, list):
        return ", ".join(_written(item, plain(item)) for item in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_written(item, plain(item))}" for key, item in value.items())
    return text


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"

"""The tags, categories and series of a file."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..faults import Kind, Level, shown
from ..frontmatter.dialects import Dialect
from ..frontmatter.fields import Word, unique
from ..frontmatter.file_names import JEKYLL_FOLDERS
from ..frontmatter.keys import SERIES_KEYS
from .models import Part

if TYPE_CHECKING:
    from ..frontmatter.fields import Fields, Found
    from .reading import Reading


def take_tags(reading: Reading) -> tuple[tuple[str, ...], bool]:
    """The tags without those that mark a draft, and whether there was one of these."""
    many = reading.fields.take_names("tags")
    one = reading.fields.take_names("tag", whole=True)
    words = (one or many) if reading.dialect is Dialect.JEKYLL else (many or one)
    _tell_passed_over(reading, "tags", "tag", words, (*many, *one))
    markers = {tag.casefold() for tag in reading.settings.draft_tags}
    tags = tuple(word.text for word in words if word.text.casefold() not in markers)
    return tags, len(tags) < len(words)


def take_categories(reading: Reading) -> tuple[str, ...]:
    """The categories; in Jekyll's dialect, those of both keys and the folders above `_posts`."""
    words = reading.fields.take_names("categories")
    one = reading.fields.take_names("category", whole=True)
    if reading.dialect is Dialect.JEKYLL:
        words = unique([*(Word(text=folder) for folder in _folders_above(reading)), *words, *one])
    in_list = {word.text for word in words} if reading.dialect is Dialect.MATERIAL else set()
    given = (*words, *one)
    words = words or one
    _tell_passed_over(reading, "categories", "category", words, given)
    for word in words:
        _check_allowed(word, reading, level=Level.ERROR if word.text in in_list else Level.INFO)
    return tuple(word.written or word.text for word in words)


def take_series(fields: Fields) -> tuple[Part, ...]:
    """The series that a file names, each with the number of the file in it, if it gives one."""
    found = fields.find("series")
    if not found or found.value is False:
        return ()
    order = fields.take_number("series_order")
    parts: dict[str, Part] = {}
    for item in fields.each(found):
        if part := _part(fields, item, order):
            parts.setdefault(part.series.casefold(), part)
    return tuple(parts.values())


def _part(fields: Fields, item: Found, order: int | None) -> Part | None:
    if isinstance(item.value, Mapping):
        inner = fields.within(item, SERIES_KEYS)
        name, own_order = inner.take_line("name"), inner.take_number("order")
        order = order if own_order is None else own_order
    else:
        name = None if isinstance(item.value, bool) else " ".join((fields.text_of(item) or "").split())
    if not name:
        fields.reject(item, "the name of a series", hint="write `series: {name: My series, order: 1}`")
        return None
    return Part(series=name, order=order)


def _folders_above(reading: Reading) -> tuple[str, ...]:
    """The folders between the root of the posts, the blog or the site, and `_posts`."""
    path = PurePosixPath(reading.source.src_uri)
    root = next((root for root in (reading.root, reading.settings.blog_dir) if path.is_relative_to(root)), "")
    folders = path.relative_to(root).parts[:-1]
    end = next((number for number, name in enumerate(folders) if name in JEKYLL_FOLDERS), 0)
    return folders[:end]


def _tell_passed_over(reading: Reading, many: str, one: str, words: tuple[Word, ...], given: tuple[Word, ...]) -> None:
    """Note the names of one key that are lost beside the other."""
    known = {word.text.casefold() for word in words}
    lost = [word for word in given if word.text.casefold() not in known]
    if lost:
        names = ", ".join(dict.fromkeys(word.text for word in (*words, *lost)))
        message = f"{many}: {shown(lost[0].text)} is ignored, since there is `{one}` as well as `{many}`"
        reading.refuse(Kind.KEY, message, place=lost[0].place, hint=f"write `{many}: [{names}]`", level=Level.INFO)


def _check_allowed(word: Word, reading: Reading, *, level: Level) -> None:
    allowed = reading.settings.categories_allowed
    if not allowed or word.text in allowed or word.written in allowed:
        return
    near = difflib.get_close_matches(word.text, allowed, n=1)
    hint = f"did you mean '{near[0]}'?" if near else f"allowed are {', '.join(allowed)}"
    message = f"categories: '{word.text}' is not in `categories_allowed`"
    reading.refuse(Kind.TYPE, message, place=word.place, hint=hint, level=level)

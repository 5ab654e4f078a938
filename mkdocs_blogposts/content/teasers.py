"""What a listing shows of a file: its picture, and where its excerpt ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..faults import Kind, Level, Place, shown
from ..frontmatter.dialects import Dialect
from ..frontmatter.keys import PICTURE_KEYS
from .models import Picture

if TYPE_CHECKING:
    from ..frontmatter.fields import Fields
    from .reading import Reading

_SEPARATORS = ("<!-- more -->", "<!--more-->")
_FEWEST_WORDS = 3
_FILE = re.compile(r"^\s*(?:/|\w+://)|\.\w{2,5}\s*$")
_COMMENT = re.compile(r"<!--\s*(.*?)\s*-->")


def take_teaser(fields: Fields) -> Picture | None:
    """The first picture that front matter names."""
    header_alt = fields.take_line("header_alt")
    for found in fields.find_all("teaser"):
        alt = header_alt if found.name.startswith("header.") else None
        if isinstance(found.value, Mapping):
            inner = fields.within(found, PICTURE_KEYS)
            alt = inner.take_line("alt") or alt
        if isinstance(found.value, str) and _is_prose(found.value):
            message = f"{shown(found.value)} is text, not a picture"
            hint = "write `excerpt`, if listings are to show it"
            fields.refuse(found, message, kind=Kind.TEASER, hint=hint, level=Level.INFO)
            continue
        src = fields.picture_url_of(found) if found.value is not False else None
        if src:
            return Picture(src=src, alt=alt, place=found.place, key=found.name)
    return None


def _is_prose(text: str) -> bool:
    """Whether a text has too many words for an address, and does not end as the name of a file."""
    return len(text.split()) >= _FEWEST_WORDS and not _FILE.search(text)


def take_excerpt_separators(reading: Reading) -> tuple[str, ...]:
    """What may end the excerpt; nothing, where the file has an empty `excerpt_separator`."""
    # Not by a getter: here, blank lines are a value.
    own = reading.head.values.get("excerpt_separator")
    if own == "":
        return ()
    if own is not None and not isinstance(own, str):
        reading.fields.reject(reading.fields.at("excerpt_separator", own), "text", hint="write `<!--more-->`")
        own = None
    site = reading.settings.post_excerpt_separator
    spellings = (_COMMENT.sub(r"<!-- \1 -->", site), _COMMENT.sub(r"<!--\1-->", site))
    return tuple(dict.fromkeys(text for text in (own, site, *spellings, *_SEPARATORS) if text))


def check_excerpt(reading: Reading, separators: tuple[str, ...]) -> None:
    """Note a text without a separator, where the site wants one in every post."""
    body = reading.head.body
    if reading.settings.post_excerpt == "optional" or any(separator in body for separator in separators):
        return
    wanted = reading.settings.post_excerpt_separator
    reading.refuse(
        Kind.FRONT_MATTER,
        f"has no `{wanted}`, which `post_excerpt: required` asks for",
        place=Place(reading.head.body_line),
        hint="put it on a line of its own, below the text that listings show",
        level=Level.ERROR if reading.dialect is Dialect.MATERIAL else Level.INFO,
    )

"""What only a talk has: who gives it, to whom, how often, and what it leads to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from ..choices import slug_of_label
from ..faults import Level, shown
from ..frontmatter.dialects import Dialect
from ..frontmatter.keys import TALK_FIELDS, keys_of
from .authors import take_authors
from .chapters import take_chapters
from .deliveries import take_deliveries, take_status
from .doi import doi_of
from .models import Action

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from ..frontmatter.fields import Fields
    from .author import Author
    from .reading import Reading

_FILE_OR_URL = re.compile(r"[/.]")
_ADDRESS_HINTS = {"slides": "write `slides: slides.pdf`", "video": "write `video: https://example.org/video`"}
_KINDS = {"slides": "slides", "video": "video", "pdf": "paper", "code": "code"}
"""What HugoBlox calls links that have a button of their own."""
_HEADING = re.compile(r"\s*#[ \t][^\n]*(?:\n|$)")


def reading_of_talk(reading: Reading) -> Reading:
    """The same reading with the fields that only talks have, and with the abstract as the beginning of its text."""
    keys = {**reading.fields.keys, **keys_of(reading.settings, TALK_FIELDS)}
    fields = replace(reading.fields, keys=keys)
    found = fields.find("abstract")
    abstract = fields.text_of(found) if found else None
    if not abstract or abstract in reading.head.body:
        return replace(reading, fields=fields)
    heading = _HEADING.match(reading.head.body)
    above = heading[0] if heading else ""
    added = f"\n{abstract}\n\n"
    # The lines of what follows stay as they are in the file.
    line = max(1, reading.head.body_line - added.count("\n"))
    body = f"{above}{added}{reading.head.body.removeprefix(above)}".removeprefix("\n")
    head = replace(reading.head, body=body, body_line=line)
    return replace(reading, head=head, fields=replace(fields, head=head))


def take_talk_parts(reading: Reading, date: datetime | None) -> dict[str, Any]:
    """What a talk has beside what it shares with posts, by the names of its fields."""
    fields = reading.fields
    status = take_status(fields)
    return {
        "talk_type": fields.take_line("talk_type"),
        "deliveries": take_deliveries(reading, date, status),
        "status": status,
        "speakers": _take_speakers(reading),
        "language": fields.take_line("language"),
        "level": fields.take_line("level"),
        "projects": tuple(word.text for word in fields.take_names("projects", whole=True)),
        "doi": _take_doi(fields),
        "chapters": take_chapters(fields),
        "further": tuple(_take_further(fields)),
    }


def take_address(fields: Fields, name: str) -> str | None:
    """The file or page that `slides` or `video` names; HugoBlox has there the name of slides of its own."""
    found = fields.find(name)
    if not found or not isinstance(found.value, str):
        return None
    if _FILE_OR_URL.search(found.value):
        return fields.url_of(found)
    told = f"{shown(found.value)} is neither a file nor a URL, so nothing leads to it"
    fields.refuse(found, told, hint=_ADDRESS_HINTS[name], level=Level.INFO)
    return None


def _take_speakers(reading: Reading) -> tuple[Author, ...]:
    """Who gives a talk, under whichever key; an id or any name."""
    field = "speakers" if reading.fields.find("speakers") else "authors"
    keys = {**reading.fields.keys, "authors": reading.fields.keys[field]}
    fields = replace(reading.fields, keys=keys)
    return take_authors(
        fields, reading.authors, dialect=Dialect.JEKYLL, slug_of=partial(slug_of_label, options=reading.settings)
    )


def _take_doi(fields: Fields) -> str | None:
    """The address of a DOI, however it is written."""
    found = fields.find("doi")
    text = fields.text_of(found) if found else None
    if not found or not text:
        return None
    if known := doi_of(text):
        return known
    fields.refuse(found, f"{shown(text)} is not a DOI", hint="write `doi: 10.5281/zenodo.1234567`", level=Level.WARNING)
    return None


def _take_further(fields: Fields) -> Iterator[Action]:
    """Links with an address and a name or type each, as HugoBlox has them."""
    found = fields.find("links")
    if not found or not isinstance(found.value, list):
        return
    for item in fields.items(found):
        if isinstance(item.value, Mapping) and item.value.get("url"):
            own = fields.within(item, {"label": ("name", "label", "title"), "url": ("url",), "kind": ("type",)})
            url = own.find("url")
            if url and (address := own.url_of(url)):
                kind, label = (own.take_line("kind") or "").lower(), own.take_line("label")
                known = _KINDS.get(kind, "")
                label = label or (kind.capitalize() if kind and not known else None)
                yield Action(label=label, url=address, kind=known, key=url.name, place=url.place)

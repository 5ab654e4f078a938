"""The file of a talk, as it is written and called."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import yaml

from ...windows_names import lacking_on_windows
from .plain_markdown import markdown_line, markdown_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .foreign_talk import ForeignTalk, Occasion

_LONGEST = 80
"""Characters of a file name."""
_NOT_IN_NAMES = re.compile(r"[\x00-\x20\x7f-\x9f\u2028-\u202e\u2066-\u2069/\\:*?\"<>|#%]+")
_HYPHENS = re.compile(r"-{2,}")
_FOLDER_PAGES = ("index", "readme")
"""Names of the page of a folder, to MkDocs."""
_CALLS = re.compile(r"\{[{%]")


class _Dumper(yaml.SafeDumper):
    """Writes YAML that people change by hand: texts of several lines as such."""


def _represented(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _represented)


def text_of_file(talk: ForeignTalk, ids: Mapping[str, str]) -> str:
    """Front matter and text of a talk; `ids` has the id of each author that the site knows, by name."""
    abstract, description = markdown_text(talk.abstract), markdown_text(talk.description)
    values = _head(talk, ids)
    if abstract and description and abstract != description:
        values["abstract"] = abstract
    body = description or abstract
    if _CALLS.search(f"{body}{abstract}"):
        # What they mean to Liquid and to macros they did not mean to whoever wrote them.
        values |= {"render_with_liquid": False, "render_macros": False}
    head = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{head}---\n" + (f"\n{body}\n" if body else "")


def title_of_file(talk: ForeignTalk) -> str:
    """The title as the file has it."""
    return markdown_line(talk.title)


def stem_of(talk: ForeignTalk, slugify: Callable[[str], str]) -> str:
    """What the file is called, without its ending: by its day and its title, unless the export says otherwise."""
    day = next((f"{each.start:%Y-%m-%d}-" for each in talk.occasions if each.start), "")
    stem = (
        _NOT_IN_NAMES.sub("-", talk.stem)
        if talk.stem
        else f"{day}{_HYPHENS.sub('-', _NOT_IN_NAMES.sub('-', slugify(talk.title)))}"
    )
    stem = stem.encode()[:_LONGEST].decode(errors="ignore").strip("-. _")
    return f"talk-{stem}" if stem.lower() in _FOLDER_PAGES or lacking_on_windows(stem) else stem or "talk"


def _head(talk: ForeignTalk, ids: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {"title": title_of_file(talk)}
    common = {"venue": talk.event, "location": talk.location}
    if len(talk.occasions) > 1:
        values["deliveries"] = [_without_nothing({**common, **_when(each)}) for each in talk.occasions]
    else:
        when = next((_when(each) for each in talk.occasions), {})
        address = {"address": when.pop("address", "")}
        values |= {**when, **common, **address}
    values |= {
        "type": talk.kind,
        "speakers": [ids.get(name.casefold(), name) for name in talk.speakers],
        "status": talk.status,
        "language": talk.language,
        "level": talk.level,
        "link": talk.url,
        "slidesurl": talk.slides,
        "videourl": talk.video,
        "links": [{"name": link.label, "url": link.url} for link in talk.links],
        "tags": list(talk.tags),
    }
    found = _without_nothing(values)
    is_talk = {"venue", "location", "deliveries", "type", "speakers"} & found.keys()
    return found if is_talk else {**found, "type": "Talk"}


def _when(occasion: Occasion) -> dict[str, Any]:
    start, end = occasion.start, occasion.end
    if start and end and not isinstance(end, type(start)):
        end = None
    return _without_nothing(
        {
            "date": _written(start),
            "end": _written(end) if start and end and end > start else None,
            "address": occasion.room,
        }
    )


def _written(moment: datetime | date | None) -> str | date | None:
    """A moment as our files have it: with its zone, by name where it has one."""
    if not isinstance(moment, datetime):
        return moment
    if isinstance(moment.tzinfo, ZoneInfo):
        return f"{moment:%Y-%m-%d %H:%M} {moment.tzinfo.key}"
    offset = f"{moment:%z}" or "+0000"
    return f"{moment:%Y-%m-%d %H:%M} {offset[:3]}:{offset[3:5]}"


def _without_nothing(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "", [])}

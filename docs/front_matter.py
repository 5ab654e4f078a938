"""JSON Schemas of front matter and of the authors file, made from the names of keys in the code.

What a key holds stands here; `tests/test_schemas.py` holds that to what is taken by whoever reads a file.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs_blogposts.frontmatter.keys import (
    AUTHOR_KEYS,
    AUTHOR_KEYS_OF_MATERIAL,
    COORDINATE_KEYS,
    KEYS,
    OTHER_KEYS,
    PICTURE_KEYS,
    SERIES_KEYS,
    TALK_FIELDS,
    TALK_KEYS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Schema = dict[str, Any]

FOLDER = Path(__file__).parent
_DRAFT = "http://json-schema.org/draft-07/schema#"
_SHORTEST = 5
"""Letters of a key that others are held against."""

_NOTHING = {"type": "null"}
_ANY_CASE = "^[ \\t]*(?:[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff])?[ \\t]*$"
TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
FLAG: Schema = {"anyOf": [{"type": ["boolean", "integer", "null"]}, {"type": "string", "pattern": _ANY_CASE}]}
NUMBER: Schema = {
    "anyOf": [{"type": "integer", "minimum": 0}, _NOTHING, {"type": "string", "pattern": "^ *[0-9]{0,9} *$"}]
}
_COMPACT_DAY = {"type": "integer", "minimum": 10_000_000, "maximum": 99_999_999}
DATE: Schema = {"anyOf": [{"type": "string", "pattern": "^ *$|[0-9][^0-9]*[0-9]"}, _COMPACT_DAY, _NOTHING]}
_MANY: Schema = {"type": "array", "items": {"type": ["string", "number", "boolean", "null", "array"]}}
NAMES: Schema = {"anyOf": [{"type": ["string", "null"]}, _MANY]}
NAME: Schema = {"anyOf": [TEXT, _MANY]}
LABELS: Schema = {"anyOf": [{"type": ["string", "boolean", "null"]}, _MANY]}
_SAFE = {"type": "string", "pattern": "^(?! *(?:javascript|vbscript):)"}
ADDRESS: Schema = {"anyOf": [_SAFE, {"type": ["number", "boolean", "null"]}]}
_PICTURE_OF_MAPPING: Schema = {
    "type": "object",
    "properties": {name: TEXT for names in PICTURE_KEYS.values() for name in names},
}
PICTURE: Schema = {"anyOf": [*ADDRESS["anyOf"], _PICTURE_OF_MAPPING]}
ANY: Schema = {}
_AUTHOR: Schema = {"anyOf": [TEXT, {"type": ["object", "array"]}]}
AUTHORS: Schema = {"anyOf": [*_AUTHOR["anyOf"][:1], {"type": "object"}, {"type": "array", "items": _AUTHOR}]}
_SERIES_OF_MAPPING: Schema = {
    "type": "object",
    "properties": {name: TEXT for names in SERIES_KEYS.values() for name in names},
    "anyOf": [{"required": [name]} for name in SERIES_KEYS["name"]],
}
_ONE_SERIES: Schema = {"anyOf": [{"type": ["string", "number", "null", "array"]}, _SERIES_OF_MAPPING]}
SERIES: Schema = {
    "anyOf": [
        {"type": ["string", "number", "null"]},
        {"const": False},
        _SERIES_OF_MAPPING,
        {"type": "array", "items": _ONE_SERIES},
    ]
}
PATHS: Schema = {
    "anyOf": [{"type": ["string", "null"]}, {"type": "array", "items": {"type": ["string", "null", "array"]}}]
}
ROBOTS: Schema = {"anyOf": [{"type": ["string", "null"]}, _MANY]}
PAGES: Schema = {"anyOf": [{"type": ["array", "object", "null"]}, {"const": ""}]}
HEADER: Schema = {"anyOf": [{"type": ["object", "boolean", "null"]}, {"type": "string", "pattern": "^ *$"}]}
SPAN: Schema = {
    "anyOf": [{"type": "string", "pattern": "^ *$|^ *[0-9]{1,5} *(?:year|month|week|day)"}, {"const": False}, _NOTHING]
}

_BLANK = {"type": "string", "pattern": "^ *$"}
DELIVERIES: Schema = {"anyOf": [{"type": "array", "items": {"type": ["object", "null"]}}, _BLANK, _NOTHING]}
ADDRESS_OF_EVENT: Schema = {"type": ["string", "number", "boolean", "object", "null"]}
_DEGREES: Schema = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": "^ *-?[0-9.]+ *$"}]}
COORDINATES: Schema = {
    "anyOf": [
        {"type": "string", "pattern": "^ *$|^ *-?[0-9.]+ *, *-?[0-9.]+ *$"},
        {"type": "array", "items": _DEGREES, "minItems": 2, "maxItems": 2},
        {
            "type": "object",
            "allOf": [{"anyOf": [{"required": [name]} for name in names]} for names in COORDINATE_KEYS.values()],
        },
        _NOTHING,
    ]
}
SLIDES: Schema = {
    "anyOf": [
        {"type": "string", "pattern": "^ *$|[./]|^[0-9-]{10}$"},
        {"type": ["number", "boolean", "array", "object", "null"]},
    ]
}
CHAPTERS: Schema = {
    "anyOf": [
        {"type": "array", "items": {"type": "string", "pattern": "^ *[0-9]+:[0-9]{2}(?::[0-9]{2})? +[^ ]"}},
        _BLANK,
        _NOTHING,
    ]
}
PORTRAITS: Schema = {"anyOf": [*ADDRESS["anyOf"], {"type": ["array", "object"]}]}
DOI: Schema = {"anyOf": [{"type": "string", "pattern": "^ *$|10[.][0-9]{4,9}/"}, {"type": "null"}]}

_NAMES = {**KEYS, **TALK_FIELDS}

FIELDS: Mapping[str, tuple[Schema, str]] = {
    "title": (TEXT, "Its title, with inline Markdown; else the first heading."),
    "date": (DATE, "When it is from: 2025-07-28, or with a time."),
    "updated": (DATE, "When it was last changed."),
    "expires": (DATE, "From when on it is in no build."),
    "permalink": (TEXT, "Its URL, a path from the site's root."),
    "slug": (TEXT, "The last part of its URL."),
    "redirect_from": (PATHS, "Paths at which it stood before, and which lead to it."),
    "redirect_to": (PATHS, "The path or URL that it has moved to."),
    "canonical_url": (TEXT, "Where its text stands first."),
    "search": (ANY, "Whether the search of the site finds it."),
    "sitemap": (ANY, "Whether it stands in the sitemap."),
    "robots": (ROBOTS, "What search engines may do with it, such as noindex."),
    "tags": (NAMES, "Its tags."),
    "tag": (NAME, "Its tag, if it has only one."),
    "categories": (NAMES, "Its categories."),
    "category": (NAME, "Its category, if it has only one."),
    "authors": (AUTHORS, "Who wrote it: ids of the authors file, or names."),
    "author": (AUTHORS, "Who wrote it, if it is one person."),
    "series": (SERIES, "The series that it is a part of: a name, or a name and an order."),
    "series_order": (NUMBER, "Which part of its series it is."),
    "shows_related": (FLAG, "Whether its page leads to posts like it."),
    "supersedes": (NAME, "The pages that it replaces."),
    "superseded_by": (NAME, "The pages that replace it."),
    "outdated_after": (SPAN, "After which time its page says that it is old: 2 years."),
    "teaser": (PICTURE, "The picture on its card: a path or a URL."),
    "header_alt": (TEXT, "What its picture shows, in words."),
    "header": (HEADER, "A picture above its text, as in Minimal Mistakes."),
    "video_provider": (TEXT, "Where its recording is: youtube, vimeo."),
    "video_id": (TEXT, "What its recording is called there."),
    "tagline": (TEXT, "What stands below the title on a picture; Markdown."),
    "excerpt": (TEXT, "What its card says; Markdown."),
    "excerpt_separator": ({"type": ["string", "null"]}, "What ends its excerpt in the text."),
    "description": (TEXT, "What search engines and feeds say of it."),
    "draft": (FLAG, "Whether it is kept out of builds."),
    "published": ({"type": ["boolean", "null"]}, "false keeps it out of builds."),
    "unlisted": (FLAG, "Whether it has a page and stands in no list."),
    "pinned": (FLAG, "Whether it comes first in listings."),
    "link": (ADDRESS, "Where its title leads on listings: a URL. Of a talk: the page of the event."),
    "links": (
        {"anyOf": [{"type": ["array", "object", "null"]}, {"const": ""}]},
        "References beside its text, as in nav.",
    ),
    "talks": (NAME, "Ids of talks that it is about."),
    "reading_time": (NUMBER, "Minutes that it takes to read."),
    "shows_reading_time": (FLAG, "Whether it says how long it takes to read."),
    "words_per_minute": (NUMBER, "How fast it is read."),
    "shows_date": (FLAG, "Whether its page says when it was written."),
    "speakers": (AUTHORS, "Who gives it."),
    "talk_type": (TEXT, "What it is: Talk, Tutorial, Poster."),
    "venue": (TEXT, "The event."),
    "location": (TEXT, "Where the event is."),
    "slides_url": (ADDRESS, "Its slides: a URL or a path."),
    "video_url": (ADDRESS, "Its recording: a URL or a path."),
    "paper_url": (ADDRESS, "Its paper: a URL or a path."),
    "code_url": (ADDRESS, "Its code: a URL or a path."),
    "bibtex_url": (ADDRESS, "How to cite it, as a file."),
    "citation": (ANY, "How to cite it."),
    "papers": (ANY, "Keys of BibTeX of the papers that it is about."),
    "hide": (LABELS, "Parts of its page that are not shown: [toc, navigation]."),
    "toc_label": (ANY, "The heading of its table of contents."),
    "feed_id": (TEXT, "What feeds know it by."),
}
"""What each field of front matter holds, and what it is."""

FIELDS_OF_TALKS: Mapping[str, tuple[Schema, str]] = {
    "deliveries": (DELIVERIES, "Each time that it was given: a list of event, place, date, video, slides."),
    "same_as": (TEXT, "The talk that this one is, given another time: its id."),
    "talk_key": (TEXT, "What all files of one talk have alike."),
    "end": (DATE, "The last day of its event."),
    "all_day": (FLAG, "Whether its date has no time of day."),
    "address": (ADDRESS_OF_EVENT, "The address of the event."),
    "coordinates": (COORDINATES, "Where that is: latitude and longitude."),
    "event_url": (ADDRESS, "The page of the event."),
    "slides": (SLIDES, "Its slides: a URL, or a file beside it."),
    "video": (SLIDES, "Its recording: a URL, or a file beside it."),
    "status": (ANY, "What has become of it: proposed, accepted, cancelled, offered."),
    "language": (TEXT, "The language that it is given in: en."),
    "level": (TEXT, "For whom it is: beginner."),
    "abstract": (TEXT, "What it is about."),
    "chapters": (CHAPTERS, "What its recording has at which time: a list of 0:00 Title."),
    "projects": (NAME, "What it belongs to."),
    "doi": (DOI, "The DOI of its paper or slides."),
}
"""The same for what talks alone have."""

AUTHOR_FIELDS: Mapping[str, tuple[Schema, str]] = {
    "id": (ANY, "The id, which is the key of the entry anyway."),
    "name": (TEXT, "The name as readers see it."),
    "description": (TEXT, "A line on who that is."),
    "biography": (TEXT, "A longer text on who that is, for organisers."),
    "portraits": (PORTRAITS, "Pictures for organisers: paths or URLs."),
    "avatar": (ADDRESS, "A picture: a URL, or a path below docs_dir."),
    "slug": (TEXT, "The last part of the URL of the author's page."),
    "url": (ADDRESS, "A page of the author's own."),
    "links": (ANY, "Accounts and pages elsewhere: URLs."),
    "fediverse": (
        {"type": ["string", "null"], "pattern": "^ *$|@"},
        'The account in the fediverse: "@jane@mastodon.social".',
    ),
}
"""The same for an entry of the authors file."""

_ONLY_TALKS = ("speakers", "talk_type", "venue", "location")
_ONLY_POSTS = (
    *("talks", "links", "pinned", "series", "series_order", "categories", "category"),
    *("supersedes", "superseded_by", "outdated_after", "updated", "shows_date", "excerpt_separator"),
    *("shows_related", "reading_time", "shows_reading_time", "words_per_minute"),
)


def schemas() -> dict[str, Schema]:
    """Every schema by the name of its file."""
    post = {field: entry for field, entry in FIELDS.items() if field not in _ONLY_TALKS}
    talk = {field: entry for field, entry in FIELDS.items() if field not in _ONLY_POSTS}
    talk |= FIELDS_OF_TALKS
    return {
        "schema-post.json": _of_front_matter("Front matter of a post", post, is_post=True),
        "schema-talk.json": _of_front_matter("Front matter of a talk", talk, is_post=False),
        "schema-authors.json": _of_authors(),
    }


def texts() -> dict[str, str]:
    """The same as they stand in their files."""
    return {name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for name, schema in schemas().items()}


def _of_front_matter(title: str, fields: Mapping[str, tuple[Schema, str]], *, is_post: bool) -> Schema:
    properties: dict[str, Schema] = {}
    for field, (shape, text) in fields.items():
        for key in _NAMES[field]:
            if "." not in key:
                properties[key] = {"description": text, **shape}
    properties["date"] = {
        "description": properties["date"]["description"],
        "anyOf": [*DATE["anyOf"], _dates(is_needed=is_post)],
    }
    known = {*properties, *(name.split(".")[0] for names in KEYS.values() for name in names), *OTHER_KEYS, *TALK_KEYS}
    return {
        "$schema": _DRAFT,
        "title": title,
        "type": "object",
        "properties": properties,
        "patternProperties": _slips(properties, known),
    }


def _dates(*, is_needed: bool) -> Schema:
    names = {
        name.partition(".")[2]: text
        for field, (_, text) in FIELDS.items()
        for name in KEYS[field]
        if name.startswith("date.")
    }
    properties = {name: {"description": text, **DATE} for name, text in names.items()}
    return {"type": "object", "properties": properties, **({"required": ["created"]} if is_needed else {})}


def _of_authors() -> Schema:
    properties = {
        name: {"description": text, **shape}
        for field, (shape, text) in AUTHOR_FIELDS.items()
        for name in AUTHOR_KEYS[field]
    }
    entry = {
        "type": "object",
        "properties": properties,
        "anyOf": [{"required": [name]} for name in AUTHOR_KEYS["name"]],
        "patternProperties": _slips(AUTHOR_KEYS_OF_MATERIAL, {*properties}),
    }
    return {
        "$schema": _DRAFT,
        "title": "Authors of a blog",
        "type": "object",
        "properties": {
            "authors": {"type": ["object", "null"], "additionalProperties": {"anyOf": [{"type": "string"}, entry]}},
        },
    }


def _slips(keys: Iterable[str], known: set[str]) -> dict[str, Schema]:
    """What is one slip of the pen away from a key, and nothing else that is known."""
    patterns = {}
    for key in keys:
        if len(key) < _SHORTEST or not key.isalpha():
            continue
        near = "|".join(
            [
                *(f"{key[:place]}{key[place + 1 :]}" for place in range(len(key))),
                *(f"{key[:place]}.{key[place + 1 :]}" for place in range(len(key))),
                *(f"{key[:place]}.{key[place:]}" for place in range(len(key) + 1)),
                *(f"{key[:place]}{key[place + 1]}{key[place]}{key[place + 2 :]}" for place in range(len(key) - 1)),
            ]
        )
        meant = sorted(name for name in known if re.fullmatch(near, name))
        told = f"did you mean '{key}'?"
        # The first is read by the language server of JSON, the second by that of YAML.
        said = {"errorMessage": told, "deprecationMessage": told}
        patterns[f"^(?!(?:{'|'.join(meant)})$)(?:{near})$"] = {"not": {}, **said}
    return patterns


if __name__ == "__main__":
    for file_name, content in texts().items():
        (FOLDER / file_name).write_text(content, encoding="utf-8")

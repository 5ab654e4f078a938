"""Pages that list other pages: known by what their Liquid goes through, or by their layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from .site import as_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from .site import SiteFile

OWN_WORDS = 40
"""A page with more words of its own than this is a page that also lists something."""

WORDS_OF_A_LIST = 8
"""A page with more words than this around its loop shows more than a list."""

_TAG = re.compile(r"\{%-?\s*(?P<name>for|assign|include|include_cached)\b(?P<rest>.*?)-?%\}", re.DOTALL)
_SITE = re.compile(
    r"\b(?:site\.(?P<name>[\w-]+)(?P<key>\.[\w-]+|\[\s*[\"'][^\"']+[\"']\s*\])?|(?P<paginator>paginator)\b)"
)
_LOOP = re.compile(r"\{%-?\s*for\b.*\{%-?\s*endfor\s*-?%\}", re.DOTALL)
_SOME = re.compile(r"\b(?:limit|offset|where|where_exp|slice|first|last|group_by|group_by_exp)\b")
"""What makes a part of a list."""
_FIELD = re.compile(r"\bfield\s*=\s*[\"']?(\w+)")
_MARKUP = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>|\]\([^)]*\)", re.DOTALL)
_WORD = re.compile(r"\w+")


class Purpose(StrEnum):
    """What a listing lists."""

    BLOG = "blog"
    TAGS = "tags"
    CATEGORIES = "categories"
    TAG = "tag"
    CATEGORY = "category"
    TALKS = "talks"
    COLLECTION = "collection"
    EVERYTHING = "everything"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page lists."""

    purpose: Purpose
    label: str = ""
    """The one tag, category or collection that it lists."""


_LAYOUTS: Mapping[str, Purpose] = {
    "archives": Purpose.BLOG,
    "home": Purpose.BLOG,
    "posts": Purpose.BLOG,
    "categories": Purpose.CATEGORIES,
    "tags": Purpose.TAGS,
    "collection": Purpose.COLLECTION,
    "category": Purpose.CATEGORY,
    "tag": Purpose.TAG,
    "search": Purpose.SEARCH,
}
"""Layouts of Minimal Mistakes, minima and Chirpy that list by themselves."""

_OF_ALL: Mapping[str, Purpose] = {
    "tags": Purpose.TAGS,
    "categories": Purpose.CATEGORIES,
    "pages": Purpose.EVERYTHING,
    "html_pages": Purpose.EVERYTHING,
    "collections": Purpose.EVERYTHING,
    "documents": Purpose.EVERYTHING,
    "posts": Purpose.BLOG,
    "talks": Purpose.TALKS,
}
"""What a page lists that goes through something of `site`; the first that it goes through decides."""

_OF_ONE: Mapping[str, Purpose] = {"tags": Purpose.TAG, "categories": Purpose.CATEGORY}
"""The same for `site.tags.python` and `site.categories["news"]`."""


def listing_of(file: SiteFile, collections: Collection[str]) -> Listing | None:
    """What a page lists that shows nothing but a list; `None` for one that is shown as it is."""
    if not (file.is_markdown or file.is_html):
        return None
    body = file.head.body if file.head else ""
    if "{%" in body:
        return _by_liquid(body, collections)
    return _by_layout(file.values) if _words(body) <= OWN_WORDS else None


def _words(body: str) -> int:
    return len(_WORD.findall(_MARKUP.sub(" ", body)))


def _by_layout(values: Mapping[str, object]) -> Listing | None:
    purpose = _LAYOUTS.get(as_text(values.get("layout")))
    if purpose is Purpose.COLLECTION:
        label = as_text(values.get("collection"))
        return {
            "": None,
            "posts": Listing(Purpose.BLOG),
            "talks": Listing(Purpose.TALKS),
        }.get(label, Listing(purpose, label))
    if purpose in {Purpose.CATEGORY, Purpose.TAG}:
        label = as_text(values.get("taxonomy"))
        return Listing(purpose, label) if label else None
    return Listing(purpose) if purpose else None


def _by_liquid(body: str, collections: Collection[str]) -> Listing | None:
    """A list of all posts, or of all talks; whatever else Liquid makes of a page, it makes here, too."""
    found = set(_gone_through(body, collections))
    is_list = len(found) == 1 and _words(_LOOP.sub(" ", body)) <= WORDS_OF_A_LIST
    listing = next(iter(found)) if is_list else None
    return listing if listing and listing.purpose in {Purpose.BLOG, Purpose.TALKS} else None


def _gone_through(body: str, collections: Collection[str]) -> Iterator[Listing]:
    for tag in _TAG.finditer(body):
        by_field = _FIELD.search(tag["rest"])
        for found in _SITE.finditer(tag["rest"]):
            name = found["name"]
            if found["paginator"]:
                yield Listing(Purpose.BLOG)
            elif name in {"posts", "talks"} and _SOME.search(tag["rest"]):
                yield Listing(Purpose.EVERYTHING)
            elif name == "posts" and by_field and by_field[1] in _OF_ONE:
                yield Listing(_OF_ALL[by_field[1]])
            elif name in _OF_ONE and found["key"]:
                yield Listing(_OF_ONE[name], found["key"].strip(".[]\"' "))
            elif name in _OF_ALL:
                yield Listing(_OF_ALL[name])
            elif name in collections:
                yield Listing(Purpose.COLLECTION, name)

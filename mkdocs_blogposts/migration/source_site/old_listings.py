"""Pages that list other pages: known by what their Liquid goes through, or by their layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from .old_site import as_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from .old_site import SiteFile

OWN_WORDS = 40
"""A page with more words of its own than this is a page that also lists something."""

WORDS_OF_A_LIST = 8
"""A page with more words than this around its loop shows more than a list."""

_TAG = re.compile(r"\{%-?\s*(?P<name>for|assign|include|include_cached)\b(?P<rest>.*?)-?%\}", re.DOTALL)
_SITE = re.compile(r"\bsite\.(?P<name>[\w-]+)|\b(?P<paginator>paginator)\b")
_LOOP = re.compile(r"\{%-?\s*for\b.*\{%-?\s*endfor\s*-?%\}", re.DOTALL)
_SOME = re.compile(
    r"\b(?:limit|offset|where|where_exp|slice|first|last|group_by|group_by_exp|field\s*=\s*[\"']?(?:tags|categories))\b"
)
"""What makes a part of a list, or a list of another kind."""
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

_WHOLE: Mapping[str, Purpose] = {"posts": Purpose.BLOG, "talks": Purpose.TALKS}
"""What of `site` a page may list that gives way to a listing of ours."""

_BY_TERM: Mapping[str, Purpose | None] = {"tags": Purpose.TAGS, "categories": Purpose.CATEGORIES}

_OTHER = ("tags", "categories", "pages", "html_pages", "collections", "documents")
"""What else of `site` can be listed."""


def listing_of(file: SiteFile, collections: Collection[str]) -> Listing | None:
    """What a page lists that shows nothing but a list; `None` for one that is shown as it is."""
    if not (file.is_markdown or file.is_html):
        return None
    body = file.head.body if file.head else ""
    if "{%" in body:
        return _by_liquid(body, collections)
    return _by_layout(file.values) if has_few_words(file) else None


def has_few_words(file: SiteFile) -> bool:
    """Whether a page says so little itself, without Liquid, that its layout must be what fills it."""
    body = file.head.body if file.head else ""
    return "{%" not in body and _words(body) <= OWN_WORDS


def says_nothing(file: SiteFile) -> bool:
    """Whether a page has no text at all, nor Liquid."""
    body = file.head.body if file.head else ""
    return (file.is_markdown or file.is_html) and "{%" not in body and "{{" not in body and not _words(body)


def listing_in(layout: str, collections: Collection[str]) -> Listing | None:
    """The one list that a layout has, of all posts, talks, tags or categories."""
    found = {_BY_TERM.get(name, purpose) for name, purpose in _named_lists(layout, (*_OTHER, *collections))}
    purpose = next(iter(found)) if len(found) == 1 else None
    return Listing(purpose) if purpose else None


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
    found = set(_listed(body, (*_OTHER, *collections)))
    purpose = next(iter(found)) if len(found) == 1 and _words(_LOOP.sub(" ", body)) <= WORDS_OF_A_LIST else None
    return Listing(purpose) if purpose else None


def _listed(body: str, others: Collection[str]) -> Iterator[Purpose | None]:
    """What the loops of a page go through, one after the other; `None` for what is no whole list of ours."""
    return (purpose for _, purpose in _named_lists(body, others))


def _named_lists(body: str, others: Collection[str]) -> Iterator[tuple[str, Purpose | None]]:
    """The same, each with its name in `site`, which is empty for a part of a list."""
    for tag in _TAG.finditer(body):
        for found in _SITE.finditer(tag["rest"]):
            is_some = _SOME.search(tag["rest"])
            if found["paginator"]:
                yield "posts", Purpose.BLOG
            elif found["name"] in _WHOLE:
                yield ("", None) if is_some else (found["name"], _WHOLE[found["name"]])
            elif found["name"] in others:
                yield "" if is_some else found["name"], None

"""Keys of front matter that nobody knows, and that are probably slips of the pen."""

from __future__ import annotations

import re
from functools import lru_cache
from string import digits
from typing import TYPE_CHECKING

from ..faults import Faults, Kind, Level

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from .fields import Fields, Found
    from .parser import FrontMatter

_MIN_LENGTH_OF_NEAR_KEY = 4
_LONGEST_DOUBTFUL_KEY = 4
_NEAR_SHORT_KEYS = {
    short: (name,)
    for name in ("tags", "date", "slug", "title")
    for short in (name[:place] + name[place + 1 :] for place in range(len(name)))
    if short != "tag"
}
"""What is left of short keys where a letter is missing: `tgs`, `dat`."""

_CALLED_ELSEWHERE: Mapping[str, str] = {
    "alias": "aliases",
    "redirects": "redirect_from",
    "old_urls": "redirect_from",
    "thumbnail": "image",
    "featured_image": "image",
    "featuredImage": "image",
    "banner": "image",
    "expires_at": "expires",
    "expire_date": "expires",
    "update": "updated",
    "updated_at": "updated",
    "last_updated": "updated",
    "update_date": "updated",
    "labels": "tags",
    "series_name": "series",
    "replaced_by": "superseded_by",
    "replaces": "supersedes",
}
"""What other programs call a key of ours, where they mean the same."""
_CALLED_ELSEWHERE_IN_TALKS: Mapping[str, str] = {
    "videos": "videourl",
    "recording": "videourl",
    "youtube": "videourl",
    "deck": "slides",
    "presentation": "slides",
    "conference": "event",
    "city": "location",
    "place": "location",
}
"""The same for talks alone; in posts they may be anything."""


def tell_other_names(
    head: FrontMatter, faults: Faults, path: str, *, known: frozenset[str], is_talk: bool = False
) -> None:
    """Tell each key that nobody reads, and that means to other programs what one of ours does."""
    names = {**_CALLED_ELSEWHERE, **(_CALLED_ELSEWHERE_IN_TALKS if is_talk else {})}
    for key in head.values:
        ours = names.get(key)
        if ours and key not in known and ours not in head.values and head.place(key) is not None:
            message = f"the blog does not read '{key}'; did you mean '{ours}'?"
            hint = f"write `{ours}:`, or set `key_aliases: {{{ours}: [{key}]}}` in mkdocs.yml"
            faults.add(Kind.KEY, path, message, place=head.keys.get(key), hint=hint, level=Level.INFO)


def check_keys(head: FrontMatter, faults: Faults, path: str, *, known: frozenset[str], others: Collection[str]) -> None:
    """Warn of each key that nobody knows and that is nearly one that is known and missing."""
    for key in head.values:
        if key in known or key in others or key in _CALLED_ELSEWHERE or head.place(key) is None:
            continue
        if key.rstrip(digits) in known:  # one of several of an author's own: `link1`, `link2`
            continue
        near = next((name for name in _near_keys(key, known) if name not in head.values), None)
        near = near or next((name for name in _NEAR_SHORT_KEYS.get(key, ()) if name not in head.values), None)
        if near:
            message = f"unknown key '{key}'; did you mean '{near}'?"
            is_sure = len(key) > _LONGEST_DOUBTFUL_KEY
            faults.add(Kind.KEY, path, message, place=head.keys.get(key), level=None if is_sure else Level.INFO)


def check_inner_keys(found: Found, fields: Fields, keys: Mapping[str, tuple[str, ...]]) -> None:
    """Warn of each key inside a mapping that is nearly one of those that are known there, and that is missing."""
    known = [name for names in keys.values() for name in names]
    for key in found.value:
        near = next((name for name in known if is_nearly(str(key), name) and name not in found.value), None)
        if near and key not in known:
            message = f"unknown key '{key}'; did you mean '{near}'?"
            fields.faults.add(Kind.KEY, fields.path, message, place=fields.head.keys.get(f"{found.name}.{key}"))


def is_nearly(key: str, name: str) -> bool:
    """Whether a key is another by a slip of the pen."""
    is_short_of_it = len(name) >= _MIN_LENGTH_OF_NEAR_KEY and _lacks_a_letter(key, name)
    return key != name and (_is_near(key, name) or is_short_of_it)


@lru_cache
def _near_keys(key: str, known: frozenset[str]) -> list[str]:
    """Known keys that a key may be by one slip; a letter is left out sooner than another one is written."""
    near = sorted(name for name in known if _is_near(key, name))
    return sorted(near, key=lambda name: not _lacks_a_letter(key, name))


def _lacks_a_letter(key: str, name: str) -> bool:
    return any(key == name[:place] + name[place + 1 :] for place in range(len(name)))


def _is_near(key: str, name: str) -> bool:
    """Whether two keys differ by one slip: a letter too many, missing, wrong or swapped, or in how words are joined."""
    if re.sub(r"[_-]", "", key).casefold() == re.sub(r"[_-]", "", name).casefold():
        return True
    if min(len(key), len(name)) < _MIN_LENGTH_OF_NEAR_KEY or abs(len(key) - len(name)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(key, name, strict=False)) if a != b), min(len(key), len(name)))
    end_of_key, end_of_name = len(key), len(name)
    while end_of_key > start and end_of_name > start and key[end_of_key - 1] == name[end_of_name - 1]:
        end_of_key, end_of_name = end_of_key - 1, end_of_name - 1
    left, right = key[start:end_of_key], name[start:end_of_name]
    return max(len(left), len(right)) <= 1 or (len(left) == len(right) == 2 and left == right[::-1])  # noqa: PLR2004

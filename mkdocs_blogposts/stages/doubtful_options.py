"""Options of the plugin in `mkdocs.yml` that can be used, and probably do not what they are meant for."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from ..faults import Kind, Level
from ..frontmatter.keys import KEYS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from ..faults import Faults
    from ..settings import Settings

_DATE_FORMATS = ("post_date_format", "post_url_date_format", "archive_date_format", "archive_url_date_format")
_LETTERS: Mapping[str, tuple[str, str]] = {
    "Y": ("the year that a week belongs to", "y"),
    "D": ("the day of the year", "d"),
    "m": ("the minute", "M"),
}
"""Letters of Babel's date formats that are taken for others: what they mean, and what was meant."""
_QUOTED = re.compile(r"'[^']*'")

_NEEDED: Mapping[str, str] = {
    "categories_url_format": "slug",
    "tags_url_format": "slug",
    "series_url_format": "slug",
    "events_url_format": "slug",
    "pagination_url_format": "page",
    "archive_url_format": "date",
}
"""What tells the pages of one kind apart, between the braces of an option."""
_NOT_BELOW_ZERO = ("related", "feeds_length")
_ABOVE_ZERO = (
    *("pagination_per_page", "archive_pagination_per_page", "categories_pagination_per_page"),
    *("authors_profiles_pagination_per_page", "post_readtime_words_per_minute"),
)
_BRACED = re.compile(r"\{(\w+)\}")

Doubt = tuple[str, str, str]
"""An option, what is odd about its value, and what to write."""


def tell_doubtful_options(settings: Settings, chosen: Collection[str], config: MkDocsConfig, faults: Faults) -> None:
    """Tell each option of a site whose value was probably meant otherwise."""
    for name, message, hint in _doubts(settings, Path(config.docs_dir)):
        if name in chosen:
            from ..sources.option_places import place_of_option  # noqa: PLC0415  # most sites have none

            path, place = place_of_option(name, config)
            faults.add(Kind.KEY, path, f"{name}: {message}", place=place, hint=hint, level=Level.INFO)


def _doubts(settings: Settings, docs: Path) -> Iterator[Doubt]:
    for name in _DATE_FORMATS:
        yield from _of_date_format(name, getattr(settings, name))
    for name, needed in _NEEDED.items():
        if f"{{{needed}}}" not in (pattern := getattr(settings, name)):
            hint = f"write `{pattern.rstrip('/')}/{{{needed}}}`"
            yield name, f"'{pattern}' has no {{{needed}}}, so all such pages would have the same URL", hint
    for name in (*_NOT_BELOW_ZERO, *_ABOVE_ZERO):
        yield from _of_number(name, getattr(settings, name), least=int(name in _ABOVE_ZERO))
    yield from _of_aliases(settings.key_aliases)
    for name in ("post_permalink", "talks_permalink"):
        for found in _BRACED.finditer(getattr(settings, name) or ""):
            yield name, f"'{found[0]}' stays as it is", f"write `:{_PLACEHOLDERS.get(found[1], found[1])}`"
    if settings.talks_dir.startswith(f"{docs.name}/") and not (docs / settings.talks_dir).exists():
        below = settings.talks_dir.removeprefix(f"{docs.name}/")
        yield "talks_dir", f"'{settings.talks_dir}' counts from `docs_dir`", f"write `talks_dir: {below}`"
    if settings.cache_dir.startswith("~"):
        yield "cache_dir", f"'{settings.cache_dir}' is a folder that is called `~`", "write a path from mkdocs.yml"


_PLACEHOLDERS: Mapping[str, str] = {"slug": "title", "date": "year/:month/:day"}
"""What Jekyll calls what other options have between braces."""


def _of_date_format(name: str, pattern: str) -> Iterator[Doubt]:
    bare = _QUOTED.sub("", pattern)
    wrong = [letter for letter in _LETTERS if letter in bare and "%" not in bare]
    if "m" in wrong and re.search(r"[hHkK]", bare):
        wrong.remove("m")
    if wrong and (set(bare) & set("yYMLdD")) - {"D"}:
        letter = wrong[0]
        meant = pattern
        for each in wrong:
            meant = meant.replace(each, _LETTERS[each][1])
        yield name, f"'{letter}' is {_LETTERS[letter][0]}", f"write `{meant}`"


def _of_number(name: str, value: object, *, least: int) -> Iterator[Doubt]:
    if isinstance(value, bool):
        yield name, f"expected a whole number, got {str(value).lower()}, which counts as {int(value)}", "write a number"
    elif isinstance(value, int) and value < least:
        yield name, f"{value} is too few", f"write `{name}: {least}` or more"


def _of_aliases(aliases: Mapping[str, tuple[str, ...]]) -> Iterator[Doubt]:
    known = {*KEYS, *(name for names in KEYS.values() for name in names)}
    for key in aliases:
        if key not in known:
            near = difflib.get_close_matches(key, sorted(known), n=1)
            hint = f"did you mean '{near[0]}'?" if near else "write the key as the blog has it: `date: [written]`"
            yield "key_aliases", f"there is no key '{key}'", hint

"""Typed getters for the keys of front matter; each adds a fault where a value is not what it should be."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..faults import ContentError, Faults, Kind, Level, Place, plain, shown
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from .keys import PICTURE_KEYS
from .lines import CONTROL
from .plain_words import without_html
from .schemes import NOWHERE, SCHEME, WEB, is_malformed, is_picture, is_safe

if TYPE_CHECKING:
    from datetime import datetime

    from .dates import Clock
    from .parser import FrontMatter

_DASH = late_pattern(r"-\w")
"""How a list begins whose dashes have no space behind them."""

_LINE_ENDS = re.compile(r"[\r\n]+")

_TRUE = ("true", "yes", "on")
FALSE = ("false", "no", "off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value of front matter under the key that it was found by."""

    name: str
    """The key as the file has it: `header.teaser`, `tags[1]`."""
    value: Any
    """As YAML, TOML or JSON has it."""
    text: str
    """The value as its author wrote it: `3.10`."""
    place: Place | None
    """Where it begins in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A name from a list of names."""

    text: str
    """The name, without spaces around it, and with single ones within."""
    written: str = ""
    """The same with all space within, since slugs tell one from another; empty where that is no other name."""
    place: Place | None = None
    """Where it stands; `None` for one that the file does not hold."""


def _as_its_kind(_kind: Kind, _name: str) -> None:
    """No level of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The front matter of one file, read field by field."""

    head: FrontMatter
    faults: Faults
    """Where everything goes that is wrong in a value."""
    path: str
    """The file as messages name it."""
    keys: Mapping[str, tuple[str, ...]]
    """Names of each field; the first that is there wins."""
    values: Mapping[str, Any]
    """The keys and values that are read."""
    prefix: str = ""
    """Name of the mapping that holds `values`, with a dot at its end."""
    level_of: Callable[[Kind, str], Level | None] = _as_its_kind
    """How much a fault of a kind weighs in the value of a key; `None` for as much as its kind does."""

    def within(self, found: Found, keys: Mapping[str, tuple[str, ...]]) -> Fields:
        """The fields of a mapping inside of this one."""
        return replace(self, keys=keys, values=found.value, prefix=f"{found.name}.")

    def find(self, field: str) -> Found | None:
        """The first value there is of a field. Nulls and empty texts count as absent."""
        for key in self.keys[field]:
            if key in self.values or "." in key:  # which of some fifty fields of each post few are
                return next(self.find_all(field), None)
        return None

    def find_all(self, field: str) -> Iterator[Found]:
        """Every value there is of a field, under any of its names."""
        for key in self.keys[field]:
            first, *inner = key.split(".") if "." in key else (key,)
            value: Any = self.values.get(first)
            for part in inner:
                value = value.get(part) if isinstance(value, Mapping) else None
            if value is not None and value != "" and not (isinstance(value, str) and value.isspace()):
                yield self.at(f"{self.prefix}{key}", value)

    def at(self, name: str, value: Any) -> Found:
        """A value with its full name, and with what the head knows of it."""
        text = value if isinstance(value, str) else self.head.texts.get(name, plain(value))
        return Found(name=name, value=value, text=text, place=self.head.place(name))

    def items(self, found: Found) -> Iterator[Found]:
        """What a list holds, lists inside of it included and nulls left out."""
        for number, item in enumerate(found.value):
            one = self.at(f"{found.name}[{number}]", item)
            if isinstance(item, list):
                yield from self.items(one)
            elif item is not None:
                yield one

    def each(self, found: Found) -> Iterator[Found]:
        """What a list holds; a value that is no list, itself."""
        return self.items(found) if isinstance(found.value, list) else iter((found,))

    def take_text(self, field: str) -> str | None:
        """The text of a field; a number, a date or a flag is text as its author wrote it."""
        found = self.find(field)
        return self.text_of(found) if found else None

    def take_text_unless_off(self, field: str) -> str | None:
        """The text of the first key of a field that is not switched off by `false`."""
        found = next((found for found in self.find_all(field) if found.value is not False), None)
        return self.text_of(found) if found else None

    def take_line(self, field: str) -> str | None:
        """The text of a field on a single line."""
        text = self.take_text(field)
        return " ".join(text.split()) if text else None

    def take_plain_line(self, field: str) -> str | None:
        """The same without HTML, as names are shown in places that have no room for it."""
        text = self.take_line(field)
        return without_html(text) if text else None

    def take_title(self) -> str | None:
        """The title on a single line, with all space within it, since slugs tell one from another."""
        text = self.take_text("title")
        return _one_line(text) if text else None

    def take_flag(self, field: str, *, otherwise: str = "") -> bool | None:
        """Whether a field is on; `None` where nothing says so. `otherwise` tells what another value comes to."""
        found = self.find(field)
        if not found:
            return None
        if isinstance(found.value, (bool, int)):
            return bool(found.value)
        if found.text.strip().lower() in (*_TRUE, *FALSE):
            return found.text.strip().lower() in _TRUE
        told = f"expected true or false, got {shown(found.value, found.text)}{otherwise}"
        self.refuse(found, told, hint=f"write `{found.name}: true` or `{found.name}: false`")
        return None

    def take_number(self, field: str) -> int | None:
        """The whole number of a field, not below zero."""
        found = self.find(field)
        if not found:
            return None
        is_flag = isinstance(found.value, bool)
        is_number = isinstance(found.value, (int, str)) and not is_flag
        if is_number and found.text.strip().isdecimal() and len(found.text) < 10:  # noqa: PLR2004
            return int(found.text)
        # To Material's blog, as to Python, a flag is a number.
        self.reject(found, "a whole number", hint=f"write `{found.name}: 5`", level=Level.INFO if is_flag else None)
        return None

    def take_names(self, field: str, *, whole: bool = False) -> tuple[Word, ...]:
        """The names under a field; a string is split at commas, or else at spaces, unless it is to stay `whole`."""
        found = self.find(field)
        if not found:
            return ()
        if isinstance(found.value, list):
            words = [word for item in self.items(found) if (word := self._name(item))]
        elif isinstance(found.value, str):
            if _DASH.match(found.value):
                hint = "write `- python`, with a space behind the dash"
                self.refuse(found, f"{shown(found.value)} is text, not a list", hint=hint, level=Level.INFO)
            words = [_word(text, found.place) for text in _split(found.value, whole=whole)]
        elif whole and not isinstance(found.value, Mapping):
            words = [Word(text=found.text, place=found.place)]
        else:
            example = "python, docs" if isinstance(found.value, Mapping) else json.dumps(found.text, ensure_ascii=False)
            self.reject(found, "a list of names", hint=f"write `{found.name}: [{example}]`")
            words = []
        return unique(words)

    def take_date(self, field: str, clock: Clock) -> datetime | None:
        """The moment that a field names."""
        found = self.find(field)
        return self.date_of(found, clock) if found else None

    def take_url(self, field: str) -> str | None:
        """The address under a field: a path, or a URL that a browser opens and does not run."""
        found = self.find(field)
        return self.url_of(found) if found else None

    def take_picture_url(self, field: str) -> str | None:
        """The address of a picture under a field."""
        found = self.find(field)
        return self.picture_url_of(found) if found else None

    def take_list(self, field: str) -> list[Any] | None:
        """The list under a field, as it is."""
        found = self.find(field)
        if not found:
            return None
        if isinstance(found.value, list):
            return found.value
        self.reject(found, "a list")
        return None

    def text_of(self, found: Found) -> str | None:
        """The text of a value, without space around it."""
        if isinstance(found.value, (list, Mapping)):
            self.reject(found, "text")
            return None
        if control := CONTROL.search(found.text):
            self.refuse(found, f"the control character U+{ord(control[0]):04X} is not allowed here", hint="delete it")
            return None
        return found.text.strip()

    def date_of(self, found: Found, clock: Clock, *, level: Level | None = None) -> datetime | None:
        """The moment that a value names; `level` is how much it weighs that it names none."""
        try:
            return clock.read(found.value)
        except ContentError as error:
            self.refuse(found, error.message, kind=Kind.DATE, hint=error.hint, level=level)
            return None

    def url_of(self, found: Found) -> str | None:
        """The address that a value holds."""
        url = self.text_of(found)
        if url == NOWHERE:
            return None
        if url and not is_safe(url):
            self.refuse(
                found,
                f"{shown(found.value)} is not an address to link to",
                hint="write `https://…` or a path",
                level=Level.WARNING,
            )
            return None
        return url

    def picture_url_of(self, found: Found) -> str | None:
        """The address of a picture that a value holds: also one that is all of the picture itself."""
        if isinstance(found.value, Mapping):
            return self.within(found, PICTURE_KEYS).take_picture_url("src")
        text = found.value if isinstance(found.value, str) else ""
        return text.strip() if is_picture(text.strip()) else self.url_of(found)

    def page_url_of(self, found: Found) -> str | None:
        """The address of a page that a value holds: a path, or a URL of the web."""
        url = self.url_of(found)
        scheme = SCHEME.match(url) if url else None
        if url and (is_malformed(url) or (scheme and scheme[1].lower() not in WEB)):
            self.refuse(
                found,
                f"{shown(url)} is not the address of a page",
                hint="write `https://…` or a path",
                level=Level.WARNING,
            )
            return None
        return url

    def reject(self, found: Found, expected: str, *, hint: str | None = None, level: Level | None = None) -> None:
        """Note that a value is not of the type that its key wants."""
        self.refuse(found, f"expected {expected}, got {shown(found.value, found.text)}", hint=hint, level=level)

    def refuse(
        self,
        found: Found,
        message: str,
        *,
        kind: Kind = Kind.TYPE,
        hint: str | None = None,
        level: Level | None = None,
    ) -> None:
        """Note what is wrong with a value; without a `level`, it weighs what its own builder makes of it."""
        level = self.level_of(kind, found.name) if level is None else level
        self.faults.add(kind, self.path, f"{found.name}: {message}", place=found.place, hint=hint, level=level)

    def _name(self, item: Found) -> Word | None:
        if isinstance(item.value, Mapping):
            self.reject(item, "a name", hint="put a name that holds a colon in quotes")
            return None
        text = self.text_of(item)
        if text == "":
            self.refuse(item, "an empty name is ignored", level=Level.INFO)
        return _word(text, item.place) if text else None


def _one_line(text: str) -> str:
    """A text without line ends; other space stays as written."""
    return " ".join(part for line in _LINE_ENDS.split(text) if (part := line.strip()))


def unique(words: Iterable[Word]) -> tuple[Word, ...]:
    """The words in their order, without those that differ from an earlier one in case only."""
    firsts: dict[str, Word] = {}
    for word in words:
        firsts.setdefault(word.text.casefold(), word)
    return tuple(firsts.values())


def _split(text: str, *, whole: bool) -> list[str]:
    if whole:
        return [text]
    parts = text.split(",") if "," in text else text.split()
    return [part for part in parts if part.strip()]


def _word(text: str, place: Place | None) -> Word:
    name, written = " ".join(text.split()), _one_line(text)
    return Word(text=name, written=written if written != name else "", place=place)

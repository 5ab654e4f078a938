"""From the bytes of a file to its front matter, with the place of every value, and the text below it."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import frontmatter
from frontmatter.default_handlers import BaseHandler

from ..faults import ContentError, Faults, Kind, Place
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass
from .lines import Lines
from .merging import move_items, over_defaults
from .yaml_values import Notes, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .source import Source

_BLANK_LINES = late_pattern(r"(?:[ \t]*\n)+")
_LOOKS_LIKE_KEY = late_pattern(r"\s*[\w\"'-]+[ \t]*[:=]")
_NEARLY_A_MARKER = late_pattern(r"^[ \t]*([-+.\u2013\u2014]{1,6})[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The head of a file, not yet checked, and the text below it."""

    values: dict[str, Any]
    """What the file says, merged with the defaults of its folder."""
    places: Mapping[str, Place]
    """Where each value begins: `date`, `header.teaser`, `tags[1]`."""
    keys: Mapping[str, Place]
    """Where each key itself stands."""
    texts: Mapping[str, str]
    """How the author wrote each value that is not text: `3.10`, where the value is 3.1."""
    exists: bool
    """Whether the file has front matter at all."""
    body: str
    """The text below, without the blank lines before it."""
    body_line: int
    """Line of the file on which `body` begins."""

    def place(self, name: str) -> Place | None:
        """Where a value begins, or else the value that it is part of."""
        while name:
            if name in self.places:
                return self.places[name]
            name = name[: max(name.rfind("."), name.rfind("["), 0)]
        return None


class Language(StrEnum):
    """What front matter may be written in."""

    YAML = "yaml"
    TOML = "toml"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class HeadSpan:
    """Where a head stands in a text: what is between its markers, or all of it where it has none."""

    language: Language
    start: int
    end: int


def span_of_head(text: str) -> HeadSpan | None:
    """Where the head of a text stands; `None` where it has none, or one without an end."""
    blank = _BLANK_LINES.match(text)
    above = blank.end() if blank else 0
    text = text[above:]
    notes = Notes(path="", faults=Faults())
    head = next((head for head in _heads(1, notes) if head.detect(text)), None)
    if head is None:
        return None
    try:
        inner = head.split(text)[0]
    except ContentError:
        return None
    start = above + (0 if head.LANGUAGE is Language.JSON else text.find("\n") + 1)
    return HeadSpan(head.LANGUAGE, start, start + len(inner))


def parse(source: Source, faults: Faults) -> FrontMatter | None:
    """The front matter and the text of a file; `None`, and a fault, where they cannot be read."""
    text = decode(source, faults)
    if text is None:
        return None
    blank = _BLANK_LINES.match(text)
    line = 1 + (blank[0].count("\n") if blank else 0)
    text = text[blank.end() :] if blank else text
    notes = Notes(path=source.path, faults=faults)
    head = next((head for head in _heads(line, notes) if head.detect(text)), None)
    if head is None:
        return _front_matter(source, {}, notes, exists=False, body=text, body_line=line)
    try:
        values, _ = frontmatter.parse(text, handler=head)
    except ContentError as error:
        faults.add(Kind.FRONT_MATTER, source.path, error.message, place=error.place, hint=error.hint)
        return None
    ends_with = text[len(text.rstrip()) :]  # which python-frontmatter takes away, and MkDocs does not
    return _front_matter(source, values, notes, exists=True, body=head.body + ends_with, body_line=head.body_line)


def parse_data(source: Source, faults: Faults) -> FrontMatter | None:
    """The keys and values of a file that is YAML as a whole; `None`, and a fault, where it cannot be read."""
    text = decode(source, faults)
    if text is None:
        return None
    notes = Notes(path=source.path, faults=faults)
    try:
        values = read_yaml(text, Lines(text), notes)
    except ContentError as error:
        faults.add(Kind.FRONT_MATTER, source.path, error.message, place=error.place, hint=error.hint)
        return None
    return _front_matter(source, values, notes, exists=True, body="", body_line=1)


class _Head(BaseHandler):
    """Front matter in one language, between two markers."""

    OPENING = FM_BOUNDARY = re.compile(r"---[ \t]*(?:\n|\Z)")
    CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"
    LANGUAGE = Language.YAML

    def __init__(self, line: int, notes: Notes) -> None:
        super().__init__()
        self.line = line
        self.notes = notes
        self.body = ""
        self.body_line = line

    def detect(self, text: str) -> bool:
        """Whether `text` begins with front matter, and not with a line drawn across the page."""
        opening = self.OPENING.match(text)
        if not opening:
            return False
        return bool(self.CLOSING.search(text, opening.end()) or _LOOKS_LIKE_KEY.match(text, opening.end()))

    def split(self, text: str) -> tuple[str, str]:
        """What stands between the markers, and what stands below them."""
        start = text.find("\n") + 1
        closing = self.CLOSING.search(text, start) if start else None
        if not closing:
            raise ContentError(
                "the front matter that begins here has no end",
                place=Place(self.line),
                hint=self._where_it_may_end(text, start),
            )
        self._begin_body(text, closing.end())
        return text[start : closing.start()], self.body

    def _begin_body(self, text: str, index: int) -> None:
        end = index + 1 if text.startswith("\n", index) else index
        blank = _BLANK_LINES.match(text, end)
        end = blank.end() if blank else end
        self.body = text[end:]
        self.body_line = self.line + text.count("\n", 0, end)

    def _where_it_may_end(self, text: str, start: int) -> str:
        marker = self.END_DELIMITER
        if nearly := _NEARLY_A_MARKER.search(text, start):
            line = self.line + text.count("\n", 0, nearly.start(1))
            return f"line {line} is '{nearly[0].rstrip()}': write `{marker}`"
        return f"put a line `{marker}` between it and the text"


class _YamlHead(_Head):
    """Front matter between lines of `---`, as nearly everyone writes it."""

    def load(self, fm: str) -> dict[str, Any]:
        """The keys and values of the head."""
        return read_yaml(fm, Lines(fm, self.line + 1), self.notes)


class _TomlHead(_Head):
    """Front matter between lines of `+++`, as Hugo and Zola have it."""

    OPENING = FM_BOUNDARY = re.compile(r"\+\+\+[ \t]*(?:\n|\Z)")
    CLOSING = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"
    LANGUAGE = Language.TOML

    def load(self, fm: str) -> dict[str, Any]:
        """The keys and values of the head."""
        import tomllib  # noqa: PLC0415  # most front matter is YAML

        lines = Lines(fm, self.line + 1)
        lines.refuse_control_characters()
        try:
            values = tomllib.loads(fm)
        except tomllib.TOMLDecodeError as error:
            from .syntax import explain_toml  # noqa: PLC0415  # as above

            raise explain_toml(error, lines) from error
        except RecursionError as error:
            raise ContentError("nested too deeply", place=lines.place(0)) from error
        for name, start, end in toml_keys(fm):
            self.notes.keys.setdefault(name, lines.place(start))
            self.notes.places.setdefault(name, lines.place(end))
        return values


class _JsonHead(_Head):
    """Front matter as one JSON object."""

    OPENING = FM_BOUNDARY = re.compile(r"\{\s*\"")
    LANGUAGE = Language.JSON

    def detect(self, text: str) -> bool:
        """Whether `text` begins with a JSON object that has a key, and not with braces of Liquid or kramdown."""
        return bool(self.OPENING.match(text))

    def split(self, text: str) -> tuple[str, str]:
        """The object, and what stands below it."""
        lines = Lines(text, self.line)
        try:
            _, end = json.JSONDecoder().raw_decode(text)
        except json.JSONDecodeError as error:
            raise ContentError(f"JSON: {error.msg[0].lower()}{error.msg[1:]}", place=lines.place(error.pos)) from error
        except (RecursionError, ValueError) as error:
            raise ContentError("JSON that cannot be read", place=lines.place(0)) from error
        self._begin_body(text, end)
        return text[:end], self.body

    def load(self, fm: str) -> dict[str, Any]:
        """The keys and values of the head."""
        # All JSON is YAML, but for tabs and for characters written as a pair of escapes; and YAML knows the places.
        text = _SURROGATES.sub(_join_surrogates, fm.replace("\t", " "))
        return read_yaml(text, Lines(text, self.line), self.notes)


_SURROGATES = late_pattern(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)


def _join_surrogates(match: re.Match[str]) -> str:
    high, low = int(match[1], 16), int(match[2], 16)
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08x}"


def _heads(line: int, notes: Notes) -> Iterator[_Head]:
    yield _YamlHead(line, notes)
    yield _TomlHead(line, notes)
    yield _JsonHead(line, notes)


def decode(source: Source, faults: Faults) -> str | None:
    """The text of a file, without a byte order mark and with one kind of line ends."""
    try:
        text = source.content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = source.content[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        is_utf16 = source.content.startswith((b"\xff\xfe", b"\xfe\xff"))
        faults.add(
            Kind.ENCODING,
            source.path,
            f"not UTF-8: byte 0x{source.content[error.start]:02X} at offset {error.start}",
            place=Place.at(before, len(before)),
            hint="the file is UTF-16; save it as UTF-8" if is_utf16 else "save the file as UTF-8",
        )
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


_TOML_NAME = r"(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')"
_TOML_NAMES = rf"{_TOML_NAME}(?:[ \t]*\.[ \t]*{_TOML_NAME})*"
_TOML_LINE = late_pattern(
    rf"^[ \t]*(?:\[\[?[ \t]*(?P<table>{_TOML_NAMES})[ \t]*\]|(?P<key>{_TOML_NAMES})[ \t]*=[ \t]*)", re.MULTILINE
)


def toml_keys(text: str) -> Iterator[tuple[str, int, int]]:
    """Each key of a TOML document with its tables, where it begins, and where its value does."""
    table = ""
    for match in _TOML_LINE.finditer(text):
        group = "table" if match["table"] else "key"
        name = ".".join(part.strip("\"'") for part in re.findall(_TOML_NAME, match[group]))
        if group == "table":
            table = name
        elif table:
            name = f"{table}.{name}"
        yield name, match.start(group), match.start(group) if group == "table" else match.end()


def _front_matter(
    source: Source, values: Mapping[str, Any], notes: Notes, *, exists: bool, body: str, body_line: int
) -> FrontMatter:
    merged, moved = over_defaults(values, of_folder=source.defaults, of_jekyll=source.jekyll_defaults)
    return FrontMatter(
        values=merged,
        places=move_items(notes.places, moved),
        keys=notes.keys,
        texts=move_items(notes.texts, moved),
        exists=exists,
        body=body,
        body_line=body_line,
    )

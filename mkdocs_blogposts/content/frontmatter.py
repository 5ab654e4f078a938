"""From the bytes of a file to its front matter, with the place of every value, and the text below it."""

from __future__ import annotations

import copy
import json
import re
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler

from .faults import ContentError, Faults, Kind, Place

if TYPE_CHECKING:
    from .models import Source

_T = TypeVar("_T")

_Loader: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_MAX_VALUES = 10_000
_MAX_DEPTH = 40

_BLANK_LINES = re.compile(r"(?:[ \t]*\n)+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LOOKS_LIKE_KEY = re.compile(r"\s*[\w\"'-]+[ \t]*[:=]")
_NEARLY_A_MARKER = re.compile(r"^[ \t]*([-+.\u2013\u2014]{1,6})[ \t]*$", re.MULTILINE)


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
    body_line: int
    """Line of the file on which `body` begins."""

    def place(self, name: str) -> Place | None:
        """Where a value begins, or else the value that it is part of."""
        while name:
            if name in self.places:
                return self.places[name]
            name = name[: max(name.rfind("."), name.rfind("["), 0)]
        return None


def parse(source: Source, faults: Faults) -> FrontMatter | None:
    """The front matter and the text of a file; `None`, and a fault, where they cannot be read."""
    text = _decode(source, faults)
    if text is None:
        return None
    blank = _BLANK_LINES.match(text)
    line = 1 + (blank[0].count("\n") if blank else 0)
    text = text[blank.end() :] if blank else text
    notes = _Notes(path=source.path, faults=faults)
    head = next((head for head in _heads(line, notes) if head.detect(text)), None)
    if head is None:
        return _front_matter(source, {}, notes, exists=False, body=text, body_line=line)
    try:
        values, _ = frontmatter.parse(text, handler=head)
    except ContentError as error:
        faults.add(Kind.FRONT_MATTER, source.path, error.message, place=error.place, hint=error.hint)
        return None
    return _front_matter(source, values, notes, exists=True, body=head.body, body_line=head.body_line)


def parse_data(source: Source, faults: Faults) -> FrontMatter | None:
    """The keys and values of a file that is YAML as a whole; `None`, and a fault, where it cannot be read."""
    text = _decode(source, faults)
    if text is None:
        return None
    notes = _Notes(path=source.path, faults=faults)
    try:
        values = _read_yaml(text, Lines(text), notes)
    except ContentError as error:
        faults.add(Kind.FRONT_MATTER, source.path, error.message, place=error.place, hint=error.hint)
        return None
    return _front_matter(source, values, notes, exists=True, body="", body_line=1)


class Lines:
    """Knows the place of each character of a text that is part of a file."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self._text = text
        self._first_line = first_line
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, index: int) -> Place:
        """The place of the character at `index`, or of the last one where `index` is behind the text."""
        index = min(index, len(self._text.rstrip()))
        row = bisect_right(self._starts, index) - 1
        return Place(self._first_line + row, index - self._starts[row] + 1)

    def line_at(self, index: int) -> str:
        """The whole line around `index`."""
        row = bisect_right(self._starts, min(index, len(self._text.rstrip()))) - 1
        return self._text[self._starts[row] :].split("\n", 1)[0]


@dataclass(slots=True, kw_only=True)
class _Notes:
    """What is learnt about a head while it is read."""

    path: str
    faults: Faults
    places: dict[str, Place] = field(default_factory=dict)
    keys: dict[str, Place] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


class _Head(BaseHandler):
    """Front matter in one language, between two markers."""

    OPENING = FM_BOUNDARY = re.compile(r"---[ \t]*(?:\n|\Z)")
    CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def __init__(self, line: int, notes: _Notes) -> None:
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
        return _read_yaml(fm, Lines(fm, self.line + 1), self.notes)


class _TomlHead(_Head):
    """Front matter between lines of `+++`, as Hugo and Zola have it."""

    OPENING = FM_BOUNDARY = re.compile(r"\+\+\+[ \t]*(?:\n|\Z)")
    CLOSING = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "+++"

    def load(self, fm: str) -> dict[str, Any]:
        """The keys and values of the head."""
        lines = Lines(fm, self.line + 1)
        _refuse_control_characters(fm, lines)
        try:
            values = tomllib.loads(fm)
        except tomllib.TOMLDecodeError as error:
            raise _explain_toml(error, lines) from error
        except RecursionError as error:
            raise ContentError("front matter is nested too deeply", place=lines.place(0)) from error
        for name, start, end in _toml_keys(fm):
            self.notes.keys.setdefault(name, lines.place(start))
            self.notes.places.setdefault(name, lines.place(end))
        return values


class _JsonHead(_Head):
    """Front matter as one JSON object."""

    OPENING = FM_BOUNDARY = re.compile(r"\{\s*\"")

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
        return _read_yaml(text, Lines(text, self.line), self.notes)


_SURROGATES = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)


def _join_surrogates(match: re.Match[str]) -> str:
    high, low = int(match[1], 16), int(match[2], 16)
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08x}"


def _heads(line: int, notes: _Notes) -> Iterator[_Head]:
    yield _YamlHead(line, notes)
    yield _TomlHead(line, notes)
    yield _JsonHead(line, notes)


def _decode(source: Source, faults: Faults) -> str | None:
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
            place=Place(before.count("\n") + 1, len(before) - before.rfind("\n")),
            hint="the file is UTF-16; save it as UTF-8" if is_utf16 else "save the file as UTF-8",
        )
        return None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _refuse_control_characters(text: str, lines: Lines) -> None:
    if found := _CONTROL.search(text):
        raise ContentError(
            f"the control character U+{ord(found[0]):04X} is not allowed here",
            place=lines.place(found.start()),
            hint="delete it",
        )


# YAML


def _read_yaml(text: str, lines: Lines, notes: _Notes) -> dict[str, Any]:
    _refuse_control_characters(text, lines)
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _explain_yaml(error, text, lines) from error
    except RecursionError as error:
        raise ContentError("nested too deeply", place=lines.place(0)) from error
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        found = "a list" if isinstance(node, yaml.SequenceNode) else "text"
        raise ContentError(
            f"expected keys and values, got {found}",
            place=lines.place(node.start_mark.index),
            hint="write `title: …` and `date: …` between the two lines of `---`",
        )
    return _YamlReader(lines, notes).read(node)


class _YamlReader:
    """Makes values of YAML nodes one by one, so that one bad value does not hide the others."""

    def __init__(self, lines: Lines, notes: _Notes) -> None:
        self._lines = lines
        self._notes = notes
        self._scalars = yaml.constructor.SafeConstructor()
        self._count = 0

    def read(self, node: yaml.MappingNode) -> dict[str, Any]:
        """All keys and values of a document."""
        return self._mapping(node, "", 0)

    def _value(self, node: yaml.Node, name: str, depth: int) -> Any:
        self._count += 1
        if self._count > _MAX_VALUES or depth > _MAX_DEPTH:
            raise ContentError(
                f"{name.split('.', maxsplit=1)[0].split('[', maxsplit=1)[0]}: unfolds to too many values",
                place=self._lines.place(node.start_mark.index),
                hint="do without `&` and `*`",
            )
        if isinstance(node, yaml.MappingNode) and node.tag == "tag:yaml.org,2002:map":
            return self._mapping(node, name, depth)
        if isinstance(node, yaml.SequenceNode) and node.tag == "tag:yaml.org,2002:seq":
            return self._sequence(node, name, depth)
        if isinstance(node, yaml.ScalarNode) and node.tag in _SCALAR_TAGS:
            return self._scalar(node, name)
        raise ContentError(
            f"{name}: the tag {node.tag.replace('tag:yaml.org,2002:', '!!')} means nothing here",
            place=self._lines.place(node.start_mark.index),
            hint="put a value that begins with `!` in quotes",
        )

    def _mapping(self, node: yaml.MappingNode, name: str, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        own: dict[str, Place] = {}
        for key_node, value_node in node.value:
            key_place = self._lines.place(key_node.start_mark.index)
            if not isinstance(key_node, yaml.ScalarNode):
                raise ContentError(
                    f"{name or 'front matter'}: expected a key, got braces or brackets",
                    place=key_place,
                    hint="put a value that begins with `{` or `[` in quotes",
                )
            if key_node.tag == _MERGE:
                values = {**self._merged(value_node, name, depth), **values}
                continue
            key = key_node.value
            full = f"{name}.{key}" if name else key
            if key in own:
                self._notes.faults.add(
                    Kind.DUPLICATE_KEY,
                    self._notes.path,
                    f"duplicate key '{full}', first on line {own[key].line}",
                    place=key_place,
                    hint="keep one of the two",
                )
            own[key] = key_place
            is_empty = isinstance(value_node, yaml.ScalarNode) and not value_node.value
            place = key_place if is_empty else self._lines.place(value_node.start_mark.index)
            self._notes.keys[full] = key_place
            self._notes.places[full] = place
            try:
                values[key] = self._value(value_node, full, depth + 1)
            except ContentError as error:
                if name or self._count > _MAX_VALUES:
                    raise
                self._notes.faults.add(
                    Kind.FRONT_MATTER, self._notes.path, error.message, place=error.place, hint=error.hint
                )
        return values

    def _merged(self, node: yaml.Node, name: str, depth: int) -> dict[str, Any]:
        """What `<<: *defaults` brings in; of several mappings the first one wins."""
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        values: dict[str, Any] = {}
        for one in nodes:
            if not isinstance(one, yaml.MappingNode):
                raise ContentError(
                    f"{name}.<<: expected keys and values" if name else "<<: expected keys and values",
                    place=self._lines.place(one.start_mark.index),
                )
            values = {**self._value(one, name, depth + 1), **values}
        return values

    def _sequence(self, node: yaml.SequenceNode, name: str, depth: int) -> list[Any]:
        values = []
        for number, item in enumerate(node.value):
            full = f"{name}[{number}]"
            self._notes.places[full] = self._lines.place(item.start_mark.index)
            values.append(self._value(item, full, depth + 1))
        return values

    def _scalar(self, node: yaml.ScalarNode, name: str) -> Any:
        if node.tag in _TEXT_TAGS:
            return node.value
        try:
            value = self._scalars.construct_object(node)
        except (ValueError, LookupError, AttributeError, OverflowError):
            # An impossible date, or a tag that its value does not fit: the getter of the key tells what it expects.
            return node.value
        if value is not None:
            self._notes.texts[name] = node.value
        return value


_MERGE = "tag:yaml.org,2002:merge"
_TEXT_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:value", _MERGE}
_SCALAR_TAGS = _TEXT_TAGS | {f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float", "timestamp")}


# What parsers say, in plain words

_KEY_AND_VALUE = re.compile(r"(?P<before>\s*(?:- +)?)(?P<key>[^\s:#][^:]*):[ \t]+(?P<value>\S.*?)\s*")
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Problem:
    """What PyYAML has met, and where."""

    text: str
    """The head."""
    lines: Lines
    index: int
    """Where it could not go on."""
    start: int
    """Where that began which it was reading."""
    problem: str

    def at(self, index: int) -> str:
        """The character at `index`."""
        return self.text[index : index + 1]


def _explain_yaml(error: yaml.MarkedYAMLError, text: str, lines: Lines) -> ContentError:
    mark = error.problem_mark or error.context_mark
    index = mark.index if mark else 0
    start = error.context_mark.index if error.context_mark else index
    problem = _Problem(text=text, lines=lines, index=index, start=start, problem=str(error.problem))
    if problem.at(index) == "\t":
        return _explain_tab(problem)
    return next(explain(problem) for said, explain in _EXPLANATIONS if said in problem.problem)


def _explain_tab(problem: _Problem) -> ContentError:
    return ContentError(
        "a tab where YAML wants spaces", place=problem.lines.place(problem.index), hint="indent with spaces"
    )


def _explain_colon(problem: _Problem) -> ContentError:
    """Why a colon is one too many: in a value, below a value, or below a line that has none."""
    line, place = problem.lines.line_at(problem.index), problem.lines.place(problem.index)
    if (pair := _KEY_AND_VALUE.fullmatch(line)) and place.column - 1 > pair.end("key"):
        return ContentError("an unquoted value holds a colon", place=place, hint=_quoted(line))
    if line[:1].isspace():
        return ContentError(
            "this key is indented, but the key above has a value already",
            place=place,
            hint="begin it in the column of the other keys",
        )
    return _no_key(problem.index - place.column, problem.lines)


def _explain_missing_colon(problem: _Problem) -> ContentError:
    return _no_key(problem.start, problem.lines)


def _no_key(index: int, lines: Lines) -> ContentError:
    line = lines.line_at(index).strip()
    key, colon, value = line.partition(":")
    hint = f"write `{key}: {value}`" if colon and value.strip() else "write `key: value`"
    return ContentError(f"'{line}' is not a key with a value", place=Place(lines.place(index).line), hint=hint)


def _explain_beginning(problem: _Problem) -> ContentError:
    return ContentError(
        f"an unquoted value cannot begin with '{problem.at(problem.start)}'",
        place=problem.lines.place(problem.start),
        hint=_quoted(problem.lines.line_at(problem.start)) or "put it in quotes",
    )


def _explain_open_quote(problem: _Problem) -> ContentError:
    return ContentError(
        "the quote that begins here is never closed",
        place=problem.lines.place(problem.start),
        hint=_quoted(problem.lines.line_at(problem.start)) or "close it on the same line",
    )


def _explain_open_bracket(problem: _Problem) -> ContentError:
    bracket = problem.at(problem.start)
    return ContentError(
        f"the '{bracket}' that begins here is never closed",
        place=problem.lines.place(problem.start),
        hint=f"close it with `{']' if bracket == '[' else '}'}`",
    )


def _explain_leftover(problem: _Problem) -> ContentError:
    """Why a key was expected: the value has ended too early, or the line is out of line."""
    line, place = problem.lines.line_at(problem.index), problem.lines.place(problem.index)
    pair = _KEY_AND_VALUE.fullmatch(line)
    if pair and place.column - 1 > pair.start("value"):
        closing = {"'": "quote", '"': "quote", "[": "bracket", "{": "brace"}.get(pair["value"][0], "value")
        return ContentError(f"text goes on after the closing {closing}", place=place, hint=_quoted(line))
    return ContentError("not in line with the keys above", place=place, hint="begin all keys in the same column")


def _explain_rest(problem: _Problem) -> ContentError:
    return ContentError(
        f"not YAML: {problem.problem}",
        place=problem.lines.place(problem.index),
        hint=_quoted(problem.lines.line_at(problem.index)),
    )


_EXPLANATIONS: tuple[tuple[str, Callable[[_Problem], ContentError]], ...] = (
    ("mapping values are not allowed", _explain_colon),
    ("tab character", _explain_tab),
    ("cannot start any token", _explain_beginning),
    ("alphabetic or numeric", _explain_beginning),
    ("comment or line break", _explain_beginning),
    ("undefined alias", _explain_beginning),
    ("unexpected end of stream", _explain_open_quote),
    ("unexpected document", _explain_open_quote),
    ("',' or", _explain_open_bracket),
    ("expected ':'", _explain_missing_colon),
    ("expected key", _explain_leftover),
    ("block end", _explain_leftover),
    ("document start", _explain_leftover),
    ("", _explain_rest),
)
"""What PyYAML says, with libyaml and without, and who explains it."""


def _quoted(line: str) -> str | None:
    """How to write a line so that YAML takes its value for text."""
    pair = _KEY_AND_VALUE.fullmatch(line)
    if not pair:
        return None
    value = pair["value"]
    quote = value[0] if value[0] in "'\"" else ""
    if quote and len(value) > 1 and value.endswith(quote):
        value = value[1:-1]
    elif quote and value.count(quote) == 1:
        value = value[1:]
    quoted = f'"{value}"' if '"' not in value and "\\" not in value else "'" + value.replace("'", "''") + "'"
    return f"write `{pair['key']}: {quoted}`"


def _explain_toml(error: tomllib.TOMLDecodeError, lines: Lines) -> ContentError:
    message = str(error)
    found = _TOML_PLACE.search(message)
    first = lines.place(0)
    place = Place(first.line + int(found[1]) - 1, int(found[2])) if found and found[1] else first
    message = message[: found.start()] if found else message
    return ContentError(f"not TOML: {message[0].lower()}{message[1:]}", place=place)


_TOML_NAME = r"(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')"
_TOML_NAMES = rf"{_TOML_NAME}(?:[ \t]*\.[ \t]*{_TOML_NAME})*"
_TOML_LINE = re.compile(
    rf"^[ \t]*(?:\[\[?[ \t]*(?P<table>{_TOML_NAMES})[ \t]*\]|(?P<key>{_TOML_NAMES})[ \t]*=[ \t]*)", re.MULTILINE
)


def _toml_keys(text: str) -> Iterator[tuple[str, int, int]]:
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


# Defaults of the folder


def _front_matter(
    source: Source, values: Mapping[str, Any], notes: _Notes, *, exists: bool, body: str, body_line: int
) -> FrontMatter:
    moved: dict[str, int] = {}
    merged = _merge(source.defaults, values, "", moved)
    return FrontMatter(
        values=merged,
        places=_move_items(notes.places, moved),
        keys=notes.keys,
        texts=_move_items(notes.texts, moved),
        exists=exists,
        body=body,
        body_line=body_line,
    )


def _merge(defaults: Mapping[str, Any], values: Mapping[str, Any], name: str, moved: dict[str, int]) -> dict[str, Any]:
    """The file's own values over the folder's; lists of both are joined, as Material's `meta` plugin does."""
    merged = copy.deepcopy(dict(defaults))
    for key, value in values.items():
        full = f"{name}.{key}" if name else key
        default = merged.get(key)
        if isinstance(default, list) and isinstance(value, list):
            moved[full] = len(default)
            merged[key] = default + value
        elif isinstance(default, Mapping) and isinstance(value, Mapping):
            merged[key] = _merge(default, value, full, moved)
        else:
            merged[key] = value
    return merged


def _move_items(named: Mapping[str, _T], moved: Mapping[str, int]) -> Mapping[str, _T]:
    """The same names, with the numbers that items have once the items of the defaults stand before them."""
    if not moved:
        return named
    return {_moved_name(name, moved): value for name, value in named.items()}


def _moved_name(name: str, moved: Mapping[str, int]) -> str:
    for start, by in moved.items():
        if item := re.match(rf"{re.escape(start)}\[(\d+)\]", name):
            return f"{start}[{int(item[1]) + by}]{name[item.end() :]}"
    return name

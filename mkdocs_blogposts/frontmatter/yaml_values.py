"""YAML, value by value: each with its place, and one that is bad never hides the others."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any

import yaml

from ..faults import ContentError, Faults, Kind, Level, Place, shown
from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass, field
from .lines import CONTROL

if TYPE_CHECKING:
    from .lines import Lines

_Loader: type[yaml.CSafeLoader | yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_COMMENT = late_pattern(r":[ \t]+(#\w.*?)[ \t]*$")
"""What was meant for a value, and is none."""

_JOINED = late_pattern(r"([^\W\d][\w-]*):(?!//)(\S[^\n]{0,99})(?:\n|\Z)")
"""A key and its value without a space between them, by which they are text."""

_MAX_VALUES = 10_000
_MAX_DATA = 200_000
"""Values of a file that is data as a whole."""
_MAX_DEPTH = 40
_SAFE_DEPTH = 100
_NESTING_SIGNS = "[{-:?"
"""Each level of a text needs one of these."""

_MERGE = "tag:yaml.org,2002:merge"
_TEXT_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:value", _MERGE}
_BINARY_TAGS = {"tag:yaml.org,2002:binary", "!binary"}
_SCALAR_TAGS = _TEXT_TAGS | {f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float", "timestamp")}
_TAGS = _SCALAR_TAGS | {"tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"}


@dataclass(slots=True, kw_only=True)
class Notes:
    """What is learnt about a head while it is read."""

    path: str
    faults: Faults
    places: dict[str, Place] = field(default_factory=dict)
    """Where each value begins."""
    keys: dict[str, Place] = field(default_factory=dict)
    """Where each key stands."""
    texts: dict[str, str] = field(default_factory=dict)
    """How each value that is not text is written."""


def read_yaml(text: str, lines: Lines, notes: Notes) -> dict[str, Any]:
    """The keys and values of a YAML text; a `ContentError` where it is none."""
    node = _composed(text, lines)
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        found = "a list" if isinstance(node, yaml.SequenceNode) else "text"
        joined = _JOINED.match(text[node.start_mark.index :])
        raise ContentError(
            f"expected keys and values, got {found}",
            place=lines.place(node.start_mark.index),
            hint=f"write `{joined[1]}: {joined[2]}`, with a space behind the colon"
            if joined
            else "write `title: …` and `date: …` between the two lines of `---`",
        )
    return _YamlReader(lines, notes).read(node)


def read_yaml_data(text: str, lines: Lines, notes: Notes) -> Any:
    """The value of a YAML text, whatever it is; a `ContentError` where it is none."""
    node = _composed(text, lines)
    return None if node is None else _YamlReader(lines, notes, _MAX_DATA).read_any(node)


def _composed(text: str, lines: Lines) -> yaml.Node | None:
    lines.refuse_control_characters()
    try:
        _refuse_depth(text, lines)
        return _node(text)
    except yaml.MarkedYAMLError as error:
        if "nesting" in str(error.problem):  # the newer libyaml counts as well, and sees brackets before we do
            raise _too_deep(lines) from error
        from .syntax import explain_yaml  # noqa: PLC0415  # most front matter is right

        raise explain_yaml(error, text, lines) from error


def _node(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.composer.ComposerError as error:
        if "duplicate anchor" not in str(error.context):
            raise
    return yaml.compose(text, Loader=_LastAnchors)


class _LastAnchors(yaml.SafeLoader):
    """Lets a name be given to several values, the last of which it is, as YAML 1.2 and Ruby do."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """The next value."""
        if not self.check_event(yaml.AliasEvent):
            self.anchors.pop(self.peek_event().anchor, None)  # type: ignore[no-untyped-call]  # it has no types
        return super().compose_node(parent, index)


def _refuse_depth(text: str, lines: Lines) -> None:
    """Raise for what is nested so deeply that the composer, which knows no limit, would take the process with it."""
    if sum(text.count(sign) for sign in _NESTING_SIGNS) <= _SAFE_DEPTH:
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _SAFE_DEPTH:
            raise _too_deep(lines)


def _too_deep(lines: Lines) -> ContentError:
    return ContentError("nested too deeply", place=lines.place(0))


class _YamlReader:
    """Makes values of YAML nodes one by one, so that one bad value does not hide the others."""

    def __init__(self, lines: Lines, notes: Notes, most: int = _MAX_VALUES) -> None:
        self._lines = lines
        self._notes = notes
        self._most = most
        self._scalars = yaml.constructor.SafeConstructor()
        self._count = 0

    def read(self, node: yaml.MappingNode) -> dict[str, Any]:
        """All keys and values of a document."""
        return self._mapping(node, "", 0)

    def read_any(self, node: yaml.Node) -> Any:
        """The value of a document."""
        return self._value(node, "", 0)

    def _value(self, node: yaml.Node, name: str, depth: int) -> Any:
        self._count += 1
        if self._count > self._most or depth > _MAX_DEPTH:
            raise ContentError(
                f"{name.split('.', maxsplit=1)[0].split('[', maxsplit=1)[0]}: unfolds to too many values",
                place=self._lines.place(node.start_mark.index),
                hint="do without `&` and `*`",
            )
        if isinstance(node, yaml.ScalarNode) and node.tag in _BINARY_TAGS:
            return _text_of_bytes(node.value)
        if node.tag not in _TAGS:
            self._tell_tag(node, name)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, name, depth)
        if isinstance(node, yaml.SequenceNode):
            return self._sequence(node, name, depth)
        return self._scalar(node, name) if isinstance(node, yaml.ScalarNode) else None

    def _tell_tag(self, node: yaml.Node, name: str) -> None:
        """Tell a tag that only the program knows that wrote it; Jekyll, too, reads what stands behind it."""
        self._notes.faults.add(
            Kind.FRONT_MATTER,
            self._notes.path,
            f"{name}: the tag {node.tag.replace('tag:yaml.org,2002:', '!!')} means nothing here",
            place=self._lines.place(node.start_mark.index),
            hint="put a value that begins with `!` in quotes",
            level=Level.WARNING,
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
            if is_empty and (comment := _COMMENT.search(self._lines.line_at(key_node.end_mark.index))):
                message = f"{full}: {shown(comment[1])} is a comment in YAML, so nothing is there"
                names = " ".join(comment[1].split("#")).replace(",", " ").split()
                hint = f"write `{key}: [{', '.join(names)}]`, or put it in quotes"
                self._notes.faults.add(
                    Kind.KEY, self._notes.path, message, place=key_place, hint=hint, level=Level.INFO
                )
            self._notes.keys[full] = key_place
            self._notes.places[full] = place
            try:
                values[key] = self._value(value_node, full, depth + 1)
            except ContentError as error:
                if name or self._count > self._most:
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
        if node.tag in _TEXT_TAGS or node.tag not in _SCALAR_TAGS:
            return _of_single_bytes(node.value) if node.style == '"' and CONTROL.search(node.value) else node.value
        try:
            value = self._scalars.construct_object(node)
        except (ValueError, LookupError, AttributeError, OverflowError):
            # An impossible date, or a tag that its value does not fit: the getter of the key tells what it expects.
            return node.value
        if value is not None:
            self._notes.texts[name] = node.value
        return value


def _of_single_bytes(value: str) -> str:
    r"""A text that an old Ruby wrote byte by byte, `\xE2\x80\x99` for an apostrophe; any other as it is."""
    try:
        return value.encode("latin-1").decode()
    except UnicodeError:
        return value


def _text_of_bytes(value: str) -> str:
    """What `!!binary` stands for, which is text in all that people write; the value itself where it is no Base64."""
    try:
        return base64.b64decode("".join(value.split()), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return value

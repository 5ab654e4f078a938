"""The values of front matter where they stand in a file, and how another would be written there."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING

import yaml

from ..frontmatter.parser import HeadSpan, Language, toml_keys
from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = "tag:yaml.org,2002:str"
_TOML_TOKEN = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|#[^\n]*|[\[\]]|[,\s]+|[^\s,\[\]#\"']+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A single value of front matter: a text, or what is written like one."""

    name: str
    """Its key, and its place in a list: `tags[1]`."""
    value: str
    """As whoever reads it has it."""
    start: int
    end: int
    quote: str
    """The sign before and behind it; empty where there is none."""
    language: Language
    is_text: bool = True
    """Whether it is text for whoever reads it, and no number or date."""

    @property
    def key(self) -> str:
        """The key that it stands under: `tags`."""
        return self.name.partition("[")[0]

    @property
    def is_item(self) -> bool:
        """Whether it stands in a list."""
        return self.name.endswith("]")

    def written(self, value: str) -> str:
        """How another text is written in its place, in the same quotes where it has some."""
        if self.quote == "'" and not {*value} & {"'", "\n"}:
            return f"'{value}'"
        if self.quote == "'" and self.language is Language.YAML:
            return "'" + value.replace("'", "''") + "'"
        is_bare = not self.quote and self.language is Language.YAML and _is_plain(value)
        return value if is_bare else json.dumps(value, ensure_ascii=False)


def scalars_of(text: str, span: HeadSpan) -> list[Scalar]:
    """The single values of a head that can be read, those aside that are written over several lines."""
    head = text[span.start : span.end]
    found = _of_toml(head) if span.language is Language.TOML else _of_yaml(head, span.language)
    by = span.start
    return [replace(scalar, start=scalar.start + by, end=scalar.end + by) for scalar in found]


def _of_yaml(head: str, language: Language) -> Iterator[Scalar]:
    try:
        root = yaml.compose(head.replace("\t", " ") if language is Language.JSON else head, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return
    if root is not None:
        yield from _below(root, "", language, depth=0)


def _below(node: yaml.Node, name: str, language: Language, depth: int) -> Iterator[Scalar]:
    if depth > 5:  # noqa: PLR2004  # deeper than any key that is known, and an end to what refers to itself
        return
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield from _below(value, f"{name}.{key.value}" if name else key.value, language, depth + 1)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _below(item, f"{name}[{number}]", language, depth + 1)
    elif isinstance(node, yaml.ScalarNode) and node.style in (None, "'", '"'):
        start, end = node.start_mark.index, node.end_mark.index
        if node.start_mark.line == node.end_mark.line and start < end:
            yield Scalar(
                name=name,
                value=node.value,
                start=start,
                end=end,
                quote=node.style or "",
                language=language,
                is_text=node.tag == _TEXT,
            )


def _of_toml(head: str) -> Iterator[Scalar]:
    for name, _, start in toml_keys(head):
        depth = number = 0
        for token in _TOML_TOKEN.finditer(head, start):
            if token[0] == "[":
                depth += 1
            elif token[0] == "]":
                depth -= 1
            elif token[0][0] in "\"'" and not head.startswith(token[0][0], token.end()):
                item = f"{name}[{number}]" if depth else name
                number += 1
                value = tomllib.loads(f"x = {token[0]}")["x"]
                yield Scalar(
                    name=item,
                    value=value,
                    start=token.start(),
                    end=token.end(),
                    quote=token[0][0],
                    language=Language.TOML,
                )
            elif token[0][0] not in "# \t\n,":
                break
            if depth <= 0 and not token[0].isspace():
                break


def _is_plain(value: str) -> bool:
    """Whether a text is the same text to YAML without quotes, in a list as in braces."""
    if value != value.strip() or not value:
        return False
    try:
        nodes = [yaml.compose(text, Loader=yaml.SafeLoader) for text in (f"- {value}\n", f"[{value}]")]
    except yaml.YAMLError:
        return False
    items = [node.value for node in nodes if isinstance(node, yaml.SequenceNode)]
    return all(
        len(each) == 1
        and isinstance(each[0], yaml.ScalarNode)
        and each[0].style is None
        and (each[0].tag, each[0].value) == (_TEXT, value)
        for each in items
    )

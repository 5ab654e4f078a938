"""Attributes that a text gives to its blocks and spans: `{: .class #id key="value" name}`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_PART = re.compile(
    r"(?:^|(?<=\s))(?:"
    r'(?P<key>\w[\w-]*)=(?:"(?P<double>(?:\\.|[^"\\])*)"|\'(?P<single>(?:\\.|[^\'\\])*)\')'
    r"|(?P<name>\w[\w-]*)"
    r"|(?P<marks>[#.][^\s#.]+(?:[#.][^\s#.]+)*)"
    r")(?=\s|$)"
)
_MARK = re.compile(r"([#.])([^\s#.]+)")
_ESCAPED = re.compile(r"\\([}\"'])")
_CLASS_IN_TAG = re.compile(r"\sclass=([\"'])", re.IGNORECASE)
_TAG_NAME = re.compile(r"\s*<[A-Za-z][\w:-]*")
_MOST_NAMED = 100
"""How many named lists may be found by way of each other."""


@dataclass(slots=True)
class Attributes:
    """One list of attributes."""

    values: dict[str, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    """Lists that are defined elsewhere in the text, and words with a meaning of their own, as `toc`."""

    def add(self, text: str) -> None:
        """Take in what stands between the braces."""
        for part in _PART.finditer(text):
            if part["key"]:
                value = part["double"] if part["double"] is not None else part["single"]
                self._set(part["key"], _ESCAPED.sub(r"\1", value))
            elif part["name"]:
                self.names.append(part["name"])
            else:
                for mark, value in _MARK.findall(part["marks"]):
                    self._set("id" if mark == "#" else "class", value)

    def _set(self, key: str, value: str) -> None:
        before = self.values.get(key)
        self.values[key] = f"{before} {value}" if key == "class" and before else value

    def resolved(self, named: Mapping[str, Attributes]) -> dict[str, str]:
        """The attributes with those of the lists that they name; each list adds its own once."""
        resolved = Attributes()
        self._resolve_into(resolved, named, set())
        return resolved.values

    def _resolve_into(self, resolved: Attributes, named: Mapping[str, Attributes], seen: set[str]) -> None:
        for name in self.names:
            if name in named and name not in seen and len(seen) < _MOST_NAMED:
                seen.add(name)
                named[name]._resolve_into(resolved, named, seen)  # noqa: SLF001  # one of its kind
        for key, value in self.values.items():
            resolved._set(key, value)


def set_attributes(element: Element, values: Mapping[str, str]) -> None:
    """Give attributes to an element; its classes stay beside new ones."""
    for key, value in values.items():
        before = element.get("class") if key == "class" else None
        element.set(key, f"{before} {value}" if before else value)


def with_attributes(html: str, values: Mapping[str, str]) -> str:
    """HTML with attributes given to its first tag."""
    name = _TAG_NAME.match(html)
    if name is None:
        return html
    values = dict(values)
    tag, rest = html[: name.end()], html[name.end() :]
    first, end, others = rest.partition(">")
    if "class" in values and (found := _CLASS_IN_TAG.search(first)):
        added = f"{escape(values.pop('class'))} "
        first = first[: found.end()] + added + first[found.end() :]
    new = "".join(f' {key}="{escape(value)}"' for key, value in values.items())
    return f"{tag}{new}{first}{end}{others}"

"""What stands in a tag of a plugin: words and names with values, in all the ways in which plugins write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ...light_dataclasses import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..filters.site_context import Context

_WORD = re.compile(
    r"""(?:--(?P<option>[\w-]+)\s+(?!--)|(?P<name>[\w-]+)\s*[:=](?!//)\s*)?"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"',]+))"""
)
_VARIABLE = re.compile(r"(?:page|site|include|forloop|post)(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class TagWords:
    """What stands in a tag behind its name."""

    text: str
    """All of it."""
    listed: tuple[Any, ...] = ()
    """Words without a name."""
    named: Mapping[str, Any] = field(default_factory=dict)
    """`caption:"A boat"`, `width=300`."""

    @classmethod
    def of(cls, text: str, context: Context) -> TagWords:
        """The words of a tag; one that names a value is that value."""
        listed: list[Any] = []
        named: dict[str, Any] = {}
        for found in _WORD.finditer(text):
            quoted = found["double"] if found["double"] is not None else found["single"]
            value = _value(found["bare"], context) if quoted is None else quoted
            if name := found["option"] or found["name"]:
                named[name] = value
            else:
                listed.append(value)
        return cls(text, tuple(listed), named)


def _value(word: str, context: Context) -> Any:
    return context.get([*word.split(".")], token=None) if _VARIABLE.fullmatch(word) else word

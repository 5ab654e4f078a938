"""Front matter made safe for templates that print it as it is."""

from __future__ import annotations

from typing import Any

from markupsafe import escape


def escaped(value: Any) -> Any:
    """A value of YAML with every text in it escaped, once."""
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, list):
        return [escaped(item) for item in value]
    if isinstance(value, dict):
        return {key: escaped(item) for key, item in value.items()}
    return value

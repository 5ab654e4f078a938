"""Front matter made safe for templates that print it as it is."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import escape

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no way to write."""


def escaped(value: Any) -> Any:
    """A value of YAML with every text in it escaped, once."""
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, list):
        return [escaped(item) for item in value]
    if isinstance(value, dict):
        return {key: escaped(item) for key, item in value.items()}
    return value

"""The plugins that a Jekyll site asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def plugins_of(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Those that `_config.yml` names, under the key of today and the one of old."""
    found = [values.get(key) for key in ("plugins", "gems")]
    lists = ([each] if isinstance(each, str) else each for each in found if isinstance(each, (str, list)))
    return tuple(dict.fromkeys(str(item) for items in lists for item in items))

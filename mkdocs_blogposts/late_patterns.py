"""Patterns that are compiled when something is first looked for: most of ours are for what hardly any site has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    from re import Pattern


def late_pattern(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """What `re.compile` gives, to all who call its methods."""
    return cast("Pattern[AnyStr]", _LatePattern(pattern, flags))


class _LatePattern:
    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._given_flags = flags

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled pattern, which is asked no second time."""
        method = getattr(re.compile(self.pattern, self._given_flags), name)
        setattr(self, name, method)
        return method

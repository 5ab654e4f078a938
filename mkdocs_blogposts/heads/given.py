"""What the head of a page says already: by its theme, an override of that, or another plugin."""

from __future__ import annotations

import re

from ..late_patterns import late_pattern
from ..light_dataclasses import dataclass

_BEFORE = r"""\b(?:[^>"']|"[^"]*"|'[^']*')*?\s"""
"""Attributes before the one that is looked for."""
_NAMED = re.compile(rf"""<meta{_BEFORE}(?:name|property)\s*=\s*["']?([^\s"'>]+)""", re.IGNORECASE)
_CANONICAL = re.compile(rf"""<link{_BEFORE}rel\s*=\s*["']?canonical\b""", re.IGNORECASE)
_JSON_LD = late_pattern(r"<script\b[^>]*?application/ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_TYPE = late_pattern(r""""@type"\s*:\s*"([^"]+)\"""")

_ARTICLES = frozenset({"Article", "BlogPosting", "NewsArticle", "TechArticle"})
"""Types of which a page needs one only."""


@dataclass(frozen=True, slots=True)
class Given:
    """What need not be said again."""

    names: frozenset[str]
    """Of each `<meta>`, in lower case."""
    has_canonical: bool
    types: frozenset[str]
    """What JSON-LD is there of."""

    @classmethod
    def of(cls, head: str) -> Given:
        """What stands in the HTML of a head."""
        types: set[str] = set()
        if "ld+json" in head:
            types = {kind for script in _JSON_LD.findall(head) for kind in _TYPE.findall(script)}
        names = frozenset(map(str.lower, _NAMED.findall(head)))
        return cls(
            names, _CANONICAL.search(head) is not None, frozenset(types | (_ARTICLES if types & _ARTICLES else types))
        )

    def has(self, name: str) -> bool:
        """Whether a `<meta>` is there; what belongs to a picture comes with the picture."""
        return name in self.names or (name.startswith("og:image:") and "og:image" in self.names)

"""What `serve` remembers of each page from build to build, beside all that it was made from."""

from __future__ import annotations

from typing import TypeVar

T = TypeVar("T")

Remembered = dict[str, tuple[tuple[object, ...], T]]
"""By `src_uri`: what something depended on when it was made, and what it was."""

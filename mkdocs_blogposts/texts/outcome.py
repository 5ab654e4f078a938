"""What comes of reading a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from ..light_dataclasses import dataclass

if TYPE_CHECKING:
    from ..content.models import Unreadable
    from ..faults import Faults

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T]):
    """What came of a file, and what is wrong in it."""

    text: T | Unreadable | None
    """The post, talk or page; `None` where the file is none."""
    faults: Faults
    """All that is wrong in the file."""

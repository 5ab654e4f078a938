"""How much work a text may ask for, so that none keeps a build busy for ever or fills the memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from liquid.exceptions import ResourceLimitError

STEPS = 1_000_000
"""Rounds of loops and values that filters look at, for one text."""

LENGTH = 4_000_000
"""Characters that a text, or any value in it, may grow to."""

DEPTH = 60
"""How deeply loops and includes may be nested, together."""


class TooMuchError(ResourceLimitError):
    """A text asks for more than it may."""


@dataclass(slots=True)
class Budget:
    """What one text may still ask for."""

    steps: int = STEPS

    def spend(self, steps: int) -> None:
        """Take some steps; raises where none are left."""
        self.steps -= steps
        if self.steps < 0:
            raise TooMuchError(f"asks for more than {STEPS:,} steps", token=None)

    def look_at(self, value: object) -> None:
        """Take the steps that it costs to look at each part of a value once."""
        if isinstance(value, str):
            self.check_length(len(value))
        self.spend(len(value) if isinstance(value, (list, Mapping)) else 1)

    def unfold(self, value: object) -> None:
        """Take the steps that it costs to look at a list and at all in it, however often they are the same."""
        if isinstance(value, (list, dict)):
            self.spend(len(value))
            for item in value.values() if isinstance(value, dict) else value:
                self.unfold(item)

    def check_length(self, length: int) -> None:
        """Raise for a text that would become too long."""
        if length > LENGTH:
            raise TooMuchError(f"makes more than {LENGTH:,} characters", token=None)
        self.spend(length // 256)

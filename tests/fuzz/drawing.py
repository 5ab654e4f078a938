"""Examples of a strategy as a plain list, the same on every run: sites are built many at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

Example = TypeVar("Example")


def drawn(strategy: SearchStrategy[Example], count: int, *, start: int = 0) -> list[Example]:
    """As many examples, but for those drawn twice; another `start` gives others."""
    found: list[Example] = []

    @seed(start)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(example: Example) -> None:
        if example not in found:
            found.append(example)

    collect()
    return found

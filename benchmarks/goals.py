"""What the figures have to reach, as ratios to those of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .builders import MATERIAL, OURS, PLAIN, ZENSICAL, Builder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .results import Round

POSTS = 1000
"""The size of the site that the goals are about."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio that is not to be exceeded."""

    build: str
    """`cold` or `edited`."""
    rival: Builder
    most: float


GOALS = (
    Goal("cold", MATERIAL, 0.25),
    Goal("cold", ZENSICAL, 0.35),
    Goal("cold", PLAIN, 1.0),
    Goal("edited", MATERIAL, 0.08),
    Goal("edited", ZENSICAL, 0.13),
)
GROWTH = 10.5
"""How many times as much ten times as many posts may take, of time and of memory."""
NAMES = {"cold": "first build", "edited": "one post edited"}


def verdicts(results: Mapping[int, Mapping[str, Round]]) -> Iterator[tuple[str, float, float, float]]:
    """Each goal that was measured: what it is about, the ratio, that of the time of all cores, and the most allowed."""
    by_key = results.get(POSTS, {})
    for goal in GOALS:
        if OURS.key in by_key and goal.rival.key in by_key:
            ours, theirs = (getattr(by_key[key], goal.build) for key in (OURS.key, goal.rival.key))
            about = f"{NAMES[goal.build]} / {goal.rival.name}"
            yield about, ours.wall / theirs.wall, ours.cpu / theirs.cpu, goal.most
    more = results.get(10 * POSTS, {})
    if OURS.key in by_key and OURS.key in more:
        ours, theirs = more[OURS.key].cold, by_key[OURS.key].cold
        about = f"first build, {10 * POSTS:,} / {POSTS:,} posts"
        yield about, ours.wall / theirs.wall, ours.cpu / theirs.cpu, GROWTH
        yield f"{about}, memory", ours.memory / theirs.memory, ours.memory / theirs.memory, GROWTH

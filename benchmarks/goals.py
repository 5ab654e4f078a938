"""What the figures have to reach, as ratios to those of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from .builders import MATERIAL, OURS, PLAIN, ZENSICAL, Builder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .measure import Cost
    from .results import Round

FEW, SOME, MANY = 20, 200, 1000
"""The sizes of the sites that the goals are about."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio that is not to be exceeded."""

    posts: int
    build: str
    """`cold` or `edited`."""
    rival: Builder
    most: float
    figure: str = "wall"
    """What is compared, a field of `Cost`."""

    @property
    def about(self) -> str:
        """What it is about, in words."""
        figure = ", CPU" if self.figure == "cpu" else ""
        return f"{self.posts:,} posts, {NAMES[self.build]} / {self.rival.name}{figure}"


GOALS = (
    Goal(FEW, "cold", PLAIN, 1.15),
    Goal(SOME, "cold", ZENSICAL, 0.60),
    Goal(MANY, "cold", MATERIAL, 0.20),
    Goal(MANY, "cold", ZENSICAL, 0.50),
    Goal(MANY, "cold", PLAIN, 1.0),
    Goal(MANY, "cold", PLAIN, 1.5, "cpu"),
    Goal(MANY, "edited", MATERIAL, 0.05),
    Goal(MANY, "edited", ZENSICAL, 0.25),
)
GROWTH = 9.0
"""How many times as much time ten times as many posts may take."""
MEMORY = 600.0
"""Mebibytes that ten times as many posts may take."""
SECONDS = 10.0
"""Seconds of CPU that they may take with one of them edited."""
NAMES = {"cold": "first build", "edited": "one post edited"}


class Verdict(NamedTuple):
    """What was measured of what a goal is about."""

    about: str
    measured: float
    most: float


def verdicts(results: Mapping[int, Mapping[str, Round]]) -> Iterator[Verdict]:
    """Each goal that was measured."""
    for goal in GOALS:
        by_key = results.get(goal.posts, {})
        if OURS.key in by_key and goal.rival.key in by_key:
            ours, theirs = (_cost(by_key[key], goal) for key in (OURS.key, goal.rival.key))
            yield Verdict(goal.about, ours / theirs, goal.most)
    before, more = results.get(MANY, {}), results.get(10 * MANY, {})
    if OURS.key in before and OURS.key in more:
        fewer, (cold, edited) = before[OURS.key].cold, more[OURS.key]
        size = f"{10 * MANY:,} posts"
        yield Verdict(f"{size}, {NAMES['cold']} / {MANY:,} posts", cold.wall / fewer.wall, GROWTH)
        yield Verdict(f"{size}, {NAMES['cold']}, MiB", cold.memory, MEMORY)
        yield Verdict(f"{size}, {NAMES['edited']}, seconds of CPU", edited.cpu, SECONDS)


def _cost(taken: Round, goal: Goal) -> float:
    cost: Cost = getattr(taken, goal.build)
    figure: float = getattr(cost, goal.figure)
    return figure

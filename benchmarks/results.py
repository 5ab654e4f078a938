"""What was measured, as data, as a table and as a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from .builders import BUILDERS
from .goals import verdicts
from .measure import Cost
from .plot import Bars, plot, seconds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Round(NamedTuple):
    """The two builds of a builder's turn."""

    cold: Cost
    edited: Cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The medians of all builders, and what they were measured on."""

    posts: dict[int, dict[str, Round]]
    """Number of posts, and key of the builder."""
    rounds: int
    date: str
    machine: str
    versions: dict[str, str]

    def to_json(self) -> dict[str, Any]:
        """The results as JSON values."""
        return {
            "date": self.date,
            "machine": self.machine,
            "rounds": self.rounds,
            "versions": self.versions,
            "posts": {
                str(posts): {
                    key: {name: cost._asdict() for name, cost in turn._asdict().items()} for key, turn in by_key.items()
                }
                for posts, by_key in self.posts.items()
            },
        }

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Results:
        """The results that `to_json` has made into values."""
        posts = {
            int(posts): {key: Round(Cost(**turn["cold"]), Cost(**turn["edited"])) for key, turn in by_key.items()}
            for posts, by_key in values["posts"].items()
        }
        return cls(**{**values, "posts": posts})

    def table(self) -> Iterator[str]:
        """The results in Markdown; each ratio is our time over the row's."""
        yield "| posts | | first build | ours / it | CPU | memory | one post edited | ours / it | CPU |"
        yield "|--:|---|--:|--:|--:|--:|--:|--:|--:|"
        for posts, by_key in self.posts.items():
            ours = next(iter(by_key.values()))
            for key, (cold, edited) in by_key.items():
                cells = (
                    f"{posts:,}",
                    BUILDERS[key].name,
                    seconds(cold.wall),
                    f"{ours.cold.wall / cold.wall:.2f}",
                    seconds(cold.cpu),
                    f"{cold.memory:.0f} MiB",
                    seconds(edited.wall),
                    f"{ours.edited.wall / edited.wall:.2f}",
                    seconds(edited.cpu),
                )
                yield f"| {' | '.join(cells)} |"

    def circumstances(self) -> str:
        """When and on what it was measured."""
        versions = ", ".join(f"{name} {number}" for name, number in self.versions.items())
        return f"Medians of {self.rounds}, {self.date}, on {self.machine}; {versions}."

    def goals(self) -> Iterator[str]:
        """How the figures stand to what they have to reach, in Markdown."""
        told = [
            f"| {about} | {measured:.2f} | {most:.2f} | {'yes' if measured <= most else '**no**'} |"
            for about, measured, most in verdicts(self.posts)
        ]
        if told:
            yield "| goal | measured | at most | reached |"
            yield "|---|--:|--:|---|"
            yield from told

    def markdown(self) -> str:
        """All of it as a piece of a page."""
        return "\n".join((self.circumstances(), "", *self.table(), "", *self.goals(), ""))

    def svg(self) -> str:
        """All of it as a picture."""
        groups = [
            (
                f"{posts:,} posts",
                [Bars(BUILDERS[key].name, turn.cold.wall, turn.edited.wall) for key, turn in by.items()],
            )
            for posts, by in self.posts.items()
        ]
        return plot(groups, "Seconds that a build takes")

"""How long blogs take to build, side by side: `python benchmarks/compare.py --posts 1000`.

Every builder gets the same posts and takes its turn in each round, so that a slow minute of the machine is shared.
Told are medians of the whole process: time on the wall, time of all cores, and memory of its largest process.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.metadata
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MAKE_SITE = Path(__file__).with_name("make_site.py")
PACKAGES = ("mkdocs-blogposts", "mkdocs", "mkdocs-material", "markdown", "zensical")
MEBIBYTE = 1024**2 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in: bytes there, kibibytes elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Builder:
    """A way to build a blog."""

    name: str
    blog: str
    """What `make_site.py` is told."""
    command: tuple[str, ...] = ("mkdocs", "build", "--quiet")


BUILDERS = {
    "blogposts": Builder(name="blogposts", blog="blogposts"),
    "material": Builder(name="Material's blog", blog="blog"),
    "plain": Builder(name="plain pages, no blog", blog="none"),
    "zensical": Builder(name="Zensical's blog", blog="blog", command=("zensical", "build")),
}


class Cost(NamedTuple):
    """What one process took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, of all its processes together."""
    memory: float
    """Mebibytes, of its largest process."""


class Round(NamedTuple):
    """The two builds of a builder's turn."""

    cold: Cost
    edited: Cost


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command to its end, and fail where it does."""
    start = perf_counter()
    with tempfile.TemporaryFile() as said:
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        process = subprocess.Popen(
            [sys.executable, "-m", *command], cwd=folder, env=environment, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{said.read().decode()}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MEBIBYTE)


def take_turn(builder: Builder, site: Path) -> Round:
    """Build from nothing; then edit one post, and build again with what the first build has kept."""
    for kept in ("site", ".cache"):
        shutil.rmtree(site / kept, ignore_errors=True)
    cold = run(builder.command, site)
    posts = sorted((site / "docs" / "blog" / "posts").iterdir())
    with posts[len(posts) // 2].open("a", encoding="utf-8") as post:
        post.write("\nOne more sentence.\n")
    return Round(cold, run(builder.command, site))


def compare(builders: Iterable[Builder], posts: int, rounds: int) -> dict[str, Round]:
    """The medians of each builder."""
    turns: dict[str, list[Round]] = {builder.name: [] for builder in builders}
    with tempfile.TemporaryDirectory(prefix="blogs-") as folder:
        for builder in builders:
            command = [sys.executable, str(MAKE_SITE), str(posts), str(Path(folder, builder.name))]
            subprocess.run([*command, "--blog", builder.blog], check=True)
        for number in range(rounds):
            for builder in builders:
                print(f"{posts} posts, round {number + 1} of {rounds}: {builder.name}", file=sys.stderr)
                turns[builder.name].append(take_turn(builder, Path(folder, builder.name)))
    return {
        name: Round(middle(turn.cold for turn in taken), middle(turn.edited for turn in taken))
        for name, taken in turns.items()
    }


def middle(costs: Iterable[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*map(median, zip(*costs, strict=True)))


def table(results: dict[int, dict[str, Round]]) -> Iterator[str]:
    """The results, as a table of Markdown; each ratio is the first builder's time over the row's."""
    yield "| posts | builder | cold build | ratio | CPU | memory | one post edited | ratio |"
    yield "|--:|---|--:|--:|--:|--:|--:|--:|"
    for posts, by_name in results.items():
        ours = next(iter(by_name.values()))
        for name, (cold, edited) in by_name.items():
            cells = (
                f"{posts:,}",
                name,
                f"{cold.wall:.1f} s",
                f"{ours.cold.wall / cold.wall:.2f}",
                f"{cold.cpu:.1f} s",
                f"{cold.memory:.0f} MiB",
                f"{edited.wall:.1f} s",
                f"{ours.edited.wall / edited.wall:.2f}",
            )
            yield f"| {' | '.join(cells)} |"


def circumstances(rounds: int) -> str:
    """When and on what it was measured."""
    versions = []
    for name in PACKAGES:
        try:
            versions.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    return (
        f"Medians of {rounds}, {dt.datetime.now(dt.UTC):%Y-%m-%d}. "
        f"{processor()}, {os.cpu_count()} cores, {platform.system()}; "
        f"Python {platform.python_version()}, {', '.join(versions)}."
    )


def processor() -> str:
    """What the machine calls its processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def main() -> None:
    """Measure what the command line asks for."""
    there = [name for name in BUILDERS if name != "zensical" or find_spec("zensical")]
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--posts", type=int, nargs="+", default=[1000], help="how many, one or several numbers")
    parser.add_argument("--rounds", type=int, default=3, help="how often each builder takes its turn")
    parser.add_argument("--builders", nargs="+", choices=BUILDERS, default=there, help="the first against the others")
    arguments = parser.parse_args()
    builders = [BUILDERS[name] for name in arguments.builders]
    results = {posts: compare(builders, posts, arguments.rounds) for posts in arguments.posts}
    print(circumstances(arguments.rounds), "", *table(results), sep="\n")


if __name__ == "__main__":
    main()

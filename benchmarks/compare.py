"""How long blogs take to build, side by side: `python -m benchmarks.compare --posts 1000`.

Every builder gets the same posts and takes its turn in each round, so that a slow minute of the machine is shared.
Told are medians of the whole process: time on the wall, time of all cores, and the most memory that all its processes
had at once, looked up four times a second where the system tells (`Pss` on Linux), else that of its largest process.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from .builders import BUILDERS, Builder, versions
from .measure import OF_USER, Cost, cost_of
from .results import Results, Round

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAKE_SITE = Path(__file__).with_name("make_site.py")
DOCS = Path(__file__).parents[1] / "docs"


def take_turn(builder: Builder, site: Path, post: Path, aside: Path) -> Round:
    """Build from nothing; then edit one post, and build again with what the first build has kept."""
    # A file system is busy for some seconds with what was deleted, so that nothing is until all is measured.
    away = Path(tempfile.mkdtemp(dir=aside))
    made = [*(site / name for name in ("site", "public", ".cache", "resources")), site.with_suffix(OF_USER)]
    for path in made:
        if path.exists():
            path.rename(away / path.name)
    cold = cost_of(builder.run(), site)
    with post.open("a", encoding="utf-8") as text:
        text.write("\nOne more sentence.\n")
    return Round(cold, cost_of(builder.run(), site))


def compare(builders: list[Builder], posts: int, rounds: int) -> dict[str, Round]:
    """The medians of each builder."""

    def make(builder: Builder, site: Path) -> Path:
        subprocess.run([sys.executable, str(MAKE_SITE), str(posts), str(site), "--blog", builder.blog], check=True)
        return middle_of(site.glob("*/blog/posts/*.md"))

    return compare_sites(builders, f"{posts} posts", make, rounds)


def compare_sites(
    builders: list[Builder], name: str, make: Callable[[Builder, Path], Path], rounds: int
) -> dict[str, Round]:
    """The medians of each builder, each with a site that `make` puts into a folder, giving the post to be edited."""
    turns: dict[str, list[Round]] = {builder.key: [] for builder in builders}
    with tempfile.TemporaryDirectory(prefix="blogs-") as folder:
        aside = Path(folder, "aside")
        aside.mkdir()
        post_of = {builder.key: make(builder, Path(folder, builder.key)) for builder in builders}
        for number in range(rounds):
            for builder in builders:
                print(f"{name}, round {number + 1} of {rounds}: {builder.name}", file=sys.stderr)
                turn = take_turn(builder, Path(folder, builder.key), post_of[builder.key], aside)
                turns[builder.key].append(turn)
    return {
        key: Round(middle(turn.cold for turn in taken), middle(turn.edited for turn in taken))
        for key, taken in turns.items()
    }


def middle_of(posts: Iterable[Path]) -> Path:
    """The post in the middle, by its name."""
    ordered = sorted(posts)
    return ordered[len(ordered) // 2]


def middle(costs: Iterable[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(round(median(figures), 3) for figures in zip(*costs, strict=True)))


def machine() -> str:
    """What it was measured on, and how busy that was with other work."""
    load = f"load {os.getloadavg()[0]:.1f} before" if hasattr(os, "getloadavg") else "load not known"
    return f"{processor()}, {os.cpu_count()} cores ({load}), {platform.system()}, Python {platform.python_version()}"


def processor() -> str:
    """What the machine calls its processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def write(results: Results, docs: Path) -> None:
    """Put the results where the documentation shows them."""
    assets = docs / "assets"
    (assets / "bench.json").write_text(json.dumps(results.to_json(), indent=1) + "\n", encoding="utf-8")
    (assets / "bench.svg").write_text(results.svg(), encoding="utf-8")
    (assets / "bench.txt").write_text(results.markdown(), encoding="utf-8")


def main() -> None:
    """Measure what the command line asks for."""
    there = [key for key, builder in BUILDERS.items() if builder.is_there]
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--posts", type=int, nargs="+", default=[20, 200, 1000], help="how many, one or several")
    parser.add_argument("--alone", type=int, nargs="*", default=[10_000], help="how many for the first builder alone")
    parser.add_argument("--rounds", type=int, default=3, help="how often each builder takes its turn")
    parser.add_argument("--builders", nargs="+", choices=BUILDERS, default=there, help="the first against the others")
    parser.add_argument("--write", action="store_true", help="put table, picture and data into docs/")
    parser.add_argument("--again", action="store_true", help="measure nothing: write what docs/ has as data anew")
    arguments = parser.parse_args()
    if arguments.again:
        data = (DOCS / "assets" / "bench.json").read_text(encoding="utf-8")
        write(Results.from_json(json.loads(data)), DOCS)
        return
    builders = [BUILDERS[key] for key in arguments.builders]
    results = Results(
        posts={
            **{posts: compare(builders, posts, arguments.rounds) for posts in arguments.posts},
            **{posts: compare(builders[:1], posts, arguments.rounds) for posts in arguments.alone},
        },
        rounds=arguments.rounds,
        date=f"{dt.datetime.now(dt.UTC):%Y-%m-%d}",
        machine=machine(),
        versions=versions(builders),
    )
    print(results.markdown())
    if arguments.write:
        write(results, DOCS)


if __name__ == "__main__":
    main()

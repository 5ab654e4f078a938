"""What more cores are good for: `python -m benchmarks.cores --posts 1000`.

Two builds in one process, the first with an empty cache and the second with all that the first has kept, tell how much
of a build is shared among processes: what the second has no need to do. The rest, which one process does alone, stays
as it is with any number of cores. That is the model. Beside it stands what was measured on as many cores as the
machine has; on a machine with other work, seconds on the wall are of no use, and `load` tells of it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from .builders import BUILDERS
from .make_site import write_site
from .measure import OF_USER, Cost, cost_of

OURS = BUILDERS["blogposts"]
MODELLED = (1, 2, 4, 8)
ALONE = ("- blogposts", "- blogposts:\n    workers: 1")


def build(site: Path, cores: int | None = None, *, is_first: bool = True) -> Cost:
    """Build a site on some cores, on all of them unless told otherwise."""
    if is_first:
        for path in (site / "site", site / ".cache", site.with_suffix(OF_USER)):
            shutil.rmtree(path, ignore_errors=True)
    every = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(every)[:cores])
    try:
        return cost_of(OURS.run(), site)
    finally:
        os.sched_setaffinity(0, every)


def model(first: Cost, again: Cost, cores: int) -> float:
    """Seconds of a first build."""
    return again.cpu + max(0.0, first.cpu - again.cpu) / cores


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--posts", type=int, default=1000, help="how many")
    parser.add_argument("--model", action="store_true", help="measure two builds in one process, and no others")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cores-") as folder:
        site = Path(folder, "site")
        write_site(arguments.posts, site, OURS.blog)
        options = site / "mkdocs.yml"
        auto = options.read_text(encoding="utf-8")
        options.write_text(auto.replace(*ALONE), encoding="utf-8")
        first, again = build(site), build(site, is_first=False)
        options.write_text(auto, encoding="utf-8")
        there = 0 if arguments.model else len(os.sched_getaffinity(0))
        measured = {cores: build(site, cores) for cores in MODELLED if cores <= there}
    print(f"{arguments.posts:,} posts, in one process: {first.cpu:.1f} s of CPU, {again.cpu:.1f} s again, ", end="")
    print(f"so that {1 - again.cpu / first.cpu:.0%} is shared; load {os.getloadavg()[0]:.1f}")
    print("| cores | model | measured (CPU) |\n|--:|--:|--:|")
    for cores in MODELLED:
        found = f"{measured[cores].wall:.1f} s ({measured[cores].cpu:.1f} s)" if cores in measured else ""
        print(f"| {cores} | {model(first, again, cores):.1f} s | {found} |")


if __name__ == "__main__":
    main()

"""How long sites that have Material's blog take with it and with ours: `python -m benchmarks.real_sites FOLDER…`.

Made-up posts flatter some parsers. A folder is a checkout of a site, all of whose plugins have to be installed. The one
of ours is a copy in which `blog` is renamed to `blogposts`, and nothing else.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import shutil
from pathlib import Path

from .builders import MATERIAL, OURS, Builder, versions
from .compare import compare_sites, machine, middle_of
from .results import Results

_BLOG = re.compile(r"^(\s*-\s+[\"']?)(?:material/)?blog(?=[\"']?:?\s*(?:\{.*)?$)", re.MULTILINE)
"""The plugin in a list of plugins."""


def posts_of(site: Path) -> list[Path]:
    """What seem to be the posts of a site."""
    return [path for path in site.rglob("*.md") if "posts" in path.parent.parts[len(site.parts) :]]


def measure(folder: Path, rounds: int) -> Results:
    """What a site takes with both."""

    def make(builder: Builder, site: Path) -> Path:
        made = shutil.ignore_patterns("site", ".cache", ".venv", "node_modules")
        shutil.copytree(folder, site, symlinks=True, ignore=made)
        if builder is OURS:
            config = site / "mkdocs.yml"
            config.write_text(_BLOG.sub(r"\1blogposts", config.read_text(encoding="utf-8")), encoding="utf-8")
        return middle_of(posts_of(site))

    builders = [OURS, MATERIAL]
    return Results(
        posts={len(posts_of(folder)): compare_sites(builders, folder.name, make, rounds)},
        rounds=rounds,
        date=f"{dt.datetime.now(dt.UTC):%Y-%m-%d}",
        machine=machine(),
        versions=versions(builders),
    )


def main() -> None:
    """Measure the sites that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+", help="checkouts of sites with Material's blog")
    parser.add_argument("--rounds", type=int, default=3, help="how often each takes its turn")
    arguments = parser.parse_args()
    for folder in arguments.folders:
        print(f"{folder.name}\n\n{measure(folder.resolve(), arguments.rounds).markdown()}")


if __name__ == "__main__":
    main()

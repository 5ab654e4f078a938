"""Whether a site that renames `blog` to `blogposts` keeps what its readers know.

    python tests/parity.py path/to/mkdocs.yml --drop social
    python tests/parity.py path/to/folder/of/checkouts --drop social privacy

Builds copies of a site: with Material's `blog`, with `blogposts` in its place and Material's list as layout, and with
`blogposts` as it is by default. Tells for each thing that can be compared how much of it is the same, and how the
rest differs. What ours has besides (tag pages, feeds) is no difference.

Of several sites, or a folder of checkouts, each is only renamed, and has a row: how many posts, whether both builds
end well and would under `--strict`, and how much is the same. Plugins that are not installed are left out and named.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # where this runs as a script

from tests.built import Built, Logged
from tests.parity_comparison import Blog, Row, compare, compare_renamed
from tests.parity_hook import OUTPUT
from tests.parity_on_purpose import OnPurpose
from tests.parity_urls import as_page
from tests.renaming import MATERIAL, Renaming, plugins_of, site_url_of

if TYPE_CHECKING:
    from collections.abc import Iterable

NOT_COPIED = (".cache", ".git", ".venv", "node_modules", "site", "venv")

HOOK = Path(__file__).with_name("parity_hook.py")

HOSTS = ("mkdocs", "properdocs")

SECONDS = 600
"""How long a build may take."""


class Failed(Exception):  # noqa: N818  # it is no error of ours
    """What a build told before it ended with an exit code that is not 0."""


def build(
    config: Path, root: Path, work: Path, plugin: str, *, host: str = "mkdocs", drop: Iterable[str] = (), **options: Any
) -> Blog:
    """The site of a configuration file with `plugin` where its blog stood, built in `work` from a copy of `root`."""
    copy = work / "copy"
    shutil.copytree(root, copy, symlinks=True, ignore=lambda at, _: NOT_COPIED if Path(at) == root else ())
    renaming = Renaming(plugin=plugin, options=options, drop=frozenset(drop))
    changed = renaming.write(copy / config.relative_to(root), hook=HOOK)
    kinds = work / "kinds.json"
    quiet = {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1", "COLUMNS": "1000", "PYTHONHASHSEED": "1"}
    ran = _run(
        [sys.executable, "-m", host, "build", "--config-file", str(changed), "--site-dir", str(work / "site")],
        cwd=copy / Path.cwd().relative_to(root) if Path.cwd().is_relative_to(root) else changed.parent,
        env=os.environ | quiet | {OUTPUT: str(kinds)},
    )
    lines = (line.split(" - ", 1) for line in ran.splitlines() if " - " in line)
    log = [Logged(level.strip(), message.strip().replace(str(copy), "")) for level, message in lines]
    told = json.loads(kinds.read_text(encoding="utf-8"))
    return Blog(
        built=Built(work / "site", site_url_of(changed), log, None),
        kinds={as_page(url): kind for url, kind in told["kinds"].items()},
        on_purpose=OnPurpose.of(told),
    )


def parity(config: Path, *, root: Path | None = None, drop: Iterable[str] = (), host: str = "mkdocs") -> list[Row]:
    """Every row for the site of a configuration file."""
    config = config.resolve()
    root = (root or config.parent).resolve()
    with tempfile.TemporaryDirectory(prefix="parity-") as folder:
        work = Path(folder)
        theirs = build(config, root, work / "theirs", "blog", drop=drop, host=host)
        listed = build(config, root, work / "listed", "blogposts", drop=drop, host=host, view_layout="list")
        cards = build(config, root, work / "cards", "blogposts", drop=drop, host=host)
        return compare(theirs, listed, cards)


def _run(command: list[str], *, cwd: Path, env: dict[str, str]) -> str:
    """What a build tells."""
    try:
        ran = subprocess.run(command, cwd=cwd, env=env, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise Failed(f"was not done after {SECONDS} seconds") from error
    told = ran.stderr.decode("utf-8", errors="replace")
    if ran.returncode:
        raise Failed(told)
    return told


@dataclass(kw_only=True)
class SiteRow:
    """What a mere rename makes of a site."""

    name: str
    without: list[str] = field(default_factory=list)
    """Plugins that were left out of both builds."""
    posts: int = 0
    theirs: Blog | None = None
    ours: Blog | None = None
    told: list[str] = field(default_factory=list)
    """The last lines of a build that failed."""
    rows: list[Row] = field(default_factory=list)

    @property
    def is_strict(self) -> bool:
        """Whether it is as green under `--strict` as before."""
        return bool(self.theirs and self.ours and (self.theirs.complaints or not self.ours.complaints))

    @property
    def is_kept(self) -> bool:
        """Whether nothing is lost; what Material's blog does not build is not counted."""
        return self.theirs is None or (self.is_strict and not any(row.differences for row in self.rows))

    def __str__(self) -> str:
        exits = "/".join("ok" if blog else "FAILS" for blog in (self.theirs, self.ours))
        parts = [f"{self.posts:>4} posts", f"{exits:<8}"]
        if self.theirs and self.ours:
            parts.append(f"warnings {len(self.theirs.complaints)}/{len(self.ours.complaints)}")
            parts += [f"{row.name} {row.same}/{row.of}" for row in self.rows]
        if self.without:
            parts.append(f"without {', '.join(self.without)}")
        return f"{'  ' if self.is_kept else '! '}{self.name:<48} {'  '.join(parts)}"


def site_row(config: Path, root: Path, *, drop: Iterable[str] = (), host: str = "mkdocs") -> SiteRow:
    """The row of a site."""
    installed = {each.name for group in ("mkdocs", "properdocs") for each in entry_points(group=f"{group}.plugins")}
    named = {
        each: any(f"{theme}{each}" in installed for theme in ("", "material/", "materialx/"))
        for each in plugins_of(config)
    }
    without = sorted({each for each, has in named.items() if each in drop or not has})
    row = SiteRow(name=root.name.replace("__", "/"), without=without)
    with tempfile.TemporaryDirectory(prefix="parity-") as folder:
        work = Path(folder)
        try:
            row.theirs = build(config, root, work / "theirs", "blog", drop=without, host=host)
            row.posts = len(row.theirs.posts)
            row.ours = build(config, root, work / "ours", "blogposts", drop=without, host=host)
            row.rows = compare_renamed(row.theirs, row.ours)
        except (Failed, OSError) as failed:  # a configuration may inherit from a file that is not there
            row.told = [line for line in str(failed).splitlines() if not line.startswith("INFO")][-8:]
    return row


def sites_in(path: Path) -> list[tuple[Path, Path]]:
    """Configuration and folder of a site with a blog, or of each in a folder of checkouts."""
    if config := _config_in(path, ""):
        return [(config, path)]
    roots = sorted(each for each in path.iterdir() if each.is_dir())
    found = [(_config_in(root, "") or _config_in(root, "*/"), root) for root in roots]
    return [(config, root) for config, root in found if config]


def _config_in(root: Path, folder: str) -> Path | None:
    """The configuration with a blog in a folder, be it named for MkDocs or for ProperDocs."""
    found = sorted(path for host in HOSTS for path in root.glob(f"{folder}{host}*.y*ml"))
    return next((path for path in found if {*MATERIAL} & {*plugins_of(path)}), None)


def main() -> None:
    """Compare and tell; the exit code says whether all is the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", type=Path, nargs="+", help="mkdocs.yml, a folder that has it, or a folder of those")
    parser.add_argument("--root", type=Path, help="folder that has all the site needs, if not that of mkdocs.yml")
    parser.add_argument("--drop", nargs="*", default=[], metavar="PLUGIN", help="plugins to leave out of all builds")
    parser.add_argument("--host", default="mkdocs", choices=HOSTS)
    parser.add_argument("--show", type=int, default=3, metavar="N", help="differences to show for each row")
    asked = parser.parse_args()
    if len(asked.sites) == 1 and asked.sites[0].is_file():
        rows = parity(asked.sites[0], root=asked.root, drop=asked.drop, host=asked.host)
        _tell(rows, asked.show)
        sys.exit(any(row.differences for row in rows))
    failed = False
    for config, root in (pair for site in asked.sites for pair in sites_in(site.absolute())):
        host = "properdocs" if config.name.startswith("properdocs") else asked.host
        row = site_row(config, root, drop=asked.drop, host=host)
        sys.stdout.writelines(f"{line}\n" for line in (row, *(f"      {line}" for line in row.told)))
        if row.theirs and row.ours and not row.is_strict:
            sys.stdout.writelines(f"      {line}\n" for line in row.ours.complaints[: asked.show])
        _tell([each for each in row.rows if each.differences], asked.show)
        sys.stdout.flush()
        failed |= not row.is_kept
    sys.exit(failed)


def _tell(rows: Iterable[Row], show: int) -> None:
    for row in rows:
        sys.stdout.writelines(f"{line}\n" for line in (row, *(f"    {each}" for each in row.differences[:show])))


if __name__ == "__main__":
    main()

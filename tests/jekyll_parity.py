"""Whether a Jekyll site that is imported keeps what its readers know.

    python tests/jekyll_parity.py path/to/site [path/to/another …] [path/to/folder/of/sites]

Builds each site with Jekyll, with those of its plugins that are installed; imports it, and builds that with MkDocs.
Then every file that Jekyll has made is looked for in the new site, by nothing but its URL, and what can be read there
is compared. A path may be that of a Git repository without a work tree. Prints a row for each site.

With `--beside` nothing is imported: a mkdocs.yml of a few lines is put beside `_config.yml`, and only what it takes
from there (posts, talks, documents of collections, `_pages`) is looked for.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # where this runs as a script

from tests.jekyll_comparison import HEAD, Comparison, Made, NewSite, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

DRIVER = Path(__file__).with_name("jekyll_build.rb")

SECONDS = 900
"""How long each step may take."""


class Failed(Exception):  # noqa: N818  # it is no error of ours
    """Why there is nothing to compare."""


BESIDE = """site_name: Ours
plugins:
  - blogposts:
      jekyll_pages: true
"""
"""The least that a person writes."""


def parity(
    site: Path, work: Path, *, configs: Iterable[str] = (), options: Iterable[str] = (), beside: bool = False
) -> Row:
    """The row of a site; everything is made in `work`."""
    started = time.monotonic()
    row = Row(name=_name_of(site))
    try:
        old, new = work / "old" / row.name, work / "new"
        _copy(site, old)
        given = list(configs) or [name for name in ("_config.yml", "_config.yaml") if (old / name).is_file()]
        made = _build_old(old, work, given)
        if beside:
            made = {path: each for path, each in made.items() if each.is_found_beside}
            new = _put_beside(old)
        else:
            _import(old, new, configs, options)
        _build_new(new, work, row)
        report = "" if beside else (new / "import-report.md").read_text(encoding="utf-8")
        Comparison(made, NewSite(work / "site"), report).fill(row)
    except Failed as failed:
        row.failed = str(failed)
    row.seconds = time.monotonic() - started
    return row


def _put_beside(old: Path) -> Path:
    (old / "docs").mkdir(exist_ok=True)
    (old / "mkdocs.yml").write_text(BESIDE, encoding="utf-8")
    return old


def _import(old: Path, new: Path, configs: Iterable[str], options: Iterable[str]) -> None:
    command = ["import", "jekyll", str(old), str(new), *options]
    for each in configs:
        command += ["--config", str(old / each)]
    _run([str(Path(sys.executable).with_name("blogposts")), *command], old)


def sites_in(path: Path) -> list[Path]:
    """The folder of a site, or those of all sites in a folder of checkouts."""
    if _site_in(path):
        return [path]
    found = sorted(filter(None, (_site_in(each) for each in path.iterdir() if each.is_dir())))
    return found or [path]


def _site_in(path: Path) -> Path | None:
    if any((path / name / "HEAD").is_file() for name in ("", ".git")):
        return path
    return next((each for each in (path, path / "docs", path / "src") if (each / "_config.yml").is_file()), None)


def _name_of(site: Path) -> str:
    names = [part for part in site.absolute().parts if part not in ("repo", ".git", "docs", "src", "/")]
    return names[-1]


def _copy(site: Path, old: Path) -> None:
    """Copy a folder, or what the newest commit of a repository has."""
    git = next((path for path in (site, site / ".git") if (path / "HEAD").is_file()), None)
    if git is None or (site / "_config.yml").exists():
        shutil.copytree(site, old, symlinks=True, ignore=shutil.ignore_patterns(".git", "_site", "node_modules"))
    else:
        _check_out(git, old)
    for name in ("Gemfile", "Gemfile.lock"):
        (old / name).unlink(missing_ok=True)


def _check_out(git: Path, old: Path) -> None:
    """Write the files of the newest commit; those that the repository does not have here are left out."""
    command = [shutil.which("git") or "git", "--git-dir", str(git)]
    listed = subprocess.run([*command, "ls-tree", "-r", "-z", "HEAD"], capture_output=True, check=True).stdout
    entries = [entry.split(b"\t", 1) for entry in listed.split(b"\0") if entry]
    blobs = [(head.split()[2], os.fsdecode(name)) for head, name in entries if head.startswith(b"100")]
    asked = b"".join(blob + b"\n" for blob, _ in blobs)
    given = subprocess.run([*command, "cat-file", "--batch"], input=asked, capture_output=True, check=True).stdout
    read = io.BytesIO(given)
    for _, name in blobs:
        head = read.readline().split()
        if head[-1] == b"missing":
            continue
        (old / name).parent.mkdir(parents=True, exist_ok=True)
        (old / name).write_bytes(read.read(int(head[2])))
        read.read(1)


def _build_old(old: Path, work: Path, configs: list[str]) -> dict[str, Made]:
    known = work / "known.json"
    environment = {"JEKYLL_NO_BUNDLER_REQUIRE": "true", "LC_ALL": "C.UTF-8", "JEKYLL_ENV": "production"}
    names = ",".join(str(old / name) for name in configs)
    try:
        _run(["ruby", str(DRIVER), str(old), str(work / "jekyll"), str(known), names], old, environment)
    except Failed as failed:
        raise Failed(f"Jekyll: {failed}") from failed
    shutil.rmtree(old / ".jekyll-cache", ignore_errors=True)
    found: dict[str, dict[str, Any]] = json.loads(known.read_text(encoding="utf-8"))
    return {path: _made(path, known) for path, known in found.items() if (work / "jekyll" / path).is_file()}


def _made(path: str, known: dict[str, Any]) -> Made:
    names = ("kind", "source", "title", "target", "layout", "text")
    return Made(path=path, **{name: known[name] for name in names})


def _build_new(new: Path, work: Path, row: Row) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(work / "site")]
    try:
        told = _run(command, new, {"NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"})
    except Failed as failed:
        row.errors.append(str(failed))
        return
    row.lines = len(told.splitlines())
    row.warnings = sum(1 for line in told.splitlines() if line.startswith("WARNING"))


def _run(command: list[str], folder: Path, environment: Mapping[str, str] | None = None) -> str:
    try:
        ran = subprocess.run(
            command, cwd=folder, env=os.environ | (environment or {}), capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Failed(f"{Path(command[0]).name} was not done after {SECONDS} seconds") from error
    told = (ran.stdout + ran.stderr).decode("utf-8", errors="replace")
    if ran.returncode:
        lines = [line for line in told.splitlines() if line.strip()]
        marked = [line for line in lines if re.search("error", line, re.IGNORECASE)]
        raise Failed(" / ".join((marked or lines)[-6:]) or f"exit code {ran.returncode}")
    return told


def _details(row: Row, most: int) -> Iterator[str]:
    for name in ("errors", "absent", "promised", "poor", "replaced", "untitled", "told"):
        found = getattr(row, name)
        if found and most:
            yield f"  {name}:"
            yield from (f"    {each}" for each in found[:most])
            if len(found) > most:
                yield f"    … and {len(found) - most} more"


def _tell(*lines: object) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


def main() -> None:
    """Compare and tell; the exit code says whether nothing is lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", type=Path, nargs="+", help="folder of a Jekyll site, or its Git repository")
    parser.add_argument("--config", action="append", default=[], help="as of `jekyll build`, from the site's folder")
    parser.add_argument("--leave-files", action="store_true", help="import without a copy of the files")
    parser.add_argument("--beside", action="store_true", help="put mkdocs.yml beside the files instead of an import")
    parser.add_argument("--keep", type=Path, help="folder in which all that is built stays")
    parser.add_argument("--show", type=int, default=5, metavar="N", help="differences to show of each kind")
    asked = parser.parse_args()
    configs = [name for given in asked.config for name in given.split(",")]
    options = ["--leave-files"] if asked.leave_files else []
    _tell(HEAD)
    rows = []
    for site in [each for path in asked.sites for each in sites_in(path)]:
        with tempfile.TemporaryDirectory(prefix="jekyll-parity-") as folder:
            work = (asked.keep / _name_of(site)).absolute() if asked.keep else Path(folder)
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir(parents=True, exist_ok=True)
            row = parity(site, work, configs=configs, options=options, beside=asked.beside)
        rows.append(row)
        _tell(row, *_details(row, asked.show))
    sys.exit(0 if all(row.is_good for row in rows) else 1)


if __name__ == "__main__":
    main()

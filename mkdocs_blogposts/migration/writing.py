"""Carries out a plan: writes into the new folder, and nowhere else."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from .foreign_tags import files_of_tags
from .jekyll_configs import jekyll_configs
from .made_pages import MadePages
from .mkdocs_yml import write_config
from .nav import NavMaker
from .plan import REPORT
from .report import write_report
from .source_site.old_site import ImportRefused, Role
from .starter import starter_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .plan import Plan
    from .trial import Trial

CONFIG_FILE = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Step:
    """One file to write."""

    path: str
    content: Path | bytes
    """A file to copy, or what is to stand in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """All files to write."""

    steps: list[Step]
    made: list[str]
    """Those that are not copied."""


def check_folders(site: Path, dest: Path, *, leave_files: bool) -> None:
    """Refuse, by an `ImportRefused`, a folder that holds something already or lies in the site."""
    inside, around = dest.resolve(), site.resolve()
    if inside.is_relative_to(around):
        raise ImportRefused(
            f"'{dest.as_posix()}' lies in the old site, which is never written into: name another folder"
        )
    there = next(path for path in (dest, *dest.absolute().parents) if path.exists())
    if not there.is_dir():
        raise ImportRefused(f"'{there.as_posix()}' is a file, not a folder")
    if leave_files:
        _refuse_taken(dest, (CONFIG_FILE, REPORT))
    elif dest.is_dir() and any(dest.iterdir()):
        raise ImportRefused(f"'{dest.as_posix()}' is there and not empty: name another folder, behind that of the site")


def _refuse_taken(dest: Path, names: Iterable[str]) -> None:
    taken = next((dest / name for name in names if (dest / name).exists()), None)
    if taken:
        raise ImportRefused(f"'{taken.as_posix()}' is there already: move it away, or name another folder")


def steps_of(plan: Plan, dest: Path) -> Steps:
    """Every file to write into `dest`, the report last."""
    made = MadePages(plan)
    nav = NavMaker(plan, made)
    entries = nav.make()
    docs_dir = "docs"
    if plan.paths.leave_files:
        docs_dir = Path(os.path.relpath(plan.site.root.resolve(), dest.resolve())).as_posix()
    configs = jekyll_configs(plan, dest)
    texts: dict[str, str | bytes] = {
        CONFIG_FILE: write_config(plan, entries, nav_has_links=nav.has_links, docs_dir=docs_dir, configs=configs.named),
        **configs.texts,
        **made.texts,
        **files_of_tags(plan),
        **{path: text for path, text in _hosting_files(plan) if not (dest / path).exists()},
    }
    paths = (*texts, *(path for _, path in plan.copies))
    if not plan.paths.leave_files and not any(path.startswith("docs/") for path in paths):
        # MkDocs asks for the folder, be there nothing else in it.
        texts[f"docs/{plan.replacements.blog_dir}/index.md".replace("/./", "/")] = "# Blog\n"
    _refuse_taken(dest, made.texts)
    made_files = [*texts, REPORT]
    texts[REPORT] = write_report(plan, made=made_files)
    copies = (Step(path, source) for source, path in plan.copies)
    return Steps(steps=[*copies, *(Step(path, _bytes(text)) for path, text in texts.items())], made=made_files)


def _hosting_files(plan: Plan) -> Iterator[tuple[str, str]]:
    """What the new site is installed and published by."""
    has_papers = any(file.path.suffix == ".bib" and file.role is Role.LIQUID for file in plan.carried)
    yield "requirements.txt", f"mkdocs-blogposts[jekyll{',publications' if has_papers else ''}]\n"
    if not plan.paths.leave_files:
        yield ".gitignore", "/site/\n/.cache/\n"
        if plan.identity.is_on_github_pages:
            yield ".github/workflows/pages.yml", starter_text("pages.yml")


def report_again(plan: Plan, steps: Steps, trial: Trial, dest: Path) -> None:
    """Write the report once more, with what the built site has shown."""
    (dest / REPORT).write_bytes(_bytes(write_report(plan, made=steps.made, trial=trial)))


def carry_out(steps: list[Step], dest: Path) -> Iterator[Step]:
    """Write file by file; gives each step once it is done, and an `ImportRefused` where one cannot be."""
    for step in steps:
        path = dest / step.path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(step.content, bytes):
                path.write_bytes(step.content)
            else:
                shutil.copyfile(step.content, path)
        except OSError as error:
            raise ImportRefused(f"'{path.as_posix()}' cannot be written: {error.strerror}") from error
        yield step


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()

"""Many blogs built in one site, since a build costs more than a blog."""

from __future__ import annotations

import json
import re
import shutil
import traceback
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from tests.fuzz.material.folders import BLOG, SLUGIFY, Folder
from tests.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.built import Built

THEME = Path(__file__).with_name("theme")
"""Templates that tell what a theme is given, rather than showing it."""

EXTENSIONS: list[Any] = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", {"toc": {"permalink": True}}, "pymdownx.details",
    "pymdownx.superfences", {"pymdownx.tabbed": {"alternate_style": True}}, "pymdownx.tasklist",
]  # fmt: skip

Told = dict[str, Any]
"""What a template was given."""


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Blogs by the name of their folder, and what is the same for all of them."""

    folders: Mapping[str, Folder]
    extensions: bool = True
    directory_urls: bool = True
    site_url: str = "https://example.org/base/"

    def without(self, posts: Iterable[str]) -> Batch:
        """The batch without some files."""
        left_out = frozenset(posts)
        folders = {
            name: replace(
                folder, files={path: text for path, text in folder.files.items() if _named(path, name) not in left_out}
            )
            for name, folder in self.folders.items()
        }
        return replace(self, folders=folders)


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How a build ended."""

    built: Built | None
    crash: str = ""
    """A traceback, if it ended in one."""

    @property
    def is_green(self) -> bool:
        """Whether its exit code is 0."""
        return self.built is not None and self.built.exit_code == 0

    @property
    def told(self) -> str:
        """Why it is not."""
        if self.built is None:
            return self.crash
        return "\n".join([*self.built.errors, str(self.built.error or "")])

    def warnings(self, name: str) -> list[str]:
        """What was told as a warning about a blog."""
        return [each for each in self.built.warnings if f"{name}/" in each] if self.built else []

    @cached_property
    def pages(self) -> dict[str, Told]:
        """What each page was given, by its URL."""
        found = {}
        for path in sorted(self.built.dir.rglob("*.html")) if self.built else ():
            text = path.read_text(encoding="utf-8")
            if text.startswith("{"):
                url = path.relative_to(self.built.dir).as_posix() if self.built else ""
                found[url] = json.loads(text)
        return found


def build(batch: Batch, plugin: str, work: Path) -> Outcome:
    """Build a batch with Material's `blog` or with ours, in an empty folder."""
    shutil.rmtree(work, ignore_errors=True)
    (work / "docs").mkdir(parents=True)
    site = Site.at(work)
    site.put("docs/index.md", "# Home\n")
    for name, folder in batch.folders.items():
        for path, text in folder.files.items():
            site.put(f"docs/{path.replace(BLOG, name)}", text)
    site.put("mkdocs.yml", _configuration(batch, plugin))
    try:
        return Outcome(built=site.build())
    except Exception:  # noqa: BLE001  (that is what is looked for)
        return Outcome(built=None, crash=traceback.format_exc())


def _configuration(batch: Batch, plugin: str) -> str:
    blogs = [
        {plugin: {"blog_dir": name, **{key: _named(value, name) for key, value in folder.options.items()}}}
        for name, folder in batch.folders.items()
    ]
    options = {
        "site_name": "Site",
        "site_url": batch.site_url,
        "use_directory_urls": batch.directory_urls,
        "theme": {"name": "material", "custom_dir": str(THEME)},
        "plugins": blogs,
        "markdown_extensions": EXTENSIONS if batch.extensions else [],
    }
    text = yaml.safe_dump(options, allow_unicode=True, sort_keys=False, width=1000)
    tag = "!!python/object/apply:pymdownx.slugs.slugify"
    return re.sub(f"'{SLUGIFY}(.*)'", rf"{tag} {{kwds: {{\1}}}}", text)


def _named(value: Any, name: str) -> Any:
    return value.replace(BLOG, name) if isinstance(value, str) else value


def what_theirs_builds(batch: Batch, work: Path) -> tuple[Batch, Outcome, dict[str, str]]:
    """The batch without the posts for which Material's blog builds nothing at all, its build, and those posts."""
    refused: dict[str, str] = {}
    while not (outcome := build(batch, "blog", work)).is_green:
        posts = [_named(path, name) for name, folder in batch.folders.items() for path in folder.posts]
        guilty = [each for each in posts if f"'{each}'" in outcome.told] or [_guilty(batch, posts, work)]
        refused |= dict.fromkeys(guilty, outcome.told)
        batch = batch.without(guilty)
    return batch, outcome, refused


def _guilty(batch: Batch, posts: list[str], work: Path) -> str:
    """A post that alone makes a build fail, found by halving."""
    rest = posts
    while len(rest) > 1:
        half = rest[: len(rest) // 2]
        others = [each for each in posts if each not in half]
        rest = rest[len(half) :] if build(batch.without(others), "blog", work).is_green else half
    return rest[0]

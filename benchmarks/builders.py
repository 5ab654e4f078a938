"""The ways to build a blog that are set side by side."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec


@dataclass(frozen=True, slots=True, kw_only=True)
class Builder:
    """One way to build a blog."""

    key: str
    """What the command line calls it."""
    name: str
    blog: str
    """What `make_site.py` is told."""
    command: tuple[str, ...] = ("mkdocs", "build", "--quiet")
    """The module to run, and its arguments."""
    packages: tuple[str, ...] = ("mkdocs", "mkdocs-material", "Markdown")
    """What it is made of, to name their versions."""

    @property
    def is_there(self) -> bool:
        """Whether it is installed."""
        return find_spec(self.command[0]) is not None

    def run(self) -> list[str]:
        """The whole command."""
        return [sys.executable, "-m", *self.command]


OURS = Builder(
    key="blogposts",
    name="mkdocs-blogposts",
    blog="blogposts",
    packages=("mkdocs-blogposts", "mkdocs", "mkdocs-material", "Markdown"),
)
MATERIAL = Builder(key="material", name="Material's blog", blog="blog")
ZENSICAL = Builder(
    key="zensical", name="Zensical's blog", blog="blog", command=("zensical", "build"), packages=("zensical",)
)
PLAIN = Builder(key="plain", name="MkDocs, no blog", blog="none")
HUGO = Builder(key="hugo", name="Hugo, bare theme", blog="hugo", command=("hugo", "--quiet"), packages=("hugo",))

BUILDERS = {builder.key: builder for builder in (OURS, MATERIAL, ZENSICAL, PLAIN, HUGO)}


def versions(builders: list[Builder]) -> dict[str, str]:
    """The version of each package that the builders are made of."""
    found: dict[str, str] = {}
    for name in dict.fromkeys(name for builder in builders for name in builder.packages):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found

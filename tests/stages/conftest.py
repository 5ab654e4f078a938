"""A served site with a bit of everything, and what the host makes of it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from tests.cache.test_stale import TREE
from tests.png import png

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.site import Site


@pytest.fixture(name="rich")
def _rich(site: Site) -> Site:
    """A site with a bit of everything."""
    site.config(
        theme={"name": "material", "custom_dir": "theme", "font": False},
        plugins=["search", "meta", {"blogposts": {"authors_profiles": True, "backlinks": True}}],
        markdown_extensions=["attr_list", "pymdownx.superfences", {"toc": {"permalink": True}}],
        nav=["index.md", "guide.md", {"Blog": "blog/index.md"}],
        validation={"anchors": "warn"},
    )
    site.write(TREE).put("docs/blog/posts/a.png", png(8, 4)).put("docs/j.png", png(2, 2))
    return site.put("docs/blog/posts/old/f.md", "---\ntitle: Zeta\ndate: 2023-01-01\n---\nSix of one.\n")


class _MadePages(logging.Handler):
    """The pages that the host has made."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.made: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if (message := record.getMessage()).startswith("Building page "):
            self.made.append(message.removeprefix("Building page "))


@pytest.fixture(name="made")
def _made() -> Iterator[list[str]]:
    ear = _MadePages()
    loggers = [logging.getLogger(f"{host}.commands.build") for host in ("mkdocs", "properdocs")]
    for logger in loggers:
        logger.addHandler(ear)
        logger.setLevel(logging.DEBUG)
    yield ear.made
    for logger in loggers:
        logger.removeHandler(ear)
        logger.setLevel(logging.NOTSET)

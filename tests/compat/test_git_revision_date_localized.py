"""git-revision-date-localized dates posts by their history and leaves listings, which have none, alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.compat.history import commit
from tests.compat.plugins import FIRST, POSTS, needs

if TYPE_CHECKING:
    from tests.site import Site

needs("mkdocs-git-revision-date-localized-plugin")

pytestmark = pytest.mark.filterwarnings("ignore")  # of the plugin and what it stands on


HOOK = """\
from itertools import count
from types import SimpleNamespace

from mkdocs_git_revision_date_localized_plugin import plugin

SECONDS = count(1_700_000_000)
plugin.time = SimpleNamespace(time=lambda: next(SECONDS))
"""
"""Lets a second begin whenever the plugin asks for the time."""


def test_posts_have_a_history_and_listings_need_none(site: Site) -> None:
    site.write(POSTS).put("hook.py", HOOK).put("docs/blog/archive/mine.md", "# Mine\n")
    dates = {"enable_creation_date": True, "exclude": ["guide.md"]}
    site.config(plugins=["blogposts", {"git-revision-date-localized": dates}], hooks=["hook.py"])
    commit(site.root)

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert built.warnings == []
    assert built.page(FIRST).css(".git-revision-date-localized-plugin")
    assert built.page("blog/category/news/").cards
    assert not built.page("blog/category/news/").css(".git-revision-date-localized-plugin")

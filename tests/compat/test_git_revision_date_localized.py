"""git-revision-date-localized dates posts by their history and leaves listings, which have none, alone."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.compat.plugins import FIRST, POSTS, needs

if TYPE_CHECKING:
    from tests.site import Site

needs("mkdocs-git-revision-date-localized-plugin")

pytestmark = pytest.mark.filterwarnings("ignore")  # of the plugin and what it stands on


def test_posts_have_a_history_and_listings_need_none(site: Site) -> None:
    site.write(POSTS).config(plugins=["blogposts", {"git-revision-date-localized": {"enable_creation_date": True}}])
    git = shutil.which("git")
    if git is None:
        pytest.skip("needs git: apt-get install git")
    for command in (
        ["init", "--quiet"],
        ["add", "."],
        ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--message", "Write"],
    ):
        subprocess.run([git, *command], cwd=site.root, check=True)

    built = site.build(strict=True)

    assert built.exit_code == 0, built.log
    assert built.warnings == []
    assert built.page(FIRST).css(".git-revision-date-localized-plugin")
    assert built.page("blog/category/news/").cards
